"""Pictures before they are published. `container` takes their files apart (`png`, `jpeg`, `webp`, `exif`,
`metadata_scan`), `decode_to_srgb` decodes them, `svg` reads drawings; on these stand `examine` (what is wrong with
them), `sanitize` (the file without what it says beside the picture), `handed_in` (what people hand in, made anew) and
`sizes` (the widths that screens need).
"""

from generator.images.examine import MOST, RASTER, examine, heavy, words_in
from generator.images.sanitize import published, published_bytes
from generator.images.sizes import made_sizes, of_sized_name, shown_size, sized_name, widths

__all__ = [
    "MOST", "RASTER", "examine", "heavy", "made_sizes", "of_sized_name", "published", "published_bytes", "shown_size",
    "sized_name", "widths", "words_in",
]  # fmt: skip
