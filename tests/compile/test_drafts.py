"""Whoever begins a document sees its page at once, with what is missing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.authoring.scaffold import new_document
from generator.compile import Compiled, compile_pages, unfinished_page
from generator.content.check import Drafts
from generator.content.check.incomplete_drafts import unfinished
from generator.content.validate import Checked, check_content
from generator.engine import load_config
from generator.i18n.language import Language
from generator.kinds import KINDS
from generator.model.catalog import Document, Finding
from generator.model.kind import icons
from generator.model.settings import Settings
from generator.model.site import Overview, Site
from generator.render import Renderer
from generator.runtime.template_folders import template_folders
from tests.hub import ENGLISH_HUB, changed, copied_site

SPOKEN = Language("en")
IDS = [(kind, "south" if kind.vocabulary else f"new-{kind.name}") for kind in KINDS]
"""Of a kind that is a vocabulary, each item has an entry."""


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hub with an empty draft of each kind, and one that lacks nothing."""
    root = copied_site(ENGLISH_HUB, tmp_path_factory.mktemp("begun"))
    for kind, id_ in IDS:
        new_document(
            root / "content",
            kind,
            id_,
            today=date(2026, 10, 1),
            words={},
            spoken=SPOKEN,
            settings=Settings(site_name=""),
        )
    changed(root / "content/guides/new-guide.yml", lambda text: text.replace("- action:", "- action: Press <it>."))
    changed(root / "content/courses/rivers.yml", lambda text: text.replace("status: published", "status: draft"))
    return root


def compiled(root: Path, drafts: Drafts) -> tuple[Checked, Compiled]:
    checked = check_content(root, load_config(root / "site_config.yml").settings, KINDS, drafts=drafts)
    return checked, compile_pages(checked.hub)


def body(root: Path, url: str) -> str:
    checked, pages = compiled(root, "shown")
    renderer = Renderer(checked.catalog, checked.hub.settings, SPOKEN, template_folders(root), icons(KINDS))
    return Site(pages.overviews, renderer, pages.items.groups()).page(url).body


def test_an_empty_draft_of_each_kind_has_a_page(begun: Path) -> None:
    _, pages = compiled(begun, "shown")
    urls = {page.spec.url for page in pages.overviews}

    assert {f"{kind.section}/{id_}/" for kind, id_ in IDS} - urls == set()


def test_the_page_says_what_is_missing_and_what_it_is_for_beside_what_is_there(begun: Path) -> None:
    shown = body(begun, "guides/new-guide/")

    assert "<dt>Minutes <code data-hub-key>minutes</code></dt><dd>How long it takes in all.</dd>" in shown
    assert "<dt>Last tested · Date <code data-hub-key>last_tested · date</code></dt>" in shown
    assert "<dt>Step 1 · Action <code data-hub-key>steps 1 · action</code></dt><dd>Press &lt;it&gt;.</dd>" in shown
    assert "content/guides/new-guide.yml" in shown


def test_what_is_wrong_is_not_said_to_be_missing(begun: Path) -> None:
    checked, _ = compiled(begun, "shown")
    document = Document("news", "new", "new.yml", "", {"status": "draft", "date": "31/31 2026"}, "")
    told = [Finding("draft-incomplete", ("summary",)), Finding("value-date", ("date",))]
    half = unfinished(document, told)
    assert half is not None
    renderer = Renderer(checked.catalog, checked.hub.settings, SPOKEN, template_folders(begun), icons(KINDS))
    shown = Site((Overview(unfinished_page(checked.hub, half)),), renderer).page("news/new/").body
    missing, _, wrong = shown.partition("What must be mended")

    assert "<dt>Summary " in missing
    assert ("<dt>Date " in missing, "<dt>Date " in wrong) == (False, True)


def test_all_drafts_are_in_one_list(begun: Path) -> None:
    shown = body(begun, "drafts/")

    assert 'href="../guides/new-guide/"' in shown
    assert 'href="../courses/rivers/"' in shown
    assert "fields are missing" in shown


@pytest.mark.parametrize("drafts", ["hidden", "checked"])
def test_a_site_that_is_published_knows_of_no_drafts(begun: Path, drafts: Drafts) -> None:
    checked, pages = compiled(begun, drafts)

    assert checked.catalog.unfinished == ()
    assert [page.spec.url for page in pages.overviews if "draft" in page.spec.url or "new-" in page.spec.url] == []


def test_a_draft_with_a_mistake_is_not_shown_until_it_is_mended(tmp_path: Path) -> None:
    root = copied_site(ENGLISH_HUB, tmp_path)
    file = new_document(
        root / "content",
        KINDS[0],
        "new",
        today=date(2026, 10, 1),
        words={},
        spoken=SPOKEN,
        settings=Settings(site_name=""),
    )
    changed(file, lambda text: text + "colour: red\n")

    assert compiled(root, "shown")[0].catalog.unfinished == ()
