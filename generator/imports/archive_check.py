"""Looks into Office files before anybody reads them: what they are, how large they grow, what they hold."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection
from pathlib import Path

from generator.i18n.language import mark
from generator.problems.problem import HubError

_LARGEST = 50_000_000
_MOST_PARTS = 2_000
_MOST_TAGS = 200_000
_MOST_SIGNS = 2_000_000
"""Of the texts of a Word file, its notes and styles included: what is read in less than ten seconds."""
_MOST_ELEMENTS = 60_000
"""Of a text as HTML, the ends of elements included."""
_TAG = re.compile(rb"<[^<>]*>")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How files of Office 97–2003 begin, and those that are protected with a password."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_SAVE_ANEW = mark("Open it in the program that it was made with, and save a new copy.")
_SMALLER = mark("Divide it, or take out what is not needed.")


def examined(file: Path, *, form: str, parts: Collection[str]) -> None:
    """HubError when the file is not a whole and harmless one of a form ("Word"), one of whose `parts` it holds."""
    content = file.read_bytes() if file.stat().st_size <= _LARGEST else b""
    if not content and file.stat().st_size:
        raise HubError("{file} is larger than 50 MB.", _SMALLER, file=file.name)
    if content.startswith(_OLE):
        if _LOCKED in content:
            raise HubError(
                "{file} is protected with a password.", "Take the password away, and save it.", file=file.name
            )
        raise HubError(
            "{file} is in the old form of Office, whatever its name says.",
            "Open it, and save it as .docx or .xlsx.", file=file.name,
        )  # fmt: skip
    try:
        with zipfile.ZipFile(file) as archive:
            _examine(archive, file.name, form, parts)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError) as error:
        raise HubError("{file} is damaged, or no {form} file.", _SAVE_ANEW, file=file.name, form=form) from error


def _examine(archive: zipfile.ZipFile, name: str, form: str, parts: Collection[str]) -> None:
    inside = archive.infolist()
    if len(inside) > _MOST_PARTS or sum(part.file_size for part in inside) > _LARGEST:
        raise HubError("{file} holds more than 50 MB or 2,000 parts once it is unpacked.", _SMALLER, file=name)
    if any(part.flag_bits & 1 for part in inside):
        raise HubError("{file} is protected with a password.", "Take the password away, and save it.", file=name)
    if not {part.filename for part in inside} & set(parts):
        raise HubError("{file} is damaged, or no {form} file.", _SAVE_ANEW, file=name, form=form)
    tags = signs = 0
    for part in inside:
        if part.filename.lower().endswith((".xml", ".rels", ".vml")):
            xml = archive.read(part)
            _refuse_entities(xml, name)
            if part.filename.startswith("word/"):
                tags += xml.count(b"<")
                signs += 0 if tags > _MOST_TAGS else len(_TAG.sub(b"", xml))
            if tags > _MOST_TAGS or signs > _MOST_SIGNS:
                raise _too_long(name)


def refuse_vast(html: str, name: str) -> None:
    """HubError when a text, as HTML, holds more than is taken in at once."""
    if html.count("<") > _MOST_ELEMENTS:
        raise _too_long(name)


def _too_long(name: str) -> HubError:
    return HubError("{file} holds more text than is taken in at once: some 200 pages.", _SMALLER, file=name)


def _refuse_entities(xml: bytes, name: str) -> None:
    """No program of an office writes a DTD; entities in it can grow without limit, or read other files."""
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or xml[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in xml[:64]:
        raise HubError("{file} holds XML with entities, which is not opened.", _SAVE_ANEW, file=name)
