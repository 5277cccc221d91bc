"""What the pages of a weekly mail show: all of it, and for each audience what they get, ready to be copied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.formats.mail import post
from generator.i18n.language import mark
from generator.kinds.digest.line_identity import ORDER
from generator.kinds.digest.mails import TITLES, address_of, audience_url, lines_for, mail_for
from generator.kinds.digest.model import Digest, MailLine, SectionKind
from generator.kinds.digest.summary import DigestItem
from generator.model.context import Context
from generator.model.page import Crumb, PageSpec
from generator.model.view import View


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line on a page."""

    line: MailLine
    url: str
    """Where it leads, relative to the site's root; "" when that is published no more."""


@dataclass(frozen=True, slots=True)
class ShownSection:
    """Lines under their heading."""

    id: str
    title: str
    lines: tuple[ShownLine, ...]


@dataclass(frozen=True, slots=True)
class DigestView(View):
    """The page of a weekly mail: all that is in it, for whomever it is."""

    template: ClassVar[str] = "digest/page.html"
    item: Digest
    number: int
    """Of its week."""
    sections: tuple[ShownSection, ...]
    audiences: tuple[Crumb, ...]
    """Each role with the page of what it gets."""


@dataclass(frozen=True, slots=True)
class AudienceView(View):
    """What one audience gets, and what it is taken along as."""

    template: ClassVar[str] = "digest/audience.html"
    item: Digest
    role: str
    """In words."""
    sections: tuple[ShownSection, ...]
    folder: str
    """Where its files stand, relative to the site's root."""
    post: str
    has_links: bool
    """Whether the hub has an address, so that what is copied can lead to it."""


def view(item: DigestItem, context: Context) -> DigestView:
    digest = item.model
    lines = ((kind, tuple(line for one in digest.sections if one.kind == kind for line in one.items)) for kind in ORDER)
    return DigestView(
        digest,
        int(digest.week[6:]),
        tuple(_section(kind, own, context) for kind, own in lines if own),
        tuple(Crumb(context.catalog.name("roles", role), audience_url(item, role)) for role in digest.audiences),
    )


def _section(kind: SectionKind, lines: tuple[MailLine, ...], context: Context) -> ShownSection:
    return ShownSection(
        kind, context._(TITLES[kind]), tuple(ShownLine(line, address_of(line, context)) for line in lines)
    )


def subpage_urls(item: DigestItem, _: Context) -> tuple[str, ...]:
    """Known without opening the mail: whom it is for is what it can be browsed by."""
    return tuple(audience_url(item, role) for role in item.common.terms["roles"])


def subpages(item: DigestItem, context: Context) -> Iterator[PageSpec]:
    """A page for each audience."""
    for role in item.model.audiences:
        name = context.catalog.name("roles", role)
        shown = tuple(_section(kind, lines, context) for kind, lines in lines_for(item, role))
        mail = mail_for(item, role, context)
        yield PageSpec(
            url=audience_url(item, role), title=context._(mark("{title} – {role}")).format(
                title=item.common.title, role=name.lower()
            ),
            description=item.common.summary, section="mail", crumbs=context.crumbs(item), searchable=False,
            view=AudienceView(
                item.model, name, shown, audience_url(item, role), post(mail), bool(context.settings.site_url)
            ),
        )  # fmt: skip


def anchors(digest: Digest) -> dict[str, str]:
    return {section.kind: "" for section in digest.sections if section.items}


def owner(item: DigestItem, context: Context) -> str:
    """The organisation: it is its mail."""
    return context.settings.organisation


def structured_data(item: DigestItem, context: Context) -> dict[str, object]:
    digest = item.model
    return {
        "@type": "Article",
        "headline": digest.title,
        "description": digest.summary,
        "inLanguage": context.language.code,
        "datePublished": (digest.sent or digest.published).isoformat(),
        "dateModified": digest.updated.isoformat(),
    }
