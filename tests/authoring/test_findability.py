"""Who keeps a hub sees what search does not find by its own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.authoring.findability import Findable, Way, as_lost, as_ways, findable, index_of
from generator.content.validate import check_content
from generator.engine import load_config
from generator.kinds import KINDS
from generator.problems.problem import HubError
from tests.hub import DANISH_HUB, hub, spoken

DANISH = spoken(DANISH_HUB)
LOST = Findable(
    "guide", "x", "content/guides/x.yml", "Noget helt andet", (Way("noget", None), Way("print", 2)), False, ("Trin et",)
)


def test_every_item_is_told_with_the_words_that_lead_to_it(danish_site: Path) -> None:
    settings = load_config(DANISH_HUB / "site_config.yml").settings
    found = {
        one.path: one for one in findable(check_content(DANISH_HUB, settings, KINDS).hub, index_of(danish_site, "da"))
    }
    guide = found["content/guides/udskriv-et-forloeb.yml"]

    assert guide.is_found
    assert Way("udskriv", 1) in guide.words
    assert any(way.place is None for one in found.values() for way in one.words)


def test_what_is_found_by_nothing_is_listed_and_what_is_found_is_not() -> None:
    assert as_lost([LOST], DANISH).splitlines() == [
        "Hverken titlen, to af dens ord eller et nøgleord fører til disse blandt de første tre resultater:",
        "  content/guides/x.yml  Noget helt andet",
        "Disse overskrifter fører til andre sider i de første tre resultater:",
        "  content/guides/x.yml  Trin et",
    ]
    assert as_lost([], DANISH) == "Alle titler og overskrifter findes ved deres egne ord."


def test_of_one_item_every_word_is_told() -> None:
    assert as_ways([LOST], DANISH).splitlines()[1:4] == ["  –  noget", "  2  print", "  –  Trin et"]


def test_without_a_built_site_it_is_said_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(HubError, match="no built site"):
        index_of(tmp_path, "da")


def test_the_command_lists_what_search_does_not_find(tmp_path: Path, danish_site: Path) -> None:
    config = (DANISH_HUB / "site_config.yml").read_text("utf-8")
    (tmp_path / "site_config.yml").write_text(config, "utf-8")
    (tmp_path / "content").symlink_to(DANISH_HUB / "content")
    (tmp_path / "site").symlink_to(danish_site)
    done = hub(tmp_path, "check", "--findable")

    assert done.exit_code == 0
    assert "findes" in done.output or "fører til" in done.output
