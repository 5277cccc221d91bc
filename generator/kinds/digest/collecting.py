"""Collects what a weekly mail may tell: lines by section, the most important first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from generator.kinds.digest.line_identity import ORDER
from generator.kinds.digest.lines_from_kinds import Told, deadlines, told_by
from generator.kinds.digest.model import MailLine, SectionKind
from generator.kinds.digest.span import Span, line_about
from generator.model.catalog import Item, ItemKey
from generator.model.context import Context
from generator.model.meeting import Meetings

LATE = timedelta(days=7)
"""Before the week: what came out when the mail before it had been written already."""
KIND = "digest"

Lines = Mapping[SectionKind, tuple[MailLine, ...]]


@dataclass(frozen=True)
class Collection:
    """What there is to tell of a week."""

    context: Context
    span: Span
    told: frozenset[str] | None = None
    """What other mails have told or left out, as `guide:follow-a-guide`; None when this is the first mail."""

    def lines(self) -> Lines:
        """By section; sections without any line are left out."""
        found: dict[SectionKind, list[MailLine]] = {kind: [] for kind in ORDER}
        offered = sorted(self._offered(), key=lambda one: (one.place, one.item.id))
        for one in offered:
            found[one.kind].append(one.line)
        found["due"] += deadlines(self.context, self.span)
        elsewhere = {(one.item.kind, one.item.id) for one in offered}
        for item in self._recent:
            if (item.kind, item.id) not in elsewhere and (kind := self._sort(item)):
                found[kind].append(line_about(item, self.span))
        return {kind: tuple(lines) for kind, lines in found.items() if lines}

    def fresh(self) -> tuple[Item, ...]:
        """What came out in the week, or just before it and was told in no mail."""
        return tuple(item for item in self._recent if self._sort(item) == "new")

    def unheard(self) -> tuple[str, ...]:
        """Roles that news or a meeting of these days is for and that no mail goes to, in order of their ids."""
        start, kinds = self.span.start - LATE, self.context.kinds
        recent = (
            item for item in self.context.catalog.items.values()
            if (kinds[item.kind].tells_of_others or isinstance(item.common.shown, Meetings))
            and item.kind != KIND and item.common.updated >= start
        )  # fmt: skip
        return tuple(sorted({
            role for item in recent if self.span.only(item) is None for role in item.common.terms.get("roles", ())
        }))  # fmt: skip

    def _offered(self) -> Iterator[Told]:
        for item in self.context.catalog.items.values():
            if item.kind != KIND and self.span.only(item) is not None:
                yield from told_by(item, self.context, self.span)

    @cached_property
    def _recent(self) -> tuple[Item, ...]:
        """All that may be new or changed, but for what other items of these days tell of; those come first."""
        kinds, catalog = self.context.kinds, self.context.catalog
        recent = {(item.kind, item.id): item for item in catalog.items.values() if self._may_be_recent(item)}
        tellers = {key for key in recent if kinds[key[0]].tells_of_others}
        covered = {key for teller in tellers for key in catalog.named.get(teller, ())} - tellers
        places = {name: place for place, name in enumerate(kinds)}

        def place(key: ItemKey) -> tuple[bool, int, tuple[str, str]]:
            title = self.context.language.sort_key(recent[key].common.title)
            return key not in tellers, places[key[0]], title

        return tuple(recent[key] for key in sorted(recent.keys() - covered, key=place))

    def _may_be_recent(self, item: Item) -> bool:
        """A kind that is a vocabulary says more of words that everybody knows: it is never news."""
        is_own = item.kind == KIND or self.context.kinds[item.kind].vocabulary is not None
        return not is_own and item.common.updated >= self.span.start - LATE and self.span.only(item) is not None

    def _sort(self, item: Item) -> SectionKind | None:
        """`published` stands in the model alone: only what is recent is opened."""
        span, published = self.span, item.model.published
        if span.holds(published):
            return "new"
        was_late = self.told is not None and f"{item.kind}:{item.id}" not in self.told
        if was_late and span.start - LATE <= published < span.start:
            return "new"
        return "changed" if published < span.start and span.holds(item.common.updated) else None
