"""What must hold within a guide, and between it and the films that it shows."""

from __future__ import annotations

from collections.abc import Iterator

from generator.images import examine
from generator.kinds.guide.model import Image, Step
from generator.kinds.guide.pictures import picture_of
from generator.kinds.guide.summary import GuideItem
from generator.model.catalog import Finding
from generator.model.context import Context, DocumentContext
from generator.model.film_contract import Film
from generator.model.outage_notice import notice_of, tells
from generator.model.screenshot import leaves_the_site
from generator.model.vocabulary import FunctionEntry


def rules(item: GuideItem, context: DocumentContext) -> Iterator[Finding]:
    used = {way for step in item.model.steps for way in step.ways}
    for index, way in enumerate(item.model.ways):
        if way not in used:
            yield Finding("way-unused", ("ways", index), {"way": way})
    for number, step in enumerate(item.model.steps):
        place = ("steps", number)
        for index, way in enumerate(step.ways):
            if way not in item.model.ways:
                yield Finding("way-unknown", (*place, "ways", index), {"way": way})
        if step.completion == "quiz" and step.quiz is None:
            yield Finding("quiz-missing", (*place, "completion"))
        if step.quiz and not any(choice.correct for choice in step.quiz.choices):
            yield Finding("quiz-no-answer", (*place, "quiz", "choices"))
        if step.image:
            yield from _picture_rules(item, context, (*place, "image"), step, step.image)


def between(item: GuideItem, context: Context) -> Iterator[Finding]:
    """A moment of a film is in the film, and what was a problem has been tried again since."""
    yield from _retests(item, context)
    for number, step in enumerate(item.model.steps):
        shown = context.catalog.items.get(("video", step.video.video.partition("#")[0])) if step.video else None
        for film in context.offered(shown, Film) if shown else ():
            if step.video and shown and step.video.at >= film.seconds:
                yield Finding("moment-beyond-end", ("steps", number, "video", "at"), {"title": shown.common.title})


def _retests(item: GuideItem, context: Context) -> Iterator[Finding]:
    """What hit the guide and was solved after it was last tested may have made its way around needless."""
    for use in context.catalog.uses.get((item.kind, item.id), ()):
        solved = notice_of(context.catalog.items[use.source]) if tells(use, context.catalog) else None
        if solved and solved.solved and item.model.last_tested.date < solved.solved:
            title = context.catalog.items[use.source].common.title
            yield Finding(
                "retest-due", ("last_tested", "date"),
                {"title": title, "date": solved.solved.isoformat(), "place": use.anchor or "–"},
            )  # fmt: skip


def _picture_rules(
    item: GuideItem, context: DocumentContext, place: tuple[str | int, ...], step: Step, image: Image
) -> Iterator[Finding]:
    if (image.file is None) == (image.shot is None):
        yield Finding("picture-one-source", place)
        return
    entry = context.entries(FunctionEntry).get(step.function or "")
    if image.file and entry and entry.label_since and item.model.last_tested.date < entry.label_since:
        yield Finding("label-picture", (*place, "file"), {"new": entry.label})
    for index, frame in enumerate(image.highlight):
        if frame.x + frame.width > 1 or frame.y + frame.height > 1:
            yield Finding("highlight-outside", (*place, "highlight", index), {"label": frame.label})
    if image.shot:
        outside = [address for address in image.shot.places() if leaves_the_site(address)]
        for address in outside:
            yield Finding("shot-place", (*place, "shot"), {"page": address})
        taken = picture_of(item, context, step)
        if taken:
            folder = context.folders[item.kind]
            yield from (Finding(rule, (*place, "shot"), values) for rule, values in examine(folder / taken.file))
        elif not outside:
            yield Finding("shot-missing", (*place, "shot"))
