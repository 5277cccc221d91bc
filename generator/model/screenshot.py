"""How a picture is taken of a running site: what happens on the screen, and what is shown of it."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Key, Strict, Text, Whole

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
    """Which of the hub's `sites`; the hub itself when left out."""
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
