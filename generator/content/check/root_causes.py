"""One mistake is one problem: what only follows from another fault of the same document is not told beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.model.catalog import Document, Finding, nearest
from generator.model.kind import Kind

Path = tuple[str | int, ...]

_OF_FORM = frozenset({"value-list", "value-mapping", "value-text"})
"""Faults of a value as a whole: what its parts would mean is not known."""
_EMPTY = frozenset({"field-empty", "draft-incomplete"})
_OF_MEANING = frozenset({"term-unknown", "licence-unknown", "ref-form", "ref-unknown", "vocabulary-missing"})
"""Faults that say more of a text than that it has the wrong form."""
_LESS = frozenset({"value-pattern", "field-too-long"})
_OF_FILE = frozenset({
    "asset-missing", "asset-outside", "asset-symlink", "asset-type", "asset-address", "asset-slash", "asset-name",
    "captions-import", "personal-cpr",
})  # fmt: skip
"""Faults of a file, after which nothing can be said of what is in it."""
_INSIDE_FILE = ("captions-", "picture-", "drawing-", "film-", "chapter-")
_AFTER = {
    "goal-unknown": {"goal-twice"}, "criterion-unknown": {"id-twice"}, "due-outside-phase": {"dates-reversed"},
    "goal-unserved": {"programme-goal"}, "goal-unused": {"goal-unknown"},
    "captions-beyond-end": {"film-length"}, "captions-coverage": {"film-length", "captions-time"},
    "chapter-beyond-end": {"film-length", "captions-beyond-end"},
}  # fmt: skip
"""What is not true any more, or cannot be known, once another fault is mended."""
_NONE: frozenset[str] = frozenset()
_ALIKE = frozenset({"value-share", "value-mapping"})
"""What is wrong with all that stands beside it too: numbers in percent, entries without fields."""
_NESTED = (dict, list)
_STRANGE = 2
"""So many fields that the kind does not know are no slips of the pen."""


def causes(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without those that another one brings about."""
    if len(findings) < 2:
        return list(findings)
    findings = _paired(findings)
    by_path: dict[Path, set[str]] = {}
    around: set[Path] = set()
    for finding in findings:
        by_path.setdefault(finding.path, set()).add(finding.rule)
        around.update(finding.path[:end] for end in range(len(finding.path)))
    misspelt = {(*one.path[:-1], one.values.get("nearest", "")) for one in findings if one.rule == "field-unknown"}
    rules = {one.rule for one in findings}
    first = {(one.rule, one.path[:-1]): one.path for one in reversed(findings) if one.rule in _ALIKE}
    return [
        one for one in findings
        if not _follows(one, by_path, around, misspelt)
        and not _AFTER.get(one.rule, _NONE) & rules
        and first.get((one.rule, one.path[:-1]), one.path) == one.path
    ]  # fmt: skip


def _paired(findings: Sequence[Finding]) -> list[Finding]:
    """Where one field is missing and one is not known, the second is meant for the first, in whatever language."""
    missing: dict[Path, list[Finding]] = {}
    unknown: dict[Path, list[Finding]] = {}
    for one in findings:
        if one.rule in {"field-missing", "field-unknown"}:
            (missing if one.rule == "field-missing" else unknown).setdefault(one.path[:-1], []).append(one)
    meant = {
        id(unknown[path][0]): gone[0].values["field"]
        for path, gone in missing.items()
        if len(gone) == 1 and len(unknown.get(path, ())) == 1 and not _is_close(unknown[path][0])
    }
    return [
        replace(one, values={**one.values, "nearest": meant[id(one)]}) if id(one) in meant else one for one in findings
    ]


def _is_close(unknown: Finding) -> bool:
    """Whether a field that there is not is a slip of one that there is."""
    return nearest(unknown.values["field"].lower(), [unknown.values["nearest"]], likeness=0.8) != "–"


def _follows(one: Finding, by_path: Mapping[Path, set[str]], around: set[Path], misspelt: set[Path]) -> bool:
    here = by_path[one.path]
    if one.rule in {"field-empty", "value-few"} and (one.path in around or here & _OF_FILE):
        return True  # nothing is left of a list when its entries are wrong
    if one.rule in {"field-missing", "draft-incomplete"} and one.path in misspelt:
        return True
    if one.rule == "id-twice" and any(rule.endswith("-twice") and rule != one.rule for rule in here):
        return True
    if one.rule in _LESS and here & _OF_MEANING:
        return True
    if one.rule.startswith(_INSIDE_FILE) and here & _OF_FILE:
        return True
    if one.rule in _OF_MEANING and here & (_OF_FORM | _EMPTY):
        return True
    return any(by_path.get(one.path[:end], set()) & _OF_FORM for end in range(1, len(one.path)))


def kind_meant(document: Document, kinds: Mapping[str, Kind]) -> Kind | None:
    """The kind that a document was written as, when it is another one than its folder's."""
    keys = document.value.keys()
    own = kinds[document.kind].model.model_fields.keys() if document.kind in kinds else {"title", "entries"}
    if len(keys - own) < _STRANGE:
        return None
    best = max(kinds.values(), key=lambda kind: len(keys & kind.model.model_fields.keys()))
    return best if best.name != document.kind and keys <= best.model.model_fields.keys() else None


def place_meant(document: Document, kinds: Mapping[str, Kind]) -> tuple[str, str] | None:
    """The name and the folder of what a document was written as, when it is another one than its folder's."""
    if "entries" in document.value and "entries" not in kinds[document.kind].model.model_fields:
        return "vocabulary", "vocabulary"
    kind = kind_meant(document, kinds)
    return (kind.name, kind.folder) if kind else None


def ids_twice(value: object, path: Path = ()) -> Iterator[Finding]:
    """Entries of one list with the same id: nobody could point to the second."""
    if isinstance(value, dict):
        for key, part in value.items():
            if isinstance(part, _NESTED):  # nearly all parts are texts
                yield from ids_twice(part, (*path, key))
    elif isinstance(value, list):
        seen: set[str] = set()
        for number, part in enumerate(value):
            if not isinstance(part, _NESTED):
                continue
            id_ = part.get("id") if isinstance(part, dict) else None
            if isinstance(id_, str) and id_ in seen:
                yield Finding("id-twice", (*path, number, "id"), {"id": id_})
            seen.add(id_ if isinstance(id_, str) else "")
            yield from ids_twice(part, (*path, number))
