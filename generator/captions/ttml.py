"""Reads TTML (W3C Timed Text Markup Language 2) as services write it: paragraphs with a time, in XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import NoReturn
from xml.parsers import expat

from generator.captions.cues import MOST_CUES, Cue, Read, Unread
from generator.captions.timestamps import milliseconds

_OFFSET = re.compile(r"(\d+(?:\.\d+)?)(h|m|s|ms|f|t)")
_FRAMES = re.compile(r"(\d+:\d\d:\d\d):(\d\d)")
_THOUSANDTHS = {"h": 3_600_000, "m": 60_000, "s": 1000, "ms": 1}
_XML = "http://www.w3.org/XML/1998/namespace"


def read_ttml(content: bytes) -> Read:
    """The captions of a file. ValueError when it is not XML, not TTML, or declares anything of its own."""
    reader = _Reader()
    parser = expat.ParserCreate(None, "\n")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, values: reader.start(name, values, parser.CurrentLineNumber)
    parser.EndElementHandler = lambda name: reader.end(name.rpartition("\n")[2])
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = lambda *_: reader.refuse("<!DOCTYPE")
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError) as error:
        raise ValueError(str(error)) from error
    return Read(tuple(reader.cues), tuple(reader.unread), reader.language)


@dataclass(slots=True)
class _Reader:
    cues: list[Cue] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    language: str = ""
    names: dict[str, str] = field(default_factory=dict)
    """Of those who speak, by their ids."""
    agent: str = ""
    """Whose name is being read."""
    rates: tuple[float, float] = (30.0, 1.0)
    """Frames and ticks in a second."""
    begins: list[int] = field(default_factory=list)
    """When each of the elements around begins: their times count from there."""
    ends: list[int | None] = field(default_factory=list)
    """When each of them ends, or the one around it that says so; what has no end of its own ends then."""
    paragraph: tuple[int, int, str, int] | None = None
    """Start, end, speaker and line of the one that is being read."""
    words: list[str] = field(default_factory=list)

    def refuse(self, what: str) -> NoReturn:
        raise ValueError(what)

    def start(self, full: str, values: dict[str, str], line: int) -> None:
        name = full.rpartition("\n")[2]
        plain = {key.rpartition("\n")[2]: value for key, value in values.items() if not key.startswith(_XML)}
        if not self.begins:
            if name != "tt":
                self.refuse(f"<{name}>")
            self.language = values.get(f"{_XML}\nlang", "")
            frames = _number(plain.get("frameRate"), 30.0)
            self.rates = frames, _number(plain.get("tickRate"), frames)
        above = self.begins[-1] if self.begins else 0
        try:
            begin = above + self._time(plain["begin"]) if "begin" in plain else above
        except ValueError:
            begin = above
            if name != "p":
                self.unread.append(Unread(line, "time", f"<{name} begin={plain['begin']}>"))
        if name == "p":
            self._paragraph(plain, above, line)
        try:
            end = self._end(plain, above, begin)
        except ValueError:
            end = None  # what needs it is told where it stands
        self.begins.append(begin)
        self.ends.append(end)
        if name == "br" and self.paragraph:
            self.words.append("\n")
        elif name == "agent":
            self.agent = values.get(f"{_XML}\nid", "")

    def end(self, name: str) -> None:
        self.begins.pop()
        self.ends.pop()
        if name == "p" and self.paragraph:
            start, end, speaker, line = self.paragraph
            if text := "\n".join(self._lines()):
                voice = f"<v {escape(speaker, quote=False)}>" if speaker else ""
                self.cues.append(Cue(start, end, voice + text, "", line))
            self.paragraph = None
        elif name == "agent":
            self.agent = ""
        if len(self.cues) > MOST_CUES:
            self.refuse(f"more than {MOST_CUES}")

    def text(self, said: str) -> None:
        if self.paragraph:
            self.words.append(re.sub(r"\s+", " ", said))
        elif self.agent and said.strip():
            self.names[self.agent] = " ".join(said.split())

    def _lines(self) -> Iterator[str]:
        for line in "".join(self.words).split("\n"):
            if plain := " ".join(line.split()):
                yield escape(plain, quote=False)

    def _end(self, plain: dict[str, str], above: int, begin: int) -> int | None:
        """When an element ends; None where neither it nor any around it says so. ValueError when it cannot be read."""
        if "end" in plain:
            return above + self._time(plain["end"])
        return begin + self._time(plain["dur"]) if "dur" in plain else (self.ends[-1] if self.ends else None)

    def _paragraph(self, plain: dict[str, str], above: int, line: int) -> None:
        """One without times of its own lasts as long as what it stands in."""
        self.words, self.paragraph = [], None
        said = " ".join(f'{key}="{plain[key]}"' for key in ("begin", "end", "dur") if key in plain)
        try:
            begin = above + self._time(plain["begin"]) if "begin" in plain else above
            end = self._end(plain, above, begin)
        except ValueError:
            end = None
        if end is None or not ("begin" in plain or self.ends[-1] is not None):
            self.unread.append(Unread(line, "time", f"<p {said}>"))
            return
        if end <= begin:
            self.unread.append(Unread(line, "order", f"<p {said}>"))
        self.paragraph = begin, end, self.names.get(plain.get("agent", ""), ""), line

    def _time(self, text: str) -> int:
        """`00:00:04.5`, `00:00:04:12` (frames), `4.5s`, `120f`, `40000t`."""
        frames, ticks = self.rates
        if found := _OFFSET.fullmatch(text.strip()):
            each = {"f": 1000 / frames, "t": 1000 / ticks}.get(found[2]) or _THOUSANDTHS[found[2]]
            return round(float(found[1]) * each)
        if found := _FRAMES.fullmatch(text.strip()):
            return milliseconds(found[1]) + round(int(found[2]) * 1000 / frames)
        return milliseconds(text)


def _number(text: str | None, other: float) -> float:
    return float(text) if text and re.fullmatch(r"[1-9]\d{0,8}", text) else other
