"""The search index: what was read of each page, put together as the files that Pagefind's runtime asks for."""

from __future__ import annotations

import json
from hashlib import sha1
from pathlib import Path

from generator.problem import HubError
from generator.search.chunks import cut, range_of, words_of
from generator.search.filters import FILTERS, as_json, filters_of, packed
from generator.search.forms import JOINED
from generator.search.packed import close
from generator.search.postings import LISTS, NUMBERS, listed, text
from generator.search.reading import FIELDS, FOLDER, Read

VERSION = "1.5.2"
"""The version of Pagefind whose index is written here."""


class Index:
    """Gathers what was read of pages, in any order; the same pages give the same bytes."""

    def __init__(self, code: str) -> None:
        self._code = code
        self._reads: list[Read] = []

    def add(self, read: Read) -> None:
        self._reads.append(read)

    def __len__(self) -> int:
        return len(self._reads)

    def sizes(self) -> dict[str, int]:
        """The names of the fragments and how many bytes they have."""
        return {f"{read.fragment}.pf_fragment": read.size for read in self._reads}

    def write(self, output: Path) -> None:
        """Writes all but the fragments, which are there already, and `FILTERS` beside the folder.

        Chunks of an earlier index that lie there stay when they say the same, and go when they do not.
        """
        reads = sorted(self._reads, key=lambda read: read.url)
        if len({read.fragment for read in reads}) < len(reads):
            raise HubError("Two pages have one name in the search index.", "Change a word of the page added last.")
        chunks, last = [], ""
        left = {file.name for file in output.glob("index/*")}
        for words in cut(words_of(reads)):
            name = self._close(output / "index", "pf_index", listed((listed(one for _, one in words),)))
            chunks.append(listed(map(text, (*range_of(words, last), name))))
            last = words[-1][0]
            left.discard(f"{name}.pf_index")
        for other in left:
            (output / "index" / other).unlink()
        filters = filters_of(reads)
        files = {
            name: self._close(output / "filter", "pf_filter", packed(name, values)) for name, values in filters.items()
        }
        manifest = listed((
            text(VERSION),
            listed(listed((text(read.fragment), NUMBERS[read.count])) for read in reads),
            listed(chunks),
            listed(listed(map(text, file)) for file in files.items()),
            LISTS[0],  # orders other than by worth: the hub has none
            listed(map(text, FIELDS)),
        ))  # fmt: skip
        name = self._name(manifest)
        close(output / f"pagefind.{name}.pf_meta", manifest)
        entry = {
            "version": VERSION,
            "languages": {self._code: {"hash": name, "wasm": self._code, "page_count": len(reads)}},
            "include_characters": sorted(JOINED),
        }
        (output / "pagefind-entry.json").write_text(json.dumps(entry, ensure_ascii=False, sort_keys=True), "utf-8")
        table = output.parent / FILTERS
        table.parent.mkdir(exist_ok=True)
        table.write_bytes(as_json(filters))

    def _close(self, folder: Path, kind: str, content: bytes) -> str:
        """Writes a file that is named by its content; its name."""
        folder.mkdir(parents=True, exist_ok=True)
        name = self._name(content)
        file = folder / f"{name}.{kind}"
        if not file.exists():
            close(file, content)
        return name

    def _name(self, content: bytes) -> str:
        return f"{self._code}_{sha1(content, usedforsecurity=False).hexdigest()[:10]}"


__all__ = ["FOLDER", "VERSION", "Index"]
