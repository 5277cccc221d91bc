"""What a template may ask for while it renders one page: addresses, rich text, names and dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote, unquote

import segno
from markupsafe import Markup

from generator.i18n.language import Language
from generator.model.catalog import Catalog
from generator.model.feed import Subscription, subscription
from generator.model.markdown import to_html, to_inline
from generator.model.markdown_page import NAME, url_of
from generator.model.page import PageSpec, Word, asset_path
from generator.model.settings import Settings
from generator.model.shown_picture import sizes_of
from generator.model.text_pictures import TextPicture
from generator.model.vocabulary import Entry
from generator.render.glossary_marks import Explainer
from generator.render.heading_levels import flagged
from generator.render.picture import Picture


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reference leads."""

    url: str
    """Relative to the page that asks."""
    title: str
    kind: str
    anchor: str


@dataclass(frozen=True)
class Says:
    """The helpers of one page."""

    spec: PageSpec
    catalog: Catalog
    settings: Settings
    language: Language
    explainer: Explainer = field(default_factory=Explainer)

    @staticmethod
    def of(spec: PageSpec, catalog: Catalog, settings: Settings, language: Language) -> Says:
        return Says(spec, catalog, settings, language, Explainer(spec.words))

    def functions(self) -> Mapping[str, object]:
        return {
            "url": self.url, "rich": self.rich, "rich_inline": self.rich_inline, "date": self.date,
            "weekday": self.language.weekday,
            "minutes": self.language.minutes, "clock": clock, "time_of_day": self.language.time_of_day,
            "span": self.language.span, "name": self.catalog.name, "entry": self.entry,
            "ref": self.ref, "has": self.has, "asset": self.asset, "file_note": self.file_note, "picture": self.picture,
            "figure": self.figure, "report_url": self.report_url(),
            "qr": self.qr, "explained": self.explained, "subscription": self.subscription,
            "share": self.share if self.settings.shares_to else None,
        }  # fmt: skip

    def url(self, path: str) -> str:
        """The address of a place on the site, seen from this page."""
        if self.spec.url == "404.html":
            return path or "."
        return "../" * self.spec.url.count("/") + path or "./"

    def qr(self) -> Markup:
        """The full address of this page as a QR code to print; empty while the hub has no address."""
        if not self.settings.site_url:
            return Markup("")
        code = segno.make(f"{self.settings.site_url}{self.spec.url}", error="m", micro=False)
        return Markup(code.svg_inline(border=4, omitsize=True, svgclass="hub-qr-code", lineclass=None))  # made here

    def rich(self, text: str | None, *, own: bool = True) -> Markup:
        """A text as HTML. The pictures of texts that are not the page's `own` stay on the page that they are of."""
        show = self._text_picture if own else None
        return self.explainer.mark(flagged(to_html(text, self._resolve, show))) if text else Markup("")

    def rich_inline(self, text: str | None, *, explain: bool = True, own: bool = True) -> Markup:
        html = to_inline(text, self._resolve, self._text_picture if own else None) if text else Markup("")
        return self.explainer.mark(html) if explain else html

    def explained(self) -> tuple[Word, ...]:
        """The words of the glossary that were marked so far, in the order of the page."""
        return self.explainer.marked

    def date(self, day: date) -> str:
        return self.language.date(day)

    def has(self, vocabulary: str) -> bool:
        """Whether the hub has such words."""
        return bool(self.catalog.vocabularies.get(vocabulary))

    def entry(self, vocabulary: str, id_: str) -> Entry | None:
        return self.catalog.vocabularies.get(vocabulary, {}).get(id_)

    def ref(self, text: str, kind: str = "") -> Target | None:
        """The target of a reference that was checked; None when it is a draft that is not shown."""
        named, _, rest = text.rpartition(":") if not kind else (kind, ":", text)
        id_, _, anchor = rest.partition("#")
        item = self.catalog.items.get((named, id_))
        if item is None:
            return None
        return Target(self.url(item.url) + (f"#{anchor}" if anchor else ""), item.common.title, named, anchor)

    def asset(self, file: str) -> str:
        """The address of a file that stands beside the item's document."""
        return self._file(asset_path(self.spec.section, file))

    def file_note(self, file: str) -> str:
        """What sort a file beside the item's document is, and how much it takes to fetch: `ZIP, 2,4 MB`."""
        size = (self.catalog.folders[self.spec.kind] / file).stat().st_size
        return f"{file.rpartition('.')[2].upper()}, {self.language.size(size)}"

    def picture(self, file: str, kind: str = "", section: str = "") -> Picture:
        """A picture that stands beside the item's document, or, on other pages, beside those of a kind."""
        path = asset_path(section or self.spec.section, file)
        beside = self.catalog.folders[kind or self.spec.kind or self.spec.beside]
        return Picture(self._file(path), *sizes_of(beside / file, path, self._file))

    def _file(self, path: str) -> str:
        return self.url(quote(path))

    def figure(self, file: str, alt: str, caption: str | None = None) -> Markup:
        """A picture in the text of the page, with the line under it; it opens large."""
        label = self.language.gettext("Open the picture large: {shows}").format(shows=alt)
        return self.picture(file).figure(alt, label, caption or "")

    def _text_picture(self, picture: TextPicture) -> str:
        """Beside the document of the page's item; the check has seen it there."""
        return self.figure(picture.file, picture.alt, picture.caption)

    def subscription(self, path: str, title: str) -> Subscription | None:
        """How programs follow a calendar of the site; None while the hub has no address."""
        return subscription(self.settings.site_url, path, title)

    def report_url(self) -> str:
        """A mail or an issue that names the page's source file; "" when none is configured."""
        if not self.spec.source:
            return ""
        subject = self.language.gettext("Error on “{title}” ({source})")
        return self.settings.report_url(subject.format(title=self.spec.title, source=self.spec.source))

    def share(self, subject: str, body: str) -> str:
        """A mail or an issue with a subject and questions to answer; `{title}` in them is the page's."""
        return self.settings.share_url(subject.format(title=self.spec.title), body)

    def _resolve(self, target: str) -> str | None:
        kind, colon, rest = target.partition(":")
        if kind == NAME and colon:
            id_, _, anchor = unquote(rest).partition("#")
            return self.url(quote(url_of(id_))) + (f"#{quote(anchor)}" if anchor else "")
        if not colon or not any(kind == item_kind for item_kind in self.catalog.folders):
            return None
        found = self.ref(unquote(target))
        return found.url if found else ""


def clock(seconds: float) -> str:
    """`1:05`, `1:02:03`."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
