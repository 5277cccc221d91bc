"""Adds the schools of a sheet to the vocabulary of schools, and their districts to that of districts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.content.file_names import id_like
from generator.content.yaml.edit import edited
from generator.content.yaml.parser import value_of
from generator.content.yaml.writer import Value
from generator.imports.columns import SCHOOLS, told
from generator.imports.sheets import Row, read_sheet
from generator.problems.content_rules import RULES
from generator.problems.personal_number import holds_number
from generator.problems.problem import ContentError, Problem, Span, has_errors
from generator.store.atomic_write import instead_of

_LONGEST = 400
Names = Mapping[str, Mapping[str, str]]
"""The hub's words by vocabulary and id."""


@dataclass(frozen=True, slots=True)
class Added:
    """What is to be added, by vocabulary: entries as their files hold them."""

    entries: Mapping[str, tuple[dict[str, Value], ...]]
    problems: tuple[Problem, ...]


def schools_of(file: Path, names: Names) -> Added:
    """The schools that are not there yet. ContentError when no column says their names."""
    sheet = read_sheet(file, SCHOOLS, needed="name")
    adding = _Adding(file.name, {name: dict(names.get(name, {})) for name in ("schools", "districts")})
    for row in sheet.rows:
        adding.school(row)
    entries = {name: tuple(found) for name, found in adding.entries.items() if found}
    return Added(entries, (*told(sheet.others, file.name), *adding.problems))


class _Adding:
    """Goes through rows and remembers what there is by then."""

    def __init__(self, file: str, known: dict[str, dict[str, str]]) -> None:
        self.entries: dict[str, list[dict[str, Value]]] = {"districts": [], "schools": []}
        self.problems: list[Problem] = []
        self._file, self._known = file, known

    def school(self, row: Row) -> None:
        name, district = row.cells["name"], row.cells.get("district", "")
        if not name or len(name) > _LONGEST or holds_number(name):
            self._tell("import-row", row, column="name", value=name[:60] or "–")
        elif self._there("schools", name):
            self._tell("import-there", row, name=name[:80])
        else:
            entry: dict[str, Value] = {"id": self._free("schools", name), "name": name}
            if district and len(district) <= _LONGEST:
                entry["district"] = self._district(district)
            self.entries["schools"].append(entry)

    def _district(self, name: str) -> str:
        there = self._there("districts", name)
        if not there:
            there = self._free("districts", name)
            self.entries["districts"].append({"id": there, "name": name})
        return there

    def _there(self, vocabulary: str, name: str) -> str | None:
        plain = name.casefold()
        hits = (id_ for id_, known in self._known[vocabulary].items() if plain in {known.casefold(), id_})
        return next(hits, None)

    def _free(self, vocabulary: str, name: str) -> str:
        base, known = id_like(name)[:70].strip("-"), self._known[vocabulary]
        id_ = next(
            one for number in range(1, 30_000) if (one := base if number == 1 else f"{base}-{number}") not in known
        )
        known[id_] = name
        return id_

    def _tell(self, code: str, row: Row, **values: str) -> None:
        place = Span(self._file, row.number, 1, row.number, 1)
        self.problems.append(Problem(RULES[code], place, {"row": f"{row.number}", **values}))


def written(content: Path, added: Added) -> dict[Path, str]:
    """The vocabularies as they are to be, comments and order kept. ContentError when one of them has faults."""
    texts: dict[Path, str] = {}
    for name, entries in added.entries.items():
        file = content / "vocabulary" / f"{name}.yml"
        text = file.read_text("utf-8") if file.exists() else f"title: {name.capitalize()}\nentries: []\n"
        value, problems = value_of(text, f"{content.name}/vocabulary/{file.name}")
        if value is None or has_errors(problems):
            raise ContentError(problems, "The content has errors already; nothing was taken in.")
        there = value.get("entries")
        texts[file] = edited(text, {**value, "entries": [*(there if isinstance(there, list) else []), *entries]})
    return texts


def write(texts: Mapping[Path, str]) -> None:
    """Puts each vocabulary in place of the one before."""
    for file, text in texts.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        with instead_of(file) as new:
            new.write(text.encode())
