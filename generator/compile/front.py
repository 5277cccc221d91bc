"""The front page."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

from generator.compile.cards import Hub
from generator.compile.feeds import NEWEST
from generator.i18n.language import mark
from generator.model.page import PageSpec


def front(hub: Hub) -> PageSpec:
    """A way in for each role, what is new, and how much there is."""
    newest = hub.catalog.rollup(NEWEST, "")[:6]
    plans = hub.catalog.of_kind("plan")
    counts = tuple(
        SimpleNamespace(
            kind=kind.name, label=hub._(kind.plural), count=len(hub.catalog.of_kind(kind.name)), url=f"{kind.folder}/"
        )
        for kind in hub.kinds.values()
    )
    view = SimpleNamespace(
        roles=tuple(_ways_in(hub)), news=tuple(hub.cards[key] for key in newest), counts=counts,
        examples=tuple(hub._(text) for text in (mark("fractions"), mark("copy a course"), mark("feedback"))),
        plan=SimpleNamespace(card=hub.card(plans[-1]), item=plans[-1].model) if plans else None,
    )  # fmt: skip
    return PageSpec(
        url="", title=hub._(mark("Front page")),
        description=hub._(mark("Courses, guides, videos and plans: find, follow, copy and plan.")),
        template="front/page.html", view=view, searchable=False,
    )  # fmt: skip


def _ways_in(hub: Hub) -> Iterator[SimpleNamespace]:
    """A card with a verb for each role; only ways that exist in this hub."""
    ways = (
        ("course", mark("I want to copy a course"), mark("Teachers: courses that colleagues have tried, ready to fit to your class."), mark("Find a course")),
        ("guide", mark("I am to follow a guide"), mark("At the café meeting or at your desk: one step after another."), mark("Choose a guide")),
        ("video", mark("I train colleagues"), mark("Superusers: short films and guides to show and hand out."), mark("See the videos")),
        ("plan", mark("I plan at my school"), mark("Leaders: phases, dates and success criteria in one place."), mark("See the plans")),
    )  # fmt: skip
    for kind, title, text, action in ways:
        url = f"{hub.kinds[kind].folder}/"
        yield SimpleNamespace(title=hub._(title), text=hub._(text), url=url, action=hub._(action))
    yield SimpleNamespace(
        title=hub._(mark("I publish")), text=hub._(mark("Consultants: see all that is published, and what each word means.")),
        url="a-z/", action=hub._(mark("See everything")),
    )  # fmt: skip
