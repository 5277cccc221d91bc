"""Opens documents, checks what their forms say, and writes it: the smallest edit, merged with what came meanwhile."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator import engine
from generator.authoring.merge import Conflict, merge, path_of
from generator.content.loader import load_one
from generator.content.validate import Checked, check_content
from generator.content.yaml.edit import edited
from generator.content.yaml.parser import value_of
from generator.content.yaml.writer import Value, in_brackets
from generator.desk.checking import Found, check
from generator.desk.document_edit import written
from generator.desk.form_state import State, of_document
from generator.forms.fields import form_of
from generator.forms.framework_goals import goals_of
from generator.forms.shapes import Field
from generator.i18n.language import Language, mark
from generator.kinds import KINDS
from generator.model.catalog import Document
from generator.model.kind import Kind
from generator.model.settings import Settings
from generator.problems.problem import HubError, Problem, Rule, Severity, Span
from generator.store.atomic_write import inside, instead_of
from generator.store.vanishing_files import content_of, entries_in

_MOST_OPENED = 200
"""Texts that are remembered as somebody opened them; a text that has been forgotten can only be saved unchanged."""
_TRIES = 5
"""How often a hub is read anew because a file of it went meanwhile."""
_ID = re.compile(r"(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_BOM = "\ufeff"
_CHANGED = Rule(
    "edit-conflict", Severity.ERROR,
    mark("Somebody else has changed this meanwhile, to “{ours}”. Here stands what you wrote."),
    mark("Write what it is to say, and save again."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as a form says it, before it is written."""

    document: Document
    """With the text and value that it would have."""
    found: tuple[Found, ...]

    @property
    def has_errors(self) -> bool:
        return any(one.is_error for one in self.found)


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a wish to write."""

    draft: Draft
    is_written: bool
    conflicts: tuple[Found, ...] = ()
    """Where somebody else has written something else meanwhile; nothing was written."""
    base: str = ""
    """Fingerprint of the file that the form is over now."""


@dataclass(slots=True)
class Desk:
    """One hub that people edit. Threads share it."""

    root: Path
    settings: Settings
    spoken: Language
    today: Callable[[], date] = date.today
    kinds: Mapping[str, Kind] = field(default_factory=lambda: {kind.name: kind for kind in KINDS})
    uploads: set[tuple[str, str, str]] = field(default_factory=set)
    """Kind and id of a document, and a file that was taken in for it since the program began."""
    _opened: OrderedDict[str, str] = field(default_factory=OrderedDict)
    """Texts by their fingerprint."""
    _checked: tuple[object, Checked] | None = None
    _lock: threading.RLock = field(default_factory=threading.RLock)

    # The hub

    def checked(self) -> Checked:
        """The whole hub as it stands on the disk now; looked at again only when a file has changed."""
        with self._lock:
            for tries_left in reversed(range(_TRIES)):
                seen = _seen(self.root / self.settings.content)
                if self._checked is not None and self._checked[0] == seen:
                    return self._checked[1]
                try:
                    self._checked = seen, check_content(self.root, self.settings, KINDS, drafts="shown")
                except FileNotFoundError:  # it went while the others were read: the hub is another one by now
                    if not tries_left:
                        raise
                else:
                    return self._checked[1]
            raise AssertionError("the last try returns or raises")

    def form(self, kind: Kind) -> tuple[Field, ...]:
        """What is asked of a document of a kind, with the hub's own words."""
        catalog = self.checked().catalog
        return form_of(kind.model, catalog.words, self.spoken, self.settings, goals_of(catalog))

    # A document

    def folder(self, kind: Kind) -> Path:
        return self.root / self.settings.content / kind.folder

    def path(self, kind: Kind, id_: str) -> str:
        """Seen from the hub's root. HubError when there can be no document of that name."""
        if not _ID.fullmatch(id_):
            raise HubError("There is no “{name}” here.", "Choose another one in the list.", name=id_[:80])
        inside(self.folder(kind), f"{id_}.yml")
        return f"{self.settings.content}/{kind.folder}/{id_}.yml"

    def open(self, kind: Kind, id_: str) -> Document | None:
        """The document as it stands on the disk; None when there is none, or none that can be read."""
        document, _ = load_one(self.root, self.path(kind, id_), kind=kind.name)
        if document:
            self._remember(document)
        return document

    def recall(self, kind: Kind, id_: str, base: str) -> None:
        """After the program was started anew, a form is known again when its file is still as it was."""
        with self._lock:
            if base not in self._opened:
                self.open(kind, id_)

    def draft(self, kind: Kind, id_: str, base: str, state: State, **status: str) -> Draft:
        """What the form says, checked. `base` is the fingerprint of the text that it is over; `status` sets fields of
        the document that the form does not ask. HubError when that text is not known any more.
        """
        path = self.path(kind, id_)
        text = self._text(base)
        raw, _ = value_of(text, "")
        text, value = written(text, raw or {}, self.form(kind), state)
        if status:
            value = {**value, **status}
            text = edited(text, value)
        return self._draft(Document(kind.name, id_, path, text, value, base))

    def _draft(self, document: Document) -> Draft:
        return Draft(document, check(document, self.checked()))

    def save(
        self, kind: Kind, id_: str, base: str, state: State, *, strict: bool, **status: str
    ) -> Saved:  # fmt: skip
        """Writes what the form says; `strict`: unless it has errors."""
        with self._lock:
            draft = self.draft(kind, id_, base, state, **status)
            now = load_one(self.root, draft.document.path, kind=kind.name)[0]
            if now is not None and now.sha256 != base:
                self._remember(now)
                draft, conflicts = self._merged(draft, base, now)
                if conflicts:
                    return Saved(draft, False, conflicts, now.sha256)
            if strict and draft.has_errors:
                return Saved(draft, False, base=now.sha256 if now else base)
            self._write(draft.document)
            return Saved(draft, True)

    def rewrite(
        self, kind: Kind, id_: str, change: Callable[[Mapping[str, Value]], Mapping[str, Value]]
    ) -> None:  # fmt: skip
        """Writes a document as `change` makes it of what stands on the disk now. HubError when that cannot be read."""
        with self._lock:
            now = self.open(kind, id_)
            if now is None:
                raise HubError("There is no “{name}” here.", "Choose another one in the list.", name=id_)
            value = {**change(now.value)}
            self._write(replace(now, text=edited(now.text, value, _identity), value=value))

    def _merged(self, draft: Draft, base: str, now: Document) -> tuple[Draft, tuple[Found, ...]]:
        """What the form changes, over what stands on the disk now."""
        was, _ = value_of(self._text(base), "")
        value, conflicts = merge(was or {}, draft.document.value, now.value, _identity)
        found = tuple(_put(value, conflict) for conflict in conflicts)
        text = edited(now.text, value, _identity)
        return self._draft(replace(draft.document, text=text, value=value, sha256=now.sha256)), found

    def _write(self, document: Document) -> None:
        file = inside(self.root / document.path.rpartition("/")[0], document.path.rpartition("/")[2])
        before = content_of(file) or b""
        mark = _BOM if before.startswith(_BOM.encode()) else ""
        file.parent.mkdir(parents=True, exist_ok=True)
        with instead_of(file) as new:
            new.write((mark + document.text).encode())

    def opened(self, fields: Sequence[Field], base: str) -> State:
        """What a form said when somebody opened it."""
        return of_document(fields, value_of(self._text(base), "")[0] or {})

    def status(self, base: str) -> str:
        """The status of a document as somebody opened it."""
        return str((value_of(self._text(base), "")[0] or {}).get("status") or "")

    def is_new(self, base: str) -> bool:
        """Whether a document, as somebody opened it, was never published, as far as its file tells: a draft that was
        begun here says the same day for both.
        """
        value = value_of(self._text(base), "")[0] or {}
        return value.get("status") == "draft" and value.get("published") in (None, value.get("updated"))

    # Texts as they were opened

    def _remember(self, document: Document) -> None:
        with self._lock:
            self._opened[document.sha256] = document.text
            self._opened.move_to_end(document.sha256)
            while len(self._opened) > _MOST_OPENED:
                self._opened.popitem(last=False)

    def _text(self, base: str) -> str:
        with self._lock:
            if base not in self._opened:
                raise HubError(
                    "The form is too old to be saved.", "Open the page again, and copy what is missing in it."
                )
            return self._opened[base]


