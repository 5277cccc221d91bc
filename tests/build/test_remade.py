"""One changed fact of one item makes those pages anew that show it, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.hub import changed
from tests.rebuilt import BuiltOnce, again, anew, copy, files_of

GUIDE = "content/guides/find-a-course.yml"
EVENT = "content/events/harbour-cafe.yml"
CASE = "content/cases/list-is-empty.yml"
COURSE = "content/courses/rivers.yml"
SCHOOL, PLAN = "content/schools/north.yml", "content/plans/rollout.yml"
CRITERION = (
    "  - {id: all, text: All have a plan., population: schools, measure: Asked., target: {share: 1, words: all}, "
    "term: autumn}\n"
)
EXPERIENCE = "experiences: [{school: south, date: 2026-10-01, text: It went well.}]\n"

GUIDE_PAGES = {"guides/find-a-course/", "guides/find-a-course/teach/"}
FAMILY = {"courses/rivers/", "courses/rivers-year-8/", "courses/rivers-year-8/compare/"}


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> BuiltOnce:
    """The English hub with two more courses, one from each school, of no family."""
    root = copy(tmp_path_factory.mktemp("once") / "hub")
    copied = (root / "content/courses/rivers-year-8.yml").read_text("utf-8")
    alone = re.sub(r"^based_on:.*\n", "", copied, flags=re.MULTILINE)
    for id_, school in (("lakes", "south"), ("hills", "north")):
        text = alone.replace("school: south", f"school: {school}").replace("Rivers for year 8", id_.title())
        (root / f"content/courses/{id_}.yml").write_text(text, "utf-8")
    # What a vocabulary names is seen from every page: no word names the guide here.
    roles = root / "content/vocabulary/roles.yml"
    changed(roles, lambda text: re.sub(r", description: \"[^\"]*\"", "", text))
    return BuiltOnce(root)


@pytest.fixture
def root(once: BuiltOnce) -> Path:
    return once.put_back()


def remade(root: Path) -> set[str]:
    """The pages whose files are others after a build; those that stay are shared with the site before."""
    before = _pages(root)
    again(root)
    return {page for page, number in _pages(root).items() if before.get(page) != number}


def _pages(root: Path) -> dict[str, int]:
    site = root / "site"
    return {
        file.relative_to(site).as_posix().removesuffix("index.html"): file.stat().st_ino
        for file in site.rglob("index.html")
    }


def of_items(pages: set[str]) -> set[str]:
    """Those of them that are about one item."""
    return {page for page in pages if re.match(r"(courses|guides|videos|plans)/(?!coverage|my-copies)[^/]+/", page)}


def test_a_step_of_a_guide_is_shown_by_the_guide_and_the_film_of_the_step(root: Path) -> None:
    changed(root / GUIDE, lambda text: text.replace("You see two courses.", "You see some courses."))

    assert remade(root) == {*GUIDE_PAGES, "videos/tour/"}


def test_the_title_of_a_guide_is_shown_by_all_that_link_to_it(root: Path) -> None:
    changed(root / GUIDE, lambda text: text.replace("title: Find a course", "title: Find the course"))
    pages = remade(root)

    assert of_items(pages) == {*GUIDE_PAGES, "videos/tour/", "courses/rivers/", "plans/rollout/"}
    assert {"guides/", "a-z/"} <= pages
    assert not {"courses/", "videos/", "plans/"} & pages


def test_an_experience_is_shown_by_the_family_and_by_what_its_school_has_shared(root: Path) -> None:
    with (root / COURSE).open("a", encoding="utf-8") as end:
        end.write(EXPERIENCE)

    assert remade(root) == {*FAMILY, "courses/lakes/"}


def test_a_word_of_a_course_is_shown_by_its_family(root: Path) -> None:
    changed(root / COURSE, lambda text: text.replace("name three towns", "name four towns"))

    assert remade(root) == FAMILY


def test_a_day_that_moves_the_hubs_day_is_shown_by_pages_that_say_it_and_lists_that_sort_by_it(root: Path) -> None:
    changed(root / GUIDE, lambda text: text.replace("updated: 2026-09-01", "updated: 2026-11-01"))
    pages = remade(root)

    assert of_items(pages) == {*GUIDE_PAGES, "videos/tour/", "plans/rollout/"}
    assert "" in pages


def test_a_count_at_a_school_is_shown_by_the_school_its_district_the_municipality_and_the_criterion(root: Path) -> None:
    """And by the plan, which says how far its criteria are; by no course, and by no other school or criterion."""
    north = (root / SCHOOL).read_text("utf-8")
    south = north.replace("North School", "South School").replace("evening", "fair")
    (root / "content/schools/south.yml").write_text(south, "utf-8")
    changed(root / PLAN, lambda text: text + CRITERION)
    again(root)
    changed(root / SCHOOL, lambda text: text.replace("reached: 9", "reached: 10"))

    assert remade(root) == {
        "schools/north/", "schools/north/conversation/", "overview/", "overview/coast/", "overview/criteria/half/",
        "overview/coast/conversation/", "plans/rollout/",
    }  # fmt: skip


def test_what_has_happened_in_a_case_is_shown_by_the_case_alone(root: Path) -> None:
    changed(root / CASE, lambda text: text.replace("The supplier has seen it.", "The supplier knows."))

    assert remade(root) == {"cases/list-is-empty/"}


def test_what_people_can_do_meanwhile_is_shown_by_all_that_the_case_touches(root: Path) -> None:
    changed(root / CASE, lambda text: text.replace("Close the page and open it again", "Open it again"))
    pages = remade(root)

    assert {*GUIDE_PAGES, "cases/list-is-empty/", "schools/north/"} <= pages
    assert not {"guides/", "courses/lakes/", "plans/rollout/", "videos/tour/", "cases/"} & pages


def test_what_is_said_of_an_event_is_shown_by_it_and_what_is_written_about_it_and_a_time_wherever_it_is_told(
    root: Path,
) -> None:
    changed(root / EVENT, lambda text: text.replace("how: Ring the bell.", "how: Knock."))

    assert remade(root) == {"events/harbour-cafe/", "events/harbour-cafe/mails/"}

    changed(root / EVENT, lambda text: text.replace("2026-12-03 14:30", "2026-12-03 15:00"))
    pages = remade(root)

    assert {"", "events/", "events/harbour-cafe/", "events/harbour-cafe/mails/", "schools/north/"} <= pages
    assert not {"guides/", "courses/", "courses/lakes/", "plans/rollout/", "videos/tour/", "news/river-week/"} & pages


def test_whatever_stays_is_as_a_clean_build_makes_it(root: Path, tmp_path: Path) -> None:
    for file, old, new in (
        (GUIDE, "You see two courses.", "You see some courses."),
        (GUIDE, "title: Find a course", "title: Find the course"),
        (COURSE, "\nevaluation:", f"\n{EXPERIENCE}evaluation:"),
        (GUIDE, "updated: 2026-09-01", "updated: 2026-11-01"),
        (CASE, "weight: nuisance", "weight: stop"),
        (CASE, "state: workaround", "state: closed"),
    ):
        changed(root / file, lambda text, old=old, new=new: text.replace(old, new))
        again(root)

    assert files_of(root / "site") == files_of(anew(root, tmp_path))
