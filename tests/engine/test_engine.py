"""Whole pages: the same from every command, without inline scripts, and without the time of the build."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from importlib import import_module
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from generator import engine
from generator.engine.page_frame import sitemap
from generator.model.page import Outline
from generator.model.site import Site
from generator.problems.problem import HubError
from tests.hub import changed

PLUGIN = """
from datetime import date
from pathlib import Path
from generator import engine
from generator.model.page import Crumb, Export, Page, PageSpec
from generator.model.site import Overview, Site
from generator.problems.problem import HubError

def page(url, section="", **more):
    return PageSpec(url=url, title=more.pop("title", "Titel & <b>"), description="Kort \\"sagt\\"",
                    view=None, section=section, source="content/x.yml" if section else "", **more)

class Bodies:
    def render(self, specs):
        for spec in specs:
            yield Page(spec, f"<article><h1>{spec.url}</h1></article>", f"<h1>{spec.url}</h1>")

def prepare(settings, root):
    if (root / "broken").exists():
        raise HubError("The content has errors in {place}.", "Mend them.", place="x.yml")
    return Site(
        overviews=(Overview(page("")), Overview(page("courses/", "courses", title="Forløb", menu="main")),
                   Overview(page("a-z/")),
                   Overview(page("courses/x/", "courses", updated=date(2026, 5, 1),
                                 structured_data={"name": "</script>"}))),
        bodies=Bodies(),
        exports=(Export("courses/x/x.md", b"# as it is"),),
        assets=(("assets/hub.css", root / "hub.css"),),
    )

class Finishing:
    def __init__(self, site, whole, ordinary, site_dir, language):
        for page in site.every():
            file = site_dir / engine.path_of(page.spec.url)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(whole.page(page))
        self.file = site_dir / "finished.txt"
        self.urls = [spec.url for spec in (*(one.spec for one in site.overviews), *(page.spec for page in ordinary))]

    def finish(self):
        assert (self.file.parent / "courses/x/index.html").exists()
        self.file.write_text(" ".join(self.urls))

    def cancel(self):
        pass

HubPlugin = engine.hub_plugin(prepare=prepare, begin=Finishing)
"""
CONFIG = """
site_name: Prøvehub
site_url: https://example.dk/hub/
docs_dir: content/pages
theme: {name: material, language: da}
plugins: [hub-test: {report_errors_to: hub@example.dk, about: about/}]
"""
MARKDOWN = """---
description: Om os
updated: 2026-01-02
---
# Om hubben

!!! note "Husk"
    Se [forløbet](courses/x/index.html).

| a | b |
|--:|---|
| 1 | 2 |

=== "En"
    ```python
    x = 1
    ```
"""


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tiny hub, and a distribution that brings its plugin, as an installed hub does."""
    packages = tmp_path / "packages"
    entry = packages / "hub_test-1.dist-info"
    entry.mkdir(parents=True)
    (entry / "METADATA").write_text("Metadata-Version: 2.1\nName: hub-test\nVersion: 1\n")
    (entry / "entry_points.txt").write_text("[mkdocs.plugins]\nhub-test = hub_test_plugin:HubPlugin\n")
    (packages / "hub_test_plugin.py").write_text(PLUGIN)
    monkeypatch.syspath_prepend(str(packages))
    monkeypatch.delitem(sys.modules, "hub_test_plugin", raising=False)
    # MkDocs looks for plugins when it is imported, which was long before this test.
    installed = dict(MkDocsConfig._schema)["plugins"].installed_plugins  # type: ignore[attr-defined]  # Plugins has it
    monkeypatch.setitem(installed, "hub-test", EntryPoint("hub-test", "hub_test_plugin:HubPlugin", "mkdocs.plugins"))
    root = tmp_path / "hub"
    (root / "content/pages").mkdir(parents=True)
    (root / "content/pages/about.md").write_text(MARKDOWN)
    (root / "hub.css").write_text("body{}")
    (root / "site_config.yml").write_text(CONFIG)
    return root


