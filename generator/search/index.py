"""The index of a site: chunks of words, cards of pages, facets, and the file that names them all."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.search import chunks, lexicon
from generator.search.chunks import Chunk, Records, changes, gathered, updated, written
from generator.search.index_format import VERSION, gaps_of, sections_of, varints, write_named
from generator.search.record import Card, PageRecord, length_byte
from generator.search.tokenize import words_of

FOLDER = "search"
"""Where the index is on the site."""
ENTRY = f"{FOLDER}/index.json"
"""Says which version of the format the index is in, and names the two files that are read first."""
CORE, CARDS, FACETS = "core", "cards", "facets"
_CARDS = 64
"""Pages in a file of cards."""
_OWN = re.compile(rf"{FOLDER}/(?:index\.json|(?:{CORE}|{CARDS}|{FACETS}|{chunks.FOLDER})/[0-9a-f]{{10}}\.bin)")


@dataclass(frozen=True, slots=True)
class Index:
    """What is kept of an index beside its files, for the next build."""

    chunks: tuple[Chunk, ...]


@dataclass(frozen=True, slots=True)
class Hub:
    """What an index says apart from where words stand."""

    site: Path
    code: str
    """The language of the hub."""
    synonyms: Sequence[Sequence[str]]
    """Groups of sayings that mean the same, beside those of the language."""
    cards: Sequence[Card]
    """Of all pages, in the order of the index: by address."""


def in_order(cards: Iterable[Card]) -> list[Card]:
    return sorted(cards, key=lambda card: card.url)


def write(hub: Hub, records: Records) -> Index:
    """Writes an index. The same pages give the same files; those of an earlier index that say other things go."""
    folder = hub.site / FOLDER
    return _finish(hub, tuple(written(folder, gathered(records, len(hub.cards)))))


def update(hub: Hub, index: Index, before: Iterable[PageRecord], after: Iterable[PageRecord]) -> Index:
    """Writes an index from the one that lies there and was kept, of pages of the same addresses.

    `before` and `after` are what was read of those pages that have changed, then and now. OSError when the one that
    lies there cannot be read.
    """
    numbers = {card.url: number for number, card in enumerate(hub.cards)}
    was, now = ({numbers[record.card.url]: record for record in records} for records in (before, after))
    return _finish(hub, tuple(updated(hub.site / FOLDER, index.chunks, changes(was, now))))


def is_own(file: str) -> bool:
    """Whether a file of a site, by its path there, belongs to an index."""
    return _OWN.fullmatch(file) is not None


def is_always_written(file: str) -> bool:
    """Whether a file of the index is written in every build, even when it says the same."""
    return is_own(file) and not file.startswith((f"{FOLDER}/{CARDS}/", f"{FOLDER}/{chunks.FOLDER}/"))


def _finish(hub: Hub, made: tuple[Chunk, ...]) -> Index:
    """Writes all but the chunks, and removes what is named no more."""
    folder = hub.site / FOLDER
    cards = [
        write_named(folder / CARDS, [_json([_shown(card) for card in hub.cards[at : at + _CARDS]])])
        for at in range(0, len(hub.cards), _CARDS)
    ]
    words = " ".join(chunk.words for chunk in made).split()
    core = write_named(folder / CORE, (
        *lexicon.sections(words, hub.code, hub.synonyms),
        bytes(length_byte(card.length) for card in hub.cards),
        "\n".join(chunk.last for chunk in made).encode(),
        bytes.fromhex("".join(chunk.name for chunk in made)),
        bytes.fromhex("".join(cards)),
        _title_lengths(hub),
    ))  # fmt: skip
    facets = write_named(folder / FACETS, _facets(hub.cards))
    (folder / "index.json").write_bytes(_json({"version": VERSION, CORE: core, FACETS: facets}))
    kept = {(chunks.FOLDER, chunk.name) for chunk in made} | {(CARDS, name) for name in cards}
    kept |= {(CORE, core), (FACETS, facets)}
    for part in (chunks.FOLDER, CARDS, CORE, FACETS):
        for file in (folder / part).glob("*.bin"):
            if (part, file.stem) not in kept:
                file.unlink()
    return Index(made)


def _shown(card: Card) -> list[str]:
    """What a result says before its page is fetched; what is not there is left out at the end."""
    shown = [card.url, card.title, card.kind, card.facts, card.language]
    while not shown[-1]:
        shown.pop()
    return shown


def _title_lengths(hub: Hub) -> bytes:
    """For each page how many words of its title say something; 0 when all of them are stop words."""
    stop = frozenset(lexicon.language(hub.code).lists["stop"].split())
    return bytes(min(255, len(set(words_of(card.title)) - stop)) for card in hub.cards)


def _facets(cards: Sequence[Card]) -> tuple[bytes, bytes, bytes]:
    """The values of each facet as JSON, how many pages have each value, and which."""
    found: dict[str, dict[str, list[int]]] = {}
    for number, card in enumerate(cards):
        for name, values in card.facets:
            held = found.setdefault(name, {})
            for value in dict.fromkeys(values):
                held.setdefault(value, []).append(number)
    table = {name: sorted(found[name]) for name in sorted(found)}
    pages = [found[name][value] for name, values in table.items() for value in values]
    return _json(table), varints(map(len, pages)), b"".join(map(gaps_of, pages))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def verify(site: Path, pages: int, known: Collection[str] = ()) -> tuple[str, ...]:
    """What is wrong with the index of a site, in English; empty when every file is whole and there are so many pages.

    Files `known`, by their path on the site, were found whole before, and nobody has touched them since.
    """
    folder = site / FOLDER
    try:
        entry = json.loads((site / ENTRY).read_text("utf-8"))
        core = sections_of(folder / CORE / f"{entry[CORE]}.bin")
        lengths, words, cards = core[4], names_of(core[6]), names_of(core[7])
    except (OSError, ValueError, KeyError, IndexError) as error:
        return (f"{ENTRY}: {error}",)
    faults = [] if len(lengths) == pages else [f"{len(lengths)} pages are indexed, {pages} were expected"]
    named = [(FACETS, entry[FACETS]), *((chunks.FOLDER, name) for name in words), *((CARDS, name) for name in cards)]
    for part, name in named:
        file = f"{FOLDER}/{part}/{name}.bin"
        try:
            if file not in known:
                sections_of(site / file)
        except OSError as error:
            faults.append(f"{file}: {error}")
    return tuple(faults)


def names_of(packed: bytes) -> list[str]:
    """The names of files, five bytes each."""
    return [packed[at : at + 5].hex() for at in range(0, len(packed), 5)]
