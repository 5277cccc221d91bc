"""Editors are told what check says: the schemas take everything that is written in a hub, and refuse what check refuses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.authoring.json_schema import schemas
from generator.authoring.scaffold import new_document
from generator.content.validate import read_words
from generator.engine import load_config
from generator.i18n.language import language
from generator.kinds import KINDS
from generator.model.settings import Settings
from tests.hub import DANISH_HUB, ENGLISH_HUB

FOLDERS = {kind.folder: kind.name for kind in KINDS}
DANISH = language("da")


class Yaml12(yaml.SafeLoader):
    """YAML as editors read it: 1.2, in which `0:24` is a text and `yes` is one too."""


Yaml12.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("tag:yaml.org,2002:bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("tag:yaml.org,2002:int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("tag:yaml.org,2002:float", r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?$", "-+0123456789."),
    ("tag:yaml.org,2002:null", r"^(?:~|null|Null|NULL|)$", "~nN\0"),
):
    Yaml12.add_implicit_resolver(tag, re.compile(pattern), list(first) if first[-1] != "\0" else [*first[:-1], ""])


@cache
def validators(root: Path) -> dict[str, Draft202012Validator]:
    words = read_words(root, load_config(root / "site_config.yml").settings, KINDS)
    made = schemas(KINDS, words, DANISH)
    for schema in made.values():
        Draft202012Validator.check_schema(schema)
    return {name: Draft202012Validator(json.loads(json.dumps(schema))) for name, schema in made.items()}


def refused(root: Path, *files: Path) -> Iterator[str]:
    """What the schemas of a hub refuse in files: all of its own where none are named."""
    known = validators(root)
    for file in files or sorted((root / "content").rglob("*.yml")):
        folder = file.parent.name
        name = f"vocabulary-{file.stem}" if folder == "vocabulary" else FOLDERS.get(folder)
        if name:
            value = yaml.load(file.read_text("utf-8"), Yaml12)
            for error in known[name].iter_errors(value):
                yield f"{file.name}: {list(error.path)}: {error.message[:200]}"


def rewritten(folder: Path, old: str, new: str) -> Path:
    """A guide of the English hub with one thing written in another way."""
    before = (ENGLISH_HUB / "content/guides/find-a-course.yml").read_text("utf-8")
    assert old in before
    (folder / "guides").mkdir()
    (folder / "guides/find-a-course.yml").write_text(before.replace(old, new, 1), "utf-8")
    return folder / "guides/find-a-course.yml"


@pytest.mark.parametrize("site", [DANISH_HUB, ENGLISH_HUB], ids=lambda site: site.name)
def test_nothing_that_a_hub_holds_is_refused(site: Path) -> None:
    assert list(refused(site)) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_fresh_draft_is_not_refused_and_speaks_danish(tmp_path: Path, kind: object) -> None:
    words = read_words(DANISH_HUB, load_config(DANISH_HUB / "site_config.yml").settings, KINDS)
    of_kind = next(one for one in KINDS if one is kind)
    file = new_document(
        tmp_path, of_kind, "nyt", today=date(2026, 11, 28), words=words, spoken=DANISH,
        settings=Settings(site_name=""),
    )  # fmt: skip
    comments = [line.strip() for line in file.read_text("utf-8").splitlines()[1:] if line.strip().startswith("#")]

    assert list(refused(DANISH_HUB, file)) == []
    assert [line for line in comments if any(word in line.split() for word in ("the", "what", "it", "when"))] == []
    assert "Vælg en af disse" in " ".join(comments)


WRONG = {
    "minutes: 0": "minutes: 3", "minutes: -5": "minutes: 3", "minutes: 5 min": "minutes: 3", "owner: nobody": "owner: consultant",
    "status: udgivet": "status: published", "published: 24/12/2026": "published: 2026-09-01", 'at: "1:75"': 'at: "0:01"',
    "x: 30": "x: 0.1", "correct: ja": "correct: true", "minutter: 3": "minutes: 3",
}  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG)
def test_what_check_refuses_is_refused(tmp_path: Path, wrong: str) -> None:
    assert list(refused(ENGLISH_HUB, rewritten(tmp_path, WRONG[wrong], wrong))) != []


RIGHT = {
    "minutes: 3": 'minutes: "3"', 'at: "0:01"': "at: 0:01", "correct: true": 'correct: "true"', "owner: consultant": "owner: consultant\nlevel:",
    'product_version: "1.0"': "product_version: 8",
}  # fmt: skip


@pytest.mark.parametrize("old", RIGHT)
def test_what_check_takes_is_taken(tmp_path: Path, old: str) -> None:
    assert list(refused(ENGLISH_HUB, rewritten(tmp_path, old, RIGHT[old]))) == []


def test_words_are_offered_with_their_names() -> None:
    words = read_words(ENGLISH_HUB, load_config(ENGLISH_HUB / "site_config.yml").settings, KINDS)
    owner = json.dumps(schemas(KINDS, words, DANISH)["guide"]["properties"]["owner"], ensure_ascii=False)  # type: ignore[index]  # a schema

    assert '"enum": ["teacher", "consultant"]' in owner
    assert '"enumDescriptions": ["Teacher", "Consultant"]' in owner
    assert "Rollen, der holder det ved lige." in owner
