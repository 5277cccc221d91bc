"""Puts a built site on an object store or in another folder: only what changed, pages last, and what is gone away."""

from __future__ import annotations

import hashlib
import json
import mimetypes
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.build.marker import MARKER
from generator.problems.problem import HubError

MANIFEST = ".hub-manifest.json"
"""On the target: the hash of each file that this program put there."""
_OFTEN = 200
"""Files after which the manifest is written, so that an interrupted upload goes on where it stopped."""
_TYPES = {
    ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
    ".json": "application/json", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8",
    ".yml": "application/yaml; charset=utf-8", ".vtt": "text/vtt; charset=utf-8", ".webp": "image/webp",
    ".woff2": "font/woff2", ".ics": "text/calendar; charset=utf-8", ".svg": "image/svg+xml",
}  # fmt: skip
_NAMED_BY_CONTENT = re.compile(r"search/(words|cards|core|facets)/[0-9a-f]{10}\.bin$")
_CHANGING, _LASTING = "no-cache", "public, max-age=31536000, immutable"
"""Everything may be kept but must be asked about, save for what is named by its content."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that an upload does."""

    path: str
    """On the site, with forward slashes."""
    gone: bool = False


def upload(site: Path, target: str, *, only_say: bool = False) -> Iterator[Change]:
    """Makes the target as the site is, yielding each change when it is made (or, with `only_say`, would be).

    `target` is a folder or an address that fsspec knows, as `s3://bucket/hub`. HubError when the site was not built by
    this program, when the target holds files of others and none of ours, or when fsspec cannot reach it.
    """
    if not (site / MARKER).is_file():
        raise HubError("{folder} is no built site.", "Run “hub build” first.", folder=site)
    store = _Store.at(target)
    there = store.manifest()
    here = {path: _hash(site / path) for path in _files(site)}
    changed = [path for path, digest in here.items() if there.get(path) != digest]
    # A page names what lies beside it, so that must be there first; what a page of before names goes last.
    steps = [Change(path) for path in sorted(changed, key=_order)]
    steps += [Change(path, gone=True) for path in sorted(there.keys() - here.keys())]
    if only_say:
        yield from steps
        return
    known = dict(there)
    try:
        for number, step in enumerate(steps, 1):
            if step.gone:
                store.remove(step.path)
                del known[step.path]
            else:
                store.put(site / step.path, step.path)
                known[step.path] = here[step.path]
            yield step
            if number % _OFTEN == 0:
                store.write_manifest(known)
    finally:
        if steps:
            store.write_manifest(known)


def _files(site: Path) -> list[str]:
    files = (file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    return sorted(path for path in files if path != MARKER)


def _order(path: str) -> tuple[int, str]:
    """What pages need, then pages, then what leads to pages."""
    return (1 if path.endswith(".html") else 2 if path in {"sitemap.xml", "search/index.json"} else 0, path)


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


class _Store:
    """A place that fsspec knows."""

    def __init__(self, system: Any, root: str) -> None:
        self._system, self._root = system, root.rstrip("/")
        protocol = system.protocol
        self._protocol = protocol if isinstance(protocol, str) else protocol[0]

    @staticmethod
    def at(target: str) -> _Store:
        try:
            import fsspec
        except ImportError as error:
            raise HubError(
                "The program that reaches other places, fsspec, is not installed.",
                "Install it: pip install 'training-hub[publish]'.",
            ) from error
        try:
            return _Store(*fsspec.core.url_to_fs(target))
        except (ImportError, ValueError) as error:
            raise HubError(
                "{target} cannot be reached: {why}", "Correct the address.", target=target, why=error
            ) from error

    def manifest(self) -> Mapping[str, str]:
        """What is there of ours. HubError when others' files are there and none of ours."""
        try:
            read = json.loads(self._system.cat_file(self._at(MANIFEST)))
        except FileNotFoundError:
            if self._is_empty():
                return {}
            raise HubError(
                "{target} holds files that this program did not put there.", "Choose an empty place.", target=self._root
            ) from None
        except ValueError:
            return {}  # cut off by a crash: everything is put there again, which harms nothing
        return {str(path): str(digest) for path, digest in read.items()} if isinstance(read, dict) else {}

    def _is_empty(self) -> bool:
        try:
            return not self._system.ls(self._root, detail=False)
        except FileNotFoundError:
            return True

    def put(self, file: Path, path: str) -> None:
        self._write(path, file.read_bytes())

    def remove(self, path: str) -> None:
        try:
            self._system.rm_file(self._at(path))
        except FileNotFoundError:
            return  # somebody was quicker

    def write_manifest(self, known: Mapping[str, str]) -> None:
        self._write(MANIFEST, json.dumps(known, sort_keys=True, indent=0).encode())

    def _write(self, path: str, content: bytes) -> None:
        at = self._at(path)
        if self._protocol == "file":
            Path(at).parent.mkdir(parents=True, exist_ok=True)
        self._system.pipe_file(at, content, **self._headers(path))

    def _headers(self, path: str) -> dict[str, Any]:
        """Content type and cache header, in the words of the store; a folder has none."""
        suffix = Path(path).suffix.lower()
        sort = _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
        cache = _LASTING if _NAMED_BY_CONTENT.match(path) else _CHANGING
        if self._protocol == "s3":
            return {"ContentType": sort, "CacheControl": cache}
        if self._protocol in {"gs", "gcs"}:
            return {"content_type": sort, "fixed_key_metadata": {"cache_control": cache}}
        return {}

    def _at(self, path: str) -> str:
        return f"{self._root}/{path}"
