"""What commands do is said in the language of the hub that they are asked in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.cli.click_messages import _NAMES
from generator.i18n.language import Language
from tests.hub import DANISH_HUB, ENGLISH_HUB


def commands(of: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    yield name, of
    if isinstance(of, click.Group):
        for inner in of.list_commands(click.Context(of)):
            found = of.get_command(click.Context(of), inner)
            assert found
            yield from commands(found, f"{name} {inner}")


def texts(site: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What each command and option says in the language of a hub, with whose it is."""
    monkeypatch.chdir(site)
    CliRunner().invoke(main, ["--help"])
    return [
        (f"{name} {number}", text)
        for name, command in commands(main, "hub")
        for number, text in enumerate([command.help, *(getattr(one, "help", "") for one in command.params)])
        if text
    ]


def test_every_command_and_option_says_in_danish_what_it_does(monkeypatch: pytest.MonkeyPatch) -> None:
    english, danish = texts(ENGLISH_HUB, monkeypatch), texts(DANISH_HUB, monkeypatch)

    assert len(english) == len(danish) > 70
    assert {*english} & {*danish} == set()


@pytest.mark.parametrize("words", [["--help"], ["fix", "--help"], ["import", "course", "-h"], ["import"]])
def test_help_is_in_the_language_of_the_hub(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def shown(site: Path) -> str:
        monkeypatch.chdir(site)
        return CliRunner().invoke(main, words).output

    danish, english = shown(DANISH_HUB), shown(ENGLISH_HUB)

    assert "Vis denne hjælp, og stop." in danish
    assert "Show this message and exit." in english
    assert len({*danish.split()} & {*english.split()}) < len({*danish.split()}) / 2
    assert shown(DANISH_HUB) == danish


def test_what_people_write_is_called_in_the_language_of_the_hub(monkeypatch: pytest.MonkeyPatch) -> None:
    def capitals(site: Path) -> set[str]:
        said = " ".join(text for _, text in texts(site, monkeypatch))
        usage = [click.Context(command, info_name=name).get_usage() for name, command in commands(main, "hub")]
        names = [
            one.make_metavar(click.Context(command))
            for name, command in commands(main, "hub")
            for one in command.params
            if isinstance(one, click.Option) and not one.is_flag
        ]
        return {*re.findall(r"(?<![A-ZÆØÅ./])[A-ZÆØÅ]{2,}\b", " ".join((said, *usage, *names)))}

    known = {str(Language("da").gettext(name)) for name in _NAMES}
    danish, english = capitals(DANISH_HUB), capitals(ENGLISH_HUB)

    assert {"TILVALG", "TEKST", "FIL", "MAPPE", "UGE", "KOMMANDO"} <= danish
    assert {word for name in _NAMES if name not in known for word in name.split()} & danish == set()
    assert {"OPTIONS", "TEXT", "FILE", "FOLDER", "WEEK", "COMMAND"} <= english


def test_a_mistake_in_a_command_line_calls_things_as_its_help_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DANISH_HUB)
    said = CliRunner().invoke(main, ["digest"]).output

    assert said.splitlines()[0] == "Brug: main digest [TILVALG] UGE"
    assert "'UGE'" in said
    assert "WEEK" not in said
