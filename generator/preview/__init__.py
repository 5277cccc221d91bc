"""The live preview: a site that follows its content.

A changed document is looked at by itself first, and its page is shown at once (`quick`); then the whole site is built
in a process of its own, search included (`whole`), and takes the place of what is shown (`server`).
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import watchfiles

from generator import engine
from generator.i18n.language import language, mark
from generator.preview.full_build import Builds, Outcome
from generator.preview.server import Server, Shown
from generator.preview.single_page import QuickLook
from generator.problems import report
from generator.problems.problem import HubError
from generator.runtime.paths import template_folders

SITE, NOW = ".hub/preview", ".hub/preview-now"
"""The site that is shown, and pages that are newer, seen from the hub's root."""
_PAUSE = 50
"""Milliseconds of rest after which a change is taken to be whole: editors write a file in several steps."""

_LOADED = 0.4
"""Seconds in which a browser loads a page that has changed; the build of the whole site would take half the machine."""


class Preview:
    """One hub that is shown while people work on it."""

    def __init__(self, config_file: Path, address: str, say: Callable[[str], None]) -> None:
        """HubError when the configuration cannot be read. `say` gets what people are to read, as it happens."""
        config = engine.load_config(config_file)
        self._config_file, self._root, self._docs = config_file.absolute(), config.root, config.docs_dir
        self._content = config.root / config.settings.content
        self._address, self._say = address, say
        self._spoken = language(config.settings.language)
        self.shown = Shown(config.root / SITE, config.root / NOW, urlsplit(config.settings.site_url).path or "/")
        self._builds = Builds(config_file, self.shown.site, self._built)
        self._quick: QuickLook | None = None
        self._changes = 0
        """How many there were that the quick look did not see."""
        self._new_looks = False
        """Whether templates, styles or scripts have changed since the last whole build."""
        self._broken: frozenset[str] = frozenset()
        """Documents that stop the preview."""
        self._is_begun = False
        self._lock = threading.Lock()

    def follow(self, stop: threading.Event) -> None:
        """Builds the site, then shows every change, until it is told to stop."""
        watched = {self._content, self._docs, *template_folders(self._root), self._config_file}
        changes = watchfiles.watch(
            *(place for place in watched if place.exists()), step=_PAUSE, stop_event=stop, rust_timeout=1000,
            raise_interrupt=False, ignore_permission_denied=True, yield_on_timeout=True,
        )  # fmt: skip
        shutil.rmtree(self.shown.now, ignore_errors=True)
        self._builds.start()
        try:
            for some in changes:
                if some:
                    self._changed({Path(path) for _, path in some})
        finally:
            self._builds.stop()

    def _changed(self, paths: Collection[Path]) -> None:
        """Looks at what can be seen by itself, and has all the rest built."""
        self._builds.stop()
        with self._lock:
            quick = self._quick
            looked = [quick is not None and self._looked(quick, path) for path in paths]
            seen = all(looked)
            if not seen:
                self._quick, self._changes = None, self._changes + 1
            folders = template_folders(self._root)
            self._new_looks |= any(path.is_relative_to(folder) for path in paths for folder in folders)
        self._builds.start(after=_LOADED if seen else 0.0)

    def _looked(self, quick: QuickLook, path: Path) -> bool:
        look = quick.look(path)
        if look is None:
            return False
        place = path.relative_to(self._root).as_posix()
        if look.problems:
            self._broken |= {place}
            self.shown.tell(
                report.as_text(look.problems, read=report.reader(self._root), language=self._spoken, colour=False)
            )
            return True
        for file, content in look.pages:
            _write(self.shown.now / file, content)
        was_broken, self._broken = place in self._broken, self._broken - {place}
        self.shown.tell("" if was_broken and not self._broken else None)
        return True

    def _built(self, outcome: Outcome) -> None:
        """A whole build has ended. Called by a thread of its own."""
        with self._lock:
            self._broken = frozenset(outcome.files)
            if not outcome.problems:
                shutil.rmtree(self.shown.now, ignore_errors=True)  # the site holds them now
            changes, is_blind = self._changes, self._quick is None
            self.shown.tell(outcome.problems, all_pages=self._new_looks and not outcome.problems)
            self._new_looks = self._new_looks and bool(outcome.problems)
            self._tell(outcome)
        if is_blind and not outcome.problems:
            with suppress(HubError):  # the configuration was changed meanwhile: another build is on its way
                quick = QuickLook(self._config_file)
                with self._lock:
                    self._quick = quick if changes == self._changes else None

    def _tell(self, outcome: Outcome) -> None:
        text = self._spoken.gettext(mark("{count} pages are shown.")).format(count=outcome.pages)
        self._say(outcome.problems or text)
        if not self._is_begun:
            welcome = self._spoken.gettext(mark("The preview is at {address}. Ctrl-C ends it."))
            self._say(welcome.format(address=f"http://{self._address}/"))
            self._is_begun = True


def _write(file: Path, content: bytes) -> None:
    """At once: a browser may ask for it meanwhile."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(".new")
    beside.write_bytes(content)
    beside.replace(file)


def serve(config_file: Path, address: str, say: Callable[[str], None]) -> None:
    """Shows the hub and follows changes until it is interrupted. HubError when it cannot start."""
    engine.refuse_others(address)
    preview = Preview(config_file, address, say)
    host, _, port = address.rpartition(":")
    try:
        server = Server((host.strip("[]"), int(port)), preview.shown)
    except (OSError, OverflowError) as error:
        raise HubError("The preview cannot start: {why}", "Mend it and try again.", why=error) from error
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        preview.follow(threading.Event())
