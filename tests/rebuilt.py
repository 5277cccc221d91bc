"""A small hub that is built, changed, and built again; and the same built from nothing."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from PIL import Image

from generator.build.pipeline import BuildResult, build
from generator.build.snapshot import look_at
from tests.hub import ENGLISH_HUB


def files_of(site: Path) -> dict[str, str]:
    """Every file of a site with the hash of its bytes."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def copy(folder: Path) -> Path:
    """The English hub as it is before the first build."""
    return Path(shutil.copytree(ENGLISH_HUB, folder, ignore=shutil.ignore_patterns(".hub")))


def command(root: Path) -> list[str]:
    """What people type after `hub` to build it."""
    return ["build", "--config", str(root / "site_config.yml"), "--site-dir", str(root / "site")]


def again(root: Path, **options: bool) -> BuildResult:
    return build(root / "site_config.yml", root / "site", **options)


def anew(root: Path, folder: Path) -> Path:
    """The site of the same hub, built from nothing."""
    other = Path(shutil.copytree(root, folder / "anew", ignore=shutil.ignore_patterns(".hub", "site")))
    again(other)
    return other / "site"


def repaint(root: Path, number: int) -> None:
    """Another picture in place of the one beside the guides."""
    file = root / "content/guides/list.png"
    with Image.open(file) as picture:
        size = picture.size
    Image.new("RGB", size, (number % 256, 90, 90)).save(file)


class BuiltOnce:
    """A hub that is built once and put back as it then was, at the same place, as often as tests want it.

    Its cache knows the site's files by path, time and number. They are therefore shared with those that are kept, and
    a test that writes into one of them, as nothing but a test does, costs another build.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.hub, self.kept = root.with_name("unbuilt"), root.with_name("kept")
        shutil.copytree(root, self.hub)
        self._build()

    def put_back(self) -> Path:
        """The hub with its site and its cache; whatever was done to it is gone."""
        if look_at(self.kept) != self.looks:
            self._put(self.hub)
            self._build()
        self._put(self.kept)
        return self.root

    def _build(self) -> None:
        assert not again(self.root).as_it_was
        shutil.rmtree(self.kept, ignore_errors=True)
        shutil.copytree(self.root, self.kept, copy_function=_shared)
        self.looks = look_at(self.kept)

    def _put(self, folder: Path) -> None:
        shutil.rmtree(self.root)
        shutil.copytree(folder, self.root, copy_function=_shared)


def _shared(file: str, copied: str) -> None:
    (os.link if f"{os.sep}site{os.sep}" in file else shutil.copy2)(file, copied)
