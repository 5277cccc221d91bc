"""Makes the folder and the zip of a pack."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.build.marker import MARKER, audience_of, every_file, listed_files
from generator.build.site_swap import replacing
from generator.exports.pack.files_as_scripts import FOLDER, is_held, script_of
from generator.exports.pack.pages import READER, SCRIPT, Pack, packed_page
from generator.exports.pack.scripts import joined
from generator.model.settings import Settings
from generator.problems.problem import HubError
from generator.store.atomic_write import instead_of, write

FILMS = (".mp4", ".webm")
_LEFT_OUT = (
    "404.html", "sitemap.xml", "robots.txt", "sw.js", "manifest.webmanifest", "offline/files.json",
    "offline/edition.json",
)  # fmt: skip
"""What only a server's site has a use for."""
_STORED = (*FILMS, ".png", ".jpg", ".jpeg", ".webp", ".woff2", ".zip", ".xlsx", ".mp3")
"""What no compression makes smaller."""


@dataclass(frozen=True, slots=True)
class Packed:
    """What came of it. Sizes are in bytes."""

    files: int
    size: int
    zipped: int
    films: int
    """How many films the site has of its own, in the pack or not."""
    film_size: int


def pack(site: Path, folder: Path, settings: Settings, *, films: bool, sources: tuple[Path, ...]) -> Packed:
    """Puts the built site into `folder`, and beside it into a zip of the same name, so that it opens from a disk.

    HubError when `site` is not built or for somebody else, or when `folder` holds what is not ours.
    """
    names = _files_of(site, settings)
    of_films = {path: (site / path).stat().st_size for path in names if path.endswith(FILMS)}
    taken = [path for path in names if films or path not in of_films]
    scripts, modules = _scripts(site, names)
    shown = [path for path in taken if path not in modules and not path.endswith(".bin")]
    about = Pack(frozenset(shown), settings.site_url, settings.spoken.gettext)
    with replacing(folder, sources=(*sources, site), audience=settings.audience) as staging:
        for path, content in scripts.items():
            write(staging / path, content)
        for path in taken:
            _put(site, staging, path, about, is_shown=path in about.files)
    sizes = {path: (folder / path).stat().st_size for path in sorted(every_file(folder)) if path != MARKER}
    zipped = _zip(folder, list(sizes))
    return Packed(len(sizes), sum(sizes.values()), zipped.stat().st_size, len(of_films), sum(of_films.values()))


def _files_of(site: Path, settings: Settings) -> list[str]:
    if not (site / MARKER).is_file():
        raise HubError("{folder} is no built site.", "Run “hub build” first.", folder=site)
    if audience_of(site) != settings.audience:
        raise HubError("{folder} is built for others.", "Build it with the same --for.", folder=site)
    return sorted(path for path in listed_files(site) or () if path not in _LEFT_OUT)


def _scripts(site: Path, names: list[str]) -> tuple[Mapping[str, bytes], frozenset[str]]:
    """The scripts of the pack by path, and the modules of the site in whose place they stand."""
    assets = [path.removeprefix("assets/") for path in names if path.startswith("assets/") and path.endswith(".js")]
    script, modules = joined({path: (site / "assets" / path).read_text("utf-8") for path in assets}, "hub.js")
    reader = (Path(__file__).parent / "reader.js").read_bytes()
    return {READER: reader, SCRIPT: script.encode()}, frozenset(f"assets/{path}" for path in modules)


def _put(site: Path, staging: Path, path: str, pack: Pack, *, is_shown: bool) -> None:
    file = site / path
    if is_held(path):
        write(staging / f"{FOLDER}{path}.js", script_of(path, file.read_bytes()))
    if not is_shown or (staging / path).exists():
        return
    (staging / path).parent.mkdir(parents=True, exist_ok=True)
    if path.endswith(".html"):
        write(staging / path, packed_page(file.read_text("utf-8"), path, pack).encode())
    else:
        shutil.copyfile(file, staging / path)


def _zip(folder: Path, paths: list[str]) -> Path:
    """All of a folder in one file, the same bytes for the same files."""
    file = folder.with_name(f"{folder.name}.zip")
    with instead_of(file) as new, zipfile.ZipFile(new, "w") as archive:
        for path in paths:
            about = zipfile.ZipInfo(f"{folder.name}/{path}")
            about.compress_type = zipfile.ZIP_STORED if path.endswith(_STORED) else zipfile.ZIP_DEFLATED
            about.external_attr = 0o644 << 16
            with archive.open(about, "w") as inside, (folder / path).open("rb") as content:
                shutil.copyfileobj(content, inside)
    return file
