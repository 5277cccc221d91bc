"""What search knows of one page: its fragment, and where its words stand."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import cast

from pydantic_core import to_json

from generator.model.page import Page
from generator.search.forms import Form, Forms
from generator.search.lean import kind_of, lean_article
from generator.search.markup import PLAIN, Said, said
from generator.search.packed import closed, name_of
from generator.search.postings import posting, postings
from generator.search.prose import resolved, tidy
from generator.search.weights import WEIGHTS, weigh

FOLDER = "pagefind"
"""Where the runtime and its index are on the site."""
FIELDS = ("image", "image_alt", "kind", "title")
"""What is known of a page beside its text; a number in the index is a place in this list."""
_TITLE = FIELDS.index("title")

_forms = cache(Forms)
Key = str | tuple[Form, ...]
Places = dict[Key, list[int]]
Weighed = list[tuple[int, list[int]]]
"""The places of a word by weight."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index says of a page beside its words."""

    url: str
    fragment: str
    """The name of its file."""
    count: int
    """Of words, as Pagefind counts."""
    filters: tuple[tuple[str, tuple[str, ...]], ...]
    size: int
    """Of the fragment's file."""


@dataclass(frozen=True, slots=True)
class Read:
    """What the index is made from: small, and the same whatever other pages there are."""

    entry: Entry
    keys: str
    """What it is found by (`Form`), a line each."""
    postings: bytes
    """For each key where it stands; all after each other."""
    sizes: bytes
    """Of each posting: numbers of four bytes."""
    weights: bytes
    """For each key how much it says: see `weights`."""

    def words(self) -> Iterator[tuple[str, bytes, int]]:
        """Each key with its posting and its weight."""
        start, ends = 0, accumulate(array("I", self.sizes))
        for key, end, weight in zip(self.keys.split("\n"), ends, self.weights, strict=False):
            yield key, self.postings[start:end], weight
            start = end


def read(page: Page, code: str) -> tuple[Read, bytes, dict[str, None]]:
    """What is known of a page; the file of its fragment; and all that stands between spaces on it, muted or not.

    What stands between spaces is told once, in the order of the page.
    """
    spec = page.spec
    heard = said(lean_article(page))
    words, weighed, starts = _places(heard, _forms(code))
    meta = _meta(page, heard)
    url, count = f"/{spec.url}", max(1, len(words))
    filters = tuple(
        (name, tidied)
        for name, values in sorted(spec.facets.items())
        if (tidied := tuple(_tidy(value) for value in values if value))
    )
    content = {
        "url": url,
        "content": " ".join(words),
        "word_count": count,
        "filters": dict(filters),
        "meta": meta,
        "anchors": [
            {"element": anchor.element, "id": anchor.id, "text": anchor.text, "location": starts[anchor.segment]}
            for anchor in heard.anchors
        ],
    }
    fragment = to_json(content)
    name = name_of(code, fragment)
    by_key, weights = _postings(weighed, meta, _forms(code))
    sizes = array("I", map(len, by_key.values())).tobytes()
    file = closed(fragment)
    entry = Entry(url, name, count, filters, len(file))
    found = Read(entry, "\n".join(by_key), b"".join(by_key.values()), sizes, weights)
    return found, file, dict.fromkeys(" ".join((spec.title, *heard.texts, *spec.keywords)).split())


def write_fragment(site: Path, found: Entry, file: bytes) -> str:
    """Writes what is shown of a page where it is found; the file, relative to the site."""
    name = f"{FOLDER}/fragment/{found.fragment}.pf_fragment"
    try:
        (site / name).write_bytes(file)
    except FileNotFoundError:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(file)
    return name


def _tidy(value: str) -> str:
    # It is no HTML yet.
    return tidy(value.replace("&", "&amp;"))


def _places(heard: Said, forms: Forms) -> tuple[list[str], dict[int, Places], list[int]]:
    """All words in order, the places of each key by weight, and which word each segment begins with."""
    words: list[str] = []
    weighed: dict[int, Places] = defaultdict(lambda: defaultdict(list))
    starts = []
    form = forms.__getitem__
    for weight, segment in heard.segments:
        starts.append(len(words))
        text = resolved(segment)
        part = (text.replace("\u200b", "") if "\u200b" in text else text).split()
        places = weighed[weight]
        for place, key in enumerate(map(form, part), len(words)):
            places[key].append(place)
        words += part
    return words, weighed, [*starts, len(words)]


def _meta(page: Page, heard: Said) -> dict[str, str]:
    found = {"kind": _tidy(kind_of(page)), "title": heard.title or _tidy(page.spec.title)}
    return {"image": heard.image[0], "image_alt": heard.image[1], **found} if heard.image else found


def _postings(weighed: dict[int, Places], meta: Mapping[str, str], forms: Forms) -> tuple[dict[str, bytes], bytes]:
    """By key, and the weight of each. Most keys stand in plain text alone, and few have anything else to tell."""
    plain = weighed.pop(PLAIN, {})
    mixed: dict[str, Weighed] = defaultdict(list)
    several = [(PLAIN, key, plain.pop(key)) for key in [key for key in plain if key.__class__ is tuple]]
    for worth in sorted(weighed):
        for key, where in weighed[worth].items():
            if isinstance(key, str):
                mixed[key].append((worth, where))
            else:
                several.append((worth, key, where))
    fields = _fields(meta, forms)
    for form in fields:
        mixed[form]  # from now on it is one of them
    for worth, key, where in several:
        for form, parts in _each(key):
            mixed[form].append((max(1, worth // parts) if parts and worth else worth, where))
    single = cast("dict[str, list[int]]", plain)
    for form in mixed.keys() & single.keys():
        mixed[form].append((PLAIN, single.pop(form)))
    found = postings(single)
    weights = [WEIGHTS[len(where)] for where in single.values()]
    for form, held in mixed.items():
        own = fields.get(form, ())
        found[form] = posting(held, own)
        weights.append(weigh(held, is_titled=any(field == _TITLE for field, _ in own)))
    return found, bytes(weights)


def _fields(meta: Mapping[str, str], forms: Forms) -> dict[str, list[tuple[int, int]]]:
    """By key, in which fields it stands, and where there."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, name in enumerate(FIELDS):
        for place, word in enumerate(meta.get(name, "").split()):
            for form, _ in _each(forms[word]):
                found.setdefault(form, []).append((number, place))
    return found


def _each(key: Key) -> Iterable[Form]:
    return key if isinstance(key, tuple) else ((key, 0),)
