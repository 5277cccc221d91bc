"""The page of a role: what to do first, and all that is for it; cards of the front page lead there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hub import changed
from tests.rebuilt import again, copy

ROLES = "content/vocabulary/roles.yml"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy(tmp_path_factory.mktemp("roles") / "hub")
    again(root)
    return root


def page(root: Path, url: str) -> str:
    return (root / "site" / url / "index.html").read_text("utf-8")


def test_a_role_that_has_a_way_in_has_a_card_that_leads_to_its_page(root: Path) -> None:
    assert '<h3><a href="roles/teacher/">I want to use a course</a></h3>' in page(root, "")
    assert "roles/consultant/" not in page(root, "").split('id="all"')[0]


def test_the_page_says_what_to_do_first_and_shows_what_is_for_the_role(root: Path) -> None:
    teacher = page(root, "roles/teacher")

    assert teacher.index("Begin here") < teacher.index("how to find a course") < teacher.index('id="kind-guide"')
    assert "Where we meet next" in teacher
    assert "News for you" in teacher


def test_a_card_says_what_the_role_says_after_a_change(tmp_path: Path) -> None:
    root = copy(tmp_path / "hub")
    again(root)
    changed(root / ROLES, lambda text: text.replace("I want to use a course", "I teach"))
    again(root)

    assert "I teach" in page(root, "")


def test_the_page_of_a_level_says_what_the_plan_wants_next(root: Path) -> None:
    level = page(root, "levels/level-1")

    assert level.index('id="due"') < level.index("plans/rollout/#phase-")
