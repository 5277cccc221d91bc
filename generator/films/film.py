"""A film as its file says it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.films import mp4, webm
from generator.films.parse_result import Parts, Span

PLAYED = frozenset(
    {"avc1", "avc3", "av01", "vp08", "vp09", "mp4a", "Opus", "fLaC", ".mp3"}
    | {"V_VP8", "V_VP9", "V_AV1", "A_OPUS", "A_VORBIS"}
)
"""Ways of coding pictures and sound that every browser plays (MDN, "Media container formats"), as files name them."""
_NAMES = {
    "hvc1": "HEVC (H.265)", "hev1": "HEVC (H.265)", "dvh1": "Dolby Vision", "dvhe": "Dolby Vision", "mp4v": "MPEG-4",
    "ac-3": "Dolby Digital", "ec-3": "Dolby Digital Plus", "alac": "Apple Lossless", "sowt": "PCM", "twos": "PCM",
    "lpcm": "PCM", "samr": "AMR", "jpeg": "Motion JPEG", "apch": "Apple ProRes", "apcn": "Apple ProRes", "encv": "DRM",
    "enca": "DRM", "s263": "H.263",
}  # fmt: skip
_TRACKING = frozenset({"gpmd", "camm", "rtmd", "djmd"})
"""Tracks in which cameras write where they are, moment by moment."""


@dataclass(frozen=True, slots=True)
class Film:
    """What a file says of its film."""

    form: str
    """MP4, QuickTime, WebM or Matroska."""
    seconds: float | None
    """Its length; None when the file does not say."""
    unplayed: tuple[str, ...]
    """Names of the ways of coding in it that not all browsers play."""
    has_place: bool
    tracks: bool
    """Whether a track of it says where the camera was, which cannot be taken out here."""
    spare: tuple[Span, ...]
    """Parts of the file that are not needed to play it and say where it was filmed, or by whom and with what."""


def look_at(file: Path) -> Film:
    """Reads heads alone, however large the film. ValueError when it is neither MP4 nor WebM, or not whole."""
    with file.open("rb") as source:
        start = source.read(12)
        source.seek(0)
        size = file.stat().st_size
        if start[:4] == b"\x1a\x45\xdf\xa3":
            parts = webm.parts(source, size)
        elif start[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip"):
            parts = mp4.parts(source, size)
        else:
            raise ValueError("neither MP4 nor WebM")
    return _film(parts)


def _film(parts: Parts) -> Film:
    unplayed = dict.fromkeys(_NAMES.get(code, code) for code in parts.codes if code not in PLAYED)
    return Film(
        parts.form, parts.seconds, tuple(unplayed), parts.has_place, bool(_TRACKING.intersection(parts.others)),
        tuple(parts.spare),
    )  # fmt: skip
