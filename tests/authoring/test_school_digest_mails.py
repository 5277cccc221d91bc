"""One mail for each school tells what hits that school, and nothing that somebody has written in is lost."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.authoring.school_digest_mails import mails, school_mails
from generator.cli import main
from generator.engine import load_config
from generator.kinds.digest.span import week_of
from generator.model.catalog import Item
from generator.problems.problem import HubError
from tests.hub import ENGLISH_HUB, copied_site
from tests.kinds.small import hub, item

SCHOOL = """
title: North School
mailbox: north@example.org
agreements:
  - {made: 2026-09-20, text: The consultant visits., role: consultant, due: 2026-12-30}
  - {made: 2026-09-20, text: It is over., role: consultant, due: 2026-12-30, state: done}
plans:
  - of: common
    changes: [{activity: moved, due: 2026-12-10}, {activity: dropped, state: dropped, reason: R}]
    adds: [{id: own, phase: p, title: Own, role: teacher, due: 2026-12-20}]
"""
PLAN = """
phases:
  - id: p
    title: P
    start: 2026-01-01
    end: 2027-12-31
    aims: [A]
    activities:
      - {id: moved, title: Moved, role: teacher, due: 2027-06-01}
      - {id: dropped, title: Dropped, role: teacher, due: 2026-12-01}
"""
EVENT = "{title: TITLE, audience: [teacher]MORE, occasions: [{id: a, start: 2026-12-0DAY 14:30, minutes: 45}]}"


def event(title: str, day: int, more: str = "") -> Item:
    text = EVENT.replace("TITLE", title).replace("DAY", str(day)).replace("MORE", more)
    return item("event", text, title.lower())


def told(*others: Item) -> dict[str, list[str]]:
    """The titles of the mail to North School, by heading."""
    context = hub(item("school", SCHOOL, "north"), item("plan", PLAN, "common"), *others)
    mail = next(iter(mails(context, "2026-W48", *week_of("2026-W48"))))
    return {part.title: [entry.title for entry in part.entries] for part in mail.parts}


def test_it_tells_what_was_agreed_and_what_the_schools_own_plan_wants_done() -> None:
    assert told() == {"Agreed with you": ["The consultant visits."], "To be done": ["Moved", "Own"]}


def test_it_tells_of_meetings_that_are_for_the_school() -> None:
    here, elsewhere = event("Here", 3, ", districts: [coast]"), event("Elsewhere", 4, ", districts: [hills]")
    own, others = event("Own", 2, ", school: north"), event("Others", 2, ", school: south")

    assert told(here, elsewhere, own, others, event("All", 5))["What is coming"] == ["Own", "Here", "All"]


def test_it_tells_of_problems_that_hit_the_school_first() -> None:
    all_ = item("case", "{title: All, state: open, affects: {functions: [feedback]}}", "all")
    own = item("case", "{title: Own, state: open, opened: 2026-08-01, affects: {schools: [north]}}", "own")
    other = item("case", "{title: Other, state: open, affects: {schools: [south]}}", "other")

    assert told(all_, own, other)["Known problems"] == ["Own", "All"]


def test_the_drafts_are_read_by_mail_programs_and_kept_when_somebody_wrote_in_them(tmp_path: Path) -> None:
    settings = load_config(ENGLISH_HUB / "site_config.yml").settings
    assert (school_mails(ENGLISH_HUB, settings, "2026-W41", tmp_path).made, len(list(tmp_path.iterdir()))) == (1, 2)
    draft = tmp_path / "2026-w41-north.eml"
    read = message_from_bytes(draft.read_bytes(), policy=policy.default)
    (tmp_path / "2026-w41-north.txt").write_text("My own words", "utf-8")
    again = school_mails(ENGLISH_HUB, settings, "2026-W41", tmp_path)

    assert read["Subject"] == "North School: what concerns you in week 41"
    assert "The consultant visits the teams." in str(read.get_body(("plain",)))
    assert (again.made, again.kept) == (0, 1)
    assert (tmp_path / "2026-w41-north.txt").read_text("utf-8") == "My own words"
    assert school_mails(ENGLISH_HUB, settings, "2026-W41", tmp_path, replace=True).made == 1
    with pytest.raises(HubError):
        school_mails(ENGLISH_HUB, settings, "2025-W53", tmp_path)


def test_they_are_never_written_where_people_see_them(tmp_path: Path) -> None:
    root = copied_site(ENGLISH_HUB, tmp_path)
    config = ["--config", str(root / "site_config.yml")]
    refused = CliRunner().invoke(main, ["digest", "2026-W41", "--schools", *config, "--into", str(root / "site/x")])
    made = CliRunner().invoke(main, ["digest", "2026-W41", "--schools", *config])

    assert refused.exit_code == 2
    assert not (root / "site").exists()
    assert made.output.startswith("1 mail is in ")
    assert (root / "mails/2026-w41/2026-w41-north.eml").is_file()
