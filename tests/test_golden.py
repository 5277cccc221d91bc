"""Golden pages: what each sort of page of the English hub says, kept as files, so that every change is seen."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
PAGES = {
    "front": "index.html",
    "course": "courses/rivers/index.html",
    "adapted-course": "courses/rivers-year-8/index.html",
    "guide": "guides/find-a-course/index.html",
    "video": "videos/tour/index.html",
    "plan": "plans/rollout/index.html",
    "courses": "courses/index.html",
}
"""Golden file, and the page that it shows."""
VOID = {"area", "br", "circle", "col", "hr", "img", "input", "link", "meta", "path", "rect", "source", "track", "wbr"}
"""Elements that hold nothing here, so that what follows them is not inside them."""


class Lines(HTMLParser):
    """The content of <main> with one tag or text a line, as deep as it is nested."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.inside: list[str] = []
        self.feed(html)
        self.close()

    def say(self, text: str) -> None:
        self.lines.append("  " * (len(self.inside) - 1) + text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.inside:
            said = "".join(f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in attrs)
            self.say(f"<{tag}{said}>")
        if (self.inside or tag == "main") and tag not in VOID:
            self.inside.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<path/>`: nothing follows inside."""
        self.handle_starttag(tag, attrs)
        if self.inside and tag not in VOID:
            self.inside.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.inside and tag not in VOID:
            assert self.inside.pop() == tag, f"</{tag}> closes something else"
            if self.inside:
                self.say(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self.inside and data.strip():
            self.say(escape(" ".join(data.split()), quote=False))


def lines_of(html: str) -> list[str]:
    return Lines(html).lines


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_the_one_kept(english_site: Path, name: str, accept: bool) -> None:
    lines = lines_of((english_site / PAGES[name]).read_text("utf-8"))
    kept = GOLDEN / f"{name}.html"
    if accept:
        kept.parent.mkdir(exist_ok=True)
        kept.write_text("\n".join([*lines, ""]), "utf-8")
        return

    assert lines == kept.read_text("utf-8").splitlines(), "see what changed; when it is right: pytest --accept"


def test_no_golden_file_is_left_behind() -> None:
    assert {file.stem for file in GOLDEN.glob("*.html")} == PAGES.keys()


def test_only_line_breaks_are_made_alike() -> None:
    html = '<p>before</p><main id="main">\n<p class="a">One  <b>two</b><br>&lt;3</p>\n</main><p>after</p>'

    assert lines_of(html) == [
        '<p class="a">', "  One", "  <b>", "    two", "  </b>", "  <br>", "  &lt;3", "</p>",
    ]  # fmt: skip
