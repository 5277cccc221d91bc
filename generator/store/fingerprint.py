"""A fingerprint of frozen values: equal for equal values, whichever process made them."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from types import SimpleNamespace

from pydantic import BaseModel

_WITHOUT_REFERENCES = 2
"""The last version of the format in which equal values are equal bytes, however often one of them was named."""


def plain(value: object) -> bytes:
    """Texts, numbers and bytes, and tuples and lists of them, as bytes: equal for equal values. Else ValueError."""
    return marshal.dumps(value, _WITHOUT_REFERENCES)  # type: ignore[arg-type]  # it says itself what it cannot write


def digest(*values: object) -> bytes:
    """SHA-256 of texts, numbers, days, and what is made of them. TypeError for what has no fixed content."""
    return Digests().of(values)


_LETTERS = str.maketrans("0123456789", "ghijklmnop")


def in_letters(*values: object) -> str:
    """A short fingerprint for files that people read: 12 letters from a to p, so that it never looks like a number."""
    return digest(*values).hex()[:12].translate(_LETTERS)


class Digests:
    """Many fingerprints: frozen values are often parts of several others, and each is looked at once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, bytes]] = {}
        """By identity, with the value itself, so that no other takes its place in memory."""

    def __reduce__(self) -> tuple[object, ...]:
        """In another process other values stand in those places."""
        return Digests, ()

    def of(self, value: object) -> bytes:
        if value is None or isinstance(value, str | int | float | date | time):
            return f"{type(value).__name__} {value!r}".encode()
        known = self._known.get(id(value))
        if known is None:
            content = type(value).__name__.encode() + self._content(self._parts(value))
            known = self._known[id(value)] = value, hashlib.sha256(content).digest()
        return known[1]

    def _content(self, parts: Iterable[object]) -> bytes:
        """Parts that are plain, or tuples of such, say themselves at once what they hold: of others each is asked."""
        try:
            return b"\1" + plain(parts)
        except ValueError:
            known = self._known.get
            return b"\2" + b"\0".join([found[1] if (found := known(id(part))) else self.of(part) for part in parts])

    def _parts(self, value: object) -> Iterable[object]:
        if isinstance(value, tuple | list):
            return value
        names = _NAMES[type(value)]
        if names is not None:
            return [getattr(value, name) for name in names]
        if isinstance(value, Mapping):
            return value.items()
        if isinstance(value, BaseModel):
            return value.__dict__.items()
        if isinstance(value, SimpleNamespace):
            return vars(value).items()
        if isinstance(value, bytes):
            return (value.hex(),)
        raise TypeError(f"{type(value).__name__} has no fingerprint")


class _Names(dict[type, tuple[str, ...] | None]):
    """The fields of dataclasses; None for other types."""

    def __missing__(self, kind: type) -> tuple[str, ...] | None:
        self[kind] = found = tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None
        return found


_NAMES = _Names()
