"""Answers what a form asks about the files of its document: the name that a field is to say, or why it cannot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus

from generator.desk.answer import Answer, as_json
from generator.desk.crop_image import crop
from generator.desk.crop_margins import cut_of
from generator.desk.desk import Desk
from generator.desk.form_state import Posted
from generator.desk.uploads import shape_at, take_in
from generator.problems.problem import HubError


def taken_in(desk: Desk, kind_name: str, id_: str, asked: Mapping[str, str], content: bytes) -> Answer | None:
    """A file that was dropped; None when no field asks for one."""
    kind = desk.kinds.get(kind_name)
    shape = shape_at(desk.form(kind), asked.get("field", "")) if kind else None
    if kind is None or shape is None:
        return None
    return _named(desk, lambda: take_in(desk, kind, id_, shape, asked.get("name", ""), content))


def cropped(desk: Desk, kind_name: str, id_: str, posted: Posted) -> Answer | None:
    """A picture that is to be cut; None when no field asks for one."""
    kind = desk.kinds.get(kind_name)
    field, name = (next(iter(posted.get(asked, ())), "") for asked in ("field", "file"))
    shape = shape_at(desk.form(kind), field) if kind else None
    if kind is None or shape is None:
        return None
    return _named(desk, lambda: crop(desk, kind, id_, shape, name, cut_of(posted)))


def _named(desk: Desk, written: Callable[[], str]) -> Answer:
    try:
        return as_json(HTTPStatus.OK, file=written())
    except HubError as error:
        said = (desk.spoken.gettext(text).format(**error.values) for text in (error.message, error.hint) if text)
        return as_json(HTTPStatus.UNPROCESSABLE_ENTITY, told=" ".join(said))
