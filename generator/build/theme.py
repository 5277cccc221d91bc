"""The looks of a site: what its theme brings, the hub's own files before the program's of the same name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.build.css_minify import minified
from generator.model.page import Export

SHEET = "assets/hub.css"
STYLES = "styles"


def theme_assets(folders: Sequence[Path]) -> tuple[tuple[str, Path], ...]:
    """Scripts, fonts and pictures to copy: path on the site, file on disk."""
    found = ((f"assets/{path}", file) for path, file in _files(folders, "assets").items())
    return tuple(sorted(one for one in found if one[0] != SHEET))


def style_sheet(folders: Sequence[Path], generated: str) -> Export:
    """What the program says (colours of kinds, numbers of pages), and after it the files of `styles/` in the order of
    their names, as one file.

    A person reads several files; for a page, each would be another request, and what explains them is a fifth of the
    bytes.
    A hub's own `assets/hub.css` takes the place of them all.
    """
    whole = [folder / SHEET for folder in folders if (folder / SHEET).is_file()]
    parts = sorted((path, file) for path, file in _files(folders, STYLES).items() if path.endswith(".css"))
    files = whole[:1] or [file for _, file in parts]
    texts = (generated, *(file.read_text("utf-8") for file in files))
    return Export(SHEET, "\n".join(map(minified, texts)).encode())


def _files(folders: Sequence[Path], name: str) -> Mapping[str, Path]:
    """Every file in a folder of the templates, by its path there."""
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        place = folder / name
        found |= {file.relative_to(place).as_posix(): file for file in place.rglob("*") if file.is_file()}
    return found
