"""A build of the preview tells what came of it, whatever else is printed meanwhile."""

from __future__ import annotations

import queue
from pathlib import Path

import pytest

from generator.i18n.language import Language
from generator.preview import full_build
from generator.preview.full_build import Builds, Outcome, outcome
from tests.hub import changed
from tests.rebuilt import copy


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy(tmp_path / "hub")


def built(root: Path) -> Outcome:
    outcomes: queue.Queue[Outcome] = queue.Queue()
    Builds(root / "site_config.yml", root / "shown", outcomes.put, Language("da")).start()
    return outcomes.get(timeout=300)


def test_a_hook_may_print(root: Path) -> None:
    (root / "hooks.py").write_text("print('hello')\n\ndef on_config(config):\n    print('{}')\n", "utf-8")
    changed(root / "site_config.yml", lambda text: f"{text}\nhooks: [hooks.py]\n")
    come = built(root)

    assert come.problems == ""
    assert come.pages > 10


def test_a_build_that_ends_without_a_word_is_a_sentence(root: Path) -> None:
    (root / "hooks.py").write_text("import os\nos._exit(7)\n", "utf-8")
    changed(root / "site_config.yml", lambda text: f"{text}\nhooks: [hooks.py]\n")

    assert built(root).problems == "Bygningen blev afbrudt (7). Gem en fil, så prøves der igen."


def test_drafts_are_shown(root: Path) -> None:
    changed(root / "content/courses/rivers.yml", lambda text: text.replace("status: published", "status: draft", 1))
    come = outcome(root / "site_config.yml", root / "shown")

    assert (root / "shown/courses/rivers/index.html").is_file(), come.problems


def test_what_the_system_refuses_is_a_sentence(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "/x")

    monkeypatch.setattr(full_build.pipeline, "build", refused)

    assert "No space left on device /x" in outcome(root / "site_config.yml", root / "shown").problems
