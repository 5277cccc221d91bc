"""“Optag”: somebody works a page of another site in a browser that the desk drives, and each click becomes a step.

The browser has no window: the desk shows its picture, and sends on where somebody clicks and what they type. So it
works wherever the desk does, and what is recorded is what `hub shots` takes again later.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, TypeVar

from generator.media.browser import opened
from generator.media.screenshots import HEIGHT, frames_of, picture_of
from generator.model.screenshot import Action, Pointed, Shot
from generator.problems.problem import HubError

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request

WIDTH = 1280
_SETTLED = 400
"""Milliseconds that a page has to answer a click."""
_SCROLL = 500
_SCRIPT = f"({(Path(__file__).parent / 'recorded-element.js').read_text('utf-8')})"
"""A function, as an expression."""
Result = TypeVar("Result")


class Box(TypedDict):
    x: float
    y: float
    width: float
    height: float


class Target(TypedDict):
    """What `recorded-element.js` says of a control."""

    role: str
    name: str
    path: str
    around: str
    box: Box
    title: str
    scrolled: bool


@dataclass(frozen=True, slots=True)
class Recorded:
    """A click, as a step will tell it."""

    role: str
    name: str
    title: str
    """Of the page."""
    shot: Shot
    picture: bytes
    frames: tuple[tuple[float, float, float, float], ...]


@dataclass(slots=True)
class Session:
    """A site that is being recorded. Only the recorder's own thread uses the page."""

    site: str
    address: str
    """Of the site, with a final slash."""
    page: Page
    opened: ExitStack
    records: bool = True
    """Off while somebody logs in: then clicks are only sent on."""
    steps: list[Recorded] = field(default_factory=list)
    actions: tuple[Action, ...] = ()
    """What has happened since the page was opened."""
    place: str = ""
    """The page that was opened, relative to the site's root."""
    has_left: bool = False
    """Whether a click led away from the site, and was taken back."""


@dataclass(slots=True)
class Recorder:
    """One recording at a time. A browser belongs to the thread that opened it, so all is done there."""

    locale: str
    session: Session | None = None
    _thread: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "recording"))

    def start(self, site: str, address: str, place: str) -> None:
        """Opens a page of a site, given as its address on it. HubError when there is no browser, or no such page."""
        self.stop()
        self._done(lambda: self._start(site, address, place))

    def stop(self) -> None:
        """Closes the browser. What was recorded is lost."""
        session, self.session = self.session, None
        if session:
            self._thread.submit(session.opened.close).result()

    def picture(self) -> bytes:
        """What the browser shows, as a PNG."""
        return self._done(lambda: self._here().page.screenshot(animations="disabled"))

    def names(self) -> tuple[str, ...]:
        """What the controls in the window are called, by number."""
        found = self._done(lambda: self._here().page.evaluate(_SCRIPT, {}))
        return tuple(str(name) for name in found["names"])

    def click(self, **place: float) -> None:
        """Clicks at `x` and `y`, or on the control of a `number`, and records it."""
        self._done(lambda: self._click(place))

    def type(self, text: str) -> None:
        """Types into the field that has the focus. What is typed is part of the pictures that follow."""
        self._done(lambda: self._type(text))

    def scroll(self, *, down: bool) -> None:
        self._done(lambda: self._here().page.mouse.wheel(0, _SCROLL if down else -_SCROLL))

    # In the thread of the browser

    def _done(self, work: Callable[[], Result]) -> Result:
        """HubError for whatever the browser complains of."""
        try:
            from playwright.sync_api import Error
        except ImportError:
            return self._thread.submit(work).result()  # which says what to install
        try:
            return self._thread.submit(work).result()
        except Error as error:
            why = str(error).splitlines()[0]
            raise HubError("The page does not answer: {why}", "Begin the recording again.", why=why) from error

    def _here(self) -> Session:
        if self.session is None:
            raise HubError("Nothing is being recorded.", "Begin the recording again.")
        return self.session

    def _start(self, site: str, address: str, place: str) -> None:
        stack = ExitStack()
        try:
            page = stack.enter_context(opened(locale=self.locale)).new_page()
            page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
            page.emulate_media(reduced_motion="reduce")
            page.goto(address + place.lstrip("/"))
        except BaseException:
            stack.close()
            raise
        self.session = Session(site, address, page, stack, place=place.lstrip("/"))

    def _click(self, place: dict[str, float]) -> None:
        session = self._here()
        page = session.page
        target: Target | None = page.evaluate(_SCRIPT, place)
        if target is None:
            return
        selector = _selector(page, target)
        if session.records:
            session.steps.append(_recorded(session, target, selector))
        box = target["box"]
        x, y = place.get("x", box["x"] + box["width"] / 2), place.get("y", box["y"] + box["height"] / 2)
        self._follow(session, Action(click=selector), _settled(page, lambda: page.mouse.click(x, y)))

    def _type(self, text: str) -> None:
        session = self._here()
        is_secret = session.page.evaluate("() => document.activeElement?.type === 'password'")
        _settled(session.page, lambda: session.page.keyboard.type(text))
        if session.records and not is_secret:
            session.actions = (*session.actions, Action(type=text))

    def _follow(self, session: Session, action: Action, address: str) -> None:
        """Where the click has led: on the page, to another of the site, or away, which is taken back."""
        session.has_left = not address.startswith(session.address)
        if session.has_left:
            session.page.goto(session.address + session.place)
            session.actions = ()
            if session.records:
                del session.steps[-1:]
            return
        place = address.removeprefix(session.address)
        if _plain(place) != _plain(session.place):
            session.place, session.actions = place, ()
        elif session.records:
            session.actions = (*session.actions, action)


