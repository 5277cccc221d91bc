"""Whom the desk answers: one browser on this machine, which came with the address that the terminal shows."""

from __future__ import annotations

import hmac
import secrets
import threading
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

from generator.engine import names_this_machine

COOKIE = "hub-edit"
POLICY = "; ".join(
    (
        "default-src 'none'",
        "base-uri 'none'",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "frame-src 'self'",
        "img-src 'self' blob:",
        "script-src 'self'",
        "style-src 'self'",
    )
)
"""Of the desk's own pages; a page of the hub that is shown beside a form brings its own."""


@dataclass(slots=True)
class Door:
    """A token opens once, and is then another; whoever came in is known by a cookie until the program ends."""

    token: str = field(default_factory=secrets.token_urlsafe)
    _session: str = field(default_factory=secrets.token_urlsafe)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def opens(self, token: str) -> bool:
        """Whether this is the token; after that it is one no more."""
        with self._lock:
            if not hmac.compare_digest(token.encode(), self.token.encode()):
                return False
            self.token = secrets.token_urlsafe()
            return True

    @property
    def cookie(self) -> str:
        """The header that lets a browser in. No other site can send it along, and no script can read it."""
        return f"{COOKIE}={self._session}; Path=/; HttpOnly; SameSite=Strict"

    def knows(self, cookies: str) -> bool:
        """By the Cookie header."""
        try:
            found = SimpleCookie(cookies).get(COOKIE)
        except CookieError:
            return False
        return found is not None and hmac.compare_digest(found.value.encode(), self._session.encode())


def is_from_here(host: str, origin: str) -> bool:
    """Whether a page of this server itself sends something, by the headers Host and Origin."""
    return names_this_machine(host) and origin == f"http://{host}"
