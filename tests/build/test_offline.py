"""A hub says what of it can be kept, and a site that offers nothing takes away what one before it offered."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from generator.build.offline import list_files, offline_files
from generator.model.settings import Settings
from generator.runtime.template_folders import program_templates

FOLDERS = (program_templates(),)


def test_files_are_listed_with_size_and_hash_and_films_apart(tmp_path: Path) -> None:
    for path, text in {
        "a/index.html": "page",
        "f.mp4": "film",
        "sw.js": "",
        "404.html": "",
        "feeds/all.xml": "",
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    list_files(tmp_path)
    edition = json.loads((tmp_path / "offline/edition.json").read_text())
    list_files(tmp_path)

    assert json.loads((tmp_path / "offline/files.json").read_text()) == {
        "pages": {"a/index.html": [4, sha256(b"page").hexdigest()[:16]]},
        "films": {"f.mp4": [4, sha256(b"film").hexdigest()[:16]]},
    }
    assert (edition["pages"], edition["films"]) == (4, 4)
    assert edition == json.loads((tmp_path / "offline/edition.json").read_text())
    (tmp_path / "a/index.html").write_text("Page")
    list_files(tmp_path)
    assert edition["edition"] != json.loads((tmp_path / "offline/edition.json").read_text())["edition"]


def test_every_site_has_a_worker_and_only_one_that_is_kept_can_be_installed() -> None:
    offered = {
        file.path: bytes(file.made()) for file in offline_files(Settings(site_name="Hub", offline=True), FOLDERS)
    }
    other = {file.path: bytes(file.made()) for file in offline_files(Settings(site_name="Hub"), FOLDERS)}

    assert json.loads(offered["manifest.webmanifest"])["start_url"] == "."
    assert b"respondWith" in offered["sw.js"]
    assert list(other) == ["sw.js"]
    assert b"unregister" in other["sw.js"]
    assert b"fetch" not in other["sw.js"]


def test_an_internal_site_is_kept_on_no_device() -> None:
    assert not Settings(site_name="Hub", offline=True).for_audience("internal").offline
