"""The words that search knows: of the hub, of its language, and of the synonyms that concern it."""

from __future__ import annotations

import json

import pytest

from generator.i18n.language import LANGUAGES
from generator.model.page import Page, PageSpec
from generator.search import read
from generator.search.words import as_json, words_of


def unfolded(text: str) -> list[str]:
    """As the search dialog reads it."""
    found, last = [], ""
    for part in text.split():
        last = last[: int(part[0], 36)] + part[1:]
        found.append(last)
    return found


def test_words_are_taken_from_text_and_not_from_tags() -> None:
    spec = PageSpec(url="", title="ÅRSPLAN", description="", view=None, keywords=("e-mail",))
    page = Page(spec, "", '<p class="hub">Læs &amp; lær: 5.<br>klasse <b>fed</b>skrift</p><nav>menu</nav>')

    _, _, texts = read(page, "da")

    assert words_of(texts) == {"læs", "lær", "klasse", "årsplan", "mail", "fed", "skrift", "menu"}


def test_words_come_back_as_they_were() -> None:
    words = {"læring", "læringsmål", "læringsmålene", "mål", "a" * 40, "a" * 39 + "b", "år", "3d"}
    data = json.loads(as_json(words, 4, "da", []))

    assert unfolded(data["words"]) == sorted(words)
    assert data["pages"] == 4


def test_only_what_concerns_the_hub_is_sent() -> None:
    data = json.loads(as_json({"bog", "kodeord"}, 1, "da", [("mappe", "ringbind"), ("bog", "hæfte")]))

    assert data["irregular"] == ["bog bøger bøgerne bøgers"]
    assert ["bog", "hæfte"] in data["synonyms"]
    assert ["mappe", "ringbind"] not in data["synonyms"]
    assert len(data["synonyms"]) < 10


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_of_the_hub_has_what_search_needs(code: str) -> None:
    data = json.loads(as_json({"a"}, 1, code, []))

    assert all(data[name].split() for name in ("stop", "endings", "derived", "links"))


def test_an_empty_hub_has_no_words() -> None:
    assert json.loads(as_json(set(), 0, "da", []))["words"] == ""
