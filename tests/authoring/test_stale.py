"""Whoever keeps guides true sees which are overdue."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.authoring.stale import Stale, as_list, overdue
from generator.engine import load_config
from generator.i18n.language import language
from tests.hub import changed, copied

GUIDE = "content/guides/soeg-i-hubben.yml"


def found(root: Path, today: date, months: int) -> tuple[Stale, ...]:
    return overdue(root, load_config(root / "site_config.yml").settings, today=today, months=months)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = copied(tmp_path)
    for guide in (root / "content/guides").glob("*.yml"):
        changed(guide, lambda text: text.replace("last_tested: {date: 2026-11-24", "last_tested: {date: 2026-01-31", 1))
    changed(root / GUIDE, lambda text: text.replace("date: 2026-01-31", "date: 2025-02-28", 1))
    return root


def test_only_what_is_overdue_is_listed(root: Path) -> None:
    one = found(root, date(2026, 2, 28), 12)

    assert [(stale.path, stale.tested, stale.version) for stale in one] == [(GUIDE, date(2025, 2, 28), "0.1")]
    assert found(root, date(2026, 2, 27), 12) == ()


def test_a_short_month_is_no_month_too_early(root: Path) -> None:
    assert len(found(root, date(2026, 2, 28), 1)) == 1
    assert len(found(root, date(2026, 3, 31), 2)) > 1


def test_the_list_is_by_owner_in_plain_words(root: Path) -> None:
    text = as_list(found(root, date(2026, 2, 28), 12), language("da"), 12)

    assert text == (
        f"Konsulent\n  {GUIDE}  sidst afprøvet 28. februar 2025, 0.1\nIkke afprøvet i tide: 1 (grænse: 12 mdr.)."
    )


def test_nothing_overdue_is_said() -> None:
    assert as_list((), language("da"), 6) == "Ikke afprøvet i tide: 0 (grænse: 6 mdr.)."
