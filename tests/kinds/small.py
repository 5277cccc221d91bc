"""The smallest sound item of each kind, to be varied field by field, among the vocabularies of the English hub."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

import pytest
import yaml

from generator.compile import compile_pages
from generator.content.check.cross_references import indexed
from generator.content.check.make_items import Making
from generator.content.check.references import Pointer, look_through
from generator.content.validate import check_content
from generator.engine import load_config
from generator.i18n.language import Language
from generator.kinds import KINDS
from generator.model.catalog import Catalog, Document, Item, ItemKey, Use
from generator.model.context import Context, DocumentContext
from generator.model.kind import Kind, icons
from generator.model.settings import Settings
from generator.model.site import Site
from generator.model.walk import walk
from generator.render import Renderer
from generator.runtime.template_folders import template_folders
from tests.hub import ENGLISH_HUB

SITE = ENGLISH_HUB
SETTINGS = load_config(SITE / "site_config.yml").settings
ENGLISH = SETTINGS.spoken
BY_NAME = {kind.name: kind for kind in KINDS}


def texts(source: str) -> dict[str, Any]:
    """YAML as the hub reads it: every scalar a text."""
    value: dict[str, Any] = yaml.load(source, Loader=yaml.BaseLoader)
    return value


def smallest(kind: Kind) -> dict[str, Any]:
    """What `smallest.yml` of the kind says."""
    return texts((kind.home / "smallest.yml").read_text("utf-8"))


def item(kind: str, changes: str = "{}", id_: str = "small") -> Item:
    """The smallest item with some of its fields given anew."""
    model = BY_NAME[kind].model.model_validate(smallest(BY_NAME[kind]) | texts(changes))
    document = Document(kind, id_, f"content/{BY_NAME[kind].folder}/{id_}.yml", "", {}, "")
    return Making.of(alone(), BY_NAME).item(document, model, walk(model))


@cache
def _english() -> Catalog:
    return check_content(SITE, SETTINGS, KINDS).catalog


def alone(language: Language = ENGLISH, films: Path | None = None) -> DocumentContext:
    """What one document knows of. `films` is the folder in which a video's files are looked for."""
    english = _english()
    folders = dict(english.folders) | ({"video": films} if films else {})
    return DocumentContext(vocabularies=english.vocabularies, folders=folders, language=language, settings=SETTINGS)


def catalog(items: Iterable[Item] = (), films: Path | None = None) -> Catalog:
    """A catalog of these items alone."""
    known = {(one.kind, one.id): one for one in items}
    ground, pointers = alone(films=films), {key: _pointers(one) for key, one in known.items()}
    return indexed(Catalog(items=known, vocabularies=ground.vocabularies, folders=ground.folders), pointers)


def closed(context: Context) -> Context:
    """The hub as lists may know it: to open the model of an item fails the test."""
    known = context.catalog.items
    return context.with_items(replace(context.catalog, items={key: _closed(one) for key, one in known.items()}))


def _closed(one: Item) -> Item:
    def opened() -> NoReturn:
        pytest.fail(f"{one.kind}:{one.id} was opened")

    return replace(one, held=opened)


def hub(*items: Item, language: Language = ENGLISH) -> Context:
    """A hub of these items alone."""
    return Context.of(
        catalog(items),
        KINDS,
        language,
        Settings(site_name="Small", language=language.code, lesson_minutes=SETTINGS.lesson_minutes),
    )


def _pointers(one: Item) -> list[Pointer]:
    """What an item points to."""
    return look_through(one.kind, walk(one.model), alone(), BY_NAME)[1]


def findings(one: Item, *others: Item, films: Path | None = None) -> list[tuple[str, str]]:
    """What the kind's own rules find: code and place, the place as `steps.0.video`."""
    kind = BY_NAME[one.kind]
    found = [*kind.rules(one, alone(films=films)), *kind.between(one, hub(one, *others))]
    return [(finding.rule, ".".join(map(str, finding.path))) for finding in found]


def facts(one: Item, language: Language = ENGLISH) -> tuple[str, ...]:
    return BY_NAME[one.kind].facts(one, alone(language))


def data(one: Item) -> dict[str, Any]:
    """The item's JSON-LD."""
    return dict(BY_NAME[one.kind].structured_data(one, hub(one)))


def owner(one: Item) -> str:
    return BY_NAME[one.kind].owner(one, hub(one))


def body(one: Item, *others: Item, url: str = "") -> str:
    """The item's page, or another at `url`, of a hub that holds nothing else."""
    alone_ = hub(one, *others)
    small = alone_.with_items(replace(alone_.catalog, uses=_uses((one, *others))))
    compiled = compile_pages(small)
    renderer = Renderer(small.catalog, small.settings, ENGLISH, template_folders(SITE), icons(KINDS))
    return Site(compiled.overviews, renderer, compiled.items.groups()).page(url or one.url).body


def _uses(items: Iterable[Item]) -> dict[ItemKey, tuple[Use, ...]]:
    """Who points to each of these items."""
    uses: dict[ItemKey, list[Use]] = defaultdict(list)
    known = {(one.kind, one.id): one for one in items}
    for key, one in known.items():
        for pointer in _pointers(one):
            if pointer.target in known and pointer.target != key:
                path = tuple(part for part in pointer.path if isinstance(part, str))
                uses[pointer.target].append(Use(key, path, pointer.text.partition("#")[2]))
    return {key: tuple(found) for key, found in uses.items()}


def missing_anchors(one: Item) -> set[str]:
    """Anchors that others may point to and that the page does not have. Moments of a film are the player's."""
    there = set(re.findall(r'\sid="([^"]+)"', body(one)))
    return {anchor for anchor in BY_NAME[one.kind].anchors(one.model) if not anchor.startswith("t=")} - there
