"""The published content is sound, whatever it is. That no other test needs it, `reads_no_published_content` sees to."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page

from benchmarks.ways import hub_with_courses
from generator.build.pipeline import build
from generator.kinds.video.captions import read_captions
from generator.media.browser import opened, shown
from generator.media.storyboard_recorder import Story, read_story
from generator.model.screenshot import Action
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


STORIES = ROOT / "content/recordings"
KEYS_AND_PROGRAMS = {"I", "Ctrl", "K", "Esc", "Word"}
"""Capital letters within a sentence that name nothing on a page."""
SHOWN = """rest => [...document.querySelectorAll("a, button, h1, h2, h3, h4, summary, label, legend, th, dt")]
  .some((one) => one.checkVisibility() && one.innerText.trim() && rest.startsWith(one.innerText.trim()))"""


def named(caption: str) -> set[str]:
    """What a caption says from each name on: a capital letter within a sentence, as buttons and headings have."""
    words = re.finditer(r"(?<=[^.!?:] )[A-ZÆØÅ]\w*", caption)
    return {caption[word.start() :] for word in words if word[0] not in KEYS_AND_PROGRAMS}


def unseen(page: Page, names: set[str]) -> set[str]:
    return {name for name in names if not page.evaluate(SHOWN, name)}


def never_seen(page: Page, name: str) -> bool:
    """Whether it does not turn up either, given time."""
    try:
        page.wait_for_function(SHOWN, arg=name, timeout=20_000)
    except Error:
        return True
    return False


def do(page: Page, site: str, action: Action) -> None:
    """What a storyboard does, without the pauses that a film needs."""
    if action.go is not None:
        page.goto(site + action.go)
    if action.show:
        page.locator(action.show).first.wait_for()
    if action.click:
        page.locator(action.click).first.click()
    if action.type:
        page.keyboard.type(action.type)
    if action.press:
        page.keyboard.press(action.press)


def test_captions_name_what_is_to_be_seen() -> None:
    assert named("Tryk på Søg, eller brug Ctrl og K. Vælg så Mine kopier øverst.") == {
        "Søg, eller brug Ctrl og K. Vælg så Mine kopier øverst.", "Mine kopier øverst.",
    }  # fmt: skip


def test_films_name_what_their_pages_show(published: tuple[Path, tuple[object, ...]]) -> None:
    stories = {file.stem: read_story(file) for file in sorted(STORIES.glob("*.yml")) if file.stem != "pictures"}
    # In a thread of its own: the browser of other tests may still be open in this one.
    with ThreadPoolExecutor(1) as thread:
        missing, nowhere = thread.submit(_looked_for, published[0], stories).result()

    assert missing == {}
    assert nowhere
    assert len(stories) == 6


def _looked_for(site: Path, stories: Mapping[str, Story]) -> tuple[dict[tuple[str, str], list[str]], set[str]]:
    """What each film names and no page shows, by film and sentence; and what is left of a name that is nowhere."""
    missing = {}
    with shown(site) as address, opened(locale="da-DK") as context:
        page = context.new_page()
        for film, story in stories.items():
            for scene in story.scenes:
                names = named(scene.say) if scene.do and scene.do[0].go is not None else unseen(page, named(scene.say))
                for action in scene.do:
                    do(page, address, action)
                    names = unseen(page, names)
                if gone := [name for name in names if never_seen(page, name)]:
                    missing[film, scene.say] = gone
        return missing, unseen(page, {"Slet alle forløb nu."})


def test_films_say_what_their_storyboards_say() -> None:
    for file in STORIES.glob("*.yml"):
        captions = ROOT / f"content/videos/{file.stem}.da.vtt"
        if file.stem != "pictures":
            assert [line.text for line in read_captions(captions.read_bytes())] == [
                one.say for one in read_story(file).scenes
            ]
