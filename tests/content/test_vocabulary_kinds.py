"""A kind may be a vocabulary: its items say more of the entries, and who names an entry is linked to its item."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.compile.page_dependencies import visible
from generator.content.validate import Checked, check_content
from generator.engine import load_config
from generator.kinds import KINDS
from generator.problems.report import as_text
from tests.hub import DANISH_HUB, ENGLISH_HUB, spoken

SCHOOL = (ENGLISH_HUB / "content/schools/north.yml").read_text("utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the English hub without schools."""
    shutil.copytree(ENGLISH_HUB, tmp_path, dirs_exist_ok=True)
    shutil.rmtree(tmp_path / "content/schools")
    return tmp_path


def with_school(root: Path, id_: str, text: str = SCHOOL) -> Checked:
    (root / "content/schools").mkdir(exist_ok=True)
    (root / f"content/schools/{id_}.yml").write_text(text, "utf-8")
    return check_content(root, load_config(root / "site_config.yml").settings, KINDS)


def test_an_item_without_an_entry_is_told_which_is_nearest(root: Path) -> None:
    problems = with_school(root, "noth").problems

    assert [(one.code, one.span.file) for one in problems] == [("item-unlisted", "content/schools/noth.yml")]
    report = as_text(problems, read=lambda file: (root / file).read_text("utf-8"), language=spoken(DANISH_HUB))
    assert "»noth« findes ikke i ordforrådet »schools«." in report
    assert "Det nærmeste er »north«." in report


def test_a_word_without_an_item_is_no_fault(root: Path) -> None:
    checked = with_school(root, "north")

    assert checked.problems == ()
    assert ("school", "south") not in checked.catalog.items


def test_who_names_the_entry_points_to_its_item_and_is_shown_there(root: Path) -> None:
    catalog = with_school(root, "south").catalog
    course, school = ("course", "rivers-year-8"), ("school", "south")

    assert [use.source for use in catalog.uses[school] if use.field == ("author", "school")] == [course]
    assert school in visible(catalog.items[course], catalog).links
    assert course in visible(catalog.items[school], catalog).links
    assert course in catalog.mentions["schools", "south"]


def test_an_item_that_comes_later_is_noticed_by_those_that_name_its_entry(root: Path) -> None:
    catalog = with_school(root, "north").catalog
    course = catalog.items["course", "rivers-year-8"]

    assert ("school", "south") in visible(course, catalog).links


def test_a_draft_is_no_page_to_link_to(root: Path) -> None:
    checked = with_school(root, "south", SCHOOL.replace("status: published", "status: draft"))

    assert checked.problems == ()
    assert ("school", "south") not in checked.catalog.uses
