"""Pictures before they are published: looked at (`examine`), and made in the sizes that screens need (`sizes`)."""

from generator.images.examine import MOST, RASTER, examine, without_location
from generator.images.sizes import made_sizes, shown_size, sized_name, widths

__all__ = [
    "MOST", "RASTER", "examine", "made_sizes", "shown_size", "sized_name", "widths", "without_location",
]  # fmt: skip
