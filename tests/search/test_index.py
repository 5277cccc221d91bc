"""The files of the index: few of them change with a page, and words stem as Pagefind's program stems queries."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from generator.model.page import Page, PageSpec
from generator.problems.problem import HubError
from generator.search import Index, Runtime, in_order, read, runtime
from tests.hub import DANISH_HUB
from tests.pagefind import indexed_by_pagefind, said_by


def page(url: str, article: str) -> Page:
    return Page(PageSpec(url=url, title=url, description="", view=None), "", article)


def chunks(pages: list[Page], folder: Path) -> set[str]:
    reads = in_order(read(one, "da")[0] for one in pages)
    Index(folder, "da", [one.entry for one in reads]).write(lambda: reads)
    return {file.name for file in (folder / "index").iterdir()}


def vocabulary() -> list[str]:
    texts = (file.read_text("utf-8").lower() for file in sorted((DANISH_HUB / "content").rglob("*.yml")))
    return sorted({word for text in texts for word in re.findall(r"[a-zæøå]{2,}", text)})


def test_a_changed_page_changes_few_files(tmp_path: Path) -> None:
    words = vocabulary()
    pages = [page(f"{number:03}/", f"<p>{' '.join(words[number % 7 :: 7])}</p>") for number in range(200)]
    before = chunks(pages, tmp_path / "before")
    pages[30] = page("030/", f"{pages[30].article}<p>Et nyt og sjældent ord: ærtekrydder.</p>")
    after = chunks(pages, tmp_path / "after")

    assert len(before) > 20
    assert len(before - after) <= 6


@pytest.mark.parametrize("code", ["da", "en"])
def test_every_word_of_the_hub_is_stemmed_as_pagefind_stems_it(code: str, tmp_path: Path) -> None:
    pages = [page("words/", f"<p>{' '.join(vocabulary())}</p>")]
    theirs = said_by(indexed_by_pagefind(pages, code, tmp_path), code)

    assert set(read(pages[0], code)[0].keys.split("\n")) == {
        f"{word}\t{variant}" if variant else word for word, forms in theirs["words"].items() for variant in forms
    }


def test_a_link_within_a_silent_element_is_not_told_by_its_place(tmp_path: Path) -> None:
    """The one difference: Pagefind takes “to” for the text of the place. Nothing of it is ever shown or found."""
    pages = [page("a/", '<h1>Et</h1><form id="w">en <a>to</a></form><p>tre</p>')]
    theirs = said_by(indexed_by_pagefind(pages, "da", tmp_path), "da")["fragments"]["/a/"]

    assert theirs["content"] == "Et. tre."
    assert [anchor["text"] for anchor in theirs["anchors"]] == ["to"]
    assert b'"text":""' in gzip.decompress(read(pages[0], "da")[1])


def test_another_pagefind_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runtime, "VERSION", "1.0.0")

    with pytest.raises(HubError, match="installed Pagefind"):
        Runtime("da", tmp_path / "site").give(tmp_path / "site/pagefind")


def test_no_two_pages_share_a_name(tmp_path: Path) -> None:
    one = read(page("a/", "<p>a</p>"), "da")[0].entry

    with pytest.raises(HubError, match="one name"):
        Index(tmp_path, "da", [one, one])
