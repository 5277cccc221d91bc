"""One mail for each school, about what hits that school: drafts beside the hub, for a person to read and send."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from generator.content.validate import check_content
from generator.formats.mail import eml, text
from generator.i18n.language import mark
from generator.kinds import KINDS
from generator.kinds.digest.lines_from_kinds import DUE, said_of, told_of, words
from generator.kinds.digest.mails import TITLES
from generator.kinds.digest.span import shortened, week_of
from generator.model.catalog import Item
from generator.model.context import Context
from generator.model.digest_entry import Happening, KnownProblem, LocalPlan, OpenAgreement, SchoolsContact, SchoolsWord
from generator.model.mail import Entry, Mail, Part
from generator.model.plan_contract import AddedActivity, Phase
from generator.model.settings import Settings
from generator.model.vocabulary import SchoolEntry
from generator.problems.problem import HubError
from generator.store.atomic_write import instead_of

_MOST = 3
"""Of what comes and of what is known: the school has the whole mail for the rest."""
_NEAR = timedelta(days=60)
"""For so long what a neighbouring school has told is still worth a line."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the drafts."""

    made: int
    kept: int
    """Those that were there and differ: somebody may have written in them."""


def school_mails(root: Path, settings: Settings, week: str, folder: Path, *, replace: bool = False) -> Written:
    """Writes a draft (.eml) and its text for each school. HubError when there is no such week."""
    try:
        start, end = week_of(week)
    except ValueError as error:
        raise HubError("There is no week {week}.", "Write it as 2026-W48.", week=week) from error
    context = check_content(root, settings, KINDS).hub
    folder.mkdir(parents=True, exist_ok=True)
    made = kept = 0
    for mail in mails(context, week, start, end):
        files = ((folder / f"{mail.name}.eml", eml(mail)), (folder / f"{mail.name}.txt", text(mail).encode()))
        if not replace and any(file.exists() and file.read_bytes() != content for file, content in files):
            kept += 1
            continue
        made += 1
        for file, content in files:
            with instead_of(file) as new:
                new.write(content)
    return Written(made, kept)


def mails(context: Context, week: str, start: date, end: date) -> Iterator[Mail]:
    """The mail of each school that has a file, in order of id."""
    everything = [(item, value) for item in context.catalog.items.values() for value in _offers(item, context)]
    schools = [item for item in context.catalog.items.values() if context.kinds[item.kind].vocabulary == "schools"]
    for school in schools:
        yield _School(context, school, start, end, everything).mail(week)


def _offers(item: Item, context: Context) -> tuple[object, ...]:
    return tuple(context.kinds[item.kind].offers(item.model))


