"""The descriptor of a content type: all that the stages need to know of it, in one frozen value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, Literal

from typing_extensions import TypeVar

from generator.model.catalog import Finding, Item, TermKey
from generator.model.context import Context, DocumentContext
from generator.model.fields import Published
from generator.model.listing import Grouping, Order, by_title, ungrouped
from generator.model.page import Export, PageSpec
from generator.model.rollup import Rollup, RollupKey
from generator.model.screenshot import Shot
from generator.model.submission import Form
from generator.model.view import Index, IndexView, View
from generator.model.writing import Writing
from generator.problems.problem import HubError, Rule

Model = TypeVar("Model", bound=Published, default=Any)
"""A kind's model. `Kind` alone is any kind: what its functions take is known to the kind itself only."""
Summary = TypeVar("Summary", default=Any)
"""What the lists of a kind say of an item beside what all lists say; None for a kind that says no more."""

ReadFile = Callable[[str], bytes | None]
"""Reads a file of a site that was published before, by its path on the site; None when there is none."""

_PATH = re.compile(r'<path d="([^"]+)"/>')


@dataclass(frozen=True, slots=True)
class Described:
    """A picture that an item describes."""

    path: tuple[str | int, ...]
    """Where in the document."""
    shot: Shot
    function: str | None
    """The platform function whose button it shows."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A kind's colour, as `#0b5963`: 4.5:1 against the page in both."""

    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """A sort of trait that makes two items alike."""

    weight: int
    window: int
    """How many neighbours with the same trait are looked at: it keeps the work in step with the number of items."""
    why: str
    """What is said of the two (English message id)."""


# Functions with names, since a kind goes to other processes.


def no_traits(_: object) -> tuple[()]:
    return ()


def no_subpages(_: object, __: object) -> tuple[()]:
    return ()


def no_subpage_urls(_: object, __: object) -> tuple[()]:
    return ()


def nothing_between(_: object, __: object) -> tuple[()]:
    return ()


def no_summary(_: Published) -> None:
    return None


def _nothing(_: object) -> None:
    return None


def _none(*_: object) -> tuple[()]:
    return ()


def _no_picture(_: object) -> str:
    return ""


def _no_terms(_: object) -> Mapping[str, tuple[str, ...]]:
    return {}


def _plain_index(index: Index, _: object, __: object) -> View:
    return IndexView(index)


def _no_text(_: object) -> str:
    return ""


def _no_section(_: object, __: object) -> None:
    return None


