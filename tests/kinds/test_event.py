"""Events: occasions that keep their names, calendars that follow them, and pages that say when something is taught."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

import generator.formats.ics as formats_ics
from generator.compile.catalog_view import Hub
from generator.compile.next_meetings import agenda, asks, next_meetings
from generator.kinds.event import EVENT
from generator.kinds.event.calendars import entries, exports
from generator.kinds.event.list_pages import EventDistrictView, front, index
from generator.model.catalog import Item, Use
from generator.model.feed import CalendarEntry, subscription
from generator.model.rollup import DAY
from generator.model.settings import Settings
from generator.model.view import Index
from tests.formats.valid import event_faults
from tests.kinds.small import catalog, closed, data, facts, findings, hub, item, missing_anchors, owner

MOVED = """
updated: 2026-11-01
occasions:
  - {id: autumn, start: 2026-10-08 14:30, minutes: 60, state: held}
  - id: winter
    start: 2026-12-03 14:30
    minutes: 60
    changes: [{date: 2026-11-20, what: time, was: 2026-12-02 14:30, why: The room was taken.}]
  - {id: spring, start: 2027-03-04 14:30, end: 2027-03-04 15:00, state: full}
"""


def cancelled(start: str) -> str:
    change = "{date: 2026-11-20, what: cancelled, why: Nobody can come.}"
    return f"occasions: [{{id: first, start: {start}, minutes: 60, state: cancelled, changes: [{change}]}}]"


def occasion(**fields: str) -> str:
    said = {"id": "first", "start": "2026-12-03 14:30", "minutes": "60"} | fields
    return "occasions: [{" + ", ".join(f"{name}: {value}" for name, value in said.items() if value) + "}]"


def test_a_card_says_sort_days_times_and_for_whom() -> None:
    assert facts(item("event")) == ("Café", "December 3, 2026", "", "Teacher")
    assert facts(item("event", MOVED)) == ("Café", "October 8, 2026 – March 4, 2027", "3 times", "Teacher")


def test_each_occasion_can_be_pointed_to() -> None:
    assert missing_anchors(item("event", MOVED)) == set()


def test_the_role_that_holds_it_answers_for_it() -> None:
    assert owner(item("event")) == "Consultant"


def test_a_change_moves_the_day_of_the_hub() -> None:
    assert hub(item("event", MOVED)).day == date(2026, 11, 20)


def test_calendars_know_an_occasion_by_its_id_however_it_is_moved() -> None:
    one = item("event", MOVED)
    autumn, winter, spring = entries(one, hub(one))

    assert [entry.name for entry in (autumn, winter, spring)] == [
        "event/small/autumn", "event/small/winter", "event/small/spring"
    ]  # fmt: skip
    assert (autumn.revision, winter.revision) == (0, 1)
    assert (autumn.updated, winter.updated) == (date(2026, 11, 1), date(2026, 11, 20))
    assert spring.title == "A title (full)"


@pytest.mark.parametrize(("start", "kept"), [("2026-11-06 14:30", 1), ("2026-11-05 14:30", 0)])
def test_a_cancelled_one_is_told_for_14_days_after_its_day(start: str, kept: int) -> None:
    one = item("event", cancelled(start))
    told = list(entries(one, hub(one)))

    assert len(told) == kept
    assert [(entry.state, entry.title) for entry in told] == [("cancelled", "CANCELLED: A title")] * kept


def test_a_night_that_is_an_hour_shorter_ends_by_the_clock() -> None:
    one = item("event", occasion(start="2027-03-28 01:30", minutes="60"))
    (entry,) = entries(one, hub(one))

    assert f"{entry.end:%H:%M}" == "03:30"


def calendars(*events: Item) -> dict[str, int]:
    """How many occasions each calendar about several events tells of, by what its name ends in."""
    found = {export.path: export.made().count(b"BEGIN:VEVENT") for export in exports(events, hub(*events))}
    return {path.removeprefix("feeds/events").strip("-").removesuffix(".ics"): number for path, number in found.items()}


def test_there_is_a_calendar_of_all_and_of_each_type_role_district_and_school_that_has_any() -> None:
    one, far = item("event"), item("event", "{districts: [coast]}", id_="far")
    always = {"": 1, "type-cafe": 1, "role-teacher": 1}

    assert calendars(far) == always | {"district-coast": 1, "school-north": 1}
    assert calendars(one, far) == {name: 2 * number for name, number in always.items()} | {
        "district-coast": 2, "district-hills": 1, "school-north": 2, "school-south": 1,
    }  # fmt: skip


def test_what_is_for_one_school_is_told_to_no_other_and_to_no_district() -> None:
    assert calendars(item("event", "{school: south}")) == {"": 1, "type-cafe": 1, "role-teacher": 1, "school-south": 1}


def test_calendars_about_several_events_forget_what_is_a_year_past_and_that_of_the_event_does_not() -> None:
    old = item("event", occasion(start="2025-09-03 14:30"))

    assert calendars(old)[""] == 0
    assert len(list(entries(old, hub(old)))) == 1


def test_a_school_sees_what_is_for_it_its_district_and_all_that_is_still_to_come() -> None:
    school = item("school", id_="north")
    events = (
        item("event", MOVED, id_="all"), item("event", "{school: north, title: Own}", id_="own"),
        item("event", "{districts: [hills]}", id_="elsewhere"), item("event", "{school: south}", id_="other"),
        item("event", cancelled("2026-12-04 14:30"), id_="cancelled"),
    )  # fmt: skip
    shown = agenda(school, Hub.of(hub(school, *events)))

    assert shown
    assert [one.url for one in shown.next] == [
        "events/all/#occasion-winter", "events/own/#occasion-first", "events/all/#occasion-spring",
    ]  # fmt: skip
    assert shown.calendar == "feeds/events-school-north.ics"
    assert agenda(school, Hub.of(hub(school, events[3]))) is None


def meets(id_: str, **fields: str) -> Item:
    return item("event", occasion(start=fields.pop("start", "2026-12-03 15:00")) + "".join(
        f"\n{name}: {value}" for name, value in fields.items()), id_=id_)  # fmt: skip


@pytest.mark.parametrize(
    ("other", "is_told"),
    [
        (meets("a"), True),
        (meets("a", districts="[coast]"), False),
        (meets("a", audience="[consultant]"), False),
        (meets("a", start="2026-12-03 15:30"), False),
        (item("event", cancelled("2026-12-03 15:00"), id_="a"), False),
        (meets("z"), False),
    ],
    ids=["same", "another district", "another role", "right after", "cancelled", "told in its own file"],
)
def test_two_at_once_for_the_same_people_clash(other: Item, is_told: bool) -> None:
    assert findings(item("event"), other) == [("clash", "occasions.0.start")] * is_told


def test_many_at_once_are_told_in_one_line() -> None:
    others = [meets(id_) for id_ in ("a", "b", "c", "d")]
    clash, *more = EVENT.between(item("event"), hub(item("event"), *others))

    assert clash.values == {"occasion": "December 3, 2026 at 14:30", "other": "event:a, event:b, event:c …"}
    assert not more


def test_lists_calendars_and_rules_between_events_open_none_of_them() -> None:
    """Between builds no model is kept: to read each of thousands again took most of the time of a changed one."""
    context = closed(hub(item("event", MOVED), meets("a"), meets("b", programme="training:none")))
    events = context.catalog.of_kind("event")

    assert [finding.rule for one in events for finding in EVENT.between(one, context)] == ["clash", "clash"]
    assert front(events, context)
    assert EVENT.index(Index("event", "", 3, (), False), events, context)
    assert list(EVENT.overviews(events, context))
    assert all(export.made() for export in EVENT.exports(events, context))


def test_an_occasion_is_written_once_for_all_calendars_that_tell_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    names: list[str] = []

    def written(entry: CalendarEntry, settings: Settings) -> Iterator[str]:
        names.append(entry.name)
        yield entry.name

    monkeypatch.setattr(formats_ics, "_event", written)
    event = item("event", MOVED)
    made = [export.made() for export in exports((event,), hub(event))]

    assert len(made) > 3
    assert names == ["event/small/autumn", "event/small/winter", "event/small/spring"]


def test_a_uid_that_another_event_has_is_taken() -> None:
    one = item("event", "uid: old")

    assert findings(one) == []
    assert findings(one, item("event", occasion(start="2026-12-04 14:30"), id_="old")) == [("uid-taken", "uid")]


def test_calendars_know_an_event_by_its_uid_once_its_file_has_another_name() -> None:
    renamed = item("event", "{uid: small}", id_="renamed")

    assert [entry.name for entry in entries(renamed, hub(renamed))] == ["event/small/first"]


def test_a_calendar_can_be_followed_once_the_hub_has_an_address() -> None:
    known = subscription("https://x.org/", "feeds/a.ics", "A & B")

    assert subscription("", "feeds/a.ics", "A") is None
    assert known
    assert known.apple == "webcal://x.org/feeds/a.ics"
    assert "url=https%3A%2F%2Fx.org%2Ffeeds%2Fa.ics&name=A%20%26%20B" in known.outlook


def test_what_is_past_is_told_apart_from_what_comes() -> None:
    one = item("event", MOVED)
    shown = index(Index("event", "", 1, (), False), [one], hub(one))

    assert [month.id for month in shown.past] == ["2026-10"]
    assert [month.title for month in shown.coming] == ["December 2026", "March 2027"]


def test_what_comes_can_be_chosen_by_sort_role_district_and_month() -> None:
    near, far = item("event", MOVED, id_="a"), item("event", "{districts: [coast], audience: [consultant]}", id_="far")
    shown = index(Index("event", "", 2, (), False), [near, far], hub(near, far))

    assert {choice.name: [id_ for id_, _ in choice.options] for choice in shown.choices} == {
        "for": ["teacher", "consultant"], "district": ["coast", "hills"], "month": ["2026-12", "2027-03"],
    }  # fmt: skip
    assert [row.words["district"] for month in shown.coming for row in month.rows if row.url == far.url] == [("coast",)]
    assert index(Index("event", "", 1, (), False), [near], hub(near)).choices[0].name == "month"


def test_a_district_has_a_page_of_what_is_for_it_and_for_all_once_something_is_for_one_alone() -> None:
    own, other = (item("event", f"districts: [{name}]", id_=name) for name in ("coast", "hills"))
    context = hub(item("event"), own, other)
    pages = {page.url: page.view for page in EVENT.overviews(context.catalog.of_kind("event"), context)}
    view = pages["events/district/coast/"]

    assert isinstance(view, EventDistrictView)
    assert [row.url for month in view.coming for row in month.rows] == ["events/coast/", "events/small/"]
    assert view.calendar.path == "feeds/events-district-coast.ics"
    assert [page.url for page in EVENT.overviews((item("event"),), hub(item("event")))] == ["follow/"]


def test_the_front_page_shows_what_comes_next_or_nothing() -> None:
    one, past = item("event", MOVED), item("event", occasion(start="2026-09-03 14:30"))
    shown = front([one], hub(one))

    assert shown
    assert [row.anchor for row in shown.rows] == ["occasion-winter", "occasion-spring"]
    assert front([past], hub(past)) is None


def next_days(taught: Item, teacher: Item, field: str = "teaches") -> list[date]:
    """When the item's page says that it is taught, with the teacher naming it in a field."""
    own = (taught.kind, taught.id)
    context = hub(taught, teacher)
    known = replace(context.catalog, uses={own: (Use((teacher.kind, teacher.id), (field,), ""),)})
    return [one.day for one in next_meetings(taught, Hub.of(context.seeing(known)))]