@dataclass(frozen=True, slots=True)
class _School:
    """A school, and all that might hit it."""

    context: Context
    school: Item
    start: date
    end: date
    everything: list[tuple[Item, object]]

    def mail(self, week: str) -> Mail:
        context, name = self.context, self.school.common.title
        told = ((TITLES["due"], self._due()), (TITLES["coming"], self._coming()), (TITLES["known"], self._known()))
        parts = (
            Part(context._(mark("Agreed with you")), tuple(self._agreements())),
            *(Part(context._(title), tuple(entries)) for title, entries in told),
            Part(context._(mark("From your neighbours")), tuple(self._neighbours())),
        )
        site = context.settings.site_url
        return Mail(
            name=f"{week.lower()}-{self.school.id}", language=context.language.code,
            subject=context._(mark("{school}: what concerns you in week {number}")).format(
                school=name, number=int(week[6:])
            ),
            sender=context.settings.sender, parts=tuple(part for part in parts if part.entries),
            nothing=context._(mark("There is nothing new for you this week.")), closing=tuple(self._closing()),
            page=f"{site}{self.school.url}" if site else "",
            page_title=context._(mark("See all of it on [the place's] page")),
        )  # fmt: skip

    def _entry(self, item: Item, line: str, title: str = "") -> Entry:
        site = self.context.settings.site_url
        return Entry(title or item.common.title, shortened(line), f"{site}{item.url}" if site else "")

    def _by(self, day: date, role: str) -> str:
        return self.context._(mark("By {day}. Responsible: {role}.")).format(
            day=self.context.language.date(day), role=self.context.catalog.name("roles", role).lower()
        )

    def _agreements(self) -> Iterator[Entry]:
        own = [value for value in _offers(self.school, self.context) if isinstance(value, OpenAgreement)]
        for one in sorted(own, key=lambda one: one.due):
            yield Entry(one.text, self._by(one.due, one.role))

    def _due(self) -> Iterator[Entry]:
        """What the school's own plan wants done in the next month, and what is past its day."""
        found: list[tuple[date, Entry]] = []
        for plan in (value for value in _offers(self.school, self.context) if isinstance(value, LocalPlan)):
            changes = {change.activity: change for change in plan.overlay.changes}
            common = self.context.catalog.items.get(("plan", plan.of))
            phases = self.context.offered(common, Phase) if common else ()
            adds: Iterable[AddedActivity] = plan.overlay.adds
            for activity in (*(one for phase in phases for one in phase.activities), *adds):
                change = changes.get(activity.id or "")
                day = (change.due if change else None) or activity.due
                state = activity.state if isinstance(activity, AddedActivity) else change.state if change else None
                if common and state not in ("done", "dropped") and self.start - DUE <= day <= self.end + DUE:
                    found.append((day, self._entry(common, self._by(day, activity.role), activity.title)))
        yield from (entry for _, entry in sorted(found, key=lambda one: one[0]))

    def _coming(self) -> Iterator[Entry]:
        """The next occasions that are for the school, those that were cancelled among them."""
        found = [
            (value.start, item, value)
            for item, value in self.everything
            if isinstance(value, Happening) and value.state != "held" and value.start.date() >= self.start
            and self._is_for(value)
        ]  # fmt: skip
        for _, item, value in sorted(found, key=lambda one: (one[0], one[1].id))[:_MOST]:
            changed = value.changed is not None and value.changed >= self.start - timedelta(days=7)
            yield self._entry(item, said_of(value, self.context, is_changed=changed))

    def _is_for(self, value: Happening) -> bool:
        if value.schools:
            return self.school.id in value.schools
        return not value.districts or self._district in value.districts

    @property
    def _district(self) -> str | None:
        return self._district_of(self.school.id)

    def _district_of(self, school: str) -> str | None:
        entry = self.context.catalog.entries(SchoolEntry).get(school)
        return entry.district if entry else None

    def _known(self) -> Iterator[Entry]:
        """Problems that the school is named by first, then those that may hit all."""
        found = [
            (self.school.id not in value.schools, -value.opened.toordinal(), item.id, item, value)
            for item, value in self.everything
            if isinstance(value, KnownProblem) and (not value.schools or self.school.id in value.schools)
            and (value.solved is None or value.solved >= self.start)
        ]  # fmt: skip
        for *_, item, value in sorted(found, key=lambda one: one[:3])[:_MOST]:
            said = told_of(value, item.common.summary, self.context, is_solved=value.solved is not None)
            yield self._entry(item, said)

    def _neighbours(self) -> Iterator[Entry]:
        """What other schools of the district have told or shared of late."""
        found = [
            (value.day, item, value)
            for item, value in self.everything
            if isinstance(value, SchoolsWord) and self.start - _NEAR <= value.day <= self.end
            and value.school != self.school.id and self._district and self._district_of(value.school) == self._district
        ]  # fmt: skip
        for _, item, value in sorted(found, key=lambda one: (one[0], one[1].id), reverse=True)[:_MOST]:
            name = self.context.catalog.name("schools", value.school)
            said = self.context._(mark("Shared by {school}.")).format(school=name)
            yield self._entry(item, f"{name}: {words(value.text)}" if value.text else said)

    def _closing(self) -> Iterator[str]:
        for one in _offers(self.school, self.context):
            if isinstance(one, SchoolsContact):
                role = self.context.catalog.name("roles", one.role).lower()
                said = self.context._(mark("Your contact: {role}")).format(role=role)
                yield f"{said}, {one.mailbox}" if one.mailbox else said
        if self.context.settings.organisation:
            yield self.context.settings.organisation
