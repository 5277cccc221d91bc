"""What a built site tells people, and the words by which one sees that it speaks of schools or Danish."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

SCHOOL = re.compile(
    r"\b(schools?|pupils?|teachers?|grades?|lessons?|municipal\w*|class(es|rooms?)?|curricul\w+|parents?|districts?"
    r"|homework|fractions)\b",
    re.IGNORECASE,
)
SKOLE = re.compile(
    r"\b(\w*skole\w*|elev(er|ers|en|ens|erne|ernes|plan\w*)?|lærer(e|en|ne|ens|nes)|klasse(n|r|rne|trin\w*)?|lektion\w*"
    r"|kommun\w*|forældre\w*|lektie\w*|fag|faget|fagene|indskoling|mellemtrin|udskoling|distrikt\w*)\b",
    re.IGNORECASE,
)
"""The same in Danish; whoever shows colleagues something teaches (“underviser”) and learns (“lærer”) anywhere."""
DANISH = re.compile(
    r"[æøå]|\b(og|ikke|eller|skole\w*|elever\w*|forløb\w*|lektion\w*|klasse\w*|kommune\w*|fag)\b", re.IGNORECASE
)
TOLD = {"aria-label", "title", "alt", "placeholder", "content", "data-label", "data-failure", "value"}
"""Attributes that people are told."""
KEYS = re.compile(
    r"api/v1/\S*|assets/\S*|#lesson(-\d+|s)$|feeds(/|%2F)\S*|tag:\S+|UID:\S+|\{\w+\}|^(school|subject|grade)$"
    r"|^(add|up|down|remove):\S+"
)
"""Names for machines: addresses of the interface and of scripts, anchors, ids of entries."""


class Texts(HTMLParser):
    """What a page tells: texts, attributes for people, and where its links go."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.element = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.element = tag
        self.texts += [value for name, value in attrs if value and (name in TOLD or name in ("href", "src"))]

    def handle_data(self, data: str) -> None:
        self.texts += values(json.loads(data)) if self.element == "script" and data.strip() else [data]

    def handle_endtag(self, _: str) -> None:
        self.element = ""


def values(data: object) -> Iterator[str]:
    """The texts in JSON, without its keys."""
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        for one in data:
            yield from values(one)
    elif isinstance(data, str):
        yield data


def told(file: Path) -> list[str]:
    text = file.read_text("utf-8")
    if file.suffix == ".html":
        return Texts(text).texts
    return list(values(json.loads(text))) if file.suffix == ".json" else text.splitlines()


def texts_of(site: Path) -> list[tuple[str, str]]:
    """Each text with its file. Courses' own YAML has the keys of every hub."""
    ends = {".html", ".json", ".xml", ".ics", ".txt", ".eml", ".csv"}
    files = sorted(file for file in site.rglob("*") if file.suffix in ends and file.name != "licences.txt")
    return [(str(file.relative_to(site)), KEYS.sub("", text)) for file in files for text in told(file)]
