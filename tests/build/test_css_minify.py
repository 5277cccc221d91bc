"""A style sheet in fewer bytes says the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.build.css_minify import minified

STYLES = sorted((Path(__file__).parents[2] / "templates/styles").glob("*.css"))


@pytest.mark.parametrize(
    ("sheet", "short"),
    [
        ("/* why */\na {\n  color: red;\n}\n", "a{color:red}"),
        ("a,\nb > c :is(d, e):hover {}", "a,b > c :is(d,e):hover{}"),
        ('a::after {\n  content: " › " / "";\n}', 'a::after{content:" › " / ""}'),
        ("a { content: \"; /* no */  }\\\"\" ; }", "a{content:\"; /* no */  }\\\"\"}"),
        ("a { width: calc(1rem + 2 * var(--x)) !important }", "a{width:calc(1rem + 2 * var(--x)) !important}"),
        ("@media (max-width: 40rem) and (min-width: 2rem) { a { b: c; } }",
         "@media (max-width:40rem) and (min-width:2rem){a{b:c}\n}"),
        ("a { background: url(data:image/svg+xml;utf8,<svg a: b />) }",
         "a{background:url(data:image/svg+xml;utf8,<svg a: b />)}"),
        ("/*! MIT */\na { b: c }", "/*! MIT */ a{b:c}"),
        ("a{font:400 1rem / 1.6 \"A B\",\n\"C\"}", 'a{font:400 1rem / 1.6 "A B","C"}'),
        ("", ""),
    ],
)  # fmt: skip
def test_what_divides_words_stays_and_all_else_goes(sheet: str, short: str) -> None:
    assert minified(sheet) == short
    assert minified(short) == short


def test_every_sheet_of_the_program_keeps_its_rules_and_strings() -> None:
    for file in STYLES:
        whole = file.read_text("utf-8")
        short = minified(whole)
        without = re.sub(r"/\*.*?\*/", "", whole, flags=re.DOTALL)

        assert "/*" not in short
        assert [short.count(sign) for sign in '{}"@'] == [without.count(sign) for sign in '{}"@'], file.name
        assert re.sub(r"[\s;]", "", short) == re.sub(r"[\s;]", "", without), file.name
