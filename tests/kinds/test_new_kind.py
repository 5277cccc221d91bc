"""A kind comes with its folder alone: a hub with one that only tests know, and what is said when a part is left out."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

import pytest

from generator import engine
from generator.build.pipeline import prepare
from generator.engine import load_config
from generator.kinds import KINDS
from generator.kinds.kind_completeness import missing
from generator.model.catalog import Item
from generator.model.context import Context
from generator.model.kind import Colour, Kind, Likeness
from generator.model.view import View
from generator.problems.problem import ContentError, Rule, Severity
from generator.problems.rules import RULES, registered
from generator.runtime.template_folders import template_folders
from generator.search.index_format import sections_of
from tests.content.test_broken_content import ELSEWHERE
from tests.hub import ENGLISH_HUB, ROOT
from tests.kinds.recipe import HOME, RECIPE, Recipe

EVERY = (*KINDS, RECIPE)
TEMPLATES = (HOME / "templates", *template_folders(ROOT))


@pytest.fixture(scope="module", autouse=True)
def _known() -> Iterator[None]:
    """A kind's messages are known once its module is loaded; those of the test's own only while it runs."""
    registered(*((rule.code, rule.severity, rule.message, rule.hint) for rule in RECIPE.problems))
    yield
    for rule in RECIPE.problems:
        del RULES[rule.code]


def hub_with_recipes(root: Path) -> Path:
    shutil.copytree(ENGLISH_HUB, root, dirs_exist_ok=True)
    shutil.copytree(HOME / "templates", root / "templates")
    smallest = (HOME / "smallest.yml").read_text("utf-8")
    (root / "content/recipes").mkdir()
    (root / "content/recipes/soup.yml").write_text(smallest, "utf-8")
    slow = smallest.replace("title: Soup", "title: Aspic").replace("minutes: 20", "minutes: 90\nlevel: level-1")
    (root / "content/recipes/aspic.yml").write_text(slow, "utf-8")
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site of a hub with recipes."""
    root = hub_with_recipes(tmp_path_factory.mktemp("recipes"))
    config = load_config(root / "site_config.yml")
    engine.build(config, prepare(config.settings, root, kinds=EVERY).site, root / "site")
    return root / "site"


def page(site: Path, url: str) -> str:
    return (site / url / "index.html").read_text("utf-8")


def test_its_items_have_pages(site: Path) -> None:
    html = page(site, "recipes/soup")

    assert "20 min" in html
    assert '<li id="dish-1">Soup</li>' in html
    assert 'class="hub-page hub-is-recipe"' in html
    assert '"@type":"Recipe"' in html


def test_they_follow_each_other_as_the_kind_says(site: Path) -> None:
    assert 'class="hub-next" href="../../recipes/aspic/"' in page(site, "recipes/soup")


def test_the_index_is_divided_as_the_kind_says(site: Path) -> None:
    html = page(site, "recipes")

    assert html.index("Slow") < html.index("Aspic") < html.index("Quick") < html.index(">Soup<")
    assert RECIPE.icon in html


def test_it_is_under_more_in_the_menu_of_every_page(site: Path) -> None:
    html = page(site, "courses")
    menu = html[html.index("hub-nav") : html.index("</nav>")]

    assert menu.index("Plans") < menu.index("<summary>More</summary>") < menu.index("../recipes/")


def test_everything_that_lists_items_lists_them(site: Path) -> None:
    assert "Aspic" in page(site, "a-z")
    assert "Aspic" in page(site, "levels/level-1")
    assert "Recipes" in page(site, "")
    values = json.loads(sections_of(next((site / "search/facets").glob("*.bin")))[0])
    assert "Recipes" in json.dumps(values)


def test_its_colour_is_in_the_style_sheet(site: Path) -> None:
    sheet = (site / "assets/hub.css").read_text("utf-8")

    assert "--hub-recipe:#5b6b00" in sheet
    assert ".hub-card-recipe,.hub-is-recipe{--kind:var(--hub-recipe)}" in sheet


def test_its_own_rules_stop_the_build(tmp_path: Path) -> None:
    root = hub_with_recipes(tmp_path)
    file = root / "content/recipes/soup.yml"
    file.write_text(file.read_text("utf-8").replace("dishes: [Soup]", "dishes: []"), "utf-8")

    with pytest.raises(ContentError) as error:
        prepare(load_config(root / "site_config.yml").settings, root, kinds=EVERY)
    assert [problem.code for problem in error.value.problems] == ["dishes-missing"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_of_the_hub_lacks_nothing(kind: Kind) -> None:
    """But for examples of what no change of a text can bring about, which are shown by tests of their own."""
    lacks = missing(kind, template_folders(ROOT), ROOT / "tests/broken")

    assert [one for one in lacks if not any(f"the problem “{code}”" in one for code in ELSEWHERE)] == []


def test_the_kind_of_the_test_lacks_nothing() -> None:
    assert missing(RECIPE, TEMPLATES, HOME) == ()


@dataclass(frozen=True, slots=True)
class ElsewhereView(View):
    """A view whose template lies in another folder."""

    template: ClassVar[str] = "meal/page.html"


def elsewhere(item: Item, context: Context) -> ElsewhereView:
    return ElsewhereView()


def traits(recipe: Recipe) -> tuple[tuple[str, str], ...]:
    return (("cook", recipe.cook),)


def urls(item: Item, context: Context) -> tuple[str, ...]:
    return (f"{item.url}card/",)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (replace(RECIPE, name="My recipe"), "“My recipe” is no name"),
        (replace(RECIPE, colour=Colour("green", "#c8d65a")), "The colour “green” is not written as"),
        (replace(RECIPE, view=elsewhere), "The view of its page names the template “meal/page.html”"),
        (replace(RECIPE, traits=traits), "`traits` and `likeness` must be given together"),
        (replace(RECIPE, likeness={"cook": Likeness(1, 5, "same cook")}), "`traits` and `likeness`"),
        (replace(RECIPE, subpage_urls=urls), "`subpages` and `subpage_urls` must be given together"),
        (
            replace(RECIPE, problems=(Rule("salt-missing", Severity.WARNING, "No salt.", "Add some."),)),
            "an example of the problem “salt-missing”",
        ),
    ],
    ids=["name", "colour", "view", "likeness", "traits", "subpages", "problems"],
)
def test_a_part_that_does_not_fit_is_named(kind: Kind, said: str) -> None:
    assert any(said in sentence for sentence in missing(kind, TEMPLATES, HOME))


@pytest.mark.parametrize("file", ["icon.svg", "smallest.yml", "templates/recipe/page.html", "dishes-missing.md"])
def test_a_file_that_is_left_out_is_named(file: str, tmp_path: Path) -> None:
    home = tmp_path / "recipe"
    shutil.copytree(HOME, home)
    (home / file).unlink()

    said = missing(replace(RECIPE, home=home), (home / "templates", *template_folders(ROOT)), home)

    assert len(said) == 1
    assert file.removeprefix("templates/") in said[0]


def test_a_smallest_example_that_is_wrong_is_told(tmp_path: Path) -> None:
    home = tmp_path / "recipe"
    shutil.copytree(HOME, home)
    (home / "smallest.yml").write_text("title: Soup\n", "utf-8")

    assert "does not pass the model" in missing(replace(RECIPE, home=home), TEMPLATES, HOME)[0]
