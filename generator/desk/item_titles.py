"""Other documents as people know them: a form shows and reads their titles where a file has their ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.desk.form_state import Row, Said, State
from generator.forms.shapes import Field, Group, Named, Rows, Shape

ANY = "*"
"""The kind of fields that name a document of any."""


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles by what a file says, by kind; no two of a kind are alike."""

    by_kind: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def title(self, kind: str, said: str) -> str:
        """What a form shows; a place in a document stays behind its title, as `#step-2`."""
        id_, mark, place = said.partition("#")
        known = self.by_kind.get(kind, {})
        return f"{known[id_]}{mark}{place}" if id_ in known else said

    def said(self, kind: str, text: str) -> str:
        """What a file says for what somebody wrote or chose; the same where there is no such title."""
        ids = {title.casefold(): id_ for id_, title in self.by_kind.get(kind, {}).items()}
        title, mark, place = text.strip().rpartition("#")
        if whole := ids.get(text.strip().casefold()):
            return whole
        return f"{ids[title.casefold()]}{mark}{place}" if title.casefold() in ids else text


def titles_of(found: Mapping[str, Iterable[tuple[str, str]]]) -> Titles:
    """Of ids and titles by kind; where a title stands twice, its id tells which is which."""
    return Titles({kind: _told_apart(list(pairs)) for kind, pairs in found.items()})


def _told_apart(pairs: Sequence[tuple[str, str]]) -> Mapping[str, str]:
    titles = [(id_, " ".join(title.split())) for id_, title in pairs]
    counts = Counter(title.casefold() for _, title in titles)
    return {id_: title if counts[title.casefold()] == 1 else f"{title} [{id_}]" for id_, title in titles}


def with_ids_of_titles(fields: Sequence[Field], state: State, titles: Titles) -> State:
    """What a form says, with ids where it has titles."""
    shapes = {one.name: one.shape for one in fields}
    return State({name: _of(shapes[name], said, titles) for name, said in state.fields.items()})


def _of(shape: Shape, said: Said, titles: Titles) -> Said:
    if isinstance(shape, Group) and isinstance(said, State):
        return with_ids_of_titles(shape.fields, said, titles)
    if isinstance(shape, Rows) and isinstance(said, tuple):
        return tuple(Row(one.token, _of(shape.each, one.said, titles)) for one in said if isinstance(one, Row))
    return titles.said(shape.kind, said) if isinstance(shape, Named) and isinstance(said, str) else said
