"""Writes the draft of a weekly mail, and renews it: what a person has changed, added or removed stays so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.authoring.scaffold import write_document
from generator.content.validate import check_content
from generator.content.yaml.edit import edited
from generator.content.yaml.entry_spans import Path as KeyPath
from generator.content.yaml.parser import value_of
from generator.content.yaml.writer import Value, mapping_lines
from generator.i18n.language import Language
from generator.kinds import KINDS
from generator.kinds.digest import DIGEST
from generator.kinds.digest.collecting import KIND, Collection, Lines
from generator.kinds.digest.line_identity import ORDER, Key, fingerprint, key, key_of, written
from generator.kinds.digest.model import Digest, MailLine, MailSection
from generator.kinds.digest.span import Span, week_of
from generator.model.context import Context
from generator.model.settings import Settings
from generator.problems.problem import ContentError, HubError, Severity
from generator.store.atomic_write import instead_of


@dataclass(frozen=True, slots=True)
class Renewed:
    """What became of a mail."""

    file: Path
    is_new: bool
    added: int
    """Lines that were not there."""
    removed: int
    """Lines that are not true any more, and that nobody had touched."""


def digest(root: Path, settings: Settings, week: str, *, today: date) -> Renewed:
    """The draft of a week, made or renewed. HubError when there is no such week, or the mail was sent."""
    start, end = _span_of(week)
    context = _hub(root, settings)
    file = root / settings.content / DIGEST.folder / f"{week.lower()}.yml"
    before = _read(file) if file.exists() else None
    if before and before.sent:
        raise HubError(
            "The mail of {week} was sent on {day} and is not changed.", "Tell what is new in the mail of another week.",
            week=week, day=before.sent.isoformat(),
        )  # fmt: skip
    audiences = before.audiences if before else _audiences(context)
    lines = Collection(context, Span(start, end, audiences, today), _told(context, week)).lines()
    sections, found = merged(before.sections if before else (), before.found if before else (), lines)
    count = _count(sections)
    if before is None:
        draft = _draft(week, start, end, audiences, today, context.language)
        write_document(root / settings.content, DIGEST, week.lower(), _text({**draft, **_value(sections, found)}))
        return Renewed(file, True, count, 0)
    _rewrite(file, sections, found)
    kept = {key(section.kind, line) for section in sections for line in section.items}
    had = {key(section.kind, line) for section in before.sections for line in section.items}
    return Renewed(file, False, len(kept - had), len(had - kept))


def _span_of(week: str) -> tuple[date, date]:
    try:
        return week_of(week)
    except ValueError as error:
        raise HubError("There is no week {week}.", "Write it as 2026-W48.", week=week) from error


def _hub(root: Path, settings: Settings) -> Context:
    """ContentError when a document has faults: what is collected of half a hub would be remembered as all there is."""
    checked = check_content(root, settings, KINDS)
    errors = [one for one in checked.problems if one.severity is Severity.ERROR]
    if errors:
        raise ContentError(tuple(errors))
    return checked.hub


def _read(file: Path) -> Digest:
    value, _ = value_of(file.read_text("utf-8-sig"), "")
    return Digest.model_validate(value)


def _audiences(context: Context) -> tuple[str, ...]:
    """Those of the newest mail; before there is one, all roles."""
    mails = context.catalog.of_kind(KIND)
    newest = max(mails, key=lambda mail: mail.id, default=None)
    if newest and isinstance(newest.model, Digest):
        return newest.model.audiences
    return tuple(context.catalog.vocabularies["roles"])


def _told(context: Context, week: str) -> frozenset[str] | None:
    """What the mails of other weeks have told; None when there is no other."""
    others = [mail.model for mail in context.catalog.of_kind(KIND) if mail.id != week.lower()]
    mails = [mail for mail in others if isinstance(mail, Digest)]
    if not mails:
        return None
    return frozenset(name for mail in mails for name in DIGEST.summary(mail).told)


# What stays, and what comes


def merged(
    now: Sequence[MailSection], found: Sequence[str], fresh: Lines
) -> tuple[tuple[MailSection, ...], tuple[str, ...]]:
    """The sections of a mail with what was collected anew, and what is to be remembered of that.

    A line that nobody has touched is replaced, or goes when it is true no more; one that a person has changed or added
    stays as it is; one that a person has removed does not come back.
    """
    was = {key_of(one): one.rpartition(" ")[2] for one in found}
    sections = []
    for kind in ORDER:
        own = [line for section in now if section.kind == kind for line in section.items]
        lines = _merged_lines(kind, own, was, fresh.get(kind, ()))
        if lines:
            sections.append(MailSection(kind=kind, items=tuple(lines)))
    anew = {key(kind, line): fingerprint(line) for kind, lines in fresh.items() for line in lines}
    remembered = {**was, **anew}
    return tuple(sections), tuple(written(one, remembered[one]) for one in sorted(remembered))


def _merged_lines(
    kind: str, own: Sequence[MailLine], was: Mapping[Key, str], fresh: Sequence[MailLine]
) -> list[MailLine]:
    anew = {key(kind, line): line for line in fresh}
    kept: list[MailLine] = []
    for line in own:
        known = key(kind, line)
        is_untouched = bool(line.ref) and was.get(known) == fingerprint(line)
        if not is_untouched:
            kept.append(line)
        elif known in anew:
            kept.append(anew[known])
    there = {key(kind, line) for line in kept}
    for place, line in enumerate(fresh):
        known = key(kind, line)
        if known not in there and known not in was:
            before = {key(kind, one) for one in fresh[:place]}
            at = max((index + 1 for index, one in enumerate(kept) if key(kind, one) in before), default=0)
            kept.insert(at, line)
            there.add(known)
    return kept


def _count(sections: Sequence[MailSection]) -> int:
    return sum(len(section.items) for section in sections)


# As it is written


def _draft(
    week: str, start: date, end: date, audiences: Sequence[str], today: date, language: Language
) -> dict[str, Value]:
    number = int(week[6:])
    return {
        "title": language.gettext("The mail of the week, week {number}").format(number=number),
        "summary": language.gettext("What is new in week {number}, and what is coming.").format(number=number),
        "status": "draft", "published": today.isoformat(), "updated": today.isoformat(),
        "week": week, "start": start.isoformat(), "end": end.isoformat(), "audiences": list(audiences),
    }  # fmt: skip


def _value(sections: Sequence[MailSection], found: Sequence[str]) -> dict[str, Value]:
    value: dict[str, Value] = {
        "sections": [{"kind": one.kind, "items": [_line(line) for line in one.items]} for one in sections],
        "found": list(found),
    }
    return {name: part for name, part in value.items() if part}


def _line(line: MailLine) -> dict[str, Value]:
    parts: dict[str, Value] = {"ref": line.ref, "part": line.part, "title": line.title, "line": line.line}
    only: dict[str, Value] = {"only": list(line.only)} if line.only else {}
    return {**{name: part for name, part in parts.items() if part is not None}, **only}


def _text(value: dict[str, Value]) -> str:
    return "\n".join([*mapping_lines(value, 0), ""])


def _rewrite(file: Path, sections: Sequence[MailSection], found: Sequence[str]) -> None:
    """Only what is another is written: comments, order and layout stay."""
    text = file.read_bytes().decode("utf-8-sig")
    now, _ = value_of(text, "")
    assert now is not None
    rest = {name: part for name, part in now.items() if name not in ("sections", "found")}
    new = edited(text, {**rest, **_value(sections, found)}, _identity)
    if new != text:
        with instead_of(file) as target:
            target.write(new.encode())


def _identity(path: KeyPath, value: Value) -> Key | str | None:
    """Sections are the same by their sort, lines by what they are about."""
    if path == ("sections",) and isinstance(value, dict):
        return str(value.get("kind"))
    if path[:1] == ("sections",) and path[2:] == ("items",) and isinstance(value, dict):
        return str(path[1]), str(value.get("ref") or value.get("title")), str(value.get("part") or "")
    return None
