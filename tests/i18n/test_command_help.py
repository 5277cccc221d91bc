"""What commands do is said in the language of the hub that they are asked in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli import main
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
