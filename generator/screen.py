"""What happens on a screen before it is shown: the actions of storyboards and of described pictures."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from generator.model import Key, Strict, Text, Whole

if TYPE_CHECKING:
    from playwright.sync_api import Page

_PATIENCE = 3_000
"""Milliseconds in which an element must turn up."""
_OUTSIDE = re.compile(r"//|[a-zA-Z][a-zA-Z0-9+.-]*:|/")


class Action(Strict):
    """One thing that happens on the screen; exactly one of the fields is given."""

    go: str | None = None
    """An address relative to the site's root; "" is the front page."""
    click: Text | None = None
    """A CSS selector."""
    type: Text | None = None
    """Text for the field that has the focus."""
    press: Text | None = None
    """A key, as `Enter`."""
    show: Text | None = None
    """A CSS selector to scroll to."""


class Pointed(Strict):
    """An element that a numbered frame points out."""

    element: Text
    """A CSS selector."""
    label: Text
    """What the frame points out, as text."""


class Shot(Strict):
    """How a picture is taken of a running site; `hub shots` does it."""

    site: Key | None = None
    """Which of the `sites` in site_config.yml; the hub itself when left out."""
    page: str = Field(max_length=400)
    """The page, relative to the site's root; "" is the front page."""
    actions: tuple[Action, ...] = ()
    """What happens before the picture is taken, in order."""
    element: Text | None = None
    """The element to show, as a CSS selector; the whole window otherwise."""
    highlight: tuple[Pointed, ...] = ()
    """Elements that get a numbered frame."""
    scheme: Literal["light", "dark"] = "light"
    """Which colours."""
    width: Annotated[Whole, Field(ge=320, le=1920)] = 1280
    """Width of the window in pixels."""

    def places(self) -> tuple[str, ...]:
        """The addresses it opens."""
        return (self.page, *(action.go for action in self.actions if action.go is not None))


def leaves_the_site(address: str) -> bool:
    """Whether an address that should be relative to the site's root is not."""
    return bool(_OUTSIDE.match(address)) or ".." in address.split("/")


def shot_file(id_: str, shot: Shot) -> str:
    """Where the picture is kept, relative to the item's folder. It stays while the description does."""
    said = json.dumps(shot.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)
    return f"shots/{id_}-{hashlib.sha256(said.encode()).hexdigest()[:8]}.png"


def frames_file(file: str) -> str:
    """Where the frames of a picture are kept: a list of `[x, y, width, height]` in shares of the picture."""
    return file.removesuffix(".png") + ".json"


class GoneError(Exception):
    """Something on the screen is not there: `page` or `element`, and what it was called."""

    def __init__(self, what: Literal["page", "element"], name: str) -> None:
        super().__init__(f"{what} {name}")
        self.what, self.name = what, name


def go(page: Page, address: str, name: str) -> None:
    """Opens an address. GoneError when nothing answers, or with an error."""
    from playwright.sync_api import Error

    try:
        answer = page.goto(address)
    except Error as error:
        raise GoneError("page", name) from error
    if answer and answer.status >= 400:
        raise GoneError("page", name)


def act(page: Page, site: str, action: Action) -> None:
    """Does one thing and waits until the page has answered. GoneError when what it names is not there."""
    if action.go is not None:
        go(page, site + action.go, action.go)
    for selector in (action.show, action.click):
        if selector:
            must_show(page, selector)
    if action.show:
        page.locator(action.show).first.scroll_into_view_if_needed()
    if action.click:
        page.locator(action.click).first.click()
        page.wait_for_timeout(500)
    if action.type:
        page.keyboard.type(action.type)
        page.wait_for_timeout(800)
    if action.press:
        page.keyboard.press(action.press)
        page.wait_for_timeout(500)


def must_show(page: Page, selector: str) -> None:
    """GoneError when no such element is seen on the page, also after a little while."""
    from playwright.sync_api import Error

    try:
        page.locator(selector).first.wait_for(state="visible", timeout=_PATIENCE)
    except Error as error:
        raise GoneError("element", selector) from error
