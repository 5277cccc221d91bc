"""What a command costs, with all the processes it starts; from /proc, so on Linux only."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

_EVERY = 0.2


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock, and the most memory that the command's processes held together, in MB.

    What several processes share is counted once (proportional set size).
    """

    seconds: float
    peak: float


def measured(command: Sequence[str], cwd: Path) -> Cost:
    """Runs the command. SystemExit with its last words when it fails."""
    ended, peaks = Event(), [0]
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        # A session of its own is how its processes are known from all others. Python keeps its compiled modules, as
        # it does unless it is told otherwise.
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        process = subprocess.Popen(command, cwd=cwd, stdout=said, stderr=said, start_new_session=True, env=environment)
        watch = Thread(target=_watch, args=(process.pid, ended, peaks))
        watch.start()
        code = process.wait()
        seconds = time.perf_counter() - start
        ended.set()
        watch.join()
        if code:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)} failed with {code}:\n{said.read().decode(errors='replace')[-2000:]}")
    return Cost(seconds, max(peaks) / 1e6)


def _watch(session: int, ended: Event, peaks: list[int]) -> None:
    while not ended.wait(_EVERY):
        peaks.append(_resident(session))


def _resident(session: int) -> int:
    """Bytes of memory that the processes of a session hold."""
    return sum(_of_process(entry.name, session) for entry in os.scandir("/proc") if entry.name.isdigit())


def _of_process(pid: str, session: int) -> int:
    with contextlib.suppress(OSError, StopIteration):
        # The name, in brackets, may hold anything; what follows it is told apart by spaces (proc_pid_stat(5)).
        fields = Path("/proc", pid, "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        if int(fields[3]) == session:
            lines = Path("/proc", pid, "smaps_rollup").read_text("ascii").splitlines()
            return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return 0
