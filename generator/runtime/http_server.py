"""Serves the files of a folder as real web servers do, for the preview and for looking at a built site."""

from __future__ import annotations

import http.server
import io
import re
import sys
from pathlib import Path
from typing import Any, BinaryIO


class WebServer(http.server.ThreadingHTTPServer):
    """Answers several browsers at once."""

    request_queue_size = 128
    """A browser asks for more at once than the usual five; whoever is turned away comes again seconds later."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away in the middle of an answer is no fault of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class FileHandler(http.server.SimpleHTTPRequestHandler):
    """Answers whole files and ranges of them."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Answers a range as real web servers do; without that a player cannot jump in a film."""
        found = re.fullmatch(r"bytes=([0-9]+)-([0-9]*)", self.headers.get("Range", ""))
        file = Path(self.translate_path(self.path))
        if not found or not file.is_file():
            return super().send_head()
        content = file.read_bytes()
        first, last = int(found[1]), min(int(found[2] or len(content) - 1), len(content) - 1)
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Range", f"bytes {first}-{last}/{len(content)}")
        self.send_header("Content-Length", str(last - first + 1))
        self.end_headers()
        return io.BytesIO(content[first : last + 1])

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """Says nothing: the browser's own view is what counts."""
