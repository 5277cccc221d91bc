"""A hub's own words for schools, pupils and lessons, in the form that each sentence needs."""

from __future__ import annotations

import re

import pytest
from babel.messages.pofile import read_po

from generator.cli.init import _WORDS as SETS
from generator.engine import load_config
from generator.i18n.language import NOUNS, Language
from generator.problems.problem import HubError
from tests.hub import DANISH_HUB, ROOT

SCHOOL = ("place", "en skole, skolen, skoler, skolerne")
HOSPITAL = ("place", "et hospital, hospitalet, hospitaler, hospitalerne")
WARD = ("place", "a ward, the ward, wards, the wards")
AREA = ("place", "an area, the area, areas, the areas")


@pytest.mark.parametrize(
    ("text", "spoken", "said"),
    [
        ("[The place's] plan", Language("en", (WARD,)), "The ward's plan"),
        ("[The places'] plans", Language("en", (WARD,)), "The wards' plans"),
        ("Choose [a place]", Language("en", (AREA,)), "Choose an area"),
        ("No [place] of {number} [places]", Language("en", (WARD,)), "No ward of {number} wards"),
        ("The [place]", Language("en"), "The department"),
        ("[The place's] plan", Language("da", (SCHOOL,)), "Skolens plan"),
        ("[Ingen|Intet place] på [din|dit place]", Language("da", (SCHOOL,)), "Ingen skole på din skole"),
        ("[Ingen|Intet place] på [din|dit place]", Language("da", (HOSPITAL,)), "Intet hospital på dit hospital"),
        ("fører [den|det/place] videre", Language("da", (HOSPITAL,)), "fører det videre"),
        ("Test[place] og nabo[the places]", Language("da", (SCHOOL,)), "Testskole og naboskolerne"),
        ("[The place's] mål", Language("da", (("place", "et hus, huset, huse, husene"),)), "Husets mål"),
        ("[Place's] mål", Language("da", (("place", "et hus, huset, huse, husene"),)), "Hus' mål"),
        ("[The group] starter", Language("da"), "Holdet starter"),
    ],
)
def test_a_noun_stands_in_the_form_that_the_sentence_needs(text: str, spoken: Language, said: str) -> None:
    assert spoken.gettext(text) == said


def test_plurals_are_said_in_the_hubs_words() -> None:
    spoken = Language("da", (SCHOOL,))

    assert (
        spoken.ngettext("{number} [place] has risen", "{number} [places] have risen", 2) == "{number} skoler er steget"
    )


def test_danish_words_that_agree_with_a_noun_stand_with_it_in_its_slot() -> None:
    with (ROOT / "generator/i18n/locale/da.po").open("rb") as source:
        messages = [message for message in read_po(source, locale="da") if message.id]
    said = [text for one in messages for text in ((one.string,) if isinstance(one.string, str) else one.string)]
    agreeing = r"(en|den|din|min|sin|ingen|anden|hver|denne|egen|et|det|dit|mit|sit|intet|andet|hvert|dette|eget|én|ét)"

    assert [text for text in said if re.search(rf"\b{agreeing} \[({'|'.join(NOUNS)})\]", text, re.IGNORECASE)] == []


def test_every_text_finds_its_nouns() -> None:
    with (ROOT / "generator/i18n/locale/da.po").open("rb") as source:
        messages = [message for message in read_po(source, locale="da") if message.id]
    ids = {text for one in messages for text in ((one.id,) if isinstance(one.id, str) else one.id)}
    slot = re.compile(rf"\[[^\]]*\b({'|'.join(NOUNS)})")

    assert len([text for text in ids if slot.search(text)]) > 100
    left = {
        slot
        for code in ("da", "en")
        for text in ids
        for slot in re.findall(r"\[[\w '|/]+\]", Language(code).gettext(text))
    }
    assert left <= {"[import]", "[media]", "[publish]", "[text]", "[tekst]", "[the guide]", "[guiden]"}


def test_no_text_says_school_by_itself() -> None:
    with (ROOT / "generator/i18n/locale/da.po").open("rb") as source:
        messages = [message for message in read_po(source, locale="da") if message.id]
    said = [
        text
        for one in messages
        for both in ((one.string,) if one.context else (one.id, one.string))  # a field is called as its key
        for text in ((both,) if isinstance(both, str) else both)
        if one.id not in SETS.values()
    ]
    # What stands in quotation marks or backquotes, before .yml or in a slot's place is a key of a file.
    free = [re.sub(r"`[^`]*`|[“»][^”«]*[”«]|\{[^}]*\}|\S*\.yml|\([a-z]+\)|\[[^\]]*\]", "", text) for text in said]
    nouns = re.compile(
        r"\b(schools?|pupils?|teachers?|lessons?|municipalit\w+|classroom|skole\w*|elev(en|er|erne)?s?|lærer(en|ne|nes|e)|kommun\w+"
        r"|klassetrin\w*|lektion\w*|skoleår\w*)\b",
        re.IGNORECASE,
    )

    assert [text for text, bare in zip(said, free, strict=True) if nouns.search(bare)] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("skool: a school, the school, schools, the schools", "No text has a word called “skool”."),
        ("place: a school, schools", "“a school, schools” is not four forms of a word."),
        ("place: school, the school, schools, the schools", "is not four forms of a word."),
    ],
)
def test_a_word_without_its_forms_is_refused(tmp_path_factory: pytest.TempPathFactory, words: str, said: str) -> None:
    root = tmp_path_factory.mktemp("words")
    (root / "content/pages").mkdir(parents=True)
    config = (DANISH_HUB / "site_config.yml").read_text("utf-8")
    (root / "site_config.yml").write_text(config[: config.index("words:")] + f"words:\n        {words}\n", "utf-8")

    with pytest.raises(HubError, match=re.escape(said)):
        load_config(root / "site_config.yml")
