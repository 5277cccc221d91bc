"""The desk's page on which somebody records: what it shows, and what its buttons do."""

from __future__ import annotations

from dataclasses import dataclass

from generator.desk.desk import Desk
from generator.desk.form_state import Posted
from generator.desk.recorded_steps import put_in, sentence
from generator.desk.recording import WIDTH, Recorder, without
from generator.i18n.language import mark
from generator.media.screenshots import HEIGHT
from generator.model.kind import Kind
from generator.problems.problem import HubError

PICTURE = "record/now.png"
"""Where the desk has what the browser shows."""
_LEFT = mark("That leads away from the site, and was not done. Only pages of the site are recorded.")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """A recording, or how one is begun."""

    kind: str
    id: str
    sites: tuple[str, ...]
    is_on: bool
    records: bool = True
    steps: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Of the controls in the window."""
    told: str = ""
    picture: str = ""
    width: int = WIDTH
    height: int = HEIGHT


def shown(recorder: Recorder, desk: Desk, kind: Kind, id_: str) -> RecordView:
    """What the page says now."""
    sites = tuple(name for name, _ in desk.settings.sites)
    session = recorder.session
    if session is None:
        return RecordView(kind=kind.name, id=id_, sites=sites, is_on=False)
    return RecordView(
        kind=kind.name, id=id_, sites=sites, is_on=True, records=session.records, names=recorder.names(),
        steps=tuple(sentence(desk, one) for one in session.steps), picture=PICTURE,
        told=desk.spoken.gettext(_LEFT) if session.has_left else "",
    )  # fmt: skip


def act(recorder: Recorder, desk: Desk, kind: Kind, id_: str, posted: Posted) -> bool:
    """Does what a button says; whether the recording is at its end. HubError when it cannot be done."""
    said = {name: values[-1] for name, values in posted.items()}
    what, _, number = said.get("act", "").partition(":")
    if what == "begin":
        _begin(recorder, desk, said.get("site", ""), said.get("page", ""))
        return False
    session = recorder.session
    if session is None:
        return False
    if what in ("done", "cancel"):
        if what == "done":
            put_in(desk, kind, id_, session.steps)
        recorder.stop()
        return True
    _pressed(recorder, what, number, said)
    return False


def _pressed(recorder: Recorder, what: str, number: str, said: dict[str, str]) -> None:
    if what == "on" and said.get("number", "").isdecimal():
        recorder.click(number=int(said["number"]))
    elif what == "type":
        recorder.type(said.get("text", ""))
    elif what in ("up", "down"):
        recorder.scroll(down=what == "down")
    elif what == "pause" and recorder.session:
        recorder.session.records = not recorder.session.records
    elif what == "forget" and number.isdecimal():
        without(recorder, int(number))
    elif said.get("at.x", "").isdecimal() and said.get("at.y", "").isdecimal():
        recorder.click(x=int(said["at.x"]), y=int(said["at.y"]))


def _begin(recorder: Recorder, desk: Desk, site: str, page: str) -> None:
    addresses = dict(desk.settings.sites)
    if site not in addresses:
        raise HubError("There is no “{name}” here.", "Choose another one in the list.", name=site[:80])
    page = page.strip().removeprefix(addresses[site])
    recorder.start(site, addresses[site], page)
