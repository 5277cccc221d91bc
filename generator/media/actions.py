"""Does the actions of storyboards and screenshots in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from generator.model.screenshot import Action

if TYPE_CHECKING:
    from playwright.sync_api import Page

_PATIENCE = 3_000
"""Milliseconds in which an element must turn up."""


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
