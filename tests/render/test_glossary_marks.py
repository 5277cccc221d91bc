"""Words of the glossary are explained where they occur: once a page, never inside a link."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from generator.build.pipeline import prepare
from generator.engine import load_config
from generator.model.glossary import runs_of
from generator.model.page import Word
from generator.render.glossary_marks import Explainer
from tests.hub import DANISH_HUB

GOAL = Word("maal", "Mål", "Det, man vil nå.", ("mål", "målet"))
SIGN = Word("tegn", "Tegn på læring", "Det, man kan se.", ("tegn på læring",))


def marked(html: str, *words: Word) -> str:
    return str(Explainer(words).mark(Markup(html)))


def test_the_first_place_is_marked_and_no_other() -> None:
    assert marked("<p>Målet er et mål.</p>", GOAL) == (
        '<p><a class="hub-word" href="#word-maal">Målet</a> er et mål.</p>'
    )


@pytest.mark.parametrize("html", ['<p><a href="x">mål</a></p>', "<pre><code>mål</code></pre>", "<h3>Mål</h3>"])
def test_links_code_and_headings_are_left_alone(html: str) -> None:
    assert marked(html, GOAL) == html


@pytest.mark.parametrize("text", ["læringsmål", "målene", "Måltid"])
def test_a_part_of_another_word_is_no_hit(text: str) -> None:
    assert marked(text, GOAL) == text


def test_runs_of_letters_are_found_whatever_stands_beside_them() -> None:
    text = "(mål), tegn på læring: e-mail if_fails 5. m² »citat« _x_ ålborg\u00adsk ide\u0301 !? æ"

    assert runs_of(text) == set(re.findall(r"\w+", text))


def test_words_are_remembered_from_text_to_text() -> None:
    explainer = Explainer((GOAL, SIGN))
    explainer.mark(Markup("<p>Et mål</p>"))

    assert "hub-word" not in explainer.mark(Markup("<p>mål igen</p>"))
    assert "hub-word" in explainer.mark(Markup("<p>tegn på læring</p>"))
    assert explainer.marked == (GOAL, SIGN)


def test_each_mark_leads_to_an_explanation_and_the_glossary_leads_back() -> None:
    site = prepare(load_config(DANISH_HUB / "site_config.yml").settings, DANISH_HUB).site
    course = site.page("courses/fagtekster-4-klasse/").body

    assert 'href="#word-feedback"' in course
    assert 'id="word-feedback"' in course
    assert 'href="../courses/fagtekster-4-klasse/"' in site.page("glossary/").body
