"""Ordinary pages are read and checked like everything else, each fault at its own file and line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.build.pipeline import Examined, build, examine
from generator.engine import load_config
from generator.problems.problem import HubError
from tests.hub import ENGLISH_HUB, changed, copied_site

NEW = "content/pages/new.md"
GOOD = """---
title: New
description: What is new
updated: 2026-10-01
search: {exclude: true}
---
# New ø

A list without an empty line before it:
- one
- [a course](course:rivers#goals), [a guide][g], <guide:find-a-course>, [about](about.md) and [the same](../about/)
- [a course by its path](courses/rivers/index.html), [all of them](../courses/), [here](#ærø), [page](page:about)

## Ærø

!!! tip "Tip"
    [This](page:new#new-ø) is [outside](https://example.org/æ).

??? note "Fold"
    Folded.

=== "Mac"
    One way.

| a | b |
|--:|---|
| 1 | [x](help/start.md) |

![A picture](pictures/a%20b.png) [A file](help/list.csv)

[g]: guide:find-a-course
"""
GUIDE = "content/guides/find-a-course.yml"
PICTURED = """text: |
      It leads to [the rivers](course:rivers#goals).
      ![The "list"](list.png "Drawn by us")
      So it is."""
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0:~\x9bU\0\0\0\nIDATx\x9cc`\0\0\0\2\0\1H\xaf\xa4q\0\0\0\0IEND\xaeB`\x82"


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    root = copied_site(ENGLISH_HUB, tmp_path)
    pages = root / "content/pages"
    (pages / "help").mkdir()
    (pages / "pictures").mkdir()
    (pages / "help/start.md").write_text("Start.\n\n[New](../new.md#ærø)\n", "utf-8")
    (pages / "help/list.csv").write_text("a;b\n", "utf-8")
    (pages / "pictures/a b.png").write_bytes(PNG)
    (root / NEW).write_text(GOOD, "utf-8")
    changed(root / GUIDE, lambda text: text.replace("text: It leads to [the rivers](course:rivers#goals).", PICTURED))
    return root


def told(root: Path) -> list[tuple[str, int, str]]:
    problems = examine(load_config(root / "site_config.yml").settings, root, drafts="checked").problems
    return [(problem.span.file.removeprefix("content/"), problem.span.line, problem.code) for problem in problems]


def test_a_page_is_built_as_it_was_meant(hub: Path) -> None:
    assert told(hub) == []
    build(hub / "site_config.yml", hub / "site")
    html = (hub / "site/new/index.html").read_text("utf-8")
    article = html[html.index("<article") : html.index("</article>")]

    assert article.count("<h1") == 1
    assert '<h2 id="ærø">Ærø</h2>' in article
    assert article.count("<li>") == 3
    assert re.findall(r'href="([^"]*)"', article) == [
        "../courses/rivers/#goals", "../guides/find-a-course/", "../guides/find-a-course/", "../about/", "../about/",
        "../courses/rivers/", "../courses/", "#%C3%A6r%C3%B8", "../about/", "../new/#new-%C3%B8", "https://example.org/%C3%A6",
        "../help/start/", "../help/list.csv",
    ]  # fmt: skip
    assert '<img src="../pictures/a%20b.png" width="1" height="1" alt="A picture" loading="lazy">' in article
    assert (hub / "site/pictures/a b.png.1.webp").exists()
    assert '<div class="hub-note">' in article
    assert "<details" in article
    assert '<meta name="description" content="What is new">' in html
    assert (hub / "site/pictures/a b.png").read_bytes() == PNG
    assert (hub / "site/help/list.csv").exists()
    assert "material" not in html
    guide = (hub / "site/guides/find-a-course/index.html").read_text("utf-8")
    assert re.search(
        r"#goals\">the rivers</a>.\s*</p>\s*"
        r'<figure class="hub-picture"><a class="hub-frame" href="../../guides/files/list.png" aria-label="[^"]+: The &#34;list&#34;">'
        r'<span><picture><source type="image/webp" srcset="../../guides/files/list.png.\d+.webp [^"]+" sizes="[^"]+">'
        r'<img src="../../guides/files/list.png" width="\d+" height="\d+" alt="The &#34;list&#34;" loading="lazy"></picture></span></a>'
        r"<figcaption>Drawn by us</figcaption></figure>\s*<p>\s*So it is.</p>",
        guide,
    ), guide


FAULTS = {
    "a page that is not there": ("x\n\n[y](none.md)", 3, "page-link"),
    "a page of the site that is not there": ("x\n\n[y](../none/)", 3, "page-link"),
    "a path out of the pages": ("[y](../../../etc/passwd)", 1, "page-link"),
    "a heading that is not there": ("[y](help/start.md#none)", 1, "ref-anchor"),
    "a heading of its own that is not there": ("x\n[y](#none)", 2, "ref-anchor"),
    "a document that is not there": ("x\n\ny [y](guide:none)", 3, "ref-unknown"),
    "a document by a reference": ("x\n\n[y][g]\n\n[g]: guide:none", 3, "ref-unknown"),
    "a document in an autolink": ("<guide:none>", 1, "ref-unknown"),
    "a kind that is none": ("<guidde:none>", 1, "link-scheme"),
    "a page by name": ("[y](page:none)", 1, "ref-unknown"),
    "a draft": ("[y](course:draft)", 1, "ref-draft"),
    "an address that nobody can take apart": ("[y](https://[bad/)", 1, "link-scheme"),
    "a script": ("[y](javascript:alert(1))", 1, "link-scheme"),
    "in a note": ('x\n\n!!! note "n"\n    x\n\n    [y](none.md)', 6, "page-link"),
    "in a table": ("|a|\n|-|\n|[y](none.md)|", 3, "page-link"),
    "in code": ("`[y](none.md)`", 1, ""),
    "a picture that is not there": ("![y](none.png)", 1, "asset-missing"),
    "a picture elsewhere": ("![y](https://example.org/x.png)", 1, "page-picture"),
    "a picture without words": ("x\n\n![](pictures/a%20b.png)", 3, "picture-undescribed"),
    "a picture that is none": ("![y](help/bad.png)", 1, "picture-unreadable"),
    "html": ("x\n\n<iframe src='https://example.org'></iframe>", 3, "rich-html"),
    "a number of a person": ("x\n\nElev 010203–1234", 3, "personal-cpr"),
    "a number over two lines": ("x\n\nElev 010203-\n1234", 3, "personal-cpr"),
    "an invisible sign": ("x\n\na\u202eb", 3, "text-control"),
    "front matter that is no YAML": ("---\ntitle: a: b\n---\nx", 2, "yaml-colon"),
    "front matter with another field": ("---\ntitle: a\ntitel: b\n---\nx", 3, "field-unknown"),
    "front matter with a date as Danes write it": ("---\nupdated: 24/12/2026\n---\nx", 2, "value-date"),
    "a table that fills a disk": ("|a" * 1000 + "\n" + "|-" * 1000 + "\n" + "|x\n" * 30, 1, "text-table"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_at_its_line(hub: Path, name: str) -> None:
    text, line, code = FAULTS[name]
    (hub / "content/pages/help/bad.png").write_bytes(b"no picture")
    (hub / "content/courses/draft.yml").write_text("title: x\nstatus: draft\n", "utf-8")
    (hub / "content/pages/faulty.md").write_text(f"{text}\n", "utf-8")
    found = [one for one in told(hub) if one[0] == "pages/faulty.md"]

    assert found == ([("pages/faulty.md", line, code)] if code else [])


FILES = {
    "pages/courses.md": "page-taken", "pages/index.md": "page-taken", "pages/search/x.md": "page-taken", "pages/a-z.md": "page-taken",
    "pages/courses/rivers/index.md": "page-taken", "pages/x.html": "page-file", "pages/x.js": "page-file", "pages/x.svg": "page-file",
    "pages/noter": "page-file", "pages/x.yml": "file-place", "pages/x.yml.txt": "file-place", "pages/SIDE.MD": "page-suffix",
    "pages/x.markdown": "page-suffix", "pages/a#b.md": "file-name", "pages/100% a?b.md": "file-name", "pages/con.md": "file-reserved",
    "pages/new.MD": "page-suffix", "pages/010203-1234.md": "personal-cpr", "pages/010203-1234.csv": "personal-cpr",
    "pages/Spørgsmål og svar.md": "",
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_there_is_told(hub: Path, name: str) -> None:
    file = hub / "content" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("x\n", "utf-8")
    found = [code for _, _, code in told(hub)]

    assert found == ([FILES[name]] if FILES[name] else [])


def test_pages_that_some_computers_cannot_tell_apart_are_told(hub: Path) -> None:
    (hub / "content/pages/New.md").write_text("x\n", "utf-8")

    assert [code for _, _, code in told(hub)] == ["file-twin"]


@pytest.mark.parametrize("name", ["pages/env.txt", "pages/ssl", "pages/x.md", "pages"])
def test_no_link_is_followed(hub: Path, name: str) -> None:
    outside = hub / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("secret\n", "utf-8")
    place = hub / "content" / name
    if place.is_dir():
        shutil.rmtree(place)
    place.symlink_to(outside if not place.suffix else outside / "secret.md")

    assert [code for _, _, code in told(hub) if code != "ref-unknown"] == ["file-symlink"]


def test_a_file_that_no_page_names_stays_at_home(hub: Path) -> None:
    (hub / "content/pages/notes.txt").write_text("mine\n", "utf-8")
    build(hub / "site_config.yml", hub / "site")

    assert not (hub / "site/notes.txt").exists()


@pytest.mark.parametrize(
    "text", ["[" * 50_000, "[a](" * 20_000, "<a " * 20_000, "a\n: b\n" * 8_333, "!!! note\n" * 20_000, ">" * 50_000]
)
def test_no_page_takes_long(hub: Path, text: str) -> None:
    (hub / NEW).write_text(text, "utf-8")
    (hub / "content/pages/help/start.md").unlink()

    assert {code for _, _, code in told(hub)} <= {"rich-html"}


@pytest.mark.parametrize(
    ("old", "is_free"),
    [
        ("courses", False), ("a-z/", False), ("courses/my-copies", False), ("assets", False), ("search", False), ("about", False),
        ("courses/rivers/compare", False), ("glossary", False), ("courses/old-name/", True), ("old", True), ("api", True),
    ],
)  # fmt: skip
def test_an_old_address_takes_the_place_of_nothing(hub: Path, old: str, is_free: bool) -> None:
    course = hub / "content/guides/find-a-course.yml"
    course.write_text(course.read_text("utf-8") + f"redirect_from: [{old}]\n", "utf-8")

    assert [code for _, _, code in told(hub)] == ([] if is_free else ["redirect-taken"])


def test_a_document_may_not_take_a_page_of_the_hub(hub: Path) -> None:
    shutil.copy(hub / "content/courses/rivers.yml", hub / "content/courses/my-copies.yml")

    assert told(hub) == [("courses/my-copies.yml", 1, "id-taken")]


def _examined(root: Path, config: str = "") -> Examined:
    if config:
        changed(root / "site_config.yml", lambda text: text + config)
    return examine(load_config(root / "site_config.yml").settings, root)


def _menu(root: Path, config: str = "") -> list[tuple[str, str]]:
    specs = _examined(root, config).ordinary.specs
    return [(spec.menu_title or spec.title, spec.url) for spec in specs if spec.menu == "more"]


def test_pages_that_nobody_has_chosen_are_in_the_menu_while_they_are_few(hub: Path) -> None:
    few = _menu(hub)
    for number in range(9):
        (hub / f"content/pages/p{number}.md").write_text("Text.\n", "utf-8")

    assert few == [("About", "about/"), ("New", "new/")]
    assert _menu(hub) == []


def test_nav_says_which_pages_the_menu_names_and_as_what(hub: Path) -> None:
    config = "nav:\n  - Help: [{First of all: help/start.md}]\n  - about.md\n"

    assert _menu(hub, config) == [("First of all", "help/start/"), ("About", "about/")]


@pytest.mark.parametrize("named", ["gone.md", "https://example.org/", "help/list.csv"])
def test_what_is_no_page_is_refused_in_nav(hub: Path, named: str) -> None:
    with pytest.raises(HubError, match="is not a page"):
        _menu(hub, f"nav: ['{named}']\n")


def test_pages_are_in_the_alphabetical_list(hub: Path) -> None:
    overviews = _examined(hub).compiled.overviews
    letters = next(page.spec.view.letters for page in overviews if page.spec.url == "a-z/")
    urls = {card.url for letter in letters for card in letter.cards}

    assert {"about/", "new/", "help/start/", "guides/find-a-course/"} <= urls


def test_settings_that_change_nothing_are_told_at_their_line(hub: Path) -> None:
    problems = _examined(hub, "copyright: Ours\nextra_css: []\nmarkdown_extensions: [toc]\n").problems
    told = [(one.values["name"], one.span.line) for one in problems if one.code == "setting-idle"]
    lines = (hub / "site_config.yml").read_text("utf-8").splitlines()

    assert told == [
        (name, lines.index(line) + 1)
        for name, line in (("copyright", "copyright: Ours"), ("markdown_extensions", "markdown_extensions: [toc]"))
    ]
