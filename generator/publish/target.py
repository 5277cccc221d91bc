"""Where a site can be put: a folder, or anything that fsspec knows."""

from __future__ import annotations

import filecmp
import hashlib
import mimetypes
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

from generator.problems.problem import HubError

_TYPES = {
    ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
    ".json": "application/json", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8",
    ".yml": "application/yaml; charset=utf-8", ".vtt": "text/vtt; charset=utf-8", ".webp": "image/webp",
    ".woff2": "font/woff2", ".ics": "text/calendar; charset=utf-8", ".svg": "image/svg+xml",
    ".csv": "text/csv; charset=utf-8",
}  # fmt: skip
_NAMED_BY_CONTENT = re.compile(r"search/(words|cards|core|facets)/[0-9a-f]{10}\.bin$")
_ADDRESS = re.compile("[A-Za-z][A-Za-z0-9+.-]+:|.*(://|::)")
"""What is no path: a folder with such a name is written with ./ before it."""
_PARTIAL = ".hub-partial-"
"""In a folder, the beginning of the name of a file that is not whole yet."""
_CHANGING, _LASTING = "no-cache", "public, max-age=31536000, immutable"
"""Everything may be kept but must be asked about, save for what is named by its content."""


class Target(Protocol):
    """A place for a site. All paths are relative to it, with forward slashes. HubError when it cannot be reached."""

    def read(self, path: str) -> bytes | None:
        """None when there is no such file."""

    def write(self, path: str, content: bytes) -> None:
        """At once: nobody sees half of it."""

    def remove(self, path: str) -> None:
        """Nothing happens when somebody was quicker."""

    def is_empty(self) -> bool: ...

    def look(self) -> None:
        """Looks anew at what is there, for `holds`."""

    def holds(self, path: str, file: Path) -> bool:
        """Whether what was there at the last look is as far as can be told the content of a file."""


def target_at(address: str) -> Target:
    """HubError when nothing that is installed can reach it."""
    if not _ADDRESS.match(address):
        return FolderTarget(Path(os.path.realpath(address)))
    try:
        import fsspec
    except ImportError as error:
        raise HubError(
            "The program that reaches other places, fsspec, is not installed.",
            "Install it: pip install 'training-hub[publish]'.",
        ) from error
    with _reaching(address):
        system, root = fsspec.core.url_to_fs(address)
    protocols = (system.protocol,) if isinstance(system.protocol, str) else system.protocol
    if "file" in protocols:
        return FolderTarget(Path(os.path.realpath(root)))
    return StoreTarget(address, system, root.rstrip("/"), protocols[0], {})


class FolderTarget:
    """A folder of this machine, or of one that is mounted here. Nothing goes through a link in it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def read(self, path: str) -> bytes | None:
        file = self._at(path)
        return file.read_bytes() if file.is_file() and not file.is_symlink() else None

    def write(self, path: str, content: bytes) -> None:
        file = self._at(path)
        before = os.umask(0o022)  # a web server is to read it
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            partial = self.root / f"{_PARTIAL}{os.getpid()}"
            partial.unlink(missing_ok=True)
            with partial.open("xb") as new:
                new.write(content)
                new.flush()
                os.fsync(new.fileno())
            partial.replace(file)
        finally:
            os.umask(before)

    def remove(self, path: str) -> None:
        file = self._at(path)
        with suppress(FileNotFoundError, NotADirectoryError):
            file.unlink()
        with suppress(OSError):  # something is left in it
            while (file := file.parent) != self.root:
                file.rmdir()

    def is_empty(self) -> bool:
        return not self.root.exists() or all(one.name.startswith(_PARTIAL) for one in self.root.iterdir())

    def look(self) -> None:
        """Each file is looked at when it is asked for. What an upload that was killed had begun to write goes."""
        for left in self.root.glob(f"{_PARTIAL}*"):
            left.unlink()

    def holds(self, path: str, file: Path) -> bool:
        there = self._at(path)
        return there.is_file() and not there.is_symlink() and filecmp.cmp(there, file, shallow=False)

    def _at(self, path: str) -> Path:
        """HubError when a folder on the way is a link."""
        place = self.root
        for part in path.split("/")[:-1]:
            place /= part
            if place.is_symlink():
                raise HubError("{path} is a link, and nothing is put where it leads.", "Remove it.", path=place)
        return self.root / path


class StoreTarget:
    """An object store."""

    # fsspec comes without types, so its file system is `Any`.
    def __init__(
        self, address: str, system: Any, root: str, protocol: str, seen: Mapping[str, Mapping[str, object]]
    ) -> None:
        self._address, self._system, self._root, self._protocol, self._seen = address, system, root, protocol, seen

    def read(self, path: str) -> bytes | None:
        with _reaching(self._address):
            try:
                return bytes(self._system.cat_file(f"{self._root}/{path}"))
            except FileNotFoundError:
                return None

    def write(self, path: str, content: bytes) -> None:
        with _reaching(self._address):
            self._system.pipe_file(f"{self._root}/{path}", content, **self._headers(path))

    def remove(self, path: str) -> None:
        with _reaching(self._address), suppress(FileNotFoundError):
            self._system.rm_file(f"{self._root}/{path}")

    def is_empty(self) -> bool:
        with _reaching(self._address):
            try:
                return not self._system.ls(self._root, detail=False)
            except FileNotFoundError:
                return True

    def look(self) -> None:
        with _reaching(self._address):
            self._system.invalidate_cache()
            found = self._system.find(self._root, detail=True)
        start = len(self._root) + 1
        self._seen = {path[start:]: one for path, one in found.items()}

    def holds(self, path: str, file: Path) -> bool:
        """By size, and by MD5 where the store tells it."""
        seen = self._seen.get(path)
        if seen is None or seen.get("size") != file.stat().st_size:
            return False
        told = str(seen.get("ETag") or "").strip('"')
        is_md5 = re.fullmatch("[0-9a-f]{32}", told) is not None
        return not is_md5 or told == hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()

    def _headers(self, path: str) -> dict[str, object]:
        """Content type and cache header, in the words of the store."""
        suffix = Path(path).suffix.lower()
        media = _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
        cache = _LASTING if _NAMED_BY_CONTENT.match(path) else _CHANGING
        if self._protocol == "s3":
            return {"ContentType": media, "CacheControl": cache}
        if self._protocol in {"gs", "gcs"}:
            return {"content_type": media, "fixed_key_metadata": {"cache_control": cache}}
        return {}


@contextmanager
def _reaching(address: str) -> Iterator[None]:
    """Turns whatever a store's own program raises into a sentence: they agree on no exceptions."""
    try:
        yield
    except HubError:
        raise
    except Exception as error:
        if "credential" in f"{type(error).__name__} {error}".lower():
            raise HubError(
                "No credentials for {target} were found.",
                "Give them as the store asks, for S3 as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.", target=address,
            ) from error  # fmt: skip
        raise HubError(
            "{target} cannot be reached: {why}", "Correct the address.", target=address,
            why=str(error) or type(error).__name__,
        ) from error  # fmt: skip
