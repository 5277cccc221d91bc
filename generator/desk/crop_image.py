"""Cuts a picture to what it is to show: a new file beside the whole one, which goes when nothing names it."""

from __future__ import annotations

from pathlib import PurePath

from generator.desk.crop_margins import Cut
from generator.desk.desk import Desk
from generator.desk.uploads import written
from generator.forms.shapes import File
from generator.images import RASTER
from generator.images.handed_in import made_anew
from generator.model.kind import Kind
from generator.problems.problem import HubError
from generator.store.atomic_write import inside


def crop(desk: Desk, kind: Kind, id_: str, shape: File, name: str, cut: Cut) -> str:
    """Writes what is left of a picture; returns what its field is to say. HubError when there is no such picture.

    What was cut off may be why somebody cuts: the whole picture is removed with the next save, unless a document still
    names it.
    """
    desk.path(kind, id_)
    if PurePath(name).suffix.lower() not in RASTER or not RASTER & {*shape.suffixes}:
        raise HubError("“{name}” is no picture that can be read.", "Choose it again.", name=name)
    try:
        content = inside(desk.folder(kind), name).read_bytes()
    except (OSError, ValueError) as error:
        raise HubError("“{name}” is no picture that can be read.", "Choose it again.", name=name) from error
    content, suffix = made_anew(name, content, shape.suffixes, cut.box)
    made, is_new = written(desk.folder(kind), str(PurePath(name).with_suffix("")), suffix, content)
    desk.uploads.add((kind.name, id_, name))
    if is_new:
        desk.uploads.add((kind.name, id_, made))
    return made
