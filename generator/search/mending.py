"""Puts what has changed on some pages into the chunks of an index, without reading the other pages again.

The chunks come out as if all had been made anew. A chunk is a list of words; a word is its text, its pages, and its
variants with theirs; a page is how far it is from the one before, and a posting (`postings`).
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import cast

import cbor2

from generator.runtime.workers import in_parts, spread
from generator.search import chunks, weights
from generator.search.chunks import Chunk, Cut, Word, akin, is_alone, write_chunk
from generator.search.packed import opened
from generator.search.postings import LISTS, STEPS, listed, text
from generator.search.reading import Read
from generator.search.weights import raw

_NUMBER = rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a]....)"
_LIST = rb"(?:[\x80-\x97]|\x98.|\x99..|\x9a....)"
_POSTING = _LIST + _NUMBER + b"*+" + _LIST + _NUMBER + b"*+"
# How a number begins no list does, and the other way, so lists end where they should without counting.
_PAGE = re.compile(rb"\x83(" + _NUMBER + b")(" + _POSTING + b")", re.DOTALL)
_PAGES = re.compile(rb"(?:\x83" + _NUMBER + _POSTING + b")*+", re.DOTALL)

_FEW = 40
"""Fewer groups than this are mended sooner than another process has started."""
_AT_ONCE = 10

Posting = tuple[bytes, int] | None
"""A posting and its weight; None where the page does not have the word."""
Changes = Mapping[str, Mapping[str, Sequence[tuple[int, Posting]]]]
"""By word and by variant ("" for the word itself): the pages that say another thing than before, in order."""


def changes(before: Mapping[int, Read], after: Mapping[int, Read]) -> Changes:
    """What is different on some pages, by their numbers."""
    found: dict[str, dict[str, list[tuple[int, Posting]]]] = defaultdict(lambda: defaultdict(list))
    for number in sorted(before):
        was, now = (
            {key: (posting, weight) for key, posting, weight in read[number].words()} for read in (before, after)
        )
        for key in was.keys() | now.keys():
            if was.get(key) != now.get(key):
                word, _, variant = key.partition("\t")
                found[word][variant].append((number, now.get(key)))
    return found


@dataclass(frozen=True, slots=True)
class Group:
    """Chunks beside each other that are cut anew, and what is to change in them."""

    start: int
    end: int
    """After the last of them."""
    changes: Changes


def groups(chunks: Sequence[Chunk], changed: Changes) -> list[Group]:
    """The chunks in which the words stand that change; words that begin alike are taken together."""
    lasts = [chunk.last for chunk in chunks]
    found: list[tuple[int, int, list[str]]] = []
    for word in sorted(changed):
        start = min(bisect_left(lasts, word), len(chunks) - 1)
        end = start + 1
        while start and (akin(lasts[start - 1], chunks[start].first) or akin(lasts[start - 1], word)):
            start -= 1
        while end < len(chunks) and akin(lasts[end - 1], chunks[end].first):
            end += 1
        words = [word]
        while found and start < found[-1][1]:
            before, after, others = found.pop()
            start, end, words = min(start, before), max(end, after), others + words
        found.append((start, end, words))
    return [Group(start, end, {word: changed[word] for word in words}) for start, end, words in found]


def _joined(one: Group, other: Group) -> Group:
    return Group(min(one.start, other.start), max(one.end, other.end), {**one.changes, **other.changes})


@dataclass(frozen=True, slots=True)
class Mending:
    """An index in which words change."""

    folder: Path
    code: str
    chunks: tuple[Chunk, ...]

    def all(self, changed: Changes, *, executor: str = "") -> tuple[Chunk, ...]:
        """Writes the chunks that are another than before; all chunks there are then."""
        if not self.chunks:
            raise ValueError("no chunks to mend")
        found = groups(self.chunks, changed)
        parts = [found[part] for part in in_parts(len(found), _AT_ONCE, least=_FEW)]
        made = [one for some in spread(Mending.some, self, parts, executor=executor) for one in some]
        while None in made:
            at = made.index(None)
            # It takes its neighbours along, and what is to change in them.
            wide = Group(max(found[at].start - 1, 0), min(found[at].end + 1, len(self.chunks)), found[at].changes)
            near = [number for number, one in enumerate(found) if one.start < wide.end and wide.start < one.end]
            for number in near:
                wide = _joined(wide, found[number])
            place = slice(near[0], near[-1] + 1)
            found[place], made[place] = [wide], [self.one(wide)]
        chunks = list(self.chunks)
        for group, instead in zip(reversed(found), reversed(made), strict=True):
            chunks[group.start : group.end] = instead or []
        return tuple(chunks)

    def some(self, some: Sequence[Group]) -> list[list[Chunk] | None]:
        """As `one`, for several."""
        return [self.one(group) for group in some]

    def one(self, group: Group) -> list[Chunk] | None:
        """Writes what takes the place of a group. None, and nothing is written, when it reaches into its neighbours."""
        old = self.chunks[group.start : group.end]
        words = (word for chunk in old for word in words_in(chunk, *self._content(chunk)))
        cutting = Cut(_mended(words, group.changes))
        cut = list(cutting)
        if cutting.rest:
            cut.append(cutting.rest)
        if not self._ends(group, cut, is_open=bool(cutting.rest)) or not self._begins(group, cut):
            return None
        return [write_chunk(self.folder, self.code, one) for one in cut]

    def _content(self, chunk: Chunk) -> tuple[bytes, bytes]:
        sides = (chunks.FOLDER, chunks.KIND), (weights.FOLDER, weights.KIND)
        one, other = (opened(self.folder / folder / f"{chunk.name}.{kind}") for folder, kind in sides)
        return one, other

    def _ends(self, group: Group, cut: Sequence[Sequence[Word]], *, is_open: bool) -> bool:
        if group.end == len(self.chunks):
            return True
        return bool(cut) and not is_open and not akin(cut[-1][-1][0], self.chunks[group.end].first)

    def _begins(self, group: Group, cut: Sequence[Sequence[Word]]) -> bool:
        if group.start == 0:
            return True
        first = self.chunks[group.start]
        # The chunk before may have been closed because of a word that stood alone.
        needed = first.first == first.last
        return bool(cut) and not akin(self.chunks[group.start - 1].last, cut[0][0][0]) and (
            not needed or (len(cut[0]) == 1 and is_alone(cut[0][0]))
        )  # fmt: skip


def words_in(chunk: Chunk, content: bytes, lean: bytes) -> Iterator[Word]:
    """The words of a chunk as they lie there, and on its lean side."""
    _, start = _head(content, 1)
    _, lean_start = _head(lean, 0)
    for size, lean_size in zip(array("I", chunk.sizes), array("I", chunk.lean), strict=True):
        packed, lean_packed = content[start : start + size], lean[lean_start : lean_start + lean_size]
        yield _text(packed, 1)[0], packed, lean_packed
        start, lean_start = start + size, lean_start + lean_size


def _mended(words: Iterable[Word], changed: Changes) -> Iterator[Word]:
    """The words in order, with what has changed."""
    known = {word: (packed, lean) for word, packed, lean in words}
    for word in sorted(known.keys() | changed.keys()):
        packed, lean = known.get(word, (b"", b""))
        if word in changed:
            packed, lean = _with(word, packed, changed[word]), _weighed(word, lean, changed[word])
        if packed:
            yield word, packed, lean


def _with(word: str, packed: bytes, changed: Mapping[str, Sequence[tuple[int, Posting]]]) -> bytes:
    """A word with what has changed of it; nothing when it is on no page any more."""
    begins = b"\x83" + text(word)
    rest = packed[len(begins) :] or _NOWHERE + _NONE
    for number, posting in changed.get("", ()):
        rest = _placed(rest, number, posting)
    if changed.keys() != {""}:
        rest = _with_variants(rest, changed)
    return begins + rest if rest != _NOWHERE + _NONE else b""


_NOWHERE = _NONE = LISTS[0]
"""No pages, and no variants."""


def _with_variants(rest: bytes, changed: Mapping[str, Sequence[tuple[int, Posting]]]) -> bytes:
    """The pages of a word and its variants, with what has changed of the variants."""
    end = _end_of_pages(rest, 0)
    count, at = _head(rest, end)
    held: dict[str, bytes] = {}
    for _ in range(count):
        name, start = _text(rest, at + 1)
        at = _end_of_pages(rest, start)
        held[name] = rest[start:at]
    for name in changed.keys() - {""}:
        for number, posting in changed[name]:
            held[name] = _placed(held.get(name, _NOWHERE), number, posting)
    return rest[:end] + listed(listed((text(name), held[name])) for name in sorted(held) if held[name] != _NOWHERE)


def _placed(pages: bytes, number: int, posting: Posting) -> bytes:
    """Pages with another posting for one of them, or without it. What may come after the pages stays."""
    count, begin = _head(pages, 0)
    before, start, end, left = 0, begin, begin, count
    for match in islice(_PAGE.finditer(pages, begin), count):
        at = before + _worth(match[1])
        if at >= number:
            start, end = match.start(), match.end() if at == number else match.start()
            left -= at == number
            break
        before, start, end, left = at, match.end(), match.end(), left - 1
    was_there, is_there = end > start, posting is not None
    placed, rest = STEPS[number - before] + posting[0] if posting else b"", pages[end:]
    if was_there != is_there and left:
        following = cast("re.Match[bytes]", _PAGE.match(rest))
        follows = (number if was_there else before) + _worth(following[1])
        rest = STEPS[follows - (number if is_there else before)] + following[2] + rest[following.end() :]
    return LISTS[count - was_there + is_there] + pages[begin:start] + placed + rest


def _weighed(word: str, lean: bytes, changed: Mapping[str, Sequence[tuple[int, Posting]]]) -> bytes:
    """The lean side of a word with what has changed of it."""
    _, gaps, held, variants = cbor2.loads(lean) if lean else (word, b"", b"", [])
    sides = {"": (gaps, held), **{name: (gaps, held) for name, gaps, held in variants}}
    for variant, pages in changed.items():
        for number, posting in pages:
            weight = posting[1] if posting else None
            sides[variant] = weights.placed(*sides.get(variant, (b"", b"")), number, weight)
    plain = sides.pop("")
    others = (listed((text(name), *map(raw, sides[name]))) for name in sorted(sides) if sides[name][1])
    return listed((text(word), *map(raw, plain), listed(others)))


def _head(content: bytes, at: int) -> tuple[int, int]:
    """The size or worth that stands at a place, and where it ends."""
    short = content[at] & 31
    if short < 24:
        return short, at + 1
    end = at + 1 + (1 << short - 24)
    return int.from_bytes(content[at + 1 : end], "big"), end


def _worth(number: bytes) -> int:
    return _head(number, 0)[0]


def _text(content: bytes, at: int) -> tuple[str, int]:
    size, at = _head(content, at)
    return content[at : at + size].decode(), at + size


def _end_of_pages(content: bytes, at: int) -> int:
    return cast("re.Match[bytes]", _PAGES.match(content, _head(content, at)[1])).end()
