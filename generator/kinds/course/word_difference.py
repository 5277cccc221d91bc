"""Which words of a text stay, come and go: in a time that grows with the text, whatever stands in it.

Python's comparison is exact, and costs words times words where few words come again and again. A long text is cut at
the words that both have once, in the same order; what lies between is compared exactly as long as the effort lasts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Step = tuple[str, int, int, int, int]
"""As `SequenceMatcher.get_opcodes`: what happens, and from where to where in both."""
_CHEAP = 500_000
"""Steps that a comparison may cost without being cut up."""


@dataclass
class Effort:
    """How many steps the comparisons of two documents may still cost; what is beyond is shown as another text."""

    left: int = 40_000_000


def steps(old: Sequence[str], new: Sequence[str], effort: Effort) -> list[Step]:
    """What makes `new` of `old`."""
    if _cost(old, new) <= _CHEAP:
        return _exact(old, new, effort)
    found: list[Step] = []
    a = c = 0
    for b, d in (*_common(old, new), (len(old), len(new))):
        found += ((tag, a + i, a + j, c + k, c + m) for tag, i, j, k, m in _exact(old[a:b], new[c:d], effort))
        if b < len(old) and d < len(new):
            found.append(("equal", b, b + 1, d, d + 1))
        a, c = b + 1, d + 1
    return list(_joined(found))


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of their words that two texts have in common, from 0 to 1, wherever they stand."""
    common = sum((Counter(one) & Counter(other)).values())
    return 2 * common / (len(one) + len(other)) if one or other else 1.0


def _cost(old: Sequence[str], new: Sequence[str]) -> int:
    """About how many steps an exact comparison is: each word with all that are the same, once a difference."""
    counts = Counter(new)
    return sum(number * counts[word] for word, number in Counter(old).items()) * min(len(old), len(new)) // 4


def _exact(old: Sequence[str], new: Sequence[str], effort: Effort) -> list[Step]:
    cost = _cost(old, new)
    if cost > effort.left:
        return [("replace", 0, len(old), 0, len(new))] if old or new else []
    effort.left -= cost
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


def _common(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The places of words that both have once: as many as stand in the same order in both."""
    once_old, once_new = _once(old), _once(new)
    places = [(place, once_new[word]) for word, place in once_old.items() if word in once_new]
    ends: list[int] = []
    chains: list[tuple[tuple[int, int], int]] = []
    last: list[int] = []
    for place in places:
        at = bisect_left(ends, place[1])
        chains.append((place, last[at - 1] if at else -1))
        ends[at : at + 1], last[at : at + 1] = [place[1]], [len(chains) - 1]
    found = []
    number = last[-1] if last else -1
    while number >= 0:
        place, number = chains[number]
        found.append(place)
    return found[::-1]


def _once(words: Sequence[str]) -> dict[str, int]:
    counts = Counter(words)
    return {word: place for place, word in enumerate(words) if counts[word] == 1}


def _joined(found: Sequence[Step]) -> Iterator[Step]:
    """Equal words that follow each other are one stretch."""
    held: Step | None = None
    for step in found:
        if held and held[0] == step[0] == "equal":
            held = ("equal", held[1], step[2], held[3], step[4])
            continue
        if held:
            yield held
        held = step
    if held:
        yield held
