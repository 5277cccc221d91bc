"""What templates are handed: frozen values, each of a class that names its template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class View:
    """What one template shows as `view`. A subclass is a frozen dataclass; a test holds its template against it."""

    template: ClassVar[str]
    """The template's file, for instance `course/page.html`."""


@dataclass(frozen=True, slots=True)
class Card:
    """An item as lists show it."""

    kind: str
    kind_name: str
    url: str
    title: str
    summary: str
    facts: tuple[str, ...]
    adaptations: int = 0
    """How many adapted copies it stands for in this list."""
    why: str = ""
    """Why it is shown here."""
    is_stopped: bool = False
    """Whether a known problem makes it useless for now."""
    language: str = ""
    """Of title and summary, when that is not the hub's."""
    picture: str = ""
    """The file beside the item's document that shows what it is about; "" for none."""


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under a heading."""

    id: str
    title: str
    cards: tuple[Card, ...]

    @property
    def count(self) -> int:
        """How many items, the adapted copies that stand behind their source included: every list counts alike."""
        return sum(1 + card.adaptations for card in self.cards)


@dataclass(frozen=True, slots=True)
class Index:
    """All items of a kind in groups."""

    kind: str
    lead: str
    count: int
    groups: tuple[Group, ...]
    is_cut: bool
    """Whether there are so many that each group shows the first ones only."""
    writing: tuple[tuple[str, str], ...] = ()
    """Where visitors write one: addresses, and what one does there."""

    @property
    def is_repeated(self) -> bool:
        """Whether most items stand under several headings."""
        return sum(group.count for group in self.groups) > 1.5 * self.count


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose the items of a list by."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    """Ids and names, in order; only those that some item has."""


@dataclass(frozen=True, slots=True)
class IndexView(View):
    """The index page of a kind that has no page of its own for it."""

    template: ClassVar[str] = "browse/index.html"
    index: Index