@pytest.mark.parametrize("kind", ["guide", "course", "video"])
def test_what_is_taught_says_when_next(kind: str) -> None:
    taught, teacher = item(kind), item("event", MOVED, id_="teacher")

    assert next_days(taught, teacher) == [date(2026, 12, 3)]
    assert next_days(taught, teacher, "see_also") == []


def test_nothing_is_taught_on_a_day_that_is_cancelled() -> None:
    assert next_days(item("guide"), item("event", cancelled("2026-12-03 14:30"), id_="teacher")) == []


def test_only_what_is_taught_asks_for_the_day() -> None:
    taught, teacher = item("guide"), item("event", MOVED, id_="teacher")
    context = hub(taught, teacher)
    used = replace(context.catalog, uses={("guide", "small"): (Use(("event", "teacher"), ("teaches",), ""),)})

    assert list(asks(taught, Hub.of(context))) == []
    assert list(asks(taught, Hub.of(context.seeing(used)))) == [(DAY, "")]


ONLINE = "\nplace: {name: Net, url: 'https://meet.example.org/'}"


@pytest.mark.parametrize(
    "changes",
    [
        "{}", MOVED, MOVED + ONLINE, occasion(state="full"), cancelled("2026-12-03 14:30"),
        cancelled("2026-12-03 14:30") + ONLINE, occasion(start="2027-03-28 01:30"), "title: ']]> </script>'",
        MOVED.replace("was: 2026-12-02 14:30", "was: In the afternoon"), MOVED.replace("what: time", "what: place"),
        "place: {name: Hall, room: '2', address: 'Quay 1'}",
    ],
)  # fmt: skip
def test_what_machines_are_told_is_an_event_as_they_know_them(changes: str) -> None:
    assert event_faults(data(item("event", changes))) == []


