"""What search keeps of one page: small, picklable, and the same whatever other pages there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.page import Page, PageSpec
from generator.search.article import line_of, text_of
from generator.search.tokenize import TOKENS

_PLAIN = 4
"""What a word adds to its weight where it stands in plain text: units of a quarter."""
_HEADINGS = {1: 196, 2: 144, 3: 100, 4: 64, 5: 36, 6: 16}
"""The same for a heading of each level."""
_KEYWORD = _HEADINGS[4]
"""The same among the keywords: whoever wrote the page chose them."""
_FACT = _HEADINGS[3]
"""The same for the line of facts below its title: for whom it is, in which subject."""


@dataclass(frozen=True, slots=True)
class Card:
    """What the index says of a page beside its words."""

    url: str
    """Relative to the site, without a slash before it."""
    title: str
    kind: str
    """The word that a result is labelled with; "" for none."""
    length: int
    """Number of words, at least 1."""
    facets: tuple[tuple[str, tuple[str, ...]], ...]
    """Name and values of each facet, by name."""
    facts: str = ""
    """The line of facts below its title."""
    language: str = ""
    """Of the page, when that is not the hub's."""


@dataclass(frozen=True, slots=True)
class PageRecord:
    """A page as the index is made from it."""

    card: Card
    words: str
    """Each word of the page once, separated by spaces."""
    weights: bytes
    """For each word how much it says there: see `weight_byte`."""


def read(page: Page) -> Iterator[PageRecord]:
    """What search keeps of a page, and of its parts that answer for themselves."""
    spec = page.spec
    yield _titled(spec, spec.url, spec.title, spec.description) if spec.is_list else _whole(page)
    for entry in spec.entries:
        yield _titled(spec, f"{spec.url}#{entry.anchor}", entry.title, entry.text, kind=spec.title)


def _titled(spec: PageSpec, url: str, title: str, said: str, kind: str = "") -> PageRecord:
    """A title, and a few plain words below it."""
    plain = _counted(said)
    words = _weighed(plain, {}, title, " ".join(spec.keywords))
    card = Card(url, title, kind or _kind(spec), max(1, sum(plain.values())), _facets(spec))
    return PageRecord(card, " ".join(words), bytes(words.values()))


def _whole(page: Page) -> PageRecord:
    spec = page.spec
    text = text_of(page.article)
    title = text.title or " ".join(spec.title.split())
    plain = _counted("".join(text.plain))
    headings = {level: _counted(" ".join(said)) for level, said in text.headings.items()}
    length = max(1, sum(plain.values()) + sum(sum(counts.values()) for counts in headings.values()))
    words = _weighed(plain, headings, title, " ".join(spec.keywords), " ".join(spec.facts))
    card = Card(
        spec.url, title, _kind(spec), length, _facets(spec), " · ".join(filter(None, spec.facts)), spec.language
    )
    return PageRecord(card, " ".join(words), bytes(words.values()))


def _kind(spec: PageSpec) -> str:
    return spec.label or next(iter(spec.facets.get("kind", ())), "")


def _facets(spec: PageSpec) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (name, tuple(map(line_of, filter(None, values)))) for name, values in sorted(spec.facets.items()) if any(values)
    )


def _counted(text: str) -> dict[str, int]:
    """How often each word stands in the text of an HTML page."""
    counts: dict[str, int] = defaultdict(int)
    for token, times in Counter(text.split()).items():
        for word in TOKENS[token]:
            counts[word] += times
    return counts


def _weighed(
    plain: Mapping[str, int], headings: Mapping[int, Mapping[str, int]], title: str, keywords: str, facts: str = ""
) -> dict[str, int]:
    """The weight byte of each word. Most words stand in plain text alone."""
    words = {word: PLAIN_WEIGHTS[count] for word, count in plain.items()}
    extra: dict[str, int] = defaultdict(int)
    for level, counts in headings.items():
        for word, times in counts.items():
            extra[word] += _HEADINGS[level] * times
    for word, times in _counted(keywords).items():
        extra[word] += _KEYWORD * times
    for word in _counted(facts):
        extra[word] += _FACT
    in_title = _counted(title)
    for word, quarters in extra.items():
        words[word] = weight_byte(plain.get(word, 0) * _PLAIN + quarters)
    # A title that is no heading stands nowhere else.
    return words | {word: words.get(word, weight_byte(_HEADINGS[1])) | 1 for word in in_title}


def weight_byte(quarters: int, *, is_titled: bool = False) -> int:
    """A weight in seven bits, and in the lowest bit whether the word stands in the title.

    The weight is (8 + m) · 2^e / 32, with e in the upper four of the seven bits and m in the lower three: right to a
    sixteenth, from a quarter to 15,360, which also stands for all that is more.
    """
    value = quarters * 8
    exponent = min(max(value.bit_length() - 4, 0), 15)
    eighths = (value + (1 << exponent >> 1)) >> exponent
    if eighths > 15 and exponent < 15:
        exponent, eighths = exponent + 1, 8
    return exponent << 4 | min(eighths - 8, 7) << 1 | is_titled


class _PlainWeights(dict[int, int]):
    """The weight of a word that stands so many times in plain text, and nowhere else."""

    def __missing__(self, count: int) -> int:
        self[count] = byte = weight_byte(count * _PLAIN)
        return byte


PLAIN_WEIGHTS = _PlainWeights()


def length_byte(words: int) -> int:
    """A number of words in a byte: (16 + m) · 2^(e - 4), with e in the upper four bits and m in the lower."""
    exponent = min(words.bit_length() - 1, 15)
    return exponent << 4 | min((words << 4 >> exponent) - 16, 15)
