"""Whoever knows another language can teach it to the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner

from generator.authoring.translation_catalogs import faults, skeleton
from generator.cli import main
from generator.i18n.language import CATALOGS
from generator.problems.problem import HubError

WRITTEN = {
    'msgid "No problems."\nmsgstr ""': 'msgid "No problems."\nmsgstr "Bez błędów {file}."',
    'msgid "{file} exists already."\nmsgstr ""': 'msgid "{file} exists already."\nmsgstr "Plik już istnieje."',
    'msgid "Choose another id."\nmsgstr ""': 'msgid "Choose another id."\nmsgstr "Wybierz inny identyfikator."',
}


@pytest.fixture(scope="module")
def polish(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalog with three texts written, one of them right."""
    file = tmp_path_factory.mktemp("locale") / "pl.po"
    skeleton("pl", file)
    text = file.read_text("utf-8")
    for empty, said in WRITTEN.items():
        assert empty in text
        text = text.replace(empty, said)
    file.write_text(text, "utf-8")
    return file


def test_every_text_is_there_with_its_danish_and_all_forms_of_the_plural(polish: Path) -> None:
    with (CATALOGS / "da.po").open("rb") as source:
        danish = {(message.context, message.id) for message in read_po(source, locale="da")}
    with polish.open("rb") as source:
        made = read_po(source, locale="pl")

    assert {(message.context, message.id) for message in made} == danish
    assert made.num_plurals > 2
    assert {len(message.string) for message in made if isinstance(message.id, tuple)} == {made.num_plurals}
    assert made["No problems."].user_comments == ["da: Ingen fejl."]


def test_what_is_missing_or_wrong_is_told_where_it_stands(polish: Path) -> None:
    found = {one.text: one for one in faults("pl", polish)}
    line = polish.read_text("utf-8").splitlines()[found["No problems."].line - 1]

    assert "Choose another id." not in found
    assert (found["No problems."].why, found["No problems."].names) == (
        "These placeholders are not in the text: {names}.", "{file}",
    )  # fmt: skip
    assert found["{file} exists already."].why == "These placeholders are lost: {names}."
    assert found["warning"].why == "It is not translated."
    assert line == 'msgid "No problems."'


def test_what_was_translated_stays_when_texts_are_added(polish: Path, tmp_path: Path) -> None:
    file = tmp_path / "pl.po"
    file.write_text(polish.read_text("utf-8").replace('msgid "warning"\nmsgstr ""\n', ""), "utf-8")
    skeleton("pl", file)

    assert without_minute(file) == without_minute(polish)


def without_minute(file: Path) -> list[str]:
    """The lines of a catalog but the one that says when it was made."""
    return [line for line in file.read_text("utf-8").splitlines() if "POT-Creation-Date" not in line]


def test_the_danish_catalog_has_no_faults() -> None:
    assert list(faults("da", CATALOGS / "da.po")) == []


@pytest.mark.parametrize("code", ["da", "en", "xx", "../a"])
def test_a_language_that_cannot_be_made_is_refused(code: str, tmp_path: Path) -> None:
    with pytest.raises(HubError):
        skeleton(code, tmp_path / "some.po")


def test_the_command_says_how_much_is_left(polish: Path) -> None:
    result = CliRunner().invoke(main, ["language", "pl", "--check", "--file", str(polish), "--language", "en"])

    assert result.exit_code == 1
    assert "texts are missing or wrong." in result.output
