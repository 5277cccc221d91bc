"""What the page of a guide shows, and what must hold for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter

from generator.i18n.language import Language
from generator.images import examine
from generator.kinds.guide.model import Guide, Step
from generator.model.catalog import Catalog, Finding, Item
from generator.model.fields import Share
from generator.model.kind import Described
from generator.model.rollup import FUNCTION_GUIDES, Leads, Rollup
from generator.model.screenshot import frames_file, leaves_the_site, shot_file


def anchors(guide: Guide) -> dict[str, str]:
    steps = {f"step-{number}": step.action for number, step in enumerate(guide.steps, 1)}
    return steps | ({"result": ""} if guide.result else {})


def facts(item: Item, catalog: Catalog, language: Language) -> tuple[str, ...]:
    guide: Guide = item.model
    steps = len(guide.steps)
    facts = (
        language.minutes(guide.minutes),
        language.ngettext("{number} step", "{number} steps", steps).format(number=steps),
        ", ".join(catalog.names("roles", guide.audience)),
    )
    return (*facts, catalog.name("levels", guide.level)) if guide.level else facts


def view(item: Item, catalog: Catalog, language: Language) -> dict[str, object]:
    return {
        "progress_id": f"guide/{item.id}",
        "pictures": tuple(picture_of(item, catalog, step) for step in item.model.steps),
    }


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


def picture_of(item: Item, catalog: Catalog, step: Step) -> StepPicture | None:
    """None when the step has no picture, or it has not been taken yet."""
    image = step.image
    if image is None:
        return None
    if image.file:
        frames = tuple(Frame(one.x, one.y, one.width, one.height, one.label) for one in image.highlight)
        return StepPicture(image.file, image.alt, image.caption, frames)
    assert image.shot is not None, "picture-one-source has seen to it"
    file = shot_file(item.id, image.shot)
    boxes = _frames(catalog.folders[item.kind] / file)
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


def tested(guide: Guide) -> tuple[date, str]:
    return guide.last_tested.date, guide.last_tested.product_version


def shots(guide: Guide) -> Iterator[Described]:
    for number, step in enumerate(guide.steps):
        if step.image and step.image.shot:
            yield Described(("steps", number, "image", "shot"), step.image.shot, step.function)


def rules(item: Item, catalog: Catalog) -> Iterator[Finding]:
    for number, step in enumerate(item.model.steps):
        place = ("steps", number)
        if step.completion == "quiz" and step.quiz is None:
            yield Finding("quiz-missing", (*place, "completion"))
        if step.quiz and not any(choice.correct for choice in step.quiz.choices):
            yield Finding("quiz-no-answer", (*place, "quiz", "choices"))
        if step.image:
            yield from _picture_rules(item, catalog, (*place, "image"), step)


def between(item: Item, catalog: Catalog) -> Iterator[Finding]:
    """A moment of a film is in the film."""
    for number, step in enumerate(item.model.steps):
        film = catalog.items.get(("video", step.video.video.partition("#")[0])) if step.video else None
        if film and step.video.at >= film.model.duration:
            yield Finding("moment-beyond-end", ("steps", number, "video", "at"), {"title": film.brief.title})


def _picture_rules(item: Item, catalog: Catalog, place: tuple[str | int, ...], step: Step) -> Iterator[Finding]:
    image = step.image
    assert image is not None
    if (image.file is None) == (image.shot is None):
        yield Finding("picture-one-source", place)
        return
    entry = catalog.vocabularies["functions"].get(step.function or "")
    if image.file and entry and entry.label_since and item.model.last_tested.date < entry.label_since:
        yield Finding("label-picture", (*place, "file"), {"new": entry.label})
    for index, frame in enumerate(image.highlight):
        if frame.x + frame.width > 1 or frame.y + frame.height > 1:
            yield Finding("highlight-outside", (*place, "highlight", index), {"label": frame.label})
    if image.shot:
        outside = [address for address in image.shot.places() if leaves_the_site(address)]
        for address in outside:
            yield Finding("shot-place", (*place, "shot"), {"page": address})
        taken = picture_of(item, catalog, step)
        if taken:
            folder = catalog.folders[item.kind]
            yield from (Finding(rule, (*place, "shot"), values) for rule, values in examine(folder / taken.file))
        elif not outside:
            yield Finding("shot-missing", (*place, "shot"))


def structured_data(item: Item, catalog: Catalog, language: Language) -> dict[str, object]:
    guide: Guide = item.model
    return {
        "@type": "HowTo",
        "name": guide.title,
        "description": guide.summary,
        "inLanguage": language.code,
        "totalTime": f"PT{guide.minutes}M",
        "step": [
            {"@type": "HowToStep", "position": number, "name": step.action, "url": f"#step-{number}"}
            for number, step in enumerate(guide.steps, 1)
        ],
        "dateModified": guide.updated.isoformat(),
    }


def owner(item: Item, catalog: Catalog) -> str:
    return catalog.name("roles", item.model.owner)


def _functions(item: Item) -> Iterator[tuple[str, Leads]]:
    for vocabulary, id_ in item.brief.mentioned:
        if vocabulary == "functions":
            yield id_, Leads(item.brief.title, item.url)


GUIDES_BY_FUNCTION: Rollup[Leads, tuple[Leads, ...]] = Rollup(name=FUNCTION_GUIDES, emit=_functions, fold=tuple)
