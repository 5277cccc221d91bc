"""Documents as read, items as checked, and the catalog in which everything is looked up."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from textwrap import shorten
from typing import Generic, TypeAlias, cast

from typing_extensions import TypeVar

from generator.model.fields import Published, Strict
from generator.model.rollup import DAY, Rolled, RollupName, Total
from generator.model.vocabulary import VOCABULARY_OF, Entry

ItemKey = tuple[str, str]
"""Kind and id of an item."""
YamlValue: TypeAlias = "str | list[YamlValue] | dict[str, YamlValue] | None"
"""What content says before anybody asks what is meant."""
TermKey = tuple[str, str]
"""A vocabulary and the id of one of its entries."""


@dataclass(frozen=True)
class Document:
    """One YAML file as it was read: every scalar is a text or None."""

    kind: str
    id: str
    path: str
    """Relative to the hub's root, with forward slashes."""
    text: str
    """The file without its byte order mark, line endings as they were."""
    value: dict[str, YamlValue]
    sha256: str
    """Of the bytes on the disk, in hexadecimal."""


@dataclass(frozen=True, slots=True)
class Listed:
    """That there is a document, sound or not."""

    kind: str
    id: str
    path: str
    """Relative to the hub's root."""
    is_draft: bool


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A draft that lacks so much that it is no item yet: what a preview shows of it."""

    kind: str
    id: str
    path: str
    """Relative to the hub's root."""
    title: str
    """"" until it has one."""
    lacks: tuple[str, ...]
    """Where something is missing: keys and numbers from 0, as `steps.0.action`."""
    wrong: tuple[str, ...]
    """Where something stands that cannot stand like that."""
    written: tuple[tuple[str, str], ...]
    """What is there already, by place."""


@dataclass(frozen=True, slots=True)
class CommonSummary:
    """What lists and other pages say of an item of any kind. All of them are held at once, so it is small."""

    title: str
    summary: str
    language: str
    """That it is written in, when that is not the hub's; "" else."""
    updated: date
    day: date
    """The newest day that it bears: when it was updated, or when something happened that it tells of."""
    facts: tuple[str, ...]
    """The line of facts on its card."""
    picture: str
    """The file beside its document that its card shows; "" for none."""
    terms: Mapping[str, tuple[str, ...]]
    """What it can be browsed by: ids by vocabulary."""
    explained: tuple[str, ...]
    """Ids of the words of the glossary that its texts use."""
    redirect_from: tuple[str, ...]
    source: str | None
    """The id of the item of the same kind that it adapts."""
    traits: tuple[tuple[str, str], ...]
    """What makes it like others: sorts of likeness and their values."""
    mentioned: tuple[TermKey, ...]
    """Every entry of a vocabulary that it names, each once."""
    seen_by: tuple[TermKey, ...]
    """The words through which other items see it."""
    shown: object
    """What pages that link to it may say of it beside title, summary and facts."""
    files: tuple[tuple[str, bool], ...]
    """Files beside it that go to the site, and whether each is a picture that pages show."""


EntryType = TypeVar("EntryType", bound=Strict)
Model = TypeVar("Model", bound=Published, covariant=True, default=Published)
Summary = TypeVar("Summary", covariant=True, default=object)


@dataclass(frozen=True, slots=True)
class Item(Generic[Model, Summary]):
    """A document that has passed its model. `Item` alone is one of any kind."""

    kind: str
    id: str
    path: str
    """Relative to the hub's root."""
    url: str
    """Relative to the site's root, with a final slash."""
    common: CommonSummary
    summary: Summary
    """What the lists of its kind say of it beside that."""
    sha256: str
    """Fingerprint of the file's bytes."""
    held: Model | bytes | Callable[[], Published] | None
    """The model; bytes of it, once the item came from another process (see `__reduce__`); what reads it anew; or
    nothing, where it is kept between builds."""

    @property
    def model(self) -> Model:
        """The model of its kind, unpacked anew for all but the last few that were asked for."""
        if isinstance(self.held, bytes):
            return cast(Model, _unpacked(self.held))
        return cast(Model, self.held() if callable(self.held) else self.held)

    def __reduce__(self) -> tuple[object, ...]:
        """Packs the model and leaves it packed: as objects, ten thousand courses would fill gigabytes."""
        is_packed = isinstance(self.held, bytes) or callable(self.held)
        held = self.held if is_packed else pickle.dumps(self.held, pickle.HIGHEST_PROTOCOL)
        return Item, (self.kind, self.id, self.path, self.url, self.common, self.summary, self.sha256, held)


@lru_cache(maxsize=64)
def _unpacked(held: bytes) -> Published:
    return cast(Published, pickle.loads(held))


@dataclass(frozen=True, slots=True)
class Beside:
    """A line of a file beside a document."""

    file: str
    """Relative to the document's folder."""
    line: int
    """From 1."""
    column: int
    """Where in the line it begins, from 1."""
    length: int
    """In characters."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault that a kind's rule found: which rule, where in the document (a path of keys), and its values."""

    rule: str
    """A code of `problems.content_rules`."""
    path: tuple[str | int, ...]
    values: Mapping[str, str] = field(default_factory=dict)
    at_key: bool = False
    """Whether the fault is in the key rather than in its value."""
    beside: Beside | None = None
    """Where the fault is when it is not in the document itself."""


