"""Families, comparisons, coverage and the files for machines, on the repository's own courses."""

from __future__ import annotations

import json
import shutil
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.build.pipeline import prepare
from generator.content.validate import check_content
from generator.content.yaml.parser import value_of
from generator.engine import load_config
from generator.kinds import KINDS
from generator.kinds.course import COURSE
from generator.kinds.course.copy_diff import compare
from generator.kinds.course.family import family
from generator.kinds.course.fingerprint import fingerprint
from generator.kinds.course.json_yaml_export import as_data, as_yaml
from generator.kinds.course.model import Course
from generator.model.catalog import Catalog
from generator.model.site import Site
from tests.hub import DANISH_HUB, ENGLISH_HUB, changed, copied, copied_site, spoken

DANISH = spoken(DANISH_HUB)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return check_content(DANISH_HUB, load_config(DANISH_HUB / "site_config.yml").settings, KINDS).catalog


@pytest.fixture(scope="module")
def site() -> Site:
    return prepare(load_config(DANISH_HUB / "site_config.yml").settings, DANISH_HUB).site


def course(catalog: Catalog, id_: str) -> Course:
    model = catalog.items["course", id_].model
    assert isinstance(model, Course)
    return model


def exported(site: Site, path: str) -> Any:
    beside = (file for group in site.groups for file in group.files())
    return json.loads(next(export.made() for export in (*site.exports, *beside) if export.path == path))


def body(site: Site, url: str) -> str:
    return site.page(url).body


# Families


def test_source_and_copy_show_the_same_tree(catalog: Catalog) -> None:
    of_source = family(catalog.items["course", "broeker-5-klasse"], catalog)
    of_copy = family(catalog.items["course", "broeker-7-klasse"], catalog)

    assert of_source
    assert of_copy
    assert of_source.root.id == of_copy.root.id == "broeker-5-klasse"
    assert [copy.id for copy in of_copy.root.copies] == ["broeker-7-klasse"]
    assert of_source.root.is_self
    assert of_copy.root.copies[0].is_self


def test_a_course_of_its_own_has_no_family(catalog: Catalog) -> None:
    assert family(catalog.items["course", "baenkebiderens-valg-2-klasse"], catalog) is None


def test_a_source_that_changed_is_noted_and_bookkeeping_is_no_change(tmp_path: Path) -> None:
    root = copied(tmp_path)
    spoken = load_config(root / "site_config.yml").settings
    before = fingerprint(course(check_content(root, spoken, KINDS).catalog, "broeker-5-klasse"))
    copy = root / "content/courses/broeker-7-klasse.yml"
    changed(
        copy,
        lambda text: text.replace("  course: broeker-5-klasse\n", f"  course: broeker-5-klasse\n  hash: {before}\n"),
    )
    source = root / "content/courses/broeker-5-klasse.yml"

    changed(source, lambda text: text.replace("keywords: [", "keywords: [nyt ord, "))
    unchanged = family(*item_of(root, "broeker-7-klasse"))
    changed(source, lambda text: text.replace("minutes: 10", "minutes: 11", 1))
    after = family(*item_of(root, "broeker-7-klasse"))

    assert unchanged
    assert after
    assert (unchanged.source_changed, after.source_changed) == (False, True)


def item_of(root: Path, id_: str) -> tuple[Any, Catalog]:
    catalog = check_content(root, load_config(root / "site_config.yml").settings, KINDS).catalog
    return catalog.items["course", id_], catalog


def test_a_copy_outlives_its_source(tmp_path: Path) -> None:
    root = copied(tmp_path)
    (root / "content/courses/broeker-5-klasse.yml").unlink()
    checked = check_content(root, load_config(root / "site_config.yml").settings, KINDS)
    own = [problem.code for problem in checked.problems if problem.span.file.endswith("broeker-7-klasse.yml")]
    found = family(checked.catalog.items["course", "broeker-7-klasse"], checked.catalog)

    assert own == ["source-gone"]
    assert found
    assert found.source_gone
    assert found.root.title == "Brøken er et tal – fold, mål og forklar"


# Comparisons


def test_a_course_is_the_same_as_itself(catalog: Catalog) -> None:
    one = course(catalog, "broeker-5-klasse")

    assert {part.state for section in compare(one, one, catalog, DANISH) for part in section.parts} == {"same"}


def test_what_was_added_dropped_changed_and_moved_is_told(catalog: Catalog) -> None:
    one = course(catalog, "broeker-5-klasse")
    first, second, third, *rest = one.lessons
    longer = second.model_copy(update={"minutes": second.minutes + 45})
    new = first.model_copy(update={"title": "Helt nyt", "preparation": None, "activities": first.activities[:1]})
    other = one.model_copy(update={"lessons": (third, longer, new, *rest)})
    lessons = {section.id: section for section in compare(one, other, catalog, DANISH)}["lessons"].parts

    states = [(part.title, part.state) for part in lessons]
    assert (second.title, "changed") in states
    assert ("Helt nyt", "added") in states or (first.title, "dropped") in states
    assert states[0] == (third.title, "same")
    assert [change.field for part in lessons if part.title == second.title for change in part.changes] == ["Minutter"]
    assert any(part.moved for part in lessons)


