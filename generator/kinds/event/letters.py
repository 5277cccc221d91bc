"""The page of what whoever holds an event writes to those who come, for each time that is near.

Nothing is sent from here: each text is copied, or opened in a mail program that knows who is to have it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from generator.i18n.language import mark
from generator.kinds.event.letter import About, Letter, LetterSort
from generator.kinds.event.model import Event, Occasion
from generator.kinds.event.summary import EventItem, anchor, in_order
from generator.kinds.event.views import MAILS
from generator.model.context import Context
from generator.model.page import PageSpec
from generator.model.view import View

_MOST = 12
"""Occasions to come that are written about: more than a season ahead nobody invites."""
_THANKED = timedelta(days=30)
"""How long after it thanks are still in place."""


@dataclass(frozen=True, slots=True)
class Written:
    """What is written about one occasion."""

    id: str
    """Of its heading."""
    title: str
    """When it is held."""
    letters: tuple[Letter, ...]


@dataclass(frozen=True, slots=True)
class LettersView(View):
    """The texts for each occasion that is near."""

    template: ClassVar[str] = "event/mails.html"
    url: str
    """The event's page, relative to the site's root."""
    occasions: tuple[Written, ...]


def url_of(item: EventItem) -> str:
    return f"{item.url}{MAILS}"


def subpage_urls(item: EventItem, _: Context) -> tuple[str, ...]:
    return (url_of(item),)


def subpages(item: EventItem, context: Context) -> Iterator[PageSpec]:
    """The one page of texts."""
    yield PageSpec(
        url=url_of(item), title=context._(mark("Invite, remind and thank: {title}")).format(title=item.common.title),
        description=context._(mark("Texts to copy or to open as a mail, for each time that it is held.")),
        section="events", crumbs=context.crumbs(item), searchable=False,
        view=LettersView(item.url, tuple(written(item, context))),
    )  # fmt: skip


def written(item: EventItem, context: Context) -> Iterator[Written]:
    """About the next occasions, and the last one that was held as long as thanks are in place."""
    every = in_order(item.model.occasions)
    coming = [one for one in every if one.start.date() >= context.day]
    past = [one for one in every if one.start.date() < context.day and one.state != "cancelled"]
    recent = [one for one in past[-1:] if one.start.date() + _THANKED >= context.day]
    for occasion in (*recent, *coming[:_MOST]):
        later = (one for one in coming if one.start > occasion.start and one.state in ("planned", "held"))
        about = About(item, occasion, next(later, None), context)
        title = about.when(occasion)
        letters = tuple(map(about.letter, _sorts(item.model, occasion, context)))
        yield Written(anchor(occasion.id), title[:1].upper() + title[1:], letters)


def _sorts(event: Event, occasion: Occasion, context: Context) -> tuple[LetterSort, ...]:
    """Nobody is invited to what one cannot sign up for any more."""
    if occasion.state == "cancelled":
        return ("cancelled",)
    if occasion.start.date() < context.day:
        return ("thanks",)
    is_over = event.signup is not None and event.signup.by is not None and event.signup.by < context.day
    return ("reminder", "thanks") if is_over or occasion.state == "full" else ("invitation", "reminder", "thanks")
