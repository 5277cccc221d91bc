"""What goes back to a browser, whatever carries it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from http import HTTPStatus


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back to the browser."""

    content: bytes = b""
    media: str = "text/html; charset=utf-8"
    status: HTTPStatus = HTTPStatus.OK
    location: str = ""
    """Where the browser is to go on, with 303."""


def go_on(where: str) -> Answer:
    return Answer(status=HTTPStatus.SEE_OTHER, location=where)


def as_json(status: HTTPStatus, **said: str) -> Answer:
    return Answer(json.dumps(said, ensure_ascii=False).encode(), "application/json", status)
