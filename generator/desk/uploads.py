"""Takes in files that people drop on a form: pictures are made anew, with a safe name, beside the documents."""

from __future__ import annotations

from itertools import count
from pathlib import Path, PurePath

from generator.content.file_names import id_like
from generator.desk.desk import Desk
from generator.forms.shapes import Field, File, Group, Rows
from generator.images import RASTER, of_sized_name
from generator.images.handed_in import made_anew, refuse_of_phones
from generator.model.kind import Kind
from generator.problems.problem import HubError
from generator.store.atomic_write import inside
from generator.store.vanishing_files import content_of, entries_in

MOST_BYTES = 60_000_000


def take_in(desk: Desk, kind: Kind, id_: str, shape: File, name: str, content: bytes) -> str:
    """Writes a file for a field of a document; returns what the field is to say. HubError when it cannot be used."""
    desk.path(kind, id_)
    suffix = PurePath(name).suffix.lower()
    refuse_of_phones(name, content, shape.suffixes)
    if suffix in RASTER and RASTER & {*shape.suffixes}:
        content, suffix = made_anew(name, content, shape.suffixes)
        folder = "pictures"
    elif suffix in shape.suffixes:
        folder = "files"
    else:
        raise HubError(
            "“{name}” cannot be used here.", "Choose a file of one of these sorts: {known}.",
            name=name, known=", ".join(shape.suffixes),
        )  # fmt: skip
    stem = id_like(PurePath(name).stem)
    name, is_new = written(desk.folder(kind), f"{folder}/{id_}-{stem}"[:100].rstrip("-"), suffix, content)
    if is_new:
        desk.uploads.add((kind.name, id_, name))
    return name


def remove_unnamed(desk: Desk, kind: Kind, id_: str) -> None:
    """Removes what was taken in for a document that has been saved, and that no document names after all."""
    mine = {one for one in desk.uploads if one[:2] == (kind.name, id_)}
    if not mine:
        return
    content = desk.root / desk.settings.content
    documents = (file for file, _ in entries_in(content) if file.suffix in (".yml", ".md"))
    texts = [(content_of(file) or b"").decode("utf-8", "replace") for file in documents]
    for one in mine:
        if not any(one[2] in text for text in texts):
            inside(desk.folder(kind), one[2]).unlink(missing_ok=True)
            desk.uploads.discard(one)


def written(folder: Path, start: str, suffix: str, content: bytes) -> tuple[str, bool]:
    """The name, and whether it is a new file: the same content again is the same one; another one gets a number."""
    for number in count(1):
        name = f"{start}{suffix}" if number == 1 else f"{start}-{number}{suffix}"
        file = inside(folder, name)
        if file.exists():
            if content_of(file) == content:
                return name, False
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as new:
            new.write(content)
        return name, True
    raise AssertionError("there is always another number")


def shape_at(fields: tuple[Field, ...], name: str) -> File | None:
    """The file field of that name in a form, whatever row it is in."""
    here: tuple[Field, ...] = fields
    shape = None
    for step in name.split("."):
        if isinstance(shape, Rows):
            shape = shape.each
            here = shape.fields if isinstance(shape, Group) else ()
            continue
        shape = next((one.shape for one in here if one.name == step), None)
        here = shape.fields if isinstance(shape, Group) else ()
    return shape if isinstance(shape, File) else None


def picture(desk: Desk, kind: Kind, name: str) -> tuple[bytes, str] | None:
    """A picture that lies beside documents, and its media type; None for anything else."""
    media = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp"}
    sort = media.get(PurePath(name).suffix.lower())
    if sort is None or "\0" in name:
        return None
    try:
        file = inside(desk.folder(kind), name)
        return (file.read_bytes(), sort) if file.is_file() else None
    except (HubError, OSError):
        return None


def picture_or_whole(desk: Desk, kind: Kind, name: str) -> tuple[bytes, str] | None:
    """A picture as `picture` gives it; for a smaller copy, which only a whole build makes, the picture itself."""
    return picture(desk, kind, name) or picture(desk, kind, of_sized_name(name))
