"""What is known of a weekly mail without opening it: its week, and all that it has told or left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from generator.kinds.digest.line_identity import key_of, markdown
from generator.kinds.digest.model import Digest
from generator.model.catalog import Item
from generator.model.context import Context, DocumentContext
from generator.model.feed import WholeText


@dataclass(frozen=True, slots=True)
class DigestSummary:
    """A weekly mail among others."""

    start: date
    sent: date | None
    told: tuple[str, ...]
    """Every item that it names, or that was found and left out, as `guide:follow-a-guide`."""


DigestItem: TypeAlias = Item[Digest, DigestSummary]


def summary(digest: Digest) -> DigestSummary:
    lines = [line.ref for section in digest.sections for line in section.items if line.ref]
    found = [key_of(text)[1] for text in digest.found]
    return DigestSummary(digest.start, digest.sent, tuple(dict.fromkeys((*lines, *found))))


def monday(known: DigestSummary) -> date:
    return known.start


def latest_first(item: DigestItem, _: Context) -> tuple[int | str, ...]:
    return (-item.summary.start.toordinal(),)


def facts(item: DigestItem, context: DocumentContext) -> tuple[str, ...]:
    """For whom it is, and when it was sent."""
    digest = item.model
    sent = context.language.gettext("Sent {day}").format(day=context.language.date(digest.sent)) if digest.sent else ""
    return (", ".join(context.names("roles", digest.audiences)), sent)


def terms(digest: Digest) -> Mapping[str, tuple[str, ...]]:
    return {"roles": digest.audiences}


def offers(digest: Digest) -> Iterator[WholeText]:
    """The mail as feeds carry it."""
    yield WholeText(markdown(digest), digest.sent or digest.published)
