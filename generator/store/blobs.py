"""A file of large values that are seldom read, each known by its place in it and by its content."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from generator.store.files import instead_of
from generator.store.pickling import packed_as_called


class SpoiltError(Exception):
    """What lies on a shelf is not what was put there."""


@packed_as_called
@dataclass(frozen=True, slots=True)
class Place:
    """Where a value lies."""

    start: int
    size: int
    sha256: bytes


@dataclass(frozen=True, slots=True)
class Shelf:
    """A file that only grows, until more than half of it is waste. It may be lost or damaged at any time."""

    file: Path

    def read(self, place: Place) -> bytes:
        """SpoiltError when it is not there, or another."""
        try:
            with self.file.open("rb") as file:
                file.seek(place.start)
                content = file.read(place.size)
        except OSError as error:
            raise SpoiltError(str(error)) from error
        if hashlib.sha256(content).digest() != place.sha256:
            raise SpoiltError(str(self.file))
        return content

    def put(self, values: Sequence[bytes | Place]) -> list[Place]:
        """Where each lies afterwards: those that are not there yet are added. OSError where they cannot be."""
        used = sum(value.size for value in values if isinstance(value, Place))
        if used * 2 < (self.file.stat().st_size if self.file.exists() else 1):
            with instead_of(self.file) as file:
                return [_add(file, self.read(value) if isinstance(value, Place) else value) for value in values]
        with self.file.open("ab") as file:
            return [value if isinstance(value, Place) else _add(file, value) for value in values]


def _add(file: IO[bytes], content: bytes) -> Place:
    start = file.tell()
    file.write(content)
    return Place(start, len(content), hashlib.sha256(content).digest())
