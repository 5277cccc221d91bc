"""The smallest sound item of each kind, to be varied field by field, among the vocabularies of the English hub."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.compile import compile_pages
from generator.content.check.catalog import indexed
from generator.content.check.references import Pointer, look_through
from generator.content.check.summaries import Making
from generator.content.validate import check_content
from generator.engine import load_config
from generator.i18n.language import Language
from generator.kinds import KINDS
from generator.model.catalog import Catalog, Document, Item
from generator.model.settings import Settings
from generator.model.site import Site
from generator.model.walk import walk
from generator.render import Renderer
from generator.runtime.paths import template_folders
from tests.hub import ENGLISH_HUB

SITE = ENGLISH_HUB
ENGLISH = Language("en")
BY_NAME = {kind.name: kind for kind in KINDS}
COMMON = """
title: A title
summary: A summary.
status: published
published: 2026-09-01
updated: 2026-10-01
"""
SMALLEST = {
    "course": """
subjects: [geography]
grades: ["7"]
author: {school: north, role: teacher}
licence: CC-BY-SA-4.0
version: "1.0"
goals: [{id: maps, kind: subject, text: I can read a map., own_wording: true, signs: [Reads it.]}]
lessons:
  - {title: Maps, minutes: 45, goals: [maps],
     activities: [{title: Read, minutes: 45, grouping: whole, text: Read the map.}]}
evaluation: {text: Talk., self_evaluation: Write.}
""",
    "guide": """
audience: [teacher]
minutes: 3
owner: consultant
last_tested: {date: 2026-09-01, product_version: "1.0"}
steps: [{action: Open it.}]
""",
    "video": """
source: {file: tour.mp4}
duration: "0:04"
captions: [{file: tour.vtt, language: en}]
owner: consultant
audio_description: {kind: not-needed, statement: All is captioned.}
audience: [teacher]
""",
    "plan": """
owner: consultant
phases: [{id: start, title: Start, start: 2026-09-01, end: 2026-12-18, aims: [Begun.]}]
""",
}


def texts(source: str) -> dict[str, Any]:
    """YAML as the hub reads it: every scalar a text."""
    value: dict[str, Any] = yaml.load(source, Loader=yaml.BaseLoader)
    return value


def item(kind: str, changes: str = "{}", id_: str = "small") -> Item:
    """The smallest item with some of its fields given anew."""
    model = BY_NAME[kind].model.model_validate(texts(COMMON) | texts(SMALLEST[kind]) | texts(changes))
    document = Document(kind, id_, f"content/{BY_NAME[kind].folder}/{id_}.yml", "", {}, "")
    return Making.of(_english(), BY_NAME, ENGLISH).item(document, model, walk(model))


@cache
def _english() -> Catalog:
    return check_content(SITE, load_config(SITE / "site_config.yml").settings).catalog


def catalog(items: Iterable[Item] = (), films: Path | None = None) -> Catalog:
    """A catalog of these items alone. `films` is the folder in which a video's files are looked for."""
    english = _english()
    folders = dict(english.folders) | ({"video": films} if films else {})
    known = {(one.kind, one.id): one for one in items}
    pointers = {key: _pointers(one, english) for key, one in known.items()}
    return indexed(Catalog(known, english.vocabularies, {}, folders), pointers)


def _pointers(one: Item, english: Catalog) -> list[Pointer]:
    """What an item points to."""
    return look_through(one.kind, walk(one.model), english, BY_NAME)[1]


def findings(one: Item, *others: Item, films: Path | None = None) -> list[tuple[str, str]]:
    """What the kind's own rules find: code and place, the place as `steps.0.video`."""
    known, kind = catalog((one, *others), films), BY_NAME[one.kind]
    found = [*kind.rules(one, known), *(kind.between(one, known) if kind.between else ())]
    return [(finding.rule, ".".join(map(str, finding.path))) for finding in found]


def facts(one: Item, language: Language = ENGLISH) -> tuple[str, ...]:
    return BY_NAME[one.kind].facts(one, catalog([one]), language)


def data(one: Item) -> dict[str, Any]:
    """The item's JSON-LD."""
    return dict(BY_NAME[one.kind].structured_data(one, catalog([one]), ENGLISH))


def owner(one: Item) -> str:
    return BY_NAME[one.kind].owner(one, catalog([one]))


def body(one: Item, *others: Item, url: str = "") -> str:
    """The item's page, or another at `url`, of a hub that holds nothing else."""
    settings = Settings(site_name="Small", language="en")
    known = catalog((one, *others))
    compiled = compile_pages(known, KINDS, ENGLISH, settings)
    renderer = Renderer(known, settings, ENGLISH, template_folders(SITE))
    return Site(compiled.overviews, renderer, compiled.items.groups()).page(url or one.url).body


def missing_anchors(one: Item) -> set[str]:
    """Anchors that others may point to and that the page does not have. Moments of a film are the player's."""
    there = set(re.findall(r'\sid="([^"]+)"', body(one)))
    return {anchor for anchor in BY_NAME[one.kind].anchors(one.model) if not anchor.startswith("t=")} - there
