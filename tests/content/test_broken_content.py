"""Every content rule is shown broken: one change to a sound hub, and the exact report of that rule."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from generator.build.published_comparison import problems_since
from generator.content.validate import Places, check_content
from generator.engine import load_config
from generator.kinds import KINDS
from generator.kinds.event.calendars import exports
from generator.problems import content_rules, rules
from generator.problems.problem import Problem, Rule
from generator.problems.report import as_text
from tests.hub import DANISH_HUB, ENGLISH_HUB, ROOT, changed, spoken

BROKEN = ROOT / "tests/broken"
SOUND = ENGLISH_HUB
EXAMPLES = sorted(path for path in BROKEN.glob("*.md") if "```change\n" in path.read_text("utf-8"))
LOADER = {rule.code for rule in vars(rules).values() if isinstance(rule, Rule)}
ELSEWHERE = {
    "item-unlisted": "tests/content/test_vocabulary_kinds.py, since a file is added",
    "asset-symlink": "tests/content/test_check.py, since a link is no text",
    **dict.fromkeys(
        ("file-place", "id-taken", "page-file", "page-link", "page-picture", "page-suffix", "page-taken", "text-table"),
        "tests/content/test_pages.py, since files are added",
    ),
    **dict.fromkeys(
        (
            "captions-sign",
            "date-future",
            "file-unused",
            "film-signed-in",
            "file-wrong-kind",
            "link-file",
            "link-telephone",
            "page-matter",
            "picture-words",
            "redirect-bare",
            "value-one",
            "vocabulary-missing",
        ),
        "tests/content/test_mistakes.py",
    ),
    **dict.fromkeys(
        (
            "take-cleared",
            "take-conflict",
            "take-emptied",
            "take-first",
            "take-form",
            "take-future",
            "take-other",
            "take-size",
            "take-twice",
            "take-unknown",
            "take-version",
        ),
        "tests/authoring/test_take.py, since they are of files beside the content",
    ),
    **dict.fromkeys(
        ("take-archive", "take-contact", "take-field", "take-item", "take-untitled"),
        "tests/authoring/test_take_suggested.py, since they are of files beside the content",
    ),
    **dict.fromkeys(
        (
            "import-all-day",
            "import-cancelled",
            "import-column",
            "import-comments",
            "import-date",
            "import-exists",
            "import-footnotes",
            "import-header",
            "import-left-out",
            "import-nothing",
            "import-number",
            "import-person-column",
            "import-picture",
            "import-row",
            "import-there",
            "import-time",
            "import-too-large",
            "import-tracked",
            "import-untitled",
            "import-year",
        ),
        "tests/imports, since they are of files beside the content",
    ),
    "digest-forgot": "tests/kinds/test_digest.py, since no page is wrong by it",
    "digest-role": "tests/kinds/test_digest.py, since no page is wrong by it",
    "digest-unsent": "tests/kinds/test_digest.py, since it depends on the day",
    "case-stale": "tests/kinds/test_case.py, since it depends on the day",
    "clash": "tests/kinds/test_event.py, since it takes two events",
    "uid-taken": "tests/kinds/test_event.py, as above",
    "picture-active": "tests/images/test_examine.py",
    "captions-limit": "tests/kinds/test_video.py",
    "film-codec": "tests/kinds/test_video.py",
    "film-location": "tests/kinds/test_video.py",
    "film-track": "tests/kinds/test_video.py",
    "film-unreadable": "tests/kinds/test_video.py",
    "drawing-unreadable": "tests/images/test_examine.py",
    "file-heavy": "tests/images/test_examine.py",
    "picture-form": "tests/images/test_examine.py",
    "picture-limit": "tests/images/test_examine.py",
    "picture-moving": "tests/images/test_examine.py",
    "picture-suffix": "tests/images/test_examine.py",
    "picture-large": "tests/images/test_examine.py",
    "picture-location": "tests/images/test_examine.py",
    "picture-unreadable": "tests/images/test_examine.py",
    "shot-element": "tests/browser/test_shots.py, since only a browser sees it",
    "shot-label": "tests/browser/test_shots.py",
    "shot-page": "tests/browser/test_shots.py",
    "shot-site": "tests/browser/test_shots.py",
    "site-link": "tests/build/test_output.py",
    "site-search": "tests/search/test_search.py",
    "address-moved": "tests/compile/test_redirects.py, since it is in no content",
    "setting-idle": "tests/content/test_pages.py, since it is in no content",
    "site-statement": "tests/build/test_pipeline.py",
    "value-local-time": "tests/model/test_schedule.py, as a rule of fields",
    "value-mailbox": "tests/model/test_schedule.py, as above",
    "vocabulary-unknown": "tests/content/test_check.py, since a file is added",
}
"""Rules that one change to a text cannot break, and where they are shown."""

_CHANGE = re.compile(r"^```change\n(\S+)\n((?:- .*\n)+)((?:\+ .*\n)*)^```$", re.MULTILINE)
_REPORT = re.compile(r"^```text\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def lines(block: str) -> str:
    return "\n".join(line[2:] for line in block.splitlines())


def problems_of(path: Path, root: Path) -> tuple[Problem, ...]:
    """What the check says of the rule that the file is named after, with the change made."""
    shutil.copytree(SOUND, root, dirs_exist_ok=True)
    match = _CHANGE.search(path.read_text("utf-8"))
    assert match, f"{path.name} shows no change"
    changed(root / match[1], lambda text: text.replace(lines(match[2]), lines(match[3]), 1))
    checked = check_content(root, load_config(root / "site_config.yml").settings, KINDS)
    problems = (*checked.problems, *problems_since(checked.hub, Places(root), published().get))
    return tuple(problem for problem in problems if problem.code == path.stem)


@cache
def published() -> dict[str, bytes]:
    """The calendars of the sound hub, as a site that stood there before has them."""
    hub = check_content(SOUND, load_config(SOUND / "site_config.yml").settings, KINDS).hub
    return {export.path: export.made() for export in exports(hub.catalog.of_kind("event"), hub)}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_report_is_the_one_shown(path: Path, tmp_path: Path, accept: bool) -> None:
    problems = problems_of(path, tmp_path)
    report = as_text(
        problems, read=lambda file: (tmp_path / file).read_text("utf-8"), language=spoken(DANISH_HUB), colour=False
    )
    source = path.read_text("utf-8")
    if accept:
        path.write_text(_REPORT.sub(lambda _: f"```text\n{report}```", source), "utf-8")
        return
    shown = _REPORT.search(source)

    assert problems
    assert shown
    assert report == shown[1]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_it_is_said_in_english_too(path: Path, tmp_path: Path) -> None:
    problem = problems_of(path, tmp_path)[0]
    english = spoken(ENGLISH_HUB)
    report = as_text([problem], read=lambda _: "", language=english, colour=False)

    said = english.gettext(problem.rule.message).format_map(problem.values)

    assert said.replace("`", "") in report


def test_every_rule_is_shown_broken() -> None:
    shown = {path.stem for path in EXAMPLES} | set(ELSEWHERE) | LOADER

    assert set(content_rules.RULES) - shown == set()
