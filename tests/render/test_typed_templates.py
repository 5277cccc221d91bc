"""Templates ask for nothing that their views do not have; a template that does is found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

import generator.compile
import generator.exports.course_package  # noqa: F401  # as above: the views that they bring
from generator.kinds import KINDS
from generator.kinds.guide.model import Guide
from generator.kinds.guide.views import GuideView
from generator.kinds.kind_completeness import view_of
from generator.model.view import View
from tests.hub import ROOT
from tests.render.typed_templates import check, views

TEMPLATES = ROOT / "templates"


@pytest.mark.parametrize("view", views(), ids=lambda view: view.__name__)
def test_a_template_asks_for_what_its_view_has(view: type[View]) -> None:
    assert check(view, [TEMPLATES]).faults == []


def test_every_page_template_has_a_view() -> None:
    """What lies beside `_parts`, the theme and the desk is shown by some view, or extended by what is."""
    shown = {view.template for view in views()}
    there = {file.relative_to(TEMPLATES).as_posix() for file in TEMPLATES.rglob("*.html")}

    assert {file for file in there if not file.startswith(("_parts/", "theme/", "desk/"))} == shown


def test_kinds_are_among_them() -> None:
    assert {view_of(kind) for kind in KINDS} <= set(views())


@dataclass(frozen=True, slots=True)
class BrokenView(View):
    """A view of a test."""

    template: ClassVar[str] = "broken.html"
    item: Guide
    rows: tuple[GuideView, ...]


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("{{ view.itme }}", "BrokenView has no attribute “itme”"),
        ("{{ view.item.titel }}", "Guide has no attribute “titel”"),
        ("{% for step in view.item.steps %}{{ step.image.alternative }}{% endfor %}", "Image has no attribute"),
        ("{% set guide = view.item %}{% if guide.level %}{{ guide.levels }}{% endif %}", "Guide has no attribute"),
        ("{% for row in view.rows if row.item.owners %}{% endfor %}", "Guide has no attribute “owners”"),
        ("{{ view.rows | map(attribute='title') | join }}", "GuideView has no attribute “title”"),
        ("{% macro one(row) %}{{ row.progress }}{% endmacro %}{{ one(view.rows[0]) }}", "GuideView has no attribute"),
        ("{{ page.titel }}", "PageSpec has no attribute “titel”"),
        ("{{ site.adress }}", "Settings has no attribute “adress”"),
        ("{% for row in view.rows %}{{ loop.indeks }}{% endfor %}", "Loop has no attribute “indeks”"),
        ("{{ picture(view.item.title).higth }}", "Picture has no attribute “higth”"),
        ("{{ wiew.item }}", "there is no “wiew”"),
        ("{% extends 'outer.html' %}{% block article %}{{ view.item.body }}{% endblock %}", "Guide has no attribute"),
    ],
)
def test_what_is_not_there_is_found(source: str, fault: str, tmp_path: Path) -> None:
    (tmp_path / "broken.html").write_text(f"\n{source}", "utf-8")
    (tmp_path / "outer.html").write_text("{% block article %}{% endblock %}", "utf-8")

    faults = check(BrokenView, [tmp_path]).faults
    assert len(faults) == 1
    assert faults[0].startswith("broken.html:2: ")
    assert fault in faults[0]