def desk_of(config_file: Path) -> Desk:
    """HubError when the configuration cannot be read."""
    config = engine.load_config(config_file)
    return Desk(config.root, config.settings, config.settings.spoken)


def _seen(content: Path) -> object:
    """What tells whether anything in the content has changed."""
    return tuple((str(file), about.st_mtime_ns, about.st_size) for file, about in entries_in(content))


def _identity(_: tuple[str | int, ...], entry: object) -> Hashable:
    """Entries with an id are the same by it; a list of others is one value."""
    id_ = entry.get("id") if isinstance(entry, dict) else None
    return id_ if isinstance(id_, str) else None


def _put(value: dict[str, Value], conflict: Conflict) -> Found:
    """Puts what the form says where both have changed one thing; returns it as a mistake, with what the file says."""
    last = conflict.chain[-1]
    path, _ = path_of(value, conflict.chain[:-1], _identity)
    here: Value = value
    for step in path:
        here = _at(here, step)
    if isinstance(here, dict) and isinstance(last, str):
        here[last] = conflict.now
        path = (*path, last)
    ours = conflict.ours
    said = "–" if ours is None else ours if isinstance(ours, str) else in_brackets(ours)
    return Found(path, Problem(_CHANGED, Span(""), {"ours": said[:300]}))


def _at(value: Value, step: str | int) -> Value:
    if isinstance(value, dict):
        return value.get(str(step))
    return value[int(step)] if isinstance(value, list) else None
