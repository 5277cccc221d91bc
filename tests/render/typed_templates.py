"""Holds templates against the types of the views that they are handed, by walking what Jinja parses them into.

Every chain such as `view.item.steps` is followed from `view`, `page` and `site` through loops, assignments, filters and
macros, and each name in it must be an attribute of the type that stands before it. Where a type is not known (`Any`,
what a helper looks up by name) nothing is said.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, get_type_hints

from jinja2 import Environment, FileSystemLoader, nodes
from markupsafe import Markup

from generator.model.page import PageSpec
from generator.model.settings import Settings
from generator.model.view import View
from generator.render.helpers import Says, clock
from tests.render.template_types import UNKNOWN, Loop, Types, attribute_of, elements, flat, part_of, union

Names = dict[str, Any]
"""What names in a template stand for: types, or the macros of a module."""


def _entry(vocabulary: str, id_: str) -> Any:
    """`Says.entry`: of a class for each vocabulary, and templates ask for what that class has."""


_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "url": Says.url, "rich": Says.rich, "rich_inline": Says.rich_inline, "date": Says.date, "clock": clock,
    "entry": _entry, "ref": Says.ref, "asset": Says.asset, "file_note": Says.file_note, "picture": Says.picture,
    "figure": Says.figure, "qr": Says.qr,
    "explained": Says.explained, "has": Says.has, "share": Says.share, "subscription": Says.subscription,
}  # fmt: skip
_TEXTS = ("_", "gettext", "ngettext", "minutes", "time_of_day", "span", "weekday", "name", "range", "namespace")
_SAME = {"list", "select", "reject", "selectattr", "rejectattr", "sort", "unique", "reverse"}
_RESULT = {"join": str, "length": int, "int": int, "round": float, "lower": str, "upper": str, "urlencode": str}


@dataclass(frozen=True, slots=True)
class Macros:
    """The macros of a template, by name."""

    template: str
    macros: Mapping[str, nodes.Macro]


@dataclass
class Checked:
    """What the templates of some views ask for."""

    faults: list[str] = field(default_factory=list)
    """A sentence for each name that is no attribute of the type before it."""
    asked: set[tuple[type, str]] = field(default_factory=set)
    """Each class and attribute that some template asks for."""


def views() -> list[type[View]]:
    """Every view of the program."""
    found: dict[str, type[View]] = {}
    waiting: list[type[View]] = [View]
    while waiting:
        for sub in waiting.pop().__subclasses__():
            waiting.append(sub)
            # `slots` makes a class anew and leaves the first one behind.
            if sub.__module__.startswith("generator.") and getattr(sys.modules[sub.__module__], sub.__name__) is sub:
                found[f"{sub.__module__}.{sub.__name__}"] = sub
    return [found[name] for name in sorted(found)]


def check(view: type[View], folders: Sequence[Path]) -> Checked:
    """Holds the template of a view, and all that it extends and imports, against the view's type."""
    checked = Checked()
    _Walk(Environment(loader=FileSystemLoader(folders)), checked).template(view)
    return checked


