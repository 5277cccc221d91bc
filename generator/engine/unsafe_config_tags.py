"""Looks into site_config.yml before MkDocs reads it: YAML can hold tags that call whatever Python can."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from generator.problems.problem import HubError

_PYTHON = "tag:yaml.org,2002:python/"


def refuse_programs(path: Path) -> None:
    """HubError when the file, or one that it inherits, holds a tag of Python or inherits itself. Else as `open`."""
    above: list[Path] = []
    while path.resolve() not in above:
        above.append(path.resolve())
        inherited = _inherited(path)
        if inherited is None or not (path.parent / inherited).is_file():
            return
        path = path.parent / inherited
    raise HubError("{path} inherits itself.", "Remove INHERIT, or name another file.", path=path)


def _inherited(path: Path) -> str | None:
    """The file that this one adds to."""
    found = None
    with path.open("rb") as source:
        root = yaml.compose(source, Loader=yaml.SafeLoader)
    for node in _nodes(root):
        if node.tag.startswith(_PYTHON):
            raise HubError(
                "Line {line} of {path} would run a program: it holds a tag of Python.", "Write a plain value instead.",
                path=path, line=node.start_mark.line + 1,
            )  # fmt: skip
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                found = value.value if key.value == "INHERIT" and isinstance(value, yaml.ScalarNode) else found
    return found


def _nodes(root: yaml.Node | None) -> Iterator[yaml.Node]:
    """Every node once, keys included; aliases may lead in circles."""
    waiting, seen = [root] if root else [], set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
