"""The picture of a step: a file that was stored, or one that was taken as the step describes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from generator.kinds.guide.model import Guide, Step
from generator.model.catalog import Item, Lookup
from generator.model.fields import Share
from generator.model.kind import Described
from generator.model.screenshot import frames_file, shot_file


@dataclass(frozen=True, slots=True)
class Frame:
    """A numbered frame, in shares of the picture."""

    x: float
    y: float
    width: float
    height: float
    label: str


@dataclass(frozen=True, slots=True)
class StepPicture:
    """What a step shows, stored or taken."""

    file: str
    alt: str
    caption: str | None
    frames: tuple[Frame, ...]


def picture_of(item: Item, files: Lookup, step: Step) -> StepPicture | None:
    """None when the step has no picture, or it has not been taken yet."""
    image = step.image
    if image is None:
        return None
    if image.file:
        frames = tuple(Frame(one.x, one.y, one.width, one.height, one.label) for one in image.highlight)
        return StepPicture(image.file, image.alt, image.caption, frames)
    assert image.shot is not None, "picture-one-source has seen to it"
    file = shot_file(item.id, image.shot)
    boxes = _frames(files.folders[item.kind] / file)
    if boxes is None or len(boxes) != len(image.shot.highlight):
        return None  # `shot-missing` tells it
    frames = tuple(Frame(*box, one.label) for box, one in zip(boxes, image.shot.highlight, strict=True))
    return StepPicture(file, image.alt, image.caption, frames)


_BOXES: TypeAdapter[tuple[tuple[Share, Share, Share, Share], ...]] = TypeAdapter(
    tuple[tuple[Share, Share, Share, Share], ...]
)


def _frames(picture: Path) -> tuple[tuple[float, float, float, float], ...] | None:
    """The frames of a picture that was taken; None when it, or they, are not there as `hub shots` leaves them."""
    beside = Path(frames_file(str(picture)))
    if not all(file.is_file() and not file.is_symlink() for file in (picture, beside)) or picture.parent.is_symlink():
        return None
    try:
        return _BOXES.validate_json(beside.read_bytes())
    except ValueError:
        return None


def shots(guide: Guide) -> Iterator[Described]:
    for number, step in enumerate(guide.steps):
        if step.image and step.image.shot:
            yield Described(("steps", number, "image", "shot"), step.image.shot, step.function)
