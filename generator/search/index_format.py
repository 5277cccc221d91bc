"""The files of the index: compressed sections after a byte that says which version of the format they are in."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha1
from itertools import accumulate
from operator import sub
from pathlib import Path

VERSION = 4
"""Of the format (`FORMAT.md`). A reader of another version says so instead of guessing."""
_GZIP = 31
"""What zlib calls a gzip header; its time is always 0, so that the same content gives the same bytes."""


def packed(sections: Iterable[bytes]) -> bytes:
    """A file of these sections: the version, then each with its size before it, compressed."""
    parts = [bytes((VERSION,))]
    for section in sections:
        parts += (len(section).to_bytes(4, "little"), section)
    return zlib.compress(b"".join(parts), 6, wbits=_GZIP)


def sections_of(file: Path) -> list[bytes]:
    """The sections of a file. OSError when it cannot be read, is damaged, or of another version."""
    try:
        content = zlib.decompress(file.read_bytes(), wbits=_GZIP)
    except zlib.error as error:
        raise OSError(str(error)) from error
    if content[:1] != bytes((VERSION,)):
        raise OSError(f"version {content[:1].hex()}")
    found, at = [], 1
    while at < len(content):
        end = at + 4 + int.from_bytes(content[at : at + 4], "little")
        found.append(content[at + 4 : end])
        at = end
    return found


def write_named(folder: Path, sections: Sequence[bytes]) -> str:
    """Writes a file that is named by what it says, unless it is there; its name, ten hexadecimal digits."""
    name = sha1(b"\0".join([*(b"%d" % len(section) for section in sections), *sections])).hexdigest()[:10]
    file = folder / f"{name}.bin"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        file.write_bytes(packed(sections))
    return name


class _Varints(dict[int, bytes]):
    """A number in bytes of seven bits, the lowest first; the eighth bit says that more come."""

    def __missing__(self, number: int) -> bytes:
        self[number] = found = bytes((number,)) if number < 128 else bytes((number & 127 | 128,)) + self[number >> 7]
        return found


VARINTS = _Varints()


def varints(numbers: Iterable[int]) -> bytes:
    return b"".join(map(VARINTS.__getitem__, numbers))


def numbers_of(content: bytes) -> list[int]:
    """The numbers that `varints` wrote."""
    if content.isascii():  # every byte is below 128, a number of its own
        return list(content)
    found, number, shift = [], 0, 0
    for byte in content:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            found.append(number)
            number = shift = 0
    return found


def gaps_of(pages: Sequence[int], before: int = -1) -> bytes:
    """Rising page numbers as how far each is from the one before."""
    if not pages:
        return b""
    return VARINTS[pages[0] - before] + varints(map(sub, pages[1:], pages))


def pages_of(gaps: bytes) -> list[int]:
    """The page numbers that `gaps_of` wrote."""
    return [number - 1 for number in accumulate(numbers_of(gaps))]


def sliced(content: bytes, counts: Iterable[int]) -> Iterator[bytes]:
    """Numbers that `varints` wrote one after the other, so many at a time."""
    ends = None if content.isascii() else [place + 1 for place, byte in enumerate(content) if byte < 128]
    start = done = 0
    for count in counts:
        done += count
        end = start if not count else done if ends is None else ends[done - 1]
        yield content[start:end]
        start = end