def test_what_is_no_event_is_refused() -> None:
    sound = data(item("event"))

    assert event_faults({name: value for name, value in sound.items() if name != "location"})
    assert event_faults(sound | {"startDate": "2026-12-03 14:30"})
    assert event_faults(sound | {"eventStatus": "https://schema.org/EventMoved"})
    assert event_faults(sound | {"previousStartDate": sound["startDate"]})


def test_machines_are_told_that_one_is_moved_and_from_when() -> None:
    series = data(item("event", MOVED))
    winter = series["subEvent"][1]

    assert series["@type"] == "EventSeries"
    assert winter["startDate"] == "2026-12-03T14:30:00+01:00"
    assert winter["previousStartDate"] == "2026-12-02T14:30:00+01:00"
    assert winter["eventStatus"] == "https://schema.org/EventRescheduled"


def test_a_cancelled_one_on_the_net_is_told_to_machines() -> None:
    one = data(item("event", cancelled("2026-07-03 14:30") + "\nplace: {name: Net, url: 'https://meet.example.org/'}"))

    assert one["startDate"] == "2026-07-03T14:30:00+02:00"
    assert one["eventStatus"] == "https://schema.org/EventCancelled"
    assert one["location"]["@type"] == "VirtualLocation"


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        (occasion(end="2026-12-03 15:30"), [("occasion-length", "occasions.0.end")]),
        (occasion(minutes="", end="2026-12-03 14:30"), [("occasion-reversed", "occasions.0.end")]),
        (occasion(minutes="", end="2026-12-04 04:30"), [("occasion-length", "occasions.0.end")]),
        (occasion(minutes="721"), [("occasion-length", "occasions.0.minutes")]),
        (occasion(minutes="720"), []),
        (occasion(start="2026-10-25 03:00"), [("occasion-weekend", "occasions.0.start")]),
        (occasion(start="2026-10-26 01:30"), []),
        (
            occasion(start="2026-10-25 01:30"),
            [("occasion-weekend", "occasions.0.start"), ("time-twice", "occasions.0.minutes")],
        ),
        ("signup: {url: 'https://example.org/', mailbox: a@example.org}", [("signup-one", "signup")]),
        ("signup: {mailbox: a@example.org, by: 2026-12-03}", []),
        (cancelled("2026-12-05 14:30"), []),
    ],
)
def test_the_edges_of_its_rules(changes: str, wanted: list[tuple[str, str]]) -> None:
    assert findings(item("event", changes)) == wanted


