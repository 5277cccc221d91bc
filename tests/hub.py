"""The hubs that tests run on. None of them is the published content, so that publishing breaks no test."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli import main
from generator.engine import load_config
from generator.i18n.language import Language

ROOT = Path(__file__).parent.parent
DANISH_HUB = ROOT / "tests/sites/danish"
"""A hub as a municipality has it: every kind, films, pictures and a Danish vocabulary."""
ENGLISH_HUB = ROOT / "tests/sites/english"
"""A small hub in another language, with an item or two of each kind."""


def spoken(site: Path) -> Language:
    """The language of a hub, with its words."""
    return load_config(site / "site_config.yml").settings.spoken


HOSPITAL_HUB = ROOT / "tests/sites/hospital"
"""A hub without a school in sight: wards that begin with a journal, in English, with every kind."""


def copied(folder: Path) -> Path:
    """A copy of the Danish hub that a test can change."""
    shutil.copytree(DANISH_HUB / "content", folder / "content")
    shutil.copy(DANISH_HUB / "site_config.yml", folder)
    return folder


def copied_site(site: Path, folder: Path) -> Path:
    """A copy of a hub that a test can change."""
    shutil.copytree(site, folder, dirs_exist_ok=True)
    return folder


def changed(file: Path, change: Callable[[str], str]) -> None:
    """Rewrites a file; a change that changes nothing is a fault of the test."""
    before = file.read_text("utf-8")
    after = change(before)
    assert before != after, f"nothing to change in {file}"
    file.write_text(after, "utf-8")


def hub(root: Path, *words: str) -> Result:
    """What `hub` returns and says of the hub at `root`. Whatever would end with a traceback fails the test."""
    return CliRunner().invoke(main, [*words, "--config", str(root / "site_config.yml")], catch_exceptions=False)


def has_office(part: str) -> bool:
    """Whether LibreOffice is here with the library of one of its programs: it may be installed without the others."""
    program = shutil.which("soffice")
    return program is not None and Path(program).resolve().with_name(part).is_file()
