"""Fingerprints tell values apart, and nothing else."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from generator.store.fingerprint import Digests, digest


@dataclass(frozen=True)
class Card:
    title: str
    facts: tuple[str, ...]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1", 1), ("", None), (("ab", "c"), ("a", "bc")), ((("a",), "b"), ("a", ("b",))), (True, "True"),
        (date(2026, 1, 2), "2026-01-02"), (Card("a", ("b",)), Card("a", ("b", ""))), ({"a": 1}, {"a": 2}),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}), (SimpleNamespace(a=1), SimpleNamespace(b=1)), (b"a", "a"),
    ],
)  # fmt: skip
def test_what_differs_has_another_fingerprint(one: Any, other: Any) -> None:
    assert digest(one) != digest(other)


def test_what_is_equal_has_the_same_however_it_was_made() -> None:
    shared = Card("a", ("b",))
    apart = pickle.loads(pickle.dumps([shared, Card("a", ("b",))]))

    assert digest([shared, shared]) == digest(apart)


def test_a_value_without_content_of_its_own_is_refused() -> None:
    with pytest.raises(TypeError):
        digest(("a", print))


def test_what_was_known_stays_behind_when_it_goes_to_another_process() -> None:
    """There, other values stand in those places of memory."""
    known = Digests()
    known.of(Card("a", ()))

    assert pickle.loads(pickle.dumps(known))._known == {}
