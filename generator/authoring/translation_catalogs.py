"""A further language's catalog of texts: a skeleton to be filled in, and what is missing or wrong in one."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, read_po, write_po

from generator.i18n.language import CATALOGS, LANGUAGES, mark
from generator.problems.problem import HubError
from generator.store.atomic_write import instead_of

_SOURCE = "da"
"""The catalog that holds every text; its translations help whoever translates anew."""
_PLACEHOLDER = re.compile(r"\{(\w*)(?:![rsa])?\}")


@dataclass(frozen=True, slots=True)
class Untranslated:
    """A text of a catalog that is missing or wrong."""

    line: int
    """Where it stands in the file; 0 when it does not."""
    text: str
    why: str
    """English message id; `{names}` is filled from the names."""
    names: str = ""


def skeleton(code: str, file: Path) -> int:
    """Writes the catalog of a language, every text in it; what a file that is there has said already stays. How many
    texts are still to be translated. HubError for a language that cannot be one, or has a catalog.
    """
    catalog = _empty(code)
    before = _read(code, file) if file.exists() else Catalog()
    for message in _source():
        kept = before.get(message.id, message.context)
        said = kept.string if kept and _translations(kept) else _nothing(message, catalog)
        catalog.add(
            message.id, said, context=message.context,
            user_comments=[f"{_SOURCE}: {text}" for text in _translations(message)],
        )  # fmt: skip
    file.parent.mkdir(parents=True, exist_ok=True)
    with instead_of(file) as new:
        write_po(new, catalog, width=0)
    return sum(not all(_forms(message)) for message in catalog if message.id)


def faults(code: str, file: Path) -> Iterator[Untranslated]:
    """What is missing or wrong, in the order of the program's texts. HubError when the file is no catalog."""
    catalog, wanted = _read(code, file), get_plural(code).num_plurals
    for message in _source():
        found = catalog.get(message.id, message.context)
        text = message.id if isinstance(message.id, str) else message.id[0]
        if found is None:
            yield Untranslated(0, text, mark("It is not in the file."))
            continue
        forms, line = _forms(found), found.lineno or 0
        if not all(forms):
            yield Untranslated(line, text, mark("It is not translated."))
        elif isinstance(message.id, tuple) and len(forms) != wanted:
            yield Untranslated(line, text, mark("It needs {names} forms of the plural."), str(wanted))
        elif found.fuzzy:
            yield Untranslated(line, text, mark("It is marked as unsure."))
        elif strange := _strange(message, forms):
            yield Untranslated(line, text, mark("These placeholders are not in the text: {names}."), strange)
        elif lost := _lost(message, forms):
            yield Untranslated(line, text, mark("These placeholders are lost: {names}."), lost)


def _source() -> list[Message]:
    with (CATALOGS / f"{_SOURCE}.po").open("rb") as source:
        return [message for message in read_po(source, locale=_SOURCE) if message.id]


def _empty(code: str) -> Catalog:
    if code in LANGUAGES:
        raise HubError("The program speaks “{code}” already.", "Choose another language.", code=code)
    try:
        Locale(code)
    except (UnknownLocaleError, ValueError) as error:
        raise HubError("“{code}” is not the code of a language.", "Give two letters, as sv.", code=code) from error
    return Catalog(locale=code, fuzzy=False, header_comment="")


def _read(code: str, file: Path) -> Catalog:
    try:
        return read_po(io.BytesIO(file.read_bytes()), locale=code, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        raise HubError(
            "{file} is no catalog of texts: {why}", "Mend it and try again.", file=file, why=error
        ) from error


def _forms(message: Message) -> tuple[str, ...]:
    string = message.string
    return (string,) if isinstance(string, str) else tuple(string or ("",))


def _translations(message: Message) -> list[str]:
    return [text for text in _forms(message) if text]


def _nothing(message: Message, catalog: Catalog) -> str | tuple[str, ...]:
    return "" if isinstance(message.id, str) else ("",) * catalog.num_plurals


def _asked(message: Message) -> set[str]:
    ids = (message.id,) if isinstance(message.id, str) else message.id
    return {name for text in ids for name in _PLACEHOLDER.findall(text)}


def _strange(message: Message, forms: tuple[str, ...]) -> str:
    found = {name for text in forms for name in _PLACEHOLDER.findall(text)} - _asked(message)
    return ", ".join(f"{{{name}}}" for name in sorted(found))


def _lost(message: Message, forms: tuple[str, ...]) -> str:
    """Those that the last form, the one of most numbers, leaves out though Danish and English keep them."""
    kept = set(_PLACEHOLDER.findall(_forms(message)[-1])) & _asked(message)
    return ", ".join(f"{{{name}}}" for name in sorted(kept - set(_PLACEHOLDER.findall(forms[-1]))))
