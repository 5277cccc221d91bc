"""A whole build in a process of its own, which may be ended at any moment; what came of it is printed as JSON."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator import engine
from generator.build import pipeline
from generator.i18n.language import language
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


class Builds:
    """Builds a site again and again, the latest wish only."""

    def __init__(self, config_file: Path, site: Path, done: Callable[[Outcome], None]) -> None:
        """`done` is called by another thread when a build has ended by itself."""
        self._command = [sys.executable, "-m", __package__, str(config_file.absolute()), str(site)]
        self._done = done
        self._running: subprocess.Popen[bytes] | None = None
        self._waiting: threading.Timer | None = None
        self._lock = threading.Lock()

    def start(self, *, after: float = 0.0) -> None:
        """Ends the build that runs, and begins a new one after so many seconds, unless it is stopped before."""
        self.stop()
        waiting = threading.Timer(after, lambda: self._begin(waiting))
        waiting.daemon = True
        self._waiting = waiting
        waiting.start()

    def _begin(self, waiting: threading.Timer) -> None:
        with self._lock:
            if self._waiting is not waiting:
                return
            process = subprocess.Popen(self._command, stdout=subprocess.PIPE, start_new_session=True)
            self._running = process
        self._follow(process)

    def stop(self) -> None:
        with self._lock:
            if self._waiting is not None:
                self._waiting.cancel()
            process, self._running, self._waiting = self._running, None, None
        if process is not None and process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)  # a build may be killed at any moment
            process.wait()

    def _follow(self, process: subprocess.Popen[bytes]) -> None:
        said, _ = process.communicate()
        if self._running is process:
            known = (
                json.loads(said) if process.returncode == 0 else {"pages": 0, "problems": f"hub: {process.returncode}"}
            )
            self._done(Outcome(**known))


def outcome(config_file: Path, site: Path) -> Outcome:
    """Builds the site; what stops it is told, not raised."""
    spoken = language("en")
    try:
        spoken = language(engine.load_config(config_file).settings.language)
        return Outcome(pipeline.build(config_file, site).pages)
    except HubError as error:
        problems = error.problems if isinstance(error, ContentError) else ()
        text = report.explained(error, spoken, config_file.absolute().parent)
        return Outcome(0, text, tuple(sorted({problem.span.file for problem in problems})))
