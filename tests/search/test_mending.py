"""An index that is mended, or made in parts, is the one that is made from nothing in one go, byte for byte."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.model.page import Page, PageSpec
from generator.search import Index, Read, chunks, in_order, joining, mending, read
from generator.search.chunks import Chunk
from generator.search.packed import opened

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
    "😀",
    "x1",
]
SAID = st.lists(st.sampled_from(WORDS), max_size=40)
HUBS = st.lists(SAID, min_size=1, max_size=8)


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a few words make many chunks, and some are chunks of their own."""
    monkeypatch.setattr(chunks, "_SIZE", 60)
    monkeypatch.setattr(chunks, "_ALONE", 50)
    monkeypatch.setattr(mending, "_FEW", 3)


def read_of(number: int, words: list[str]) -> Read:
    article = f"<h1>{' '.join(words[:2])}</h1><p>{' '.join(words)}</p><p>side{number}</p>"
    spec = PageSpec(url=f"{number:03}/", title=f"Side {number}", description="", view=None)
    return read(Page(spec, "", article), "da")[0]


def written(folder: Path, reads: list[Read]) -> tuple[Chunk, ...]:
    return Index(folder, "da", [one.entry for one in reads]).write(lambda: reads)


def files(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def mended(
    folder: Path, hub: list[list[str]], edits: dict[int, list[str]]
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The index mended after some pages have come to say something else, and the index made anew."""
    before = in_order(read_of(number, words) for number, words in enumerate(hub))
    after = [read_of(number, edits[number]) if number in edits else one for number, one in enumerate(before)]
    kept = written(folder / "before", before)
    for name in ("index", "weights"):
        shutil.copytree(folder / "before" / name, folder / "after" / name)
    index = Index(folder / "after", "da", [one.entry for one in after])
    made = index.mend(kept, [before[number] for number in edits], [after[number] for number in edits])

    assert made == written(folder / "anew", after)

    return files(folder / "after"), files(folder / "anew")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hub=HUBS, edits=st.dictionaries(st.integers(0, 7), SAID, min_size=1, max_size=3))
@example(hub=[["skole"] * 40, ["vand"]], edits={0: []})
@example(hub=[["skole"], ["vand"]], edits={1: ["skole", "skolen"] * 30})
def test_an_index_is_mended_as_it_would_be_made(hub: list[list[str]], edits: dict[int, list[str]]) -> None:
    edits = {number: words for number, words in edits.items() if number < len(hub)}
    with tempfile.TemporaryDirectory() as folder:
        ours, anew = mended(Path(folder), hub, edits)

    assert ours == anew


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hub=HUBS, parts=st.integers(2, 5))
@example(hub=[["skole"] * 40, ["vand"]], parts=3)
@example(hub=[[]], parts=2)
def test_parts_of_the_alphabet_are_sewn_together_as_if_they_were_one(hub: list[list[str]], parts: int) -> None:
    reads = in_order(read_of(number, words) for number, words in enumerate(hub))
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        one = written(Path(folder) / "one", reads)
        patch.setattr(joining, "_FEW", 1)
        patch.setattr(joining, "processors", lambda: parts)
        several = written(Path(folder) / "several", reads)

        assert several == one
        assert files(Path(folder) / "several") == files(Path(folder) / "one")


def test_only_chunks_in_which_something_changes_are_written(tmp_path: Path) -> None:
    hub = [[word + ending for word in WORDS] for ending in ("", "s", "ernes", "ligt", "hed") for _ in range(4)]
    before = in_order(read_of(number, words) for number, words in enumerate(hub))
    kept = written(tmp_path, before)
    there = {file: file.stat().st_mtime_ns for file in (tmp_path / "index").iterdir()}
    after = read_of(19, [*hub[19], "vandmand"])
    entries = [*(one.entry for one in before[:19]), after.entry]
    Index(tmp_path, "da", entries).mend(kept, [before[19]], [after])
    new = [file for file in (tmp_path / "index").iterdir() if there.get(file) != file.stat().st_mtime_ns]

    assert len(there) > 20
    assert 0 < len(new) <= 6


def test_a_chunk_is_taken_apart_as_it_was_put_together(tmp_path: Path) -> None:
    reads = in_order(read_of(number, WORDS * (number + 1)) for number in range(300))
    made = [*chunks.words_of(reads)]
    for chunk in written(tmp_path, reads):
        sides = ((tmp_path / "index").glob(f"{chunk.name}.*"), (tmp_path / "weights").glob(f"{chunk.name}.*"))
        held = [*mending.words_in(chunk, *(opened(file) for side in sides for file in side))]

        assert held == [word for word in made if chunk.first <= word[0] <= chunk.last]