class _Walk:
    """Goes through the nodes of a template with the types of its names."""

    def __init__(self, jinja: Environment, checked: Checked) -> None:
        self.jinja, self.checked = jinja, checked
        self.file = ""
        self.called: set[tuple[str, str, tuple[Any, ...]]] = set()
        """Macros with the types that they were called with: each is walked once."""

    def template(self, view: type[View]) -> None:
        names: Names = {"view": frozenset({view}), "page": frozenset({PageSpec}), "site": frozenset({Settings})}
        names |= dict.fromkeys(_TEXTS, UNKNOWN) | dict.fromkeys(_FUNCTIONS, UNKNOWN)
        names |= {"lang": frozenset({str}), "report_url": frozenset({str}), "icons_of_kinds": UNKNOWN}
        chain, file = [], view.template
        while file:
            tree = self.parsed(file)
            chain.append((file, tree))
            parent = next(tree.find_all(nodes.Extends), None)
            file = parent.template.value if parent and isinstance(parent.template, nodes.Const) else ""
        # What the outer templates set can be seen in the blocks of the inner ones, and the other way round.
        for file, tree in reversed(chain):
            self.file = file
            for node in tree.body:
                if isinstance(node, (nodes.Assign, nodes.Import, nodes.Macro)):
                    self.statement(node, names)
        for file, tree in reversed(chain):
            self.file = file
            for node in tree.body:
                self.statement(node, dict(names))

    @cache  # noqa: B019  # lives as long as one check
    def parsed(self, file: str) -> nodes.Template:
        source, _, _ = self.jinja.loader.get_source(self.jinja, file)  # type: ignore[union-attr]  # there is one
        return self.jinja.parse(source)

    # Statements

    def body(self, body: Sequence[nodes.Node], names: Names) -> None:
        for node in body:
            self.statement(node, names)

    def statement(self, node: nodes.Node, names: Names) -> None:  # noqa: C901  # one case a node, flat
        match node:
            case nodes.Output():
                for part in node.nodes:
                    self.types(part, names)
            case nodes.For():
                self.loop(node, names)
            case nodes.If():
                self.types(node.test, names)
                for block in (node.body, *(branch.body for branch in node.elif_), node.else_):
                    self.body(block, names)
                for branch in node.elif_:
                    self.types(branch.test, names)
            case nodes.Assign():
                self.bind(node.target, self.types(node.node, names), names)
            case nodes.With():
                inner = dict(names)
                for target, value in zip(node.targets, node.values, strict=True):
                    self.bind(target, self.types(value, names), inner)
                # What it includes by a name that a view carries is that view's own template, checked by itself.
                if not any(isinstance(part, nodes.Include) for part in node.body):
                    self.body(node.body, inner)
            case nodes.Import():
                names[node.target] = self.module(node)
            case nodes.Macro():
                names[node.name] = Macros(self.file, {node.name: node})
            case nodes.Block():
                self.body(node.body, dict(names))
            case nodes.Include() | nodes.Extends():
                return
            case _:
                raise TypeError(f"{self.file}:{node.lineno}: {type(node).__name__} is not known to the check")

    def loop(self, node: nodes.For, names: Names) -> None:
        inner = {**names, "loop": frozenset({Loop})}
        self.bind(node.target, elements(self.types(node.iter, names)), inner)
        if node.test:
            self.types(node.test, inner)
        self.body(node.body, inner)
        self.body(node.else_, names)

    def module(self, node: nodes.Import) -> Macros:
        assert isinstance(node.template, nodes.Const)
        tree = self.parsed(node.template.value)
        return Macros(node.template.value, {macro.name: macro for macro in tree.find_all(nodes.Macro)})

    def bind(self, target: nodes.Node, types: Types, names: Names) -> None:
        if isinstance(target, nodes.Name):
            names[target.name] = types
        elif isinstance(target, nodes.Tuple):
            for place, part in enumerate(target.items):
                self.bind(part, union(part_of(one, place) for one in types), names)

    # Expressions

    def types(self, node: nodes.Node, names: Names) -> Types:  # noqa: C901  # as above
        """The types of an expression; all names in it are checked."""
        match node:
            case nodes.Name():
                found = names.get(node.name, UNKNOWN)
                if node.name not in names and node.ctx == "load":
                    self.fault(node, f"there is no “{node.name}”")
                return found if isinstance(found, frozenset) else UNKNOWN
            case nodes.Getattr():
                return self.attribute(node, names)
            case nodes.Getitem():
                self.types(node.arg, names)
                owner = self.types(node.node, names)
                return owner if isinstance(node.arg, nodes.Slice) else elements(owner, values=True)
            case nodes.Call():
                return self.call(node, names)
            case nodes.Filter():
                return self.filtered(node, names)
            case nodes.CondExpr():
                self.types(node.test, names)
                return self.types(node.expr1, names) | (self.types(node.expr2, names) if node.expr2 else UNKNOWN)
            case nodes.Test():
                if node.name != "defined":
                    self.types(node.node, names)
                return frozenset({bool})
            case nodes.Const() | nodes.TemplateData():
                return UNKNOWN
            case nodes.Or() | nodes.And():
                return self.types(node.left, names) | self.types(node.right, names)
            case _:
                for part in node.iter_child_nodes():
                    self.types(part, names)
                return UNKNOWN

    def attribute(self, node: nodes.Getattr, names: Names) -> Types:
        owner = self.types(node.node, names) - {NoneType}
        found = [attribute for one in owner if (attribute := attribute_of(one, node.attr)) is not None]
        self.checked.asked |= {(one, node.attr) for one in owner if isinstance(one, type)}
        if owner and not found:
            kinds = " or ".join(sorted(getattr(one, "__name__", str(one)) for one in owner))
            self.fault(node, f"{kinds} has no attribute “{node.attr}”")
        return union(found)

    def call(self, node: nodes.Call, names: Names) -> Types:
        given = [self.types(part, names) for part in node.args]
        for keyword in node.kwargs:
            self.types(keyword.value, names)
        match node.node:
            case nodes.Name() if isinstance(names.get(node.node.name), Macros):
                return self.macro(names[node.node.name], node.node.name, node, given, names)
            case nodes.Getattr(node=nodes.Name(name=module), attr=name) if isinstance(names.get(module), Macros):
                return self.macro(names[module], name, node, given, names)
            case nodes.Name(name=name) if name in _FUNCTIONS:
                return flat(get_type_hints(_FUNCTIONS[name]).get("return"))
            case _:
                return self.types(node.node, names)

    def macro(self, of: Macros, name: str, node: nodes.Call, given: list[Types], names: Names) -> Types:
        if name not in of.macros:
            self.fault(node, f"{of.template} has no macro “{name}”")
            return UNKNOWN
        macro = of.macros[name]
        args = dict(zip((arg.name for arg in macro.args), given, strict=False))
        args |= {keyword.key: self.types(keyword.value, names) for keyword in node.kwargs}
        key = of.template, name, tuple(sorted((arg, tuple(map(str, types))) for arg, types in args.items()))
        if key not in self.called:
            self.called.add(key)
            outer, self.file = self.file, of.template
            inner = {**names, **{arg.name: UNKNOWN for arg in macro.args}, **args}
            inner |= {other: Macros(of.template, of.macros) for other in of.macros}
            for imported in self.parsed(of.template).find_all(nodes.Import):
                inner[imported.target] = self.module(imported)
            for assigned in self.parsed(of.template).body:
                if isinstance(assigned, nodes.Assign):
                    self.statement(assigned, inner)
            self.body(macro.body, inner)
            self.file = outer
        return frozenset({Markup})

    def filtered(self, node: nodes.Filter, names: Names) -> Types:
        owner = self.types(node.node, names) if node.node else UNKNOWN
        for part in (*node.args, *(keyword.value for keyword in node.kwargs)):
            self.types(part, names)
        if node.name in _SAME:
            return owner
        if node.name in ("min", "max", "first", "last"):
            return elements(owner)
        attribute = next((one.value for one in node.kwargs if one.key == "attribute"), None)
        if node.name == "map" and isinstance(attribute, nodes.Const):
            asked = nodes.Getattr(nodes.Name("\0one", "load"), attribute.value, "load", lineno=node.lineno)
            found = self.types(asked, {**names, "\0one": elements(owner)})
            return frozenset(Sequence[one] for one in found)  # type: ignore[valid-type]  # a type that was found
        return frozenset({_RESULT[node.name]}) if node.name in _RESULT else UNKNOWN

    def fault(self, node: nodes.Node, what: str) -> None:
        self.checked.faults.append(f"{self.file}:{node.lineno}: {what}")
