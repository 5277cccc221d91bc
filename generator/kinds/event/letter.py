"""The words of what is written about one occasion: invitation, reminder, thanks, and that it is cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal
from urllib.parse import quote

from markupsafe import Markup

from generator.formats.html_to_text import plain_text
from generator.i18n.language import mark
from generator.kinds.event.linked_programme import programmes
from generator.kinds.event.model import Event, Occasion, Signup
from generator.kinds.event.summary import EventItem, anchor, ends, told
from generator.kinds.event.views import was
from generator.model.context import Context
from generator.model.mail import address_in_mail
from generator.model.markdown import to_html

_LONGEST = 1_900
"""Signs of an address that every mail program on Windows takes."""


@dataclass(frozen=True, slots=True)
class Link:
    """Something to read, in a list."""

    title: str
    url: str
    """Relative to the site's root."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a letter: lines, what the event says of itself, or links."""

    lines: tuple[str, ...] = ()
    html: Markup | None = None
    links: tuple[Link, ...] = ()


LetterSort = Literal["invitation", "reminder", "thanks", "cancelled"]
NAMES: dict[LetterSort, str] = {
    "invitation": mark("Invitation"), "reminder": mark("Reminder"), "thanks": mark("Thanks"),
    "cancelled": mark("Cancellation"),
}  # fmt: skip
_SUBJECTS: dict[LetterSort, str] = {
    "invitation": mark("{title}, {when}"), "reminder": mark("Remember: {title}, {when}"),
    "thanks": mark("Thank you for coming: {title}"), "cancelled": mark("Cancelled: {title}, {when}"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Letter:
    """A text to those who come."""

    id: str
    """Of it on the page."""
    name: str
    subject: str
    blocks: tuple[Block, ...]
    mailto: str
    """Opens it in a mail program, as plain text."""


@dataclass(frozen=True, slots=True)
class About:
    """All that the texts about one occasion are made of."""

    item: EventItem
    occasion: Occasion
    later: Occasion | None
    """The next one after it."""
    context: Context

    @property
    def event(self) -> Event:
        return self.item.model

    def say(self, msgid: str, **values: str) -> str:
        return self.context._(msgid).format(title=self.event.title, when=self.when(self.occasion), **values)

    def when(self, occasion: Occasion) -> str:
        """`torsdag den 3. december 2026 kl. 14.30–15.15`."""
        language, end = self.context.language, ends(occasion, self.context.settings.timezone)
        weekday = language.weekday(occasion.start.date())
        return self.context._(mark("{weekday} {day}")).format(weekday=weekday, day=language.span(occasion.start, end))

    def letter(self, sort: LetterSort) -> Letter:
        makes = {
            "invitation": self._invitation, "reminder": self._reminder, "thanks": self._thanks,
            "cancelled": self._cancelled,
        }  # fmt: skip
        greeting, regards = (Block((self.say(text),)) for text in (mark("Dear colleagues"), mark("Kind regards")))
        blocks, subject = (greeting, *makes[sort](), regards), self.say(_SUBJECTS[sort])
        made = _mailto(subject, blocks, self.context.settings.site_url)
        return Letter(f"{anchor(self.occasion.id)}-{sort}", self.say(NAMES[sort]), subject, blocks, made)

    def _invitation(self) -> Iterator[Block]:
        yield Block((f"{self.say(mark('You are invited to “{title}”.'))} {self.event.summary}",))
        yield from self._facts()
        if signup := self.event.signup:
            yield Block(tuple(self._signing_up(signup)))
        else:
            yield Block((self.say(mark("You need not sign up: just come.")),))
        yield from self._links()

    def _reminder(self) -> Iterator[Block]:
        yield Block((self.say(mark("We look forward to seeing you at “{title}”.")),))
        yield from self._facts()
        if self.event.signup and self.event.signup.mailbox:
            yield Block((self.say(mark("Can you not come after all? Write to {mailbox}."),
                                  mailbox=self.event.signup.mailbox),))  # fmt: skip
        yield from self._links()

    def _thanks(self) -> Iterator[Block]:
        yield Block((self.say(mark("Thank you for coming to “{title}” {when}.")),))
        links = (*self._programmes(), *map(self._taught, self.event.teaches))
        if known := tuple(link for link in links if link):
            yield Block((self.say(mark("What we used is here:")),), links=known)
        yield Block((self.say(mark("Write what helped you, and what we should do otherwise next time.")),))
        yield from self._next(mark("Next time is {later}. Do bring a colleague."))

    def _cancelled(self) -> Iterator[Block]:
        why = [change.why for change in self.occasion.changes if change.what == "cancelled"]
        yield Block((" ".join([self.say(mark("“{title}” {when} is cancelled.")), *why[-1:]]),))
        yield from self._next(mark("Next time is {later}."))
        yield Block((self.say(mark("Calendars that follow ours mark it by themselves. Whoever put it in from a file deletes it there.")),))  # fmt: skip  # noqa: E501

    def _next(self, msgid: str) -> Iterator[Block]:
        if self.later:
            yield Block((self.say(msgid, later=self.when(self.later)),))

    def _facts(self) -> Iterator[Block]:
        """When and where, what is other than it was said, and what happens there."""
        place = self.occasion.place or self.event.place
        lines = [self.say(mark("Time: {when}"))]
        if place:
            lines.append(self.say(mark("Place: {where}"), where=". ".join(filter(None, (told(place), place.how)))))
        yield Block(tuple(lines))
        if self.occasion.changes:
            last = self.occasion.changes[-1]
            before = was(last, self.context)
            said = [self.say(mark("Please note: {why}"), why=last.why)]
            yield Block((" ".join([*said, *([self.say(mark("Before: {what}."), what=before)] if before else [])]),))
        if self.occasion.note:
            yield Block((self.occasion.note,))
        if self.event.description:
            yield Block(html=to_html(self.event.description, partial(address_in_mail, self.context)))

    def _signing_up(self, signup: Signup) -> Iterator[str]:
        yield self.say(mark("Sign up: {where}"), where=str(signup.url or signup.mailbox))
        if signup.by and signup.by <= self.occasion.start.date():
            yield self.say(mark("Sign up by {day}."), day=self.context.language.date(signup.by))

    def _links(self) -> Iterator[Block]:
        own = Link(self.say(mark("The meeting in your calendar")), f"{self.item.url}#calendar")
        yield Block((self.say(mark("Read more:")),), links=(*self._programmes(), own))

    def _programmes(self) -> Iterator[Link]:
        day = self.occasion.start.date()
        for one in programmes(self.item, self.context):
            if one.day in (None, day):
                yield Link(self.say(mark("The programme: {what}"), what=one.title), one.url)

    def _taught(self, ref: str) -> Link | None:
        """None for a draft, which is not shown."""
        kind, _, rest = ref.partition(":")
        item = self.context.catalog.items.get((kind, rest.partition("#")[0]))
        return Link(item.common.title, item.url) if item else None


def _mailto(subject: str, blocks: tuple[Block, ...], site: str) -> str:
    """Without what the event says of itself, where an address would be too long for the system that opens it."""
    made = _address(subject, blocks, site)
    return made if len(made) <= _LONGEST else _address(subject, tuple(one for one in blocks if not one.html), site)


def _address(subject: str, blocks: tuple[Block, ...], site: str) -> str:
    body = "\n\n".join(_plain(block, site) for block in blocks)
    return f"mailto:?subject={quote(subject, safe='')}&body={quote(body.replace(chr(10), chr(13) + chr(10)), safe='')}"


def _plain(block: Block, site: str) -> str:
    """Lines; a link with its address, where the hub has one."""
    links = [f"* {link.title}: {site}{link.url}" if site else f"* {link.title}" for link in block.links]
    return "\n".join([*block.lines, *([plain_text(block.html)] if block.html else []), *links])
