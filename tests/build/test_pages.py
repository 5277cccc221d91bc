"""Which pages stay as they were."""

from __future__ import annotations

import pytest

from generator.build import pages
from generator.build.made_pages import Artifact
from generator.i18n.language import Language
from generator.model.catalog import Catalog
from generator.model.page import PageSpec
from generator.model.settings import Settings
from generator.model.site import Overview, Site
from generator.render import Renderer


@pytest.mark.parametrize("many", [1, 1000], ids=["with another process", "alone"])
def test_pages_stay_when_they_are_made_from_the_same(monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    monkeypatch.setattr(pages, "_MANY", many)
    groups = [Overview(PageSpec(f"{number}/", f"Page {number}", "", None)) for number in range(5)]
    artifacts = {
        group.url: Artifact(group.url, b"" if group.url == "3/" else group.key(), (), (), (), None)
        for group in groups[1:]
    }

    bodies = Renderer(Catalog(items={}, vocabularies={}, folders={}), Settings(site_name="Hub"), Language("en"), (), {})

    assert pages.unchanged(Site(groups, bodies), artifacts) == {"1/", "2/", "4/"}
