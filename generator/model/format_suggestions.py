"""What somebody most likely meant by a value that has the wrong form."""

from __future__ import annotations

import re
from datetime import date

from generator.model.fields import REDIRECT

NONE = "–"
"""Where nothing can be said, or it could be either of two: no message then asks what was meant."""

_MONTHS = (
    ("jan", "january", "januar"), ("feb", "february", "februar"), ("mar", "march", "marts"), ("apr", "april"),
    ("may", "maj"), ("jun", "june", "juni"), ("jul", "july", "juli"), ("aug", "august"),
    ("sep", "sept", "september"), ("oct", "okt", "october", "oktober"), ("nov", "november"),
    ("dec", "december"),
)  # fmt: skip
_NUMBER_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_DASHES = re.compile("[\u2010-\u2015\u2212/.]")
_DAY_FIRST = re.compile(r"(?:den )?(\d{1,2})[-. ]{1,2}(\d{1,2}|[a-z]{3,9})[-. ]{1,2}(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})-?(\d{1,2})-?(\d{1,2})(?:[t ].*)?")
_QUOTES = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u00ab\u00bb'\""
_AND_TIME = re.compile(r"(.+?)(?:[t,]| kl\.?| at| (?=\d))+ *(\d{1,2})[:.](\d{2})(?:[:.]\d{2}.*|z)?", re.IGNORECASE)
_CLOCK = re.compile(r"(?:kl\.? ?)?(\d{1,2})(?:[:.]?(\d{2}))?(?:[:.]00)?", re.IGNORECASE)
_MOMENT = re.compile(r"(?:(\d{1,3})[.,;](\d{2})|0*(\d{1,2}):(\d{2}):(\d{2})[.,]\d+)")
_SECONDS = re.compile(r"(?:(\d{1,3}) ?m(?:in[a-z.]*)?)?(?: *(?:og *)?(\d{1,3}) ?s(?:ek[a-z.]*|ec[a-z.]*)?)?")
_NUMBER = re.compile(r"(?:ca\.?|cirka|about|\+)? *0*(\d{1,3}(?:\.\d{3})+|\d{1,6})(?:[.,]0+)? *([a-zæøå%.]*)")
_HOURS = re.compile(r"(\d{1,2})(?:[.,](\d))? *(?:t|timer?|h|hours?)\.?")
_HOUR_WORDS = frozenset({"t", "time", "timer", "h", "hour", "hours"})
_MINUTE_WORDS = frozenset({"", "m", "min", "mins", "minut", "minutes", "minutter", "minute"})
"""What may follow a number of minutes: of lessons or days nobody knows how many minutes they are."""
_SPELLED = {
    name: number
    for number, names in enumerate((
        ("en", "et", "one"), ("to", "two"), ("tre", "three"), ("fire", "four"), ("fem", "five"), ("seks", "six"),
        ("syv", "seven"), ("otte", "eight"), ("ni", "nine"), ("ti", "ten"), ("elleve", "eleven"), ("tolv", "twelve"),
    ), 1)
    for name in names
}  # fmt: skip
_WEEK = re.compile(r"(?:(\d{4})[- ]*(?:w|uge|week)?[ -]*(\d{1,2})|(?:w|uge|week)? *(\d{1,2})[ /,-]+(\d{4}))")
_LANGUAGES = {
    "dk": "da", "dansk": "da", "danish": "da", "engelsk": "en", "english": "en", "uk": "en", "gb": "en", "us": "en",
    "tysk": "de", "german": "de", "deutsch": "de", "svensk": "sv", "swedish": "sv", "norsk": "no", "norwegian": "no",
    "fransk": "fr", "french": "fr", "spansk": "es", "spanish": "es", "arabisk": "ar", "arabic": "ar",
    "tyrkisk": "tr", "turkish": "tr", "polsk": "pl", "polish": "pl", "ukrainsk": "uk", "ukrainian": "uk",
    "groenlandsk": "kl", "grønlandsk": "kl", "faeroesk": "fo", "færøsk": "fo", "islandsk": "is", "icelandic": "is",
}  # fmt: skip


def unquoted(text: str) -> str:
    """The text without the space and the quotation marks of a word processor around it, in small letters."""
    return text.strip().strip(_QUOTES).strip().lower()


def day_meant(text: str) -> str:
    """The day as the hub writes days."""
    plain = _DASHES.sub("-", unquoted(text))
    if found := _YEAR_FIRST.fullmatch(plain):
        return _day(found[1], found[2], found[3])
    if not (found := _DAY_FIRST.fullmatch(plain)):
        return NONE
    day, month, year = found.groups()
    if text.count("/") > 1 and month.isdecimal() and int(day) <= 12 and int(month) <= 12 and day != month:
        return NONE  # some put the month first
    return _day(year, f"{_NUMBER_OF.get(month, month)}", day)


def _day(year: str, month: str, day: str) -> str:
    full = f"20{year[-2:]}" if len(year) == 2 or year.startswith("00") else year
    try:
        return date(int(full), int(month), int(day)).isoformat()
    except ValueError:
        return NONE


