"""What a site needs to be kept by readers: its worker, what an installed hub is called, and the list of its files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.build.marker import MARKER, every_file
from generator.model.page import Export
from generator.model.settings import Settings
from generator.store.atomic_write import write

WORKER, MANIFEST, LIST, EDITION = "sw.js", "manifest.webmanifest", "offline/files.json", "offline/edition.json"
FILMS = (".mp4", ".webm")
_NOT_KEPT = {MARKER, WORKER, MANIFEST, LIST, EDITION, "404.html", "sitemap.xml", "robots.txt"}


def offline_files(settings: Settings, folders: Sequence[Path]) -> Iterator[Export]:
    """The worker and the manifest. Without the setting, a worker that takes away what one of before left in browsers.

    The second stands on every site: nobody knows whether the setting was ever on.
    """
    name = "worker.js" if settings.offline else "retired.js"
    yield Export(WORKER, next(file for folder in folders if (file := folder / "offline" / name).is_file()).read_bytes())
    if settings.offline:
        yield Export(MANIFEST, _manifest(settings))


def _manifest(settings: Settings) -> bytes:
    about = {
        "name": settings.site_name, "short_name": settings.site_name, "lang": settings.language, "start_url": ".",
        "scope": ".", "display": "minimal-ui", "background_color": "#fffdf9", "theme_color": "#0a3a42",
        "icons": [{"src": "assets/favicon.svg", "sizes": "any", "type": "image/svg+xml"}],
    }  # fmt: skip
    return json.dumps(about, ensure_ascii=False, indent=1).encode()


def list_files(site: Path) -> None:
    """Writes which files of a finished site can be kept, each with its size and the beginning of its SHA-256."""
    pages: dict[str, tuple[int, str]] = {}
    films: dict[str, tuple[int, str]] = {}
    for path in sorted(every_file(site)):
        if path not in _NOT_KEPT and not path.startswith("feeds/") and not (site / path).is_symlink():
            content = (site / path).read_bytes()
            kept = films if path.endswith(FILMS) else pages
            kept[path] = len(content), hashlib.sha256(content).hexdigest()[:16]
    listed = json.dumps({"pages": pages, "films": films}, ensure_ascii=False, separators=(",", ":")).encode()
    edition = {
        "edition": hashlib.sha256(listed).hexdigest()[:16],
        "pages": sum(size for size, _ in pages.values()), "films": sum(size for size, _ in films.values()),
    }  # fmt: skip
    write(site / LIST, listed)
    write(site / EDITION, json.dumps(edition).encode())
