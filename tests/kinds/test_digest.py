"""A weekly mail: its week, its lines, what each audience gets, and what there is to tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pydantic import ValidationError

from generator.formats.mail import html
from generator.kinds.digest.collecting import Collection
from generator.kinds.digest.line_identity import key_of, markdown
from generator.kinds.digest.mails import files, mail_for
from generator.kinds.digest.rules import noticed, stale
from generator.kinds.digest.span import Span, shortened, week_of
from generator.model.catalog import Item
from generator.model.markdown import to_html
from tests.kinds.small import BY_NAME, body, facts, findings, hub, item, missing_anchors

LINES = """
audiences: [teacher, consultant]
sections:
  - kind: known
    items: [{title: It is slow}]
  - kind: new
    items: [{ref: 'guide:other', title: A guide, line: Look., only: [teacher]}, {ref: 'guide:gone', title: Gone}]
"""
WEEK = Span(date(2026, 11, 23), date(2026, 11, 29), ("teacher",))


def lines_of(*items: Item, span: Span = WEEK, told: frozenset[str] | None = None) -> dict[str, list[tuple[str, str]]]:
    """Title and text of what there is to tell, by section."""
    found = Collection(hub(*items), span, told).lines()
    return {kind: [(line.title, line.line or "") for line in lines] for kind, lines in found.items()}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ("{start: 2026-11-24}", [("digest-week", "start")]),
        ("{end: 2026-11-30}", [("digest-week", "end")]),
        ("{week: 2025-W53}", [("digest-no-week", "week")]),
        ("{week: 2026-W00}", [("digest-no-week", "week")]),
        ("{week: 2026-W53, start: 2026-12-28, end: 2027-01-03}", []),
    ],
)
def test_a_mail_is_of_one_whole_week(changes: str, found: list[tuple[str, str]]) -> None:
    week = "2026-w53" if "2026-W53" in changes else "2026-w48"

    assert [one for one in findings(item("digest", changes, week)) if one[0] != "digest-empty"] == found


def test_there_is_one_mail_a_week_since_its_file_has_the_name_of_the_week() -> None:
    assert ("digest-name", "week") in findings(item("digest", "{}", "2026-w48-again"))


def test_a_subject_is_one_line() -> None:
    assert ("digest-subject", "title") in findings(
        item("digest", '{title: "A mail\\nBcc: all@example.org"}', "2026-w48")
    )


def test_lines_are_short_few_and_for_those_who_get_the_mail() -> None:
    many = ", ".join(f"{{title: N{number}, line: {'x' * (141 if number == 3 else 140)}}}" for number in range(13))
    mail = item("digest", f"{{sections: [{{kind: new, items: [{many}]}}]}}", "2026-w48")
    other = item("digest", "{sections: [{kind: new, items: [{title: N, only: [consultant]}]}]}", "2026-w48")

    assert findings(mail) == [("digest-long", "sections"), ("line-long", "sections.0.items.3.line")]
    assert findings(other) == [("digest-empty", "audiences"), ("only-nobody", "sections.0.items.0.only.0")]


def test_a_line_leads_to_a_page_not_to_a_place_in_it() -> None:
    with pytest.raises(ValidationError):
        item("digest", "{sections: [{kind: new, items: [{ref: 'guide:other#step-1', title: N}]}]}")


def forgotten(mail: Item, *others: Item) -> bool:
    """Whether the mail is told of something that is in none."""
    return [finding.rule for finding in noticed(mail, hub(mail, *others))] == ["digest-forgot"]


def test_what_came_out_and_is_told_nowhere_is_forgotten() -> None:
    told = "{sections: [{kind: new, items: [{ref: 'guide:other', title: N}]}]}"
    new = item("guide", "{published: 2026-11-24, updated: 2026-11-24, audience: [teacher]}", "other")
    later = item("digest", "{week: 2026-W49, start: 2026-11-30, end: 2026-12-06}", "2026-w49")

    assert forgotten(item("digest", "{}", "2026-w48"), new)
    assert forgotten(later, item("digest", "{}", "2026-w48"), new)
    assert not forgotten(item("digest", told, "2026-w48"), new)
    assert not forgotten(item("digest", "{found: [new guide:other abcdefghijkl]}", "2026-w48"), new)
    assert not forgotten(item("digest", "{}", "2026-w48"), later, new)


def test_a_role_that_something_is_for_and_no_mail_goes_to_is_told() -> None:
    mail = item("digest", "{}", "2026-w48")
    dates = "published: 2026-11-24, updated: 2026-11-24"
    news = item("news", f"{{{dates}, date: 2026-11-24, audience: [consultant]}}", "told")
    guide = item("guide", f"{{{dates}, audience: [consultant]}}", "unread")
    old = item("news", "{published: 2026-09-24, updated: 2026-09-24, date: 2026-09-24, audience: [consultant]}", "old")

    def unheard(*others: Item) -> list[str]:
        return [one.values["role"] for one in noticed(mail, hub(mail, *others)) if one.rule == "digest-role"]

    assert unheard(news) == ["Consultant"]
    assert unheard(guide, old) == []


def test_a_mail_that_nobody_sent_is_told_when_its_week_is_over() -> None:
    mail, sent = (item("digest", changes, "2026-w48") for changes in ("{}", "{sent: 2026-11-25}"))

    assert [one.rule for one in stale(mail, date(2026, 11, 30))] == ["digest-unsent"]
    assert list(stale(mail, date(2026, 11, 29))) == list(stale(sent, date(2026, 11, 30))) == []


def test_each_audience_gets_what_is_for_it_in_the_order_of_a_mail() -> None:
    mail = item("digest", LINES, "2026-w48")
    guide = item("guide", "{}", "other")
    teacher, consultant = (mail_for(mail, role, hub(mail, guide)) for role in ("teacher", "consultant"))

    assert [part.title for part in teacher.parts] == ["New this week", "Known problems"]
    assert [entry.title for part in teacher.parts for entry in part.entries] == ["A guide", "Gone", "It is slow"]
    assert [entry.title for part in consultant.parts for entry in part.entries] == ["Gone", "It is slow"]
    assert "<a" not in html(teacher), "a hub without an address has no links that a mail can hold"


def test_what_is_published_no_more_keeps_its_line_and_loses_its_link() -> None:
    page = body(item("digest", LINES, "2026-w48"), item("guide", "{}", "other"), url="mail/2026-w48/teacher/")

    assert '<a href="../../../guides/other/">A guide</a>' in page
    assert "<strong>Gone</strong>" in page


def test_each_audience_has_four_files_in_its_own_folder() -> None:
    mail = item("digest", LINES, "2026-w48")

    assert [export.path.removeprefix("mail/2026-w48/") for export in files(mail, hub(mail))] == [
        f"{role}/{name}"
        for role in ("teacher", "consultant")
        for name in ("mail.html", "mail.txt", "mail.eml", "post.txt")
    ]  # fmt: skip


def test_the_page_says_for_whom_a_line_is() -> None:
    page = body(item("digest", LINES, "2026-w48"))

    assert "Only for: teacher" in page
    assert missing_anchors(item("digest", LINES, "2026-w48")) == set()
    assert facts(item("digest", LINES + "sent: 2026-11-25")) == ("Teacher, Consultant", "Sent November 25, 2026")


def test_feeds_carry_the_mail_and_no_title_is_taken_for_markup() -> None:
    mail = item("digest", "{sections: [{kind: new, items: [{ref: 'guide:other', title: 'A [b](c) *d* <e>'}]}]}").model

    assert '<a href="x">A [b](c) *d* &lt;e&gt;</a>' in to_html(markdown(mail), lambda _: "x")


def test_keys_are_read_as_they_are_written() -> None:
    assert key_of("new guide:other abcdefghijkl") == ("new", "guide:other", "")
    assert key_of("coming event:cafe december abcdefghijkl") == ("coming", "event:cafe", "december")


def test_weeks_are_those_of_the_calendar() -> None:
    assert week_of("2026-W53") == (date(2026, 12, 28), date(2027, 1, 3))
    for week in ("2025-W53", "2026-48", "2026-W5", "hello"):
        with pytest.raises(ValueError):  # noqa: PT011  # the message is for programmers
            week_of(week)


def test_long_summaries_become_a_line() -> None:
    assert shortened("Short.") == "Short."
    assert shortened(f"First. {'word ' * 40}") == "First."
    assert len(shortened("word " * 60)) <= 140
    assert shortened("word " * 60).endswith("word …")


# What there is to tell


def test_new_and_changed_things_are_told_apart_and_each_once() -> None:
    new = item("guide", "{title: New, published: 2026-11-24, updated: 2026-11-26, audience: [teacher]}", "new")
    changed = item(
        "guide", "{title: Changed, published: 2026-09-01, updated: 2026-11-29, audience: [teacher]}", "changed"
    )
    old = item("guide", "{title: Old, published: 2026-09-01, updated: 2026-11-22, audience: [teacher]}", "old")
    others = item(
        "guide", "{title: Others, published: 2026-11-24, updated: 2026-11-24, audience: [consultant]}", "others"
    )

    assert lines_of(new, changed, old, others) == {
        "new": [("New", "A summary.")],
        "changed": [("Changed", "A summary.")],
    }


def test_what_a_piece_of_news_tells_of_is_not_told_again() -> None:
    news = item(
        "news", "{title: News, published: 2026-11-24, updated: 2026-11-24, date: 2026-11-24, refs: ['guide:new']}", "n"
    )
    new = item("guide", "{title: New, published: 2026-11-24, updated: 2026-11-24, audience: [teacher]}", "new")

    assert lines_of(news, new) == {"new": [("News", "A summary.")]}


def test_what_came_out_after_the_mail_before_is_told_in_the_next() -> None:
    late = item("guide", "{title: Late, published: 2026-11-20, updated: 2026-11-20, audience: [teacher]}", "late")

    assert lines_of(late, told=frozenset()) == {"new": [("Late", "A summary.")]}
    assert lines_of(late, told=frozenset(["guide:late"])) == {}
    assert lines_of(late) == {}


def test_occasions_are_told_the_changed_ones_first() -> None:
    event = item(
        "event",
        """
        audience: [teacher]
        title: Café
        place: {name: The library}
        occasions:
          - {id: a, start: 2026-12-03 14:30, minutes: 45}
          - {id: b, start: 2026-12-10 14:30, minutes: 45, state: cancelled,
             changes: [{date: 2026-11-25, what: cancelled, why: The roof leaks.}]}
          - {id: c, start: 2026-12-21 14:30, minutes: 45}
          - {id: d, start: 2026-11-24 14:30, minutes: 45, state: held}
          - {id: e, start: 2026-12-01 14:30, minutes: 45, state: full}
        """,
        "cafe",
    )
    told = [line for _, line in lines_of(event)["coming"]]

    assert told == [
        "CANCELLED: Thursday December 10 at 14:30, The library. The roof leaks.",
        "Tuesday December 1 at 14:30, The library. No seats are left.",
        "Thursday December 3 at 14:30, The library.",
    ]


@pytest.mark.parametrize(
    ("day", "told"),
    [("2026-11-20", ["23", "25"]), ("2026-11-23", ["23", "25"]), ("2026-11-24", ["25"]), ("2026-12-24", ["23", "25"])],
    ids=["before", "Monday", "Tuesday", "long after"],
)
def test_who_writes_on_tuesday_tells_nothing_of_monday(day: str, told: list[str]) -> None:
    times = ", ".join(f"{{id: day-{day}, start: 2026-11-{day} 14:30, minutes: 45}}" for day in ("23", "25"))
    event = item("event", f"{{audience: [teacher], occasions: [{times}]}}", "cafe")
    span = replace(WEEK, written=date.fromisoformat(day))

    assert [line.split()[2] for _, line in lines_of(event, span=span)["coming"]] == told


def test_what_plans_want_done_in_a_month_is_told() -> None:
    plan = item(
        "plan",
        """
        phases:
          - id: p
            title: P
            start: 2026-01-01
            end: 2027-12-31
            aims: [A]
            activities:
              - {id: soon, title: Soon, role: teacher, due: 2026-12-29}
              - {id: later, title: Later, role: teacher, due: 2026-12-30}
              - {id: over, title: Over, role: teacher, due: 2026-11-29}
        """,
        "plan",
    )

    assert lines_of(plan)["due"] == [("Soon", "By December 29, 2026. Responsible: teacher.")]


def test_schools_are_heard() -> None:
    course = item(
        "course", "{title: Rivers, experiences: [{school: north, date: 2026-11-25, text: 'It **went** well.'}]}", "r"
    )

    assert lines_of(course)["schools"] == [("Rivers", "North School: It went well.")]


def test_problems_are_told_when_they_are_found_or_solved_and_as_long_as_they_stop_the_work() -> None:
    text = "{title: T, opened: OPENED, weight: WEIGHT, state: STATE, workaround: 'Do **this**.'MORE}"
    cases = {
        "new": ("2026-11-24", "note", "open", ""),
        "old": ("2026-10-02", "note", "open", ""),
        "stops": ("2026-11-02", "stop", "workaround", ""),
        "solved": ("2026-11-02", "note", "solved", ", solved: {date: 2026-11-27}"),
        "decided": (
            "2026-11-23",
            "note",
            "decided",
            ", decision: {date: 2026-11-26, text: Do *that*., by: consultant}",
        ),
    }
    items = []
    for name, (opened, weight, state, more) in cases.items():
        said = text.replace("OPENED", opened).replace("WEIGHT", weight).replace("STATE", state).replace("MORE", more)
        items.append(item("case", said.replace("title: T", f"title: {name}"), name))
    known = lines_of(*items)["known"]

    assert [title for title, _ in known] == ["solved", "stops", "decided", "new"]
    assert dict(known)["stops"] == "Not solved yet: Do this."
    assert dict(known)["decided"] == "Decided: Do that."
    assert dict(known)["solved"] == f"Solved: {items[3].common.summary}"


def test_its_pages_stand_under_mail_and_its_files_under_digests() -> None:
    assert item("digest", "{}", "2026-w48").url == "mail/2026-w48/"
    assert BY_NAME["digest"].folder == "digests"
