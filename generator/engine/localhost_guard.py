"""Keeps the live preview to this machine: who it listens to, and whom it answers."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterable

from generator.problems.problem import HubError

App = Callable[[dict[str, object], Callable[..., object]], Iterable[bytes]]
REFUSAL = b"The preview is shown to this machine alone.\n"
_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})


def refuse_others(address: str) -> None:
    """HubError unless an address like `127.0.0.1:8000` is one that only this machine can reach."""
    host, _, port = address.rpartition(":")
    if not port.isdecimal() or not _is_loopback(host.strip("[]")):
        raise HubError(
            "The preview cannot be shown at {address}.",
            "It is for this machine alone: write 127.0.0.1 and a port, as in --address 127.0.0.1:8000.",
            address=address,
        )


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def for_this_machine(app: App) -> App:
    """Answers only requests that name this machine: a page elsewhere may point a name of its own at 127.0.0.1."""

    def answer(environ: dict[str, object], start_response: Callable[..., object]) -> Iterable[bytes]:
        if names_this_machine(str(environ.get("HTTP_HOST", ""))):
            return app(environ, start_response)
        start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
        return [REFUSAL]

    return answer


def names_this_machine(host: str) -> bool:
    """Whether a Host header, a name and perhaps a port, is one of this machine's own names."""
    name, port = (host, "") if host.endswith("]") or ":" not in host else host.rsplit(":", 1)
    return name in _NAMES and (not port or (port.isascii() and port.isdecimal()))
