"""The page that a form becomes, as it is now: kept in memory, beside the site that stands on the disk."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from generator.desk.desk import Desk
from generator.i18n.language import mark
from generator.model.catalog import Document
from generator.preview.server import Shown
from generator.preview.single_page import HubSnapshot

_SCRIPT = re.compile(rb"<script\b.*?</script>|<link rel=\"preload\"[^>]*>", re.DOTALL)
"""Scripts do not run beside a form, and what they would hurry is not used: browsers complain of each."""


@dataclass(slots=True)
class Live:
    """Pages by the path at which browsers ask for them. Threads share them."""

    desk: Desk
    shown: Shown
    snapshot: Callable[[], HubSnapshot | None]
    """The hub as it was last understood; None while that is being found out."""
    _pages: dict[str, bytes] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def address(self, document: Document) -> str:
        """Where the page of a document is."""
        kind = self.desk.kinds[document.kind]
        return f"{self.shown.base}{kind.section}/{document.id}/"

    def see(self, document: Document) -> bool:
        """Makes the page anew, as far as that can be; whether there is one to show."""
        snapshot = self.snapshot()
        look = snapshot.look_at(document) if snapshot else None
        if look and look.pages:
            with self._lock:
                self._pages[self.address(document)] = _SCRIPT.sub(b"", look.pages[0][1])
        return self.page(self.address(document)) is not None

    def said(self, document: Document) -> str:
        """Which page it is that is shown (message id)."""
        if self.page(self.address(document)) is None:
            return mark("The page is shown here when it has what it cannot do without.")
        return mark("It follows what you write. Mistakes are not shown in it.")

    def page(self, path: str) -> bytes | None:
        """The page at a path as browsers write it."""
        with self._lock:
            if path in self._pages:
                return self._pages[path]
        file = self.shown.file_of(path)
        return _SCRIPT.sub(b"", file.read_bytes()) if file else None
