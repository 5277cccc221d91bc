"""The modules of a site, joined to one classic script. They are plain: relative, named imports and exports alone."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter

from generator.problems.problem import HubError

_IMPORT = re.compile(r'^import (?:(\{[^}]*\}|\* as \w+) from )?"(\.{1,2}/[^"]+)";$', re.MULTILINE)
_DYNAMIC = re.compile(r'\bimport\("(\.{1,2}/[^"]+)"\)')
_EXPORT = re.compile(
    r"^export (?=(?:(?:async function\*?|function\*?|class|const|let) (\w+)|const \{([^}]*)\}))", re.MULTILINE
)
_COMMENT = re.compile(r"/\*\*.*?\*/|^\s*//.*?$", re.DOTALL | re.MULTILINE)
_OTHER = re.compile(r"^(?:import|export)\b.*$|\bimport\((?!\")", re.MULTILINE)


def joined(modules: Mapping[str, str], start: str) -> tuple[str, frozenset[str]]:
    """One script of all that `start` imports, now or later, and which those are. Modules by path, `search/engine.js`.

    HubError for a module that says more than can be joined, or imports one that is not there, or itself by others.
    """
    found: dict[str, str] = {}
    needs: dict[str, list[str]] = {}
    waiting = [start]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found[path], needs[path], later = _function(path, modules)
            waiting += needs[path] + later
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        raise HubError(
            "The script {path} cannot be packed: it imports itself by others.", "Part them.", path=error.args[1][0]
        ) from error
    written = ",\n".join(f"{json.dumps(path)}: {found[path]}" for path in sorted(found))
    return f"hubPack.start({{\n{written}\n}}, {json.dumps(start)});\n", frozenset(found)


def _function(path: str, modules: Mapping[str, str]) -> tuple[str, list[str], list[str]]:
    """A module as a function of what it asks for, and the modules that it imports at once and later."""
    if path not in modules:
        raise HubError("A script imports {path}, which is not on the site.", "Build the site again.", path=path)
    source = _COMMENT.sub("", modules[path])
    at_once: list[str] = []
    later: list[str] = []

    def place(relative: str, named: list[str]) -> str:
        named.append(posixpath.normpath(posixpath.join(posixpath.dirname(path), relative)))
        return json.dumps(named[-1])

    def imported(match: re.Match[str]) -> str:
        what = (match[1] or "").removeprefix("* as ")
        asked = f"await hub.use({place(match[2], at_once)});"
        return f"const {re.sub(r' as ', ': ', what)} = {asked}" if what else asked

    source = _IMPORT.sub(imported, source)
    source = _DYNAMIC.sub(lambda match: f"hub.use({place(match[1], later)})", source)
    names = [name for one, several in _EXPORT.findall(source) for name in (one, *_named(several)) if name]
    exports = ", ".join(f"{name}: {{ get: () => {name}, enumerable: true }}" for name in names)
    source = _EXPORT.sub("", source).replace("import.meta.url", "hub.url")
    if other := _OTHER.search(source):
        raise HubError(
            "The script {path} cannot be packed: “{line}”.", "Import and export by name, relative to the script.",
            path=path, line=other[0].strip(),
        )  # fmt: skip
    offered = f"Object.defineProperties(exports, {{ {exports} }});\n" if exports else ""
    # One of them awaits at its top, so all do.
    return f'async (hub, exports) => {{\n"use strict";\n{offered}{source.strip()}\n}}', at_once, later


def _named(taken_apart: str) -> list[str]:
    """The names in `a, b: c`, which takes an object apart: `a` and `c`."""
    return [part.rpartition(":")[2].strip() for part in taken_apart.split(",")]