def test_both_faults_of_one_file_are_found() -> None:
    second = "{id: a, start: 2026-12-03 14:30, minutes: 5, end: 2026-12-03 15:00}"
    two = f"occasions: [{{id: a, start: 2026-12-03 14:30}}, {second}]"

    assert [code for code, _ in findings(item("event", two))] == [
        "occasion-length",
        "occasion-twice",
        "occasion-length",
    ]


def test_a_hub_without_events_has_calendars_to_follow_all_the_same() -> None:
    assert [export.path for export in exports([], hub())] == ["feeds/events.ics"]
    assert catalog().of_kind("event") == ()


def since(*now: Item, before: tuple[Item, ...] = ()) -> list[tuple[str, str, str]]:
    """Code, event and place of what is said of a hub whose calendar told of `before`."""
    (every,) = (export for export in exports(before, hub(*before)) if export.path == "feeds/events.ics")
    files = {every.path: every.made()}
    found = EVENT.since(now, files.get, hub(*now))
    return [(finding.rule, of, ".".join(map(str, finding.path))) for of, finding in found]


TWO = "occasions: [{id: a, start: 2026-12-03 14:30, minutes: 60}, {id: b, start: 2026-12-10 14:30, minutes: 60}]"
ONE = "occasions: [{id: a, start: 2026-12-03 14:30, minutes: 60}]"


