"""Danish as Danes read it."""

from __future__ import annotations

import re
from datetime import date, time
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner

from generator.cli import main
from generator.i18n.catalog import read_catalog
from generator.i18n.language import CATALOGS, LANGUAGES, Language
from generator.model.vocabulary_ranges import span_of_ids
from tests.hub import DANISH_HUB, ENGLISH_HUB, ROOT, hub

DANISH = Language("da")


def test_the_alphabet_ends_with_ae_oe_aa() -> None:
    words = ["Århus", "Ørsted", "Ære", "Zebra", "Aalborg", "Ulla", "Yrsa", "Ærø", "Østers", "Å", "Müller", "Myre"]

    assert sorted(words, key=DANISH.sort_key) == [
        "Müller",
        "Myre",
        "Ulla",
        "Yrsa",
        "Zebra",
        "Ære",
        "Ærø",
        "Ørsted",
        "Østers",
        "Å",
        "Aalborg",
        "Århus",
    ]


def test_a_list_by_letters_has_aa_under_aa() -> None:
    assert [DANISH.initial(text) for text in ("Aarhus", "A\u030Alegræs", "ål", "abe", "7. klasse", "")] == [
        "Å", "Å", "Å", "A", "#", "#",
    ]  # fmt: skip
    assert Language("en").initial("Aardvark") == "A"


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_catalog_is_read_as_other_programs_read_it(code: str) -> None:
    file = CATALOGS / f"{code}.po"
    with file.open("rb") as source:
        catalog = [message for message in read_po(source, locale=code) if message.id and message.string]

    assert read_catalog(file).strings == {
        (message.context or "", _several(message.id)[0]): _several(message.string) for message in catalog
    }


def _several(texts: object) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts)  # type: ignore[arg-type]  # Babel says `Any`


def test_dates_have_no_leading_zero() -> None:
    assert DANISH.date(date(2026, 12, 4)) == "4. december 2026"


def test_durations_are_short() -> None:
    assert [DANISH.minutes(total) for total in (45, 60, 90)] == ["45 min.", "1 t.", "1 t. 30 min."]


def test_neighbouring_grades_become_a_range() -> None:
    grades = [str(grade) for grade in range(11)]

    assert span_of_ids(("6", "4", "10", "5", "0"), grades) == "0, 4–6, 10"


def test_quotation_marks_are_danish_everywhere() -> None:
    with (ROOT / "generator/i18n/locale/da.po").open("rb") as source:
        catalog = read_po(source, locale="da")
    said = [
        text
        for message in catalog
        for text in ((message.string,) if isinstance(message.string, str) else message.string)
    ]

    assert [text for text in said if set("“”„") & set(text)] == []
    assert [text for text in said if text.count("»") != text.count("«")] == []


def test_a_time_of_day_has_a_full_stop() -> None:
    assert DANISH.time_of_day(time(9, 5)) == "9.05"


@pytest.mark.parametrize(
    ("site", "words", "said"),
    [
        (DANISH_HUB, ("chekc",), "Fejl: Der er ikke en kommando, der hedder »chekc«."),
        (DANISH_HUB, ("check", "--srict"), "Mente du '--strict'?"),
        (DANISH_HUB, ("check", "--language", "en", "--stale=x"), "'x' is not a valid integer range."),
        (ENGLISH_HUB, ("chekc",), "Error: No such command 'chekc'."),
    ],
)
def test_a_command_that_is_mistyped_is_answered_in_the_hubs_language(
    site: Path, words: tuple[str, ...], said: str
) -> None:
    done = hub(site, *words)

    assert done.exit_code == 2
    assert said in done.output


@pytest.mark.parametrize("words", [(), ("--help",), ("import", "--help")])
def test_a_command_line_that_ends_early_is_answered(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert "Usage:" in CliRunner().invoke(main, list(words), catch_exceptions=False).output


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("site_name:", "sitename:", "Mente du »site_name«?"),
        ("lesson_minutes: 45", "lesson_minutes: 45 min", "»lesson_minutes« i "),
        ("lesson_minutes: 45", "lektion: 45", "De kendte er: language"),
        ("lesson_minutes: 45", "lesson_minutes: 45\n      lesson_minutes: 90", "yaml-duplicate-key"),
        ("site_name: ", "site_name: Kitos: ", "site_config.yml:2:17: fejl yaml-colon"),
        ("site_name: ", "site_name:\u00a0", "site_config.yml:2:11: fejl yaml-space"),
        ("site_name: ", "\tsite_name: ", "tabulator"),
        ("site_name: ", "<<<<<<< HEAD\nsite_name: ", "text-merge"),
        ("content/pages", "content/sider", "findes ikke"),
        ("name: material", "name: materiale", "Hubben har ikke andre."),
        ("language: da", "language: dk", "Programmet taler ikke »dk«."),
        ("docs_dir:", "kontakt: x\ndocs_dir:", "har ikke en indstilling, der hedder »kontakt«"),
    ],
)
def test_a_configuration_with_a_fault_is_answered_in_its_language(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    (tmp_path / "content/pages").mkdir(parents=True)
    config = (DANISH_HUB / "site_config.yml").read_text("utf-8")
    assert old in config
    (tmp_path / "site_config.yml").write_text(config.replace(old, new, 1), "utf-8")
    done = hub(tmp_path, "check")

    assert done.exit_code in {1, 2}
    assert said in done.output
    assert not re.search(r"Config value|Expected|[Cc]onfiguration |is not|isn't", done.output)


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_a_configuration_in_another_encoding_is_answered(tmp_path: Path, encoding: str) -> None:
    config = (DANISH_HUB / "site_config.yml").read_text("utf-8")
    (tmp_path / "site_config.yml").write_bytes(config.encode(encoding, "ignore"))

    assert "Åbn filen i dit redigeringsprogram" in hub(tmp_path, "check").output
