"""What stands in a caption: tags and entities of WebVTT, and those of SubRip that become them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

_TOKEN = re.compile(r"<([^>]*)(>|\Z)|([^<]+)")
"""As browsers read it: whatever begins with < is markup as far as the next >, or the end."""
_OURS = re.compile(r"(/?)(v|i|b|u|ruby|rt|lang)((?:\.[^\s.>]*)*)(?:\s+(.*))?", re.DOTALL)
_UNSHOWN = re.compile(
    r"/?(?:c(?:\.[^\s>]*)?|font|span|br|p|div|em|strong|s|strike|del|small|big|center)(?:[\s/].*)?|(?:\d+:)?\d\d:\d\d\.\d{3}",
    re.IGNORECASE | re.DOTALL,
)
"""Classes, moments inside a line, and tags of HTML that change how it looks alone."""
_BREAK = re.compile(r"br\s*/?", re.IGNORECASE)
_OVERRIDE = re.compile(r"\{\\[^{}]*\}|\{[yYcCfFsSpPoH]:[^{}]*\}")
"""Commands of SubStation Alpha and MicroDVD: `{\\an8}`, `{y:i}`."""
_IN_BRACES = re.compile(r"\{(/?[ibu])\}", re.IGNORECASE)
_SUBRIP = re.compile(r"(/?)([ibu])\s*", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp|lt|gt|nbsp|quot|apos|lrm|rlm|#\d{1,7}|#x[\da-fA-F]{1,6});")


def tokens(text: str) -> Iterator[tuple[str, bool]]:
    """Pieces of a caption in WebVTT, and whether each is markup, then without the signs around it."""
    for found in _TOKEN.finditer(text):
        yield (found[3], False) if found[3] is not None else (found[1], True)


def swallowed(text: str) -> Iterator[tuple[int, str]]:
    """What of a caption is taken for markup though it is none, so that nobody sees it, and where it begins."""
    for found in _TOKEN.finditer(text):
        piece = found[1]
        if piece is not None and not _OURS.fullmatch(piece) and not _is_form(piece):
            yield found.start(), found[0]


def _is_form(piece: str) -> bool:
    return _UNSHOWN.fullmatch(piece) is not None or _BREAK.fullmatch(piece) is not None


def said(text: str, speaker: str = "") -> tuple[str, str]:
    """A caption as it is heard, on one line, and who speaks in the end.

    A speaker's name stands before what is said, unless it is the one who spoke before (`speaker`).
    """
    words = []
    for piece, is_tag in tokens(text):
        if not is_tag:
            words.append(unescape(piece))
        elif (tag := _OURS.fullmatch(piece)) and tag[2] == "v" and not tag[1]:
            name = " ".join(unescape(tag[4] or "").split())
            if name and name != speaker:
                words.append(f" {name}: ")
                speaker = name
        elif _BREAK.fullmatch(piece):
            words.append(" ")
    return " ".join("".join(words).split()), speaker


def from_webvtt(text: str) -> str:
    """Clean WebVTT of WebVTT: what a browser would swallow becomes text, what it would not show goes."""
    return _balanced((_webvtt_piece(piece, is_tag) for piece, is_tag in _closed_tokens(text)))


def _closed_tokens(text: str) -> Iterator[tuple[str, bool]]:
    """As `tokens`, but a < that no > follows on its line, or another <, is a sign like others."""
    for found in re.finditer(r"<([^<>\n]*)>|([^<]+|<)", text):
        yield (found[1], True) if found[1] is not None else (found[2], False)


def _webvtt_piece(piece: str, is_tag: bool) -> str:
    if not is_tag:
        return escape(unescape(piece), quote=False)
    if tag := _OURS.fullmatch(piece):
        name = f" {' '.join((tag[4] or '').split())}" if tag[4] else ""
        return f"<{tag[1]}{tag[2]}{escape(unescape(name), quote=False)}>"
    if _BREAK.fullmatch(piece):
        return "\n"
    return "" if _is_form(piece) else escape(f"<{unescape(piece)}>", quote=False)


def from_subrip(text: str) -> tuple[str, str]:
    """Clean WebVTT of SubRip, and where it stands (`settings` of a cue): `{\\an8}` is at the top."""
    placed = re.search(r"\{\\[^{}]*?an([1-9])", text) or re.search(r"\{\\a(\d{1,2})", text)
    text = _IN_BRACES.sub(r"<\1>", _OVERRIDE.sub("", text))
    pieces = (_subrip_piece(piece, is_tag) for piece, is_tag in _closed_tokens(text))
    return _balanced(pieces), _settings(placed)


def _subrip_piece(piece: str, is_tag: bool) -> str:
    if not is_tag:
        return escape(_ENTITY.sub(lambda found: unescape(found[0]), piece), quote=False)
    if tag := _SUBRIP.fullmatch(piece):
        return f"<{tag[1]}{tag[2].lower()}>"
    if _BREAK.fullmatch(piece):
        return "\n"
    return "" if _is_form(piece) else escape(f"<{piece}>", quote=False)


def _settings(placed: re.Match[str] | None) -> str:
    """Of a number as on the keys of a calculator (`an`), or of the older one of SubStation (`a`)."""
    if placed is None:
        return ""
    number = int(placed[1])
    if "an" not in placed[0]:
        row, side = {0: "", 4: "line:0", 8: "line:50%"}.get(number & 12, ""), number & 3
    else:
        row, side = ("", "line:50%", "line:0")[(number - 1) // 3], (number - 1) % 3 + 1
    return " ".join(filter(None, (row, {1: "align:start", 3: "align:end"}.get(side, ""))))


def _balanced(pieces: Iterator[str]) -> str:
    """Every tag that is opened is closed, and none that is not open; no line is empty."""
    out: list[str] = []
    still_open: list[str] = []
    for piece in pieces:
        name = re.match(r"</?(\w+)", piece)
        if not name:
            out.append(piece)
        elif not piece.startswith("</"):
            still_open.append(name[1])
            out.append(piece)
        elif name[1] in still_open:
            while (inner := still_open.pop()) != name[1]:
                out.append(f"</{inner}>")
            out.append(piece)
    out += (f"</{name}>" for name in reversed(still_open) if name != "v")
    lines = (line.strip() for line in "".join(out).split("\n"))
    return "\n".join(line for line in lines if line)
