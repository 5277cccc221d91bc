"""What schools hand in is taken in as a whole or not at all, and each file is answered.

The hub of these tests has a school for each way in which a file can be wrong, and all files are taken in at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.authoring.take import take, write
from generator.authoring.take_result import Answer
from generator.cli import main
from generator.content.validate import check_content
from generator.engine import load_config
from generator.i18n.language import Language
from generator.kinds import KINDS
from generator.kinds.school.rules import plan_fingerprint
from generator.problems.problem import ContentError, HubError, Severity
from generator.problems.report import as_text, reader
from tests.hub import ENGLISH_HUB, changed, copied_site

TODAY = date(2026, 11, 28)

CONTENT = """\
# what {id} has written
title: {id}
summary: A school.
status: published
published: 2026-09-01
updated: 2026-10-05   # the last time
contact: consultant
superusers: {{count: 4, leader: true, as_of: 2026-09-01}}
plans:
  - of: rollout
    changes:
      # after the meeting
      - {{activity: own-plan, due: 2026-11-09, state: started}}
levels:
  - {{subject: geography, level: level-3, as_of: 2026-09-20, by: consultant}}
observations:
  - {{criterion: half, as_of: 2026-10-01, reached: 9, of: 20, how: Counted, by: consultant}}  # by hand
"""
HANDED_IN = """\
form: school
version: 1
school: {id}
saved: 2026-11-20 14:05
was:
  superusers: {{count: 4, leader: true, as_of: 2026-09-01}}
  plans:
    - {{of: rollout, changes: [{{activity: own-plan, due: 2026-11-09, state: started}}]}}
  levels:
    - {{subject: geography, level: level-3, as_of: 2026-09-20, by: consultant}}
  observations:
    - {{criterion: half, as_of: 2026-10-01, reached: 9, of: 20, how: Counted, by: consultant}}
now:
  superusers: {{count: 5, leader: true, as_of: 2026-11-01}}
  plans:
    - {{of: rollout, changes: [{{activity: own-plan, due: 2026-11-23, state: done}}]}}
  levels:
    - {{subject: geography, level: level-3, as_of: 2026-09-20, by: consultant}}
  observations:
    - {{criterion: half, as_of: 2026-10-01, reached: 9, of: 20, how: Counted, by: consultant}}
    - {{criterion: half, as_of: 2026-11-15, reached: 12, of: 20, how: Counted, by: consultant}}
