"""A guide: steps that a colleague follows, ticks off and hands out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from generator.catalog import Catalog, Finding, Item
from generator.kind import Kind
from generator.language import Language, mark
from generator.model import (
    Asset,
    Day,
    Function,
    Level,
    Minutes,
    Moment,
    Published,
    Reference,
    RichText,
    Role,
    Share,
    Strict,
    Text,
    YesNo,
)  # fmt: skip


class LastTested(Strict):
    """When somebody last followed the guide from beginning to end."""

    date: Day
    """The day."""
    product_version: Text
    """The version of the product that it was tested with."""


class Highlight(Strict):
    """A numbered frame over a picture, in shares of its width and height from the upper left corner."""

    x: Share
    """Left edge, 0 to 1."""
    y: Share
    """Upper edge, 0 to 1."""
    width: Share
    """Width, 0 to 1."""
    height: Share
    """Height, 0 to 1."""
    label: Text
    """What the frame points out, as text."""


class Image(Strict):
    """A picture of what the reader should see."""

    file: Annotated[Text, Asset((".png", ".jpg", ".jpeg", ".webp"))]
    """The picture, beside the guide."""
    alt: Text
    """What it shows, for those who do not see it."""
    caption: Text | None = None
    """A line under the picture."""
    highlight: tuple[Highlight, ...] = ()
    """Numbered frames over the picture."""


class VideoMoment(Strict):
    """A moment of a video that shows the step."""

    video: Annotated[Text, Reference("video")]
    """The video."""
    at: Moment
    """The moment, as `0:25`."""


class Choice(Strict):
    """A possible answer."""

    text: Text
    """The answer."""
    correct: YesNo = False
    """Whether it is right."""
    explanation: Text
    """Why it is right or wrong."""


class Quiz(Strict):
    """A question that lets the reader check the step."""

    question: Text
    """The question."""
    choices: Annotated[tuple[Choice, ...], Field(min_length=2, max_length=6)]
    """The answers to choose between."""


class Step(Strict):
    """One thing to do."""

    action: Text
    """What to do, in one sentence that starts with a verb."""
    text: RichText | None = None
    """More about it, when one sentence is not enough."""
    expected: RichText | None = None
    """What one should see afterwards."""
    if_fails: RichText | None = None
    """What to do when it does not work."""
    image: Image | None = None
    """A picture of it."""
    video: VideoMoment | None = None
    """The moment of a video that shows it."""
    minutes: Minutes | None = None
    """How long it takes."""
    completion: Literal["read", "do", "quiz"] = "do"
    """What counts as done: having `read` it, having `do`ne it, or answered the `quiz`."""
    quiz: Quiz | None = None
    """The check question, when completion is `quiz`."""
    function: Function | None = None
    """The platform function that it uses."""


class Guide(Published):
    """A step-by-step guide."""

    audience: Annotated[tuple[Role, ...], Field(min_length=1)]
    """Whom it is for."""
    minutes: Minutes
    """How long it takes in all."""
    owner: Role
    """The role that keeps it true."""
    last_tested: LastTested
    """When it was last tested, and with what."""
    level: Level | None = None
    """The usage level that it helps to reach."""
    functions: tuple[Function, ...] = ()
    """Platform functions that it covers."""
    before: tuple[RichText, ...] = ()
    """What one needs before starting."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=300)]
    """The steps, in order."""
    result: RichText | None = None
    """What one has at the end."""


def _anchors(guide: Guide) -> dict[str, str]:
    steps = {f"step-{number}": step.action for number, step in enumerate(guide.steps, 1)}
    return steps | ({"result": ""} if guide.result else {})


def _facts(item: Item, catalog: Catalog, language: Language) -> tuple[str, ...]:
    guide: Guide = item.model
    steps = len(guide.steps)
    facts = (
        language.minutes(guide.minutes),
        language.ngettext("{number} step", "{number} steps", steps).format(number=steps),
        ", ".join(catalog.names("roles", guide.audience)),
    )
    return (*facts, catalog.name("levels", guide.level)) if guide.level else facts


def _view(item: Item, catalog: Catalog, language: Language) -> dict[str, object]:
    return {"progress_id": f"guide/{item.id}"}


def _rules(item: Item, catalog: Catalog) -> Iterator[Finding]:
    for number, step in enumerate(item.model.steps):
        place = ("steps", number)
        if step.completion == "quiz" and step.quiz is None:
            yield Finding("quiz-missing", (*place, "completion"))
        if step.quiz and not any(choice.correct for choice in step.quiz.choices):
            yield Finding("quiz-no-answer", (*place, "quiz", "choices"))
        if step.video:
            film = catalog.items.get(("video", step.video.video.partition("#")[0]))
            if film and step.video.at >= film.model.duration:
                yield Finding("moment-beyond-end", (*place, "video", "at"), {"title": film.model.title})
        for index, frame in enumerate(step.image.highlight if step.image else ()):
            if frame.x + frame.width > 1 or frame.y + frame.height > 1:
                yield Finding("highlight-outside", (*place, "image", "highlight", index), {"label": frame.label})


def _structured_data(item: Item, catalog: Catalog, language: Language) -> dict[str, object]:
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


def _owner(item: Item, catalog: Catalog) -> str:
    return catalog.name("roles", item.model.owner)


GUIDE = Kind(
    name="guide",
    folder="guides",
    model=Guide,
    singular=mark("Guide"),
    plural=mark("Guides"),
    lead=mark(
        "Step by step, with pictures and a way out when something fails. Follow them yourself, or hand them out."
    ),
    anchors=_anchors,
    tested=lambda guide: (guide.last_tested.date, guide.last_tested.product_version),
    facts=_facts,
    view=_view,
    rules=_rules,
    structured_data=_structured_data,
    grouping=("roles", "audience"),
    owner=_owner,
)
