"""What was recorded, as steps of a guide: in words, with pictures described so that they can be taken again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.content.yaml.writer import Value
from generator.desk.desk import Desk
from generator.desk.recording import WIDTH, Recorded
from generator.i18n.language import mark
from generator.media.described_screenshots import Wanted
from generator.media.screenshots import Looked, keep
from generator.model.kind import Kind
from generator.model.screenshot import Shot
from generator.model.vocabulary import FunctionEntry

_ACTIONS = {
    "button": mark("Press “{name}”."),
    "link": mark("Choose “{name}”."),
    "tab": mark("Choose “{name}”."),
    "menuitem": mark("Choose “{name}”."),
    "checkbox": mark("Tick “{name}”."),
    "radio": mark("Tick “{name}”."),
    "combobox": mark("Choose in “{name}”."),
    "textbox": mark("Write in “{name}”."),
    "password": mark("Write in “{name}”."),
}
_CLICK = mark("Click “{name}”.")
_ALT = mark("The page “{title}”, on which “{name}” is pointed out.")


def has_steps(kind: Kind) -> bool:
    """Whether documents of a kind can take what is recorded."""
    return "steps" in kind.model.model_fields


def sentence(desk: Desk, one: Recorded) -> str:
    """What the reader is to do."""
    return desk.spoken.gettext(_ACTIONS.get(one.role, _CLICK)).format(name=one.name)


def put_in(desk: Desk, kind: Kind, id_: str, recorded: Sequence[Recorded]) -> None:
    """Adds the steps after those that a document has, and keeps their pictures. HubError when it cannot be read."""
    for one in recorded:
        keep(Looked(Wanted(id_, one.shot, "", "", {}), (), one.picture, one.frames), desk.folder(kind))
    steps: list[Value] = [dict(_step(desk, one)) for one in recorded]

    def extended(value: Mapping[str, Value]) -> dict[str, Value]:
        there = value.get("steps")
        return {**value, "steps": [*(there if isinstance(there, list) else ()), *steps]}

    desk.rewrite(kind, id_, extended)


def _step(desk: Desk, one: Recorded) -> Iterator[tuple[str, Value]]:
    yield "action", sentence(desk, one)
    alt = desk.spoken.gettext(_ALT).format(title=one.title, name=one.name)
    yield "image", {"shot": dict(_described(one.shot)), "alt": alt}
    functions = desk.checked().catalog.entries(FunctionEntry)
    if function := next((id_ for id_, entry in functions.items() if entry.label == one.name), ""):
        yield "function", function


def _described(shot: Shot) -> Iterator[tuple[str, Value]]:
    """What is not as it is when nothing is said."""
    if shot.site:
        yield "site", shot.site
    yield "page", shot.page
    if shot.actions:
        yield "actions", [dict(action.model_dump(exclude_none=True)) for action in shot.actions]
    if shot.element:
        yield "element", shot.element
    yield "highlight", [{"element": one.element, "label": one.label} for one in shot.highlight]
    if shot.width != WIDTH:
        yield "width", str(shot.width)
