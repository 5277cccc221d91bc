"""What must hold within a weekly mail, and between the newest one and what came out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.kinds.digest.collecting import KIND, Collection
from generator.kinds.digest.line_identity import for_audience
from generator.kinds.digest.model import Digest
from generator.kinds.digest.span import LONG_LINE, Span, week_of
from generator.kinds.digest.summary import DigestItem, DigestSummary
from generator.model.catalog import Finding
from generator.model.context import Context, DocumentContext

_MOST = 12
"""Lines for one audience: a longer mail is not read."""
_NAMED = 3


def rules(item: DigestItem, context: DocumentContext) -> Iterator[Finding]:
    digest = item.model
    yield from _week(item.id, digest)
    if "\n" in digest.title or "\r" in digest.title:
        yield Finding("digest-subject", ("title",))
    lines = [line for section in digest.sections for line in section.items]
    for role in digest.audiences:
        count = len(for_audience(lines, role))
        values = {"role": context.name("roles", role), "count": str(count)}
        if count == 0:
            yield Finding("digest-empty", ("audiences",), values)
        elif count > _MOST:
            yield Finding("digest-long", ("sections",), values)
    for number, section in enumerate(digest.sections):
        for at, line in enumerate(section.items):
            if line.line and len(line.line) > LONG_LINE:
                yield Finding("line-long", ("sections", number, "items", at, "line"), {"count": str(len(line.line))})
            for index, role in enumerate(line.only):
                if role not in digest.audiences:
                    place = ("sections", number, "items", at, "only", index)
                    yield Finding("only-nobody", place, {"role": context.name("roles", role)})


def _week(id_: str, digest: Digest) -> Iterator[Finding]:
    try:
        monday, sunday = week_of(digest.week)
    except ValueError:
        last = date(int(digest.week[:4]), 12, 28).isocalendar().week
        yield Finding("digest-no-week", ("week",), {"week": digest.week, "last": f"{digest.week[:4]}-W{last}"})
        return
    if (digest.start, digest.end) != (monday, sunday):
        values = {"week": digest.week, "start": monday.isoformat(), "end": sunday.isoformat()}
        yield Finding("digest-week", ("start",) if digest.start != monday else ("end",), values)
    if id_ != digest.week.lower():
        yield Finding("digest-name", ("week",), {"name": f"{digest.week.lower()}.yml"})


def stale(item: DigestItem, today: date) -> Iterator[Finding]:
    """A mail whose week is over and that nobody has sent."""
    if item.summary.sent is None and item.model.end < today:
        yield Finding("digest-unsent", ("week",), {"week": item.model.week})


def noticed(item: DigestItem, context: Context) -> Iterator[Finding]:
    """What came out and is in no mail is told at the newest one: those that were sent are not to be changed."""
    mails = context.catalog.of_kind(KIND)
    if item.id != max(mail.id for mail in mails):
        return
    digest = item.model
    told = frozenset(name for mail in mails if isinstance(mail.summary, DigestSummary) for name in mail.summary.told)
    span = Span(digest.start, digest.end, digest.audiences)
    collection = Collection(context, span, told if len(mails) > 1 else None)
    forgotten = [one for one in collection.fresh() if f"{one.kind}:{one.id}" not in told]
    if forgotten:
        titles = " · ".join(one.common.title for one in forgotten[:_NAMED])
        values = {"count": str(len(forgotten)), "titles": titles + (" …" if forgotten[_NAMED:] else "")}
        yield Finding("digest-forgot", ("sections",) if digest.sections else ("week",), values)
    for role in collection.unheard():
        yield Finding("digest-role", ("audiences",), {"role": context.catalog.name("roles", role)})
