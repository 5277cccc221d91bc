"""Files are written where they may be, and at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems.problem import HubError
from generator.store.atomic_write import inside, instead_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "guides").mkdir(parents=True)
    (folder / "link").symlink_to(tmp_path)
    (folder / "picture.png").symlink_to(tmp_path / "victim.png")
    return folder


@pytest.mark.parametrize("name", ["a.png", "guides/a.png", "new/deep/æ.png", "guides/../a.png"])
def test_a_file_in_the_folder_is_written(folder: Path, name: str) -> None:
    assert inside(folder, name) == folder / name


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "guides", "../a.png", "../../a.png", "/etc/passwd", "link/a.png", "picture.png", "guides/../../a"],
)
def test_a_file_elsewhere_is_refused(folder: Path, name: str) -> None:
    with pytest.raises(HubError, match="is not a file in"):
        inside(folder, name)


def test_what_is_not_whole_takes_no_place(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"old")
    with pytest.raises(RuntimeError), instead_of(file) as new:  # noqa: PT012  # the block is the case
        new.write(b"half")
        raise RuntimeError

    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"old"]
