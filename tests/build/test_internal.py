"""The internal site names schools, and nothing of it is in the public one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build.pipeline import build
from generator.cli import main
from generator.problems.problem import HubError
from generator.publish.upload import upload
from tests.hub import changed
from tests.rebuilt import again, copy, files_of

LINE = "Internal site with the names of schools: not to be passed on."
ADDRESS = "https://harbour.example.org/hub/"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hub with an address, built for both: the public one before and after the internal one."""
    root = copy(tmp_path_factory.mktemp("both") / "hub")
    changed(root / "site_config.yml", lambda text: f"site_url: {ADDRESS}\n{text}")
    again(root)
    before = files_of(root / "site")
    build(root / "site_config.yml", root / "site-internal", audience="internal")

    assert files_of(root / "site") == before
    return root


def texts(site: Path) -> dict[str, str]:
    """Everything in a site that is written in letters."""
    found = {}
    for file in site.rglob("*"):
        if file.is_file() and file.suffix in {".html", ".json", ".csv", ".xml", ".txt", ".ics", ".js", ".yml"}:
            found[file.relative_to(site).as_posix()] = file.read_text("utf-8")
    return found


def test_every_page_says_that_it_is_internal_and_is_not_to_be_found(root: Path) -> None:
    pages = {path: text for path, text in texts(root / "site-internal").items() if path.endswith("index.html")}
    whole = {path: text for path, text in pages.items() if 'http-equiv="refresh"' not in text}

    assert len(whole) > 20
    assert [path for path, text in pages.items() if 'name="robots" content="noindex"' not in text] == []
    assert [path for path, text in whole.items() if LINE not in text] == []
    assert (root / "site-internal/robots.txt").read_text("utf-8") == "User-agent: *\nDisallow: /\n"


def test_it_names_schools_where_the_public_one_does_not(root: Path) -> None:
    public, internal = texts(root / "site"), texts(root / "site-internal")
    schools = json.loads(internal["api/v1/overview.json"])["tables"]["schools"]

    assert [(row["school"], row["criteria_met"]) for row in schools] == [("North School", 0), ("South School", 0)]
    assert "North School" in internal["overview/coast/index.html"]
    assert "schools" not in json.loads(public["api/v1/overview.json"])["tables"]
    assert [path for path, text in public.items() if path.startswith("overview/") and "North School" in text] == []


def test_nothing_of_it_is_in_the_public_site(root: Path) -> None:
    public = texts(root / "site")

    assert [path for path, text in public.items() if "internal" in text.lower() and LINE in text] == []
    assert [path for path, text in public.items() if "site-internal" in text] == []
    assert "robots.txt" not in public
    assert "sitemap.xml" in public


def test_it_does_not_claim_to_stand_where_the_public_one_does(root: Path) -> None:
    internal = texts(root / "site-internal")

    assert "sitemap.xml" not in internal
    assert [path for path, text in internal.items() if ADDRESS in text] == []


def test_neither_build_disturbs_the_other(root: Path) -> None:
    assert again(root).as_it_was
    assert build(root / "site_config.yml", root / "site-internal", audience="internal").as_it_was


def test_neither_takes_the_place_of_the_other(root: Path, tmp_path: Path) -> None:
    hub = copy(tmp_path / "hub")
    with pytest.raises(HubError, match="for the public site"):
        build(root / "site_config.yml", root / "site", audience="internal")
    with pytest.raises(HubError, match="for the public site"):
        build(hub / "site_config.yml", hub / "site", audience="internal")
    with pytest.raises(HubError, match="holds the internal site"):
        build(root / "site_config.yml", root / "site-internal")


def test_it_is_published_only_when_somebody_asks(root: Path, tmp_path: Path) -> None:
    with pytest.raises(HubError, match="internal site"):
        list(upload(root / "site-internal", str(tmp_path / "www")))
    with pytest.raises(HubError, match="public site"):
        list(upload(root / "site", str(tmp_path / "www"), audience="internal"))
    refused = CliRunner().invoke(
        main, ["publish", str(tmp_path / "www"), "--site-dir", str(root / "site-internal"), "--language", "da"]
    )

    assert refused.exit_code == 2
    assert "der nævner skoler ved navn" in refused.output
    assert not (tmp_path / "www").exists()
    assert list(upload(root / "site-internal", str(tmp_path / "www"), audience="internal"))
