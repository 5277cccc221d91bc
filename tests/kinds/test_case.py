"""Cases: what must hold, the register, the history, and what waits for news."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from generator.authoring.stale import waiting
from generator.engine import load_config
from generator.kinds.case import CASE
from generator.model.kind import icons
from tests.hub import ENGLISH_HUB, changed, copied_site
from tests.kinds.small import body, closed, data, facts, findings, hub, item, missing_anchors, owner

OPEN = "content/cases/list-is-empty.yml"
WHOLE = """
state: solved
workaround: Open it again.
decision: {date: 2026-09-03, text: Wait., by: consultant}
solved: {date: 2026-09-20, version: "2.0"}
updates: [{date: 2026-09-02, text: Seen.}, {date: 2026-09-20, text: Gone.}]
"""


def test_a_card_says_state_weight_track_and_since_when() -> None:
    assert facts(item("case")) == ("Open", "Gives trouble", "Technical", "since September 1, 2026")
    assert facts(item("case", WHOLE))[:2] == ("Solved", "")


def test_every_part_can_be_pointed_to() -> None:
    assert missing_anchors(item("case", WHOLE)) == set()
    assert missing_anchors(item("case")) == set()


def test_days_that_are_equal_are_in_order() -> None:
    assert findings(item("case", WHOLE)) == []
    assert findings(item("case", "updates: [{date: 2026-09-01, text: Told.}]")) == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ("updates: [{date: 2026-08-31, text: Early.}]", "updates.0.date"),
        ("updates: [{date: 2026-09-05, text: A.}, {date: 2026-09-04, text: B.}]", "updates.1.date"),
        ("decision: {date: 2026-08-31, text: Wait., by: consultant}", "decision.date"),
        ("{state: solved, solved: {date: 2026-08-31}}", "solved.date"),
        ("{state: solved, solved: {date: 2026-09-02}, updates: [{date: 2026-09-03, text: Late.}]}", "updates.0.date"),
    ],
)
def test_a_day_in_the_wrong_order_is_told_where_it_is(change: str, place: str) -> None:
    assert findings(item("case", change)) == [("case-dates", place)]


def test_twins_share_week_function_and_title_and_the_later_one_is_told() -> None:
    first = item("case", id_="a")

    assert findings(item("case", id_="b"), first) == [("case-twin", "title")]
    assert findings(first, item("case", id_="b")) == []
    for change in ("opened: 2026-08-30", "title: Something else", "affects: {devices: [pc]}"):
        assert findings(item("case", change, id_="b"), first) == []


def test_the_history_is_told_in_order() -> None:
    html = body(item("case", WHOLE)).partition('class="hub-history"')[2]
    places = [html.index(said) for said in ("The case was opened", "Seen.", "A decision", "Gone.", "was solved")]

    assert places == sorted(places)


def test_the_register_is_by_track_and_state_and_what_is_over_is_folded() -> None:
    cases = (item("case", "title: Still", id_="a"), item("case", f"{WHOLE}\ntitle: Gone", id_="b"),
             item("case", "track: organisational", id_="c"))  # fmt: skip
    html = body(*cases, url="cases/")

    assert "2 open cases. 3 in all." in " ".join(html.split())
    assert html.index(">Still<") < html.index("<details ") < html.index(">Gone<") < html.index('id="organisational"')


def test_an_empty_register_leads_to_search() -> None:
    html = body(item("guide"), url="cases/")

    assert "No known problems right now." in html
    assert "Is it user support?" in html
    assert "data-hub-search" in html


def test_what_is_planned_is_shown_until_it_is_over() -> None:
    planned = "planned: {start: 2026-12-05 06:00, end: 2026-12-05 10:00}"
    later = item("guide", "updated: 2026-12-06")

    assert 'data-hub-until="2026-12-05"><strong>Planned:' in body(item("case", planned))
    assert 'data-hub-until="2026-12-05" hidden><strong>Planned:' in body(item("case", planned), later)


def test_a_title_cannot_break_out_of_the_page() -> None:
    html = body(item("case", 'title: "]]> </script><b>"'))

    assert "<b>" not in html
    assert "&lt;/script&gt;" in html


def test_what_has_been_silent_for_long_waits_for_news(tmp_path: Path) -> None:
    root = copied_site(ENGLISH_HUB, tmp_path)
    settings = load_config(root / "site_config.yml").settings

    def told(day: date) -> list[tuple[str, str]]:
        return [(problem.code, problem.span.file) for problem in waiting(root, settings, today=day)]

    assert told(date(2026, 9, 27)) == []
    assert told(date(2026, 9, 28)) == [("case-stale", OPEN)]
    changed(root / OPEN, lambda text: text.replace("state: workaround", "state: closed"))
    assert told(date(2027, 9, 28)) == []


def test_the_kind_has_a_sign_an_owner_and_a_description() -> None:
    assert icons([CASE])["case"].startswith("M")
    assert owner(item("case")) == "Consultant"
    assert data(item("case"))["dateCreated"] == "2026-09-01"


HIT = 'affects: {items: ["guide:small#step-1"], functions: [feedback]}'


def told(case: str, guide: str = "{}", url: str = "") -> str:
    """The guide's page, or another, beside a case."""
    return body(item("guide", guide), item("case", case, id_="case"), url=url)


