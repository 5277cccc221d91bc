"""A small hub that is built, changed, and built again; and the same built from nothing."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from PIL import Image

from generator.build.pipeline import BuildResult, build
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
