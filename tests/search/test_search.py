"""An index that is not whole is never published."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from generator.model.page import Page, PageSpec
from generator.search import Index, Runtime, read, verify, write_fragment

FILES = [
    "fragment/*.pf_fragment",
    "index/*.pf_index",
    "weights/*.pf_weights",
    "filter/*.pf_filter",
    "*.pf_meta",
    "*.pf_pages",
]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    pages = [
        Page(
            PageSpec(
                url=f"courses/{name}/", title=name, description="", view=None,
                facets={"kind": ("Forløb",), "subject": (name,)}, keywords=("hemmelig",),
            ),
            body="", article=f"<h1>{name}</h1><p>Om {name} & mere</p>",
        )
        for name in ("brøker", "bøger")
    ]  # fmt: skip
    folder, reads, runtime = tmp_path / "site/pagefind", [], Runtime("da", tmp_path / "site")
    for page in pages:
        found, fragment, _ = read(page, "da")
        write_fragment(folder.parent, found.entry, fragment)
        reads.append(found)
    Index(folder, "da", [one.entry for one in reads]).write(lambda: reads)
    runtime.give(folder)
    return folder


def test_a_sound_index_has_no_faults(output: Path) -> None:
    assert verify(output, 2) == ()
    assert not list(output.glob("*-ui.*"))


def test_a_wrong_count_is_told(output: Path) -> None:
    assert "2 pages are indexed, 3 were expected" in verify(output, 3)


@pytest.mark.parametrize("pattern", FILES)
def test_a_file_that_is_cut_off_is_told(output: Path, pattern: str) -> None:
    file = next(output.glob(pattern))
    file.write_bytes(file.read_bytes()[:-8])

    assert any(file.name in fault for fault in verify(output, 2))


@pytest.mark.parametrize("pattern", FILES)
def test_a_file_that_is_missing_is_told(output: Path, pattern: str) -> None:
    file = next(output.glob(pattern))
    file.unlink()

    assert verify(output, 2) != ()


def test_an_empty_folder_is_no_index(tmp_path: Path) -> None:
    assert verify(tmp_path, 0) != ()


@pytest.mark.parametrize("said", ["En frugt", "En frugt.", "<p>En frugt</p>", "<ul><li>En frugt</li></ul>\n"])
def test_what_is_said_of_a_term_is_one_sentence(said: str) -> None:
    spec = PageSpec(url="x/", title="Begreber", description="", view=None)
    article = f"<h1>Begreber</h1><dl><dt>Æble</dt><dd>{said}</dd><dt>Pære</dt><dd>En anden</dd></dl>"
    _, fragment, _ = read(Page(spec, "", article), "da")
    content = json.loads(gzip.decompress(fragment).removeprefix(b"pagefind_dcd"))["content"]

    assert "Æble: En frugt. Pære: En anden." in content
