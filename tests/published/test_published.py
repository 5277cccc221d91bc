"""The published content is sound, whatever it is. That no other test needs it, `reads_no_published_content` sees to."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from benchmarks.ways import hub_with_courses
from generator.build.pipeline import build
from tests.hub import ROOT


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[object, ...]]:
    """The site of the published content, and what was warned of."""
    site = tmp_path_factory.mktemp("published") / "site"
    return site, build(ROOT / "site_config.yml", site, clean=True).warnings


def test_it_has_no_mistakes_and_becomes_a_site(published: tuple[Path, tuple[object, ...]]) -> None:
    assert published[1] == ()


def test_the_courses_of_the_benchmarks_are_right_as_well(tmp_path: Path) -> None:
    hub_with_courses(tmp_path / "hub", 2)
    command = [sys.executable, "-m", "generator.cli", "check", "--config", str(tmp_path / "hub/site_config.yml")]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert checked.returncode == 0, checked.stdout


class Words(HTMLParser):
    """The Danish words that a page says, without code, and without what is marked as another language."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: set[str] = set()
        self.apart: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        language = dict(attrs).get("lang") or "da"
        if self.apart and tag == self.apart[0]:
            self.apart.append(tag)
        elif not self.apart and (tag in {"code", "pre", "kbd", "script", "style"} or not language.startswith("da")):
            self.apart = [tag]

    def handle_endtag(self, tag: str) -> None:
        if self.apart and tag == self.apart[0]:
            self.apart.pop()

    def handle_data(self, data: str) -> None:
        if not self.apart:
            self.words.update(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", re.sub(r"\S*[@/.]\S+", " ", data)))


@pytest.mark.skipif(not shutil.which("hunspell"), reason="no hunspell here: the spelling is not looked at")
def test_every_word_of_every_page_is_danish_or_one_of_our_own(published: tuple[Path, tuple[object, ...]]) -> None:
    own = set((Path(__file__).parent / "words.txt").read_text("utf-8").split())
    words: dict[str, str] = {}
    for page in sorted(published[0].rglob("*.html")):
        words.update(dict.fromkeys(Words(page.read_text("utf-8")).words, page.relative_to(published[0]).as_posix()))
    command = ["hunspell", "-i", "utf-8", "-d", "da_DK", "-l"]
    asked = subprocess.run(command, input="\n".join(words), capture_output=True, text=True, check=True)

    assert len(words) > 1_000
    assert {word: words[word] for word in asked.stdout.split() if word in words and word not in own} == {}
