"""The search index: lean pages in, Pagefind's sharded index out, and a check that it is whole."""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Iterable
from html import escape
from pathlib import Path

import cbor2
from pagefind_bin import get_executable

from generator.language import Language
from generator.page import Page
from generator.problem import HubError

_MARK = b"pagefind_dcd"
"""Pagefind writes this before the content of each compressed file."""

_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")


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
    words = escape(" ".join(spec.keywords))
    kind = escape(next(iter(spec.facets.get("kind", ())), ""))
    return (
        f'<!doctype html><html lang="{code}"><head><meta charset="utf-8"><title>{escape(spec.title)}</title></head>'
        f'<body><div hidden data-pagefind-ignore="index">{filters}</div><main data-pagefind-body>'
        f'<span data-pagefind-meta="kind:{kind}"></span>{page.article}'
        f'<p data-pagefind-weight="0.5" data-pagefind-index-attrs="title" title="{words}"></p></main></body></html>'
    )


def index(lean: Path, output: Path) -> None:
    """Runs Pagefind. HubError with its last words when it fails."""
    done = subprocess.run(
        [str(get_executable()), "--site", str(lean), "--output-path", str(output), "--quiet"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        why = (done.stderr or done.stdout).strip().splitlines()[-3:]
        raise HubError(
            "The search index could not be made: {why}", "Build again; if it stays, report it.", why=" ".join(why)
        )
    for pattern in _UNUSED:
        for file in output.glob(pattern):
            file.unlink()


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
            contents[file.name] = gzip.decompress(file.read_bytes()).removeprefix(_MARK)
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