def day_and_time_meant(text: str) -> str:
    """A day with a time, as `3.12.2026 kl. 14.30`."""
    found = _AND_TIME.fullmatch(unquoted(text))
    if not found:
        return NONE
    day, time = day_meant(found[1].rstrip(" ,")), time_meant(f"{found[2]}:{found[3]}")
    return f"{day} {time}" if NONE not in (day, time) else NONE


def time_meant(text: str) -> str:
    """A time of day, as `kl. 8.30`."""
    found = _CLOCK.fullmatch(unquoted(text))
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return NONE
    return f"{int(found[1]):02}:{found[2] or '00'}"


def moment_meant(text: str) -> str:
    """A moment of a film, as `1.05` or `4 sek`."""
    plain = unquoted(text)
    if found := _MOMENT.fullmatch(plain):
        minutes, seconds = found[1] or f"{int(found[3]) * 60 + int(found[4])}", found[2] or found[5]
    elif plain and (found := _SECONDS.fullmatch(plain)):
        total = int(found[1] or 0) * 60 + int(found[2] or 0)
        minutes, seconds = f"{total // 60}", f"{total % 60:02}"
    else:
        return NONE
    return f"{int(minutes)}:{seconds}" if int(seconds) < 60 else NONE


def number_meant(text: str, *, are_minutes: bool = False) -> str:
    """A whole number, as `5 min` or `fire`; of minutes also hours, as `2 timer` and `1:30`."""
    plain = unquoted(text)
    if are_minutes and (found := _HOURS.fullmatch(plain)):
        return f"{int(found[1]) * 60 + int(found[2] or 0) * 6}"
    if are_minutes and (found := re.fullmatch(r"(\d{1,2}):([0-5]\d)", plain)):
        return f"{int(found[1]) * 60 + int(found[2])}"
    if found := _NUMBER.fullmatch(plain):
        unit = found[2].rstrip(".")
        is_other = unit in _HOUR_WORDS or (are_minutes and unit not in _MINUTE_WORDS)
        return NONE if is_other else found[1].replace(".", "")
    return f"{_SPELLED[plain]}" if plain in _SPELLED else NONE


def share_meant(text: str) -> str:
    """A share, as `30 %` or `0,3`."""
    found = re.fullmatch(r"(\d{0,3})(?:[.,](\d{1,4}))? *(%|procent|percent|pct\.?)?", unquoted(text))
    if not found or not (found[1] or found[2]):
        return NONE
    share = float(f"{found[1] or 0}.{found[2] or 0}")
    share = share / 100 if found[3] or share > 1 else share
    return f"{share:.4f}".rstrip("0").rstrip(".") if share <= 1 else NONE


def yes_or_no_meant(text: str) -> str:
    """`true` or `false`, as other languages and programs say it."""
    plain = unquoted(text)
    if plain in {"ja", "yes", "y", "j", "true", "sand", "sandt", "1", "on", "x"}:
        return "true"
    return "false" if plain in {"nej", "no", "n", "false", "falsk", "0", "off"} else NONE


def week_meant(text: str) -> str:
    """A week with its year, as `uge 37, 2026`."""
    found = _WEEK.fullmatch(unquoted(text))
    if not found or not 1 <= int(found[2] or found[3]) <= 53:
        return NONE
    return f"{found[1] or found[4]}-W{int(found[2] or found[3]):02}"


def language_meant(text: str) -> str:
    """The code of a language that is given by its name, its country or with other signs."""
    plain = unquoted(text)
    if found := re.fullmatch(r"([a-z]{2})[-_]([a-z]{2})", plain):
        return f"{found[1]}-{found[2].upper()}"
    return _LANGUAGES.get(plain, plain if re.fullmatch(r"[a-z]{2}", plain) and plain != text else NONE)


def old_address_meant(text: str) -> str:
    """The address without its host and the slash before it, when that is all that is wrong."""
    plain = re.sub(r"^(?:https?://[^/]+)?/+", "", text.strip())
    return plain if re.match(REDIRECT, plain) else NONE


def address_meant(text: str) -> str:
    """A web or mail address without its scheme, or with a slip in it."""
    plain = text.strip()
    if re.fullmatch(r"[^\s@:/]+@[^\s@:/]+\.[a-z]{2,}", plain, re.IGNORECASE):
        return f"mailto:{plain}"
    if re.fullmatch(
        r"(?:www\.\S+|(?:[a-z0-9-]+\.)+(?:dk|com|org|net|eu|gl|fo|se|no|de|uk|io|info)(?:[/?]\S*)?)", plain
    ):
        return f"https://{plain}"
    found = re.fullmatch(r"(?:h?t+p?s?|https?)(?::/{0,3}|;//|//)([^\s/:;]+\.\S+)", plain, re.IGNORECASE)
    return f"https://{found[1]}" if found and not re.match(r"https?://", plain) else NONE
