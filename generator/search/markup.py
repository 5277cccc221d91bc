"""What is said in the HTML of an article: its words by weight, its anchors, its title and its picture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.search.prose import ENDS, attributes_of, tidy

PLAIN = 24
"""The weight of a word that nothing is said of; a heading weighs as many times as much as `_HEADINGS` says."""
_HEADINGS = {"h1": 7, "h2": 6, "h3": 5, "h4": 4, "h5": 3, "h6": 2}
_MOST = 10
_SENTENCES = frozenset(("p", "td", "div", "ul", "li", "article", "section", *_HEADINGS))
"""Elements whose content is a sentence of its own, in what people see of a result."""
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdo", "big", "br", "button", "cite", "code", "dfn", "em", "i", "img", "input", "kbd",
    "label", "map", "object", "output", "q", "samp", "script", "select", "small", "span", "strong", "sub", "sup",
    "textarea", "time", "tt", "var",
))  # fmt: skip
_UNSAID = frozenset((
    "head", "style", "script", "noscript", "label", "form", "svg", "footer", "nav", "iframe", "template",
))  # fmt: skip
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
))  # fmt: skip

_TAG = re.compile(r"<(?:(/?[a-zA-Z][^\s/>]*)([^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*)|!--.*?--)>", re.DOTALL)
_INSIDE = re.compile(r"(/?[a-zA-Z][^\s/>]*)([^\"']*(?:\"[^\"]*\"[^\"']*|'[^']*'[^\"']*)*)")
_IMAGE = re.compile(r"<img\b([^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*)>")
_WEIGHED, _MUTE, _TITLE = 1, 2, 4
"""What ends with an element: a weight, silence, the title."""

_Piece = tuple[str, str, str]
"""What stands between the brackets of a tag, the bracket at its end, and the text after it."""
_COMMENT = "<"
"""Stands for what stands between its brackets."""

_PART, _OTHER, _SENTENCE, _PART_ENDS, _OTHER_ENDS, _SENTENCE_ENDS, _ALONE, _SPACE, _MARKED, _UNKNOWN = range(10)
"""What a tag does: it begins or ends an element that is part of a sentence, none, or one of its own; it has no content;
it is a space; more is to be asked; it cannot be told without those around it."""

_REMEMBERED = 20_000
"""So many tags as written are remembered in each process before it begins anew."""


class _Roles(dict[str, int]):
    """What a tag does, by all that stands between its brackets; nothing for a comment."""

    def __missing__(self, tag: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[tag] = role = self._role(tag)
        return role

    def _role(self, tag: str) -> int:
        if tag == _COMMENT:
            return _ALONE
        found = _INSIDE.fullmatch(tag)
        if found is None:
            return _UNKNOWN
        name, attributes = found[1].lower(), found[2]
        sort = _SENTENCE if name.lstrip("/") in _SENTENCES else _PART if name.lstrip("/") in _INLINE else _OTHER
        if name[0] == "/":
            return sort + _PART_ENDS
        if name in _VOID or attributes.endswith("/"):
            return _SPACE if name == "br" else _MARKED if _is_marked(attributes) else _ALONE
        return _MARKED if name in _HEADINGS or name in _UNSAID or _is_marked(attributes) else sort


_ROLES = _Roles()


def _is_marked(attributes: str) -> bool:
    return "id=" in attributes or "data-pagefind-" in attributes


@dataclass(slots=True)
class Anchor:
    """A place that a link can lead to."""

    element: str
    id: str
    segment: int
    """Before which part of the text it stands."""
    said: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return tidy(tidy("".join(self.said)))


@dataclass(slots=True)
class Said:
    """An article as heard."""

    segments: list[tuple[int, str]]
    """Weight and text; entities are not resolved yet."""
    anchors: list[Anchor]
    title: str
    image: tuple[str, str] | None
    """Address and alternative text, as they are written."""
    texts: list[str]
    """All that stands between tags, also what is not heard."""


def _pieces(html: str) -> tuple[str, Sequence[_Piece]]:
    """The text before the first tag, and all tags. A pattern takes far longer, so it is asked only where it must be."""
    first, *rest = html.split("<")
    pieces = [piece.partition(">") for piece in rest]
    if _UNKNOWN not in map(_ROLES.__getitem__, [end and tag for tag, end, _ in pieces]):
        return first, pieces
    first, *found = _TAG.split(html)
    names, attributes, texts = found[::3], found[1::3], found[2::3]
    tags = [name + told if name else _COMMENT for name, told in zip(names, attributes, strict=True)]
    return first, [(tag, ">", text) for tag, text in zip(tags, texts, strict=True)]


def said(html: str) -> Said:
    """What is said in HTML whose elements are closed, as the hub's own and that of Markdown is."""
    return _Listener(html).said()


_State = tuple[tuple[Anchor, ...], int]
"""Of the element that is being heard: the anchors that its text belongs to, and what ends with it."""
_NOTHING: _State = ((), 0)


