"""Three ways become one: what they wrote, what they began with, and what was written meanwhile."""

from __future__ import annotations

import copy
from collections.abc import Hashable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.merge import Conflict, chain_of, merge, onto, path_of
from generator.content.yaml.writer import Value
from generator.kinds.school.submission import identity

WAS: dict[str, Any] = {
    "levels": [{"subject": "art", "level": "one", "as_of": "2026-09-01"}],
    "plans": [{"of": "p", "changes": [{"activity": "a", "due": "2026-10-01"}, {"activity": "b", "state": "done"}]}],
    "focus": ["x", "y"],
}


ART = chain_of(WAS, ("levels", 0), identity)


def changed(**fields: Value) -> dict[str, Any]:
    return {**copy.deepcopy(WAS), **fields}


def merged(now: dict[str, Value], ours: dict[str, Value], was: dict[str, Value] = WAS) -> Any:
    found, conflicts = merge(was, now, ours, identity)
    assert conflicts == ()
    return found


def test_what_only_one_has_changed_is_as_that_one_wants_it() -> None:
    now = changed(focus=["x", "z"])
    ours = changed(superusers={"count": "4"})

    assert merged(now, ours) == {**WAS, "focus": ["x", "z"], "superusers": {"count": "4"}}


def test_two_fields_of_one_entry_do_not_hinder_each_other() -> None:
    now, ours = changed(), changed()
    now["plans"][0]["changes"][0]["state"] = "started"
    ours["plans"][0]["changes"][0]["due"] = "2026-11-01"

    assert merged(now, ours)["plans"][0]["changes"][0] == {"activity": "a", "due": "2026-11-01", "state": "started"}


def test_what_both_have_changed_alike_is_no_conflict() -> None:
    assert merged(changed(focus=["z"]), changed(focus=["z"])) == changed(focus=["z"])


def test_both_values_of_a_conflict_are_named_where_the_file_says_its_own() -> None:
    now, ours = changed(), changed()
    now["levels"][0]["level"] = "two"
    ours["levels"][0]["level"] = "three"
    found, conflicts = merge(WAS, now, ours, identity)

    assert conflicts == (Conflict((*ART, "level"), "two", "three"),)
    assert path_of(now, conflicts[0].chain, identity) == (("levels", 0, "level"), True)
    assert found == ours


def test_what_one_takes_out_and_the_other_changes_is_a_conflict() -> None:
    ours = changed()
    ours["levels"][0]["level"] = "three"
    now = changed(levels=[])

    conflicts = merge(WAS, now, ours, identity)[1]

    assert conflicts == (Conflict(ART, None, ours["levels"][0]),)
    assert path_of(now, ART, identity) == (("levels",), False)
    assert path_of(WAS, ART, identity) == (("levels", 0), True)
    assert [one.chain for one in merge(WAS, ours, now, identity)[1]] == [ART]


def test_what_was_withheld_is_corrected_by_what_they_know() -> None:
    """They were not shown it: that it differs does not tell that anybody has changed it."""
    few = {"criterion": "c", "as_of": "2026-09-01", "reached": "1", "of": "3", "how": "asked"}
    ours = changed(observations=[few])
    ours["levels"][0]["note"] = "held back"
    now = changed(observations=[{**few, "reached": "2"}])
    now["levels"][0]["note"] = "another"
    shown = changed(observations=[])
    found, conflicts = merge(WAS, now, ours, identity, shown=shown)

    assert conflicts == ()
    assert found == now
    assert merge(WAS, changed(), ours, identity, shown=shown) == (ours, ())
    assert len(merge(WAS, now, ours, identity)[1]) == 2


def test_what_the_file_does_not_speak_of_stays() -> None:
    """The page holds back remarks, earlier levels and counts of few people."""
    ours = changed(observations=[{"criterion": "c", "as_of": "2026-09-01", "reached": "1", "of": "3"}])
    ours["levels"] = [
        {"subject": "art", "level": "zero", "as_of": "2026-01-01"},
        {"subject": "art", "level": "one", "as_of": "2026-09-01", "note": "held back"},
    ]
    now = changed(levels=[{"subject": "art", "level": "two", "as_of": "2026-09-01"}])
    found = merged(now, ours)

    assert found["observations"] == ours["observations"]
    assert found["levels"] == [ours["levels"][0], {**ours["levels"][1], "level": "two"}]
    assert merged(changed(levels=[]), ours)["levels"] == ours["levels"][:1]


def test_an_order_that_only_they_have_changed_is_theirs() -> None:
    assert merged(changed(focus=["y", "x", "w"]), changed())["focus"] == ["y", "x", "w"]
    assert merged(changed(focus=["y", "x"]), changed(focus=["x", "v", "y"]))["focus"] == ["x", "v", "y"]


def test_a_file_keeps_what_goes_without_saying() -> None:
    raw: dict[str, Value] = {"title": "T", "focus": ["x"], "plans": [{"of": "p", "changes": [], "base": None}]}
    before: dict[str, Value] = {"focus": ["x"], "plans": [{"of": "p"}]}
    after: dict[str, Value] = {"plans": [{"of": "p", "changes": [{"activity": "a"}]}], "levels": [{"subject": "art"}]}

    assert onto(raw, before, after, identity) == {
        "title": "T", "plans": [{"of": "p", "changes": [{"activity": "a"}], "base": None}],
        "levels": [{"subject": "art"}],
    }  # fmt: skip


NAMES = st.sampled_from("abc")
ENTRIES = st.dictionaries(NAMES, st.fixed_dictionaries(dict.fromkeys("xy", st.sampled_from("12"))), max_size=3)
VALUES = ENTRIES.map(lambda found: {"levels": [{"subject": name, **rest} for name, rest in found.items()]})


def by_subject(_: object, entry: object) -> Hashable:
    return entry.get("subject") if isinstance(entry, dict) else None


@given(was=VALUES, now=VALUES, ours=VALUES)
def test_the_order_of_the_two_does_not_matter(was: Any, now: Any, ours: Any) -> None:
    """Apart from the order of entries, and from what stands where it is not known."""
    one, first = merge(was, now, ours, by_subject)
    other, second = merge(was, ours, now, by_subject)

    assert bool(first) == bool(second)
    if not first:
        assert by_name(one) == by_name(other)


@given(was=VALUES, now=VALUES)
def test_with_nothing_written_meanwhile_it_is_as_they_want_it(was: Any, now: Any) -> None:
    found, conflicts = merge(was, now, was, by_subject)

    assert conflicts == ()
    assert found.get("levels", []) == now["levels"]
    assert merge(was, was, now, by_subject) == ({name: value for name, value in now.items() if value}, ())


def by_name(value: Any) -> dict[str, Any]:
    return {entry["subject"]: entry for entry in value.get("levels", [])}
