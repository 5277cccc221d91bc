"""The search index: lean pages in, Pagefind's sharded index out, and a check that it is whole."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

import cbor2
from pagefind_bin import get_executable

from generator.language import Language
from generator.page import Page
from generator.problem import HubError
from generator.search.words import as_json, words_in

WORDS = "search/words.json"
"""Where the search dialog finds the words of the hub."""
_MARK = b"pagefind_dcd"
"""Pagefind writes this before the content of each compressed file."""

_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")


_LINE = re.compile(r'<li data-hub-line="(\d+)"><a[^>]*>([^<]*)</a>')
"""A line of a transcript. Under a heading of its own, a search finds the moment and not only the film."""


def write_lean(pages: Iterable[Page], folder: Path, spoken: Language) -> int:
    """Writes each searchable page as the article alone; returns how many."""
    count = 0
    for page in pages:
        if not page.spec.searchable:
            continue
        file = folder / page.spec.url / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_lean(page, spoken.code), "utf-8")
        count += 1
    return count


def _lean(page: Page, code: str) -> str:
    spec = page.spec
    filters = "".join(
        f'<span data-pagefind-filter="{escape(name)}">{escape(value)}</span>'
        for name, values in spec.facets.items()
        for value in values
    )
    article = _LINE.sub(r'<li><h6 id="t=\1">\2</h6>', page.article) if "data-hub-line" in page.article else page.article
    # Pagefind puts nothing between a term and what is said of it.
    article = article.replace("</dt>", ":</dt> ").replace("</dd>", ".</dd> ")
    words = escape(" ".join(spec.keywords))
    kind = escape(next(iter(spec.facets.get("kind", ())), ""))
    return (
        f'<!doctype html><html lang="{code}"><head><meta charset="utf-8"><title>{escape(spec.title)}</title></head>'
        f'<body><div hidden data-pagefind-ignore="index">{filters}</div><main data-pagefind-body>'
        f'<span data-pagefind-meta="kind:{kind}"></span>{article}'
        f'<p data-pagefind-weight="0.5" data-pagefind-index-attrs="title" title="{words}"></p></main></body></html>'
    )


def _said(page: Page) -> tuple[str, ...]:
    return page.spec.title, page.article, *page.spec.keywords


class Indexing:
    """A search index that is being made while other work goes on."""

    def __init__(
        self, pages: Sequence[Page], output: Path, spoken: Language, synonyms: Sequence[Sequence[str]] = ()
    ) -> None:
        """Starts Pagefind on the searchable pages; the index goes to `output`, the words of the pages beside it."""
        self._output = output
        self._lean = tempfile.TemporaryDirectory(prefix="hub-lean-")
        self._expected = write_lean(pages, Path(self._lean.name), spoken)
        self._pagefind = subprocess.Popen(
            [str(get_executable()), "--site", self._lean.name, "--output-path", str(output), "--quiet"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        known = words_in(text for page in pages if page.spec.searchable for text in _said(page))
        words = output.parent / WORDS
        words.parent.mkdir(parents=True, exist_ok=True)
        words.write_bytes(as_json(known, self._expected, spoken.code, synonyms))

    def finish(self) -> tuple[str, ...]:
        """Waits until the index is there; what is wrong with it. HubError when Pagefind failed."""
        said, _ = self._pagefind.communicate()
        self._lean.cleanup()
        if self._pagefind.returncode:
            why = " ".join(said.strip().splitlines()[-3:])
            raise HubError("The search index could not be made: {why}", "Build again; if it stays, report it.", why=why)
        for pattern in _UNUSED:
            for file in self._output.glob(pattern):
                file.unlink()
        _settle(self._output)
        return verify(self._output, self._expected)

    def cancel(self) -> None:
        """Ends it early and leaves nothing behind; nothing happens when it has finished."""
        if self._pagefind.poll() is None:
            self._pagefind.kill()
            self._pagefind.communicate()
        self._lean.cleanup()


def _settle(output: Path) -> None:
    """Gives filters an order and names by content: Pagefind writes them in the order of a hash table.

    The files refer to each other by name, so the manifest and the entry file are written anew.
    """
    entry_file = output / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text("utf-8"))
    for code, language in entry["languages"].items():
        manifest_file = output / f"pagefind.{language['hash']}.pf_meta"
        manifest = cbor2.loads(_opened(manifest_file))
        manifest[3] = sorted(_settled(output, code, name, chunk) for name, chunk in manifest[3])
        manifest_file.unlink()
        content = cbor2.dumps(manifest)
        language["hash"] = f"{code}_{hashlib.sha256(content).hexdigest()[:10]}"
        _close(output / f"pagefind.{language['hash']}.pf_meta", content)
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, sort_keys=True), "utf-8")


def _settled(output: Path, code: str, name: str, chunk: str) -> list[str]:
    """A filter with its values in order; its name and that of its chunk, as the manifest lists them."""
    file = output / "filter" / f"{chunk}.pf_filter"
    label, values = cbor2.loads(_opened(file))
    file.unlink()
    content = cbor2.dumps([label, sorted(values)])
    settled = f"{code}_{hashlib.sha256(content).hexdigest()[:10]}"
    _close(output / "filter" / f"{settled}.pf_filter", content)
    return [name, settled]


def _opened(file: Path) -> bytes:
    return gzip.decompress(file.read_bytes()).removeprefix(_MARK)


def _close(file: Path, content: bytes) -> None:
    # No time in the header, so that the same content gives the same bytes.
    file.write_bytes(gzip.compress(_MARK + content, compresslevel=9, mtime=0))


def verify(output: Path, expected: int) -> tuple[str, ...]:
    """What is wrong with an index, in English; empty when every file is whole and the counts agree."""
    faults = []
    try:
        entry = json.loads((output / "pagefind-entry.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        return (f"pagefind-entry.json: {error}",)
    pages = sum(language["page_count"] for language in entry["languages"].values())
    if pages != expected:
        faults.append(f"{pages} pages are indexed, {expected} were expected")
    contents: dict[str, bytes] = {}
    for file in sorted(output.rglob("*.pf_*")):
        try:
            contents[file.name] = _opened(file)
        except (OSError, EOFError) as error:
            faults.append(f"{file.name}: {error}")
    for language in entry["languages"].values():
        faults += _missing(language["hash"], contents, frozenset(contents))
    fragments = sum(name.endswith(".pf_fragment") for name in contents)
    if fragments != expected:
        faults.append(f"{fragments} fragments, {expected} were expected")
    return tuple(faults)


def _missing(hash_: str, contents: dict[str, bytes], names: frozenset[str]) -> list[str]:
    """Chunks that the manifest names and the folder lacks."""
    manifest = contents.get(f"pagefind.{hash_}.pf_meta")
    if manifest is None:
        return [f"pagefind.{hash_}.pf_meta is missing"]
    stems = {name.rpartition(".")[0] for name in names}
    return [f"{text} is missing" for text in _texts(cbor2.loads(manifest)) if _is_chunk(text) and text not in stems]


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def _is_chunk(text: str) -> bool:
    language, _, digits = text.partition("_")
    return len(language) == 2 and len(digits) >= 6 and all(digit in "0123456789abcdef" for digit in digits)
