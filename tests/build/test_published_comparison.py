"""What people were told by a site is compared with what the next one says."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.marker import write_marker
from generator.build.pipeline import prepare
from generator.content.validate import check_content
from generator.engine import load_config
from generator.kinds import KINDS
from generator.kinds.event.calendars import exports
from generator.problems.problem import ContentError
from tests.hub import ENGLISH_HUB, changed, copied_site, hub


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A hub with an occasion that was moved since its calendar was published in `published/`."""
    root = copied_site(ENGLISH_HUB, tmp_path / "hub")
    known = check_content(root, load_config(root / "site_config.yml").settings, KINDS).hub
    for export in exports(known.catalog.of_kind("event"), known):
        (root / "published" / export.path).parent.mkdir(parents=True, exist_ok=True)
        (root / "published" / export.path).write_bytes(export.made())
    write_marker(root / "published")
    changed(root / "content/events/harbour-cafe.yml", lambda text: text.replace("2026-12-03 14:30", "2026-12-10 14:30"))
    return root


def test_a_check_compares_with_the_place_that_is_named(root: Path) -> None:
    said = hub(root, "check", "--against", str(root / "published"))

    assert said.exit_code == 0
    assert "content/events/harbour-cafe.yml:14:25: warning moved-unsaid" in said.stdout
    assert hub(root, "check", "--strict", "--against", str(root / "published")).exit_code == 1


def test_to_compare_with_nothing_is_no_answer(root: Path) -> None:
    said = hub(root, "check", "--against", str(root / "nowhere"))

    assert said.exit_code == 2
    assert "There is no site of this program on" in said.stderr


def test_without_a_place_the_site_built_last_is_meant(root: Path) -> None:
    assert "moved-unsaid" not in hub(root, "check").stdout
    (root / "published").rename(root / "site")
    assert "moved-unsaid" in hub(root, "check").stdout


def test_a_build_compares_with_the_site_that_it_replaces(root: Path) -> None:
    settings = load_config(root / "site_config.yml").settings

    assert [one.code for one in prepare(settings, root, before=root / "published").warnings] == ["moved-unsaid"]
    assert prepare(settings, root, before=root / "nowhere").warnings == ()
    with pytest.raises(ContentError) as stopped:
        prepare(settings, root, before=root / "published", strict=True)
    assert "moved-unsaid" in [one.code for one in stopped.value.problems]


def test_nothing_is_said_of_content_with_errors(root: Path) -> None:
    changed(root / "content/events/harbour-cafe.yml", lambda text: text.replace("type: cafe", "type: nothing"))

    assert "occasion-vanished" not in hub(root, "check", "--against", str(root / "published")).stdout