"""
NEW = "{criterion: half, as_of: 2026-11-15, reached: 12, of: 20, how: Counted, by: consultant}"
LEVEL = "    - {subject: geography, level: level-3, as_of: 2026-09-20, by: consultant}\n"


@dataclass(frozen=True)
class Case:
    """A way to be wrong: what is changed in the file, and what is told of which place in it."""

    old: str
    new: str
    code: str
    place: str
    """What stands at the place."""
    is_error: bool = True


def observed(new: str, code: str, place: str = "", *, is_error: bool = True) -> Case:
    """The newest observation is another."""
    return Case(NEW, new, code, place or new, is_error)


NOW = "\nnow:\n"
CHANGE = "{activity: own-plan, due: 2026-11-23, state: done}"
DROPPED = CHANGE.replace("done", "dropped")
PLAN = f"changes: [{CHANGE}]"
ADDED = "title: T, role: teacher, due: 2026-11-20"
OTHER = NEW.replace("12", "13")
BAD = {
    "no-yaml": Case("now:\n", "now\n", "yaml-missing-colon", "n"),
    "twice-a-key": Case("version: 1\n", "version: 1\nversion: 1\n", "yaml-duplicate-key", "version"),
    "no-form": Case("form: school\n", "", "take-form", "version: 1"),
    "other-form": Case("form: school", "form: recipe", "take-form", "recipe"),
    "newer": Case("version: 1", "version: 2", "take-version", "2"),
    "no-version": Case("version: 1\n", "", "take-version", "f"),
    "unknown": Case("school: unknown", "school: somewhere-else", "take-unknown", "somewhere-else"),
    "other": Case("school: other", "school: north", "take-other", "north"),
    "from-tomorrow": Case("saved: 2026-11-20 14:05", "saved: 2026-11-29 14:05", "take-future", "2026-11-29 14:05"),
    "no-time": Case("saved: 2026-11-20 14:05", "saved: 2026-11-20", "value-local-time", "2026-11-20"),
    "no-now": Case(NOW, "\nthen:\n", "field-missing", "f"),
    "no-field": Case(NOW, "\nnow:\n  mailbox: a@example.org\n", "field-unknown", "mailbox"),
    "no-number": observed(NEW.replace("12", "twelve"), "value-number", "twelve"),
    "no-day": observed(NEW.replace("2026-11-15", "15.11.2026"), "value-date", "15.11.2026"),
    "no-verdict": observed(NEW.replace("reached: 12, of: 20", "verdict: good"), "value-choice", "good"),
    "long": observed(NEW.replace("Counted", "long " * 60), "field-too-long", ("long " * 60).strip()),
    "person": observed(NEW.replace("Counted", "Call 010203-1234"), "personal-cpr", "010203-1234"),
    "person-beside": Case("version: 1\n", "version: 1  # 010203-1234\n", "personal-cpr", "010203-1234"),
    "no-role": observed(NEW.replace("by: consultant", "by: somebody"), "term-unknown", "somebody"),
    "no-criterion": observed(NEW.replace("half", "all"), "criterion-unknown", "all"),
    "both": observed(NEW.replace(", of: 20", ", of: 20, verdict: met"), "observation-form"),
    "of-none": observed(NEW.replace("12, of: 20", "0, of: 0"), "observation-of-none", "0"),
    "above": observed(NEW.replace("12", "21"), "observation-above", "21"),
    "to-come": observed(NEW.replace("2026-11-15", "2026-12-15"), "reported-future", "2026-12-15"),
    "verdict": observed(
        NEW.replace("reached: 12, of: 20", "verdict: met"), "observation-measure", "met", is_error=False
    ),
    "same-day": observed(f"{NEW}\n    - {OTHER}", "observation-twice", OTHER, is_error=False),
    "no-activity": Case(PLAN, PLAN.replace("own-plan", "our-plan"), "activity-unknown", "our-plan"),
    "change-twice": Case(PLAN, PLAN.replace("}]", "}, {activity: own-plan}]"), "change-twice", "own-plan"),
    "dropped": Case(CHANGE, DROPPED, "dropped-without-reason", DROPPED),
    "no-phase": Case(PLAN, f"{PLAN}, adds: [{{id: x, phase: end, {ADDED}}}]", "adds-phase", "end"),
    "taken": Case(PLAN, f"{PLAN}, adds: [{{id: own-plan, phase: start, {ADDED}}}]", "adds-taken", "own-plan"),
    "no-plan": Case(NOW, NOW, "plan-gone", "roll-out", is_error=False),
    "moved-on": Case(PLAN, f"base: abcdefghijkl, {PLAN}", "plan-moved-on", "abcdefghijkl", is_error=False),
    "level-gone": Case(NOW, NOW, "term-unknown", "level-4"),
    "level-drop": Case(NOW, NOW, "level-drop", "level-1", is_error=False),
    "many-points": Case(NOW, "\nnow:\n  focus: [a, b, c, d, e, f]\n", "list-too-long", "[a, b, c, d, e, f]"),
    "reversed": Case(
        NOW, "\nnow:\n  agreements: [{made: 2026-11-10, text: T, role: teacher, due: 2026-11-01}]\n",
        "agreement-reversed", "2026-11-01",
    ),
    "agreed-before": Case(
        NOW, "\nnow:\n  agreements: [{made: 2020-01-01, text: T, role: teacher, due: 2026-11-30}]\n",
        "day-outside", "2020-01-01", is_error=False,
    ),
    "agreed-later": Case(
        NOW, "\nnow:\n  agreements: [{made: 2026-12-01, text: T, role: teacher, due: 2026-12-30}]\n",
        "reported-future", "2026-12-01",
    ),
    "far-off": Case(PLAN, PLAN.replace("2026-11-23", "2020-01-01"), "day-outside", "2020-01-01", is_error=False),
    "telephone": observed(NEW.replace("Counted", "Call 22 33 44 55"), "personal-contact", "Call 22 33 44 55"),
    "mail": Case(
        NOW, "\nnow:\n  focus: [Write to a.leader@example.org]\n", "personal-contact", "Write to a.leader@example.org"
    ),
    "changed-here": Case("count: 5", "count: 6", "take-conflict", "6"),
}  # fmt: skip


def hub(root: Path, schools: list[str]) -> Path:
    """The English hub with these schools as well, each with a file."""
    copied_site(ENGLISH_HUB, root)
    entries = "".join(f"  - {{id: {id_}, name: {id_}, district: hills}}\n" for id_ in [*schools, "no-file", "no-other"])
    changed(root / "content/vocabulary/schools.yml", lambda text: text.rstrip() + "\n" + entries)
    for id_ in schools:
        (root / f"content/schools/{id_}.yml").write_text(CONTENT.format(id=id_), "utf-8")
    return root


def taken(root: Path, *files: Path, language: str = "en") -> tuple[Answer, ...]:
    settings = load_config(root / "site_config.yml").settings
    return take(files, root, settings, today=TODAY, spoken=Language(language))


def handed_in(folder: Path, id_: str, old: str = "", new: str = "", *, name: str = "") -> Path:
    text = HANDED_IN.format(id=id_)
    assert old in text
    file = folder / (name or f"{id_}-2026-11-20.yml")
    file.write_text(text.replace(old, new) if old else text, "utf-8")
    return file


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Answer]]:
    """The answers to all that can be wrong, at once, and the folder of the files."""
    root = hub(tmp_path_factory.mktemp("bad"), list(BAD))
    changed(root / "content/schools/changed-here.yml", lambda text: text.replace("count: 4", "count: 7"))
    inbox = root / "inbox"
    inbox.mkdir()
    files = {id_: handed_in(inbox, id_, case.old, case.new) for id_, case in BAD.items()}
    changed(files["no-plan"], lambda text: text.replace(f"rollout, {PLAN}", f"roll-out, {PLAN}"))
    for id_, now in (("level-gone", "level-4"), ("level-drop", "level-1")):
        line = LEVEL.replace("level-3", now).replace("09-20", "11-01")
        changed(files[id_], lambda text, line=line: (LEVEL + line).join(text.rsplit(LEVEL, 1)))
    files["large"] = handed_in(inbox, "large", NOW, "\n" + "# x\n" * 1_250_000 + "now:\n")
    files["latin"] = inbox / "latin.yml"
    files["latin"].write_bytes("form: skole # æ".encode("latin-1"))
    files["again"] = handed_in(inbox, "both", name="again.yml")
    files["first-of-its-kind"] = handed_in(inbox, "no-file")
    answers = taken(root, *files.values(), language="da")
    return inbox, dict(zip(files, answers, strict=True))


@pytest.mark.parametrize("id_", BAD)
def test_what_is_wrong_is_told_at_its_place_in_the_file(id_: str, bad: tuple[Path, dict[str, Answer]]) -> None:
    inbox, answers = bad
    problem = next((one for one in answers[id_].problems if one.code == BAD[id_].code), None)
    assert problem, answers[id_].problems
    span = problem.span
    line = (inbox / f"{id_}-2026-11-20.yml").read_text("utf-8").split("\n")[span.line - 1]
    report = as_text([problem], read=reader(inbox.parent), language=Language("da"))

    assert span.file == f"inbox/{id_}-2026-11-20.yml"
    assert line[span.column - 1 : max(span.end_column - 1, span.column)] == BAD[id_].place
    assert (problem.severity is Severity.ERROR) == BAD[id_].is_error
    assert answers[id_].passes == (not BAD[id_].is_error)
    assert "\n→ " in report


@pytest.mark.parametrize(("id_", "code"), [("large", "take-size"), ("latin", "text-encoding"), ("again", "take-twice")])
def test_a_file_that_cannot_be_read_or_is_one_too_many_is_answered_too(
    id_: str, code: str, bad: tuple[Path, dict[str, Answer]]
) -> None:
    assert [one.code for one in bad[1][id_].problems] == [code]


def test_both_values_of_a_conflict_are_named(bad: tuple[Path, dict[str, Answer]]) -> None:
    report = as_text(bad[1]["changed-here"].problems, read=lambda _: "", language=Language("da"))

    assert "changed-here, superbrugere, antallet: Filen siger: 6. Indholdet er ændret imens og siger: 7." in report
    assert "Skriv det både i filen og i content/schools/changed-here.yml, linje 8, og tag filen ind igen." in report


DUE = "due: 2026-11-23"


def test_all_that_is_wrong_is_told_in_one_round(tmp_path: Path) -> None:
    """What cannot be read hides neither what does not hold nor what is in conflict, and adds nothing of its own."""
    root = hub(tmp_path, ["plain"])
    changed(root / "content/schools/plain.yml", lambda text: text.replace("count: 4", "count: 7"))
    file = handed_in(
        root,
        "plain",
        NEW,
        f"{NEW.replace('12', 'twelve').replace('by: consultant', 'by: nobody')}\n    - {NEW.replace('half', 'all')}",
    )
    changed(file, lambda text: text.replace("saved: 2026-11-20 14:05", "saved: yesterday").replace(DUE, f"{DUE}x", 1))
    problems = taken(root, file)[0].problems

    assert sorted(one.code for one in problems) == [
        "criterion-unknown", "take-conflict", "term-unknown", "value-date", "value-local-time", "value-number",
    ]  # fmt: skip
    assert {one.about.partition(",")[0] for one in problems} == {"plain"}


def test_what_is_taken_out_here_and_changed_there_is_told_where_it_stood(tmp_path: Path) -> None:
    root = hub(tmp_path, ["plain"])
    line = NEW.replace("11-15", "10-01").replace("12", "9")
    changed(root / "content/schools/plain.yml", lambda text: text.replace("reached: 9", "reached: 8"))
    file = handed_in(root, "plain", f"    - {line}\n    - {NEW}", f"    - {NEW}")
    problem = taken(root, file, language="da")[0].problems[0]
    told = file.read_text("utf-8").split("\n")[problem.span.line - 1]
    report = as_text([problem], read=reader(root), language=Language("da"))

    assert told.strip() == f"- {line}"
    assert "plain, »Staff have copied a course«, 1. oktober 2026: Filen siger: ingenting. " in report
    assert "Indholdet er ændret imens og siger: 8 af 20." in report
    assert "content/schools/plain.yml, linje 17" in report


def test_a_count_of_few_people_is_corrected_by_the_school_that_does_not_see_it(tmp_path: Path) -> None:
    root = hub(tmp_path, ["plain"])
    few = NEW.replace("12", "2").replace(", of: 20", ", of: 4").replace("11-15", "09-15")
    changed(root / "content/schools/plain.yml", lambda text: f"{text}  - {few}\n")
    answer = taken(root, handed_in(root, "plain", NEW, few.replace("reached: 2", "reached: 3")), language="da")[0]

    assert answer.problems == ()
    assert answer.differences[-1].startswith("Rettet for 15. september 2026: 3 af 4, før 2 af 4")


RECORD = "".join(LEVEL.replace("09-20", f"09-{day}") for day in (10, 15, 20))


@pytest.mark.parametrize(
    ("field", "lines", "code"), [("levels", RECORD, "take-emptied"), ("focus", "", "take-cleared")]
)
def test_a_file_that_takes_out_all_there_is_is_asked_about(field: str, lines: str, code: str, tmp_path: Path) -> None:
    root = hub(tmp_path, ["plain"])
    lines = lines or "    - One\n    - Two\n    - Three\n"
    text = f"{field}:\n{lines.replace('    -', '  -')}"
    changed(root / "content/schools/plain.yml", lambda old: re.sub(r"levels:\n.*\n", "", old) + text)
    file = handed_in(root, "plain")
    changed(file, lambda old: old.replace(f"  levels:\n{LEVEL}", "").replace("was:\n", f"was:\n  {field}:\n{lines}"))
    problem = next(one for one in taken(root, file)[0].problems if one.code.startswith("take-"))

    assert (problem.code, problem.values["count"]) == (code, "3")
    assert file.read_text("utf-8").split("\n")[problem.span.line - 1] == f"  {field}:"


def test_a_plan_has_been_looked_through_or_has_moved_on_and_never_both(tmp_path: Path) -> None:
    root = hub(tmp_path, ["plain"])
    plan = check_content(root, load_config(root / "site_config.yml").settings, KINDS).catalog.items["plan", "rollout"]
    now = plan_fingerprint(plan.model.phases)  # type: ignore[attr-defined]
    old = "abcdefghijkl"

    def told(before: str, after: str) -> tuple[bool, bool]:
        """Whether it is said to have been looked through, and to have moved on."""
        text = CONTENT.format(id="plain").replace("of: rollout\n", f"of: rollout\n{before}")
        (root / "content/schools/plain.yml").write_text(text, "utf-8")
        answer = taken(root, handed_in(root, "plain", PLAN, f"base: {after}, {PLAN}"), language="en")[0]
        return any("looked through" in one for one in answer.differences), bool(answer.problems)

    assert told("", now) == (False, False)
    assert told("", old) == (False, True)
    assert told(f"    base: {old}\n", now) == (True, False)
    assert told(f"    base: {now}\n", old) == (False, True)


def test_schools_that_may_have_been_meant_are_named(tmp_path: Path) -> None:
    root = hub(tmp_path, [])
    (problem,) = taken(root, handed_in(root, "nort"))[0].problems

    assert problem.values["near"].startswith("North School (north)")


def test_when_one_does_not_pass_nothing_is_written(bad: tuple[Path, dict[str, Answer]]) -> None:
    inbox, answers = bad
    with pytest.raises(HubError):
        write(tuple(answers.values()), inbox.parent)

    assert answers["verdict"].text is not None
    assert (inbox.parent / "content/schools/verdict.yml").read_text("utf-8") == CONTENT.format(id="verdict")
    assert not (inbox.parent / "content/schools/no-file.yml").exists()


WANTED = (
    CONTENT.replace("updated: 2026-10-05", "updated: 2026-11-20")
    .replace("count: 4, leader: true, as_of: 2026-09-01", "count: 5, leader: true, as_of: 2026-11-01")
    .replace("due: 2026-11-09, state: started", "due: 2026-11-23, state: done")
    + f"  - {NEW.replace('{', '{{').replace('}', '}}')}\n"
)


def test_only_what_has_changed_is_written_and_comments_stay(tmp_path: Path) -> None:
    """From a file with line ends and a byte order mark as Windows writes them, into one that has them too."""
    root = hub(tmp_path, ["plain", "windows", "silent"])
    windows, file = root / "content/schools/windows.yml", handed_in(root, "windows")
    for one in (windows, file):
        one.write_bytes(b"\xef\xbb\xbf" + one.read_bytes().replace(b"\n", b"\r\n"))
    was, _, now = HANDED_IN.format(id="silent").partition("was:\n")[2].partition("now:\n")
    silent = handed_in(root, "silent", f"now:\n{now}", f"now:\n{was}")
    first = handed_in(root, "no-file", was, "")
    answers = taken(root, handed_in(root, "plain"), file, silent, first)
    write(answers, root)
    checked = check_content(root, load_config(root / "site_config.yml").settings, KINDS)

    assert [answer.problems for answer in answers] == [()] * 4
    assert [one.code for one in checked.problems] == []
    assert (root / "content/schools/plain.yml").read_text("utf-8") == WANTED.format(id="plain")
    assert windows.read_bytes() == b"\xef\xbb\xbf" + WANTED.format(id="windows").replace("\n", "\r\n").encode()
    assert answers[2].differences == ()
    assert (root / "content/schools/silent.yml").read_text("utf-8") == CONTENT.format(id="silent")
    assert checked.catalog.items["school", "no-file"].model.observations[1].reached == 12  # type: ignore[attr-defined]
    assert (
        (root / "content/schools/no-file.yml").read_text("utf-8").startswith("# yaml-language-server: $schema=../../")
    )


def test_what_changes_is_said_in_whole_sentences(tmp_path: Path) -> None:
    root = hub(tmp_path, ["plain"])
    answer = taken(root, handed_in(root, "plain"), language="da")[0]

    assert answer.differences == (
        "Superbrugere: 5, heriblandt en leder, pr. 1. november 2026.",
        "»Each school has its own plan« er udskudt 14 dage, til 23. november 2026.",
        "»Each school has its own plan« er udført.",
        "Ny optælling: 12 af 20, 15. november 2026 (»Staff have copied a course.«). Counted",
    )


def test_a_school_is_not_taken_in_when_nobody_knows_its_contact(tmp_path: Path) -> None:
    root = hub(tmp_path, [])
    (root / "content/schools/north.yml").unlink()

    assert [one.code for one in taken(root, handed_in(root, "no-file"))[0].problems] == ["take-first"]


def test_content_that_is_wrong_already_is_mended_first(tmp_path: Path) -> None:
    root = hub(tmp_path, ["plain"])
    changed(root / "content/plans/rollout.yml", lambda text: text.replace("owner: consultant", "owner: nobody"))

    with pytest.raises(ContentError):
        taken(root, handed_in(root, "plain"))


def test_what_was_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    root = hub(tmp_path, ["plain"])
    answers = taken(root, handed_in(root, "plain"))
    changed(root / "content/schools/plain.yml", lambda text: text + "focus: [A point]\n")

    with pytest.raises(HubError, match="changed meanwhile"):
        write(answers, root)


def test_the_command_answers_each_file_and_writes_all_or_nothing(tmp_path: Path) -> None:
    root = hub(tmp_path, ["one", "two"])
    one, two = handed_in(root, "one"), handed_in(root, "two", "version: 1", "version: 9")
    run = CliRunner().invoke
    options = ["--config", f"{root / 'site_config.yml'}", "--language", "da", "--day", "2026-11-28"]
    failed = run(main, ["take", str(one), str(two), *options])
    said = run(main, ["take", str(one), "--dry-run", *options])

    assert failed.exit_code == 1
    assert f"{two} (two): skal rettes, se nedenfor." in failed.output
    assert f"{one}: one, i content/schools/one.yml\n  - Superbrugere: 5" in failed.output
    assert "take-version" in failed.output
    assert "Intet er taget ind: 1 af 2 filer skal rettes først." in failed.output
    assert said.output.endswith("1 fil ville blive taget ind.\n")
    assert (root / "content/schools/one.yml").read_text("utf-8") == CONTENT.format(id="one")
    assert run(main, ["take", str(one), *options]).output.endswith("1 fil er taget ind.\n")
    assert (root / "content/schools/one.yml").read_text("utf-8") == WANTED.format(id="one")
    assert f"{one}: intet nyt fra one." in run(main, ["take", str(one), *options]).output
