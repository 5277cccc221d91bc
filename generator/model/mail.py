"""A mail as neutral values: what it says, before it is HTML, plain text or a draft for a mail program."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from generator.model.context import Context
from generator.model.markdown_page import NAME, url_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a mail."""

    title: str
    line: str
    """What there is to know; "" when the title says it all."""
    url: str = ""
    """A whole address; "" when there is none."""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under a heading."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """What a mail says to those who get it."""

    name: str
    """Its name in the hub, which parts its pieces; letters, digits and hyphens."""
    language: str
    subject: str
    """One line."""
    sender: str
    """A mailbox, or "" when whoever sends it has one."""
    greeting: str = ""
    """Safe HTML with whole addresses."""
    parts: tuple[Part, ...] = ()
    nothing: str = ""
    """What is said when there are no lines."""
    closing: tuple[str, ...] = ()
    """Lines at the end, each a paragraph."""
    page: str = ""
    """The whole address of the page that says the same, or ""."""
    page_title: str = ""
    """What the link to it says."""


def address_in_mail(context: Context, target: str) -> str | None:
    """A link of rich text as it works in a mail; "" when it leads nowhere there, None for what is no reference."""
    kind, colon, rest = target.partition(":")
    id_, _, anchor = unquote(rest).partition("#")
    if not colon or (kind != NAME and kind not in context.kinds):
        return None
    item = context.catalog.items.get((kind, id_)) if kind != NAME else None
    found = url_of(id_) if kind == NAME else item.url if item else None
    if found is None or not context.settings.site_url:
        return ""
    return context.settings.site_url + found + (f"#{anchor}" if anchor else "")
