"""What somebody most likely meant by a value that has the wrong form."""

from __future__ import annotations

import re
from datetime import date

from generator.model.fields import REDIRECT

_MONTHS = (
    ("jan", "january", "januar"), ("feb", "february", "februar"), ("mar", "march", "marts"), ("apr", "april"),
    ("may", "maj"), ("jun", "june", "juni"), ("jul", "july", "juli"), ("aug", "august"),
    ("sep", "sept", "september"), ("oct", "okt", "october", "oktober"), ("nov", "november"),
    ("dec", "december"),
)  # fmt: skip
_NUMBER_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_DASHES = re.compile("[\u2010-\u2015\u2212/.]")
_DAY_FIRST = re.compile(r"(\d{1,2})[-. ]{1,2}(\d{1,2}|[a-z]{3,9})[-. ]{1,2}(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})-?(\d{1,2})-?(\d{1,2})(?:[t ].*)?")
_LANGUAGES = {
    "dk": "da", "dansk": "da", "danish": "da", "engelsk": "en", "english": "en", "uk": "en", "gb": "en",
    "tysk": "de", "german": "de", "deutsch": "de", "svensk": "sv", "swedish": "sv", "norsk": "no", "norwegian": "no",
    "fransk": "fr", "french": "fr", "spansk": "es", "spanish": "es", "arabisk": "ar", "arabic": "ar",
    "tyrkisk": "tr", "turkish": "tr", "polsk": "pl", "polish": "pl", "ukrainsk": "uk", "ukrainian": "uk",
    "groenlandsk": "kl", "grønlandsk": "kl", "faeroesk": "fo", "færøsk": "fo", "islandsk": "is", "icelandic": "is",
}  # fmt: skip


def day_meant(text: str) -> str:
    """The day as the hub writes days, or "–" where it could be either of two: some put the month first."""
    plain = _DASHES.sub("-", text.strip().lower())
    if found := _YEAR_FIRST.fullmatch(plain):
        return _day(found[1], found[2], found[3])
    if not (found := _DAY_FIRST.fullmatch(plain)):
        return "–"
    day, month, year = found.groups()
    if "/" in text and month.isdecimal() and int(day) <= 12 and int(month) <= 12 and day != month:
        return "–"
    return _day(year, f"{_NUMBER_OF.get(month, month)}", day)


def _day(year: str, month: str, day: str) -> str:
    full = f"20{year[-2:]}" if len(year) == 2 or year.startswith("00") else year
    try:
        return date(int(full), int(month), int(day)).isoformat()
    except ValueError:
        return "–"


def language_meant(text: str) -> str:
    """The code of a language that is given by its name, its country or with other signs; or "–"."""
    plain = text.strip().lower()
    if found := re.fullmatch(r"([a-z]{2})[-_]([a-z]{2})", plain):
        return f"{found[1]}-{found[2].upper()}"
    return _LANGUAGES.get(plain, plain if re.fullmatch(r"[a-z]{2}", plain) and plain != text else "–")


def old_address_meant(text: str) -> str:
    """The address without its host and the slash before it, when that is all that is wrong; or "–"."""
    plain = re.sub(r"^(?:https?://[^/]+)?/+", "", text.strip())
    return plain if re.match(REDIRECT, plain) else "–"
