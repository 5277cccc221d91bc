"""What is said in the HTML of an article: its words by weight, its anchors, its title and its picture."""

from __future__ import annotations

import re
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
_LOUD = re.compile(r"</?[^\s/>]*[A-Z]")
_IMAGE = re.compile(r"<img\b([^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*)>")
_WEIGHED, _MUTE, _TITLE = 1, 2, 4
"""What ends with an element: a weight, silence, the title."""

# What a tag does by its name: it ends an element; a sentence begins or ends with it; it is part of one; more is to be
# asked; it has no content; it is a space.
_END, _SENTENCE, _PART, _MARKED, _ALONE, _SPACE = 1, 2, 4, 8, 16, 32


class _Roles(dict[str | None, int]):
    """What a tag means by its name alone; a comment has none."""

    def __missing__(self, tag: str | None) -> int:
        name = (tag or "").lstrip("/")
        role = _END if name != tag and tag else _ALONE if name in _VOID or not tag else 0
        role |= _SENTENCE if name in _SENTENCES else _PART if name in _INLINE else 0
        role |= _MARKED if name in _HEADINGS or name in _UNSAID else 0
        role |= _SPACE if name == "br" else 0
        self[tag] = role
        return role


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
        pieces = _TAG.split(self.html)
        if _LOUD.search(self.html):
            pieces[1::3] = [name and name.lower() for name in pieces[1::3]]
        self.listen(pieces)
        self.cut()
        return Said(self.segments, self.anchors, self.title, self.image(), pieces[::3])

    def listen(self, pieces: list[str]) -> None:
        stack: list[_State] = []
        state, roles, out = _NOTHING, _ROLES, self.out
        if pieces[0]:
            out.append(pieces[0])
        for name, attributes, text in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
            role = roles[name]
            if role & _END:
                if role & _SENTENCE or state[1]:
                    self.end(role, state[1])
                    out = self.out
                state = stack.pop() if stack else _NOTHING
            elif role & _ALONE or (attributes and attributes[-1] == "/"):
                self.pass_by(role, name, attributes, state[0])
            else:
                stack.append(state)
                # Text of a part belongs to the anchors of the whole.
                state = (state[0], 0) if role & _PART and state[0] else _NOTHING
                if role & _MARKED or (attributes and _is_marked(attributes)):
                    state = self.open(name, attributes, state[0])
                    out = self.out
                if role & _SENTENCE:
                    out.append(" ")
            if text:
                out.append(text)
                for anchor in state[0]:
                    anchor.said.append(text)

    def pass_by(self, role: int, name: str, attributes: str, here: tuple[Anchor, ...]) -> None:
        """An element without content."""
        if role & _SPACE:
            self.out.append(" ")
        elif attributes and _is_marked(attributes):
            self.open(name, attributes, here)

    def end(self, role: int, ending: int) -> None:
        if ending & _TITLE:
            self.entitle()
        if role & _SENTENCE:
            self.out.append(". " if self.out and ENDS[self.out[-1][-1]] else " ")
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
