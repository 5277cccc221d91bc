"""Reads drawings as XML and lets known elements and attributes through; what acts or fetches is told by its line."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from html import escape
from typing import NoReturn
from xml.parsers import expat

from generator.images.container import contained
from generator.images.css_safety import fetches
from generator.images.svg_names import ATTRIBUTES, ELEMENTS, LEFT_OUT, OTHER_LANGUAGES, SVG, XLINK, XML

MOST_BYTES = 5_000_000
_MOST_DRAWN = 200_000
"""Elements that a browser draws, each copy that `use` makes counted."""
_MOST_COPIES = 5_000
_DEEPEST = 200
_SPACE = "\n"
"""Between a namespace and a name; no name holds it."""
_EMBEDDED = re.compile(r"data:image/(?:png|jpe?g|webp);base64,([A-Za-z0-9+/=\s]*)")


class DrawingError(ValueError):
    """The drawing is not let through."""

    def __init__(self, what: str, line: int) -> None:
        self.what, self.line = what, line
        super().__init__(f"{what} in line {line}")


class BrokenDrawingError(ValueError):
    """It is no drawing: not UTF-8, or not XML."""


def cleaned(content: bytes) -> bytes:
    """The drawing, made of what is known alone. DrawingError when it could act, BrokenDrawingError when it is none."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenDrawingError("not UTF-8") from error
    reader = _Reader()
    parser = expat.ParserCreate("utf-8", _SPACE)
    parser.buffer_text = True
    parser.ordered_attributes = True
    parser.StartElementHandler = lambda name, values: reader.start(name, values, parser.CurrentLineNumber)
    parser.EndElementHandler = lambda _: reader.end(parser.CurrentLineNumber)
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = lambda _name, _system, _public, inside: reader.doctype(
        bool(inside), parser.CurrentLineNumber
    )
    parser.SkippedEntityHandler = lambda name, _: reader.refuse(f"&{name};", parser.CurrentLineNumber)
    parser.EntityDeclHandler = lambda *_: reader.refuse("<!ENTITY", parser.CurrentLineNumber)
    parser.AttlistDeclHandler = lambda *_: reader.refuse("<!ATTLIST", parser.CurrentLineNumber)
    parser.ProcessingInstructionHandler = lambda name, _: reader.instruction(name, parser.CurrentLineNumber)
    parser.XmlDeclHandler = lambda _version, encoding, _alone: reader.encoding(encoding)
    try:
        parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        raise BrokenDrawingError(str(error)) from error
    return reader.made().encode()


@dataclass(slots=True)
class _Element:
    """An element that is being read."""

    drawn: int = 1
    """Elements in it, itself included."""
    ids: tuple[str, ...] = ()
    uses: list[str] = field(default_factory=list)
    """Ids of what it and the elements in it make copies of."""


