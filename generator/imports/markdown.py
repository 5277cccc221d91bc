"""Reads Markdown files, front matter and the pictures beside them included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from generator.captions import decoded
from generator.imports.archive_check import refuse_vast
from generator.imports.document_blocks import Block, Figure, Items, outline_of
from generator.imports.document_pictures import Pictures
from generator.imports.read_document import Source
from generator.model.cmark import rendered_whole
from generator.problems.problem import HubError

_MOST_BYTES = 1_000_000
_MOST_PICTURE = 20_000_000
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_LIST = re.compile(r"^([A-Za-z_][\w-]*):[ \t]*\n((?:[ \t]*-[ \t]+\S.*\n)+)", re.MULTILINE)
_KEY = re.compile(r"^([A-Za-z_][\w-]*):[ \t]*(\S.*)$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"^[ \t>]*\{[:%#.][^{}\n]*\}[ \t]*$|[ \t]{0,4}\{[:#.][^{}\n]*\}", re.MULTILINE)
"""What generators of pages read: `{: .note}`, `{#id}`, `{% include x %}`."""
_CONTAINER = re.compile(r"^([ \t]*)(?:!!!|\?\?\?\+?|===(?=[ \t]+\S)|:::+)[ \t]*([\w-]*)(.*)$", re.MULTILINE)
_LABELS = re.compile(r"^(\**\w[\w ]{2,30}:.*\S)[ \t]*$(?=\n\**\w[\w ]{2,30}:)", re.MULTILINE)
"""Lines such as “Subject: Danish”, right below each other: people mean each to be a line of its own."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TASK = re.compile(r"^([ \t>]*[-*+][ \t]+)\[[ xX]\][ \t]+", re.MULTILINE)
"""A box to tick before an item of a list."""
_PLACED = re.compile(r"\{%-?[ \t]*(?:icon|include|snippet)\b[^%\n]*%\}[ \t]*")
"""What a generator of pages puts in: signs, and texts that stand in other files."""


_TITLED = re.compile(r"<([a-z][a-z-]*)-title>(.*?)</\1-title>")
"""The title of a box around text."""
_TOOL = re.compile(r"\{%-?[ \t]*tool[ \t]*\[([^\]\n]*)\]\([^)\n]*\)[ \t]*-?%\}")
"""The name of a program, where a generator of pages puts in a link."""


def read_markdown(file: Path) -> Source:
    """HubError when it is too large, or no text."""
    if file.stat().st_size > _MOST_BYTES:
        raise HubError("{file} is larger than 1 MB, which is the most that is read.", "Divide it.", file=file.name)
    content = file.read_bytes()
    if b"\x00" in content[:1000] and content[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise HubError("{file} is no text.", "Give a file in Markdown (.md) or Word (.docx).", file=file.name)
    text = decoded(content)[0].replace("\r\n", "\n").replace("\r", "\n")
    said: dict[str, str] = {}
    if front := _FRONT.match(text):
        said = {key.lower(): value.strip().strip("\"'") for key, value in _KEY.findall(front[1])}
        said |= {key.lower(): _entries(lines) for key, lines in _LIST.findall(f"{front[1]}\n")}
        text = text[front.end() :]
    html = rendered_whole(_plain_markdown(text))
    refuse_vast(html, file.name)
    blocks = outline_of(html)
    return Source(file, blocks, Pictures(_beside(file, blocks)), said)


def _plain_markdown(text: str) -> str:
    """CommonMark, without what only some programs know."""
    text = "".join(_without_comments(text))
    text = _TASK.sub(r"\1", _TOOL.sub(r"**\1**", _PLACED.sub("", text)))
    text = _TITLED.sub(lambda found: f"**{found[2].strip()}**  " if found[2].strip() else "", text)
    text = _BREAK.sub("  ", text)
    text = _CONTAINER.sub(lambda found: f"{found[1]}{_title(found[3])}", text)
    return _LABELS.sub(r"\1  ", _ATTRIBUTES.sub("", text))


def _without_comments(text: str) -> Iterator[str]:
    """What stands outside of HTML's comments; one without an end is none."""
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        yield text[at:start]
        at = end + 3
    yield text[at:]


def _title(text: str) -> str:
    title = text.strip("\"'{} \t")
    return f"**{title}**" if title and not title.startswith((".", "#")) else ""


def _entries(lines: str) -> str:
    """The entries of a list in front matter, a line each."""
    return "\n".join(line.strip().lstrip("-").strip(" \t\"'") for line in lines.strip().split("\n"))


def _figures(blocks: tuple[Block, ...]) -> Iterator[Figure]:
    for block in blocks:
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, Items):
            for item in block.items:
                yield from _figures(item)


def _beside(file: Path, blocks: tuple[Block, ...]) -> dict[str, bytes]:
    """The pictures that lie in the folder of the file, or deeper: others may not be meant for anybody."""
    folder, found = file.resolve().parent, dict[str, bytes]()
    for figure in _figures(blocks):
        name = unquote(figure.source)
        if "://" in name or "\x00" in name or name in found:
            continue
        try:
            place = (folder / name).resolve()
            is_kept = place.is_relative_to(folder) and place.is_file() and place.stat().st_size <= _MOST_PICTURE
        except OSError:
            continue  # a name that no system takes is no file's
        if is_kept:
            found[figure.source] = place.read_bytes()
    return found