def command(hub: Path, program: str, site: str, **environment: str) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join([str(hub.parent / "packages"), str(Path(engine.__file__).parent.parent.parent)])
    return subprocess.run(
        [sys.executable, "-m", program, "build", "-f", str(hub / "site_config.yml"), "-d", str(hub.parent / site)],
        env={**os.environ, "PYTHONPATH": paths, **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def files(site: Path) -> dict[str, bytes]:
    return {str(file.relative_to(site)): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}


def built(hub: Path) -> tuple[Path, engine.Built]:
    config = engine.load_config(hub / "site_config.yml")
    plugin = import_module("hub_test_plugin")
    site: Site = plugin.prepare(config.settings, config.root)
    return hub.parent / "site", engine.build(config, site, hub.parent / "site")


def test_a_build_holds_pages_exports_assets_and_markdown_pages(hub: Path) -> None:
    site, result = built(hub)

    assert {
        "404.html", "index.html", "a-z/index.html", "about/index.html", "courses/index.html", "courses/x/index.html",
        "courses/x/x.md", "assets/hub.css", "assets/material.css", "assets/material.js", "sitemap.xml", "finished.txt",
    } == set(files(site))  # fmt: skip
    assert (site / "finished.txt").read_text("utf-8") == " courses/ a-z/ courses/x/ about/"
    assert result.pages == 5
    assert result.warnings == ()


def test_a_page_is_filled_with_its_own_texts_safely(hub: Path) -> None:
    site, _ = built(hub)
    page = (site / "courses/x/index.html").read_text("utf-8")

    assert '<html lang="da">' in page
    assert "<title>Titel &amp; &lt;b&gt; – Prøvehub</title>" in page
    assert '<meta name="description" content="Kort &quot;sagt&quot;">' in page
    assert '<link rel="canonical" href="https://example.dk/hub/courses/x/">' in page
    assert '{"name":"\\u003c/script\\u003e"}' in page
    assert 'href="../../courses/" aria-current="true">Forløb' in page
    assert "mailto:hub@example.dk?subject=" in page
    assert "\x00" not in page


def test_mkdocs_and_properdocs_make_the_same_bytes_as_the_hub_itself(hub: Path) -> None:
    site, _ = built(hub)
    for program in ("mkdocs", "properdocs"):
        run = command(hub, program, program, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="7")
        assert run.returncode == 0, run.stderr
        assert "WARNING" not in run.stderr.replace("WARNING: MkDocs may break", "")
        found = files(hub.parent / program)

        assert found["finished.txt"] == b" courses/ a-z/ courses/x/ about/"
        assert files(site) == found


def test_no_page_has_an_inline_script_or_style(hub: Path) -> None:
    site, _ = built(hub)
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")

        assert re.findall(r"<style|\sstyle=|\son[a-z]+=|javascript:", text) == [], page
        scripts = re.findall(r"<script([^>]*)>", text)
        assert all("src=" in script or 'json"' in script for script in scripts), page
        assert "Content-Security-Policy" in text


def test_a_markdown_page_has_materials_extensions_in_the_hubs_frame(hub: Path) -> None:
    site, _ = built(hub)
    page = (site / "about/index.html").read_text("utf-8")

    assert '<div class="admonition note">' in page
    assert 'class="tabbed-set' in page
    assert 'href="../courses/x/"' in page
    assert '<meta name="description" content="Om os">' in page
    assert page.count("<h1") == 1
    assert "assets/material.js" in page
    assert "assets/material.js" not in (site / "index.html").read_text("utf-8")


def test_the_sitemap_is_sorted_and_knows_dates_of_content_only(hub: Path) -> None:
    site, _ = built(hub)
    text = (site / "sitemap.xml").read_text("utf-8")
    addresses = re.findall(r"<loc>https://example.dk/hub/(.*?)</loc>", text)

    assert addresses == ["", "a-z/", "about/", "courses/", "courses/x/"]
    assert [date(2026, 1, 2), date(2026, 5, 1)] == [date.fromisoformat(d) for d in re.findall("<lastmod>(.*?)<", text)]


def test_without_an_address_there_is_no_sitemap(hub: Path) -> None:
    changed(hub / "site_config.yml", lambda text: re.sub("^site_url:.*$", "", text, flags=re.MULTILINE))
    site, _ = built(hub)

    assert not (site / "sitemap.xml").exists()


def test_the_lost_page_works_at_any_depth(hub: Path) -> None:
    site, _ = built(hub)
    page = (site / "404.html").read_text("utf-8")

    assert 'href="/hub/assets/hub.css"' in page
    assert page[page.index('class="hub-lost"') : page.index("</article>")].count("<li>") == 3


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_errors_in_the_content_leave_the_old_site_and_show_no_traceback(hub: Path, program: str) -> None:
    old = hub.parent / "old"
    old.mkdir()
    (old / "index.html").write_text("old")
    (hub / "broken").touch()
    run = command(hub, program, "old")

    assert run.returncode != 0
    assert "x.yml" in run.stderr
    assert "Traceback" not in run.stderr
    assert files(old) == {"index.html": b"old"}


@pytest.mark.parametrize(
    ("config", "said"),
    [
        (CONFIG.replace("report_errors_to", "report_error_to"), "“report_error_to”"),
        (CONFIG.replace("site_name", "site_nam"), "“site_nam”"),
        (CONFIG.replace("language: da", "language: xx"), "xx"),
        (CONFIG.replace("content/pages", "nowhere"), "nowhere"),
        (f"{CONFIG}contact: x\n", "“contact”"),
        (CONFIG.replace("https://example.dk/hub/", "example.dk"), "“site_url”"),
        ("site_name: [", "site_config.yml"),
        ("- a\n- b\n", "site_config.yml"),
        ("", "site_config.yml"),
        ("site_name: !!python/object/apply:os.system ['touch ran']\n", "tag of Python"),
        ("%TAG !p! tag:yaml.org,2002:py\n---\nsite_name: !p!thon/name:os.system ''\n", "tag of Python"),
        ("{INHERIT: hub.css}\n", "tag of Python"),
        ("INHERIT: site_config.yml\n", "inherits itself"),
        ("site_name: &a [*a]\n", "site_config.yml"),
        ("site_name: x\ndocs_dir: content/pages\ntheme: material\nplugins: []\n", "hub"),
        ("site_name: x\ndocs_dir: content/pages\ntheme: nothing\nplugins: [hub-test]\n", "nothing"),
        ("site_name: x\ndocs_dir: content/pages\ntheme: material\nplugins: [no-such-plugin]\n", "no-such-plugin"),
    ],
)
def test_a_bad_configuration_is_explained(hub: Path, config: str, said: str) -> None:
    (hub / "site_config.yml").write_text(config)
    (hub / "hub.css").write_text("x: !!python/object/apply:os.system ['touch ran']\n")
    with pytest.raises(HubError) as error:
        engine.load_config(hub / "site_config.yml")

    assert said in f"{error.value} {error.value.message}"


def test_a_number_of_a_person_in_the_configuration_is_told_by_its_line(hub: Path) -> None:
    (hub / "site_config.yml").write_text(f"{CONFIG}# 010190 - 1234\n")

    assert engine.load_config(hub / "site_config.yml").settings.numbered == (7,)


def test_a_missing_configuration_is_explained(tmp_path: Path) -> None:
    with pytest.raises(HubError, match=r"nothing\.yml"):
        engine.load_config(tmp_path / "nothing.yml")


def test_a_markdown_page_may_not_take_the_place_of_the_hubs_own(hub: Path) -> None:
    (hub / "content/pages/index.md").write_text("# Mine")
    with pytest.raises(HubError, match=r"index\.md"):
        built(hub)


def test_addresses_in_the_sitemap_are_encoded() -> None:
    page = Outline("Spørgsmål & svar/")
    found = sitemap([page], "https://example.dk/").decode()

    assert "<loc>https://example.dk/Sp%C3%B8rgsm%C3%A5l%20%26%20svar/</loc>" in found
