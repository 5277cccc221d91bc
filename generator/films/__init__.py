"""Films as files: `mp4` and `webm` read how long one is, how it is coded and what it tells, without decoding; `film` is
what they find, `sanitize` takes out what need not be published.
"""

from generator.films.film import Film, look_at
from generator.films.sanitize import cleaned

__all__ = ["Film", "cleaned", "look_at"]
