"""The search index: what was read of each page, put together as the files that Pagefind's runtime asks for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from generator.problems.problem import HubError
from generator.search import chunks, weights
from generator.search.chunks import Chunk, range_of
from generator.search.filters import FILTERS, as_json, filters_of, packed
from generator.search.forms import JOINED
from generator.search.joining import Reads, join
from generator.search.mending import Mending, changes
from generator.search.packed import close, name_of, write_named
from generator.search.postings import LISTS, NUMBERS, listed, text
from generator.search.reading import FIELDS, Entry, Read

VERSION = "1.5.2"
"""The version of Pagefind whose index is written here."""


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

    def write(self, reads: Reads) -> tuple[Chunk, ...]:
        """Writes it from what was read of all pages, in the order of `entries`.

        Chunks of an earlier index that lie there stay when they say the same, and go when they do not.
        """
        self._start()
        return self._finish(join(self._folder, self._code, reads, len(self.entries)))

    def mend(
        self, made: Sequence[Chunk], before: Iterable[Read], after: Iterable[Read], *, executor: str = ""
    ) -> tuple[Chunk, ...]:
        """Writes it from the chunks that were made and lie there, of an index of pages of the same addresses.

        `before` and `after` are what was read of those pages that have changed, then and now.
        """
        was, now = self._numbered(before), self._numbered(after)
        self._start()
        mending = Mending(self._folder, self._code, tuple(made))
        return self._finish(mending.all(changes(was, now), executor=executor))

    def _numbered(self, reads: Iterable[Read]) -> Mapping[int, Read]:
        return {self._numbers[read.entry.url]: read for read in reads}

    def _start(self) -> None:
        for name in (chunks.FOLDER, weights.FOLDER, "filter"):
            (self._folder / name).mkdir(parents=True, exist_ok=True)

    def _finish(self, made: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
        """Writes what says which pages and chunks there are, and `FILTERS` beside the folder."""
        names = {chunk.name for chunk in made}
        for file in (*self._folder.glob(f"{chunks.FOLDER}/*"), *self._folder.glob(f"{weights.FOLDER}/*")):
            if file.stem not in names:
                file.unlink()
        filters = filters_of(self.entries)
        files = {
            name: write_named(self._folder / "filter", self._code, "pf_filter", packed(name, values))
            for name, values in filters.items()
        }
        befores = ("", *(chunk.last for chunk in made))
        ranges = [
            (range_of(chunk.first, before), chunk.last, chunk.name)
            for chunk, before in zip(made, befores, strict=False)
        ]
        manifest = listed((
            text(VERSION),
            listed(listed((text(entry.fragment), NUMBERS[entry.count])) for entry in self.entries),
            listed(listed(map(text, one)) for one in ranges),
            listed(listed(map(text, file)) for file in files.items()),
            LISTS[0],  # orders other than by worth: the hub has none
            listed(map(text, FIELDS)),
        ))  # fmt: skip
        name = name_of(self._code, manifest)
        close(self._folder / f"pagefind.{name}.pf_meta", manifest)
        known = [(entry.fragment, entry.count) for entry in self.entries]
        close(self._folder / f"pagefind.{name}.{weights.PAGES}", weights.pages(known, ranges))
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
        return made


def in_order(reads: Iterable[Read]) -> list[Read]:
    """As `Index.write` takes them."""
    return sorted(reads, key=lambda read: read.entry.url)
