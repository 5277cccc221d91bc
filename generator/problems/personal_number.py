"""Recognises what could be a Danish civil registration number (CPR): one pattern finds it and masks it.

The number is looked for as people write it: with any hyphen, dash or space of Unicode, without, over the end of a line,
in bold, with dots in its date or with four digits for its year.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

_UNSEEN = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff*_`\\\\]"
)
"""Invisible signs, and marks of bold and code, which people do not see between the digits."""
_DASH = (
    "[-.\u00b7\u2022\u058a\u05be\u1400\u1806\u2010-\u2015\u2043\u2044\u2053\u207b\u208b\u2212\u2215\u2e17\u2e1a\u2e3a\u2e3b"
    "\u2e40\u2e5d\u301c\u3030\u30a0\u30fb\ufe31\ufe32\ufe58\ufe63\uff0d\uff5e\U00010ead~/]"
)
_SPACE = "[^\\S\r\n]"
_ENTITY = r"&(?:[a-z]{2,6}|#\d{2,5}|#x[0-9a-f]{2,4});"
"""A sign as HTML writes it; no other sign than a space, a dash or an unseen one is written so between figures."""
_BREAK = f"{_SPACE}{{0,40}}(?:(?:\r?\n|[|;]|{_ENTITY}|<br ?/?>){_SPACE}{{0,40}})?"
"""Spaces, and one end of a line or of a cell."""


def _digits(number: int) -> str:
    return rf"\d(?:{_UNSEEN}{{0,4}}\d){{{number - 1}}}"


_GAP = f"{_UNSEEN}{{0,4}}"
# That no digit stands before the first is asked after it, so that the engine leaps from digit to digit.
_PATTERN = re.compile(
    rf"(?P<day>\d(?<!\d\d){_GAP}\d){_GAP}(?P<point>[./ -]?){_GAP}(?P<month>{_digits(2)}){_GAP}(?P=point){_GAP}"
    rf"(?P<year>{_digits(2)}|(?:1\d|20)(?:{_digits(2)}))"
    rf"(?P<between>{_GAP}(?:{_BREAK}{_GAP}{_DASH}{{1,3}}{_GAP}{_BREAK}|{_BREAK}){_GAP})"
    rf"(?P<serial>{_digits(2)}(?P<apart>{_SPACE}?){_GAP}{_digits(2)})(?!{_GAP}\d)"
)
_ALIVE = range(1900, 2031)
"""Years in which people of whom somebody may write were born."""
_STAMPED = range(20, 36)
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5][05]")
"""A time of day as it stands in names of files and minutes: 0900, 1345."""
_ALNUM_BEFORE = re.compile(r"[^\W_]$")
_OTHER_NUMBER = re.compile(
    r"(?:isbn(?:-?1[03])?|issn|ean|gtin|gln|cvr|doi|sags?(?:nr|nummer|nummeret)?|j(?:ournal)?\.?(?:nr|nummer)"
    r"|case|file|ref|order|ordre(?:nr|nummer)?|faktura(?:nr|nummer)?|invoice|konto(?:nr|nummer)?(?:[\s.:]*\d{4})?|vare(?:nr|nummer)?"
    r"|tlf|telefon|mobil|phone|kl|serienr|serial|version|build)[\s.:#/-]*(?:nr|no)?[\s.:#/-]*$",
    re.IGNORECASE,
)
"""Words before a number that say what else it is. They clear only a number without a hyphen."""
_LONGER = re.compile(r"[-.]\d")
"""After a number, that it goes on: 010190-1234-5678."""
_IN_ADDRESS = re.compile(r"https?://[^\s<>\"?#]*/$", re.IGNORECASE)
"""Before a number, that it is a folder of an address: that of a film, or of an article."""


def found_in(text: str, allowed: Collection[str] = ()) -> Iterator[re.Match[str]]:
    """Every stretch of a text that could be a number. `allowed` are look-alikes, in digits, that are none."""
    for found in _PATTERN.finditer(text):
        if _is_possible(found) and _is_meant(found, text) and _plain(found[0]) not in allowed:
            yield found


def holds_number(text: str, allowed: Collection[str] = ()) -> bool:
    """Whether a text holds anything that could be a number."""
    return next(found_in(text, allowed), None) is not None


def masked(text: str) -> str:
    """The text with the digits of every such number made unreadable, at the same length."""
    parts: list[str] = []
    end = 0
    for found in found_in(text):
        parts += (text[end : found.start()], re.sub(r"\d", "•", found[0]))
        end = found.end()
    return "".join((*parts, text[end:])) if parts else text


def digits_of(text: str) -> str:
    """A look-alike as `allowed` holds it."""
    return _plain(text)


def _plain(text: str) -> str:
    return "".join(str(int(sign)) for sign in text if sign.isdecimal())


def _is_possible(found: re.Match[str]) -> bool:
    """Whether there is such a day, and people of that year are alive.

    Replacement numbers add 60 to the day; the modulus 11 test is no longer valid (cpr.dk), so none is made.
    """
    day, month, year, serial = (_plain(found[name]) for name in ("day", "month", "year", "serial"))
    born = int(day) - 60 if int(day) > 60 else int(day)
    of_year = int(year[-2:])
    century = _century(of_year, int(serial[0]))
    if century + of_year not in _ALIVE or (len(year) == 4 and int(year) != century + of_year):
        return False
    if of_year in _STAMPED and century == 1900 and _CLOCK.fullmatch(serial):
        return False  # a day of these years with a time: whoever was born then is past ninety
    try:
        # 2000 is a leap year: 29 February passes where the year divides by 4.
        date(2000 + of_year, int(month), born)
    except ValueError:
        return False
    return True


def _century(of_year: int, first: int) -> int:
    """The century that somebody was born in, by the year and the first digit of the serial number (cpr.dk)."""
    if first <= 3 or (first in {4, 9} and of_year >= 37):
        return 1900
    return 1800 if first in {5, 6, 7, 8} and of_year >= 58 else 2000


def _is_meant(found: re.Match[str], text: str) -> bool:
    """Whether the signs around and within the number let it be one."""
    dash = re.search(_DASH, found["between"]) or ("&" in found["between"])
    if (found["point"] or found["apart"] or len(_plain(found["year"])) == 4) and not dash:
        return False  # a date with a year or a time after it
    before, after = text[max(0, found.start() - 30) : found.start()], text[found.end() : found.end() + 2]
    goes_on = after[:1].isalnum() or _LONGER.fullmatch(after)
    if goes_on or (before.endswith((".", ",", "-", "/")) and before[-2:-1].isdecimal()):
        return False  # a part of something longer
    if dash:
        return True
    if _ALNUM_BEFORE.search(before) and not re.search(r"cpr[-.]?(?:nr)?$", before, re.IGNORECASE):
        return False
    address = text[max(0, found.start() - 200) : found.start()]
    return not _OTHER_NUMBER.search(before) and not _IN_ADDRESS.search(address)


__all__ = ["digits_of", "found_in", "holds_number", "masked"]
