"""Whoever has nothing but the program gets a hub that works at once."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.authoring.generator_requirement import program_from
from generator.authoring.new_hub import Answers, languages, new_hub, words_of
from generator.build.pipeline import build
from generator.cli import main
from generator.content.validate import check_content
from generator.engine import load_config
from generator.kinds import KINDS
from generator.model.kind import at_addresses
from generator.model.vocabulary import VOCABULARIES
from generator.problems.problem import HubError
from tests.told import SCHOOL, SKOLE, texts_of

WRONG_ARTICLE = re.compile(
    r"\b(en|den|din|min|sin|egen|anden|ingen|hver|denne) (afsnit|vagthold|arbejdsområde|center)\b"
    r"|\b(et|det|dit|mit|sit|eget|andet|intet|hvert|dette) (kollega|afsnitsleder|helligdag)\b",
    re.IGNORECASE,
)
"""A Danish noun of that hub beside a word of the other gender."""
TODAY = date(2026, 11, 28)
EVERY = [(language, words) for language in languages() for words in words_of(language)]


def made(folder: Path, language: str = "en", words: str = "school", organisation: str = "Ours") -> Path:
    new_hub(folder, Answers(organisation, language, "the journal", words), today=TODAY)
    return folder


def init(folder: Path, *options: str, answers: str = "") -> Result:
    return CliRunner().invoke(main, ["init", str(folder), *options], input=answers, catch_exceptions=False)


@pytest.mark.parametrize(("language", "words"), EVERY)
def test_a_new_hub_has_nothing_to_mend_and_an_example_of_each_kind(language: str, words: str, tmp_path: Path) -> None:
    root = made(tmp_path / "hub", language, words)
    config = load_config(root / "site_config.yml")
    checked = check_content(root, config.settings, KINDS)
    collected = {kind.name for kind in KINDS} - {"digest"}

    assert checked.problems == ()
    assert {kind for kind, _ in checked.catalog.items} == collected
    assert len(checked.catalog.items) == len(collected)
    assert VOCABULARIES.keys() <= {file.stem for file in (root / "content/vocabulary").glob("*.yml")}


@pytest.mark.parametrize(("language", "words"), [("da", "hospital"), ("en", "hospital")])
def test_a_new_hub_becomes_a_site_with_a_page_of_each_example(language: str, words: str, tmp_path: Path) -> None:
    root = made(tmp_path / "hub", language, words)
    site = tmp_path / "site"
    warnings = build(root / "site_config.yml", site).warnings
    addresses = load_config(root / "site_config.yml").settings.addresses
    sections = {kind.folder: kind.section for kind in at_addresses(KINDS, addresses)}
    files = [file for folder in sections for file in (root / "content" / folder).glob("*.yml")]

    assert warnings == ()
    word = SKOLE if language == "da" else SCHOOL
    assert [text for text in texts_of(site) if word.search(text[1])] == []
    assert [text for text in texts_of(site) if language == "da" and WRONG_ARTICLE.search(text[1])] == []
    assert [file for file in files if not (site / sections[file.parent.name] / file.stem / "index.html").exists()] == []


def test_what_people_type_is_kept_as_they_typed_it(tmp_path: Path) -> None:
    typed = 'Nord: "A" & B \\ #1 $x'
    settings = load_config(made(tmp_path / "hub", organisation=typed) / "site_config.yml").settings

    assert settings.organisation == typed


def test_editors_find_the_schema_of_each_file(tmp_path: Path) -> None:
    init(tmp_path / "hub", "--language", "da", "--organisation", "Vi", "--platform", "Den", "--words", "workplace")
    files = sorted((tmp_path / "hub/content").rglob("*.yml"))
    named = [file.parent / file.read_text("utf-8").splitlines()[0].partition("$schema=")[2] for file in files]

    assert len(files) > 20
    assert [file for file in named if not file.is_file()] == []


def test_four_questions_are_asked_in_the_language_that_is_chosen(tmp_path: Path) -> None:
    result = init(tmp_path / "hub", answers="da\nRegion Nord\nJournalen\n\n2\n")
    settings = load_config(tmp_path / "hub/site_config.yml").settings

    assert result.exit_code == 0
    assert "Hvilke ord passer?" in result.output
    assert (settings.language, settings.organisation, settings.platform) == ("da", "Region Nord", "Journalen")
    assert (tmp_path / "hub/content/schools/foerste-afdeling.yml").is_file()


def test_when_nobody_answers_the_options_are_named(tmp_path: Path) -> None:
    result = init(tmp_path / "hub")

    assert result.exit_code == 2
    assert "--organisation" in result.output
    assert not (tmp_path / "hub").exists()


def test_a_folder_with_files_is_refused_and_one_with_a_new_repository_is_not(tmp_path: Path) -> None:
    (tmp_path / "used").mkdir()
    (tmp_path / "used/.gitignore").write_text("mine")
    (tmp_path / "new/.git").mkdir(parents=True)
    made(tmp_path / "new")

    with pytest.raises(HubError, match="There are files in"):
        made(tmp_path / "used")
    assert [file.name for file in (tmp_path / "used").iterdir()] == [".gitignore"]


def test_forges_get_files_that_they_can_read(tmp_path: Path) -> None:
    root = made(tmp_path / "hub")
    actions = yaml.safe_load((root / ".github/workflows/pages.yml").read_text())
    pages = yaml.safe_load((root / ".gitlab-ci.yml").read_text())
    used = [step["uses"].partition("@")[2] for step in actions["jobs"]["publish"]["steps"] if "uses" in step]

    assert [name for name in used if len(name) != 40] == []
    assert pages["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]


@pytest.mark.parametrize(
    ("noted", "line"),
    [
        (None, "training-hub==1.2"),
        ({"url": "https://example.org/hub.whl", "archive_info": {"hash": "sha256=ab"}}, "training-hub @ https://example.org/hub.whl#sha256=ab"),
        ({"url": "https://example.org/hub.git", "vcs_info": {"vcs": "git", "commit_id": "ab12"}}, "training-hub @ git+https://example.org/hub.git@ab12"),
        ({"url": "file:///nowhere", "dir_info": {"editable": True}}, "./program/training_hub-1.2-py3-none-any.whl"),
    ],
)  # fmt: skip
def test_the_program_is_named_by_where_it_came_from(noted: object, line: str) -> None:
    assert program_from("1.2", json.dumps(noted) if noted else None).requirement == line


def test_a_wheel_goes_along(tmp_path: Path) -> None:
    wheel = tmp_path / "training hub-1.2.whl"
    wheel.write_bytes(b"wheel")
    found = program_from("1.2", json.dumps({"url": wheel.as_uri(), "archive_info": {}}))

    assert (found.wheel, found.is_missing) == (wheel, False)
