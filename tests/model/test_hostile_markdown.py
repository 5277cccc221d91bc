"""Rich text that means harm: it neither hangs the build nor leaves anything in the page that acts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.markdown import content_of, to_html, to_inline
from tests.hub import ROOT

PATIENCE = 120
"""Seconds for all floods. Each takes a fraction of one; only work that explodes with the length takes longer."""
TAGS = {
    "a", "blockquote", "br", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre",
    "span", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"scope", "align", "class", "href", "lang", "start"}
SCHEMES = ("https://", "http://", "mailto:", "#", "../")

FLOODS = {
    "quotes in quotes": ">" * 10_000 + " x",
    "brackets": "[" * 50_000,
    "picture brackets": "![" * 25_000,
    "links in links": "[a](" * 10_000,
    "emphasis that never ends": "*a " * 20_000,
    "emphasis of two strengths": "**a *b _c " * 10_000,
    "lists in lists": "\n".join("  " * depth + "- x" for depth in range(1_000)),
    "lists on one line": "- " * 10_000 + "x",
    "a wide table": "|" + "a|" * 2_000 + "\n|" + "-|" * 2_000 + "\n|" + "b|" * 2_000,
    "a wide table with short rows": "|" + "a|" * 1_500 + "\n|" + "-|" * 1_500 + "\n" + "x\n" * 6_900,
    "headings that collide": "# Same\n\n" * 5_000,
    "link definitions": "".join(f"[a{n}]: https://example.org/{n}\n" for n in range(10_000)) + "\n" + "[a1] " * 10_000,
    "one long link used often": "[a]: https://example.org/" + "x" * 5_000 + "\n\n" + "[a]" * 20_000,
    "backticks of every length": "".join("`" * length + "x" for length in range(600)),
    "ampersands": "&" * 50_000,
    "tags that never end": "<a " * 20_000,
    "comments that never end": "<!-- " * 10_000,
    "data sections that never end": "<![CDATA[" * 10_000,
}
"""Texts that have made Markdown converters slow, by what they hold."""

PIECES = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '<a href="javascript:alert(1)">x</a>',
    "<svg/onload=a>", "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))", "[x](data:text/html,<script>)", "[x](vbscript:x)", "[x]( javascript:x)",
    "[x](<javascript:x>)", "[x](guide:a)", "<javascript:alert(1)>", '<https://a.dk/"onclick="x>',
    '[x](https://a.dk "\\" onclick=alert(1)")', "[x]: javascript:x", '![x" onerror="alert(1)](https://a.dk)',
    "`<script>`", "```<b onclick=x>\n<script>\n```", "|a|\n|-|\n|<b onclick=x>|",
    "<!--", "-->", "<![CDATA[", "]]>", "<", ">", '"', "'", "&lt;script&gt;", "\\", "\n", "\n\n", "    ", "> ", "- ",
    "[", "](", ")",
)  # fmt: skip
"""What attacks are made of, to be put together in every order."""

hostile = st.one_of(st.text(), st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=12).map("".join))


class Faults(HTMLParser):
    """What a browser would find in the HTML that the converter has no reason to write."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = ["<script"] if "<script" in html.lower() else []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found.append(f"<{tag}")
        for name, value in attrs:
            leads_away = name == "href" and not (value or "").lower().startswith(SCHEMES)
            if name not in ATTRIBUTES or leads_away:
                self.found.append(f"{name}={value}")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl}")

    def unknown_decl(self, data: str) -> None:
        self.found.append(f"<![{data}")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data}")


def resolve(target: str) -> str | None:
    return "../a/" if target.startswith("guide:") else None


APART = """
import json, sys
from generator.model.markdown import to_html
for text in json.load(sys.stdin):
    print(json.dumps(to_html(text, lambda _: None)), flush=True)
"""


@pytest.fixture(scope="module")
def converted() -> dict[str, str]:
    """The HTML of each flood, made by a process of its own: of one that hangs and all after it there is none."""
    try:
        said = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", APART], input=json.dumps([*FLOODS.values()]).encode(),
            stdout=subprocess.PIPE, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=PATIENCE, check=True,
        ).stdout  # fmt: skip
    except subprocess.TimeoutExpired as late:
        said = late.stdout or b""
    return dict(zip(FLOODS, map(json.loads, said.split(b"\n")[:-1]), strict=False))


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_ends_and_is_harmless(converted: dict[str, str], name: str) -> None:
    assert name in converted, "it, or one before it, never ends"
    once = dict.fromkeys(converted[name].splitlines())  # half a million cells say nothing more than one does
    assert Faults("\n".join(once)).found == []


@pytest.mark.parametrize("text", PIECES)
def test_no_piece_of_an_attack_gets_through(text: str) -> None:
    assert Faults(to_html(text, resolve)).found == []


@given(hostile)
def test_no_text_becomes_something_that_acts(text: str) -> None:
    assert Faults(to_html(text, resolve)).found == []
    assert Faults(to_inline(text, resolve)).found == []


def test_the_search_for_faults_finds_them() -> None:
    html = '<script>x</script><b onclick="x">x</b><a href=" javascript:x">x</a><!-- x -->'

    assert Faults(html).found == ["<script", "<script", "<b", "onclick=x", "href= javascript:x", "<!-- x "]


def test_words_in_another_language_are_marked_and_no_link() -> None:
    html = to_html("Sig [*Four corners*](lang:en), [x](lang:en-GB) og [y](lang:engelsk).", lambda _: None)

    assert '<span lang="en"><em>Four corners</em></span>, <span lang="en-GB">x</span> og y.' in html
    assert content_of("[x](lang:en) [y](lang:engelsk)").links == ("lang:engelsk",)


def test_headings_of_a_table_say_what_they_are_headings_of() -> None:
    html = to_html("| | A |\n|---|---|\n| B | 1 |\n\n| C | D |\n|---|---|\n| 2 | 3 |", lambda _: None)

    assert '<td></td>\n<th scope="col">A</th>' in html
    assert '<tr><th scope="row">B</th>\n<td>1</td>' in html
    assert "<td>2</td>" in html
