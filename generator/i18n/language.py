"""Everything that differs between languages: texts, plurals, dates, durations and the order of the alphabet."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from generator.i18n.catalog import Translations, read_catalog
from generator.i18n.custom_nouns import Nouns, filled
from generator.problems.problem import HubError

CATALOGS = Path(__file__).parent / "locale"
LANGUAGES = ("da", "en")
"""Languages with a catalog. English is the language of the message ids."""

_DANISH_LETTERS = {"æ": "{a", "ä": "{b", "ø": "|a", "ö": "|b", "å": "}", "ü": "y"}
"""Danish letters after z, in CLDR's order (root of da.xml): æ (ä), ø (ö), å (aa); ü sorts as y."""


@dataclass(frozen=True)
class Language:
    """A language of the interface, by its two-letter code, with the hub's own nouns."""

    code: str
    nouns: Nouns = ()

    def gettext(self, msgid: str) -> str:
        return self._said(_translations(self.code).gettext(msgid))

    def pgettext(self, context: str, msgid: str) -> str:
        """A word that means one thing here and another there."""
        return self._said(_translations(self.code).pgettext(context, msgid))

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        return self._said(_translations(self.code).ngettext(singular, plural, number))

    def _said(self, text: str) -> str:
        return _filled(text, self) if "[" in text else text

    def weekday(self, day: date) -> str:  # before `date`, which hides the type of that name
        """`torsdag` in Danish."""
        return _weekday(day, self.code)

    def date(self, day: date) -> str:
        """`24. december 2026` in Danish."""
        return _date(day, self.code)

    def time_of_day(self, at: time | datetime) -> str:
        """`9.30` in Danish, `9:30` in English."""
        return self.gettext("{hour}:{minute}").format(hour=at.hour, minute=f"{at:%M}")

    def day_and_time(self, at: datetime) -> str:
        """`3. december 2026 kl. 14.30`: what people call something that is held then."""
        return self.gettext("{day} at {time}").format(day=self.date(at.date()), time=self.time_of_day(at))

    def span(self, start: datetime, end: datetime) -> str:
        """From one local time to another: `3. december 2026 kl. 14.30–16.00`."""
        first = self.day_and_time(start)
        if start.date() == end.date():
            return f"{first}–{self.time_of_day(end)}"
        return f"{first} – {self.day_and_time(end)}"

    def minutes(self, total: int) -> str:
        """`45 min.`, `1 t. 30 min.`"""
        hours, minutes = divmod(total, 60)
        if not hours:
            return self.gettext("{minutes} min").format(minutes=minutes)
        if not minutes:
            return self.gettext("{hours} h").format(hours=hours)
        return self.gettext("{hours} h {minutes} min").format(hours=hours, minutes=minutes)

    def clock(self, minutes: int) -> str:
        """As `time_of_day`, by minutes since midnight; 24 hours later it is the same."""
        hour, minute = divmod(minutes, 60)
        return self.time_of_day(time(hour % 24, minute))

    def megabytes(self, size: int) -> str:
        """Bytes as people say them: `0,4 MB`, `12 MB`."""
        millions = size / 1_000_000
        return f"{format_decimal(round(millions, 1 if millions < 10 else 0), locale=self.code)} MB"

    def size(self, size: int) -> str:
        """Bytes as people say them, those of small files as well: `3 kB`, `1,2 MB`."""
        return f"{-(-size // 1000)} kB" if size < 100_000 else self.megabytes(size)

    def sort_key(self, text: str) -> tuple[str, str]:
        """A key that sorts as a reader of the language expects; ties are broken by the text itself."""
        return _folded(text, danish=self.code == "da"), text

    def initial(self, text: str) -> str:
        """The letter under which a text stands in a list by letters, # for none: Aarhus stands under Å in Danish."""
        return _initial(text, danish=self.code == "da")


def _initial(text: str, *, danish: bool) -> str:
    whole = unicodedata.normalize("NFC", text).casefold()
    first = "å" if danish and whole.startswith("aa") else whole[:1]
    return first.upper()[:1] if first.isalpha() else "#"


def mark(msgid: str) -> str:
    """Marks a message id that is translated later, where the language is known."""
    return msgid


NOUNS = {
    "place": mark("a department, the department, departments, the departments"),
    "learner": mark("a participant, the participant, participants, the participants"),
    "group": mark("a team, the team, teams, the teams"),
    "lesson": mark("a session, the session, sessions, the sessions"),
    "subject": mark("a topic, the topic, topics, the topics"),
    "grade": mark("a target group, the target group, target groups, the target groups"),
    "district": mark("an area, the area, areas, the areas"),
    "conversation": mark("a conversation, the conversation, conversations, the conversations"),
    "holiday": mark("a day off, the day off, days off, the days off"),
    "leader": mark("a leader, the leader, leaders, the leaders"),
    "parent": mark("a relative, the relative, relatives, the relatives"),
}
"""The nouns of texts by their key, as they are called where the hub does not say otherwise under `words`."""


def is_language(code: str) -> bool:
    """Whether it is the code of a language, perhaps with a country: `da`, `en-GB`."""
    name, _, country = code.partition("-")
    english = Locale("en")
    return name in english.languages and (not country or country in english.territories)


def language(code: str, nouns: Nouns = ()) -> Language:
    """The language of that code. HubError when the program has no catalog for it."""
    if code not in LANGUAGES:
        raise HubError(
            "The program does not speak “{code}”.", "Choose one of these in site_config.yml: {known}.",
            code=code, known=", ".join(LANGUAGES),
        )  # fmt: skip
    return Language(code, nouns)


@lru_cache(maxsize=65_536)
def _folded(text: str, *, danish: bool) -> str:
    lowered = unicodedata.normalize("NFC", text).casefold()
    if danish:
        lowered = lowered.replace("aa", "å")
        lowered = "".join(_DANISH_LETTERS.get(letter, letter) for letter in lowered)
    decomposed = unicodedata.normalize("NFD", lowered)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=10_000)
def _date(day: date, code: str) -> str:
    """Found once: a page shows several, and pages share most of them."""
    return format_date(day, format="long", locale=code)


@lru_cache(maxsize=10_000)
def _weekday(day: date, code: str) -> str:
    return format_date(day, format="EEEE", locale=code)


@lru_cache(maxsize=10_000)
def _filled(text: str, spoken: Language) -> str:
    translated = _translations(spoken.code).gettext
    usual = {key: translated(forms) for key, forms in NOUNS.items()}
    return filled(text, usual | dict(spoken.nouns), articles=translated(mark("a|an")), code=spoken.code)


@cache
def _translations(code: str) -> Translations:
    """None of English: its texts are the message ids."""
    return read_catalog(CATALOGS / f"{code}.po")