@pytest.mark.parametrize(
    ("before", "after", "read"),
    [
        (
            "Tal om **brøker** i [guiden](guide:x).",
            "Skriv om **brøker** i [guiden](guide:x).",
            "Skriv om brøker i guiden.",
        ),
        ("Tal om brøker.", "Tal om **brøker**.", "Tal om **brøker**."),
    ],
)
def test_words_are_compared_as_they_are_read_unless_their_marks_are_what_differs(
    catalog: Catalog, before: str, after: str, read: str
) -> None:
    one = course(catalog, "broeker-5-klasse").model_copy(update={"feedback": before})
    other = one.model_copy(update={"feedback": after})

    about = compare(one, other, catalog, DANISH)[0].parts[0]

    assert [" ".join(piece.text for piece in change.after) for change in about.changes] == [read]


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_every_lesson_of_both_is_accounted_for_once(catalog: Catalog, data: st.DataObject) -> None:
    one = course(catalog, "broeker-5-klasse")
    chosen = data.draw(
        st.lists(st.sampled_from([*one.lessons, *course(catalog, "broeker-7-klasse").lessons]), min_size=1, max_size=6)
    )
    parts = {s.id: s for s in compare(one, one.model_copy(update={"lessons": tuple(chosen)}), catalog, DANISH)}[
        "lessons"
    ].parts

    assert sum(part.state != "dropped" for part in parts) == len(chosen)
    assert sum(part.state != "added" for part in parts) == len(one.lessons)


def test_the_page_shows_words_that_went_and_came(site: Site) -> None:
    page = body(site, "courses/broeker-7-klasse/compare/")

    assert "<ins>" in page
    assert "<del>" in page
    assert "Udeladt" in page


# Coverage


def test_source_and_copy_stand_side_by_side_and_nothing_is_lost(catalog: Catalog) -> None:
    source, copy = course(catalog, "broeker-5-klasse"), course(catalog, "broeker-7-klasse")
    goals = next(one for one in compare(source, copy, catalog, DANISH) if one.id == "goals")
    before, after = zip(*goals.pairs, strict=True)

    assert [part.title for part in before if part] == [goal.text for goal in source.goals]
    assert sorted(part.title for part in after if part) == sorted(goal.text for goal in copy.goals)
    assert len(goals.pairs) == max(len(source.goals), len(copy.goals))


def test_each_cell_leads_to_the_courses_it_counts(site: Site) -> None:
    matrix = body(site, "courses/coverage/")

    assert 'aria-label="Dansk, 4. klasse: 1"' in matrix
    assert '<span class="hub-hidden">ingen endnu</span>' in matrix
    assert 'aria-label="Dansk, 3. klasse' not in matrix, "nobody has to walk through the gaps"
    assert (
        "På sporet af bæveren"
        in body(site, "courses/coverage/dansk/").partition('id="grade-4"')[2].partition("</section>")[0]
    )


def test_a_goal_leads_to_the_same_goal_in_a_course_and_gaps_are_seen(site: Site) -> None:
    page = body(site, "courses/coverage/dansk/")

    assert "Fælles Mål" in page
    assert "courses/fagtekster-5-klasse/#goal-formaal" in page
    assert "Ingen har delt et forløb her endnu." in page


# Related


def test_a_related_course_says_why(site: Site) -> None:
    page = body(site, "courses/fagtekster-5-klasse/").partition('id="related"')[2]

    assert "hub-card-why" in page
    assert "På sporet af bæveren" not in page.partition("</section>")[0], "an adapted copy is family, not a likeness"


# For machines


def test_every_course_is_in_the_list_and_has_a_file(site: Site, catalog: Catalog) -> None:
    listed = exported(site, "api/v1/courses.json")["courses"]

    assert [one["id"] for one in listed if exported(site, one["json"])["id"] == one["id"]] == [
        one["id"] for one in listed
    ]
    assert {one["id"] for one in listed} == {item.id for item in catalog.of_kind("course")}
    assert next(one for one in listed if one["id"] == "broeker-5-klasse")["counts"]["copies"] == 1


