"""Reads content files: names, bytes and the YAML dialect, in which every scalar is a text or None."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from generator import rules
from generator.catalog import Document
from generator.problem import Problem, Rule, Span, in_order

MOST_BYTES = 1_000_000
MOST_LEVELS = 40
MOST_NODES = 50_000
MOST_PROBLEMS = 100
"""Of one file; more are not for people."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
_INVISIBLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
"""C0 and C1 controls, line separators that editors do not count, bidi controls, and what is no character."""
_LINE_END = re.compile(r"\r\n|\r|\n")
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ß": "ss"})


def load(
    root: Path, content: str = "content", *, folders: Mapping[str, str]
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """The sound documents in order of their paths, and the problems of all files.

    `folders` maps each folder inside `content` to the kind of its documents. A folder may be missing.
    """
    documents: list[Document] = []
    problems = list(_unfit_folders(root, content))
    if not problems:
        for folder, kind in sorted(folders.items()):
            names, found = _files(root, f"{content}/{folder}")
            problems += found
            for name in names:
                document, found = _document(root, f"{content}/{folder}/{name}", kind=kind)
                problems += found
                if document:
                    documents.append(document)
    return tuple(sorted(documents, key=lambda document: document.path)), in_order(problems)


# Files and their names


def _unfit_folders(root: Path, content: str) -> Iterator[Problem]:
    """The content folder is there, and neither it nor a folder between it and the root is a link."""
    parts = content.split("/")
    for end in range(1, len(parts) + 1):
        folder = "/".join(parts[:end])
        if (root / folder).is_symlink():
            yield _about(rules.FILE_SYMLINK, folder, name=parts[end - 1])
            return
    if not (root / content).is_dir():
        yield _about(rules.CONTENT_MISSING, content, folder=content)


def _files(root: Path, folder: str) -> tuple[list[str], list[Problem]]:
    """The names of the content files right in the folder, sorted, and what is wrong with all names below it."""
    names: list[str] = []
    problems: list[Problem] = []
    if (root / folder).is_symlink():
        return [], [_about(rules.FILE_SYMLINK, folder, name=folder.rpartition("/")[2])]
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        entries, found = _entries(root, here)
        problems += found
        for entry in entries:
            path = f"{here}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif not entry.name.lower().endswith((".yml", ".yaml")):
                continue
            elif here != folder:
                problems.append(_about(rules.FILE_NESTED, path, name=entry.name, folder=folder))
            elif not entry.is_file(follow_symlinks=False):
                problems.append(_about(rules.FILE_KIND, path, name=entry.name))
            else:
                names.append(entry.name)
    problems += [problem for name in names for problem in _unfit_name(f"{folder}/{name}", name)]
    return sorted(names), [*problems, *_twins(folder, names)]


def _entries(root: Path, folder: str) -> tuple[list[os.DirEntry[str]], list[Problem]]:
    """What lies in a folder, except links, and hidden files, which belong to editors and systems."""
    try:
        with os.scandir(root / folder) as scanned:
            entries = [entry for entry in scanned if not entry.name.startswith(".")]
    except FileNotFoundError:
        return [], []
    except OSError as error:
        return [], [_about(rules.FILE_UNREADABLE, folder, reason=_reason(error))]
    links = [entry for entry in entries if entry.is_symlink()]
    problems = [_about(rules.FILE_SYMLINK, f"{folder}/{entry.name}", name=entry.name) for entry in links]
    return [entry for entry in entries if entry not in links], problems


def _unfit_name(path: str, name: str) -> Iterator[Problem]:
    stem, dot, suffix = name.rpartition(".")
    if suffix != "yml":
        yield _about(rules.FILE_SUFFIX, path, name=name, wanted=f"{stem}{dot}yml")
    if stem in _RESERVED:
        yield _about(rules.FILE_RESERVED, path, name=name, wanted=f"{stem}-1.yml")
    elif len(stem) > 80 or not _ID.fullmatch(stem):
        yield _about(rules.FILE_NAME, path, name=name, wanted=f"{_id_like(stem)}.yml")


def _id_like(stem: str) -> str:
    """The id that a person most likely means by that name."""
    spelled = unicodedata.normalize("NFC", stem).lower().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    wanted = re.sub(r"[^a-z0-9]+", "-", plain)[:80].strip("-") or "name"
    return f"{wanted}-1" if wanted in _RESERVED else wanted


def _twins(folder: str, names: Iterable[str]) -> Iterator[Problem]:
    """Names that differ only in case, in suffix or in how their letters are composed."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, reverse=True):
        groups[unicodedata.normalize("NFC", name.rpartition(".")[0]).casefold()].append(name)
    for first, *others in groups.values():
        for name in others:
            yield _about(rules.FILE_TWIN, f"{folder}/{name}", name=name, other=first)


def _about(rule: Rule, path: str, **values: str) -> Problem:
    """A problem of a file as a whole."""
    return Problem(rule, Span(_shown(path)), {name: _shown(value) for name, value in values.items()})


def _shown(name: str) -> str:
    """A name that can be printed, and in which composed and decomposed letters look different."""
    return "".join(
        letter if letter.isprintable() and not unicodedata.combining(letter)
        else letter.encode("unicode_escape").decode("ascii")
        for letter in name
    )  # fmt: skip


def _reason(error: OSError) -> str:
    return type(error).__name__ if error.errno is None else os.strerror(error.errno)


# The bytes of a file


def _document(root: Path, path: str, *, kind: str) -> tuple[Document | None, list[Problem]]:
    try:
        data = _bytes(root / path)
    except OSError as error:
        return None, [_about(rules.FILE_UNREADABLE, path, reason=_reason(error))]
    if len(data) > MOST_BYTES:
        return None, [_about(rules.FILE_SIZE, path, limit=f"{MOST_BYTES}")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        return None, [_not_utf8(before, _shown(path))]
    value, problems = _value(text, _shown(path))
    stem = path.rpartition("/")[2].removesuffix(".yml")
    if problems or not _ID.fullmatch(stem) or len(stem) > 80 or stem in _RESERVED:
        return None, problems
    digest = hashlib.sha256(data).hexdigest()
    return Document(kind=kind, id=stem, path=path, text=text, value=value, sha256=digest), problems


def _bytes(path: Path) -> bytes:
    """At most one byte more than may be read. Never waits for a pipe, never follows a link put there meanwhile."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as source:
        if not stat.S_ISREG(os.fstat(source.fileno()).st_mode):
            raise OSError(None, "not an ordinary file")
        return source.read(MOST_BYTES + 1)


def _not_utf8(before: str, file: str) -> Problem:
    lines = _lines(before)
    column = len(lines[-1]) + 1
    return Problem(rules.TEXT_ENCODING, Span(file, len(lines), column, len(lines), column + 1))


def _lines(text: str) -> list[str]:
    return _LINE_END.split(text)


# The YAML of a text


class _EnoughError(Exception):
    """The rest of the file is not worth reading."""


class _Place(NamedTuple):
    """A stretch of a text as YAML counts it: from 0."""

    line: int
    column: int
    end_line: int
    end_column: int


class _Found(NamedTuple):
    key: _Place | None
    value: _Place


_NO_KEY = object()
_LOST_KEY = object()
"""Stands for a key that was refused, so that its value is read and forgotten."""


class _Level:
    """A mapping or list that is being read. Its path is None when places do not matter."""

    __slots__ = ("flow", "is_list", "key", "key_place", "lines", "path", "start", "value")

    def __init__(self, value: Any, path: tuple[str | int, ...] | None, event: Any) -> None:
        self.value = value
        self.is_list = type(value) is list
        self.path = path
        self.key: Any = _NO_KEY
        self.key_place: _Place | None = None
        self.lines: dict[str, int] = {}
        self.start = event.start_mark
        self.flow = event.flow_style


class _Reader:
    """Builds the value of one text from the events of libyaml.

    No recursion, so that no nesting exhausts the stack, and no aliases, so that no file grows while it is read.
    """

    def __init__(self, text: str, file: str, *, places: dict[tuple[str | int, ...], _Found] | None = None) -> None:
        self.text = text
        self.file = file
        self.places = places
        self.problems: list[Problem] = []
        self.levels: list[_Level] = []
        self.root: Any = None
        self.nodes = 0
        self.documents = 0
        self.last_end: Any = None

    @cached_property
    def lines(self) -> list[str]:
        return _lines(self.text)

    def read(self) -> None:
        """Fills `root`, `problems` and, when asked for, `places`."""
        clean = _INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", self.text)
        acts = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._begin,
        }
        try:
            if clean != self.text:
                self._invisible()
            next_event = yaml.CSafeLoader(clean).get_event
            while (event := next_event()) is not None:
                act = acts.get(type(event))
                if act:
                    act(event)
        except _EnoughError:
            return
        except yaml.YAMLError as error:
            # A control character can be the reason for it, and then it has been reported already.
            if clean == self.text:
                self.problems.append(_syntax_problem(error, self.lines, self.file))
            return
        self._top()

    def _top(self) -> None:
        if not isinstance(self.root, dict) and not self.problems:
            rule = rules.YAML_EMPTY if self.root is None else rules.YAML_TOP
            self.problems.append(Problem(rule, Span(self.file)))

    def _begin(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._report(rules.YAML_DOCUMENTS, event)
            raise _EnoughError

    def _scalar(self, event: Any) -> None:
        self.last_end = event.end_mark
        value = event.value
        style = event.style
        if event.tag is not None or event.anchor is not None:
            self._refuse(event)
        if not style:
            if value in {"", "~", "null"}:
                value = None
        elif style == '"' and (invisible := _INVISIBLE.search(value)):
            self._report(rules.TEXT_CONTROL, event, character=_code_point(invisible[0]))
        if self._awaits_key():
            self._key(value, event)
        else:
            self._place(value, event)

    def _awaits_key(self) -> bool:
        level = self.levels[-1] if self.levels else None
        return level is not None and level.key is _NO_KEY and not level.is_list

    def _mapping(self, event: Any) -> None:
        self._open({}, event)

    def _sequence(self, event: Any) -> None:
        self._open([], event)

    def _open(self, value: Any, event: Any) -> None:
        if event.tag is not None or event.anchor is not None:
            self._refuse(event)
        if len(self.levels) >= MOST_LEVELS:
            self._report(rules.YAML_DEPTH, event, limit=f"{MOST_LEVELS}")
            raise _EnoughError
        self.levels.append(_Level(value, self._put(value, event), event))

    def _end(self, event: Any) -> None:
        level = self.levels.pop()
        # The end of a block lies where the next thing begins; its last scalar ends where people see it end.
        end = event.end_mark if level.flow else self.last_end
        self.last_end = end
        if self.places is not None and level.path is not None:
            place = _Place(level.start.line, level.start.column, end.line, end.column)
            self.places[level.path] = _Found(self.places[level.path].key, place)

    def _alias(self, event: Any) -> None:
        self.last_end = event.end_mark
        self._report(rules.YAML_ALIAS, event, name=event.anchor)
        self._put(None, event)

    def _refuse(self, event: Any) -> None:
        if event.tag is not None:
            self._report(rules.YAML_TAG, event, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))
        if event.anchor is not None:
            self._report(rules.YAML_ANCHOR, event, name=event.anchor)

    def _key(self, key: str | None, event: Any) -> None:
        level = self.levels[-1]
        mark = event.start_mark
        if key is None:
            self._report(rules.YAML_KEY, event)
        elif key == "<<" and not event.style:
            self._report(rules.YAML_MERGE, event)
        elif key in level.lines:
            self._report(rules.YAML_DUPLICATE_KEY, event, key=key, line=f"{level.lines[key]}")
        else:
            level.lines[key] = mark.line + 1
            level.key = key
            if self.places is not None:
                level.key_place = _marks(event)
            return
        level.key = _LOST_KEY

    def _put(self, value: Any, event: Any) -> tuple[str | int, ...] | None:
        """Sets a value where it belongs, or nowhere, and returns its path."""
        if self._awaits_key():
            self._report(rules.YAML_KEY, event)
            self.levels[-1].key = _LOST_KEY
            self._count(event)
            return None
        return self._place(value, event)

    def _place(self, value: Any, event: Any) -> tuple[str | int, ...] | None:
        self._count(event)
        if not self.levels:
            self.root = value
            return self._noted(None, (), event)
        level = self.levels[-1]
        if level.is_list:
            level.value.append(value)
            return self._noted(level, (len(level.value) - 1,), event)
        key, level.key = level.key, _NO_KEY
        if key is _LOST_KEY:
            return None
        level.value[key] = value
        return self._noted(level, (key,), event)

    def _noted(self, level: _Level | None, step: tuple[str | int, ...], event: Any) -> tuple[str | int, ...] | None:
        """Notes where a value stands and returns its path; neither unless places were asked for."""
        if self.places is None or (level and level.path is None):
            return None
        path = (*level.path, *step) if level and level.path is not None else step
        key = level.key_place if level and not level.is_list else None
        self.places[path] = _Found(key, _marks(event))
        return path

    def _count(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self._report(rules.YAML_NODES, event, limit=f"{MOST_NODES}")
            raise _EnoughError

    def _invisible(self) -> None:
        for number, line in enumerate(self.lines):
            for match in _INVISIBLE.finditer(line):
                place = _Place(number, match.start(), number, match.end())
                self._say(rules.TEXT_CONTROL, place, character=_code_point(match[0]))

    def _report(self, rule: Rule, event: Any, **values: str) -> None:
        self._say(rule, _marks(event), **values)

    def _say(self, rule: Rule, place: _Place, **values: str) -> None:
        if len(self.problems) >= MOST_PROBLEMS:
            self.problems.append(Problem(rules.FILE_PROBLEMS, Span(self.file), {"limit": f"{MOST_PROBLEMS}"}))
            raise _EnoughError
        self.problems.append(Problem(rule, _span(place, self.lines, self.file), values))


def _marks(event: Any) -> _Place:
    return _Place(event.start_mark.line, event.start_mark.column, event.end_mark.line, event.end_mark.column)


def _span(place: _Place, lines: list[str], file: str) -> Span:
    """The span of a place, held inside the text; the empty lines that a block text ends with are left out."""
    line, column = _held(place.line, place.column, lines)
    end_line, end_column = _held(place.end_line, place.end_column, lines)
    while end_line > line and not lines[end_line][:end_column].strip():
        end_line -= 1
        end_column = len(lines[end_line])
    end_line, end_column = max((end_line, end_column), (line, column))
    return Span(file, line + 1, column + 1, end_line + 1, end_column + 1)


def _held(line: int, column: int, lines: list[str]) -> tuple[int, int]:
    if line >= len(lines):
        return len(lines) - 1, len(lines[-1])
    return line, min(column, len(lines[line]))


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"


_SYNTAX = (
    ("mapping values are not allowed", rules.YAML_COLON),
    ("could not find expected ':'", rules.YAML_MISSING_COLON),
    ("found a tab character", rules.YAML_TAB),
    ("block sequence entries are not allowed", rules.YAML_INDENTATION),
    ("did not find expected '-' indicator", rules.YAML_INDENTATION),
    ("did not find expected key", rules.YAML_INDENTATION),
    ("did not find expected <document start>", rules.YAML_INDENTATION),
    ("found unknown escape character", rules.YAML_ESCAPE),
    ("did not find expected hexdecimal number", rules.YAML_ESCAPE),
    ("found invalid Unicode character escape code", rules.YAML_ESCAPE),
    ("did not find expected ',' or", rules.YAML_BRACKET),
    ("found unexpected end of stream", rules.YAML_QUOTE),
    ("found unexpected document indicator", rules.YAML_QUOTE),
    ("found character that cannot start any token", rules.YAML_CHARACTER),
    ("did not find expected alphabetic or numeric character", rules.YAML_CHARACTER),
)
"""What libyaml says, and what it means to the one who writes."""
_WHERE_IT_BEGAN = {rules.YAML_BRACKET, rules.YAML_QUOTE, rules.YAML_MISSING_COLON}


def _syntax_problem(error: yaml.YAMLError, lines: list[str], file: str) -> Problem:
    said = str(getattr(error, "problem", ""))
    rule = next((rule for words, rule in _SYNTAX if said.startswith(words)), rules.YAML_SYNTAX)
    mark = getattr(error, "problem_mark", None)
    if rule in _WHERE_IT_BEGAN:
        mark = getattr(error, "context_mark", None) or mark
    if mark is None:
        return Problem(rule, Span(file))
    line, column = _held(mark.line, mark.column, lines)
    before, here = lines[line][:column], lines[line][column : column + 1]
    if rule is rules.YAML_CHARACTER and here == "\t":
        rule = rules.YAML_TAB
    elif rule is rules.YAML_INDENTATION and before.rstrip().endswith(("'", '"')):
        rule = rules.YAML_QUOTE
    return Problem(rule, _span(_Place(line, column, line, column + 1), lines, file))


def _value(text: str, file: str) -> tuple[Any, list[Problem]]:
    """The value of the text, None unless it is sound, and its problems."""
    reader = _Reader(text, file)
    reader.read()
    return (None if reader.problems else reader.root), reader.problems


@lru_cache(maxsize=8)
def _places(text: str) -> dict[tuple[str | int, ...], _Found]:
    places: dict[tuple[str | int, ...], _Found] = {}
    _Reader(text, "", places=places).read()
    return places


def span_of(text: str, file: str, path: tuple[str | int, ...], *, key: bool = False) -> Span:
    """Where the value at the path stands, or its key.

    When there is nothing at the path, where the key of the nearest value around it stands: for an entry of a list,
    which has no key, the entry; at the top, the beginning of the file.
    """
    places = _places(text)
    found = places.get(path)
    if found and not key:
        return _span(found.value, _lines(text), file)
    while path and path not in places:
        path = path[:-1]
    if not path or path not in places:
        return Span(file)
    return _span(places[path].key or places[path].value, _lines(text), file)
