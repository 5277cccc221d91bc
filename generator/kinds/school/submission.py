"""The file that a school hands in: which fields it may write, what makes two entries one, and a school's first file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from datetime import date
from typing import cast

from generator.i18n.language import mark
from generator.kinds.school.differences import differences
from generator.kinds.school.field_labels import thing, worth
from generator.kinds.school.model import Reported
from generator.kinds.school.shown import shown
from generator.kinds.school.summary import SchoolItem
from generator.model.context import Context
from generator.model.submission import Form, Path
from generator.model.vocabulary import SchoolEntry

_KEYS: Mapping[str, tuple[str, ...]] = {
    "plans": ("of",),
    "changes": ("activity",),
    "adds": ("id",),
    "levels": ("subject", "as_of"),
    "observations": ("criterion", "as_of"),
    "agreements": ("made", "text"),
}


def identity(path: Path, entry: object) -> Hashable:
    """What makes two entries of a list one; None for lists that are one value, such as references."""
    name = path[-1] if path else ""
    if name == "focus":
        return entry if isinstance(entry, str) else None
    if not isinstance(entry, dict) or name not in _KEYS:
        return None
    return tuple(str(entry.get(key)) for key in _KEYS[str(name)])


def blank(id_: str, day: date, context: Context) -> Mapping[str, str] | None:
    """Its contact and mailbox are those of most schools of its district; None when no other school has any."""
    entries = context.catalog.entries(SchoolEntry)
    others = cast("tuple[SchoolItem, ...]", context.catalog.of_kind("school"))
    near = [one for one in others if one.id in entries and entries[one.id].district == entries[id_].district]
    contacts = Counter((one.model.contact, one.model.mailbox if near else None) for one in near or others)
    if not contacts:
        return None
    (contact, mailbox), _ = contacts.most_common(1)[0]
    name = str(entries[id_].name)
    summary = context._(mark("Plan, level and help for {school}.")).format(school=name)
    return {
        "title": name, "summary": summary, "status": "published", "published": f"{day}", "updated": f"{day}",
        "contact": contact, **({"mailbox": mailbox} if mailbox else {}),
    }  # fmt: skip


FORM = Form(
    version=1,
    model=Reported,
    identity=identity,
    shown=shown,
    thing=thing,
    worth=worth,
    stamps=("base",),
    lasting=("plans", "levels", "observations"),
    differences=differences,
    blank=blank,
)
