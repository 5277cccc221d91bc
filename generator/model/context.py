"""What the functions of a kind are told beside their item: all they may know of the hub, in one frozen value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from generator.i18n.language import Language
from generator.model.catalog import Catalog, Item, Lookup
from generator.model.page import Crumb
from generator.model.rollup import OVER_ALL_KINDS, roll_up
from generator.model.settings import Settings
from generator.model.view import Card

if TYPE_CHECKING:
    from generator.model.kind import Kind

_UNSAID = Settings(site_name="")
Contract = TypeVar("Contract")


@dataclass(frozen=True, kw_only=True)
class DocumentContext(Lookup):
    """What one document is checked with, in a worker process, before any other document is known."""

    language: Language
    settings: Settings = _UNSAID


@dataclass(frozen=True, slots=True)
class Context:
    """What pages, files and the rules between items are made with."""

    catalog: Catalog
    settings: Settings
    language: Language
    kinds: Mapping[str, Kind]
    """By name, in the order of the menu."""
    ordinary: tuple[Crumb, ...] = ()
    """The titles and addresses of the ordinary pages."""

    @staticmethod
    def of(catalog: Catalog, kinds: Sequence[Kind], language: Language, settings: Settings) -> Context:
        return Context(rolled_up(catalog, kinds), settings, language, {kind.name: kind for kind in kinds})

    @property
    def day(self) -> date:
        """The hub's day: a build has no clock, and what is coming or overdue is so as of this day.

        Pages of an item that ask for it say so: `Kind.asks` names (DAY, "").
        """
        return self.catalog.day

    def seeing(self, catalog: Catalog) -> Context:
        """The same hub, with only this to look things up in."""
        return replace(self, catalog=catalog)

    def with_items(self, catalog: Catalog) -> Context:
        """The hub with other items, and all that they come to."""
        return replace(self, catalog=rolled_up(catalog, tuple(self.kinds.values())))

    def _(self, msgid: str) -> str:
        return self.language.gettext(msgid)

    def home(self) -> Crumb:
        """The first step of every way back."""
        return Crumb(self._("Front page"), "")

    def crumbs(self, item: Item) -> tuple[Crumb, ...]:
        """The way back from a page below an item's own."""
        kind = self.kinds[item.kind]
        return (self.home(), Crumb(self._(kind.plural), f"{kind.section}/"), Crumb(item.common.title, item.url))

    def card(self, item: Item, why: str = "") -> Card:
        """The item as lists show it."""
        common, kind_name = item.common, self._(self.kinds[item.kind].singular)
        return Card(
            item.kind,
            kind_name,
            item.url,
            common.title,
            common.summary,
            common.facts,
            why=why,
            language=common.language,
        )

    def offered(self, item: Item, contract: type[Contract]) -> tuple[Contract, ...]:
        """What an item of any kind offers to other kinds under a contract of `generator.model`."""
        return tuple(one for one in self.kinds[item.kind].offers(item.model) if isinstance(one, contract))


def rolled_up(catalog: Catalog, kinds: Sequence[Kind]) -> Catalog:
    """The catalog with what the roll-ups of all kinds come to, and the hub's day."""
    of_kinds = [(kind.name, rollup) for kind in kinds for rollup in kind.rollups]
    over_all = [(None, rollup) for rollup in OVER_ALL_KINDS]
    return replace(catalog, rolled=roll_up(catalog.items.values(), [*over_all, *of_kinds]))
