"""No place is forgotten when a kind is added, and no field of a kind stays unseen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from generator.authoring.scaffold import document_text
from generator.kinds import KINDS
from generator.kinds.school.model import LevelReached
from generator.model.kind import Kind
from generator.model.plan_contract import ActivityChange, AddedActivity
from generator.model.screenshot import Action, Shot
from tests.hub import DANISH_HUB, ROOT
from tests.kinds.small import ENGLISH, SETTINGS, alone, smallest, texts
from tests.render.typed_templates import check, views

EVERY_KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
TEMPLATES = ROOT / "templates"
SHOWN_ELSEWHERE = {
    ("Published", "title"): "the heading of its page, as page.title",
    ("Published", "status"): "a page that is there is published",
    ("Published", "keywords"): "for search alone, by definition",
    ("Published", "language"): "as the language of the article, page.language",
    ("Published", "updated"): "in the furniture of every page, as page.updated",
    ("Published", "redirect_from"): "old addresses become pages of their own",
    ("Published", "tags"): "below the article of every page, as page.tags",
    ("Sheet", "lesson"): "by where it stands: with the lesson of that number, as view.sheets",
    ("Video", "owner"): "in the furniture of every page, as page.owner",
    ("AudioDescription", "kind"): "for the check alone: readers see the statement, which says it in words",
    ("Video", "guides"): "with those whose steps show it, as view.guides",
    ("Source", "embed"): "as view.player, which knows the players of some services",
    ("Step", "image"): "as view.pictures, stored or taken",
    ("Image", "file"): "as view.pictures, stored or taken",
    ("Image", "shot"): "as view.pictures, once it is taken",
    ("Image", "alt"): "as view.pictures",
    ("Image", "caption"): "as view.pictures",
    ("Image", "highlight"): "as view.pictures",
    **{("Highlight", name): "as frames of view.pictures" for name in ("x", "y", "width", "height", "label")},
    ("Activity", "picture"): "as activity.figures, with the others",
    ("Activity", "pictures"): "as activity.figures",
    ("Activity", "id"): "for local plans alone, which speak of it by this",
    **{("Shot", name): "for `hub shots` alone" for name in Shot.model_fields},
    **{("Action", name): "for `hub shots` alone" for name in Action.model_fields},
    ("Pointed", "element"): "for `hub shots` alone",
    ("Pointed", "label"): "as view.pictures",
    ("Event", "uid"): "for calendars alone, which know the event by it",
    ("OwnPlan", "of"): "as view.plans, with the plan's title and address",
    ("OwnPlan", "base"): "for the check alone: it says when the plan has moved on",
    ("Overlay", "changes"): "as view.plans, each activity as it is at the school",
    ("Overlay", "adds"): "as view.plans, as above",
    **{("ActivityChange", name): "as view.plans, as above" for name in ActivityChange.model_fields},
    **{("AddedActivity", name): "as view.plans, as above" for name in AddedActivity.model_fields},
    **{("LevelReached", name): "as view.levels, the latest of each subject" for name in LevelReached.model_fields},
    ("Agreement", "made"): "in words, with its day",
    ("News", "published"): "it has a day of its own",
    ("Digest", "published"): "the page says which week it tells of, and when it was sent",
    ("Digest", "audiences"): "as view.audiences, each with its own page",
    ("Digest", "sections"): "as view.sections, in the order of a mail",
    ("Digest", "found"): "for `hub digest` alone: what it has found before",
    ("MailSection", "kind"): "as the heading of view.sections",
    ("MailSection", "items"): "as view.sections",
    ("MailLine", "ref"): "as the link of view.sections",
    ("MailLine", "part"): "for `hub digest` alone: which of several parts it is about",
    ("Digest", "week"): "as view.number",
    ("School", "published"): "what is reported bears days of its own",
    ("School", "plans"): "as view.plans",
    ("School", "levels"): "as view.levels",
    ("School", "observations"): "as view.reports, without the numbers of few people",
    ("Event", "occasions"): "as view.coming and view.past",
    ("Event", "programme"): "as view.programmes",
    ("Occasion", "programme"): "as view.programmes",
    ("Occasion", "minutes"): "as the end of what is held",
    ("Occasion", "end"): "as the end of what is held",
    ("Training", "sessions"): "as view.sittings, with times",
    **{("Session", name): "as view.sittings, with times" for name in ("start", "modules")},
    ("Module", "id"): "as an anchor of view.sittings",
    ("Module", "goals"): "as view.sittings, in words",
    ("ProgrammeGoal", "id"): "for modules alone, which speak of it by this",
    **{("Case", name): f"as view.{name}, in words" for name in ("state", "track", "weight")},
    ("Case", "published"): "the page says when it was opened",
    ("Case", "updates"): "as view.history",
    ("Update", "date"): "as view.history",
    ("Update", "text"): "as view.history",
    ("Affects", "devices"): "as view.devices, in words",
    ("BasedOn", "hash"): "compared with the source: the page says when the source has changed",
}


def fields(model: type[BaseModel]) -> Iterator[tuple[type[BaseModel], str]]:
    """Every field of a model and of the models in it."""
    for name, info in model.model_fields.items():
        yield model, name
        for nested in models_in(info.annotation):
            yield from fields(nested)


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def asked(kind: Kind) -> set[tuple[type, str]]:
    """Each class and field that the templates of a kind ask for."""
    own = [view for view in views() if view.template.startswith(f"{kind.name}/")]
    return {pair for view in own for pair in check(view, [TEMPLATES]).asked}


@EVERY_KIND
def test_every_field_is_asked_for_by_a_template(kind: Kind) -> None:
    known = asked(kind)
    unseen = {
        (model.__name__, name)
        for model, name in fields(kind.model)
        if (model, name) not in known and not {(base.__name__, name) for base in model.__mro__} & SHOWN_ELSEWHERE.keys()
    }

    assert unseen == set()


def test_every_exception_names_a_field() -> None:
    known = {(base.__name__, name) for kind in KINDS for model, name in fields(kind.model) for base in model.__mro__}

    assert SHOWN_ELSEWHERE.keys() - known == set()


@EVERY_KIND
def test_the_hub_has_one(kind: Kind) -> None:
    assert list((DANISH_HUB / "content" / kind.folder).glob("*.yml"))


@EVERY_KIND
def test_its_rules_are_tested(kind: Kind) -> None:
    assert (ROOT / f"tests/kinds/test_{kind.name}.py").is_file()


@EVERY_KIND
def test_a_new_draft_asks_for_what_the_smallest_document_says(kind: Kind) -> None:
    """Two that are kept apart, one to be read by tests and one made for people, cannot come to differ."""
    words = {name: list(entries) for name, entries in alone().vocabularies.items()}
    text = document_text(kind, today=date(2026, 11, 28), words=words, spoken=ENGLISH, settings=SETTINGS, given={})

    assert set(texts(text)) == set(smallest(kind)) - ({"captions"} if kind.name == "video" else set())
