"""Words of a paragraph, plain and as Markdown, without signs that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from generator.imports.html_tree import Element, Node
from generator.model.link_policy import is_whole

_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "del": "~~"}
_SIGNS = re.compile(r"([\\`*\[\]<~|]|(?<!\w)_|_(?!\w)|&(?=#?\w{1,32};))")
"""What Markdown could take for a mark."""
_LINE_START = re.compile(r"^(\s*)([-+#>=]|\d+[.)](?=\s|$)|!!!|\?\?\?)", re.MULTILINE)
_UNUSUAL = re.compile("[^\n -~\u00a1-\u00ac\u00ae-\u024f]+")
"""Runs of signs among which some are not seen; of those of European languages none are."""
_SPACE = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Words:
    """What a paragraph says; its lines are those that were broken on purpose."""

    plain: str
    rich: str
    """Markdown that reads the same."""
    is_bold: bool = False
    """All of it."""

    def __bool__(self) -> bool:
        return bool(self.plain)


def words_of(parts: Iterable[Node]) -> Words:
    """What these parts of a paragraph say; pictures say nothing."""
    parts = list(parts)
    plain, rich = tidied("".join(map(_plain, parts))), tidied("".join(map(_rich, parts)))
    bold = [part for part in parts if not isinstance(part, str) or part.strip()]
    is_bold = bool(plain) and all(isinstance(part, Element) and part.tag in {"strong", "b"} for part in bold)
    return Words(plain, _LINE_START.sub(_escaped_start, rich), is_bold)


def plain_words(text: str) -> Words:
    """A text in which every sign means itself."""
    return words_of([text])


def cleaned(text: str) -> str:
    """Composed letters, ordinary spaces, and no signs that cannot be seen."""
    text = unicodedata.normalize("NFC", text.replace("\t", " ").replace("\u2028", "\n").replace("\r", "\n"))
    return _UNUSUAL.sub(_seen, text)


def _seen(found: re.Match[str]) -> str:
    """Of signs that may be none, those that are seen."""
    kinds = ((letter, unicodedata.category(letter)) for letter in found[0])
    return "".join(" " if kind == "Zs" else letter for letter, kind in kinds if kind[0] != "C")


def tidied(text: str) -> str:
    """Cleaned, with one space between words and none around lines."""
    lines = (_SPACE.sub(" ", line).strip() for line in cleaned(text).split("\n"))
    return re.sub(r"\n{2,}", "\n", "\n".join(lines)).strip()


def _plain(part: Node) -> str:
    if isinstance(part, str):
        return part.replace("\n", " ")
    if part.tag == "br":
        return "\n"
    return "" if part.tag in {"sup", "sub"} and _is_note(part) else "".join(map(_plain, part.parts))


def _is_note(part: Element) -> bool:
    """Whether it is the number of a footnote."""
    return any(link.attributes.get("href", "").startswith(("#footnote", "#endnote")) for link in part.all("a"))


def _rich(part: Node) -> str:
    if isinstance(part, str):
        return _SIGNS.sub(r"\\\1", cleaned(part).replace("\n", " "))
    if part.tag == "br":
        return "\n"
    if part.tag in {"sup", "sub"} and _is_note(part):
        return ""
    if part.tag == "code":
        return _code(_plain(part))
    inside = "".join(map(_rich, part.parts))
    if part.tag == "a" and is_whole(address := part.attributes.get("href", "").strip()) and inside.strip():
        bare = address.replace("(", "%28").replace(")", "%29")
        return _around(inside, "[", f"]({bare})")
    mark = _MARKS.get(part.tag, "")
    return _around(inside, mark, mark) if mark and "\n" not in inside else inside


def _around(inside: str, before: str, after: str) -> str:
    """Marks close to the words: Markdown knows none with a space inside."""
    core = inside.strip()
    if not core or core.startswith(before):
        return inside
    start = inside.index(core)
    return f"{inside[:start]}{before}{core}{after}{inside[start + len(core) :]}"


def _code(text: str) -> str:
    text = tidied(text).replace("\n", " ")
    if not text:
        return ""
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _escaped_start(found: re.Match[str]) -> str:
    mark = found[2]
    return f"{found[1]}{mark[:-1]}\\{mark[-1]}" if mark[0].isdigit() else f"{found[1]}\\{mark}"
