"""The building blocks of every content model: strict at the border, frozen inside, each field with a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    JsonValue,
    StringConstraints,
)  # fmt: skip
from pydantic_core import CoreSchema

from generator.model.date_parsing import Near


class Strict(BaseModel):
    """A mapping in a content file. Unknown keys are errors; the attribute docstrings reach the editor."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True, use_attribute_docstrings=True)


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a text that names another document: `id`, or `id#anchor`. Kind "*" means `kind:id#anchor`."""

    kind: str
    gone: str = "ref-unknown"
    """The code of what is told when there is no such document; a warning where the fields around keep what matters."""
    reads: bool = False
    """Pages say more of the other document than its card does, and are made again whenever it changes."""
    is_read: bool = False
    """The other document's pages say more of this one than its card does, and are made again whenever it changes."""
    as_told: bool = False
    """What was told stays as it is: when the other document is published no more, only the link goes."""


@dataclass(frozen=True, slots=True)
class Term:
    """Marks a text that names an entry of `content/vocabulary/<name>.yml`. Vocabulary "*" is any of the hub's own: the
    text says which, as `professions:nurse`.
    """

    vocabulary: str

    def entry(self, text: str) -> tuple[str, str]:
        """The vocabulary and the id that a text names."""
        vocabulary, _, id_ = text.partition(":")
        return (vocabulary, id_) if self.vocabulary == "*" else (self.vocabulary, text)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, JsonValue]:
        """Says so in the schema, where the words of the hub are put in."""
        return {**handler(schema), "x-vocabulary": self.vocabulary}


@dataclass(frozen=True, slots=True)
class Expected:
    """Marks a field that may be left out of a file and that something published needs all the same: forms and new
    drafts ask for it, where the hub has words of its vocabulary.
    """

    unless: str = ""
    """A setting: where it says `optional`, nobody asks."""
    among: str = ""
    """The vocabulary that must have words, where the field's type does not say it."""
    when: tuple[str, str] | None = None
    """A field beside it, and what that must say."""
    with_any: tuple[str, ...] = ()
    """Fields beside it: it is needed when one of them says something."""
    instead: str = ""
    """A field beside it that may be given in its place: `end`, or `occasions.place` for each of some entries."""
    rule: str = ""
    """The code of what is told when it is not there."""


@dataclass(frozen=True, slots=True)
class Usual:
    """Marks a field that may be left out and mostly is not: forms show it at once, and new drafts have it."""


@dataclass(frozen=True, slots=True)
class Former:
    """Marks a field of earlier files, which are read as they are: forms and schemas offer what came instead."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, JsonValue]:
        """Editors strike it through."""
        return {**handler(schema), "deprecated": True}


@dataclass(frozen=True, slots=True)
class FrameworkPart:
    """Marks a mapping that names a goal of a framework of `content/vocabulary/frameworks.yml`: by the `id` and the
    `version` of the framework, and by its own id as `goal`. Forms let people choose it by its text.
    """


@dataclass(frozen=True, slots=True)
class Without:
    """Marks a day that forms take for another than the next such one when it is written without a year."""

    year: Near


@dataclass(frozen=True, slots=True)
class Asset:
    """Marks a text that names a file beside the content, relative to the folder of the document."""

    suffixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture(Asset):
    """Marks an asset that pages show, in sizes made for the screen."""

    suffixes: tuple[str, ...] = (".png", ".jpg", ".jpeg", ".webp")


@dataclass(frozen=True, slots=True)
class Rich:
    """Marks a text that is CommonMark with tables. Links may point to `guide:id#step-2` and the like."""

    as_told: bool = False
    """As `Reference.as_told`, of its links."""


@dataclass(frozen=True, slots=True)
class Link:
    """Marks an address outside the hub; only http, https and mailto are let through."""


HANDED_OUT = (
    ".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".rtf", ".txt", ".csv", ".epub",
    ".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp", ".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".webm",
    ".zip", ".sb3", ".sb2", ".ggb", ".h5p", ".ipynb", ".py", ".ino", ".hex",
)  # fmt: skip
"""What people hand out: documents, pictures, sounds, films, files of programs for teaching. Never pages and scripts,
which would run in the name of the hub.
"""
REDIRECT = r"^[a-z0-9]+([/-][a-z0-9]+)*/?$"
"""An address of this site, without what stands before its folders."""
LANGUAGE = r"^[a-z]{2}(-[A-Z]{2})?$"
"""A code of ISO 639-1, with or without a country."""
ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""What documents, words and parts of documents are named by."""
WEEK = r"^[0-9]{4}-W[0-9]{2}$"
"""A week of ISO 8601, with its year."""
_YEARS = range(1970, 2100)
"""What a day of the hub's own can be in: others are slips, and a plan over a thousand years is no page."""
_MAILBOX = r"[A-Za-z0-9._+-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}"