@dataclass(slots=True)
class _Reader:
    """Puts a drawing together again."""

    out: list[str] = field(default_factory=list)
    open: list[tuple[str, _Element]] = field(default_factory=list)
    """Names of the elements around, and what is in them."""
    skipped: int = 0
    """How deep in an element that is left out."""
    known: dict[str, _Element] = field(default_factory=dict)
    """By id."""
    elements: int = 0
    copies: int = 0
    whole: _Element | None = None
    style: list[str] | None = None
    """The style sheet that is being read."""

    def refuse(self, what: str, line: int) -> NoReturn:
        raise DrawingError(what[:60], line)

    def doctype(self, inside: bool, line: int) -> None:
        if inside:  # its own declarations; the mere name of SVG's, as old programs write it, says nothing
            self.refuse("<!DOCTYPE [", line)

    def instruction(self, name: str, line: int) -> None:
        if name.lower() == "xml-stylesheet":
            self.refuse("<?xml-stylesheet", line)

    def encoding(self, name: str | None) -> None:
        if name and name.lower() not in ("utf-8", "us-ascii"):
            raise BrokenDrawingError(f"in {name}")

    def start(self, full: str, values: list[str], line: int) -> None:
        space, _, name = full.rpartition(_SPACE)
        is_svg = space in (SVG, "")  # some programs forget to say that it is SVG
        if not self.open and not self.skipped and (not is_svg or name != "svg"):
            raise BrokenDrawingError("not SVG")
        if space in OTHER_LANGUAGES:
            self.refuse(f"<{name}>", line)
        if is_svg and name not in ELEMENTS and name not in LEFT_OUT:
            self.refuse(f"<{name}>", line)
        self._attributes_act(values, line)
        if self.skipped or not is_svg or name in LEFT_OUT:
            self.skipped += 1
            return
        self.elements += 1
        if self.elements > _MOST_DRAWN:
            self.refuse(f"<{name}> × {_MOST_DRAWN}", line)
        if len(self.open) >= _DEEPEST:
            self.refuse(f"<{name}> × {_DEEPEST}", line)
        element = _Element()
        kept = [
            one
            for at in range(0, len(values), 2)
            if (one := self._attribute(name, element, values[at], values[at + 1], line))
        ]
        about = [f'xmlns="{SVG}"', f'xmlns:xlink="{XLINK}"'] if not self.open else []
        self.out.append(f"<{' '.join((name, *about, *kept))}>")
        self.open.append((name, element))
        if name == "style":
            self.style = []

    def end(self, line: int) -> None:
        if self.skipped:
            self.skipped -= 1
            return
        name, element = self.open.pop()
        if self.style is not None and name == "style":
            self._styled("".join(self.style), line, is_sheet=True)
            self.style = None
        self.out.append(f"</{name}>")
        for id_ in element.ids:
            self.known.setdefault(id_, element)
        if self.open:
            around = self.open[-1][1]
            around.drawn += element.drawn
            around.uses += element.uses
        else:
            self.whole = element

    def text(self, said: str) -> None:
        if self.skipped:
            return
        if self.style is not None:
            self.style.append(said)
        self.out.append(escape(said, quote=False))

    def made(self) -> str:
        """The drawing. DrawingError when copies of copies make too much of it."""
        assert self.whole is not None, "XML has a root"
        if _drawn(self.whole, self.known, {}, ()) > _MOST_DRAWN:
            self.refuse(f"<use> × {_MOST_DRAWN}", 1)
        return "".join(self.out)

    def _attributes_act(self, values: list[str], line: int) -> None:
        """What a browser could do something about, whatever the element: told rather than dropped."""
        for full, value in zip(values[::2], values[1::2], strict=True):
            space, _, name = full.rpartition(_SPACE)
            if not space and name.lower().startswith("on"):
                self.refuse(name, line)
            if "".join(value.split()).lower().startswith(("javascript:", "vbscript:")):
                self.refuse(f"{name}={value.strip()}", line)

    def _attribute(self, element: str, made: _Element, full: str, value: str, line: int) -> str:
        """As it is written again; "" for one that is not known."""
        space, _, name = full.rpartition(_SPACE)
        if space == XML and name in ("lang", "space"):
            return f'xml:{name}="{_quoted(value)}"'
        if space not in ("", XLINK) or name not in ATTRIBUTES or (space == XLINK and name != "href"):
            return ""
        if name == "href":
            return self._reference(element, made, value, line)
        if name == "id":
            made.ids = (value,)
        self._styled(value, line)
        return f'{name}="{_quoted(value)}"'

    def _reference(self, element: str, made: _Element, value: str, line: int) -> str:
        """To something in the drawing, or a picture in it."""
        value = value.strip()
        if value.startswith("#"):
            if element == "use":
                made.uses.append(value[1:])
                self.copies += 1
                if self.copies > _MOST_COPIES:
                    self.refuse(f"<use> × {_MOST_COPIES}", line)
            return f'xlink:href="{_quoted(value)}"'
        found = _EMBEDDED.fullmatch(value) if element == "image" else None
        if not found:
            self.refuse(f"href={value}", line)
        try:
            picture = contained(base64.b64decode(found[1]))
        except ValueError:
            self.refuse("data:image", line)
        coded = base64.b64encode(picture.bare).decode()
        return f'xlink:href="data:image/{picture.form.lower()};base64,{coded}"'

    def _styled(self, said: str, line: int, *, is_sheet: bool = False) -> None:
        if found := fetches(said, is_sheet=is_sheet):
            self.refuse(found, line)


def _quoted(value: str) -> str:
    return escape(value).replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")


def _drawn(element: _Element, known: dict[str, _Element], counted: dict[int, int], above: tuple[int, ...]) -> int:
    """Elements that are drawn for this one; more than there may be when it is a copy of itself."""
    key = id(element)
    if key in above:
        return _MOST_DRAWN + 1
    if key not in counted:
        total = element.drawn
        for id_ in element.uses:
            if total > _MOST_DRAWN or len(above) > _DEEPEST:
                return _MOST_DRAWN + 1
            if id_ in known:
                total += _drawn(known[id_], known, counted, (*above, key))
        counted[key] = total
    return counted[key]