def test_a_step_that_is_hit_says_so_with_weight_workaround_and_day() -> None:
    html = told(f"{{weight: stop, state: workaround, workaround: Use paper., {HIT}}}")
    head, _, steps = html.partition('class="hub-steps"')
    aside = steps.partition("<aside")[2].partition("</aside>")[0]

    assert 'role="note"' in aside
    for said in ("Stops the work", "Use paper.", "September 1, 2026", 'href="../../cases/case/"'):
        assert said in aside
    assert "1 known problem" in head
    assert 'href="#step-1"' in head
    assert 'role="alert"' not in html


@pytest.mark.parametrize("state", ["solved", "closed"])
def test_what_is_over_is_told_nowhere(state: str) -> None:
    html = told(f"{{state: {state}, solved: {{date: 2026-09-01}}, {HIT}}}")

    assert "hub-known" not in html
    assert "cases/case/" not in html


def test_a_guide_that_only_uses_the_function_has_one_line() -> None:
    html = body(item("guide", "functions: [feedback]"), item("case", "affects: {functions: [feedback]}", id_="case"))

    assert html.count("cases/case/") == html.count('class="hub-known-line"') == 1
    assert "<aside" not in html


def test_what_is_planned_is_told_before_it_comes_and_hidden_after() -> None:
    planned = f"{{planned: {{start: 2026-12-05 06:00, end: 2026-12-05 10:00}}, {HIT}}}"

    assert re.search(r'<aside[^>]* data-hub-until="2026-12-05">', told(planned))
    assert re.search(r'<aside[^>]* data-hub-until="2026-12-05" hidden>', told(planned, "updated: 2026-12-06"))


def test_a_title_that_hits_a_step_cannot_break_out_of_it() -> None:
    assert "&lt;/aside&gt;]]&gt;" in told(f"{{title: '</aside>]]>', {HIT}}}")


def test_lists_and_search_warn_of_what_is_stopped_now_but_not_of_what_is_planned() -> None:
    planned = "planned: {start: 2026-12-05 06:00, end: 2026-12-05 10:00}"
    for change, warns in ((f"weight: stop, {HIT}", True), (f"weight: nuisance, {HIT}", False),
                          (f"weight: stop, {planned}, {HIT}", False), ("weight: stop", False)):  # fmt: skip
        assert ("hub-weight-stop" in told(f"{{{change}}}", url="guides/")) == warns


def test_the_register_and_rules_between_cases_open_none_of_them() -> None:
    context = closed(hub(item("case", WHOLE, id_="a"), item("case", id_="b")))
    cases = context.catalog.of_kind("case")

    assert [finding.rule for one in cases for finding in CASE.between(one, context)] == ["case-twin"]
    assert all(export.made() for export in CASE.exports(cases, context))


def test_the_register_is_there_for_machines() -> None:
    open_, solved = item("case", "affects: {functions: [search]}", id_="a"), item("case", WHOLE, id_="b")
    (export,) = CASE.exports((open_, solved), hub(open_, solved))
    told = json.loads(export.made())

    assert export.path == "api/v1/cases.json"
    assert told["format"] == "training-hub cases 1"
    assert [(one["id"], one["state"], one["is_current"]) for one in told["cases"]] == [
        ("a", "open", True), ("b", "solved", False),
    ]  # fmt: skip
    assert told["cases"][0]["functions"] == ["search"]
    assert (told["cases"][1]["solved"], told["cases"][1]["decided"]) == ("2026-09-20", "2026-09-03")


OUTAGE = "{weight: stop, opened: 2026-09-01, updated: %s, planned: {start: 2026-09-10 06:00, end: 2026-09-10 10:00}}"


@pytest.mark.parametrize(("day", "shown", "hidden"), [
    ("2026-09-09", "Will stop the work", "Stops the work"), ("2026-09-10", "Stops the work", "Will stop the work"),
])  # fmt: skip
def test_what_is_planned_stops_nothing_before_it_begins(day: str, shown: str, hidden: str) -> None:
    html = body(item("case", OUTAGE % day))

    assert re.search(rf'<span data-hub-\w+="[\d-]+">{shown}</span>', html)
    assert re.search(rf'<span data-hub-\w+="[\d-]+" hidden>{hidden}</span>', html)
    assert 'data-hub-until="2026-09-09"' in html
    assert "planned for September 10, 2026" in facts(item("case", OUTAGE % day))
