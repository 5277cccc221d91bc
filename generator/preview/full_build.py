"""A whole build in a process of its own, which may be ended at any moment; what came of it is left in a file."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator import engine
from generator.build import pipeline
from generator.i18n.language import Language, language, mark
from generator.problems import report
from generator.problems.problem import ContentError, HubError


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to."""

    pages: int
    problems: str = ""
    """As people read them; "" when the site is ready."""
    files: tuple[str, ...] = ()
    """Where the problems are, relative to the hub's root; empty when they are no fault of the content."""


@dataclass(slots=True)
class Builds:
    """Builds a site again and again, the latest wish only."""

    config_file: Path
    site: Path
    done: Callable[[Outcome], None]
    """Called by another thread when a build has ended by itself."""
    spoken: Language
    _running: subprocess.Popen[bytes] | None = None
    _waiting: threading.Timer | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def start(self, *, after: float = 0.0) -> None:
        """Ends the build that runs, and begins a new one after so many seconds, unless it is stopped before."""
        self.stop()
        waiting = threading.Timer(after, lambda: self._begin(waiting))
        waiting.daemon = True
        self._waiting = waiting
        waiting.start()

    def _begin(self, waiting: threading.Timer) -> None:
        with tempfile.TemporaryDirectory(prefix="hub-outcome-") as folder:
            result = Path(folder) / "outcome.json"
            with self._lock:
                if self._waiting is not waiting:
                    return
                command = [sys.executable, "-m", "generator.preview"]
                given = [str(self.config_file.absolute()), str(self.site), str(result)]
                # What hooks of MkDocs print is for people to see, so it is no place for the outcome.
                process = subprocess.Popen([*command, *given], stdin=subprocess.DEVNULL, start_new_session=True)
                self._running = process
            process.wait()
            if self._running is process:
                self.done(_read(result, process.returncode, self.spoken))

    def stop(self) -> None:
        with self._lock:
            if self._waiting is not None:
                self._waiting.cancel()
            process, self._running, self._waiting = self._running, None, None
        if process is not None and process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)  # a build may be killed at any moment
            process.wait()


def _read(result: Path, code: int, spoken: Language) -> Outcome:
    """What a build left; a sentence when it left nothing."""
    try:
        known = json.loads(result.read_text("utf-8"))
        return Outcome(known["pages"], known["problems"], tuple(known["files"]))
    except (OSError, ValueError, KeyError):
        text = spoken.gettext(mark("The build ended early ({code}). Save a file, and it is tried again."))
        return Outcome(0, text.format(code=code))


def outcome(config_file: Path, site: Path) -> Outcome:
    """Builds the site, drafts included; what stops it is told, not raised."""
    spoken = language("en")
    root = config_file.absolute().parent
    try:
        spoken = engine.load_config(config_file).settings.spoken
        return Outcome(pipeline.build(config_file, site, drafts=True).pages)
    except HubError as error:
        problems = error.problems if isinstance(error, ContentError) else ()
        text = report.explained(error, spoken, root)
        return Outcome(0, text, tuple(sorted({problem.span.file for problem in problems})))
    except OSError as error:
        text = spoken.gettext("The system refused: {why}").format(why=error.strerror or error)
        return Outcome(0, f"{text} {error.filename or ''}".rstrip())
