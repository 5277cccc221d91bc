"""Pages below a programme's own: the sheets for participants and trainer, and what a colleague needs who holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.i18n.language import mark
from generator.kinds.training.model import Handout, Training
from generator.kinds.training.summary import TrainingItem, total_minutes
from generator.kinds.training.views import Sitting, sittings
from generator.model.catalog import Item
from generator.model.context import Context
from generator.model.page import PageSpec
from generator.model.view import View

PARTICIPANTS, TRAINER, TEACH = "participants/", "trainer/", "teach/"


@dataclass(frozen=True, slots=True)
class SheetView(View):
    """The programme on paper, for those who come."""

    template: ClassVar[str] = "training/participants.html"
    item: Training
    url: str
    sittings: tuple[Sitting, ...]


@dataclass(frozen=True, slots=True)
class TrainerView(View):
    """The programme on paper, for whoever holds it."""

    template: ClassVar[str] = "training/trainer.html"
    item: Training
    url: str
    sittings: tuple[Sitting, ...]


@dataclass(frozen=True, slots=True)
class TeachTrainingView(View):
    """What a colleague needs who holds it at the own school."""

    template: ClassVar[str] = "training/teach.html"
    item: Training
    url: str
    file: str
    """What the files that a script makes of it are called, without their ending."""
    minutes: int
    """Of all sessions."""
    sittings: tuple[Sitting, ...]
    guides: tuple[str, ...]
    """The addresses of the guides that it uses: they are handed out. Relative to the site's root."""
    refs: tuple[str, ...]
    """All that it uses, each once."""
    handouts: tuple[Handout, ...]
    """All that is handed out beside that."""


def subpage_urls(item: TrainingItem, _: Context) -> tuple[str, ...]:
    return tuple(f"{item.url}{folder}" for folder in (PARTICIPANTS, TRAINER, TEACH))


def subpages(item: TrainingItem, context: Context) -> Iterator[PageSpec]:
    """The two sheets, and what a colleague needs."""
    training = item.model
    rows = sittings(training, context.language)
    views = (
        (PARTICIPANTS, mark("Programme for participants: {title}"), SheetView(training, item.url, rows)),
        (TRAINER, mark("Programme for the trainer: {title}"), TrainerView(training, item.url, rows)),
        (TEACH, mark("Teach it: {title}"), _teach(item, context, rows)),
    )
    for folder, title, view in views:
        yield PageSpec(
            url=f"{item.url}{folder}", title=context._(title).format(title=item.common.title),
            description=item.common.summary, section="training", view=view, crumbs=context.crumbs(item),
            searchable=False,
        )  # fmt: skip


def _teach(item: TrainingItem, context: Context, rows: tuple[Sitting, ...]) -> TeachTrainingView:
    modules = [module for session in item.model.sessions for module in session.modules]
    refs: dict[str, str] = {}
    for ref in (ref for module in modules for ref in module.refs):
        refs.setdefault(ref.partition("#")[0], ref)
    handouts = tuple(dict.fromkeys(one for module in modules for one in module.materials))
    guides = tuple(guide.url for ref in refs.values() if (guide := _guide(ref, context)))
    return TeachTrainingView(
        item.model, item.url, item.id, total_minutes(item.model), rows, guides, tuple(refs.values()), handouts
    )


def _guide(ref: str, context: Context) -> Item | None:
    """The guide that is named; None for anything else, and for one that is not there."""
    kind, _, rest = ref.partition(":")
    return context.catalog.items.get((kind, rest.partition("#")[0])) if kind == "guide" else None
