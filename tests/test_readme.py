"""What the README shows is what people get."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.engine.hub_settings import HubOptions
from tests.hub import ROOT, changed, copied

README = (ROOT / "README.md").read_text("utf-8")
COURSE = "content/courses/vand-paa-jorden.yml"


def hub(*words: str) -> str:
    return CliRunner().invoke(main, words, catch_exceptions=False).stdout


def test_the_error_is_the_one_that_a_writer_sees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copied(tmp_path)
    monkeypatch.chdir(root)
    hub("new", "course", "vand-paa-jorden")
    changed(root / COURSE, lambda text: re.sub(r"^subjects:.*$", "subjects: [geografy]", text, flags=re.MULTILINE))
    shown = re.search(r"^    content/courses/vand.*?(?=\n\n)", README, re.DOTALL | re.MULTILINE)

    assert shown is not None
    assert re.sub(r"^    ", "", shown[0], flags=re.MULTILINE) in hub("check")


def test_every_target_and_command_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    commands = hub("--help")

    for target in set(re.findall(r"(?:`|^    )make ([a-z]+)", README, re.MULTILINE)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for command in set(re.findall(r"(?:`|^    |bin/|&& )hub ([a-z]+)", README, re.MULTILINE)):
        assert f"  {command} " in commands, command


def test_every_setting_is_in_its_table() -> None:
    table = README.split("## Settings")[1].split("\n## ")[0]
    told = set(re.findall(r"`([a-z_]+)`", " ".join(re.findall(r"^\| (`.+?) \|", table, re.MULTILINE))))

    assert {name for name, _ in HubOptions._schema} <= told
