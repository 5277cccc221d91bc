"""What the people who run the hub have decided in site_config.yml, in one frozen value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import quote, urlsplit

from generator.i18n.language import Language, language
from generator.model.fields import is_mailbox

Audience = Literal["public", "internal"]
"""Whom a site is for: everybody, or those who work with the schools."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The hub's own settings; "" means that the setting was left out."""

    site_name: str
    site_url: str = ""
    """Where the site will stand, with a final slash. Needed for canonical addresses and the sitemap."""
    hub_id: str = ""
    """The hub's name for ever, `example.org,2026`: a host, and a year in which it was the hub's."""
    language: str = "da"
    timezone: str = "Europe/Copenhagen"
    """The zone of every time of day, by its name in the IANA database."""
    content: str = "content"
    """The content folder, relative to the hub's root."""
    pages: str = "content/pages"
    """The folder of ordinary pages, relative to the hub's root."""
    report_errors_to: str = ""
    """A mail address, or the address of a form; `{source}` in it is replaced by the subject."""
    share_to: str = ""
    """Where readers share copies and tell how it went: as `report_errors_to`, which is used when this is left out."""
    mail_from: str = ""
    """The mailbox that weekly mails come from; the one for errors when it is left out and that is a mailbox."""
    accessibility_statement: str = ""
    """Address of the accessibility statement that the law demands."""
    privacy: str = ""
    """Address of the privacy notice: a page of the site, or a full URL."""
    about: str = ""
    """The page that says what the hub is: a page of the site, or a full URL."""
    platform: str = ""
    """The learning platform that the hub teaches."""
    organisation: str = ""
    """Who publishes the hub."""
    look_alikes: tuple[str, ...] = ()
    """Numbers that look like a person's (CPR) and were looked at: they are none."""
    sites: tuple[tuple[str, str], ...] = ()
    """Names and addresses, with a final slash, of other sites that guides take pictures of."""
    overview_schools: str = "left-out"
    """How overviews name schools: `left-out`, `numbered` or `named`."""
    audience: Audience = "public"
    """Chosen when the site is built, never in the file: what is published is public unless somebody asks."""
    nav: tuple[tuple[str, str], ...] | None = None
    """The ordinary pages of the menu by id, in order, each with its name there, "" for its title; None when none are
    chosen.
    """
    idle: tuple[tuple[str, int], ...] = ()
    """Settings of MkDocs that change nothing here, and the lines in which they stand."""
    numbered: tuple[int, ...] = ()
    """Lines of site_config.yml with what could be the number of a person."""
    nouns: tuple[tuple[str, str], ...] = ()
    """What the hub calls its places, learners and lessons: `words` in the file."""
    addresses: tuple[tuple[str, str], ...] = ()
    """Folders of the content, and what stands for them in addresses of the site: `schools`, `wards`."""
    former_addresses: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The same folders, and what stood for them in addresses before."""
    lesson_minutes: int = 0
    """Minutes of a lesson, where the hub counts courses in lessons; 0 where it says hours and minutes."""
    course_signs: str = "required"
    """Whether courses must have signs of learning, evaluation and self-evaluation: `required` or `optional`."""
    licence: str = "CC-BY-4.0"
    """The licence of all texts that name no other, by its id; "" where the hub gives none."""
    search_examples: tuple[str, ...] = ()
    """What the front page proposes to search for; () for words of the hub's vocabularies."""
    offline: bool = False
    """Whether readers may keep the hub on their devices."""
    executor: str = ""
    """Who does the heavy work: `module:function`, which returns a concurrent.futures.Executor; "" for this machine."""

    @property
    def spoken(self) -> Language:
        """The hub's language, with its own nouns."""
        return language(self.language, self.nouns)

    def for_audience(self, audience: Audience) -> Settings:
        """An internal site names schools, has no address that anybody else is told, and is kept on no device."""
        if audience == "public":
            return self
        return replace(
            self, audience=audience, overview_schools="named", hub_id=self.tag_authority, site_url="", offline=False
        )

    @property
    def tag_authority(self) -> str:
        """What names in feeds begin with (RFC 4151); until somebody gives `hub_id`, the host of the site."""
        return self.hub_id or f"{urlsplit(self.site_url).hostname or 'localhost'},2026"

    @property
    def sender(self) -> str:
        """The mailbox that drafts of mails name; "" when there is none."""
        target = self.mail_from or self.report_errors_to
        return target if is_mailbox(target) else ""

    @property
    def shares_to(self) -> str:
        return self.share_to or self.report_errors_to

    def share_url(self, subject: str, body: str) -> str:
        """Where a reader shares something, with subject and body filled in as far as the target can take them."""
        target = self.shares_to
        if "@" in target and ":" not in target:
            return f"mailto:{target}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
        return target.replace("{source}", quote(subject, safe="")).replace("{body}", quote(body, safe=""))

    def report_url(self, subject: str) -> str:
        """Where a reader reports an error, with the subject filled in; "" when nothing is configured."""
        target = self.report_errors_to
        if "@" in target and ":" not in target:
            return f"mailto:{target}?subject={quote(subject, safe='')}"
        return target.replace("{source}", quote(subject, safe=""))
