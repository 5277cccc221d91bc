"""The draft of a weekly mail is written from what there is, and keeps all that a person has done to it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.authoring.digest import Renewed, digest, merged
from generator.cli import main
from generator.engine import load_config
from generator.kinds.digest.line_identity import fingerprint, key_of
from generator.kinds.digest.model import MailLine, MailSection
from generator.problems.problem import ContentError, HubError
from tests.hub import ENGLISH_HUB, changed, copied_site

TODAY = date(2026, 10, 10)
MAIL = "content/digests/2026-w41.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The English hub with two guides of the week 41."""
    hub = copied_site(ENGLISH_HUB, tmp_path)
    for name in ("one", "two"):
        text = (hub / "content/guides/find-a-course.yml").read_text("utf-8").replace("2026-09-01", "2026-10-06")
        (hub / f"content/guides/{name}.yml").write_text(text.replace("Find a course", f"Guide {name}", 1), "utf-8")
    return hub


def run(root: Path, week: str = "2026-W41") -> Renewed:
    return digest(root, load_config(root / "site_config.yml").settings, week, today=TODAY)


def test_a_draft_says_what_is_new_and_is_for_those_who_got_the_last_mail(root: Path) -> None:
    made = run(root)
    text = (root / MAIL).read_text("utf-8")

    assert made.is_new
    assert "status: draft" in text
    assert "start: 2026-10-05\nend: 2026-10-11\n" in text
    assert "title: Guide one" in text
    assert "title: Guide two" in text
    assert "  - teacher\n  - consultant\n" in text
    assert text.startswith("# yaml-language-server")


def test_run_again_nothing_changes(root: Path) -> None:
    run(root)
    before = (root / MAIL).read_bytes()
    again = run(root)

    assert (again.is_new, again.added, again.removed) == (False, 0, 0)
    assert (root / MAIL).read_bytes() == before


def test_what_a_person_changed_added_and_removed_stays(root: Path) -> None:
    run(root)
    lines = (root / MAIL).read_text("utf-8").split("\n")
    one = next(at for at, line in enumerate(lines) if "Guide one" in line)
    lines[one] = (
        "      # the best of the week\n      - {ref: 'guide:one', title: Begin here}\n      - {title: My own words}"
    )
    kept = [line for line in lines if "ref: guide:two" not in line]
    (root / MAIL).write_text("\n".join(kept), "utf-8")
    before = (root / MAIL).read_text("utf-8")
    changed(root / "content/guides/one.yml", lambda text: text.replace("Guide one", "Guide 1"))
    changed(
        root / "content/guides/find-a-course.yml",
        lambda text: text.replace("updated: 2026-09-01", "updated: 2026-10-07"),
    )
    again = run(root)
    text = (root / MAIL).read_text("utf-8")

    assert (again.added, again.removed) == (1, 0)
    assert "# the best of the week" in text
    assert "title: Begin here" in text
    assert "My own words" in text
    assert "guide:two" not in text.split("found:")[0]
    assert "- kind: changed" in text
    assert before.split("found:")[0].split("sections:")[0] == text.split("sections:")[0]


def test_what_nobody_touched_follows_what_it_tells_of(root: Path) -> None:
    run(root)
    changed(root / "content/guides/one.yml", lambda text: text.replace("Guide one", "Guide 1"))
    (root / "content/guides/two.yml").unlink()
    again = run(root)
    text = (root / MAIL).read_text("utf-8").split("found:")[0]

    assert (again.added, again.removed) == (0, 1)
    assert "Guide 1" in text
    assert "Guide two" not in text


def test_a_mail_that_was_sent_never_changes(root: Path) -> None:
    before = (root / "content/digests/2026-w37.yml").read_bytes()
    with pytest.raises(HubError) as told:
        run(root, "2026-W37")

    assert "was sent on" in told.value.message
    assert (root / "content/digests/2026-w37.yml").read_bytes() == before


@pytest.mark.parametrize("week", ["2025-W53", "2026-41", "next"])
def test_a_week_that_there_is_not_makes_no_mail(root: Path, week: str) -> None:
    with pytest.raises(HubError):
        run(root, week)


def test_a_hub_with_faults_is_not_taken_for_all_there_is(root: Path) -> None:
    changed(root / "content/guides/one.yml", lambda text: text.replace("minutes: 3", "minutes: x"))
    with pytest.raises(ContentError):
        run(root)

    assert not (root / MAIL).exists()


def test_the_command_says_what_it_made(root: Path) -> None:
    config = str(root / "site_config.yml")
    done = CliRunner().invoke(main, ["digest", "2026-w41", "--config", config, "--day", "2026-10-10"])
    again = CliRunner().invoke(main, ["digest", "2026-W41", "--config", config])

    assert done.exit_code == 0
    assert "content/digests/2026-w41.yml is made" in done.output
    assert "0 added, 0 taken out" in again.output


LINE = MailLine(ref="guide:a", title="A", line="Was.")
ANEW = MailLine(ref="guide:a", title="A", line="Is.")
FOUND = f"new guide:a {fingerprint(LINE)}"


@pytest.mark.parametrize(
    ("now", "found", "fresh", "left"),
    [
        ([LINE], [FOUND], [ANEW], ["Is."]),  # nobody touched it: it follows
        ([LINE], [FOUND], [], []),  # nor is it true any more: it goes
        ([MailLine(ref="guide:a", title="A", line="Mine.")], [FOUND], [ANEW], ["Mine."]),
        ([MailLine(ref="guide:a", title="A", line="Mine.")], [FOUND], [], ["Mine."]),
        ([], [FOUND], [ANEW], []),  # a person took it out
        ([], [], [ANEW], ["Is."]),
        ([LINE], [], [ANEW], ["Was."]),  # a person had written of it first
        ([MailLine(title="Own")], [], [ANEW], ["Is.", None]),
    ],
)
def test_lines_are_merged(now: list[MailLine], found: list[str], fresh: list[MailLine], left: list[str | None]) -> None:
    before = (MailSection(kind="new", items=tuple(now)),) if now else ()
    sections, remembered = merged(before, found, {"new": tuple(fresh)} if fresh else {})

    assert [line.line for section in sections for line in section.items] == left
    assert {key_of(one) for one in remembered} == {("new", "guide:a", "")}
    assert merged(sections, remembered, {"new": tuple(fresh)} if fresh else {}) == (sections, remembered)
