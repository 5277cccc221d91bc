"""The files of the index: few of them change with a page, and one that is not whole is never published."""

from __future__ import annotations

import json
import re
import zlib
from pathlib import Path

import pytest

from generator.i18n.language import LANGUAGES
from generator.search import chunks, is_always_written, is_own, verify
from generator.search.index_format import VARINTS, gaps_of, numbers_of, packed, pages_of, sections_of, sliced
from generator.search.lexicon import language, sections
from tests.hub import DANISH_HUB
from tests.search.pages import files, page, records_of, written

FILES = ["words/*.bin", "cards/*.bin", "core/*.bin", "facets/*.bin"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    written(
        tmp_path, records_of([page(f"{name}/", f"<h1>{name}</h1><p>Om {name}</p>") for name in ("brøker", "bøger")])
    )
    return tmp_path


def test_a_sound_index_has_no_faults(site: Path) -> None:
    assert verify(site, 2) == ()
    assert all(is_own(name) for name in files(site))
    assert {name.split("/")[1] for name in files(site) if is_always_written(name)} == {"index.json", "core", "facets"}


def test_a_wrong_count_is_told(site: Path) -> None:
    assert verify(site, 3) == ("2 pages are indexed, 3 were expected",)


@pytest.mark.parametrize("pattern", FILES)
def test_a_file_that_is_cut_off_is_told_unless_it_is_known(site: Path, pattern: str) -> None:
    file = next((site / "search").glob(pattern))
    file.write_bytes(file.read_bytes()[:-8])

    assert any(file.stem in fault or "index.json" in fault for fault in verify(site, 2))
    if "core" not in pattern:
        assert verify(site, 2, {file.relative_to(site).as_posix()}) == ()


@pytest.mark.parametrize("pattern", FILES)
def test_a_file_that_is_missing_is_told(site: Path, pattern: str) -> None:
    next((site / "search").glob(pattern)).unlink()

    assert verify(site, 2) != ()


def test_an_empty_folder_is_no_index(tmp_path: Path) -> None:
    assert verify(tmp_path, 0) != ()


def test_another_version_of_the_format_is_refused(site: Path) -> None:
    file = next((site / "search").glob("words/*.bin"))
    file.write_bytes(zlib.compress(b"\1" + zlib.decompress(file.read_bytes(), wbits=31)[1:], wbits=31))

    assert any("version 01" in fault for fault in verify(site, 2))


def test_sections_come_back_as_they_were(tmp_path: Path) -> None:
    held = [b"", b"a", bytes(range(256)) * 300]
    (tmp_path / "x").write_bytes(packed(held))

    assert sections_of(tmp_path / "x") == held


@pytest.mark.parametrize("pages", [[], [0], [5], [0, 1, 2], [3, 130, 131, 400], [0, 16_384, 5_000_000]])
def test_any_pages_come_back_as_they_were(pages: list[int]) -> None:
    assert pages_of(gaps_of(pages)) == pages


@pytest.mark.parametrize("lists", [[[1], [], [2, 3]], [[300, 1], [2], [], [70_000]]])
def test_lists_of_numbers_are_taken_apart(lists: list[list[int]]) -> None:
    content = b"".join(VARINTS[number] for numbers in lists for number in numbers)

    assert [numbers_of(one) for one in sliced(content, map(len, lists))] == lists


def vocabulary() -> list[str]:
    texts = (file.read_text("utf-8").lower() for file in sorted((DANISH_HUB / "content").rglob("*.yml")))
    return sorted({word for text in texts for word in re.findall(r"[a-zæøå]{2,}", text)})


def test_a_changed_page_changes_few_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "_SIZE", 3000)
    words = vocabulary()
    pages = [page(f"{number:03}/", f"<p>{' '.join(words[number % 3 :: 3])}</p>") for number in range(400)]
    written(tmp_path / "before", records_of(pages))
    pages[30] = page("030/", f"{pages[30].article}<p>Et nyt og sjældent ord: ærtekrydder.</p>")
    written(tmp_path / "after", records_of(pages))
    before, after = set(files(tmp_path / "before")), set(files(tmp_path / "after"))

    assert len(before) > 20
    # Six words, each in a chunk, and what says how long pages are.
    assert len(before - after) <= 7


def test_the_order_of_pages_does_not_matter(tmp_path: Path) -> None:
    pages = [page(f"{number:03}/", f"<h1>{number}</h1><p>vand og ild</p>") for number in range(5)]
    written(tmp_path / "one", records_of(pages))
    written(tmp_path / "other", records_of(pages[::-1]))

    assert files(tmp_path / "one") == files(tmp_path / "other")


def unfolded(text: str) -> list[str]:
    """As the search dialog reads it."""
    found, last = [], ""
    for part in text.split():
        last = last[: int(part[0], 36)] + part[1:]
        found.append(last)
    return found


def test_words_come_back_as_they_were() -> None:
    words = sorted({"læring", "læringsmål", "læringsmålene", "mål", "a" * 40, "a" * 39 + "b", "år", "3d"})
    _, folded, cuts, odd = sections(words, "da", [])

    assert unfolded(folded.decode()) == words
    assert [word[: len(word) - cut] for word, cut in zip(words, cuts, strict=True)][-2:] == ["mål", "år"]
    assert odd == b""


def test_stems_that_are_not_the_beginning_of_their_word_are_told() -> None:
    _, _, cuts, odd = sections(["easily", "easy", "running"], "en", [])

    assert (list(cuts), odd) == ([255, 255, 4], b"easili easi")


def test_only_what_concerns_the_hub_is_sent() -> None:
    data = json.loads(sections(["bog", "kodeord"], "da", [("mappe", "ringbind"), ("bog", "hæfte")])[0])

    assert data["irregular"] == ["bog bøger bøgerne bøgers"]
    assert ["bog", "hæfte"] in data["synonyms"]
    assert ["mappe", "ringbind"] not in data["synonyms"]
    assert len(data["synonyms"]) < len(language("da").synonyms) / 20


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_of_the_hub_has_what_search_needs(code: str) -> None:
    data = json.loads(sections(["a"], code, [])[0])

    assert all(data[name].split() for name in ("stop", "endings", "derived", "links"))


def test_an_empty_hub_has_an_index(tmp_path: Path) -> None:
    written(tmp_path, [])

    assert verify(tmp_path, 0) == ()
