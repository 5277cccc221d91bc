"""The descriptor of a content type: all that the stages need to know of it, in one frozen value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.i18n.language import Language
from generator.model.catalog import Catalog, Finding, Item, TermKey
from generator.model.fields import Published
from generator.model.page import Export, PageSpec
from generator.model.rollup import Rollup, RollupKey
from generator.model.screenshot import Shot
from generator.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Described:
    """A picture that an item describes."""

    path: tuple[str | int, ...]
    """Where in the document."""
    shot: Shot
    function: str | None
    """The platform function whose button it shows."""


# Functions with names, since a kind goes to other processes.


def _nothing(_: Any) -> None:
    return None


def _none(*_: Any) -> tuple[()]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A content type. Adding one: a module with this value, a template folder, a test file, a line in KINDS."""

    name: str
    """Its name in references and the template folder: `course`."""
    folder: str
    """Its folder under content/ and its section of the site: `courses`."""
    model: type[Published]
    """The model of its files."""
    singular: str
    """What one is called (English message id)."""
    plural: str
    """What many are called (English message id)."""
    lead: str
    """One sentence over the index page (English message id)."""
    anchors: Callable[[Any], Mapping[str, str]]
    """Anchors of its page that others may point to, with their titles."""
    facts: Callable[[Item, Catalog, Language], tuple[str, ...]]
    """The line of facts on a card."""
    view: Callable[[Item, Catalog, Language], Mapping[str, Any]]
    """What its page shows beside the item itself."""
    rules: Callable[[Item, Catalog], Iterable[Finding]]
    """What must hold within the item, beyond the types. Of the catalog it knows the vocabularies and folders alone."""
    between: Callable[[Item, Catalog], Iterable[Finding]] | None = None
    """What must hold between the item and others."""
    brief: Callable[[Any], Any] = _nothing
    """What the lists of its kind say of it beside what all lists say, as a small frozen value."""
    structured_data: Callable[[Item, Catalog, Language], Mapping[str, Any]]
    """JSON-LD of the item."""
    grouping: str | None
    """The vocabulary by whose words its index is grouped, an item's first word leading."""
    listing: Callable[[Sequence[Item], Catalog, Language], Mapping[str, Any]] | None = None
    """What its index shows beside the groups, in a template of its own: `<name>/index.html`."""
    owner: Callable[[Item, Catalog], str]
    """Who answers for it, in words."""
    tested: Callable[[Any], tuple[date, str] | None] = _nothing
    """When somebody last tried what it says, and with which version of the product."""
    shots: Callable[[Any], Iterable[Described]] = _none
    """The pictures that it describes instead of storing."""
    traits: Callable[[Any], Iterable[tuple[str, str]]] = _none
    """What makes two items alike: sorts of likeness and their values."""
    days: Callable[[Any], Iterable[date]] = _none
    """Days on which something happened that an item tells of, such as its changes: they move the hub's day."""
    rollups: tuple[Rollup[Any, Any], ...] = ()
    """What its items come to together."""
    asks: Callable[[Item], Iterable[RollupKey]] = _none
    """The roll-ups that an item's pages show, by name and key, the hub's day included; they may ask for no others."""
    seen_by: Callable[[Any], Iterable[TermKey]] = _none
    """The words through which its items are seen by items of other kinds that name one of them."""
    shown: Callable[[Any], Any] = _nothing
    """What pages that link to an item may say of it beside title, summary and facts, as a small frozen value."""
    vocabulary: str | None = None
    """The vocabulary that it is: each item says more of the entry with its id, and who names the entry links to it."""
    source: Callable[[Any], str | None] = _nothing
    """The id of the item of the same kind that it adapts."""
    below: Callable[[Item, Catalog], Iterable[str]] = _none
    """The addresses of its `subpages`, by what is known of it in brief."""
    subpages: Callable[[Item, Catalog, Language], Iterable[PageSpec]] = _none
    """Pages below an item's own."""
    files: Callable[[Item, Catalog, Settings], Iterable[Export]] = _none
    """Files for machines and scripts beside an item's page."""
    overviews: Callable[[Sequence[Item], Catalog, Language], Iterable[PageSpec]] = _none
    """Pages about all items of the kind, beside its index."""
    exports: Callable[[Sequence[Item], Catalog, Language], Iterable[Export]] = _none
    """Files for machines and scripts about all items of the kind."""