def test_an_occasion_that_was_published_may_not_vanish_without_a_word() -> None:
    two, other = item("event", TWO), item("event", ONE, id_="other")

    assert since(two, before=(two,)) == []
    assert since(item("event", ONE), other, before=(two, other)) == [("occasion-vanished", "small", "occasions")]
    assert since(other, before=(two, other)) == [("occasion-vanished", "small", "occasions")] * 2
    assert since(item("event", TWO, id_="new"), before=(two,)) == [("occasion-vanished", "small", "occasions")] * 2
    assert since(item("event", TWO + "\nuid: small", id_="new"), before=(two,)) == []


def test_what_is_past_or_was_cancelled_may_go() -> None:
    past = item("event", TWO.replace("2026-12-10", "2026-01-15"))
    gone = item("event", cancelled("2026-12-03 14:30"))

    assert since(item("event", ONE), before=(past,)) == []
    assert since(item("event", occasion(id="b")), before=(gone,)) == []


@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        ("start: 2026-12-04 14:30, minutes: 60", ["occasions.0.start"]),
        ("start: 2026-12-03 14:30, minutes: 90", ["occasions.0.minutes"]),
        ("start: 2026-12-03 14:30, end: 2026-12-03 16:00", ["occasions.0.end"]),
        ("start: 2026-12-03 14:30, end: 2026-12-03 15:30", []),
        ("start: 2026-12-03 14:30, minutes: 60, place: {name: Elsewhere}", ["occasions.0.place"]),
        ("start: 2026-12-04 14:30, minutes: 60, place: {name: Elsewhere}", ["occasions.0.start", "occasions.0.place"]),
        ("start: 2026-12-04 14:30, minutes: 60, changes: [{date: 2026-11-20, what: time, why: So}]", []),
        ("start: 2026-12-04 14:30, minutes: 60, changes: [{date: 2026-11-20, what: text, why: So}]",
         ["occasions.0.start"]),
        ("start: 2026-01-05 14:30, minutes: 60", ["occasions.0.start"]),
    ],
)  # fmt: skip
def test_what_is_moved_says_so(now: str, wanted: list[str]) -> None:
    found = since(item("event", f"occasions: [{{id: a, {now}}}]"), before=(item("event", ONE),))

    assert found == [("moved-unsaid", "small", place) for place in wanted]


def test_a_second_move_needs_a_second_change() -> None:
    once = "changes: [{date: 2026-11-20, what: time, why: So}]"
    before = item("event", f"occasions: [{{id: a, start: 2026-12-03 14:30, minutes: 60, {once}}}]")
    now = item("event", f"occasions: [{{id: a, start: 2026-12-04 14:30, minutes: 60, {once}}}]")

    assert since(now, before=(before,)) == [("moved-unsaid", "small", "occasions.0.start")]


def test_a_night_when_clocks_are_changed_is_no_move() -> None:
    night = item("event", occasion(start="2027-03-28 01:30", minutes="60"))

    assert since(night, before=(night,)) == []


@pytest.mark.parametrize("file", [None, b"", b"BEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\n", b"\xff\x00 no calendar"])
def test_a_hub_without_a_calendar_before_has_nothing_to_say(file: bytes | None) -> None:
    one = item("event", ONE)

    assert list(EVENT.since((one,), lambda _: file, hub(one))) == []
