"""Looks at the files that a document names: those of fields, and the pictures in its texts."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path, PurePosixPath

from generator.content.check.national_id_check import file_holds
from generator.content.file_names import fit_name, id_like, is_fit, is_reserved
from generator.images import examine
from generator.model.catalog import Finding, Lookup, nearest
from generator.model.fields import Picture
from generator.model.markdown import content_of
from generator.model.markdown_containers import most_cells
from generator.model.text_pictures import TextPicture
from generator.model.walk import Path as KeyPath

_AS_PICTURE, _AS_TEXT = (".jpg", ".png"), (".docx", ".odt", ".pdf")
_SAVED_AS = {
    **dict.fromkeys((".heic", ".heif", ".jfif", ".tif", ".tiff", ".bmp", ".gif", ".avif", ".svg"), _AS_PICTURE),
    **dict.fromkeys((".mov", ".avi", ".mkv", ".wmv", ".m4v", ".mpg", ".mpeg", ".3gp", ".mts"), (".mp4",)),
    **dict.fromkeys((".doc", ".rtf", ".pages", ".gdoc"), _AS_TEXT), ".pub": (".pdf",), ".vsd": (".pdf",),
    ".xls": (".xlsx",), ".numbers": (".xlsx",), ".ppt": (".pptx",), ".key": (".pptx",), ".htm": _AS_TEXT,
    ".html": _AS_TEXT, ".epub": (".pdf",),
}  # fmt: skip
"""What the programs that make such a file can save it as, the best first."""
_OTHER_CAPTIONS = frozenset({".srt", ".sbv", ".ttml", ".dfxp"})
_NO_WORDS = re.compile(
    r".*\.(?:png|jpe?g|webp|gif|svg|heic)|(?:billede|foto|skærm(?:billede|dump|print)|figur|illustration|grafik|ikon|logo"
    r"|image|picture|photo|screen ?shot|figure|graphic|icon|alt(?:-?tekst)?|img|dsc)[ _-]*[\d.()_ -]*",
    re.IGNORECASE,
)
"""A name of a file, or a word for pictures, with or without a number."""


def file_findings(
    path: KeyPath, suffixes: tuple[str, ...], folder: Path, text: str, allowed: Collection[str]
) -> list[Finding]:
    """What is wrong with a file that a document names, of one of the sorts that can be used there."""
    pure = PurePosixPath(text)
    if re.match(r"(?:[a-z]{2,}:|www\.|//)", text, re.IGNORECASE):
        return [Finding("asset-address", path, {"file": text[:80]})]
    if "\\" in text and ":" not in text and ".." not in text and not text.startswith("\\"):
        return [Finding("asset-slash", path, {"file": text, "nearest": text.replace("\\", "/")})]
    if pure.is_absolute() or ".." in pure.parts or "\\" in text or ":" in text:
        return [Finding("asset-outside", path, {"file": text})]
    if pure.suffix.lower() in _OTHER_CAPTIONS and ".vtt" in suffixes:
        return [Finding("captions-import", path, {"file": text})]
    if pure.suffix.lower() not in suffixes:
        better = next((one for one in _SAVED_AS.get(pure.suffix.lower(), ()) if one in suffixes), "")
        return [Finding("asset-type", path, {"file": text, "expected": ", ".join(suffixes), "better": better})]
    if str(pure) != text or any(is_reserved(part) or not is_fit(part) for part in pure.parts):
        wanted = "/".join((*map(id_like, pure.parts[:-1]), fit_name(pure.name)))
        return [Finding("asset-name", path, {"file": text, "wanted": wanted if str(pure) == text else str(pure)})]
    place = folder
    for part in pure.parts:
        place /= part
        if place.is_symlink():
            return [Finding("asset-symlink", path, {"file": text})]
    if not place.is_file():
        there = [str(file.relative_to(folder)) for file in folder.rglob("*") if file.suffix.lower() in suffixes]
        return [Finding("asset-missing", path, {"file": text, "nearest": nearest(text, there)})]
    found = [Finding(rule, path, values) for rule, values in examine(place)]
    return [Finding("personal-cpr", path), *found] if file_holds(place, allowed) else found


def picture_findings(path: KeyPath, text: str, lookup: Lookup, kind: str) -> list[Finding]:
    """What is wrong with the pictures of a text, as with those in fields. `kind` is "" where no files come along."""
    pictures = () if "![" not in text or most_cells(text) else content_of(text).pictures
    if pictures and not kind:
        return [Finding("rich-picture", path, {"file": pictures[0].file[:80]})]
    return [finding for picture in pictures for finding in _picture(path, picture, lookup, kind)]


def _picture(path: KeyPath, picture: TextPicture, lookup: Lookup, kind: str) -> list[Finding]:
    values = {"file": picture.file[:80]}
    if not picture.file:
        return [Finding("picture-nameless", path)]
    found = file_findings(path, Picture().suffixes, lookup.folders[kind], picture.file, lookup.look_alikes)
    if not picture.alt:
        found.append(Finding("picture-undescribed", path, values))
    elif says_nothing(picture.alt):
        found.append(Finding("picture-words", path, {"alt": picture.alt}))
    if not picture.is_alone:
        found.append(Finding("picture-among-words", path, values))
    return found


def says_nothing(alt: str) -> bool:
    """Whether words for those who do not see a picture say no more than that there is one."""
    return _NO_WORDS.fullmatch(alt.strip()) is not None
