"""The mail that one audience gets, as neutral values, and the files that it is taken along as."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.formats import mail as formats
from generator.i18n.language import mark
from generator.kinds.digest.line_identity import ORDER, for_audience
from generator.kinds.digest.model import MailLine, SectionKind
from generator.kinds.digest.summary import DigestItem
from generator.model.context import Context
from generator.model.mail import Entry, Mail, Part, address_in_mail
from generator.model.markdown import to_html
from generator.model.page import Export

TITLES: dict[SectionKind, str] = {
    "new": mark("New this week"),
    "changed": mark("Changed since last"),
    "coming": mark("What is coming"),
    "due": mark("To be done"),
    "known": mark("Known problems"),
    "schools": mark("From [the places]"),
}


def audience_url(item: DigestItem, role: str) -> str:
    """The page of what one audience gets."""
    return f"{item.url}{role}/"


def lines_for(item: DigestItem, role: str) -> Iterator[tuple[SectionKind, tuple[MailLine, ...]]]:
    """The sections that hold anything for an audience, in the order of a mail."""
    for kind in ORDER:
        lines = [line for section in item.model.sections if section.kind == kind for line in section.items]
        if own := for_audience(lines, role):
            yield kind, own


def address_of(line: MailLine, context: Context) -> str:
    """Relative to the site's root; "" for what is published no more."""
    kind, _, id_ = (line.ref or "").partition(":")
    item = context.catalog.items.get((kind, id_)) if line.ref else None
    return item.url if item else ""


def mail_for(item: DigestItem, role: str, context: Context) -> Mail:
    """The mail that a role gets. Without `site_url` nothing in it is a link, since nothing would lead anywhere."""
    digest, site = item.model, context.settings.site_url
    parts = tuple(
        Part(context._(TITLES[kind]), tuple(_entry(line, context) for line in lines))
        for kind, lines in lines_for(item, role)
    )
    return Mail(
        name=f"{item.id}-{role}", language=context.language.code, subject=digest.title,
        sender=context.settings.sender, parts=parts,
        greeting=str(to_html(digest.greeting, partial(address_in_mail, context))) if digest.greeting else "",
        nothing=context._(mark("There is nothing new for you this week.")),
        closing=(context.settings.organisation,) if context.settings.organisation else (),
        page=f"{site}{audience_url(item, role)}" if site else "",
        page_title=context._(mark("Read the mail in {site}")).format(site=context.settings.site_name),
    )  # fmt: skip


def _entry(line: MailLine, context: Context) -> Entry:
    site, address = context.settings.site_url, address_of(line, context)
    return Entry(line.title, line.line or "", f"{site}{address}" if site and address else "")


def files(item: DigestItem, context: Context) -> Iterator[Export]:
    """For each audience the mail as HTML, as plain text, as a draft for mail programs, and as a short post."""
    for role in item.model.audiences:
        mail, folder = mail_for(item, role, context), audience_url(item, role)
        yield Export(f"{folder}mail.html", formats.html(mail).encode())
        yield Export(f"{folder}mail.txt", formats.text(mail).encode())
        yield Export(f"{folder}mail.eml", formats.eml(mail))
        yield Export(f"{folder}post.txt", formats.post(mail).encode())
