"""The files that come with a form: under names of their own beside the new document, pictures made anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from generator.content.file_names import id_like
from generator.content.yaml.writer import Value
from generator.i18n.language import Language, mark
from generator.images import RASTER
from generator.images.handed_in import made_anew, refuse_of_phones
from generator.model.fields import Asset, Strict
from generator.model.submission import Path as KeyPath
from generator.model.walk import walk_raw
from generator.problems.problem import HubError
from generator.store.atomic_write import inside
from generator.store.vanishing_files import content_of

_LONGEST = 100
"""Signs of a name without its suffix."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What a form says, with the names that its files get."""

    now: Mapping[str, Value]
    files: Mapping[str, bytes]
    """By their names in the folder of the kind; those that lie there already among them."""
    new: Mapping[str, bytes]
    """Those that are to be written."""
    left_out: tuple[str, ...]
    """In sentences."""


@dataclass(slots=True)
class Naming:
    """The folder of a kind, in which no file is overwritten."""

    folder: Path
    promised: dict[str, bytes] = field(default_factory=dict)
    """What the forms before will write there."""

    def free(self, start: str, suffix: str, content: bytes) -> tuple[str, bool]:
        """A name, and whether a file is to be written: the same content again is the same file."""
        for number in count(1):
            name = f"{start}{suffix}" if number == 1 else f"{start}-{number}{suffix}"
            there = self.promised.get(name) or content_of(inside(self.folder, name))
            if there is None:
                self.promised[name] = content
                return name, True
            if there == content:
                return name, name in self.promised
        raise AssertionError("there is always another number")


def put_beside(
    model: type[Strict], said: Mapping[str, Value], files: Mapping[str, bytes], id_: str, *, naming: Naming,
    spoken: Language,
) -> Beside:  # fmt: skip
    """Names the files that a form names after its document, and takes out of the form what cannot be used."""
    now: Value = dict(said)
    kept, new, told = dict[str, bytes](), dict[str, bytes](), list[str]()
    names = {path: (text, marker.suffixes) for path, marker, text in walk_raw(model, said) if isinstance(marker, Asset)}
    given = dict[str, str]()
    for path, (text, suffixes) in names.items():
        try:
            if text not in given:
                content, start, suffix = _accepted(text, files.get(text), suffixes, id_)
                given[text], is_new = naming.free(start, suffix, content)
                kept[given[text]] = content
                if is_new:
                    new[given[text]] = content
            now = _with(now, path, given[text])
        except HubError as error:
            said_why = (spoken.gettext(one).format(**error.values) for one in (error.message, error.hint) if one)
            told.append(" ".join(said_why))
            now = _with(now, path, None)
    told += unnamed({*files} - {text for text, _ in names.values()}, spoken)
    return Beside(now if isinstance(now, dict) else {}, kept, new, tuple(dict.fromkeys(told)))


@contextmanager
def laid_out(files: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder in which the files lie, to be checked before they are anywhere else."""
    with TemporaryDirectory(prefix="hub-take-") as folder:
        for name, content in files.items():
            file = inside(Path(folder), name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        yield Path(folder)


def unnamed(files: Iterable[str], spoken: Language) -> list[str]:
    """What is said of files that come with a form and that it does not name."""
    text = spoken.gettext(mark("“{name}” is named nowhere in the form."))
    return [text.format(name=_short(one)) for one in sorted(files)]


def _accepted(text: str, content: bytes | None, suffixes: tuple[str, ...], id_: str) -> tuple[bytes, str, str]:
    """Content as it is kept, and its name without and with its suffix. HubError when it cannot be used."""
    name, suffix = _short(text), PurePosixPath(text).suffix.lower()
    if content is None:
        raise HubError("“{name}” did not come with the form.", "Ask for it, and choose it in the draft.", name=name)
    refuse_of_phones(name, content, suffixes)
    folder = "files"
    if suffix in RASTER and suffix in suffixes:
        content, suffix = made_anew(name, content, suffixes)
        folder = "pictures"
    elif suffix not in suffixes:
        raise HubError(
            "“{name}” cannot be used here.", "Choose a file of one of these sorts: {known}.",
            name=name, known=", ".join(suffixes),
        )  # fmt: skip
    stem = f"{id_}-{id_like(PurePosixPath(name).stem)}"[:_LONGEST].rstrip("-")
    return content, f"{folder}/{stem}", suffix


def _short(path: str) -> str:
    """The last part of a path, as it can be printed."""
    name = path.replace("\\", "/").rpartition("/")[2]
    return "".join(sign if sign.isprintable() else "?" for sign in name)[:80]


def _with(value: Value, path: KeyPath, name: str | None) -> Value:
    """The value with another name at a path; None takes it out, and what holds nothing then."""
    if not path:
        return name
    step, rest = path[0], path[1:]
    if isinstance(value, dict) and isinstance(step, str):
        inner = _with(value[step], rest, name)
        return {key: inner if key == step else one for key, one in value.items() if key != step or inner} or None
    if isinstance(value, list):  # the place of the others in it stays
        return [_with(one, rest, name) or {} if at == step else one for at, one in enumerate(value)]
    return value


def sentences(files: Mapping[str, bytes], left_out: Iterable[str], spoken: Language) -> Iterator[str]:
    """What came with a form, and what was left out."""
    if files:
        shown = ", ".join(f"{name} ({spoken.size(len(content))})" for name, content in files.items())
        yield spoken.gettext(mark("Files beside it: {files}.")).format(files=shown)
    for one in left_out:
        yield spoken.gettext(mark("Left out: {what}")).format(what=one)
