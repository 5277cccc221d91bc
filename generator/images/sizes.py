"""Makes a picture in the widths that a phone, a tablet and paper need, once for each content."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps, features
from PIL import __version__ as pillow

_WIDTHS = (480, 800, 1200, 1800)
_WIDEST = 2400
"""Sharper than paper and any screen that shows a guide."""
_LOSSY: dict[str, Any] = {"quality": 80, "method": 6}
_LOSSLESS: dict[str, Any] = {"lossless": True, "method": 6}
_ORIENTATION = 0x0112
_TURNED = {5, 6, 7, 8}
"""Orientations (EXIF 2.32, 4.6.4 A) that change width and height."""


def widths(width: int) -> tuple[int, ...]:
    """The widths that a picture of so many pixels is made in, rising, none wider than it is and no two alike."""
    most = min(width, _WIDEST)
    return (*(one for one in _WIDTHS if one * 1.2 < most), most)


def sized_name(path: str, width: int) -> str:
    """Where a picture's copy of that width stands, given the picture's own path on the site."""
    return f"{path}.{width}.webp"


@lru_cache(maxsize=4096)
def shown_size(file: Path) -> tuple[int, int]:
    """Width and height in pixels as people see it: turned the way the camera was held."""
    with Image.open(file) as picture:
        width, height = picture.size
        # Only JPEG says so in practice; Pillow would decode a whole PNG to look for it.
        turned = picture.format == "JPEG" and picture.getexif().get(_ORIENTATION) in _TURNED
        return (height, width) if turned else (width, height)


def made_sizes(files: Iterable[tuple[str, Path]], cache: Path) -> tuple[tuple[str, Path], ...]:
    """Copies of pictures, as paths on the site and files in `cache`, made only when they are not there whole.

    The name of a file in the cache holds what it was made of, how, and its own hash: nothing in it has to be trusted.
    """
    cache.mkdir(parents=True, exist_ok=True)
    # Pillow lets go of Python's lock while it works, so threads are enough.
    with ThreadPoolExecutor(os.cpu_count()) as crew:
        made = crew.map(lambda one: tuple(_sizes_of(one[0], one[1], cache)), files)
        return tuple(copy for copies in made for copy in copies)


def _sizes_of(path: str, file: Path, cache: Path) -> Iterator[tuple[str, Path]]:
    content = file.read_bytes()
    key = hashlib.sha256(_recipe() + content).hexdigest()[:32]
    opened: Image.Image | None = None
    for width in widths(shown_size(file)[0]):
        kept = _kept(cache, f"{key}-{width}")
        if kept is None:
            opened = opened or _upright(content)
            kept = _keep(cache, f"{key}-{width}", _made(opened, width))
        yield sized_name(path, width), kept


def _recipe() -> bytes:
    return repr((_LOSSY, _LOSSLESS, pillow, features.version("webp"))).encode()


def _kept(cache: Path, key: str) -> Path | None:
    for file in cache.glob(f"{key}-*.webp"):
        if file.stem.rpartition("-")[2] == _hash(file.read_bytes()):
            return file
        file.unlink(missing_ok=True)
    return None


def _keep(cache: Path, key: str, content: bytes) -> Path:
    file = cache / f"{key}-{_hash(content)}.webp"
    written = file.with_suffix(f".{os.getpid()}")
    written.write_bytes(content)
    written.replace(file)
    return file


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _upright(content: bytes) -> Image.Image:
    with Image.open(io.BytesIO(content)) as picture:
        plain = "RGBA" if picture.has_transparency_data else "RGB"
        return ImageOps.exif_transpose(picture).convert(plain)


def _made(picture: Image.Image, width: int) -> bytes:
    """Screens of even colour are smaller without loss, photographs with: whichever is."""
    height = max(1, round(picture.height * width / picture.width))
    small = picture if width == picture.width else picture.resize((width, height), Image.Resampling.LANCZOS)
    ways = [_LOSSY] if width != picture.width else [_LOSSY, _LOSSLESS]
    return min((_encoded(small, way) for way in ways), key=len)


def _encoded(picture: Image.Image, way: dict[str, Any]) -> bytes:
    out = io.BytesIO()
    picture.save(out, "WEBP", exif=b"", icc_profile=picture.info.get("icc_profile"), **way)
    return out.getvalue()