def _settled(page: Page, act: Callable[[], None]) -> str:
    """Does something on a page, and waits until it has answered; when that opens another page, until that is there.

    The address that it has led to, also when there is no page.
    """
    from playwright.sync_api import Error

    asked: list[str] = []

    def told(request: Request) -> None:
        if request.is_navigation_request() and request.frame == page.main_frame:
            asked.append(request.url)

    page.on("request", told)
    act()
    page.wait_for_timeout(_SETTLED)
    page.remove_listener("request", told)
    if not asked:
        return page.url
    with suppress(Error):  # a page that cannot be had is answer enough
        page.wait_for_url(lambda url: _plain(url) == _plain(asked[-1]), wait_until="domcontentloaded")
    return page.url if _plain(page.url) == _plain(asked[-1]) else asked[-1]


def _plain(address: str) -> str:
    return address.partition("#")[0]


def _selector(page: Page, target: Target) -> str:
    """By role and name, which outlive a new layout, where that finds the same; else by its place in the page."""
    if target["role"] in {"button", "link", "checkbox", "radio", "textbox", "combobox", "tab"} and target["name"]:
        name = target["name"].replace("\\", "\\\\").replace('"', '\\"')
        by_role = f'role={target["role"]}[name="{name}"]'
        found = page.locator(by_role)
        if found.count() and found.first.bounding_box() == target["box"]:
            return by_role
    return target["path"]


def _recorded(session: Session, target: Target, selector: str) -> Recorded:
    name = target["name"] or target["path"]
    actions = (*session.actions, *((Action(show=selector),) if target["scrolled"] else ()))
    shot = Shot(
        site=session.site or None, page=session.place, actions=actions, width=WIDTH,
        element=target["around"] or None, highlight=(Pointed(element=selector, label=name),),
    )  # fmt: skip
    picture = picture_of(session.page, shot)
    return Recorded(target["role"], name, target["title"], shot, picture, frames_of(session.page, shot))


def without(recorder: Recorder, number: int) -> None:
    """Forgets a step. Others keep their pictures."""
    session = recorder.session
    if session:
        session.steps = [one for place, one in enumerate(session.steps) if place != number]
