"""A site can be carried on a stick: its pages name files, and its scripts need no server."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from generator.build.marker import write_marker
from generator.exports.pack.folder import Packed, pack
from generator.exports.pack.pages import Pack, packed_page
from generator.exports.pack.scripts import joined
from generator.i18n.language import language
from generator.model.settings import Settings
from generator.problems.problem import HubError
from tests.hub import ROOT

ADDRESS = "https://hub.example.org/"


def paged(body: str, *, address: str = ADDRESS) -> str:
    files = {"index.html", "guides/x/index.html", "guides/a b.png", "guides/plan.pdf"}
    return packed_page(f"<head></head>{body}", "guides/x/index.html", Pack(files, address, language("da").gettext))


@pytest.mark.parametrize(
    ("link", "packed"),
    [
        ("../../", "../../index.html"),
        ("../../?q=1#a", "../../index.html?q=1#a"),
        ("../x/#step-1", "../x/index.html#step-1"),
        ("../plan.pdf", "../plan.pdf"),
        ("../a%20b.png", "../a%20b.png"),
        ("#step-1", "#step-1"),
        ("mailto:hub@example.org", "mailto:hub@example.org"),
        ("../film.mp4", "https://hub.example.org/guides/film.mp4"),
    ],
)
def test_a_link_names_the_file_that_a_server_would_have_found(link: str, packed: str) -> None:
    assert f'<a class="b" href="{packed}">' in paged(f'<a class="b" href="{link}">')


def test_what_only_looks_like_a_link_is_left_alone() -> None:
    assert '<p>Write &lt;a href="../../"&gt;</p>' in paged('<p>Write &lt;a href="../../"&gt;</p>')


def test_a_film_that_is_left_out_is_said_with_the_way_to_it() -> None:
    film = '<video class="hub-player" controls poster="p.webp">\n<source src="../f.mp4" type="video/mp4">x</video>'

    assert (
        '<img src="p.webp" alt=""><p class="hub-note">Filmen er ikke med i denne kopi af hubben. '
        '<a href="https://hub.example.org/guides/x/">Se den på nettet</a></p>'
    ) in paged(film)
    assert "<a" not in paged(film, address="")


def test_modules_are_joined_to_one_script_without_any() -> None:
    modules = {
        "hub.js": 'import { a as b } from "./x/one.js";\nb(() => import("./x/two.js"), import.meta.url);\n',
        "x/one.js": 'import * as all from "./two.js";\n/** @import { T } from "./t.js" */\nexport const a = all.go;\n',
        "x/two.js": "export async function go() {}\nexport const { load: read, word } = go();\n",
        "unused.js": "export default 1;\n",
    }
    script, used = joined(modules, "hub.js")

    assert 'const { a: b } = await hub.use("x/one.js");\nb(() => hub.use("x/two.js"), hub.url);' in script
    assert 'const all = await hub.use("x/two.js");' in script
    assert "go: { get: () => go, enumerable: true }, read: {" in script
    assert "word: { get: () => word" in script
    assert used == {"hub.js", "x/one.js", "x/two.js"}
    assert "@import" not in script


@pytest.mark.parametrize(
    "modules",
    [
        {"hub.js": "export default 1;\n"},
        {"hub.js": "import(name);\n"},
        {"hub.js": 'import "./gone.js";\n'},
        {"hub.js": 'import "./a.js";\n', "a.js": 'import "./hub.js";\n'},
    ],
    ids=["default", "unknown name", "not there", "circle"],
)
def test_what_cannot_be_joined_is_refused(modules: dict[str, str]) -> None:
    with pytest.raises(HubError):
        joined(modules, "hub.js")


def test_the_scripts_of_the_hub_can_be_joined() -> None:
    assets = ROOT / "templates/assets"
    modules = {file.relative_to(assets).as_posix(): file.read_text("utf-8") for file in assets.rglob("*.js")}
    _, used = joined(modules, "hub.js")

    assert {"write/writer.js", "write/file-fields.js", "word/document.js"} <= used


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "index.html": '<head></head><a href="a/">A</a>', "a/index.html": "<head></head>", "assets/hub.js": "1;\n",
        "search/words/x.bin": "x", "film.mp4": "film", "404.html": "",
    }  # fmt: skip
    for path, content in files.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(content, "utf-8")
    write_marker(tmp_path / "site")
    return tmp_path / "site"


def packed(site: Path, *, films: bool = False) -> Packed:
    return pack(site, site.parent / "pack", Settings(site_name="Hub"), films=films, sources=())


def test_a_pack_holds_the_site_as_folder_and_zip_and_its_size_is_known(site: Path) -> None:
    made = packed(site)
    folder = site.parent / "pack"
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    with zipfile.ZipFile(site.parent / "pack.zip") as archive:
        zipped = sorted(archive.namelist())

    assert found == [
        ".hub-site", "a/index.html", "assets/held/a/index.html.js", "assets/held/index.html.js",
        "assets/held/search/words/x.bin.js", "assets/pack-reader.js", "assets/pack.js", "index.html",
    ]  # fmt: skip
    assert zipped == [f"pack/{path}" for path in found[1:]]
    assert (made.files, made.films, made.film_size) == (7, 1, 4)
    assert made.size == sum((folder / path).stat().st_size for path in found[1:])


def test_films_come_along_when_asked_for_and_the_same_site_gives_the_same_zip(site: Path) -> None:
    packed(site, films=True)
    first = (site.parent / "pack.zip").read_bytes()
    packed(site, films=True)

    assert (site.parent / "pack/film.mp4").read_text() == "film"
    assert first == (site.parent / "pack.zip").read_bytes()


def test_nothing_of_others_is_replaced_and_only_a_built_site_is_packed(site: Path) -> None:
    (site.parent / "pack").mkdir()
    (site.parent / "pack/mine.txt").write_text("mine")
    with pytest.raises(HubError):
        packed(site)
    with pytest.raises(HubError):
        pack(site.parent, site.parent / "other", Settings(site_name="Hub"), films=False, sources=())
    with pytest.raises(HubError):
        pack(site, site.parent / "other", Settings(site_name="Hub", audience="internal"), films=False, sources=())

    assert (site.parent / "pack/mine.txt").read_text() == "mine"
