"""Copies a published course into a draft for another school."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.content.validate import check_content
from generator.kinds import KINDS
from generator.kinds.course.copy_draft import copy_text, published_course
from generator.model.settings import Settings


def copy_course(root: Path, settings: Settings, id_: str, *, school: str, today: date) -> str:
    """The YAML of a draft that adapts a published course. HubError when it is unknown or may not be adapted."""
    catalog = check_content(root, settings, KINDS).catalog
    return copy_text(published_course(catalog, id_), catalog, school=school, today=today)
