"""A form asks what the models have, in the hub's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from generator.forms.asked_fields import asked
from generator.forms.fields import (
    _AS_FILES,
    _EXAMPLE,
    Choice,
    Field,
    File,
    FrameworkGoal,
    Goals,
    Group,
    Line,
    Named,
    Own,
    Rows,
    Shape,
    Ticks,
    Words,
    form_of,
)  # fmt: skip
from generator.forms.labels import label
from generator.i18n.language import Language
from generator.kinds import KINDS
from generator.kinds.course.model import Course
from generator.model.kind import Kind
from tests.hub import ROOT

DANISH = Language("da")
WORDS = {"subjects": {"dansk": "Dansk"}, "schools": {f"skole-{number}": f"Skole {number}" for number in range(40)}}


GOALS = (FrameworkGoal("Fælles Mål 2023", ("dansk", "Dansk"), ("3", "4"), "faelles-maal@2023#laesning", "Jeg læser."),)


def form(kind: str) -> tuple[Field, ...]:
    model = next(one.model for one in KINDS if one.name == kind)
    return form_of(model, lambda name: WORDS.get(name, {}), DANISH, goals=GOALS)


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


def catalog(code: str) -> Catalog:
    with (ROOT / f"generator/i18n/locale/{code}.po").open("rb") as source:
        return read_po(source, locale=code)


def unnamed(sentence: str) -> str:
    """Without what it calls other fields: a file has their keys, a form their labels."""
    return re.sub(r"`[a-z_]+`|“[^”]+”", "…", sentence)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_and_every_choice_has_a_name_and_a_sentence(kind: Kind) -> None:
    danish, english = catalog("da"), catalog("en")
    fields = dict(every(form_of(kind.model, lambda _: {"a": "A"}, Language("en"))))
    choices = [one.shape.options for one in fields.values() if isinstance(one.shape, Choice | Ticks)]
    called = {name: one.name.replace("_", " ").capitalize() for name, one in fields.items()}

    assert [name for name, said in called.items() if not danish.get(said, "field")] == []
    # A key of two words is none that people use: English has a name of its own for it.
    assert [name for name, said in called.items() if " " in said and not english.get(said, "field")] == []
    lists = [name for name, one in fields.items() if isinstance(one.shape, Rows)]
    assert [name for name in lists if not danish.get(called[name], "one of field")] == []
    assert [name for name in lists if not english.get(called[name], "one of field")] == []
    known = {Language("en").gettext(str(one.id)) for one in danish if one.id}
    # How a file writes it is no matter of a form.
    sentences = {unnamed(re.sub(of, "", one)) for one in known for of in ("^$", _AS_FILES, _EXAMPLE)}
    as_files = [
        one.help.replace(one.example, f"`{getattr(one.shape, 'example', '')}`") if one.example else one.help
        for one in fields.values()
    ]
    assert [said for said in as_files if said and unnamed(said) not in sentences] == []
    assert [said for options in choices for _, said in options if said != "A" and not danish.get(said, "choice")] == []


def test_fields_are_called_by_the_hubs_own_words() -> None:
    ward = Language("en", (("place", "a ward, the ward, wards, the wards"),))

    assert [label(ward, name) for name in ("school", "schools", "title")] == ["Ward", "Wards", "Title"]


@pytest.mark.parametrize("code", ["da", "en"])
def test_no_help_only_repeats_what_its_field_is_called(code: str) -> None:
    fields = [one for kind in KINDS for _, one in every(form_of(kind.model, lambda _: {"a": "A"}, Language(code)))]

    assert [one.label for one in fields if one.help.strip(".").casefold() == one.label.casefold()] == []
    assert {"[", "]"} & set("".join(one.label + one.one for one in fields)) == set()


@pytest.mark.parametrize("code", ["da", "en"])
def test_no_help_speaks_of_files_and_ids(code: str) -> None:
    fields = [one for kind in KINDS for _, one in every(form_of(kind.model, lambda _: {"a": "A"}, Language(code)))]
    speaks = re.compile(r"\.yml|\bids?\b|`[a-z-]+:[a-z]", re.IGNORECASE)

    assert [one.help for one in fields if speaks.search(one.help)] == []


def test_one_of_many_is_named_in_the_singular_and_in_the_hubs_words() -> None:
    spoken = Language("da", (("lesson", "en lektion, lektionen, lektioner, lektionerne"),))
    fields = {one.name: one for one in form_of(Course, lambda _: {"a": "A"}, spoken)}

    assert (fields["lessons"].label, fields["lessons"].one, fields["goals"].one) == ("Lektioner", "Lektion", "Mål")


def test_markers_say_how_a_field_is_asked() -> None:
    course, guide, event = shapes("course"), shapes("guide"), shapes("event")

    assert course["title"] == Line(120)
    assert course["subjects"] == Ticks((("dansk", "Dansk"),))
    assert course["experiences.school"] == Choice(tuple(WORDS["schools"].items()))
    assert course["lessons.activities.text"] == Words(20_000, is_rich=True)
    assert course["lessons.goals"] == Own("goals", is_many=True)
    assert course["goals.framework"] == Goals(GOALS)
    assert course["see_also"] == Rows(Named("*"))
    assert course["based_on.course"] == Named("course")
    assert guide["steps.image.file"] == File((".png", ".jpg", ".jpeg", ".webp"))
    assert guide["steps.video.at"] == Line(example="1:05")
    assert event["occasions.start"] == Line(16, "2026-12-03 14:30")
    assert event["signup.mailbox"] == Line(254, "kontakt@example.org", "email")


def test_a_hub_whose_frameworks_have_no_goals_asks_for_none() -> None:
    fields = dict(every(form_of(Course, lambda _: {"a": "A"}, DANISH)))

    assert "goals.framework" not in fields
    assert fields["goals.own_wording"].is_asked is False


def test_many_words_are_chosen_one_by_one() -> None:
    school = shapes("case")["affects.schools"]

    assert school == Rows(Choice(tuple(WORDS["schools"].items())))


def test_a_field_of_which_the_other_one_is_not_asked_must_be_filled_in_itself() -> None:
    both = dict(every(asked(form("event"), ("place.name", "occasions.start", "occasions.minutes", "occasions.end"))))
    one = dict(every(asked(form("event"), ("occasions.start", "occasions.minutes"))))

    assert (both["occasions.minutes"].other, both["occasions.minutes"].is_required) == ("Slutter", False)
    assert (one["occasions.minutes"].other, one["occasions.minutes"].is_required) == ("", True)
    assert (both["place"].other, both["place"].is_required) == ("", True)


def test_a_sentence_of_one_word_helps_nobody() -> None:
    fields = {f"{kind.name}.{name}": one for kind in KINDS for name, one in every(form(kind.name))}

    assert [name for name, one in fields.items() if one.help and len(one.help.split()) == 1] == []
    assert fields["news.picture"].help == ""
