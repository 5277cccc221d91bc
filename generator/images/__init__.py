"""Pictures before they are published. `container` takes their files apart (`png`, `jpeg`, `webp`, `exif`, `metadata`),
`decoding` decodes them, `svg` reads drawings; on these stand `examine` (what is wrong with them), `published` (the file
without what it says beside the picture) and `sizes` (the widths that screens need).
"""

from generator.images.examine import MOST, RASTER, examine, heavy
from generator.images.published import published
from generator.images.sizes import made_sizes, shown_size, sized_name, widths

__all__ = [
    "MOST", "RASTER", "examine", "heavy", "made_sizes", "published", "shown_size", "sized_name", "widths",
]  # fmt: skip
