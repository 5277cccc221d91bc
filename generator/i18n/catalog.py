"""Reads a catalog of translations (`.po`) in haste: every command needs one, and a whole reader takes half a second."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

_QUOTED = r'(?:"(?:[^"\\\n]|\\.)*"\s*)+'
_ENTRY = re.compile(
    rf"^(?:msgctxt ({_QUOTED}))?msgid ({_QUOTED})(?:msgid_plural {_QUOTED})?((?:msgstr(?:\[[01]\])? {_QUOTED})+)",
    re.MULTILINE,
)
_STRING = re.compile(rf"msgstr(?:\[[01]\])? ({_QUOTED})")
_LINE = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


@dataclass(frozen=True, slots=True)
class Translations:
    """What texts are in another language; one that is not in the catalog stays as it is.

    One thing is told from many as in Danish and English: `plural=(n != 1)`.
    """

    strings: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """By context, "" for none, and message id: the text, or those for one and for many."""

    def gettext(self, msgid: str) -> str:
        return self.pgettext("", msgid)

    def pgettext(self, context: str, msgid: str) -> str:
        return self.strings.get((context, msgid), (msgid,))[0]

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        return self.strings.get(("", singular), (singular, plural))[number != 1]


def read_catalog(file: Path) -> Translations:
    """The translations in a file; of one that has no text yet there is none. OSError when it cannot be read."""
    strings: dict[tuple[str, str], tuple[str, ...]] = {}
    for context, msgid, translated in _ENTRY.findall(file.read_text("utf-8")):
        texts, key = tuple(map(_text, _STRING.findall(translated))), _text(msgid)
        if key and all(texts):  # without a key stands what the file says of itself
            strings.setdefault((_text(context), key), texts)
    return Translations(strings)


def _text(quoted: str) -> str:
    """What stands between quotation marks, on one line or several: the escapes are those of JSON."""
    text: str = json.loads(f'"{"".join(_LINE.findall(quoted))}"')
    return text
