"""A guide: steps that a colleague follows, ticks off and hands out."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import (
    Expected,
    Function,
    Level,
    Minutes,
    Moment,
    PastDay,
    Picture,
    Published,
    Reference,
    RichText,
    Role,
    Share,
    Strict,
    Text,
    YesNo,
)  # fmt: skip
from generator.model.screenshot import Shot


class LastTested(Strict):
    """When somebody last followed the guide from beginning to end."""

    date: PastDay
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

    file: Annotated[Text | None, Picture(), Expected(instead="shot", rule="picture-one-source")] = None
    """The picture, beside the guide; or `shot`."""
    shot: Shot | None = None
    """How the picture is taken, instead of a file. `hub shots` takes it, and again when the page has changed."""
    alt: Text
    """What it shows, for those who do not see it."""
    caption: Text | None = None
    """A line under the picture."""
    highlight: tuple[Highlight, ...] = ()
    """Numbered frames over the picture."""


class VideoMoment(Strict):
    """A moment of a video that shows the step."""

    video: Annotated[Text, Reference("video", is_read=True)]
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
    section: Text | None = None
    """The heading of a section that begins with this step; the sections of a long guide."""
    ways: tuple[Text, ...] = ()
    """For whom the step is, among the guide's `ways`; for everybody when left out."""
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
    quiz: Annotated[Quiz | None, Expected(when=("completion", "quiz"), rule="quiz-missing")] = None
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
    ways: Annotated[tuple[Text, ...], Field(max_length=6)] = ()
    """Ways through the guide that readers choose between, as `[Android, iPhone]`."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=300)]
    """The steps, in order."""
    result: RichText | None = None
    """What one has at the end."""
    next: Annotated[tuple[Text, ...], Reference("guide"), Field(max_length=3)] = ()
    """The guides that follow this one."""
