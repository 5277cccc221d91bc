"""Every file in `broken/` shows one problem: its YAML, or Python that lays the files out, and the exact report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.content.loader import load
from generator.problems import rules
from generator.problems.problem import Problem, Rule, in_order
from generator.problems.report import as_text
from tests.hub import DANISH_HUB, ENGLISH_HUB, ROOT, spoken

BROKEN = ROOT / "tests/broken"
EXAMPLES = sorted(path for path in BROKEN.glob("*.md") if "```change\n" not in path.read_text("utf-8"))
RULES = {rule.code: rule for rule in vars(rules).values() if isinstance(rule, Rule)}
FOLDERS = {"courses": "course", "guides": "guide", "videos": "video", "plans": "plan", "vocabulary": "vocabulary"}

_BLOCK = re.compile(r"^```(yaml|python|text)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_PATH = re.compile(r"# (content/\S+)\n")


@dataclass(frozen=True)
class Example:
    """One file of `broken/`, taken apart."""

    sentence: str
    yaml: tuple[tuple[str, str], ...]
    """Paths and texts. The comment that names the path is a part of the text."""
    python: tuple[str, ...]
    """Code that lays out files under `root`."""
    report: str


def example(path: Path) -> Example:
    source = path.read_text(encoding="utf-8")
    blocks = [(match[1], match[2]) for match in _BLOCK.finditer(source)]
    yaml = []
    for language_of_block, text in blocks:
        if language_of_block == "yaml":
            first = _PATH.match(text)
            assert first, f"{path.name}: a yaml block begins with a comment that names its file"
            yaml.append((first[1], text))
    return Example(
        sentence=source.split("\n\n", 1)[0].strip(),
        yaml=tuple(yaml),
        python=tuple(text for name, text in blocks if name == "python"),
        report=next((text for name, text in blocks if name == "text"), ""),
    )


def lay_out(shown: Example, root: Path) -> None:
    for path, text in shown.yaml:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="")
    for code in shown.python:
        exec(code, {"root": root})


def problems_of(root: Path) -> tuple[Problem, ...]:
    """What the stages that read content say of a hub."""
    _, problems = load(root, folders=FOLDERS)
    return in_order(problems)


def report_of(root: Path, code: str) -> str:
    def read(path: str) -> str:
        return (root / path).read_text(encoding="utf-8", errors="replace")

    return as_text(problems_of(root), read=read, language=spoken(DANISH_HUB if code == "da" else ENGLISH_HUB))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_report_is_the_one_shown(path: Path, tmp_path: Path, accept: bool) -> None:
    shown = example(path)
    lay_out(shown, tmp_path)

    report = report_of(tmp_path, "da")

    if accept:
        source = path.read_text(encoding="utf-8")
        path.write_text(source.replace(f"```text\n{shown.report}```", f"```text\n{report}```"), encoding="utf-8")
    else:
        assert report == shown.report


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_problem_shown_is_the_one_in_the_name(path: Path, tmp_path: Path) -> None:
    shown = example(path)
    lay_out(shown, tmp_path)

    assert path.stem in {problem.code for problem in problems_of(tmp_path)}
    assert re.fullmatch(r"[A-ZÆØÅ“].*\.", shown.sentence, re.DOTALL)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_it_is_said_in_english_too(path: Path, tmp_path: Path) -> None:
    lay_out(example(path), tmp_path)
    problem = next(problem for problem in problems_of(tmp_path) if problem.code == path.stem)

    report = report_of(tmp_path, "en")

    assert f": {problem.severity} {path.stem}\n" in report
    assert problem.rule.message.format_map(problem.values) in report


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_is_shown_broken(code: str) -> None:
    assert (BROKEN / f"{code}.md").exists()


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_is_said_in_danish(code: str) -> None:
    danish = spoken(DANISH_HUB)
    rule = RULES[code]
    for text in filter(None, (rule.message, rule.hint)):
        names = set(re.findall(r"{\w+}", text))

        assert danish.gettext(text) != text
        assert set(re.findall(r"{\w+}", danish.gettext(text))) == names


def test_every_code_is_kebab_case() -> None:
    assert [code for code in RULES if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)] == []
