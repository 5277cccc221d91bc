"""Chapters are found in the description of a film, and no line with a time is left out in silence."""

from __future__ import annotations

import pytest

from generator.authoring.chapter_lines import chapters
from generator.problems.problem import HubError


def test_chapters_are_found_in_a_description() -> None:
    description = 'En film.\n0:00 Åbn "søgningen"\n  • 00:04:05 – Skriv: et ord\n(1:02:03) Slut\nI 2024 kom 3:5 fra.\n'
    read = chapters(description)

    assert read.text == (
        "chapters:\n"
        '  - {at: "0:00", title: "Åbn \\"søgningen\\""}\n'
        '  - {at: "4:05", title: "Skriv: et ord"}\n'
        '  - {at: "1:02:03", title: "Slut"}\n'
    )
    assert read.left_out == ()


@pytest.mark.parametrize(
    ("line", "chapter"),
    [
        ("Skriv et ord 1:05", ("1:05", "Skriv et ord")), ("100:05 Lang film", ("1:40:05", "Lang film")),
        ("[3:00](https://youtu.be/x?t=180) Markdown", ("3:00", "Markdown")), ("▶ 4:00 Pil", ("4:00", "Pil")),
        ("1. 5:00 Nummer", ("5:00", "Nummer")), ("2) 5:00 | Nummer", ("5:00", "Nummer")),
        ("5:00 - 6:00 Begge", ("5:00", "6:00 Begge")),
        ("Slut (12:30)", ("12:30", "Slut")), ("**2:00** Fed", ("2:00", "Fed")),
    ],
)  # fmt: skip
def test_a_time_may_stand_first_or_last_in_any_dress(line: str, chapter: tuple[str, str]) -> None:
    read = chapters(line)

    assert read.text == f'chapters:\n  - {{at: "{chapter[0]}", title: "{chapter[1]}"}}\n'
    assert read.left_out == ()


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("1:75 Forkert", "its time is not one"), ("1:60:00 Forkert", "its time is not one"),
        ("5:30", "it has no title"),
        ("I klasse 7 kl. 12:30 spiser vi", "its time is neither first nor last"),
        (f"5:30 {'a' * 121}", "its title is too long"),
        ("0:00 Baglæns", "it is not later than the chapter before"),
    ],
)  # fmt: skip
def test_a_line_that_is_no_chapter_is_told(line: str, why: str) -> None:
    assert chapters(f"0:10 Intro\n{line}\n").left_out == ((2, line, why),)


def test_a_description_without_times_is_refused() -> None:
    with pytest.raises(HubError):
        chapters("En film om at søge.\n")
