"""What search keeps of a page: its words, normalised once, and how much each says."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.model.page import SearchEntry
from generator.search import PageRecord, read
from generator.search.record import PLAIN_WEIGHTS, length_byte, weight_byte
from generator.search.tokenize import words_of
from tests.search.pages import page


def words(record: PageRecord) -> dict[str, int]:
    return dict(zip(record.words.split(), record.weights, strict=True))


def unrounded(weight: int) -> float:
    """As the search dialog reads it."""
    return (8 + (weight >> 1 & 7)) * 2 ** (weight >> 4) / 32


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Læs-/skrivetræning, 5. klasse", ["læs", "skrivetræning", "5", "klasse"]),
        ("mandag–torsdag fredag—søndag a‐b og…så", ["mandag", "torsdag", "fredag", "søndag", "a", "b", "og", "så"]),
        ("midt·prik if_fails GIF’er", ["midt", "prik", "if", "fails", "gif", "er"]),
        ("bløde\u00adord usyn\u200bligt \ufeff først", ["blødeord", "usynligt", "først"]),
        ("cafe\u0301 A\u030arhus", ["café", "århus"]),
        ("– * 😀 ", []),
        ("a" * 100, ["a" * 40, "a" * 40, "a" * 20]),
    ],
)
def test_words_are_normalised_once(text: str, found: list[str]) -> None:
    assert words_of(text) == found


def test_words_are_taken_from_text_and_not_from_tags() -> None:
    article = (
        '<h1>Titlen</h1><p class="hub" title="a > b">Læs &amp; lær:<br>klasse <b>fed</b>skrift &aelig;ble</p>'
        "<nav>menu<nav>inderst</nav>menu</nav><!-- <p>nej</p> --><button>Hent</button><p>slut"
        "<span data-search-ignore>skjult</span></p>"
    )
    record = next(read(page("x/", article, keywords=("e-mail",))))

    assert set(words(record)) == {"titlen", "læs", "lær", "klasse", "fedskrift", "æble", "slut", "e", "mail"}
    assert (record.card.title, record.card.kind, record.card.length) == ("Titlen", "Forløb", 7)


def test_a_word_in_a_heading_or_among_the_keywords_says_more_than_one_in_the_text() -> None:
    said = words(next(read(page("x/", "<h1>Et</h1><h2>To</h2><h6>Seks</h6><p>tre tre fire</p>", keywords=("fem",)))))
    weights = [unrounded(said[word]) for word in ("et", "to", "fem", "seks", "tre", "fire")]

    assert [one & 1 for one in said.values()] == [word == "et" for word in said]
    assert all(more > less for more, less in pairwise(weights))
    assert weights[2:] == [16, 4, 2, 1]


def test_a_title_that_is_no_heading_is_a_title_all_the_same() -> None:
    record = next(read(page("x/", "<p>Uden overskrift</p>", title="Brøker &amp; mere")))

    assert record.card.title == "Brøker &amp; mere"
    assert words(record)["brøker"] & 1


def test_a_list_answers_by_its_name_and_its_entries_for_themselves() -> None:
    entries = (SearchEntry("beaver", "Bæver", "Et dyr med flad hale."),)
    listed, entry = read(
        page("words/", "<h1>Ordliste</h1><p>flad hale</p>", title="Ordliste", is_list=True, entries=entries)
    )

    assert set(words(listed)) == {"ordliste"}
    assert (entry.card.url, entry.card.title, entry.card.kind) == ("words/#beaver", "Bæver", "Ordliste")
    assert words(entry)["bæver"] & 1
    assert not words(entry)["hale"] & 1


@pytest.mark.parametrize("quarters", [1, 2, 4, 7, 196, 1000, 61_000])
@pytest.mark.parametrize("is_titled", [True, False])
def test_a_weight_is_right_within_a_sixteenth(quarters: int, is_titled: bool) -> None:
    byte = weight_byte(quarters, is_titled=is_titled)

    assert unrounded(byte) == pytest.approx(quarters / 4, rel=1 / 15)
    assert byte & 1 == is_titled


def test_more_than_a_byte_holds_is_the_most_it_holds() -> None:
    assert weight_byte(10**9) == 254
    assert PLAIN_WEIGHTS[3] == weight_byte(12)


@pytest.mark.parametrize("count", [1, 2, 15, 16, 17, 400, 12_345])
def test_a_length_is_right_within_a_sixteenth(count: int) -> None:
    byte = length_byte(count)

    assert (16 + (byte & 15)) * 2 ** ((byte >> 4) - 4) == pytest.approx(count, rel=1 / 15)
