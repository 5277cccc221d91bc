"""Makes a picture in the widths that a phone, a tablet and paper need, once for each content."""

from __future__ import annotations

import hashlib
import io
import math
import os
import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

from PIL import Image, features
from PIL import __version__ as pillow

from generator.images.container import Contained, contained
from generator.images.decode_to_srgb import decoded
from generator.images.webp import chunks
from generator.problems.problem import HubError
from generator.store.atomic_write import instead_of

_WIDTHS = (480, 800, 1200, 1800)
_WIDEST = 2400
"""Sharper than paper and any screen that shows a guide."""
_TALLEST = 16_383
"""Pixels: WebP holds no more in either direction (RFC 9649)."""
_MOST = 8_000_000
"""Pixels of a copy: a long screenshot is made no wider than that takes."""
# Method 6 takes three times as long over a noisy photograph, and saves two bytes of a hundred.
_LOSSY: dict[str, object] = {"quality": 80, "method": 4}
_LOSSLESS: dict[str, object] = {"lossless": True, "method": 4}
_COLOURS = 1 << 16
"""A picture of more is a photograph, which is never smaller without loss, and takes long to try."""
_MADE_BY = "2"
"""To be raised when copies are made otherwise."""


def widths(width: int, height: int) -> tuple[int, ...]:
    """The widths that a picture of this size is made in, rising, none wider than it is and no two alike."""
    fitting = min(_TALLEST * width // height, math.isqrt(_MOST * width // height))
    most = max(1, min(width, _WIDEST, fitting))
    return (*(one for one in _WIDTHS if one * 1.2 < most), most)


def sized_name(path: str, width: int) -> str:
    """Where a picture's copy of that width stands, given the picture's own path on the site."""
    return f"{path}.{width}.webp"


_SIZED = re.compile(r"(.+)\.\d+\.webp", re.DOTALL)


def of_sized_name(path: str) -> str:
    """The picture's own path, given where a copy of it stands; "" for what is no copy's path."""
    found = _SIZED.fullmatch(path)
    return found[1] if found else ""


def shown_size(file: Path) -> tuple[int, int]:
    """Width and height in pixels as people see it: turned the way the camera was held."""
    at = file.stat()
    return _shown_size(file, at.st_mtime_ns, at.st_size)


@lru_cache(maxsize=4096)
def _shown_size(file: Path, _time: int, _bytes: int) -> tuple[int, int]:
    return contained(file.read_bytes()).size


def made_sizes(files: Iterable[tuple[str, Path]], cache: Path) -> tuple[tuple[str, Path], ...]:
    """Copies of pictures, as paths on the site and files in `cache`, made only when they are not there whole.

    The name of a file in the cache holds what it was made of, how, and its own hash. That a file there is a still
    picture in WebP is looked at all the same, so that nothing else can come from there.
    """
    cache.mkdir(parents=True, exist_ok=True)
    files = tuple(files)
    # Pillow lets go of Python's lock while it works, so threads are enough.
    with ThreadPoolExecutor(os.cpu_count()) as crew:
        keys = tuple(crew.map(lambda one: _key(one[1]), files))
        first = {key: file for key, (_, file) in zip(keys, files, strict=True)}  # one picture may have many names
        made = dict(zip(first, crew.map(lambda key: tuple(_sizes_of(key, first[key], cache)), first), strict=True))
    return tuple(
        (sized_name(path, width), copy) for key, (path, _) in zip(keys, files, strict=True) for width, copy in made[key]
    )


def _key(file: Path) -> str:
    recipe = repr((_MADE_BY, _LOSSY, _LOSSLESS, pillow, features.version("webp"))).encode()
    return hashlib.sha256(recipe + file.read_bytes()).hexdigest()[:32]


def _sizes_of(key: str, file: Path, cache: Path) -> Iterator[tuple[int, Path]]:
    whole: Image.Image | None = None
    try:
        picture = contained(file.read_bytes())
        wanted = widths(*picture.size)
        for width in wanted:
            kept = _kept(cache, f"{key}-{width}")
            if kept is None:
                whole = whole or decoded(picture, _at(picture, wanted[-1]))
                kept = _keep(cache, f"{key}-{width}", _made(whole, _at(picture, width)))
            yield width, kept
    except ValueError as error:  # the check has read it whole
        raise HubError("{path} was changed meanwhile.", "Build again.", path=file) from error


def _at(picture: Contained, width: int) -> tuple[int, int]:
    """The size of a copy of that width."""
    all_width, all_height = picture.size
    return width, min(_TALLEST, max(1, round(all_height * width / all_width)))


def _kept(cache: Path, key: str) -> Path | None:
    for file in cache.glob(f"{key}-*.webp"):
        content = file.read_bytes()
        if file.stem.rpartition("-")[2] == _hash(content) and _is_plain(content):
            return file
        file.unlink(missing_ok=True)
    return None


def _is_plain(content: bytes) -> bool:
    try:
        return content[8:12] == b"WEBP" and {name for name, _ in chunks(content)} <= {
            b"VP8 ", b"VP8L", b"VP8X", b"ALPH",
        }  # fmt: skip
    except ValueError:
        return False


def _keep(cache: Path, key: str, content: bytes) -> Path:
    file = cache / f"{key}-{_hash(content)}.webp"
    with instead_of(file) as new:
        new.write(content)
    return file


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _made(whole: Image.Image, size: tuple[int, int]) -> bytes:
    """Screens of even colour are smaller without loss, photographs with: whichever is."""
    if size != whole.size:
        return _encoded(whole.resize(size, Image.Resampling.LANCZOS), _LOSSY)
    ways = [_LOSSY] if whole.getcolors(_COLOURS) is None else [_LOSSY, _LOSSLESS]
    return min((_encoded(whole, way) for way in ways), key=len)


def _encoded(picture: Image.Image, way: dict[str, object]) -> bytes:
    out = io.BytesIO()
    picture.save(out, "WEBP", **way)
    return out.getvalue()
