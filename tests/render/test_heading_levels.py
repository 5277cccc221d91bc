"""Headings of texts stand below those of the page, whatever level they were written at."""

from __future__ import annotations

import re

import pytest

from generator.model.markdown import to_html
from generator.render.heading_levels import flagged, in_place


def levels(*parts: str) -> list[str]:
    """The headings of a page: parts in HTML, and texts as Markdown after a `~`."""
    body = "".join(flagged(to_html(part[1:], lambda _: None)) if part.startswith("~") else part for part in parts)
    made = in_place(body)

    assert "data-hub-text" not in made
    return re.findall(r"<(h[1-6])[ >]", made) + re.findall(r"</(h[1-6])>", made)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("~# a", ["h3"]), ("~## a", ["h3"]), ("~###### a", ["h3"]), ("~## a\n\n#### b\n\n## c", ["h3", "h4", "h3"]),
        ("~### a\n\n# b\n\n## c", ["h3", "h3", "h4"]), ("~a\n===\n\n> ## b", ["h3", "h4"]),
    ],
)  # fmt: skip
def test_they_begin_below_the_heading_above_and_leave_out_no_level(text: str, found: list[str]) -> None:
    page = levels("<h1>t</h1><h2 id='a'>s</h2>", text, "<h2>u</h2>")

    assert page == ["h1", "h2", *found, "h2"] * 2


def test_each_text_begins_anew() -> None:
    assert levels("<h3>s</h3>", "~# a\n\n## b", "~## c", "<h2>d</h2>", "~# e") == [
        "h3", "h4", "h5", "h4", "h2", "h3",
    ] * 2  # fmt: skip


def test_there_is_no_level_below_the_sixth() -> None:
    assert levels("<h5>s</h5>", "~# a\n\n## b\n\n### c") == ["h5", "h6", "h6", "h6"] * 2
