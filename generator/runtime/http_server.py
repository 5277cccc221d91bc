"""Serves the files of a folder as real web servers do, for the preview and for looking at a built site."""

from __future__ import annotations

import http.server
import io
import os
import re
import sys
from http import HTTPStatus
from pathlib import Path
from socket import socket
from typing import BinaryIO


class WebServer(http.server.ThreadingHTTPServer):
    """Answers several browsers at once."""

    request_queue_size = 128
    """A browser asks for more at once than the usual five; whoever is turned away comes again seconds later."""

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: object) -> None:
        """A browser that went away in the middle of an answer is no fault of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class FileHandler(http.server.SimpleHTTPRequestHandler):
    """Answers whole files and ranges of them."""

    timeout = 30.0
    """Seconds in which a request must be whole."""

    def parse_request(self) -> bool:
        """A body that comes with a request is not read, so what follows on the connection is no request."""
        is_sound = super().parse_request()
        if is_sound and (self.headers.get("Content-Length") or self.headers.get("Transfer-Encoding")):
            self.close_connection = True
        return is_sound

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Answers a range as real web servers do; without that a player cannot jump in a film."""
        file = self.file()
        if file is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        asked = self.headers.get("Range", "") if self.command == "GET" and "If-Range" not in self.headers else ""
        if not asked or not file.is_file():
            return super().send_head()
        try:
            source = file.open("rb")
        except FileNotFoundError:  # it went while it was looked at
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        with source:
            return self._part(source, asked)

    def _part(self, source: BinaryIO, asked: str) -> io.BytesIO | BinaryIO | None:
        size = os.fstat(source.fileno()).st_size
        part = range_of(asked, size)
        if part is None:
            return super().send_head()
        if not part:
            self.send_response(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            self.send_header("Content-Range", f"bytes */{size}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        source.seek(part.start)
        content = source.read(len(part))
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", self.guess_type(source.name))
        self.send_header("Content-Range", f"bytes {part.start}-{part.stop - 1}/{size}")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def file(self) -> Path | None:
        """The file or folder that is asked for; None when there can be none of that name."""
        try:
            place = self.translate_path(self.path)
            file = Path(place)
            return file if file.is_dir() or (file.exists() and not place.endswith("/")) else None
        except (OSError, ValueError):  # a name that is too long, or holds NUL
            return None

    def list_directory(self, path: str | os.PathLike[str]) -> None:  # noqa: ARG002  # the base class's
        """What lies in a folder without a page of its own is not told."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """Says nothing: the browser's own view is what counts."""


def range_of(asked: str, size: int) -> range | None:
    """The bytes that a Range header asks for; an empty range when there are none such, None when it says no range.

    Several ranges at once are answered as none: no reader of a hub asks for them.
    """
    found = re.fullmatch(r"bytes=([0-9]{0,18})-([0-9]{0,18})", asked.replace(" ", ""), re.IGNORECASE)
    if not found or not (found[1] or found[2]):
        return None
    if not found[1]:
        return range(max(size - int(found[2]), 0), size)
    first, last = int(found[1]), int(found[2]) if found[2] else size - 1
    if found[2] and last < first:
        return None  # it says nothing, so it is passed over
    return range(first, max(first, min(last + 1, size)))
