"""What the preview shows to a browser on this machine: the pages, when one has changed, and what stops it."""

from __future__ import annotations

import functools
import hashlib
import html
import io
import json
import threading
from http import HTTPStatus
from pathlib import Path
from socket import socket
from socketserver import BaseServer
from typing import BinaryIO
from urllib.parse import parse_qs, unquote, urlsplit

from generator.engine import REFUSAL, names_this_machine
from generator.runtime.http_server import FileHandler, WebServer
from generator.store.vanishing_files import content_of

NEWS, SCRIPT = "hub-preview", "hub-preview.js"
"""Where a page asks what is new, and the script with which it asks."""
_WAIT = 20.0
"""Seconds until a question is answered though nothing is new: browsers give up on silence."""


class Shown:
    """The folder that is shown, and what there is to tell about it. Threads may share it."""

    def __init__(self, site: Path, now: Path, base: str) -> None:
        """Pages in `now` are newer than those of the site, which stays as its last build left it."""
        self.site, self.now, self.base = site, now, base
        self._news = threading.Condition()
        self._problems = ""
        self._looks = 0
        """How often all pages changed their looks."""

    @property
    def problems(self) -> str:
        """What stops the preview; "" when nothing does."""
        return self._problems

    def tell(self, problems: str | None = None, *, all_pages: bool = False) -> None:
        """Wakes whoever waits; with new problems, or after a change that every page is to be loaded again for."""
        with self._news:
            self._problems = self._problems if problems is None else problems
            self._looks += all_pages
            self._news.notify_all()

    def state(self, page: str) -> dict[str, str]:
        """`page` is a path as browsers ask for it. What a browser compares with what it saw."""
        file = self.file_of(page)
        content = (content_of(file) if file else None) or b""
        seen = hashlib.sha256(content).hexdigest()[:16]
        told = hashlib.sha256(self._problems.encode()).hexdigest()[:16]
        return {"page": f"{self._looks}-{seen}", "problems": self._problems, "told": told}

    def wait(self, page: str, seen: str, told: str) -> dict[str, str]:
        """The state when it is another than what was seen and told, or after a while."""
        with self._news:
            self._news.wait_for(lambda: self._differs(page, seen, told), _WAIT)
            return self.state(page)

    def _differs(self, page: str, seen: str, told: str) -> bool:
        now = self.state(page)
        return (now["page"], now["told"]) != (seen, told)

    def file_of(self, page: str) -> Path | None:
        """The HTML file that answers a path as browsers write it; None when there is none."""
        path = unquote(page)
        parts = [part for part in path.removeprefix(unquote(self.base)).split("/") if part]
        if ".." in parts or "\0" in path:
            return None
        if path.endswith("/") or not parts:
            parts.append("index.html")
        try:
            files = (folder.joinpath(*parts) for folder in (self.now, self.site))
            return next((file for file in files if file.suffix == ".html" and file.is_file()), None)
        except OSError:  # a name that is too long
            return None


class PageHandler(FileHandler):
    """Files as they are, and pages with the script that asks for news."""

    protocol_version = "HTTP/1.1"

    def __init__(self, request: socket, address: tuple[str, int], server: BaseServer, *, shown: Shown) -> None:
        self.shown = shown
        super().__init__(request, address, server, directory=str(shown.site))

    def do_GET(self) -> None:  # noqa: N802  # the base class names it so
        if self.is_for_us():
            if urlsplit(self.path).path == f"/{NEWS}":
                self._news()
            elif self.path == f"/{SCRIPT}":
                self.answer(HTTPStatus.OK, Path(__file__).with_name("page.js").read_bytes(), "text/javascript")
            else:
                super().do_GET()

    def do_HEAD(self) -> None:  # noqa: N802  # as above
        if self.is_for_us():
            super().do_HEAD()

    def is_for_us(self) -> bool:
        if names_this_machine(self.headers.get("Host", "")):
            self.path = "/" + self._inside().lstrip("/")
            # Times are whole seconds, and a page may change more often.
            del self.headers["If-Modified-Since"]
            return True
        self.answer(HTTPStatus.FORBIDDEN, REFUSAL, "text/plain; charset=utf-8")
        return False

    def _inside(self) -> str:
        """The path without the site's own, which browsers write in another way than people do."""
        base, path = self.shown.base, self.path
        is_inside = unquote(path.partition("?")[0]).startswith(unquote(base))
        return path.split("/", base.count("/"))[-1] if is_inside else path

    def _news(self) -> None:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        state = self.shown.wait(asked.get("page", "/"), asked.get("seen", ""), asked.get("told", ""))
        self.answer(HTTPStatus.OK, json.dumps(state).encode(), "application/json")

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        path = urlsplit(self.path).path
        file = self.shown.file_of(path)
        if file and (content := content_of(file)) is not None:
            return self._page(HTTPStatus.OK, path, content)
        there = self.file()
        if there is None or (there.is_dir() and not (there / "index.html").is_file()):
            return self._page(HTTPStatus.NOT_FOUND, path, self._nothing())
        return super().send_head()

    def _nothing(self) -> bytes:
        """The hub's own page for that; before the first good build there is only what stops it."""
        own = None if self.shown.problems else content_of(self.shown.site / "404.html")
        if own is not None:
            return own
        text = html.escape(self.shown.problems or "404", quote=False)
        return f'<!doctype html><meta charset="utf-8"><title>404</title><body><pre>{text}</pre></body>'.encode()

    def _page(self, status: HTTPStatus, path: str, content: bytes) -> io.BytesIO:
        seen = self.shown.state(path)["page"]
        script = f'<script type="module" src="{self.shown.base}{SCRIPT}" data-hub-page="{seen}"></script>'
        return self._begin(
            status, content.replace(b"</body>", script.encode() + b"</body>"), "text/html; charset=utf-8"
        )

    def _begin(self, status: HTTPStatus, content: bytes, media: str) -> io.BytesIO:
        self.send_response(status)
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def answer(self, status: HTTPStatus, content: bytes, media: str) -> None:
        self.wfile.write(self._begin(status, content, media).getvalue())

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


class Server(WebServer):
    """Shows a folder at an address until it is shut down. OSError when the address is taken."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], shown: Shown) -> None:
        super().__init__(address, functools.partial(PageHandler, shown=shown))
