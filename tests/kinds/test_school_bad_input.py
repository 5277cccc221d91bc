"""What schools and plans can be wrong in: each line has its code, its place and a mend, and harms nobody.

Files that schools hand in are wrong in the same ways and in some of their own: `authoring/test_take.py`.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.build.pipeline import Prepared, prepare
from generator.content.validate import check_content
from generator.engine import load_config
from generator.i18n.language import Language
from generator.kinds import KINDS
from generator.problems.problem import Problem, Severity
from generator.problems.report import as_text, reader
from tests.hub import ENGLISH_HUB, changed, copied_site

SCHOOL, PLAN, LEVELS = "content/schools/north.yml", "content/plans/rollout.yml", "content/vocabulary/levels.yml"
COUNT = "{criterion: half, as_of: 2026-10-01, reached: 9, of: 20, how: Counted at a meeting, by: consultant}"
CHANGE = "{activity: own-plan, due: 2026-11-09, state: started, note: After the parents' evening}"

DROPPED = "{activity: own-plan, state: dropped}"
OTHER = COUNT.replace("9", "8")


@dataclass(frozen=True)
class Case:
    """One change to a sound hub, and what is told of which place."""

    file: str
    old: str
    new: str
    code: str
    place: str
    """What stands at the place in the school's file."""
    stops: bool = True


def counted(old: str, new: str, code: str, place: str, *, stops: bool = True) -> Case:
    return Case(SCHOOL, COUNT, COUNT.replace(old, new), code, place, stops)


BAD = {
    "a plan that was deleted": Case(
        SCHOOL, "of: rollout", "of: rollout-2020", "plan-gone", "rollout-2020", stops=False
    ),
    "a plan that moved on": Case(
        SCHOOL, "of: rollout\n", "of: rollout\n    base: abcdefghijkl\n", "plan-moved-on", "abcdefghijkl", stops=False
    ),
    "an activity that went": Case(PLAN, "id: own-plan", "id: our-plan", "activity-unknown", "own-plan"),
    "a phase that went": Case(PLAN, "- id: start\n", "- id: begin\n", "adds-phase", "start"),
    "a criterion that went": Case(PLAN, "id: half", "id: most", "criterion-unknown", "half"),
    "dropped without a reason": Case(
        SCHOOL, CHANGE, DROPPED, "dropped-without-reason", DROPPED
    ),
    "a list of levels that was cut": Case(LEVELS, "id: level-1,", "id: level-4,", "term-unknown", "level-1"),
    "two counts of one day": Case(
        SCHOOL, COUNT, f"{COUNT}\n  - {OTHER}", "observation-twice", OTHER, stops=False
    ),
    "a share of nobody": counted("9, of: 20", "0, of: 0", "observation-of-none", "0"),
    "more than all": counted("9, of: 20", "21, of: 20", "observation-above", "21"),
    "a count and a verdict": counted("reached: 9", "verdict: met, reached: 9", "observation-form",
                                     COUNT.replace("reached: 9", "verdict: met, reached: 9")),
    "a verdict for a share": counted("reached: 9, of: 20", "verdict: met", "observation-measure", "met", stops=False),
    "a count of a day to come": counted("2026-10-01", "2027-10-01", "reported-future", "2027-10-01"),
    "a number of a person": counted("Counted at a meeting", "010203-1234", "personal-cpr", "010203-1234"),
}  # fmt: skip


def problems_of(root: Path, case: Case) -> tuple[Problem, ...]:
    copied_site(ENGLISH_HUB, root)
    changed(root / case.file, lambda text: text.replace(case.old, case.new, 1))
    found = check_content(root, load_config(root / "site_config.yml").settings, KINDS).problems
    return tuple(one for one in found if one.code == case.code and one.span.file == SCHOOL)


@pytest.mark.parametrize("wrong", BAD)
def test_what_is_wrong_has_its_code_its_place_and_a_mend(wrong: str, tmp_path: Path) -> None:
    case = BAD[wrong]
    problem = problems_of(tmp_path, case)[0]
    line = (tmp_path / SCHOOL).read_text("utf-8").split("\n")[problem.span.line - 1]

    assert line[problem.span.column - 1 : problem.span.end_column - 1] == case.place
    assert (problem.severity is Severity.ERROR) == case.stops
    assert "\n→ " in as_text([problem], read=reader(tmp_path), language=Language("da"))


HOSTILE = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """A hub whose texts would act if anything let them, in which the plan of a school is gone."""
    root = copied_site(ENGLISH_HUB, tmp_path_factory.mktemp("hostile"))
    changed(
        root / PLAN, lambda text: text.replace("Staff have copied a course.", '"=HYPERLINK(""x"")"'.replace('""', "'"))
    )
    changed(root / "content/vocabulary/districts.yml", lambda text: text.replace("The Coast", '"@SUM(A1)"'))
    changed(root / SCHOOL, lambda text: text.replace("After the parents' evening", f'"{HOSTILE}"')
            .replace("Counted at a meeting", f'"=1+1 {HOSTILE}"').replace("[Feedback]", f'["{HOSTILE}"]'))  # fmt: skip
    text = (root / SCHOOL).read_text("utf-8")
    gone = text.replace("North School", "South School").replace("of: rollout", "of: rollout-2020")
    (root / "content/schools/south.yml").write_text(gone, "utf-8")
    return prepare(load_config(root / "site_config.yml").settings, root)


def test_a_text_that_would_act_is_a_text_on_every_page(hostile: Prepared) -> None:
    for url in ("schools/north/", "schools/north/conversation/", "schools/south/", "overview/"):
        body = hostile.site.page(url).body

        assert "<script>alert" not in body
    assert "&lt;script&gt;alert(1)" in hostile.site.page("schools/north/").body


def test_a_formula_is_a_text_in_csv_and_excel(hostile: Prepared) -> None:
    made = {export.path: export for export in hostile.site.exports}
    lines = made["overview/overview.csv"].made().decode("utf-8-sig").splitlines()
    sheets = load_workbook(io.BytesIO(made["overview/overview.xlsx"].made()))
    cells = [cell for sheet in sheets.worksheets for row in sheet.iter_rows() for cell in row]

    assert [line.split(";")[0] for line in lines[1:]] == ["'=HYPERLINK('x')"] * (len(lines) - 1)
    assert [cell for line in lines for cell in line.split(";") if cell.startswith(("=", "@", '"='))] == []
    assert {"=HYPERLINK('x')", "@SUM(A1)"} <= {cell.value for cell in cells}
    assert [cell.value for cell in cells if cell.data_type == "f"] == []


def test_what_a_school_wrote_over_a_plan_that_is_gone_is_still_there(hostile: Prepared) -> None:
    body = hostile.site.page("schools/south/").body

    assert "The plan “rollout-2020” is not in the hub any more." in body
    assert "own-plan: Started, " in body
    assert "An evening for parents: Planned, " in body
    assert "No plan yet." not in body
