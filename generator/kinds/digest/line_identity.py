"""Lines of a mail: what makes two the same one, in which order they stand, and what they say as rich text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import get_args

from generator.kinds.digest.model import Digest, MailLine, SectionKind
from generator.store.fingerprint import in_letters

ORDER: tuple[SectionKind, ...] = get_args(SectionKind)
"""The sorts of lines, in the order of a mail."""
Key = tuple[str, str, str]
"""Sort, item and part of it: lines with the same are about the same. A person's own line may have no item."""

_MARKS = re.compile(r"([\\`*_\[\]<>#|~!&])")


def key(kind: str, line: MailLine) -> Key:
    return kind, line.ref or "", line.part or ""


def written(known: Key, fingerprint: str) -> str:
    """A key and what its line was, as `found` holds them."""
    return " ".join((*(part for part in known if part), fingerprint))


def key_of(found: str) -> Key:
    """The key that an entry of `found` begins with."""
    kind, ref, *part = found.split(" ")[:-1] if found.count(" ") >= 2 else (found, "")
    return kind, ref, part[0] if part else ""


def fingerprint(line: MailLine) -> str:
    """Of all that a person may change in it."""
    return in_letters(line.title, line.line or "", list(line.only))


def for_audience(lines: Sequence[MailLine], role: str) -> tuple[MailLine, ...]:
    return tuple(line for line in lines if not line.only or role in line.only)


def markdown(digest: Digest) -> str:
    """The whole mail as rich text."""
    return "\n\n".join(_parts(digest)) or _plain(digest.summary)


def _parts(digest: Digest) -> Iterator[str]:
    if digest.greeting:
        yield digest.greeting
    for section in sorted(digest.sections, key=lambda section: ORDER.index(section.kind)):
        if section.items:
            yield "\n".join(f"* {_line(line)}" for line in section.items)


def _line(line: MailLine) -> str:
    title = f"[{_plain(line.title)}]({line.ref})" if line.ref else f"**{_plain(line.title)}**"
    return f"{title}: {_plain(line.line)}" if line.line else title


def _plain(text: str) -> str:
    """Words that mean nothing but themselves."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
