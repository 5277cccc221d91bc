"""A hospital's hub says nothing of schools, and nothing in Danish: on no page, in no mail, feed, calendar or file."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from generator.compile import compile_pages
from generator.content.validate import check_content
from generator.engine import load_config
from generator.kinds import KINDS
from tests.hub import HOSPITAL_HUB, ROOT, changed, copied_site, hub
from tests.told import DANISH, SCHOOL, Texts, texts_of


@pytest.fixture(scope="module")
def texts(hospital_site: Path) -> list[tuple[str, str]]:
    return texts_of(hospital_site)


def test_it_has_every_kind() -> None:
    assert [kind.folder for kind in KINDS if not any((HOSPITAL_HUB / "content" / kind.folder).glob("*.yml"))] == []


def test_nothing_tells_of_schools(texts: list[tuple[str, str]]) -> None:
    assert {Path(file).suffix for file, _ in texts} >= {".html", ".json", ".xml", ".ics", ".txt", ".eml", ".csv"}
    assert len({file for file, _ in texts}) > 100
    assert [(file, text) for file, text in texts if SCHOOL.search(text)] == []


def test_nothing_is_danish(texts: list[tuple[str, str]]) -> None:
    assert [(file, text) for file, text in texts if DANISH.search(text)] == []


def test_addresses_are_the_hubs_own(hospital_site: Path) -> None:
    assert (hospital_site / "wards/ward-3/index.html").exists()
    assert (hospital_site / "feeds/events-wards-ward-3.ics").exists()
    assert (hospital_site / "events/centres/medicine/index.html").exists()
    assert "../../../events/centres/medicine/" in (hospital_site / "events/district/medicine/index.html").read_text(
        "utf-8"
    )
    assert "../../wards/ward-3/" in (hospital_site / "units/ward-3/index.html").read_text("utf-8")
    assert (hospital_site / "feeds/events-units-ward-3.ics").read_bytes() == (
        hospital_site / "feeds/events-wards-ward-3.ics"
    ).read_bytes()
    assert not (hospital_site / "schools").exists()
    assert not (hospital_site / "grades").exists()


def test_a_course_without_grades_signs_and_lessons_reads_naturally(hospital_site: Path) -> None:
    html = (hospital_site / "courses/first-shift/index.html").read_text("utf-8")
    page = " ".join(Texts(html).texts)

    assert "40 min" in page
    assert "Signs of learning" not in page
    assert "<dt>Target group" not in html
    assert 'id="self-evaluation"' not in html
    facets = json.loads((hospital_site / "courses/browse/facets.json").read_text("utf-8"))["facets"]
    assert [facet["title"] for facet in facets] == [
        "Work area", "Profession", "System", "Length", "Ward"
    ]  # fmt: skip


def test_mistakes_are_told_in_the_hubs_words(tmp_path: Path) -> None:
    root = copied_site(HOSPITAL_HUB, tmp_path)
    changed(root / "content/schools/ward-3.yml", lambda text: text.replace("title: Ward 3", "title: Ward three"))
    changed(root / "content/courses/night-shift.yml", lambda text: text.replace("subjects: [notes]\n", ""))
    said = hub(root, "check").output

    assert "The ward is called “Ward 3” in the vocabulary and “Ward three” here." in said
    assert "The course has no work area." in said


def test_the_licence_of_all_texts_is_the_hubs_own(hospital_site: Path, tmp_path: Path) -> None:
    page = (hospital_site / "index.html").read_text("utf-8")

    assert "Texts may be passed on unchanged under CC BY-ND 4.0 unless" in page
    assert '<a rel="license" href="https://creativecommons.org/licenses/by-nd/4.0/">' in page
    root = copied_site(HOSPITAL_HUB, tmp_path)
    changed(root / "site_config.yml", lambda text: text.replace("CC-BY-ND-4.0", "CC-BY-9"))
    assert "The licence “CC-BY-9” is not in the vocabulary “licences”." in hub(root, "check").output


def test_an_address_for_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    root = copied_site(HOSPITAL_HUB, tmp_path)
    changed(root / "site_config.yml", lambda text: text.replace("schools: [wards", "skools: [wards"))

    assert "No content lies in a folder called “skools”." in hub(root, "check").output
    changed(root / "site_config.yml", lambda text: text.replace("skools: [wards, units]", "schools: My wards"))
    assert "“My wards” cannot stand in an address." in hub(root, "check").output


def test_no_danish_text_of_the_catalog_is_left(texts: list[tuple[str, str]]) -> None:
    with (ROOT / "generator/i18n/locale/da.po").open("rb") as source:
        catalog = read_po(source, locale="da")
    english = {str(message.id) for message in catalog}
    danish = {str(message.string) for message in catalog if message.id and " " in str(message.string)} - english
    told = "\n".join({text for _, text in texts})

    assert len(danish) > 1000
    assert {one for one in danish if one in told and re.search(rf"(?<!\w){re.escape(one)}(?!\w)", told)} == set()
    assert load_config(HOSPITAL_HUB / "site_config.yml").settings.language == "en"


def test_a_new_course_asks_for_what_the_hub_has(tmp_path: Path) -> None:
    root = copied_site(HOSPITAL_HUB, tmp_path)
    hub(root, "new", "course", "day-shift")
    draft = (root / "content/courses/day-shift.yml").read_text("utf-8")

    assert "\nsubjects:\n" in draft
    assert not re.search(r"\n *(grades|signs|self_evaluation):", draft)
    changed(root / "site_config.yml", lambda text: text.replace("course_signs: optional", "course_signs: required"))
    hub(root, "new", "course", "long-shift")
    assert re.search(
        r"    signs:\n(.|\n)*  self_evaluation:\n", (root / "content/courses/long-shift.yml").read_text("utf-8")
    )


def test_a_course_without_evaluation_says_nothing_of_it(hospital_site: Path) -> None:
    pages = [(hospital_site / f"courses/{id_}/index.html").read_text("utf-8") for id_ in ("first-shift", "night-shift")]

    assert ['id="evaluation"' in page for page in pages] == ['href="#evaluation"' in page for page in pages]
    assert 'id="evaluation"' not in pages[1]


def test_the_hubs_own_vocabularies_are_ways_to_find_things(hospital_site: Path) -> None:
    """Each has its pages, its filter of courses, its place in search, and stands on cards and pages."""
    html = {name: (hospital_site / name / "index.html").read_text("utf-8") for name in (
        "", "courses", "professions", "professions/nurse", "systems/pump", "courses/first-shift",
    )}  # fmt: skip
    facets = json.loads((hospital_site / "courses/browse/facets.json").read_text("utf-8"))["facets"]
    of = {facet["name"]: [value["name"] for value in facet["values"]] for facet in facets}
    words = json.loads(re.search(r'id="hub-strings">(.*?)</script>', html[""])[1])
    cards = (hospital_site / "courses/browse/cards-0.json").read_text("utf-8")
    listed = json.loads((hospital_site / "api/v1/courses.json").read_text("utf-8"))["courses"]

    for page in ("", "courses"):
        assert list(dict.fromkeys(text for text in Texts(html[page]).texts if re.fullmatch("By [a-z ]+", text))) == [
            "By work area", "By level", "By function", "By profession", "By system",
        ]  # fmt: skip
    assert re.findall('data-hub-example="(.*?)"', html[""]) == ["Medication", "Medication list", "copy a course"]
    assert "Porter" not in html["professions"]  # nothing is for them yet
    assert {"The first shift with the journal", "1 adaptation", "Give a dose"} <= {
        *Texts(html["professions/nurse"]).texts
    }
    assert "The first shift with the journal" not in html["systems/pump"]
    assert of["by-professions"] == ["Nurse", "Doctor"]
    assert of["by-systems"] == ["Infusion pump", "Scanner"]
    assert words["filters"] == "kind subject level function by-professions by-systems"
    assert words["by-professions"] == "Profession"
    assert '<dt>Profession</dt><dd><a href="../../professions/nurse/">Nurse</a>' in html["courses/first-shift"]
    assert "Scanner" in cards
    assert {one["id"]: one["tags"] for one in listed} == {
        "first-shift": ["professions:nurse", "professions:doctor", "systems:scanner"],
        "night-shift": ["professions:nurse", "systems:pump"],
    }


def test_a_hub_without_vocabularies_to_browse_by_has_no_way_and_no_filter(tmp_path: Path) -> None:
    root = copied_site(HOSPITAL_HUB, tmp_path)
    for folder in ("guides", "videos", "training", "events", "cases", "plans", "schools", "news", "digests"):
        shutil.rmtree(root / "content" / folder)
    for name in ("subjects", "levels", "functions", "professions", "systems"):
        (root / f"content/vocabulary/{name}.yml").unlink()
    (root / "content/vocabulary/roles.yml").write_text("title: Roles\nentries: [{id: nurse, name: Nurse}]\n", "utf-8")
    for name in ("first-shift", "night-shift"):
        changed(root / f"content/courses/{name}.yml", lambda text: re.sub(
            r"(?m)^(subjects|tags|level|functions): .*\n|, function: medication|\[the guide\]\(.*?\)", "", text
        ))  # fmt: skip
    settings = load_config(root / "site_config.yml").settings
    checked = check_content(root, settings, KINDS)
    compiled = compile_pages(checked.hub)
    table = next(file for file in compiled.exports if file.path == "courses/browse/facets.json")
    views = {one.spec.url: one.spec.view for one in compiled.overviews}

    assert [str(problem.rule.code) for problem in checked.problems] == []
    assert [facet["title"] for facet in json.loads(table.content())["facets"]] == ["Length", "Ward"]
    assert (views[""].browses, views["courses/"].browses) == ((), ())
    assert not {url for url in views if re.match("subjects|grades|levels|functions|professions|systems", url)}


def test_a_word_of_its_own_is_held_against_its_vocabulary(tmp_path: Path) -> None:
    root = copied_site(HOSPITAL_HUB, tmp_path)
    changed(
        root / "content/courses/night-shift.yml",
        lambda text: text.replace("professions:nurse", "nurse, professions:nuse, teams:a"),
    )
    said = hub(root, "check").output

    assert "“nurse” names no word of a vocabulary of the hub's own." in said
    assert "Did you mean “professions:nurse”? Write the vocabulary and the word" in said
    assert "“nuse” is not in the vocabulary “professions”." in said
    assert "“teams:a” names no word" in said
