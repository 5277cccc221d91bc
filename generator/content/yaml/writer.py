"""Values as the dialect writes them: plain where that reads back the same, in quotation marks where not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from generator.content.yaml.parser import value_of
from generator.model.catalog import YamlValue

Value: TypeAlias = YamlValue
"""What the strict reader makes of a text: every scalar is a text or None."""

_PLAIN = re.compile(r"[^\W_](?:[^\n\r\t]*[^\s:])?")
"""What may be written without quotation marks, if it reads back the same."""
_WIDEST = 160
"""Columns of a mapping on one line under a key; entries of lists are on one line as long as they are simple."""


def scalar(text: str | None, *, flow: bool) -> str:
    """One line. `flow`: within brackets."""
    if text is None:
        return "null"
    return text if _is_plain(text, flow) else json.dumps(text, ensure_ascii=False)


@lru_cache(maxsize=4096)
def _is_plain(text: str, flow: bool) -> bool:
    if not _PLAIN.fullmatch(text):
        return False
    return value_of(f"{{k: {text}}}" if flow else f"k: {text}", "") == ({"k": text}, [])


def in_brackets(value: Value) -> str:
    """The whole value on one line."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{scalar(key, flow=True)}: {in_brackets(part)}' for key, part in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(in_brackets, value))}]"
    return scalar(value, flow=True)


def entry(head: str, value: Value, indent: int, *, brackets: bool | None = None) -> list[str]:
    """The lines of an entry that begins with a head, `key:` or `-`, in column `indent`, where the first line is put.

    `brackets` says whether a mapping is written within them; None leaves it to the look of the value.
    """
    if isinstance(value, dict | list) and value:
        return _collection(head, value, indent, brackets)
    if value is None:
        return [head]
    if isinstance(value, str) and "\n" in value and (block := _literal(value, indent)):
        return [f"{head} {block[0]}", *block[1:]]
    return [f"{head} {in_brackets(value) if isinstance(value, dict | list) else scalar(value, flow=False)}"]


def _collection(
    head: str, value: dict[str, Value] | list[Value], indent: int, brackets: bool | None
) -> list[str]:  # fmt: skip
    is_item = head == "-"
    if isinstance(value, list):
        parts = [line for part in value for line in _indented(entry("-", part, indent + 2), indent + 2)]
        return [head, *parts] if not is_item else _after_dash(head, parts, indent)
    line = f"{head} {in_brackets(value)}"
    fits = all(map(_is_simple, value.values())) and (is_item or indent + len(line) <= _WIDEST)
    if brackets or (brackets is None and fits):
        return [line]
    parts = list(mapping_lines(value, indent + 2))
    return _after_dash(head, parts, indent) if is_item else [head, *parts]


def mapping_lines(value: dict[str, Value], indent: int) -> Iterator[str]:
    """Every line of a mapping that begins in column `indent`."""
    for key, part in value.items():
        yield from _indented(entry(f"{scalar(key, flow=False)}:", part, indent), indent)


def _indented(lines: Sequence[str], indent: int) -> list[str]:
    return [" " * indent + lines[0], *lines[1:]]


def _after_dash(head: str, lines: Sequence[str], indent: int) -> list[str]:
    """The first line beside the dash."""
    return [f"{head} {lines[0][indent + 2 :]}", *lines[1:]]


def _is_simple(value: Value) -> bool:
    """Whether it is good to read on the line of others."""
    if isinstance(value, list):
        return all(isinstance(part, str) and "\n" not in part for part in value)
    return isinstance(value, str) and "\n" not in value


def _literal(text: str, indent: int) -> list[str]:
    """A text of several lines after `|`; nothing when it would not read back the same."""
    kept = len(text) - len(text.rstrip("\n"))
    mark = "|" + ("-" if not kept else "" if kept == 1 else "+")
    pad = " " * (indent + 2)
    lines = [pad + line if line else "" for line in text.removesuffix("\n").split("\n")]
    block = [mark, *lines]
    return block if value_of("\n".join(["k: " + mark, *lines, ""]), "") == ({"k": text}, []) else []
