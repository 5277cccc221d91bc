"""What whoever holds an event writes to those who come: what is in it, when, and that no text can do harm."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.i18n.language import Language
from generator.kinds.event.letter import Letter
from generator.kinds.event.letters import written
from generator.model.catalog import Item
from tests.kinds.small import body, hub, item

CHANGE = "{date: 2026-11-20, what: time, was: 2026-12-02 14:30, why: The room was taken.}"
SEASON = f"""
updated: 2026-11-20
description: "Bring **your own** computer, and [what you need](guide:small)."
teaches: ["guide:small"]
place: {{name: The library, room: Room 2, how: Ring the bell.}}
occasions:
  - {{id: past, start: 2026-11-05 14:30, minutes: 60, state: held}}
  - {{id: next, start: 2026-12-03 14:30, minutes: 60, note: We bake., changes: [{CHANGE}]}}
  - {{id: full, start: 2027-01-07 14:30, minutes: 60, state: full}}
  - id: off
    start: 2027-02-04 14:30
    minutes: 60
    state: cancelled
    changes: [{{date: 2026-11-20, what: cancelled, why: The house is closed.}}]
  - {{id: spring, start: 2027-03-04 14:30, minutes: 60}}
"""


def letters(changes: str = SEASON, site_url: str = "", language: str = "en") -> dict[str, Letter]:
    """By their ids, without the word that they all begin with."""
    one = item("event", changes)
    known = hub(one, item("guide"), language=Language(language))
    known = replace(known, settings=replace(known.settings, site_url=site_url))
    return {letter.id.removeprefix("occasion-"): letter for about in written(one, known) for letter in about.letters}


def said(letter: Letter) -> str:
    """The body that a mail program opens."""
    return parse_qs(urlsplit(letter.mailto).query)["body"][0].replace("\r\n", "\n")


def test_there_is_what_each_occasion_calls_for() -> None:
    assert list(letters()) == [
        "past-thanks", "next-invitation", "next-reminder", "next-thanks", "full-reminder", "full-thanks",
        "off-cancelled", "spring-invitation", "spring-reminder", "spring-thanks",
    ]  # fmt: skip


def test_an_invitation_says_all_that_one_needs() -> None:
    text = said(letters(site_url="https://hub.example.org/")["next-invitation"])

    for part in (
        "Time: Thursday December 3, 2026 at 14:30–15:30\nPlace: The library, Room 2. Ring the bell.",
        "Please note: The room was taken. Before: Wednesday December 2, 2026 at 14:30.",
        "We bake.", "Bring your own computer, and what you need (https://hub.example.org/guides/small/).",
        "You need not sign up: just come.", "The meeting in your calendar: https://hub.example.org/events/small/#calendar",
    ):  # fmt: skip
        assert part in text


def test_thanks_say_what_was_used_and_when_one_meets_next() -> None:
    text = said(letters()["past-thanks"])

    assert "Thank you for coming to “A title” Thursday November 5, 2026" in text
    assert "What we used is here:\n* A title" in text
    assert "Next time is Thursday December 3, 2026 at 14:30–15:30." in text


def test_of_a_cancelled_one_is_said_why_and_when_instead() -> None:
    letter = letters()["off-cancelled"]

    assert letter.subject.startswith("Cancelled: A title, Thursday February 4, 2027")
    assert "is cancelled. The house is closed.\n\nNext time is Thursday March 4, 2027" in said(letter)


def test_nobody_is_invited_once_the_list_is_closed() -> None:
    signup = "signup: {mailbox: cafe@example.org, by: 2026-11-19, seats: 12}"

    assert "next-invitation" not in letters(f"{SEASON}{signup}")
    open_ = letters(SEASON + signup.replace("2026-11-19", "2026-11-20"))
    assert "Sign up: cafe@example.org\nSign up by November 20, 2026." in said(open_["next-invitation"])
    assert "Write to cafe@example.org." in said(open_["next-reminder"])


@pytest.mark.parametrize("title", ["A & B? #1", "]]> </script><b>", "Café &body=x&bcc=a@example.org", "50 % æøå 😀"])
def test_no_title_becomes_anything_but_a_title(title: str) -> None:
    changes = f"{SEASON}title: '{title}'"
    link = urlsplit(letters(changes)["past-thanks"].mailto)

    assert parse_qs(link.query)["subject"] == [f"Thank you for coming: {title}"]
    assert set(parse_qs(link.query)) == {"subject", "body"}
    assert link.fragment == ""
    assert "<b>" not in body(item("event", changes), item("guide"), url="events/small/mails/")


def test_an_address_is_never_longer_than_a_system_opens() -> None:
    long = SEASON.replace("Bring **your", "Ærlig talt. " * 150 + "Bring **your")
    letter = letters(long)["next-invitation"]

    assert len(letter.mailto) <= 1_900
    assert "The library" in said(letter)
    assert any(block.html and "Bring" in block.html for block in letter.blocks)


def test_a_season_of_four_hundred_is_written_about_a_dozen_at_a_time() -> None:
    many = ", ".join(f"{{id: n{n}, start: 2027-01-01 {n % 24:02}:{n % 60:02}, minutes: 5}}" for n in range(400))
    one: Item = item("event", f"occasions: [{many}]")

    assert len(list(written(one, hub(one)))) == 12
