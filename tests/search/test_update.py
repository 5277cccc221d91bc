"""An index that is updated, or gathered in shares, is the one that is made from nothing in one go, byte for byte."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.search import PageRecord, chunks, read, update
from generator.search.chunks import gathered, read_chunk
from tests.search.pages import files, hub_of, page, written

WORDS = [
    "sko",
    "skole",
    "skolen",
    "skolens",
    "skolevej",
    "skål",
    "skóle",
    "vand",
    "vandet",
    "vandløb",
    "Ærø",
    "å",
    "x1",
]
SAID = st.lists(st.sampled_from(WORDS), max_size=40)
HUBS = st.lists(SAID, min_size=1, max_size=8)


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a few words make many chunks."""
    monkeypatch.setattr(chunks, "_SIZE", 60)


def record(number: int, words: list[str]) -> PageRecord:
    article = f"<h1>{' '.join(words[:2])}</h1><p>{' '.join(words)}</p><p>side{number}</p>"
    return next(read(page(f"{number:03}/", article, title=f"Side {number}")))


def records_of(hub: list[list[str]]) -> list[PageRecord]:
    return [record(number, words) for number, words in enumerate(hub)]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hub=HUBS, edits=st.dictionaries(st.integers(0, 7), SAID, min_size=1, max_size=3))
@example(hub=[["skole"] * 40, ["vand"]], edits={0: []})
@example(hub=[["skole"], ["vand"]], edits={1: ["skole", "skolen"] * 30})
@example(hub=[[]], edits={0: WORDS})
def test_an_index_is_updated_as_it_would_be_made(hub: list[list[str]], edits: dict[int, list[str]]) -> None:
    edits = {number: words for number, words in edits.items() if number < len(hub)}
    before = records_of(hub)
    after = records_of([edits.get(number, words) for number, words in enumerate(hub)])
    with tempfile.TemporaryDirectory() as folder:
        site, anew = Path(folder) / "site", Path(folder) / "anew"
        kept = written(site, before)
        updated = update(hub_of(site, after), kept, [before[number] for number in edits], [after[n] for n in edits])

        assert updated == written(anew, after)
        assert files(site) == files(anew)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hub=HUBS, shares=st.integers(2, 5))
@example(hub=[[]], shares=2)
def test_shares_of_the_pages_are_joined_as_if_they_were_one(hub: list[list[str]], shares: int) -> None:
    records = records_of(hub)
    one = list(gathered(lambda pages: records[pages], len(records)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chunks, "_FEW", 1)
        patch.setattr(chunks, "processors", lambda: shares)

        assert list(gathered(lambda pages: records[pages], len(records))) == one


def test_only_chunks_in_which_something_changes_are_written(tmp_path: Path) -> None:
    hub = [[word + ending for word in WORDS] for ending in ("", "s", "ernes", "ligt", "hed") for _ in range(4)]
    before = records_of(hub)
    kept = written(tmp_path, before)
    there = set(files(tmp_path / "search/words"))
    after = record(19, [*hub[19], "vandmand"])
    update(hub_of(tmp_path, [*before[:19], after]), kept, [before[19]], [after])

    assert len(there) > 10
    assert 0 < len(set(files(tmp_path / "search/words")) - there) <= 4


def test_a_file_of_the_index_before_is_never_written_to(tmp_path: Path) -> None:
    before = records_of([["vand"], ["skole"]])
    kept = written(tmp_path / "old", before)
    shutil.copytree(tmp_path / "old", tmp_path / "new", copy_function=lambda one, other: Path(other).hardlink_to(one))
    for file in ("index.json", "core", "facets"):
        gone = tmp_path / "new/search" / file
        shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    old = files(tmp_path / "old")
    after = record(0, ["vandløb"])
    update(hub_of(tmp_path / "new", [after, before[1]]), kept, [before[0]], [after])

    assert files(tmp_path / "old") == old


def test_a_chunk_is_taken_apart_as_it_was_put_together(tmp_path: Path) -> None:
    records = records_of([WORDS * (number + 1) for number in range(300)])
    index = written(tmp_path, records)
    found = [word for chunk in index.chunks for word in read_chunk(tmp_path / "search", chunk)]

    assert found == list(gathered(lambda pages: records[pages], len(records)))
