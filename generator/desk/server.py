"""The desk as browsers meet it: who is let in, and how what they ask and send is carried."""

from __future__ import annotations

import functools
import io
import threading
import webbrowser
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from socket import socket
from socketserver import BaseServer
from urllib.parse import parse_qs, urlsplit

from generator import engine
from generator.desk.access import POLICY, Door, is_from_here
from generator.desk.answer import Answer
from generator.desk.desk import desk_of
from generator.desk.live import Live, for_forms
from generator.desk.pages import BASE
from generator.desk.recording import Recorder
from generator.desk.request_handlers import Answers
from generator.desk.uploads import MOST_BYTES
from generator.i18n.language import mark
from generator.preview import Preview, preview_of
from generator.preview.server import PageHandler, Shown
from generator.problems.problem import HubError
from generator.runtime.http_server import WebServer

_MOST_FORM = 4_000_000
"""Bytes of a form: more than the largest content file, with every sign written as three."""
_MOST_FIELDS = 50_000
_REFUSED = mark("This is not for you. Open the address that the terminal shows.")


class DeskHandler(PageHandler):
    """The preview's pages, and the desk, for whoever came with the token."""

    def __init__(
        self, request: socket, address: tuple[str, int], server: BaseServer, *, shown: Shown, answers: Answers,
        door: Door, came_in: Callable[[], None],
    ) -> None:  # fmt: skip
        self.answers, self.door, self.came_in = answers, door, came_in
        super().__init__(request, address, server, shown=shown)

    def do_GET(self) -> None:  # noqa: N802  # the base class names it so
        if not self.is_for_us() or self._comes_in() or not self._is_known():
            return
        asked = urlsplit(self.path)
        if asked.path.startswith(BASE):
            self._send(self.answers.get(asked.path.removeprefix(BASE), asked.query))
        elif asked.query == "hub-edit" and (content := self.answers.live.page(self.shown.base + asked.path[1:])):
            self.answer(HTTPStatus.OK, content, "text/html; charset=utf-8")
        elif found := self.answers.new_picture(asked.path):
            self.answer(HTTPStatus.OK, *found)
        else:
            super().do_GET()

    def do_HEAD(self) -> None:  # noqa: N802  # as above
        if self.is_for_us() and self._is_known():
            super().do_HEAD()

    def do_POST(self) -> None:  # noqa: N802  # as above
        if not self.is_for_us() or not self._is_known():
            return
        if not is_from_here(self.headers.get("Host", ""), self.headers.get("Origin", "")):
            self._refuse()
            return
        asked = urlsplit(self.path)
        is_file = asked.path.startswith(f"{BASE}file/")
        body = self._body(MOST_BYTES if is_file else _MOST_FORM)
        if body is None or not asked.path.startswith(BASE):
            self.answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, b"", "text/plain; charset=utf-8")
            return
        if is_file:
            self._send(self.answers.take_in(asked.path.removeprefix(f"{BASE}file/"), asked.query, body))
            return
        try:
            posted = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
        except ValueError:  # too many fields
            self.answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, b"", "text/plain; charset=utf-8")
            return
        self._send(self.answers.post(asked.path.removeprefix(BASE), posted))

    def _body(self, most: int) -> bytes | None:
        """What was sent; None when it is too much, or of unknown length."""
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdecimal()) or int(length) > most:
            return None
        return self.rfile.read(int(length))

    def _page(self, status: HTTPStatus, path: str, content: bytes) -> io.BytesIO:
        """With the way to its form, where a page asks for one."""
        link = f'<p><a class="hub-action" href="{BASE}\\1">{self.answers.to_form}</a></p>'
        return super()._page(status, path, for_forms(content, link.encode()))

    # Who is let in

    def _comes_in(self) -> bool:
        """Answers an address with a token."""
        asked = urlsplit(self.path)
        token = parse_qs(asked.query).get("token", [""])[-1]
        if asked.path != BASE or not token:
            return False
        if self.door.opens(token):
            self.send_response(HTTPStatus.SEE_OTHER)
            self.send_header("Set-Cookie", self.door.cookie)
            self.send_header("Location", BASE)
            self.send_header("Content-Length", "0")
            self.end_headers()
            self.came_in()
        elif self._is_known():  # the old address once more, in a browser that is in already
            self._send(Answer(status=HTTPStatus.SEE_OTHER, location=BASE))
        return True

    def _is_known(self) -> bool:
        if self.door.knows(self.headers.get("Cookie", "")):
            return True
        self._refuse()
        return False

    def _refuse(self) -> None:
        text = self.answers.desk.spoken.gettext(_REFUSED)
        self.answer(HTTPStatus.FORBIDDEN, f"{text}\n".encode(), "text/plain; charset=utf-8")

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        if answer.location:
            self.send_header("Location", answer.location)
        self.send_header("Content-Type", answer.media)
        self.send_header("Content-Length", str(len(answer.content)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Referrer-Policy", "same-origin")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(answer.content)


class DeskServer(WebServer):
    """The desk at an address, until it is shut down. OSError when the address is taken."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], preview: Preview, came_in: Callable[[], None]) -> None:
        self.door = Door()
        desk = desk_of(preview.config_file)
        live = Live(desk, preview.shown, lambda: preview.snapshot)
        self.answers = Answers(desk, live, preview.shown.base, Recorder(desk.settings.language))
        handler = functools.partial(
            DeskHandler, shown=preview.shown, answers=self.answers, door=self.door, came_in=came_in
        )
        super().__init__(address, handler)

    @property
    def url(self) -> str:
        """Where it is opened: once."""
        host, port = self.server_address[:2]
        return f"http://{host if isinstance(host, str) else host.decode()}:{port}{BASE}?token={self.door.token}"


def edit(config_file: Path, address: str, say: Callable[[str], None], *, is_opened: bool) -> None:
    """Shows the desk until it is interrupted; `is_opened`: in the browser at once. HubError when it cannot start."""
    engine.refuse_others(address)
    preview = preview_of(config_file, address, lambda _: None)
    host, _, port = address.rpartition(":")

    def came_in() -> None:
        say(preview.spoken.gettext(mark("If you close the page, come back by this address:")))
        say(server.url)

    try:
        server = DeskServer((host.strip("[]"), int(port)), preview, came_in)
    except (OSError, OverflowError) as error:
        raise HubError("The desk cannot start: {why}", "Mend it and try again.", why=error) from error
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(preview.spoken.gettext(mark("Write in the hub here. Leave this window open; Ctrl-C ends it.")))
        say(server.url)
        if is_opened:
            webbrowser.open(server.url)
        try:
            preview.follow(threading.Event())
        finally:
            server.answers.recorder.stop()