def test_json_ld_says_what_a_copy_is_based_on(site: Site) -> None:
    data = site.page("courses/broeker-7-klasse/").spec.structured_data

    assert data
    assert data["isBasedOn"]["name"] == "Brøken er et tal – fold, mål og forklar"
    assert data["timeRequired"].startswith("PT")
    assert data["educationalAlignment"][0]["educationalFramework"].startswith("Fælles Mål")


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Co", "Cn")), min_size=1, max_size=80
).filter(str.strip)
LONG = st.lists(TEXTS, min_size=1, max_size=5).map("\n".join)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_yaml_and_json_lose_no_field(catalog: Catalog, data: st.DataObject) -> None:
    model = data.draw(st.sampled_from([item.model for item in catalog.of_kind("course")]))
    given_ = as_data(model)
    given_["title"], given_["feedback"] = data.draw(TEXTS), data.draw(LONG)
    given_["lessons"][0]["activities"][0]["text"] = data.draw(LONG)
    given_["concepts"] = [{"word": data.draw(TEXTS), "explanation": data.draw(TEXTS)}]
    one = Course.model_validate(json.loads(json.dumps(given_)))
    value, problems = value_of(as_yaml(as_data(one)), "x.yml")

    assert problems == []
    assert Course.model_validate(value) == one
    assert fingerprint(Course.model_validate(value)) == fingerprint(one)


# Sheets, homework and pictures


def test_a_course_without_what_came_later_keeps_its_fingerprint() -> None:
    smallest, _ = value_of((COURSE.home / "smallest.yml").read_text("utf-8"), "x.yml")
    one = Course.model_validate(smallest)
    other = one.model_copy(update={"lessons": (one.lessons[0].model_copy(update={"homework": "Læs side 4."}),)})

    assert fingerprint(one) == "sha256:1410fdc57202638f3006d484b361e3f44d600b828661393cf7718ff2cd2bbb1c"
    assert fingerprint(other) != fingerprint(one)


def test_pictures_of_an_activity_teach_the_same_however_a_file_writes_them() -> None:
    smallest, _ = value_of((COURSE.home / "smallest.yml").read_text("utf-8"), "x.yml")
    one, other = {"file": "a.png", "alt": "A map."}, {"file": "b.png", "alt": "A sea."}

    def teaches(**pictures: Any) -> str:
        now = deepcopy(smallest)
        now["lessons"][0]["activities"][0].update(pictures)
        return fingerprint(Course.model_validate(now))

    assert teaches(picture=one) == teaches(pictures=[one]) != teaches()
    assert teaches(picture=one, pictures=[other]) == teaches(pictures=[one, other]) != teaches(pictures=[other, one])


LATER = """picture: {file: foam.png, alt: Foam on a lake.}
sheets:
  - {title: Draw, lesson: 1, text: Draw the river., answers: It runs north.}
goals:
"""


def test_a_course_shows_its_picture_and_names_its_sheets_in_their_lesson_with_the_answers_apart(tmp_path: Path) -> None:
    root = copied_site(ENGLISH_HUB, tmp_path)
    shutil.copy(root / "content/guides/list.png", root / "content/courses/foam.png")
    shown = "{title: Trace the river, pictures: [{file: foam.png, alt: A map.}, {file: foam.png, alt: A sea.}], "
    changed(
        root / "content/courses/rivers.yml",
        lambda text: text.replace("goals:\n", LATER, 1).replace("{title: Trace the river, ", shown),
    )
    site = prepare(load_config(root / "site_config.yml").settings, root).site
    page = site.page("courses/rivers/").body
    found = (
        page.index(text) for text in ('alt="Foam on a lake."', '<a href="#sheet-1">', 'id="sheet-1"', "runs north")
    )
    picture, lesson, sheet, answer = found

    assert picture < lesson < sheet < page.index("</section>", sheet) < answer
    assert page.index('class="hub-pictures"') < page.index('alt="A map."') < page.index('alt="A sea."') < sheet
    # Beside the summary in a row of their own, whatever its height, so that it lies over nothing.
    assert page.index('class="hub-beside"') < page.index('class="hub-lead"') < picture < page.index('class="hub-facts"')
    listed = {one["url"]: one.get("picture", "") for one in exported(site, "courses/browse/cards-0.json")}
    assert listed["courses/rivers/"].startswith("courses/files/foam.png.")


def test_cards_show_pictures_where_all_of_a_list_have_one(tmp_path: Path) -> None:
    root = copied_site(ENGLISH_HUB, tmp_path)
    shutil.copy(root / "content/guides/list.png", root / "content/courses/foam.png")
    courses = sorted((root / "content/courses").glob("*.yml"))
    pictured = "picture: {file: foam.png, alt: Foam on a lake.}\nlicence: "
    changed(courses[0], lambda text: text.replace("licence: ", pictured, 1))
    settings = load_config(root / "site_config.yml").settings
    some = body(prepare(settings, root).site, "courses/")
    for course in courses[1:]:
        changed(course, lambda text: text.replace("licence: ", pictured, 1))
    every = body(prepare(settings, root).site, "courses/")

    assert ("hub-card-picture" in some, "hub-card-picture" in every) == (False, True)
