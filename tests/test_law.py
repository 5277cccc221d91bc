"""The law of the house: rooms stay small, arrows point one way, and every text is said in Danish."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from generator.kinds import KINDS
from generator.problems.content_rules import RULES
from tests.hub import ROOT

MODULES = sorted((ROOT / "generator").rglob("*.py"))


def test_imports_point_one_way() -> None:
    lint = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_functions_stay_small(module: Path) -> None:
    long = [
        node.name
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 60
    ]

    assert long == []


NOW = re.compile(r"^ +assert .*(\.is_(?:visible|hidden|checked|enabled)\(|\.input_value\(|activeElement)", re.M)


def test_a_browser_is_waited_for() -> None:
    """A page answers in tasks of its own: what is asserted at once passes here and fails on a busier machine."""
    modules = sorted((ROOT / "tests/browser").glob("*.py"))
    found = [f"{module.name}: {at[0].strip()}" for module in modules for at in NOW.finditer(module.read_text("utf-8"))]

    assert modules
    assert found == []


def test_only_the_engine_knows_mkdocs() -> None:
    knowing = {
        path.relative_to(ROOT / "generator").parts[0]
        for path in MODULES
        if re.search(r"^\s*(from|import) mkdocs", path.read_text("utf-8"), re.M)
    }

    assert {"engine"} == knowing


def test_every_text_of_pages_and_rules_is_said_in_danish() -> None:
    with (ROOT / "generator/i18n/locale/da.po").open("rb") as source:
        catalog = read_po(source, locale="da")
    known = {
        (message.id if isinstance(message.id, str) else message.id[0])
        for message in catalog
        if message.string and not message.context
    }
    rules = (*RULES.values(), *(rule for kind in KINDS for rule in kind.problems))
    said = {rule.message for rule in rules} | {rule.hint for rule in rules}
    for folder, method in (("templates", "jinja2"), ("generator", "python")):
        keywords = {"_": None, "gettext": None, "mark": None, "ngettext": (1, 2)}
        found = extract_from_dir(str(ROOT / folder), [("**.html", method), ("**.py", method)], keywords=keywords)
        for _, _, message, _, _ in found:
            said.add(message if isinstance(message, str) else message[0])

    assert set() == said - known


def test_the_danish_catalog_keeps_every_placeholder() -> None:
    with (ROOT / "generator/i18n/locale/da.po").open("rb") as source:
        catalog = read_po(source, locale="da")
    names = re.compile(r"\{(\w+)(?:![rs])?\}")
    lost = [
        message.id
        for message in catalog
        if isinstance(message.id, str)
        and message.id
        and not set(names.findall(str(message.string))) <= set(names.findall(message.id))
    ]

    assert lost == []
