"""A picture as HTML: in the size that the screen needs, with room kept for it, and with a line under it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from generator.images import shown_size, sized_name, widths

_COLUMN = "(min-width: 60rem) 48rem, 100vw"
"""How wide a picture is shown in the text of a page."""
_COLUMN_PIXELS = 768
"""The same where there is room."""
_IMAGE = Markup(
    '<picture><source type="image/webp" srcset="{srcset}" sizes="{sizes}">'
    '<img src="{src}" width="{width}" height="{height}" alt="{alt}"{lazy}></picture>'
)
_FIGURE = Markup(
    '<figure class="hub-picture"><a class="hub-frame" href="{src}" aria-label="{label}"><span>{image}</span></a>'
    "{caption}</figure>"
)


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture on a page, with addresses relative to it."""

    src: str
    """In full size, as it was given."""
    width: int
    """Pixels."""
    height: int
    sizes: tuple[tuple[int, str], ...]
    """Widths in pixels, rising, and the addresses of the copies."""

    @property
    def srcset(self) -> str:
        return ", ".join(f"{url} {width}w" for width, url in self.sizes)

    def element(self, alt: str, sizes: str = _COLUMN, *, lazy: bool = True) -> Markup:
        """The picture in the size that the screen needs, with room kept for it. A smaller one than the column is no
        larger on paper either, where its own width counts.
        """
        if sizes == _COLUMN and self.width < _COLUMN_PIXELS:
            sizes = f"(min-width: {self.width}px) {self.width}px, 100vw"
        return _IMAGE.format(
            srcset=self.srcset, sizes=sizes, src=self.src, width=self.width, height=self.height, alt=alt,
            lazy=Markup(' loading="lazy"') if lazy else "",
        )  # fmt: skip

    def figure(self, alt: str, label: str, caption: str = "") -> Markup:
        """The picture with the line under it; it opens large, and `label` says so aloud."""
        below = Markup("<figcaption>{}</figcaption>").format(caption) if caption else ""
        return _FIGURE.format(src=self.src, label=label, image=self.element(alt), caption=below)


def sizes_of(file: Path, path: str, url: Callable[[str], str]) -> tuple[int, int, tuple[tuple[int, str], ...]]:
    """Width and height of the picture that stands at `path` on the site, and its copies by width; `url` says how a page
    names a path. ValueError or OSError when it cannot be read.
    """
    width, height = shown_size(file)
    return width, height, tuple((one, url(sized_name(path, one))) for one in widths(width, height))
