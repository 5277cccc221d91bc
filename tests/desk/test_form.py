"""A form asks what the models have, in the hub's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from babel.messages.pofile import read_po

from generator.forms.fields import (
    Choice,
    Field,
    File,
    Group,
    Line,
    Named,
    Own,
    Rows,
    Shape,
    Ticks,
    Words,
    form_of,
    label,
)  # fmt: skip
from generator.i18n.language import Language
from generator.kinds import KINDS
from generator.model.kind import Kind
from tests.hub import ROOT

DANISH = Language("da")
WORDS = {"subjects": {"dansk": "Dansk"}, "schools": {f"skole-{number}": f"Skole {number}" for number in range(40)}}


def form(kind: str) -> tuple[Field, ...]:
    model = next(one.model for one in KINDS if one.name == kind)
    return form_of(model, lambda name: WORDS.get(name, {}), DANISH)


def every(fields: Sequence[Field], at: str = "") -> Iterator[tuple[str, Field]]:
    for one in fields:
        yield f"{at}{one.name}", one
        inner = one.shape.each if isinstance(one.shape, Rows) else one.shape
        if isinstance(inner, Group):
            yield from every(inner.fields, f"{at}{one.name}.")


def shapes(kind: str) -> dict[str, Shape]:
    return {name: one.shape for name, one in every(form(kind))}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_is_asked_but_the_status(kind: Kind) -> None:
    fields = form_of(kind.model, lambda _: {"a": "A"}, DANISH)

    assert {*kind.model.model_fields} - {"status"} == {one.name for one in fields}


def test_nobody_is_asked_to_choose_among_words_that_the_hub_does_not_have() -> None:
    assert {"subjects", "licence"} <= {one.name for one in form("course")}  # without a licence it cannot be published
    assert not {"grades", "level", "functions", "tags"} & {one.name for one in form("course")}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_and_every_choice_has_a_name_and_a_sentence_in_danish(kind: Kind) -> None:
    with (ROOT / "generator/i18n/locale/da.po").open("rb") as source:
        catalog = read_po(source, locale="da")
    fields = dict(every(form_of(kind.model, lambda _: {"a": "A"}, Language("en"))))
    choices = [one.shape.options for one in fields.values() if isinstance(one.shape, Choice | Ticks)]

    names = {name: name.rpartition(".")[2].replace("_", " ").capitalize() for name in fields}
    assert [name for name, msgid in names.items() if not catalog.get(msgid, "field")] == []
    sentences = {Language("en").gettext(str(one.id)) for one in catalog if one.id}
    assert [one.help for one in fields.values() if one.help and one.help not in sentences] == []
    assert [
        called for options in choices for _, called in options if called != "A" and not catalog.get(called, "choice")
    ] == []


def test_fields_are_called_by_the_hubs_own_words() -> None:
    ward = Language("en", (("place", "a ward, the ward, wards, the wards"),))

    assert [label(ward, name) for name in ("school", "schools", "title")] == ["Ward", "Wards", "Title"]


def test_markers_say_how_a_field_is_asked() -> None:
    course, guide, event = shapes("course"), shapes("guide"), shapes("event")

    assert course["title"] == Line(120)
    assert course["subjects"] == Ticks((("dansk", "Dansk"),))
    assert course["experiences.school"] == Choice(tuple(WORDS["schools"].items()))
    assert course["lessons.activities.text"] == Words(20_000, is_rich=True)
    assert course["lessons.goals"] == Own("goals", is_many=True)
    assert course["goals.framework.goal"] == Line(80)
    assert course["see_also"] == Rows(Named("*"))
    assert course["based_on.course"] == Named("course")
    assert guide["steps.image.file"] == File((".png", ".jpg", ".jpeg", ".webp"))
    assert guide["steps.video.at"] == Line(example="1:05")
    assert event["occasions.start"] == Line(16, "2026-12-03 14:30")
    assert event["signup.mailbox"] == Line(254, "kontakt@example.org", "email")


def test_many_words_are_chosen_one_by_one() -> None:
    school = shapes("case")["affects.schools"]

    assert school == Rows(Choice(tuple(WORDS["schools"].items())))
