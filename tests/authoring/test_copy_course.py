"""A consultant copies a course for a school, and takes one along to a learning platform."""

from __future__ import annotations

import re
import zipfile
from contextlib import chdir
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.content.validate import check_content
from generator.engine import load_config
from generator.images.container import contained
from generator.kinds import KINDS
from generator.kinds.course.fingerprint import fingerprint
from tests.hub import changed, copied
from tests.images.made import exif, saved

SOURCE = "fagtekster-5-klasse"
NAMES = {
    "cc": "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1",
    "lom": "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest",
}


def hub(*words: str, cwd: Path) -> Result:
    with chdir(cwd):
        return CliRunner().invoke(main, words, catch_exceptions=False)


def test_a_copy_is_a_draft_that_checks_and_knows_its_source(tmp_path: Path) -> None:
    root = copied(tmp_path)
    made = hub("copy", SOURCE, "fagtekster-6-klasse", "--school", "testskole-2", cwd=root)
    checked = check_content(root, load_config(root / "site_config.yml").settings, KINDS, drafts="shown")
    copy = checked.catalog.items["course", "fagtekster-6-klasse"].model
    source = checked.catalog.items["course", SOURCE].model

    assert made.exit_code == 0, made.stderr
    assert checked.problems == ()
    assert (copy.status, copy.author.school, copy.version) == ("draft", "testskole-2", "1.0")
    assert (copy.based_on.course, copy.based_on.version) == (SOURCE, source.version)
    assert copy.based_on.hash == fingerprint(source) == fingerprint(copy.model_copy(
        update={"author": source.author, "version": source.version}
    ))  # fmt: skip
    assert copy.experiences == ()
    first = (root / "content/courses/fagtekster-6-klasse.yml").read_text("utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=../../.hub/schema/course.json")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("copy", "fagtekster-9-klasse", "ny", "--school", "testskole-2"), "Nærmest: »fagtekster-"),
        (("copy", SOURCE, "ny", "--school", "testskole-22"), "Der er ikke en skole"),
        (("copy", SOURCE, "broeker-5-klasse", "--school", "testskole-2"), "findes allerede"),
        (("copy", SOURCE, "con", "--school", "testskole-2"), "kan ikke være et id"),
        (("copy", SOURCE, "Ny Æble", "--school", "testskole-2"), "kan ikke være et id"),
        (("export", "cartridge", "findes-ikke"), "Der er ikke et udgivet forløb"),
    ],
)
def test_what_cannot_be_done_is_said_plainly(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    done = hub(*words, cwd=copied(tmp_path))

    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "output", [f"content/courses/{SOURCE}.yml", "content/pages/new.imscc", "content/../content/x", "link"]
)
def test_a_package_is_not_written_over_the_content(tmp_path: Path, output: str) -> None:
    root = copied(tmp_path)
    (root / "link").symlink_to(f"content/courses/{SOURCE}.yml")
    before = (root / f"content/courses/{SOURCE}.yml").read_bytes()
    done = hub("export", "cartridge", SOURCE, "--output", output, cwd=root)

    assert done.exit_code == 2
    assert done.stderr.startswith("Filen kan ikke skrives til")
    assert (root / f"content/courses/{SOURCE}.yml").read_bytes() == before


def test_a_licence_that_forbids_adaptation_is_kept(tmp_path: Path) -> None:
    root = copied(tmp_path)
    course = root / "content/courses/baenkebiderens-valg-2-klasse.yml"
    changed(course, lambda text: re.sub(r"^licence: .*$", "licence: CC-BY-ND-4.0", text, flags=re.MULTILINE))
    done = hub("copy", "baenkebiderens-valg-2-klasse", "ny", "--school", "testskole-2", cwd=root)

    assert done.exit_code == 2
    assert "tillader ikke bearbejdede kopier" in done.stderr
    assert not (root / "content/courses/ny.yml").exists()


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    root = copied(tmp_path_factory.mktemp("packed"))
    course = root / f"content/courses/{SOURCE}.yml"
    (root / "content/courses/ark.txt").write_text("et ark")
    (root / "content/courses/tur #1.jpg").write_bytes(saved("JPEG", exif=exif()))
    sheet = (
        "materials:\n  - {title: Et ark, file: ark.txt, licence: CC0-1.0}\n"
        '  - {title: En tur, file: "tur #1.jpg", licence: CC0-1.0}\n'
    )
    (root / "content/courses/kort #1.jpg").write_bytes(saved("JPEG", exif=exif()))
    shown = '    activities:\n      - pictures: [{file: "kort #1.jpg", alt: Et kort.}]\n        '
    changed(course, lambda text: text.replace("materials:\n", sheet).replace("    activities:\n      - ", shown, 1))
    done = hub("export", "cartridge", SOURCE, cwd=root)
    assert done.exit_code == 0, done.stderr
    first = (root / f"{SOURCE}.imscc").read_bytes()
    hub("export", "cartridge", SOURCE, cwd=root)
    assert first == (root / f"{SOURCE}.imscc").read_bytes()
    return zipfile.ZipFile(root / f"{SOURCE}.imscc")


def test_the_manifest_and_the_package_agree(package: zipfile.ZipFile) -> None:
    manifest = ElementTree.fromstring(package.read("imsmanifest.xml"))
    resources = {node.get("identifier"): node for node in manifest.iterfind("cc:resources/cc:resource", NAMES)}
    items = [node.get("identifierref") for node in manifest.iter(f"{{{NAMES['cc']}}}item") if node.get("identifierref")]
    files = {file.get("href") for node in resources.values() for file in node.iterfind("cc:file", NAMES)}
    identifiers = [node.get("identifier") for node in manifest.iter() if node.get("identifier")]

    assert package.testzip() is None
    assert set(items) <= set(resources)
    assert files == set(package.namelist()) - {"imsmanifest.xml"}
    assert len(identifiers) == len(set(identifiers))
    assert manifest.findtext("cc:metadata/cc:schema", namespaces=NAMES) == "IMS Common Cartridge"
    assert manifest.findtext("cc:metadata/cc:schemaversion", namespaces=NAMES) == "1.3.0"
    assert len(manifest.findall("cc:organizations/cc:organization/cc:item", NAMES)) == 1
    assert "CC BY-SA" in "".join(manifest.find("cc:metadata/lom:lom/lom:rights", NAMES).itertext())  # type: ignore[union-attr]


def test_a_picture_in_the_package_says_no_more_than_on_the_site(package: zipfile.ZipFile) -> None:
    pictures = [contained(package.read(f"web/files/{name} #1.jpg")) for name in ("tur", "kort")]
    pages = "".join(package.read(name).decode() for name in package.namelist() if name.endswith(".html"))

    assert [(picture.has_place, picture.words) for picture in pictures] == [(False, ())] * 2
    assert 'href="files/tur%20%231.jpg"' in pages
    assert '<img src="files/kort%20%231.jpg" alt="Et kort.">' in pages


def test_every_page_of_the_package_stands_alone(package: zipfile.ZipFile) -> None:
    pages = {name: package.read(name).decode() for name in package.namelist() if name.endswith(".html")}

    assert {"web/about.html", "web/lesson-001.html", "web/evaluation.html"} <= set(pages)
    assert all("../" not in page and 'href="courses' not in page for page in pages.values())
    assert 'href="files/ark.txt"' in pages["web/about.html"]
    assert all(page.count("<h1>") == 1 for page in pages.values())
