"""Values in drawers: what comes out is what was put in, and only what has changed is packed anew."""

from __future__ import annotations

import pickle

import pytest

from generator.store.blobs import Place
from generator.store.shards import Drawers

VALUES = {f"courses/{number}/": Place(number, 1, b"") for number in range(1000)}


def stored(drawers: Drawers) -> Drawers:
    """As it comes back from the disk."""
    back = pickle.loads(pickle.dumps(drawers))
    assert isinstance(back, Drawers)
    return back


def test_what_was_put_in_comes_out() -> None:
    assert stored(Drawers().holding(VALUES)).values == VALUES


def test_only_the_drawers_of_what_has_changed_are_packed_anew() -> None:
    before = stored(Drawers().holding(VALUES))
    values = {**before.values, "courses/7/": Place(7, 2, b"")}
    del values["courses/8/"]

    after = before.holding(values)

    packed = [one is not other for one, other in zip(before.packed, after.packed, strict=True)]
    assert 1 <= sum(packed) <= 2
    assert stored(after).values == values


def test_nothing_that_was_taken_out_goes_back_with_it() -> None:
    opened = stored(Drawers().holding(VALUES))
    before = pickle.dumps(opened)
    assert opened.values

    assert pickle.dumps(opened) == before


@pytest.mark.parametrize("content", [b"", b"no pickle", pickle.dumps(["a list"]), pickle.dumps(pytest.raises)])
def test_what_was_not_packed_here_is_refused(content: bytes) -> None:
    with pytest.raises((ValueError, pickle.UnpicklingError)):
        assert Drawers([content]).values
