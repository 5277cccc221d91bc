"""The page that a form becomes, as it is now: kept in memory, beside the site that stands on the disk."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from generator.desk.desk import Desk
from generator.i18n.language import mark
from generator.model.catalog import Document
from generator.preview import write_page
from generator.preview.server import Shown
from generator.preview.single_page import HubSnapshot
from generator.store.vanishing_files import content_of

_SCRIPT = re.compile(rb"<script\b.*?</script>|<link rel=\"preload\"[^>]*>", re.DOTALL)
"""Scripts do not run beside a form, and what they would hurry is not used: browsers complain of each."""

_ASKED_FORM = re.compile(rb'<p data-hub-desk="([^"]+)">.*?</p>', re.DOTALL)
"""Where the page of a draft tells the way to its form: its kind and id."""

_KEY = re.compile(rb" <code data-hub-key>.*?</code>", re.DOTALL)
"""What the file calls a field: whoever writes in a form never sees it."""


def for_forms(page: bytes, way: bytes = b"") -> bytes:
    """A page as people see it who write in forms; `way` is the link to its form, in which `\\1` is kind and id."""
    return _KEY.sub(b"", _ASKED_FORM.sub(way, page))


@dataclass(slots=True)
class Live:
    """Pages by the path at which browsers ask for them. Threads share them."""

    desk: Desk
    shown: Shown
    snapshot: Callable[[], HubSnapshot | None]
    """The hub as it was last understood; None while that is being found out."""
    _last: HubSnapshot | None = None
    _pages: dict[str, bytes] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def address(self, document: Document) -> str:
        """Where the page of a document is."""
        kind = self.desk.kinds[document.kind]
        return f"{self.shown.base}{kind.section}/{document.id}/"

    @property
    def is_waiting(self) -> bool:
        """Whether the hub has not been understood yet, so that no page can be made."""
        return self._hub() is None

    def _hub(self) -> HubSnapshot | None:
        """A new file has the hub understood anew, which takes long: until then the hub as it was is near enough."""
        self._last = self.snapshot() or self._last
        return self._last

    def see(self, document: Document, *, is_saved: bool = False) -> bool:
        """Makes the page anew, as far as that can be; whether there is one to show. `is_saved`: the file says the same,
        and the hub beside the desk shows the page at once.
        """
        address, hub = self.address(document), self._hub()
        look = hub.look_at(document) if hub else None
        with self._lock:
            if look and look.pages:
                self._pages[address] = _beside(look.pages[0][1])
            elif hub and look is None:
                self._pages.pop(address, None)
            is_made = address in self._pages
        if look and look.pages and is_saved:
            for file, content in look.pages:
                write_page(self.shown.now / file, content)
            self.shown.tell()
        # What was built of a draft may be no more than a list of what it lacked then.
        return is_made or (document.value.get("status") == "published" and self.page(address) is not None)

    def said(self, *, has_page: bool) -> str:
        """Which page it is that is shown (message id)."""
        if self.is_waiting:
            return mark("The hub is being read. In a moment the page is shown here, and follows what you write.")
        if not has_page:
            return mark("The page is shown here when it has what it cannot do without.")
        return mark("It follows what you write. Mistakes are not shown in it.")

    def page(self, path: str) -> bytes | None:
        """The page at a path as browsers write it."""
        with self._lock:
            if path in self._pages:
                return self._pages[path]
        file = self.shown.file_of(path)
        content = content_of(file) if file else None
        return None if content is None else _beside(content)


def _beside(page: bytes) -> bytes:
    """A page as it stands beside its form."""
    return for_forms(_SCRIPT.sub(b"", page))
