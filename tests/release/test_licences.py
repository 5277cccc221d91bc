"""What others made is named with its licence in one file, and the site carries that file."""

from __future__ import annotations

import fnmatch
import functools
import json
import re
from pathlib import Path

import pytest

from generator.build.theme import SHEET, style_sheet
from generator.engine.markdown_pages import MATERIAL, material_files
from generator.i18n.language import language
from generator.kinds import KINDS
from generator.render.kind_colours import colours
from generator.render.print_page_numbers import page_numbers
from release.shipped import LICENCES, parts, texts
from tests.hub import ROOT

LISTED = parts(LICENCES.read_text("utf-8"))
ASSETS = ROOT / "templates/assets"
DATA = re.compile(r".*\.(html|json|yml|xml|eml|ics|txt|csv|xlsx)|.*\.hub-site|search/\w+/\w+\.bin")
"""What the program writes itself, from the content."""
CONTENT = re.compile(r"\w+/files/.*")
"""Films, captions and pictures of the content, which tells their licences."""
OTHERS = re.compile(r"copyright|\(c\)|©|@licen[cs]e|spdx|/\*!|sourceMappingURL|.{2000}", re.IGNORECASE)
"""What is found in files that others made: a notice, or lines that no person wrote."""
ICONS = {"material": "Material Design Icons", "octicons": "Octicons", "fontawesome": "Font Awesome Free"}


@pytest.fixture(scope="module")
def files(danish_site: Path) -> list[str]:
    return sorted(path.relative_to(danish_site).as_posix() for path in danish_site.rglob("*") if path.is_file())


def is_ours(file: str, content: bytes, assets: Path) -> bool:
    """Whether a file is the program's own, as a person wrote it."""
    # The worker has to stand at the top, and is copied as it is.
    source = ROOT / "templates/offline/retired.js" if file == "sw.js" else assets / file.removeprefix("assets/")
    if not is_joined(file, content) and (not source.is_file() or source.read_bytes() != content):
        return False
    try:
        return not OTHERS.search(content.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def is_joined(file: str, content: bytes) -> bool:
    """Whether it is the style sheet that the files of `styles/` become, with the kinds' colours in front of them."""
    return file == SHEET and content == joined_sheet()


@functools.cache
def joined_sheet() -> bytes:
    return style_sheet((ROOT / "templates",), colours(KINDS) + page_numbers(language("da"))).made()


def unaccounted(site: Path, files: list[str], assets: Path = ASSETS) -> list[str]:
    return [
        file
        for file in files
        if not DATA.fullmatch(file)
        and not CONTENT.fullmatch(file)
        and not any(part.covers(file) for part in LISTED)
        and not is_ours(file, (site / file).read_bytes(), assets)
    ]


def test_every_file_of_the_site_is_ours_or_listed(danish_site: Path, files: list[str]) -> None:
    assert unaccounted(danish_site, files) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("vendor.js", b"/*! vendor 1.0 | MIT */"),
        ("vendor.min.js", b"x();" * 1000),
        ("mono.woff2", b"wOF2\x00\xff"),
        ("engine.wasm", b"\x00asm\xff"),
    ],
)
def test_a_file_of_others_that_nobody_listed_is_found(tmp_path: Path, name: str, content: bytes) -> None:
    for folder in ("source", "site/assets"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / name).write_bytes(content)

    assert unaccounted(tmp_path / "site", [f"assets/{name}"], tmp_path / "source") == [f"assets/{name}"]


def test_nothing_is_listed_that_the_site_does_not_hold(files: list[str]) -> None:
    """The frame for pages of other plugins is a part of the program, also where a hub has no such page."""
    held = [*files, *material_files()]
    idle = [(part.name, pattern) for part in LISTED for pattern in part.files if not fnmatch.filter(held, pattern)]

    assert idle == []


def test_every_licence_is_there_with_its_text_and_no_other() -> None:
    given = texts(LICENCES.read_text("utf-8"))

    assert given.keys() == {part.licence for part in LISTED}
    assert [name for name, text in given.items() if len(text) < 100] == []


def test_the_site_carries_the_list(danish_site: Path) -> None:
    assert (danish_site / "assets/licences.txt").read_bytes() == LICENCES.read_bytes()


@pytest.mark.parametrize(("pattern", "file"), [("javascripts/bundle.*.map", "js"), ("stylesheets/main.*.map", "css")])
def test_all_that_material_bundles_is_listed(pattern: str, file: str) -> None:
    sources = json.loads(next((MATERIAL / "assets").glob(pattern)).read_text("utf-8"))["sources"]
    bundled = {found[1] for source in sources if (found := re.search(r"node_modules/((?:@[^/]+/)?[^/]+)", source))}
    listed = {part.name.lower().removesuffix(".js") for part in LISTED if part.covers(f"assets/material.{file}")}

    assert bundled != set()
    assert bundled - listed == set()


def test_the_families_of_all_icons_in_materials_styles_are_listed() -> None:
    styles = "".join(file.read_text("utf-8") for file in (MATERIAL / "assets/stylesheets").glob("*.css"))
    drawn = set(re.findall(r"<path d='([^']+)'", styles))
    families = {
        file.relative_to(MATERIAL / ".icons").parts[0]: file.name
        for file in (MATERIAL / ".icons").rglob("*.svg")
        if drawn.intersection(re.findall(r'<path d="([^"]+)"', file.read_text("utf-8")))
    }

    assert families.keys() == ICONS.keys()
    assert set(ICONS.values()) <= {part.name for part in LISTED if part.covers("assets/material.css")}
