"""Films as they go to the site: what says where one was filmed is empty space of the same length."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from generator.films.film import look_at
from generator.films.parse_result import Span
from generator.problems.problem import HubError
from generator.store.atomic_write import instead_of

_SUFFIXES = frozenset({".mp4", ".webm"})
_AT_ONCE = 1 << 20


def cleaned(files: Iterable[tuple[str, Path]], cache: Path) -> tuple[tuple[str, Path], ...]:
    """Paths on the site and the files that go there: others in `cache` for films that tell a place."""
    return tuple((path, _cleaned(file, cache)) for path, file in files)


def _cleaned(file: Path, cache: Path) -> Path:
    if file.suffix.lower() not in _SUFFIXES:
        return file
    try:
        film = look_at(file)
    except ValueError as error:  # the check has looked at it
        raise HubError("{path} was changed meanwhile.", "Build again.", path=file) from error
    if not film.has_place:
        return file
    cache.mkdir(parents=True, exist_ok=True)
    name = hashlib.sha256(str(file).encode()).hexdigest()[:32]
    kept = cache / f"{name}{file.suffix.lower()}"
    with instead_of(kept) as new, file.open("rb") as source:  # made anew each time, so that nothing there is trusted
        shutil.copyfileobj(source, new, _AT_ONCE)
        for span in film.spare:
            _empty(new, span, is_webm=film.form in ("WebM", "Matroska"))
    return kept


def _empty(film: IO[bytes], span: Span, *, is_webm: bool) -> None:
    """Puts a part that players skip in place of another: `free`, or Void (RFC 8794, 11.3.2)."""
    length = span.end - span.start
    film.seek(span.start)
    if not is_webm:
        head = length.to_bytes(4, "big") + b"free" if length < 1 << 32 else b"\0\0\0\1free" + length.to_bytes(8, "big")
    elif length >= 9:
        head = b"\xec\x01" + (length - 9).to_bytes(7, "big")
    else:
        head = bytes((0xEC, 0x80 | (length - 2)))
    film.write(head)
    left = length - len(head)
    while left > 0:
        film.write(bytes(min(left, _AT_ONCE)))
        left -= _AT_ONCE
