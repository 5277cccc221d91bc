"""Puts what has changed on some pages into the chunks of an index, without reading the other pages again.

The chunks come out as if all had been made anew. A chunk is a list of words; a word is its text, its pages, and its
variants with theirs; a page is how far it is from the one before, and a posting (`postings`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from generator.crew import in_parts, spread
from generator.search.chunks import Chunk, Cut, Word, akin, is_alone, write_chunk
from generator.search.packed import opened
from generator.search.postings import LISTS, STEPS, listed, text
from generator.search.reading import Read

_NUMBER = rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a]....)"
_LIST = rb"(?:[\x80-\x97]|\x98.|\x99..|\x9a....)"
_POSTING = _LIST + _NUMBER + b"*+" + _LIST + _NUMBER + b"*+"
# How a number begins no list does, and the other way, so lists end where they should without counting.
_PAGE = re.compile(rb"\x83(" + _NUMBER + b")(" + _POSTING + b")", re.DOTALL)
_PAGES = re.compile(rb"(?:\x83" + _NUMBER + _POSTING + b")*+", re.DOTALL)

_FEW = 40
"""Fewer groups than this are mended sooner than another process has started."""
_AT_ONCE = 10

Posting = bytes | None
"""None where the page does not have the word."""
Changes = Mapping[str, Mapping[str, Sequence[tuple[int, Posting]]]]
"""By word and by variant ("" for the word itself): the pages that say another thing than before, in order."""


def changes(before: Mapping[int, Read], after: Mapping[int, Read]) -> Changes:
    """What is different on some pages, by their numbers."""
    found: dict[str, dict[str, list[tuple[int, Posting]]]] = defaultdict(lambda: defaultdict(list))
    for number in sorted(before):
        was, now = dict(before[number].words()), dict(after[number].words())
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
    found: list[Group] = []
    for word in sorted(changed):
        start = min(bisect_left(lasts, word), len(chunks) - 1)
        end = start + 1
        while start and (akin(lasts[start - 1], chunks[start].first) or akin(lasts[start - 1], word)):
            start -= 1
        while end < len(chunks) and akin(lasts[end - 1], chunks[end].first):
            end += 1
        group = Group(start, end, {word: changed[word]})
        if found and start < found[-1].end:
            group = _joined(found.pop(), group)
        found.append(group)
    return found


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
        words = (word for chunk in old for word in words_in(self._content(chunk)))
        cutting = Cut(_mended(words, group.changes))
        cut = list(cutting)
        if cutting.rest:
            cut.append(cutting.rest)
        if not self._ends(group, cut, is_open=bool(cutting.rest)) or not self._begins(group, cut):
            return None
        return [write_chunk(self.folder, self.code, one) for one in cut]

    def _content(self, chunk: Chunk) -> bytes:
        return opened(self.folder / f"{chunk.name}.pf_index")

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


def words_in(chunk: bytes) -> Iterator[Word]:
    """The words of a chunk as they lie there."""
    count, at = _head(chunk, 1)
    for _ in range(count):
        start = at
        word, at = _text(chunk, at + 1)
        _, at = _pages(chunk, at)
        variants, at = _head(chunk, at)
        for _ in range(variants):
            _, at = _text(chunk, at + 1)
            _, at = _pages(chunk, at)
        yield word, chunk[start:at]


def _mended(words: Iterable[Word], changed: Changes) -> Iterator[Word]:
    """The words in order, with what has changed."""
    known = dict(words)
    for word in sorted(known.keys() | changed.keys()):
        if word not in changed:
            yield word, known[word]
        elif packed := _with(word, known.get(word), changed[word]):
            yield word, packed


_Pages = tuple[int, bytes]
"""How many pages, and all of them after each other."""
_NOWHERE: _Pages = (0, b"")


def _with(word: str, packed: bytes | None, changed: Mapping[str, Sequence[tuple[int, Posting]]]) -> bytes:
    """A word with what has changed of it; nothing when it is on no page any more."""
    held = _variants(packed) if packed else {}
    for variant, pages in changed.items():
        for number, posting in pages:
            held[variant] = _placed(held.get(variant, _NOWHERE), number, posting)
    parts = {variant: LISTS[count] + pages for variant, (count, pages) in held.items() if count}
    if not parts:
        return b""
    plain = parts.pop("", LISTS[0])
    return listed((text(word), plain, listed(listed((text(name), parts[name])) for name in sorted(parts))))


def _variants(word: bytes) -> dict[str, _Pages]:
    """The pages of a word, and of each of its variants."""
    _, at = _text(word, 1)
    plain, at = _pages(word, at)
    found = {"": plain}
    count, at = _head(word, at)
    for _ in range(count):
        name, at = _text(word, at + 1)
        found[name], at = _pages(word, at)
    return found


def _placed(pages: _Pages, number: int, posting: Posting) -> _Pages:
    """The pages with another posting for one of them, or without it."""
    count, held = pages
    before, start, end = 0, len(held), len(held)
    for match in _PAGE.finditer(held):
        at = before + _worth(match[1])
        if at >= number:
            start, end = match.start(), match.end() if at == number else match.start()
            break
        before = at
    was_there, is_there = end > start, posting is not None
    placed, rest = STEPS[number - before] + posting if posting is not None else b"", held[end:]
    if was_there != is_there and (following := _PAGE.match(rest)):
        follows = (number if was_there else before) + _worth(following[1])
        rest = STEPS[follows - (number if is_there else before)] + following[2] + rest[following.end() :]
    return count - was_there + is_there, held[:start] + placed + rest


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


def _pages(content: bytes, at: int) -> tuple[_Pages, int]:
    count, start = _head(content, at)
    end = cast("re.Match[bytes]", _PAGES.match(content, start)).end()
    return (count, content[start:end]), end
