"""The lean side of the index says how much each word weighs on each page, as the whole index does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cbor2
import pytest

from generator.build.pipeline import prepare
from generator.engine import load_config
from generator.search import Index, in_order, read
from generator.search.packed import opened
from generator.search.weights import GAPS, WEIGHTS, weigh
from tests.hub import DANISH_HUB

TITLE = -4


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = prepare(load_config(DANISH_HUB / "site_config.yml").settings, DANISH_HUB).site
    folder = tmp_path_factory.mktemp("index")
    reads = in_order(read(page, "da")[0] for page in site.every() if page.spec.searchable)
    Index(folder, "da", [one.entry for one in reads]).write(lambda: reads)
    return folder


def held(index: Path) -> Iterator[tuple[str, Any, Any]]:
    """Each word, and each of its variants: what a chunk says of it, and what its lean side says."""
    for file in sorted((index / "index").iterdir()):
        lean = cbor2.loads(opened(index / f"weights/{file.stem}.pf_weights"))
        for (word, pages, variants), (same, gaps, weights, others) in zip(
            cbor2.loads(opened(file))[0], lean, strict=True
        ):
            assert word == same
            yield word, pages, (gaps, weights)
            for (variant, found), (again, *said) in zip(variants, others, strict=True):
                assert variant == again
                yield variant, found, said


def weight_of(places: list[int]) -> float:
    total, weight = 0, 25
    for place in places:
        if place < 0:
            weight = -1 - place
        else:
            total += weight**2
    return total / 24**2


def unrounded(weight: int) -> float:
    return (8 + (weight >> 1 & 7)) * 2 ** ((weight >> 4) + 3) / 24**2


def steps(gaps: bytes) -> list[int]:
    found, number, shift = [], 0, 0
    for byte in gaps:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            found.append(number)
            number = shift = 0
    return found


def test_both_sides_name_the_same_pages(index: Path) -> None:
    words = list(held(index))

    assert len(words) > 1000
    assert all(steps(gaps) == [step for step, _, _ in pages] for _, pages, (gaps, _) in words)


def test_weights_are_right_within_a_sixteenth(index: Path) -> None:
    for word, pages, (_, weights) in held(index):
        for (_, places, _), weight in zip(pages, weights, strict=True):
            assert unrounded(weight) == pytest.approx(max(weight_of(places), 64 / 24**2), rel=1 / 15), (word, places)


def test_titles_are_told(index: Path) -> None:
    told = [(TITLE in meta, bool(weight & 1)) for _, pages, (_, weights) in held(index)
            for (_, _, meta), weight in zip(pages, weights, strict=True)]  # fmt: skip

    assert {(True, True), (False, False)} == set(told)


@pytest.mark.parametrize(
    "places", [[(25, [5])], [(24, [*range(300)])], [(24, [70_000] * 3)], [(0, [900]), (168, [24, 256])]]
)
def test_places_of_any_weight_are_weighed(places: list[tuple[int, list[int]]]) -> None:
    plain, titled = weigh(places, is_titled=False), weigh(places, is_titled=True)
    total = sum(one**2 * len(where) for one, where in places) / 24**2

    assert unrounded(plain) == pytest.approx(total, rel=1 / 15)
    assert (plain | 1, plain & 1) == (titled, 0)


def test_plain_places_are_weighed_by_their_number() -> None:
    assert all(WEIGHTS[count] == weigh([(24, [1] * count)], is_titled=False) for count in (1, 2, 7, 500))


def test_more_than_a_byte_holds_is_the_most_it_holds() -> None:
    assert weigh([(255, [*range(200)])], is_titled=False) == 254


@pytest.mark.parametrize("gap", [0, 1, 127, 128, 300, 16_384, 5_000_000])
def test_any_gap_is_told(gap: int) -> None:
    assert steps(GAPS[gap]) == [gap]
