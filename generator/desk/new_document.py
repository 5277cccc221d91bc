"""Begins a draft: of a title comes the id, which is the name of its file and a part of its address."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from generator.authoring.scaffold import write_document
from generator.content.file_names import id_like
from generator.content.yaml.writer import Value, mapping_lines
from generator.desk.desk import Desk
from generator.model.kind import Kind
from generator.model.vocabulary import Entry
from generator.problems.invisible_signs import INVISIBLE
from generator.problems.problem import HubError

_LONGEST = 60


def begin(desk: Desk, kind: Kind, title: str, id_: str = "") -> str:
    """Writes a draft and returns its id: made of the title, or the entry that was chosen. HubError without either."""
    if kind.vocabulary:
        names = dict(entries_left(desk, kind))
        if id_ not in names:
            raise HubError("Choose one of them.")
        title = names[id_]
    title = INVISIBLE.sub("", " ".join(title.split()))[:120]
    if not title:
        raise HubError("Write what it is called.")
    id_ = id_ if kind.vocabulary else free_id(desk, kind, title)
    today = desk.today().isoformat()
    value: dict[str, Value] = {"title": title, "status": "draft", "published": today, "updated": today}
    value.update(_known(desk, kind, today))
    content = desk.root / desk.settings.content
    write_document(content, kind, id_, "\n".join([*mapping_lines(value, 0), ""]))
    return id_


def _known(desk: Desk, kind: Kind, today: str) -> Mapping[str, str]:
    """What goes without saying until somebody says otherwise: the day, the hub's licence and the first version."""
    licence = desk.settings.licence
    is_known = licence in desk.checked().catalog.vocabularies.get("licences", {})
    known = {"date": today, "licence": licence if is_known else "", "version": "1.0"}
    fields = kind.model.model_fields
    return {name: text for name, text in known.items() if text and name in fields and fields[name].is_required()}


def free_id(desk: Desk, kind: Kind, title: str) -> str:
    """The id that a title makes, with a number behind it when another document has it."""
    short = id_like(title)
    if len(short) > _LONGEST:
        short = short[:_LONGEST].rpartition("-")[0] or short[:_LONGEST]
    ids = (short if number == 1 else f"{short}-{number}" for number in count(1))
    return next(id_ for id_ in ids if not (desk.folder(kind) / f"{id_}.yml").exists())


def entries_left(desk: Desk, kind: Kind) -> tuple[tuple[str, str], ...]:
    """The entries of the vocabulary that a kind is, as far as they have no document yet."""
    entries = desk.checked().catalog.vocabularies.get(kind.vocabulary or "", {})
    return tuple(
        (id_, str(entry.name)) for id_, entry in entries.items()
        if isinstance(entry, Entry) and not (desk.folder(kind) / f"{id_}.yml").exists()
    )  # fmt: skip
