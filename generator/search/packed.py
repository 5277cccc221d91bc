"""The files of Pagefind: compressed, each with a mark before its content."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from hashlib import sha1
from pathlib import Path
from types import MappingProxyType

import cbor2
from zlib_ng import zlib_ng

_LEVEL = 5
"""As small as the standard library's usual level, in a third of the time."""
_GZIP = 31
"""Which header is written."""
_MARK = b"pagefind_dcd"
"""Pagefind writes this before the content of each compressed file."""


def verify(
    output: Path, expected: int, known: Collection[str] = (), sizes: Mapping[str, int] = MappingProxyType({})
) -> tuple[str, ...]:
    """What is wrong with an index, in English; empty when every file is whole and the counts agree.

    Files of the names `known` were found whole before, and nobody has touched them since. Others that were written just
    now are whole when they have their `sizes`; what is left is opened.
    """
    faults = []
    try:
        entry = json.loads((output / "pagefind-entry.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        return (f"pagefind-entry.json: {error}",)
    pages = sum(language["page_count"] for language in entry["languages"].values())
    if pages != expected:
        faults.append(f"{pages} pages are indexed, {expected} were expected")
    there = {name: folder for folder, _, names in os.walk(output) for name in names if ".pf_" in name}
    contents: dict[str, bytes] = {}
    for name in sorted(there.keys() - known):
        try:
            file = Path(there[name], name)
            is_whole = name in sizes and file.stat().st_size == sizes[name]
            contents[name] = b"" if is_whole else opened(file)
        except OSError as error:
            faults.append(f"{name}: {error}")
    for language in entry["languages"].values():
        faults += _missing(language["hash"], contents, there.keys())
    fragments = sum(name.endswith(".pf_fragment") for name in there)
    if fragments != expected:
        faults.append(f"{fragments} fragments, {expected} were expected")
    return tuple(faults)


def _missing(hash_: str, contents: Mapping[str, bytes], names: Collection[str]) -> list[str]:
    """Files that the manifest names, or that belong to those, and the folder lacks."""
    manifest = contents.get(f"pagefind.{hash_}.pf_meta")
    if manifest is None:
        return [f"pagefind.{hash_}.pf_meta is missing"]
    _, pages, chunks, filters, *_ = cbor2.loads(manifest)
    wanted = [f"pagefind.{hash_}.pf_pages", *(f"{name}.pf_fragment" for name, _ in pages)]
    wanted += [f"{name}.{kind}" for *_, name in chunks for kind in ("pf_index", "pf_weights")]
    wanted += [f"{name}.pf_filter" for _, name in filters]
    return [f"{name} is missing" for name in wanted if name not in names]


def opened(file: Path) -> bytes:
    """OSError when it cannot be read, or is damaged."""
    try:
        return zlib_ng.decompress(file.read_bytes(), wbits=_GZIP).removeprefix(_MARK)
    except zlib_ng.error as error:  # type: ignore[misc]  # it is a class, whatever its stub says
        raise OSError(str(error)) from error


def close(file: Path, content: bytes) -> None:
    file.write_bytes(closed(content))


def name_of(code: str, content: bytes) -> str:
    """How a file is called that is named by its content."""
    return f"{code}_{sha1(content, usedforsecurity=False).hexdigest()[:10]}"


def write_named(folder: Path, code: str, kind: str, content: bytes) -> str:
    """Writes a file that is named by its content, unless it is there; its name."""
    name = name_of(code, content)
    file = folder / f"{name}.{kind}"
    if not file.exists():
        close(file, content)
    return name


def closed(content: bytes) -> bytes:
    """A file with this content."""
    # No time in the header, so that the same content gives the same bytes.
    return zlib_ng.compress(_MARK + content, level=_LEVEL, wbits=_GZIP)
