"""Danish as Danes read it."""

from __future__ import annotations

from datetime import date, time

from babel.messages.pofile import read_po

from generator.i18n.language import Language
from generator.model.catalog import span_of_ids
from tests.hub import ROOT

DANISH = Language("da")


def test_the_alphabet_ends_with_ae_oe_aa() -> None:
    words = ["Århus", "Ørsted", "Ære", "Zebra", "Aalborg", "Ulla", "Yrsa", "Ærø", "Østers", "Å", "Müller", "Myre"]

    assert sorted(words, key=DANISH.sort_key) == [
        "Müller",
        "Myre",
        "Ulla",
        "Yrsa",
        "Zebra",
        "Ære",
        "Ærø",
        "Ørsted",
        "Østers",
        "Å",
        "Aalborg",
        "Århus",
    ]


def test_dates_have_no_leading_zero() -> None:
    assert DANISH.date(date(2026, 12, 4)) == "4. december 2026"


def test_durations_are_short() -> None:
    assert [DANISH.minutes(total) for total in (45, 60, 90)] == ["45 min.", "1 t.", "1 t. 30 min."]


def test_neighbouring_grades_become_a_range() -> None:
    grades = [str(grade) for grade in range(11)]

    assert span_of_ids(("6", "4", "10", "5", "0"), grades) == "0, 4–6, 10"


def test_quotation_marks_are_danish_everywhere() -> None:
    with (ROOT / "generator/i18n/locale/da.po").open("rb") as source:
        catalog = read_po(source, locale="da")
    said = [
        text
        for message in catalog
        for text in ((message.string,) if isinstance(message.string, str) else message.string)
    ]

    assert [text for text in said if set("“”„") & set(text)] == []
    assert [text for text in said if text.count("»") != text.count("«")] == []


def test_a_time_of_day_has_a_full_stop() -> None:
    assert DANISH.time_of_day(time(9, 5)) == "9.05"
