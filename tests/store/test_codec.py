"""Values that are written as JSON come back equal, and nothing else comes back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.plan_contract import Phase
from generator.store.codec import DamagedError, codec_for


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Leaf:
    name: str
    size: int | None
    path: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """Every sort of field that the build keeps."""

    colour: Colour
    planted: date
    content: bytes
    leaves: tuple[Leaf, ...]
    pair: tuple[str, bytes]
    known: frozenset[tuple[str, str]]
    words: Mapping[str, tuple[str, ...]]
    held: Any


TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
LEAVES = st.builds(Leaf, TEXTS, st.none() | st.integers(), st.tuples(TEXTS, st.integers()))
TREES = st.builds(
    Tree,
    st.sampled_from(Colour),
    st.dates(),
    st.binary(),
    st.lists(LEAVES).map(tuple),
    st.tuples(TEXTS, st.binary()),
    st.frozensets(st.tuples(TEXTS, TEXTS)),
    st.dictionaries(TEXTS, st.lists(TEXTS).map(tuple)),
    st.recursive(st.none() | TEXTS | st.dates() | st.binary() | LEAVES, lambda held: st.lists(held).map(tuple)),
)
CODEC = codec_for(Tree, packages=[__name__])


@given(TREES)
def test_what_was_written_comes_back(tree: Tree) -> None:
    assert CODEC.decode(CODEC.encode(tree)) == tree


@given(st.binary() | TEXTS.map(str.encode))
def test_anything_else_is_damage(content: bytes) -> None:
    with pytest.raises(DamagedError):
        CODEC.decode(content)


@pytest.mark.parametrize(
    "content", ['["x",1,[]]x', '["x"]', '["x",1,[],2]', '[1,1,[]]', '["x","1",[]]', '["x",1.5,[]]', '["x",true,[]]',
                '["x",1,"ab"]', '["x",1,[null]]', '["x",1,{}]', '{"name":"x"}', "null", "NaN"],
)  # fmt: skip
def test_a_value_of_another_type_is_damage(content: str) -> None:
    with pytest.raises(DamagedError):
        codec_for(Leaf).decode(content.encode())


def test_an_open_field_holds_only_what_the_packages_have() -> None:
    tree = Tree(Colour.RED, date(2026, 1, 1), b"", (), ("", b""), frozenset(), {}, Leaf("x", 1, ()))

    for packages in ([], ["generator.model"], [__name__[:-1]]):
        with pytest.raises(TypeError):
            codec_for(Tree, packages=packages).encode(tree)
        with pytest.raises(DamagedError):
            codec_for(Tree, packages=packages).decode(CODEC.encode(tree))


@pytest.mark.parametrize(
    "name", ["os:system", "builtins:eval", "pathlib:Path", f"{__name__}:Colour", f"{__name__}:codec_for",
             f"{__name__}:Leaf.__init__", f"{__name__}:pytest", "generator.model.kind:Kind"],
)  # fmt: skip
def test_no_name_leads_to_anything_but_a_dataclass(name: str) -> None:
    held = json.dumps({name: ["touch trapped"]})
    content = CODEC.encode(Tree(Colour.RED, date(2026, 1, 1), b"", (), ("", b""), frozenset(), {}, None))

    with pytest.raises(DamagedError):
        codec_for(Tree, packages=[__name__, "generator.model", "os", "builtins", "pathlib"]).decode(
            content.removesuffix(b"null]") + held.encode() + b"]"
        )


def test_a_set_is_written_in_order() -> None:
    codec = codec_for(frozenset[str])

    assert codec.encode(frozenset("dcba")) == b'["a","b","c","d"]'


def test_a_model_comes_back_as_what_it_was() -> None:
    phase = Phase.model_validate({
        "id": "start", "title": "Start", "start": "2026-01-01", "end": "2026-02-01", "aims": ["one"],
        "activities": [{"title": "Meet", "role": "leader", "due": "2026-01-08", "milestone": "true"}],
    })  # fmt: skip
    codec = codec_for(Phase)

    assert codec.decode(codec.encode(phase)) == phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    begins: datetime | None = None
    ends: tuple[datetime, datetime] | None = None


def test_fields_that_are_given_by_name_come_back_and_so_do_times() -> None:
    codec, day = codec_for(Named), datetime(2026, 12, 3, 14, 30)

    for value in (Named(), Named(begins=day), Named(ends=(day, day))):
        assert codec.decode(codec.encode(value)) == value