def _whole_number(value: object) -> object:
    """All scalars arrive as text; only plain decimal numbers become numbers (no octal, no sexagesimal)."""
    if isinstance(value, str):
        if not re.fullmatch(r"-?(0|[1-9][0-9]{0,8})", value):
            raise ValueError("not a whole number")
        return int(value)
    return value


def _share(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"(0|1)(\.[0-9]{1,4})?", value):
            raise ValueError("not a share between 0 and 1")
        return float(value)
    return value


def _yes_or_no(value: object) -> object:
    if isinstance(value, str):
        if value not in {"true", "false"}:
            raise ValueError("neither true nor false")
        return value == "true"
    return value


def _day(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            raise ValueError("not a date of the form 2026-08-24")
        try:
            day = date.fromisoformat(value)
        except ValueError as error:
            raise ValueError("no such day in the calendar") from error
        if day.year not in _YEARS:
            raise ValueError("no such day in the hub's time")
        return day
    return value


def is_mailbox(text: str) -> bool:
    """Whether it can be a mail address that people share."""
    return re.fullmatch(_MAILBOX, text, re.ASCII) is not None


def _mailbox(value: object) -> object:
    if isinstance(value, str) and not is_mailbox(value):
        raise ValueError("not a mail address")
    return value


def seconds_of(text: str) -> int:
    """Seconds of a moment written `1:05` or `1:02:03`. ValueError when it is not one."""
    parts = text.split(":")
    if not 2 <= len(parts) <= 3 or not re.fullmatch(r"[0-9]{1,3}(:[0-5][0-9]){1,2}", text):
        raise ValueError("not a moment of the form 1:05")
    total = 0
    for part in parts:
        total = total * 60 + int(part)
    return total


def _moment(value: object) -> object:
    return seconds_of(value) if isinstance(value, str) else value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
HandedOut = Annotated[Text, Asset(HANDED_OUT)]
"""A file to hand out, beside the document."""
RichText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000), Rich()]
Key = Annotated[str, StringConstraints(pattern=ID, max_length=80)]
Whole = Annotated[int, BeforeValidator(_whole_number)]
Count = Annotated[int, BeforeValidator(_whole_number), Field(ge=0)]
"""A number of things; 0 is none."""
Minutes = Annotated[int, BeforeValidator(_whole_number), Field(ge=1, le=6000)]
Share = Annotated[float, BeforeValidator(_share), Field(ge=0, le=1)]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Day = Annotated[date, BeforeValidator(_day), Field(json_schema_extra={"pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})]
PastDay = Annotated[Day, Without(year="last")]
"""A day of something that has been."""
Moment = Annotated[
    int,
    BeforeValidator(_moment),
    Field(ge=0, le=86_400, json_schema_extra={"x-written": r"^[0-9]{1,3}(:[0-5][0-9]){1,2}$"}),
]
"""Seconds from the start of a film; written `1:05`."""
Mailbox = Annotated[
    str, BeforeValidator(_mailbox), Field(max_length=254, json_schema_extra={"pattern": f"^{_MAILBOX}$"})
]
"""A mail address that people share, such as a school's; never one person's."""
Url = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000), Link()]

Subject = Annotated[Key, Term("subjects")]
Grade = Annotated[Key, Term("grades")]
Licence = Annotated[Text, Term("licences")]
Level = Annotated[Key, Term("levels")]
Function = Annotated[Key, Term("functions")]
Role = Annotated[Key, Term("roles")]
School = Annotated[Key, Term("schools")]
District = Annotated[Key, Term("districts")]
Tag = Annotated[Text, Term("*")]
AnyItem = Annotated[Text, Reference("*")]


class Published(Strict):
    """What every item has, whatever its kind."""

    title: Title
    """What people call it; the heading of its page."""
    summary: Text
    """One or two sentences: what it is and what one gets out of it. Shown in lists and search results."""
    status: Literal["draft", "published"]
    """`draft`: lenient checks, not in a normal build. `published`: strict checks, on the site."""
    keywords: tuple[Text, ...] = ()
    """Words that people use and the page does not. Found by search, never shown."""
    language: Annotated[Text, Field(pattern=LANGUAGE)] | None = None
    """The language that it is written in, when that is not the hub's: `en`."""
    published: PastDay
    """When it was first published."""
    updated: PastDay
    """When its content was last changed in a way that readers should know."""
    redirect_from: tuple[Annotated[Text, StringConstraints(pattern=REDIRECT, max_length=200)], ...] = ()
    """Old addresses on this site that should lead here, for instance `courses/old-name/`."""
    see_also: tuple[AnyItem, ...] = ()
    """Other items worth knowing, as `guide:follow-a-guide` or `video:search#t=10`."""
    tags: tuple[Tag, ...] = ()
    """Words of the hub's own vocabularies that it is found by, as `professions:nurse`."""
