"""What columns of sheets are called, and which of them are about persons: those never come in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from generator.imports.keywords import key_of
from generator.problems.content_rules import RULES
from generator.problems.personal_number import holds_number
from generator.problems.problem import Problem, Span

SCHOOLS: Mapping[str, Sequence[str]] = MappingProxyType({
    "name": ("skole", "skoler", "skolens navn", "skolenavn", "institution", "institutionsnavn", "institutionens navn", "inst navn", "afdeling",
             "enhed", "navn", "school", "school name", "name", "institution name", "department", "unit", "establishmentname"),
    "district": ("distrikt", "skoledistrikt", "område", "kommune", "region", "klynge", "district", "district name", "area",
                 "cluster", "municipality", "la name", "local authority"),
})  # fmt: skip
EVENTS: Mapping[str, Sequence[str]] = MappingProxyType({
    "title": ("titel", "arrangement", "arrangementer", "emne", "navn", "kursus", "aktivitet", "overskrift", "title", "event",
              "event name", "subject", "name", "summary", "course", "session"),
    "date": ("dato", "dag", "startdato", "start dato", "start", "date", "day", "start date", "begins", "starts", "from"),
    "time": ("tid", "tidspunkt", "kl", "klokkeslæt", "starttid", "starttidspunkt", "start", "time", "start time", "hours", "begins", "starts", "from"),
    "end": ("slut", "sluttid", "sluttidspunkt", "til", "end", "end time", "ends", "to", "until"),
    "end_date": ("slutdato", "slut dato", "end date"),
    "minutes": ("varighed", "minutter", "duration", "minutes", "length"),
    "place": ("sted", "lokation", "adresse", "hvor", "place", "location", "venue", "where"),
    "room": ("lokale", "rum", "room"),
    "description": ("beskrivelse", "indhold", "bemærkning", "noter", "description", "details", "content", "notes", "about"),
    "type": ("type", "art", "kategori", "form", "category", "kind", "event type"),
    "district": ("distrikt", "område", "district", "area"),
    "school": ("skole", "school"),
    "url": ("tilmelding", "link", "tilmeldingslink", "url", "website", "web", "signup", "registration", "registration link"),
})  # fmt: skip
_PERSONS = re.compile(
    r"leder\b|kontakt|ansvarlig|fornavn|efternavn|telefon|\btlf|mobil|e[- ]?mail|\bmail|\bcpr|lærer|rektor|underviser|person"
    r"|oplægsholder|instruktør|arrangør|deltager|\belev(?:er|navn|ens)?\b|\bnavn på|contact|phone|first ?name|last ?name|surname|teacher|principal"
    r"|\bhead|organi[sz]er|instructor|speaker|trainer|attendee|participant|student|pupil|manager|born|birth|fødsel|\bfax",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.\w+")
_PHONE = re.compile(r"(?:\+\d{1,3}[ -]?)?(?:\d[ -]?){7,11}\d?")


def told(others: Iterable[tuple[str, Sequence[str]]], file: str) -> Iterator[Problem]:
    """What is said of columns that are left out: those of persons, and those for which there is no place."""
    for heading, cells in others:
        code = "import-person-column" if is_of_persons(heading, cells) else "import-column"
        yield Problem(RULES[code], Span(file), {"column": heading[:60]})


def is_of_persons(heading: str, cells: Sequence[str]) -> bool:
    """By what it is called, or by mail addresses, phone numbers and the like in most of its cells."""
    if _PERSONS.search(key_of(heading)):
        return True
    said = [cell for cell in cells if cell][:200]
    personal = [cell for cell in said if _MAIL.search(cell) or _PHONE.fullmatch(cell) or holds_number(cell)]
    return len(personal) * 2 > len(said)
