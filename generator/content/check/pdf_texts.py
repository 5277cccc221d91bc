"""What a PDF says, read plainly: the strings that its pages show, and what it tells of itself.

No page is laid out. Strings that stand close on a line are joined, and fonts that number their letters anew are read by
the tables (`ToUnicode`) that make their text searchable; a scanned page says nothing.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from html import unescape

_MOST_BYTES = 50_000_000
"""Of all streams, unpacked."""
_TAG = re.compile(r"<[^>]*>")
_STREAM = re.compile(rb"<<((?:(?!endobj|stream).){0,4000})>>\s*stream\r?\n", re.DOTALL)
_SHOWN = re.compile(
    rb"\[((?:\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>|[-+.\d\s])*)\]\s*TJ"
    rb"|(\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>)\s*(?:Tj|'|\")"
    rb"|\b(T[dDm*]|ET)\b",
    re.DOTALL,
)
_STRING = re.compile(rb"\(((?:\\.|[^\\()])*)\)|<([0-9A-Fa-f\s]*)>", re.DOTALL)
_ABOUT = re.compile(rb"/(?:Title|Subject|Keywords|Author|Contents|T|V|TU)\s*(\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]+>)")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_LINES_OF_CODES = re.compile(r"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_CODE = r"<([0-9A-Fa-f]{1,8})>\s*"
_CODES = {
    "bfchar": re.compile(rf"{_CODE}()<([0-9A-Fa-f]+)>"),
    "bfrange": re.compile(rf"{_CODE}{_CODE}<([0-9A-Fa-f]+)>"),
}
_MOST_CODES = 256


def texts_of_pdf(content: bytes) -> Iterator[str]:
    """Texts as somebody would read them, line by line; those of fonts with own numbers once for each table."""
    streams = list(_streams(content))
    tables = [table for stream in streams if b"begincmap" in stream and (table := _table(stream.decode("latin-1")))]
    for told in (content, *(stream for stream in streams if b"/Type" in stream or b"/T" in stream)):
        yield " \n\n".join(_plain(found[1]) for found in _ABOUT.finditer(told))
    for stream in streams:
        if b"xmpmeta" in stream:
            yield unescape(_TAG.sub("\n\n", stream.decode("utf-8", "replace")))
        if b"Tj" in stream or b"TJ" in stream:
            yield _shown(stream, {})
            yield from (_shown(stream, table) for table in tables[:20])


def _streams(content: bytes) -> Iterator[bytes]:
    left = _MOST_BYTES
    for found in _STREAM.finditer(content):
        end = content.find(b"endstream", found.end())
        data = content[found.end() : end if end >= 0 else len(content)]
        if b"FlateDecode" in found[1]:
            try:
                data = zlib.decompressobj().decompress(data, left)
            except zlib.error:
                continue
        elif b"/Filter" in found[1]:
            continue
        left -= len(data)
        yield data
        if left <= 0:
            return


def _shown(stream: bytes, table: dict[int, str]) -> str:
    """The strings that one stream shows. A move is to the next line or word, and taken for a space."""
    parts: list[str] = []
    for found in _SHOWN.finditer(stream):
        if found[3]:
            parts.append(" ")
        else:
            parts += (_read(one, table) for one in _STRING.finditer(found[1] or found[2]))
    return "".join(parts)


def _read(found: re.Match[bytes], table: dict[int, str]) -> str:
    data = _bytes(found)
    if not table:
        return data.decode("utf-16-be", "replace") if data[:2] == b"\xfe\xff" else data.decode("cp1252", "replace")
    return "".join(table.get(int.from_bytes(data[at : at + 2]), "") for at in range(0, len(data) - 1, 2))


def _bytes(found: re.Match[bytes]) -> bytes:
    if found[1] is None:
        digits = re.sub(rb"\s", b"", found[2]).decode("ascii")
        return bytes.fromhex(digits + "0" * (len(digits) % 2))
    return _ESCAPE.sub(_unescaped, found[1])


def _unescaped(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    if sign.isdigit():
        return bytes([int(sign, 8) & 255])
    return {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"\r\n": b"", b"\n": b"", b"\r": b""}.get(sign, sign)


def _plain(string: bytes) -> str:
    found = _STRING.match(string)
    return _read(found, {}) if found else ""


def _table(text: str) -> dict[int, str]:
    """The letter of each number of a font."""
    table: dict[int, str] = {}
    for block in _LINES_OF_CODES.finditer(text):
        for first, last, letter in _CODES[block[1]].findall(block[2]):
            start = int(first, 16)
            for number in range(start, min(int(last or first, 16), start + _MOST_CODES) + 1):
                table[number] = _letters(letter, number - start)
    return table


def _letters(digits: str, further: int) -> str:
    if len(digits) % 4:
        return ""
    text = bytes.fromhex(digits).decode("utf-16-be", "replace")
    return text[:-1] + chr(min(ord(text[-1]) + further, 0x10FFFF)) if text else ""
