"""Clicks in a page of another site become steps, with pictures that can be taken again."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image

from generator.desk.desk import Desk, desk_of
from generator.desk.live import Live
from generator.desk.recording import Recorder
from generator.desk.request_handlers import Answers
from generator.engine import load_config
from generator.media.browser import shown
from generator.media.described_screenshots import wanted_shots
from generator.media.screenshots import look
from generator.model.screenshot import shot_file
from generator.preview.server import Shown
from tests.hub import ENGLISH_HUB, changed, copied_site

FRONT = """<!doctype html><html lang="en"><title>Platform</title><style>
body { margin: 0 } header { height: 150px } a { position: absolute; left: 100px; width: 200px; height: 40px }
</style><header><a href="courses.html" style="top: 50px">My courses</a></header>
<a href="https://example.invalid/" style="top: 400px">Elsewhere</a>"""
COURSES = """<!doctype html><html lang="en"><title>Courses</title><style>
body { margin: 0; height: 2000px } section { height: 300px } button, input { position: absolute; left: 100px;
width: 200px; height: 40px; box-sizing: border-box }</style>
<section><input aria-label="Name" style="top: 50px"><button style="top: 150px"
onclick="this.textContent = 'Shared'">Share “now”</button></section><input type="password" aria-label="Password"
style="top: 400px">"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("platform")
    (folder / "index.html").write_text(FRONT, "utf-8")
    (folder / "courses.html").write_text(f'<meta charset="utf-8">{COURSES}', "utf-8")
    with shown(folder) as url:
        yield url


@pytest.fixture
def answers(tmp_path: Path, address: str) -> Iterator[Answers]:
    root = copied_site(ENGLISH_HUB, tmp_path)
    changed(root / "site_config.yml", lambda text: f"{text}      sites: {{platform: '{address}'}}\n")
    desk: Desk = desk_of(root / "site_config.yml")
    base = Shown(root / "site", root / "now", "/")
    found = Answers(desk, Live(desk, base, lambda: None), "/", Recorder("en"))
    yield found
    found.recorder.stop()


GUIDE = "record/guide/find-a-course"


def press(answers: Answers, act: str = "", **fields: str) -> None:
    said = {name.replace("_", "."): [value] for name, value in fields.items()}
    answer = answers.post(GUIDE, said | ({"act": [act]} if act else {}))
    assert answer.location.endswith(GUIDE), answer.content.decode()


def page(answers: Answers) -> str:
    return answers.get(GUIDE, "").content.decode()


def test_what_somebody_does_becomes_steps_of_the_guide(answers: Answers) -> None:
    desk = answers.desk
    assert 'name="act" value="begin:"' in page(answers)
    press(answers, "begin:", site="platform", page="")
    assert answers.get("record/now.png", "").content.startswith(b"\x89PNG")
    press(answers, at_x="110", at_y="60")
    press(answers, at_x="110", at_y="60")
    press(answers, "type:", text="Rivers")
    assert "Share “now”" in page(answers)
    press(answers, "on:", number="1")
    press(answers, "pause:")
    press(answers, at_x="110", at_y="410")
    press(answers, "type:", text="secret")
    shown_page = page(answers)
    done = answers.post(GUIDE, {"act": ["done:"]})

    assert "3 steps" in shown_page
    assert done.location.endswith("guide/find-a-course?done=recorded")
    text = (desk.root / "content/guides/find-a-course.yml").read_text("utf-8")
    added = text[text.index("Choose “My courses”.") :]
    assert "Write in “Name”." in added
    assert "Press “Share “now””." in added
    assert "secret" not in text
    assert "alt: The page “Courses”, on which “Share “now”” is pointed out." in added
    pictures_can_be_taken_again(desk)


def pictures_can_be_taken_again(desk: Desk) -> None:
    pictures = sorted((desk.root / "content/guides/shots").glob("find-a-course-*.png"))
    wanted = wanted_shots(desk.root, load_config(desk.root / "site_config.yml").settings, "http://127.0.0.1:1/")
    mine = [one for one in wanted if one.shot.site == "platform"][-1:]
    with ThreadPoolExecutor(1) as own:  # other tests may have a browser open on this thread
        [looked] = own.submit(lambda: list(look(mine, locale="en"))).result()

    assert len(pictures) == 3
    with Image.open(desk.root / "content/guides" / shot_file("find-a-course", looked.wanted.shot)) as picture:
        assert picture.size == (1280, 300)  # the part of the page around what was clicked
    assert looked.problems == ()
    assert looked.frames == ((0.0781, 0.5, 0.1562, 0.1333),)


def test_a_click_that_leads_away_is_taken_back_and_a_step_can_be_forgotten(answers: Answers) -> None:
    press(answers, "begin:", site="platform", page="")
    press(answers, at_x="110", at_y="410")
    assert "leads away from the site" in page(answers)
    press(answers, at_x="110", at_y="60")
    assert "Choose “My courses”." in page(answers)
    press(answers, "forget:0")

    assert "Choose “My courses”." not in page(answers)
    assert answers.post(GUIDE, {"act": ["begin:"], "site": ["elsewhere"]}).status == 409
    assert answers.get("record/course/rivers", "").status == 404
