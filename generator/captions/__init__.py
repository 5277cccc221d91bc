"""Captions as files. `cues` holds what is read, `timestamps` times, `markup` what stands in a caption.

`webvtt` reads as browsers do and writes, `lenient_cues` and `ttml` read what programs write (`foreign` knows which),
`rolling` takes back what automatic captions repeat, `language_guess` guesses the language.
"""

from generator.captions.cues import MOST_BYTES, Cue, Read, Unread
from generator.captions.foreign import UnknownFormError, decoded, read_foreign
from generator.captions.language_guess import other_tongue
from generator.captions.rolling import is_rolling, unrolled
from generator.captions.webvtt import read_webvtt, spoken, written

__all__ = [
    "MOST_BYTES", "Cue", "Read", "UnknownFormError", "Unread", "decoded", "is_rolling", "other_tongue", "read_foreign",
    "read_webvtt", "spoken", "unrolled", "written",
]  # fmt: skip
