"""The live preview: a site that follows its content.

A changed document is looked at by itself first, and its page is shown at once (`single_page`); then the whole site is
built in a process of its own, search included (`full_build`), and takes the place of what is shown (`server`).
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import watchfiles

from generator import engine
from generator.i18n.language import Language, mark
from generator.preview.full_build import Builds, Outcome
from generator.preview.server import Server, Shown
from generator.preview.single_page import HubSnapshot, take_snapshot
from generator.problems import report
from generator.problems.problem import HubError
from generator.runtime.template_folders import template_folders

SITE, NOW = ".hub/preview", ".hub/preview-now"
"""The site that is shown, and pages that are newer, seen from the hub's root."""
_PAUSE = 50
"""Milliseconds of rest after which a change is taken to be whole: editors write a file in several steps."""

_LOADED = 0.4
"""Seconds in which a browser loads a page that has changed; the build of the whole site would take half the machine."""


@dataclass(slots=True)
class Preview:
    """One hub that is shown while people work on it: see `preview_of`."""

    config_file: Path
    root: Path
    watched: tuple[Path, ...]
    """Files and folders that the site is made from."""
    address: str
    say: Callable[[str], None]
    """Gets what people are to read, as it happens."""
    spoken: Language
    shown: Shown
    builds: Builds = field(init=False)
    snapshot: HubSnapshot | None = None
    unseen: int = 0
    """How many changes there were that the snapshot did not see."""
    has_new_looks: bool = False
    """Whether templates, styles or scripts have changed since the last whole build."""
    broken: frozenset[str] = frozenset()
    """Documents that stop the preview."""
    is_begun: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)

    def follow(self, stop: threading.Event) -> None:
        """Builds the site, then shows every change, until it is told to stop or interrupted (Ctrl-C).

        An interrupt ends here, so that the process can end as one that is done: Python's own way out waits for threads
        that are in the middle of a look.
        """
        changes = watchfiles.watch(
            *(place for place in self.watched if place.exists()), step=_PAUSE, stop_event=stop, rust_timeout=1000,
            raise_interrupt=False, ignore_permission_denied=True, yield_on_timeout=True,
        )  # fmt: skip
        shutil.rmtree(self.shown.now, ignore_errors=True)
        self.builds.start()
        try:
            with suppress(KeyboardInterrupt):
                for some in changes:
                    if some:
                        self._changed({Path(path) for _, path in some})
        finally:
            self.builds.stop()

    def _changed(self, paths: Collection[Path]) -> None:
        """Looks at what can be seen by itself, and has all the rest built."""
        self.builds.stop()
        with self.lock:
            snapshot = self.snapshot
            looked = [snapshot is not None and self._looked(snapshot, path) for path in paths]
            seen = all(looked)
            if not seen:
                self.snapshot, self.unseen = None, self.unseen + 1
            folders = template_folders(self.root)
            self.has_new_looks |= any(path.is_relative_to(folder) for path in paths for folder in folders)
        self.builds.start(after=_LOADED if seen else 0.0)

    def _looked(self, snapshot: HubSnapshot, path: Path) -> bool:
        look = snapshot.look(path)
        if look is None:
            return False
        place = path.relative_to(self.root).as_posix()
        if look.problems:
            self.broken |= {place}
            self.shown.tell(
                report.as_text(look.problems, read=report.reader(self.root), language=self.spoken, colour=False)
            )
            return True
        for file, content in look.pages:
            write_page(self.shown.now / file, content)
        was_broken, self.broken = place in self.broken, self.broken - {place}
        self.shown.tell("" if was_broken and not self.broken else None)
        return True

    def built(self, outcome: Outcome) -> None:
        """A whole build has ended. Called by a thread of its own."""
        with self.lock:
            self.broken = frozenset(outcome.files)
            if not outcome.problems:
                shutil.rmtree(self.shown.now, ignore_errors=True)  # the site holds them now
            changes, is_blind = self.unseen, self.snapshot is None
            self.shown.tell(outcome.problems, all_pages=self.has_new_looks and not outcome.problems)
            self.has_new_looks = self.has_new_looks and bool(outcome.problems)
            self._tell(outcome)
        if is_blind and not outcome.problems:
            with suppress(HubError, OSError):  # the configuration was changed meanwhile: another build is on its way
                snapshot = take_snapshot(self.config_file)
                with self.lock:
                    self.snapshot = snapshot if changes == self.unseen else None

    def _tell(self, outcome: Outcome) -> None:
        text = self.spoken.gettext(mark("{count} pages are shown.")).format(count=outcome.pages)
        self.say(outcome.problems or text)
        if not self.is_begun:
            welcome = self.spoken.gettext(mark("The preview is at {address}. Ctrl-C ends it."))
            self.say(welcome.format(address=f"http://{self.address}/"))
            self.is_begun = True


def write_page(file: Path, content: bytes) -> None:
    """At once: a browser may ask for it meanwhile."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(".new")
    beside.write_bytes(content)
    beside.replace(file)


def preview_of(config_file: Path, address: str, say: Callable[[str], None]) -> Preview:
    """HubError when the configuration cannot be read."""
    config = engine.load_config(config_file)
    content = config.root / config.settings.content
    watched = {content, config.docs_dir, *template_folders(config.root), config_file.absolute()}
    shown = Shown(config.root / SITE, config.root / NOW, urlsplit(config.settings.site_url).path or "/")
    spoken = config.settings.spoken
    preview = Preview(config_file.absolute(), config.root, tuple(watched), address, say, spoken, shown)
    preview.builds = Builds(config_file, shown.site, preview.built, spoken)
    return preview


def serve(config_file: Path, address: str, say: Callable[[str], None]) -> None:
    """Shows the hub and follows changes until it is interrupted. HubError when it cannot start."""
    engine.refuse_others(address)
    preview = preview_of(config_file, address, say)
    host, _, port = address.rpartition(":")
    try:
        server = Server((host.strip("[]"), int(port)), preview.shown)
    except (OSError, OverflowError) as error:
        raise HubError("The preview cannot start: {why}", "Mend it and try again.", why=error) from error
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        preview.follow(threading.Event())
