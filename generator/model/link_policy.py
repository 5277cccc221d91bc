"""What an address is: the one place that decides it, for links in texts, fields, ordinary pages and settings."""

from __future__ import annotations

import ipaddress
import re
from enum import Enum, auto
from urllib.parse import unquote, urlsplit

_UNFIT = re.compile(r"[\s\x00-\x1f\x7f<>\"{}|\\^`\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""What no address holds: white space, controls, invisible signs, and signs that must be written as `%xx`."""
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_MAILBOX = re.compile(r"[^\s@,;:<>()\[\]\"\\]{1,64}@([^\s@,;:<>()\[\]\"\\?&#]+)")
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?|_[\w-]{1,62}")
_LONGEST = 2_000


class Sort(Enum):
    """What a link means, before anybody looks whether its target is there."""

    OUTSIDE = auto()
    """A whole web or mail address."""
    ANCHOR = auto()
    """A place on the same page: `#goals`."""
    NAMED = auto()
    """An item or ordinary page by name: `guide:find-a-course#step-2`, `page:about`."""
    PATH = auto()
    """A place relative to where the link stands, or to a server's root."""
    UNFIT = auto()
    """No address."""


def sort_of(address: str, kinds: frozenset[str] | set[str]) -> Sort:
    """What an address is. `kinds` are the words before the colon that name things of the hub."""
    if address.startswith("#"):
        return Sort.ANCHOR
    scheme = _SCHEME.match(address)
    if scheme and scheme[1] in kinds:
        return Sort.NAMED
    if scheme or address.startswith("//"):
        return Sort.OUTSIDE if is_whole(address) else Sort.UNFIT
    return Sort.UNFIT if not address or _UNFIT.search(unquote(address).replace(" ", "")) else Sort.PATH


def is_whole(address: str) -> bool:
    """Whether this is an address with http, https or mailto that any program can take apart."""
    if len(address) > _LONGEST or _UNFIT.search(address):
        return False
    scheme = address.partition(":")[0].lower()
    if scheme == "mailto":
        return _is_mail(address[len("mailto:") :])
    return scheme in {"http", "https"} and _is_web(address)


def _is_mail(rest: str) -> bool:
    boxes = unquote(rest.partition("?")[0]).split(",")
    return all((box := _MAILBOX.fullmatch(one.strip())) is not None and _is_host(box[1]) for one in boxes)


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
        port, host = parts.port, parts.hostname
    except ValueError:  # brackets that do not fit, a port that is no number
        return False
    # A name before the host sends people elsewhere than they read.
    return host is not None and port != 0 and "@" not in parts.netloc and _is_host_or_number(host, parts.netloc)


def _is_host_or_number(host: str, written: str) -> bool:
    if written.startswith("["):
        try:
            ipaddress.IPv6Address(host)
        except ValueError:
            return False
        return True
    return _is_host(host)


def _is_host(host: str) -> bool:
    """A name of labels, in any script, or a number."""
    labels = unquote(host).removesuffix(".").split(".")
    try:
        fits = len(host.encode("idna")) <= 253
    except UnicodeError:
        return False
    return fits and all(_LABEL.fullmatch(label) for label in labels)