@dataclass(frozen=True, slots=True)
class Use:
    """One document points to another: the reverse of a reference."""

    source: ItemKey
    """The one that points."""
    field: tuple[str, ...]
    """Where it does so: keys down to the field, without places in lists."""
    anchor: str


VOCABULARIES = ("vocabulary", "")
"""Stands for all vocabularies where an item's kind and id stand."""


@dataclass(frozen=True, kw_only=True)
class Lookup:
    """Where words of vocabularies and files beside documents are looked up."""

    vocabularies: Mapping[str, Mapping[str, Entry]]
    """Entries by vocabulary and id; empty when the hub has no such file. `entries` gives them by
    their class."""
    folders: Mapping[str, Path]
    """Where the content of a kind lies on disk, for reading what stands beside it."""
    unread: frozenset[str] = frozenset()
    """Vocabularies whose words are not known, since their file has faults."""
    own: Mapping[str, str] = field(default_factory=dict)
    """What people choose by, for each vocabulary of the hub's own, by the names of their files."""
    look_alikes: frozenset[str] = frozenset()
    """Digits of numbers that look like a person's (CPR) and are none."""

    def read(self, item: Item, file: str) -> bytes:
        """The bytes of a file beside an item. OSError when it cannot be read."""
        return (self.folders[item.kind] / file).read_bytes()

    def entries(self, of: type[EntryType]) -> Mapping[str, EntryType]:
        """The entries by id of the one vocabulary that has entries of this class."""
        return cast(Mapping[str, EntryType], self.vocabularies[VOCABULARY_OF[of]])

    def name(self, vocabulary: str, id_: str) -> str:
        """The readable name of a vocabulary entry; the id itself when there is none."""
        entry = self.vocabularies.get(vocabulary, {}).get(id_)
        return entry.name if entry is not None else id_

    def names(self, vocabulary: str, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.name(vocabulary, id_) for id_ in ids)

    def words(self, vocabulary: str) -> dict[str, str]:
        """The names of all that a field may say, by what it says; "*" is as for `Term`."""
        if vocabulary == "*":
            return {
                f"{own}:{id_}": f"{by[:1].upper()}{by[1:]}: {name}"
                for own, by in self.own.items()
                for id_, name in self.words(own).items()
            }
        entries = self.vocabularies.get(vocabulary, {})
        return {id_: entry.name for id_, entry in entries.items() if isinstance(entry, Entry)}


@dataclass(frozen=True, kw_only=True)
class Catalog(Lookup):
    """All items and vocabularies of a hub, with the references between them, ready to be looked up."""

    items: Mapping[ItemKey, Item]
    """By kind and id, in order of kind and id."""
    uses: Mapping[ItemKey, tuple[Use, ...]] = field(default_factory=dict)
    """Who points to an item."""
    named: Mapping[ItemKey, tuple[ItemKey, ...]] = field(default_factory=dict)
    """What an item names, whether it is there or not. Under `VOCABULARIES`: what any vocabulary names."""
    reads: Mapping[ItemKey, tuple[ItemKey, ...]] = field(default_factory=dict)
    """What of that an item's pages read as a whole."""
    read_back: Mapping[ItemKey, tuple[ItemKey, ...]] = field(default_factory=dict)
    """What of that reads the item as a whole."""
    mentions: Mapping[TermKey, tuple[ItemKey, ...]] = field(default_factory=dict)
    """Which items name an entry of a vocabulary, in order of kind and id."""
    seen_by: Mapping[TermKey, tuple[ItemKey, ...]] = field(default_factory=dict)
    """Which items are seen by those that name an entry, in the same order."""
    unfinished: tuple[Unfinished, ...] = ()
    """Drafts that lack too much to be items, where drafts are shown; in order of kind and id."""
    drafts: frozenset[ItemKey] = frozenset()
    """Which items are drafts, where drafts are shown."""
    rolled: Rolled = field(default_factory=Rolled)
    """What all roll-ups come to. Pages of an item have those that their kind asks for."""

    def rollup(self, name: RollupName[Total], key: str) -> Total:
        """What a roll-up comes to for a key. KeyError when no roll-up has that name."""
        return self.rolled.total(name, key)

    @property
    def day(self) -> date:
        """The hub's day. Pages of an item may ask where their kind says so: `Kind.asks` names it as (DAY, "")."""
        return self.rollup(DAY, "")

    def seen_from(self, item: Item) -> tuple[Item, ...]:
        """The items of other kinds that are seen by a word that this one names, in order of kind and id."""
        keys = {key for term in item.common.mentioned for key in self.seen_by.get(term, ()) if key[0] != item.kind}
        return tuple(self.items[key] for key in sorted(keys))

    def of_kind(self, kind: str) -> tuple[Item, ...]:
        return tuple(item for item in self.items.values() if item.kind == kind)


def begun(text: str) -> str:
    """How a text begins, in whole words: by that a message names what it stands in, never by an id."""
    return shorten(text, 60, placeholder=" …")


def nearest(word: str, known: Iterable[str], *, likeness: float = 0.6) -> str:
    """The known word most like this one, or "–" when none is so near: 1 is the same."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=likeness)), "–")