class _Listener:
    """Goes through the tags once. Text goes to `out`; a segment ends wherever weight changes or an anchor stands."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.out: list[str] = []
        self.heard: list[str] = []
        """Where `out` is kept while an element is passed over in silence."""
        self.muted = False
        self.segments: list[tuple[int, str]] = []
        self.weights = [PLAIN]
        self.anchors: list[Anchor] = []
        self.title = ""
        self.titles: list[tuple[int, int]] = []
        """Where the headings begin that may become the title: among the segments, and in `out`."""

    def said(self) -> Said:
        first, pieces = _pieces(self.html)
        if first:
            self.out.append(first)
        self.listen(pieces)
        self.cut()
        return Said(self.segments, self.anchors, self.title, self.image(), [first, *(text for _, _, text in pieces)])

    def listen(self, pieces: Sequence[_Piece]) -> None:  # noqa: C901  # each tag of each page: one case a role, flat
        stack: list[_State] = []
        push, pop = stack.append, stack.pop
        state, roles, ends, out = _NOTHING, _ROLES, ENDS, self.out
        for tag, _, text in pieces:
            role = roles[tag]
            if role <= _SENTENCE:
                push(state)
                if role == _SENTENCE:
                    out.append(" ")
                # Text of a part belongs to the anchors of the whole.
                if state is not _NOTHING:
                    state = (state[0], 0) if role == _PART and state[0] else _NOTHING
            elif role <= _SENTENCE_ENDS:
                if state[1] & _TITLE:
                    self.entitle()
                if role == _SENTENCE_ENDS:
                    out.append(". " if out and ends[out[-1][-1]] else " ")
                if state[1]:
                    self.end(state[1])
                    out = self.out
                state = pop() if stack else _NOTHING
            elif role == _SPACE:
                out.append(" ")
            elif role == _MARKED:
                state = self.mark(tag, state, stack)
                out = self.out
            if text:
                out.append(text)
                if state is not _NOTHING:
                    for anchor in state[0]:
                        anchor.said.append(text)

    def mark(self, tag: str, state: _State, stack: list[_State]) -> _State:
        """The state after a tag of which more is said than its name."""
        found = _INSIDE.fullmatch(tag)
        assert found, tag
        name, attributes = found[1].lower(), found[2]
        if name in _VOID or attributes.endswith("/"):
            self.open(name, attributes, state[0])
            return state
        stack.append(state)
        state = self.open(name, attributes, state[0] if name in _INLINE else ())
        if name in _SENTENCES:
            self.out.append(" ")
        return state

    def end(self, ending: int) -> None:
        if ending & _WEIGHED:
            self.cut()
            self.weights.pop()
        if ending & _MUTE:
            self.muted, self.out = False, self.heard

    def open(self, name: str, attributes: str, here: tuple[Anchor, ...]) -> _State:
        """An element of which more is said than its name."""
        told = attributes_of(attributes) if _is_marked(attributes) else {}
        ending = 0
        ignored = "data-pagefind-ignore" in told
        if "id" in told and not ignored and not self.muted:
            self.cut()
            anchor = Anchor(name, "".join(told["id"].split()), len(self.segments))
            self.anchors.append(anchor)
            here = (*here, anchor)
        for attribute in filter(None, told.get("data-pagefind-index-attrs", "").split(",")):
            value = told.get(attribute.strip(), "")
            self.out.append(f" {value}{'.' if value and ENDS[value[-1]] else ''} ")
        if name in _VOID:
            return here, 0
        if (ignored or name in _UNSAID) and not self.muted:
            self.muted, self.heard, self.out = True, self.out, []
            ending |= _MUTE
            here = ()
        elif not self.muted and ("data-pagefind-weight" in told or name in _HEADINGS):
            self.cut()
            self.weights.append(self.weight(name, told.get("data-pagefind-weight")))
            ending |= _WEIGHED
        if name == "h1" and not self.title:
            self.titles.append((len(self.segments), len(self.out)))
            ending |= _TITLE
        return here, ending

    def weight(self, name: str, told: str | None) -> int:
        if told is None:
            return _HEADINGS[name] * PLAIN if len(self.weights) == 1 else self.weights[-1]
        try:
            times = float(told)
        except ValueError:
            times = 1.0
        return max(1, int(min(times, _MOST) * PLAIN)) if times > 0 else 0

    def entitle(self) -> None:
        segment, place = self.titles.pop()
        text = "".join([*(text for _, text in self.segments[segment:]), *self.out[place:]])
        if not self.title and text.strip():
            self.title = tidy(text)

    def cut(self) -> None:
        if self.out:
            self.segments.append((self.weights[-1], "".join(self.out)))
            self.out.clear()

    def image(self) -> tuple[str, str] | None:
        """The first one after the title that has an address."""
        at = self.html.find("</h1>") if self.title else -1
        if at < 0:
            return None
        for found in _IMAGE.finditer(self.html, at):
            told = attributes_of(found[1])
            if "src" in told:
                return told["src"], told.get("alt", "")
        return None
