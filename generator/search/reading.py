"""What search knows of one page: its fragment, and where its words stand."""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha1
from pathlib import Path
from typing import cast

from generator.page import Page
from generator.search.forms import Form, Forms
from generator.search.lean import kind_of, lean_article
from generator.search.markup import PLAIN, Said, resolved, said, tidy
from generator.search.packed import close
from generator.search.postings import posting, postings

FIELDS = ("image", "image_alt", "kind", "title")
"""What is known of a page beside its text; a number in the index is a place in this list."""

_forms = cache(Forms)
Key = str | tuple[Form, ...]
Places = dict[Key, list[int]]


@dataclass(frozen=True, slots=True)
class Read:
    """What the index is made from: small, and the same whatever other pages there are."""

    url: str
    fragment: str
    """The name of its file."""
    count: int
    """Of words, as Pagefind counts."""
    filters: tuple[tuple[str, tuple[str, ...]], ...]
    keys: str
    """What it is found by (`Form`), a line each, in order."""
    postings: bytes
    """For each key where it stands; all after each other."""
    sizes: bytes
    """Of each posting: numbers of four bytes."""


def read(page: Page, code: str) -> tuple[Read, bytes]:
    """What is known of a page, and the content of its fragment."""
    heard = said(lean_article(page))
    words, weighed, starts = _places(heard, _forms(code))
    meta = _meta(page, heard)
    url, count = f"/{page.spec.url}", max(1, len(words))
    filters = tuple(
        (name, found)
        for name, values in sorted(page.spec.facets.items())
        if (found := tuple(_tidy(value) for value in values if value))
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
    fragment = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    name = f"{code}_{sha1(fragment, usedforsecurity=False).hexdigest()[:10]}"
    by_key = _postings(weighed, meta, _forms(code))
    keys = sorted(by_key)
    held = [by_key[key] for key in keys]
    sizes = array("I", map(len, held)).tobytes()
    return Read(url, name, count, filters, "\n".join(keys), b"".join(held), sizes), fragment


def write_fragment(output: Path, found: Read, fragment: bytes) -> None:
    """Writes what is shown of a page where it is found."""
    folder = output / "fragment"
    folder.mkdir(parents=True, exist_ok=True)
    close(folder / f"{found.fragment}.pf_fragment", fragment)


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


def _postings(weighed: dict[int, Places], meta: Mapping[str, str], forms: Forms) -> dict[str, bytes]:
    """By key. Most keys stand in plain text alone, and few have anything else to tell."""
    plain = weighed.pop(PLAIN, {})
    other: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    fields: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for several in [key for key in plain if isinstance(key, tuple)]:
        _share(several, plain.pop(several), PLAIN, other)
    single = cast("dict[str, list[int]]", plain)
    for weight, places in weighed.items():
        for key, where in places.items():
            _share(key, where, weight, other)
    for number, name in enumerate(FIELDS):
        for place, word in enumerate(meta.get(name, "").split()):
            for form, _ in _each(forms[word]):
                fields[form].append((number, place))
    mixed = [(key, single.pop(key, [])) for key in other.keys() | fields.keys()]
    found = postings(single)
    for key, where in mixed:
        by_weight = other.get(key, {})
        if where:
            by_weight[PLAIN] = [*where, *by_weight.get(PLAIN, ())]
        found[key] = posting(by_weight, fields.get(key, ()))
    return found


def _share(key: Key, where: list[int], weight: int, found: dict[str, dict[int, list[int]]]) -> None:
    for one, parts in _each(key):
        found[one][max(1, weight // parts) if parts and weight else weight] += where


def _each(key: Key) -> Iterable[Form]:
    return key if isinstance(key, tuple) else ((key, 0),)
