"""Pagefind's sharded index: made beside other work, and settled so that the same pages give the same bytes."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

import cbor2
from pagefind_bin import get_executable

from generator.problem import HubError
from generator.search.packed import close, opened, verify

FILTERS = "search/filters.json"
"""Which pages have which values: ids of Pagefind, and for each filter and value the places of its pages among them.

Pagefind itself tells it only by a search for each value, and that takes seconds in a hub of ten thousand pages.
"""

_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")


class Indexing:
    """A search index that is being made while other work goes on."""

    def __init__(self, lean: Path, pages: int, output: Path) -> None:
        """Starts Pagefind on a folder of so many lean pages; the index goes to `output`."""
        self._output, self._expected = output, pages
        self._pagefind = subprocess.Popen(
            [str(get_executable()), "--site", str(lean), "--output-path", str(output), "--quiet"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip

    def finish(self) -> tuple[str, ...]:
        """Waits until the index is there; what is wrong with it. HubError when Pagefind failed."""
        said, _ = self._pagefind.communicate()
        if self._pagefind.returncode:
            why = " ".join(said.strip().splitlines()[-3:])
            raise HubError("The search index could not be made: {why}", "Build again; if it stays, report it.", why=why)
        for pattern in _UNUSED:
            for file in self._output.glob(pattern):
                file.unlink()
        table = self._output.parent / FILTERS
        table.parent.mkdir(exist_ok=True)
        table.write_bytes(_settle(self._output))
        return verify(self._output, self._expected)

    def cancel(self) -> None:
        """Ends it early; nothing happens when it has finished."""
        if self._pagefind.poll() is None:
            self._pagefind.kill()
            self._pagefind.communicate()


def _settle(output: Path) -> bytes:
    """Gives filters an order and names by content: Pagefind writes them in the order of a hash table.

    The files refer to each other by name, so the manifest and the entry file are written anew. What `FILTERS` holds.
    """
    entry_file = output / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text("utf-8"))
    ids: list[str] = []
    found: dict[str, dict[str, str]] = {}
    for code, language in entry["languages"].items():
        manifest_file = output / f"pagefind.{language['hash']}.pf_meta"
        manifest = cbor2.loads(opened(manifest_file))
        manifest[3] = sorted(_settled(output, code, name, chunk) for name, chunk in manifest[3])
        for name, chunk in manifest[3]:
            _, values = cbor2.loads(opened(output / "filter" / f"{chunk}.pf_filter"))
            found.setdefault(name, {}).update((value, _gaps(places, len(ids))) for value, places in values)
        ids += (id_ for id_, _ in manifest[1])
        manifest_file.unlink()
        content = cbor2.dumps(manifest)
        language["hash"] = f"{code}_{hashlib.sha256(content).hexdigest()[:10]}"
        close(output / f"pagefind.{language['hash']}.pf_meta", content)
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, sort_keys=True), "utf-8")
    table = {"ids": " ".join(ids), "filters": found}
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()


def _gaps(places: Iterable[int], first: int) -> str:
    """Rising numbers as the steps between them, the first from -1; `first` is where their language begins."""
    last, gaps = -1, []
    for place in places:
        gaps.append(str(first + place - last))
        last = first + place
    return " ".join(gaps)


def _settled(output: Path, code: str, name: str, chunk: str) -> list[str]:
    """A filter with its values in order; its name and that of its chunk, as the manifest lists them."""
    file = output / "filter" / f"{chunk}.pf_filter"
    label, values = cbor2.loads(opened(file))
    file.unlink()
    content = cbor2.dumps([label, sorted(values)])
    settled = f"{code}_{hashlib.sha256(content).hexdigest()[:10]}"
    close(output / "filter" / f"{settled}.pf_filter", content)
    return [name, settled]
