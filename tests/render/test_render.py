"""What templates are given is only ever a value: never markup, never a template."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import Environment, UndefinedError, nodes
from markupsafe import Markup

from generator.i18n.language import Language
from generator.render import environment
from generator.render.picture import Area, Focus, Picture
from tests.hub import ROOT

TEMPLATES = ROOT / "templates"


@pytest.fixture
def jinja(tmp_path: Path) -> Environment:
    (tmp_path / "own.html").write_text('{{ _("Front page") }} {{ text }} {{ html }}', "utf-8")
    return environment((tmp_path,), Language("da"))


def test_texts_are_escaped_and_markup_is_not(jinja: Environment) -> None:
    said = jinja.get_template("own.html").render(text="{{ 1 + 1 }} <b>\"&'", html=Markup("<b>æ</b>"))

    assert said == "Forside {{ 1 + 1 }} &lt;b&gt;&#34;&amp;&#39; <b>æ</b>"


def test_what_is_not_there_cannot_be_said_or_called(jinja: Environment) -> None:
    for template in ("{{ nothing }}", "{{ nothing(1) }}"):
        with pytest.raises(UndefinedError):
            jinja.from_string(template).render()


def test_templates_are_compiled_by_jinja_alone(jinja: Environment) -> None:
    assert type(jinja) is Environment
    assert jinja.code_generator_class is Environment.code_generator_class


def test_parts_of_a_picture_are_shares_of_it() -> None:
    picture = Picture("a.png", 1000, 300, ((1000, "a.png"),))

    assert picture.areas([Area(0.1, 0.5, 0.25, 1 / 3, 0, 0)]) == (Area(100, 150, 250, 100, 75, 200),)
    assert (picture.sign, picture.digit) == (20, 27.8)


@pytest.mark.parametrize(
    ("frame", "sign"),
    [
        ((0.0, 0.5, 0.25, 0.2), (275, 180)),
        ((0.0, 0.5, 1.0, 0.2), (500, 125)),
        ((0.0, 0.0, 1.0, 0.5), (500, 175)),
        ((0.0, 0.0, 1.0, 1.0), (25, 25)),
    ],
    ids=["to the right at the left edge", "above", "below at the top", "within when it fills the picture"],
)
def test_the_number_stands_beside_the_frame_and_whole(
    frame: tuple[float, float, float, float], sign: tuple[float, float]
) -> None:
    (area,) = Picture("a.png", 1000, 300, ((1000, "a.png"),)).areas([Area(*frame, 0, 0)])

    assert (area.sign_x, area.sign_y) == sign


def test_a_phone_shows_the_framed_part_as_large_as_it_fits() -> None:
    picture = Picture("a.png", 1200, 700, ((1200, "a.png"),))

    assert picture.focus([Area(0.9, 0.0, 0.1, 0.05, 0, 0)]) == Focus(3, 65, 0)
    assert picture.focus([Area(0.1, 0.4, 0.3, 0.1, 0, 0)]) == Focus(2, 0, 20)
    assert picture.focus([Area(0.0, 0.0, 0.9, 0.9, 0, 0)]) is None
    assert picture.focus([]) is None


@pytest.mark.parametrize("template", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_tables_have_a_name_and_their_rows_a_heading(template: Path) -> None:
    for table in re.findall(r"<table\b.*?</table>", template.read_text("utf-8"), re.DOTALL):
        opening, _, rest = table.partition(">")
        assert "aria-label" in opening or rest.lstrip().startswith("<caption"), table[:200]
        rows = re.findall(r"<tr\b[^>]*>\s*<(td|th scope=\"row\")", rest.partition("<tbody")[2])
        assert "td" not in rows or "hub-changes" in opening, table[:200]


def test_templates_print_what_views_have_measured(jinja: Environment) -> None:
    """Lengths, shares and places are worked out where types and tests see them."""
    sums = (nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow)
    found = [
        f"{template.relative_to(TEMPLATES)}:{node.lineno}"
        for template in sorted(TEMPLATES.rglob("*.html"))
        for node in jinja.parse(template.read_text("utf-8")).find_all(sums)
    ]

    assert found == []
