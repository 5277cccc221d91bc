"""Files that lie where nobody reads them: what they were meant to be, so that nothing is told to be missing for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from generator.content.check.root_causes import kind_meant
from generator.content.file_names import id_like
from generator.content.loader import load_one
from generator.model.catalog import Listed
from generator.model.kind import Kind
from generator.model.vocabulary import VOCABULARIES
from generator.problems.problem import Problem

VOCABULARY = "vocabulary"
MISPLACED = {"file-place", "file-nested"}
"""Codes of files that are told to be moved: those that point to them are right once they are."""


def claimed_by(path: str, kind: str) -> Listed:
    """A file that could not be read: those that point to it are right all the same, and so are those to its name."""
    stem = path.rpartition("/")[2].partition(".")[0]
    return Listed(kind, id_like(stem), path, is_draft=False)


def placed(root: Path, problem: Problem, kinds: Mapping[str, Kind]) -> Problem:
    """Of a file that lies where nothing is read, the folder that its fields say it belongs to."""
    if problem.code != "file-place" or not problem.span.file.endswith(".yml"):
        return problem
    document, _ = load_one(root, problem.span.file, kind="")
    meant = kind_meant(document, kinds) if document else None
    folder = VOCABULARY if document and "entries" in document.value else meant.folder if meant else ""
    return replace(problem, values={**problem.values, "folder": folder}) if folder else problem


def is_vocabulary(root: Path, path: str, kind: str) -> bool:
    """Whether a file in the folder of a kind is a vocabulary, by its name and by what it says."""
    if claimed_by(path, kind).id not in VOCABULARIES:
        return False
    document, _ = load_one(root, path, kind=kind)
    return document is not None and "entries" in document.value