@dataclass(frozen=True, kw_only=True)
class Kind(Generic[Model, Summary]):
    """A content type. ARCHITECTURE.md says how one is added; `kinds.kind_completeness` says what one lacks."""

    # What it is called, and where it lies

    name: str
    """Its name in references and the template folder: `course`."""
    folder: str
    """Its folder under content/ and, without `address`, its section of the site: `courses`."""
    home: Path
    """Its folder in the program, with `icon.svg`, `smallest.yml` and the rest of its parts."""
    singular: str
    """What one is called (English message id)."""
    plural: str
    """What many are called (English message id)."""
    new: str = ""
    """The heading over the question for a new one (English message id); "" for `New:` before what one is called."""
    lead: str
    """One sentence over the index page (English message id)."""

    # Where it is found, and what it looks like there

    address: str = ""
    """Its section of the site, where that has another name than its folder."""
    former: tuple[str, ...] = ()
    """What stood for it in addresses before: what asks for those pages is led on."""
    colour: Colour
    menu: Literal["main", "more", "none"] = "more"
    """Where the main menu names it: at once, under “More”, or nowhere. The menu has room for six at once."""
    front: Callable[[Sequence[Item[Model, Summary]], Context], View | None] = _no_section
    """A section of the front page about its items, or about none."""
    tells_of_others: bool = False
    """Whether its items tell what is new: the front page does not say so again among what is new and updated."""
    order: Order[Model, Summary] = by_title
    """How its items follow each other, by what is known without opening their models."""
    grouping: Grouping[Model, Summary] = ungrouped
    """How its index is divided."""
    index: Callable[[Index, Sequence[Item[Model, Summary]], Context], View] = _plain_index
    """The index page, when it shows more than groups of cards."""

    # What is known of an item without opening its model

    model: type[Model]
    """The model of its files."""
    summary: Callable[[Model], Summary]
    """What its lists say of it beside what all lists say, as a small frozen value; `no_summary` for nothing."""
    facts: Callable[[Item[Model, Summary], DocumentContext], tuple[str, ...]]
    """The line of facts on a card."""
    terms: Callable[[Model], Mapping[str, tuple[str, ...]]] = _no_terms
    """What it can be browsed and filtered by: ids by vocabulary, the leading one first."""
    picture: Callable[[Model], str] = _no_picture
    """The picture beside its document by which lists show it; "" for none."""
    source: Callable[[Model], str | None] = _nothing
    """The id of the item of the same kind that it adapts."""
    traits: Callable[[Model], Iterable[tuple[str, str]]] = no_traits
    """What makes two items alike: the name of a likeness and a value."""
    likeness: Mapping[str, Likeness] = field(default_factory=dict)
    """Each sort of trait, by its name."""
    days: Callable[[Model], Iterable[date]] = _none
    """Days on which something happened that an item tells of, such as its changes: they move the hub's day."""

    # How its items and those of other kinds know of each other

    rollups: tuple[Rollup, ...] = ()
    """What its items come to together."""
    asks: Callable[[Item[Model, Summary]], Iterable[RollupKey]] = _none
    """The roll-ups that an item's pages show, by name and key, the hub's day included; they may ask for no others."""
    offers: Callable[[Model], Iterable[object]] = _none
    """What other kinds may read of it: values of the contracts in `generator.model`, found by `Context.offered`."""
    shown: Callable[[Model], object] = _nothing
    """What pages that link to an item may say of it beside title, summary and facts, as a small frozen value."""
    seen_by: Callable[[Model], Iterable[TermKey]] = _none
    """The words through which its items are seen by items of other kinds that name one of them."""
    vocabulary: str | None = None
    """The vocabulary that it is: each item says more of the entry with its id, and who names the entry links to it."""

    # What must hold

    rules: Callable[[Item[Model, Summary], DocumentContext], Iterable[Finding]]
    """What must hold within a document, beyond the types."""
    between: Callable[[Item[Model, Summary], Context], Iterable[Finding]] = nothing_between
    """What must hold between an item and others."""
    problems: tuple[Rule, ...] = ()
    """What `rules` and `between` can find beside what every kind can."""

    # What its page shows

    view: Callable[[Item[Model, Summary], Context], View]
    """What its page shows. The class names the template, `<name>/page.html`."""
    anchors: Callable[[Model], Mapping[str, str]]
    """Anchors of its page that others may point to, with their titles."""
    owner: Callable[[Item[Model, Summary], Context], str]
    """Who answers for it, in words."""
    licence: Callable[[Model], str] = _no_text
    """The licence that the page carries when it is printed."""
    structured_data: Callable[[Item[Model, Summary], Context], Mapping[str, object]]
    """JSON-LD of the item."""

    # What commands ask

    noticed: Callable[[Item[Model, Summary], Context], Iterable[Finding]] = _none
    """What `hub check` finds between an item and others that a build does not repeat: no page is wrong by it."""
    since: Callable[[Sequence[Item[Model, Summary]], ReadFile, Context], Iterable[tuple[str, Finding]]] = _none
    """What has become of what an earlier site told people, by the id of the item: what they must hear of."""
    stale: Callable[[Item[Model, Summary], date], Iterable[Finding]] = _none
    """What `hub check --stale` finds of an item on a day, beside what nobody has tried for long."""
    tested: Callable[[Model], tuple[date, str] | None] = _nothing
    """When somebody last tried what it says, and with which version of the product."""
    shots: Callable[[Model], Iterable[Described]] = _none
    """The pictures that it describes instead of storing."""

    # What else is made of it

    subpages: Callable[[Item[Model, Summary], Context], Iterable[PageSpec]] = no_subpages
    """Pages below an item's own."""
    subpage_urls: Callable[[Item[Model, Summary], Context], Iterable[str]] = no_subpage_urls
    """Their addresses, by what is known without opening the model."""
    files: Callable[[Item[Model, Summary], Context], Iterable[Export]] = _none
    """Files for machines and scripts beside an item's page."""
    overviews: Callable[[Sequence[Item[Model, Summary]], Context], Iterable[PageSpec]] = _none
    """Pages about all items of the kind, beside its index."""
    exports: Callable[[Sequence[Item[Model, Summary]], Context], Iterable[Export]] = _none
    """Files for machines and scripts about all items of the kind."""
    form: Form | None = None
    """What people who do not write in the content may hand in as a file (`hub take`), when it changes an item."""
    writings: tuple[Writing, ...] = ()
    """The forms for visitors on the site (`write/<name>/`)."""

    @property
    def section(self) -> str:
        """Where its pages stand on the site, without a slash."""
        return self.address or self.folder

    @cached_property
    def icon(self) -> str:
        """The drawing of `icon.svg`: the data of its one path, in a field of 24 × 24. OSError, ValueError."""
        found = _PATH.search((self.home / "icon.svg").read_text("utf-8"))
        if found is None:
            raise ValueError(f'{self.home / "icon.svg"}: one <path d="…"/> is needed')
        return found[1]


AREAS = "districts"
"""The vocabulary of areas, which has pages below those of kinds: what is held for one."""


def at_addresses(
    kinds: Sequence[Kind], addresses: Iterable[tuple[str, str]], former: Iterable[tuple[str, Sequence[str]]] = ()
) -> tuple[Kind, ...]:
    """The kinds at the hub's own addresses and the former ones, by the folder of their content. HubError for a folder
    that is none, and for a former address where pages stand now.

    `AREAS` is none, and may be called otherwise all the same: pages of areas stand below those of kinds.
    """
    chosen, known = dict(addresses), [*(kind.folder for kind in kinds), AREAS]
    for folder in chosen:
        if folder not in known:
            raise HubError(
                "No content lies in a folder called “{folder}”.",
                "Choose among these under addresses in site_config.yml: {known}.",
                folder=folder, known=", ".join(known),
            )  # fmt: skip
    left, sections = dict(former), {chosen.get(kind.folder, kind.folder) for kind in kinds}
    for address in (one for some in left.values() for one in some if one in sections):
        raise HubError(
            "“{address}” is a former address and one where pages stand now.",
            "Take one of them away under addresses in site_config.yml.", address=address,
        )  # fmt: skip
    return tuple(
        replace(kind, address=chosen[kind.folder], former=tuple(left.get(kind.folder, ())))
        if kind.folder in chosen
        else kind
        for kind in kinds
    )


def icons(kinds: Iterable[Kind]) -> Mapping[str, str]:
    """The drawing of each kind, by name."""
    return {kind.name: kind.icon for kind in kinds}


__all__ = [
    "AREAS", "Colour", "Described", "Kind", "Likeness", "ReadFile", "at_addresses", "icons", "no_subpage_urls",
    "no_subpages", "no_summary", "no_traits", "nothing_between",
]  # fmt: skip
