"""The links that check finds in a text are those that its page has, however they are written."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.validate import check_content
from generator.engine import load_config
from generator.kinds import KINDS
from generator.model.markdown import content_of, to_html
from tests.hub import ENGLISH_HUB, changed, copied_site

GUIDE = "content/guides/find-a-course.yml"
WORDS = "It leads to [the rivers](course:rivers#goals)."

TEXTS = {
    "a reference": ("See [it][g].\n\n[g]: {}", True),
    "a short reference": ("See [g].\n\n[g]: {}", True),
    "an autolink": ("See <{}>.", True),
    "between backticks that stand alone": ("The key ` first.\n\nSee [it]({}).\n\nThen ` again.", True),
    "in brackets": ("See [it](<{}>).", True),
    "with a title": ('See [it]({} "title").', True),
    "in bold": ("See **[it]({})**.", True),
    "in a table": ("|a|\n|-|\n|[it]({})|", True),
    "in a list in a quote": ("> - [it]({})", True),
    "over two lines": ("See [it\nnow]({}).", True),
    "around code": ("See [`it`]({}).", True),
    "in code": ("See `[it]({})`.", False),
    "in a block of code": ("See:\n\n    [it]({})", False),
    "in a fence": ("```\n[it]({})\n```", False),
    "after a backslash": ("See \\[it]({}).", False),
    "a definition that nobody uses": ("See it.\n\n[g]: {}", False),
}


def codes(root: Path, text: str) -> list[str]:
    shown = "|\n" + "".join(f"      {line}\n" if line else "\n" for line in text.split("\n"))
    changed(root / GUIDE, lambda written: written.replace(f"{WORDS}\n", shown))
    problems = check_content(root, load_config(root / "site_config.yml").settings, KINDS).problems
    return [problem.code for problem in problems]


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("guide:no-such", "ref-unknown"), ("course:rivers#no-such", "ref-anchor"), ("https://[bad/", "link-scheme"),
        ("javascript:alert(1)", "link-scheme"), ("guidde:rivers", "ref-form"), ("course:rivers#goals", ""),
        ("https://example.org/", ""),
    ],
)  # fmt: skip
def test_a_link_is_found_however_it_is_written(tmp_path: Path, name: str, target: str, code: str) -> None:
    text, is_link = TEXTS[name]
    found = codes(copied_site(ENGLISH_HUB, tmp_path), text.format(target))

    assert found == ([code] if code and is_link else []), text.format(target)


PIECES = (
    "[a](guide:b)", "[a][b]", "[b]", "[b]: guide:c", "<guide:d>", "`", "``", "```", "\n", "\n\n", "    ", "- ", "> ", "|", "|-|", "*", "_",
    "![p](x.png)", "\\", "<b>", "<!--", "-->", "]", "[", "(", ")", "javascript:x", "[x](javascript:y)", "&amp;", '"', "'", "æ", " ", "<a href=",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_a_page_asks_for_no_target_that_check_did_not_see(text: str) -> None:
    asked: list[str] = []

    def resolve(target: str) -> None:
        asked.append(target)

    html = to_html(text, resolve)
    seen = content_of(text).links

    assert len(asked) == len(seen)
    assert all(target in ("", one) for target, one in zip(asked, seen, strict=True))
    assert {unquote(unescape(shown)) for shown in re.findall(r'href="([^"]*)"', html)} <= set(seen)
