"""Takes the pictures that guides describe from running sites, and says what of them is no longer there."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageChops

from generator.media.actions import GoneError, act, go, must_show
from generator.media.browser import opened
from generator.media.described_screenshots import Wanted
from generator.model.screenshot import Shot, frames_file, shot_file
from generator.problems.content_rules import RULES
from generator.problems.problem import Problem

if TYPE_CHECKING:
    from playwright.sync_api import FloatRect, Page

HEIGHT = 720
"""Of the window, in pixels."""
_SAME = 12
"""Steps of brightness (of 255) that the eye does not see, and browsers differ by."""
_FEW = 0.0005
"""Share of a picture's points that may differ more: a caret, the edge of a letter."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of one description."""

    wanted: Wanted
    problems: tuple[Problem, ...] = ()
    picture: bytes = b""
    """A PNG; empty when something was gone."""
    frames: tuple[tuple[float, float, float, float], ...] = ()


def look(wanted: Sequence[Wanted], *, locale: str) -> Iterator[Looked]:
    """Opens each page in a browser and takes its picture, in order."""
    if not wanted:
        return
    with opened(locale=locale) as context:
        for one in wanted:
            page = context.new_page()
            page.set_viewport_size({"width": one.shot.width, "height": HEIGHT})
            yield _looked(page, one)
            page.close()


def _looked(page: Page, wanted: Wanted) -> Looked:
    shot = wanted.shot
    page.emulate_media(color_scheme=shot.scheme, reduced_motion="reduce")
    try:
        go(page, wanted.site + shot.page, shot.page)
        for action in shot.actions:
            act(page, wanted.site, action)
        for selector in (shot.element, *(pointed.element for pointed in shot.highlight)):
            if selector:
                must_show(page, selector)
    except GoneError as gone:
        rule = RULES["shot-page" if gone.what == "page" else "shot-element"]
        return Looked(wanted, (Problem(rule, wanted.place(gone.name), {"name": gone.name or "/"}),))
    if wanted.label and page.get_by_text(wanted.label, exact=False).count() == 0 and not _named(page, wanted.label):
        return Looked(wanted, (Problem(RULES["shot-label"], wanted.place("label"), {"label": wanted.label}),))
    page.wait_for_timeout(300)
    return Looked(wanted, (), picture_of(page, shot), frames_of(page, shot))


def _named(page: Page, label: str) -> bool:
    """Whether something on the page is called so for those who do not see it."""
    return page.get_by_label(label, exact=False).count() > 0


def picture_of(page: Page, shot: Shot) -> bytes:
    """What a description shows of a page as it stands, as a PNG."""
    target = page.locator(shot.element).first if shot.element else page
    return target.screenshot(animations="disabled", caret="hide")


def frames_of(page: Page, shot: Shot) -> tuple[tuple[float, float, float, float], ...]:
    """Where the elements that it points out are, in shares of the picture."""
    window: FloatRect = {"x": 0, "y": 0, "width": shot.width, "height": HEIGHT}
    whole = (page.locator(shot.element).first.bounding_box() if shot.element else None) or window
    boxes = [page.locator(pointed.element).first.bounding_box() or whole for pointed in shot.highlight]
    return tuple(_share(box, whole) for box in boxes)


def _share(box: FloatRect, whole: FloatRect) -> tuple[float, float, float, float]:
    """A box in shares of the picture, cut at its edges."""
    left = min(max((box["x"] - whole["x"]) / whole["width"], 0), 1)
    top = min(max((box["y"] - whole["y"]) / whole["height"], 0), 1)
    right = min(max((box["x"] + box["width"] - whole["x"]) / whole["width"], left), 1)
    bottom = min(max((box["y"] + box["height"] - whole["y"]) / whole["height"], top), 1)
    return round(left, 4), round(top, 4), round(right - left, 4), round(bottom - top, 4)


def keep(looked: Looked, folder: Path) -> Path | None:
    """Writes a picture and its frames where the guide finds them; None when the one there shows the same."""
    file = folder / shot_file(looked.wanted.item, looked.wanted.shot)
    frames = json.dumps([list(frame) for frame in looked.frames])
    beside = folder / frames_file(file.relative_to(folder).as_posix())
    if file.is_file() and beside.is_file() and beside.read_text("utf-8") == frames and _alike(file, looked.picture):
        return None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(_small(looked.picture))
    beside.write_text(frames, "utf-8")
    return file


def _alike(file: Path, picture: bytes) -> bool:
    with Image.open(file) as old, Image.open(io.BytesIO(picture)) as new:
        if old.size != new.size:
            return False
        difference = ImageChops.difference(old.convert("RGB"), new.convert("RGB")).convert("L")
        return sum(difference.histogram()[_SAME + 1 :]) <= _FEW * new.width * new.height


def _small(picture: bytes) -> bytes:
    out = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as shown:
        shown.convert("RGB").save(out, "PNG", optimize=True)
    return out.getvalue()


def orphans(wanted: Sequence[Wanted], folder: Path) -> Iterator[Path]:
    """Pictures that no guide describes any more, with their frames."""
    known = {shot_file(one.item, one.shot) for one in wanted}
    known |= {frames_file(file) for file in known}
    for file in sorted((folder / "shots").glob("*")):
        if file.relative_to(folder).as_posix() not in known and file.suffix in {".png", ".json"}:
            yield file
