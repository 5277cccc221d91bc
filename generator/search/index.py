"""The search index: what was read of each page, put together as the files that Pagefind's runtime asks for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from generator.problem import HubError
from generator.search.chunks import Chunk, cut, range_of, words_of, write_chunk
from generator.search.filters import FILTERS, as_json, filters_of, packed
from generator.search.forms import JOINED
from generator.search.mending import Mending, changes
from generator.search.packed import close, name_of, write_named
from generator.search.postings import LISTS, NUMBERS, listed, text
from generator.search.reading import FIELDS, Entry, Read

VERSION = "1.5.2"
"""The version of Pagefind whose index is written here."""
_CHUNKS = "index"


class Index:
    """The files of an index in one folder, all but the fragments. The same pages give the same bytes."""

    def __init__(self, folder: Path, code: str, entries: Iterable[Entry]) -> None:
        """`entries` are of all pages, in any order. HubError when two of them have one name."""
        self._folder, self._code = folder, code
        self.entries = sorted(entries, key=lambda entry: entry.url)
        if len({entry.fragment for entry in self.entries}) < len(self.entries):
            raise HubError("Two pages have one name in the search index.", "Change a word of the page added last.")
        self._numbers = {entry.url: number for number, entry in enumerate(self.entries)}

    def sizes(self) -> dict[str, int]:
        """The names of the fragments and how many bytes they have."""
        return {f"{entry.fragment}.pf_fragment": entry.size for entry in self.entries}

    def write(self, reads: Iterable[Read]) -> tuple[Chunk, ...]:
        """Writes it from what was read of all pages, in the order of `entries`.

        Chunks of an earlier index that lie there stay when they say the same, and go when they do not.
        """
        folder = self._chunks()
        return self._finish(tuple(write_chunk(folder, self._code, words) for words in cut(words_of(reads))))

    def mend(
        self, chunks: Sequence[Chunk], before: Iterable[Read], after: Iterable[Read], *, executor: str = ""
    ) -> tuple[Chunk, ...]:
        """Writes it from the chunks that lie there, of an index of pages of the same addresses.

        `before` and `after` are what was read of those pages that have changed, then and now.
        """
        was, now = self._numbered(before), self._numbered(after)
        mending = Mending(self._chunks(), self._code, tuple(chunks))
        return self._finish(mending.all(changes(was, now), executor=executor))

    def _numbered(self, reads: Iterable[Read]) -> Mapping[int, Read]:
        return {self._numbers[read.entry.url]: read for read in reads}

    def _chunks(self) -> Path:
        folder = self._folder / _CHUNKS
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _finish(self, chunks: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
        """Writes what says which pages and chunks there are, and `FILTERS` beside the folder."""
        names = {f"{chunk.name}.pf_index" for chunk in chunks}
        for file in self._chunks().iterdir():
            if file.name not in names:
                file.unlink()
        filters = filters_of(self.entries)
        (self._folder / "filter").mkdir(exist_ok=True)
        files = {
            name: write_named(self._folder / "filter", self._code, "pf_filter", packed(name, values))
            for name, values in filters.items()
        }
        befores = ("", *(chunk.last for chunk in chunks))
        manifest = listed((
            text(VERSION),
            listed(listed((text(entry.fragment), NUMBERS[entry.count])) for entry in self.entries),
            listed(
                listed(map(text, (range_of(chunk.first, before), chunk.last, chunk.name)))
                for chunk, before in zip(chunks, befores, strict=False)
            ),
            listed(listed(map(text, file)) for file in files.items()),
            LISTS[0],  # orders other than by worth: the hub has none
            listed(map(text, FIELDS)),
        ))  # fmt: skip
        name = name_of(self._code, manifest)
        close(self._folder / f"pagefind.{name}.pf_meta", manifest)
        entry = {
            "version": VERSION,
            "languages": {self._code: {"hash": name, "wasm": self._code, "page_count": len(self.entries)}},
            "include_characters": sorted(JOINED),
        }
        (self._folder / "pagefind-entry.json").write_text(
            json.dumps(entry, ensure_ascii=False, sort_keys=True), "utf-8"
        )
        table = self._folder.parent / FILTERS
        table.parent.mkdir(exist_ok=True)
        table.write_bytes(as_json(filters))
        return chunks


def in_order(reads: Iterable[Read]) -> list[Read]:
    """As `Index.write` takes them."""
    return sorted(reads, key=lambda read: read.entry.url)
