"""What vanishes while it is looked at is absent."""

from __future__ import annotations

from pathlib import Path

from generator.store.vanishing_files import content_of, entries_in


def test_what_vanishes_while_a_folder_is_looked_at_is_absent(tmp_path: Path) -> None:
    for name in ("a.yml", "b.yml", "sub/c.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = entries_in(tmp_path)
    seen = [next(found)[0].name, next(found)[0].name]  # the folder has been listed by now
    (tmp_path / "b.yml").unlink()
    (tmp_path / "sub/c.yml").unlink()
    (tmp_path / "sub").rmdir()

    assert [*seen, *(one.name for one, _ in found)] == ["sub", "a.yml"]


def test_a_file_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("said")

    assert [content_of(tmp_path / name) for name in ("a", "b", "a/b", ".")] == [b"said", None, None, None]
