"""A build that gets a signal right before a certain one of the steps in which it changes files."""

from __future__ import annotations

import os
import signal
import sys
from multiprocessing import get_context
from pathlib import Path

from generator.cli import main
from tests.rebuilt import command

CHANGES = {"os.rename", "os.link", "os.mkdir", "os.rmdir", "os.remove", "os.chmod", "shutil.rmtree", "sqlite3.connect"}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
SWAP = "renameat2"
"""The function of the system that puts one folder in the place of another."""


def stopped(root: Path, step: int, by: signal.Signals) -> tuple[int, str, list[str]]:
    """What such a build returned, what it said of errors, and all steps it took. Step 0 is never reached."""
    said, steps = root / "said.log", root / "steps.log"
    build = get_context("fork").Process(target=_build, args=(root, said, steps, step, by))
    build.start()
    build.join()
    assert build.exitcode is not None
    return build.exitcode, said.read_text("utf-8"), steps.read_text("utf-8").split()


def _build(root: Path, said: Path, steps: Path, step: int, by: signal.Signals) -> None:
    os.setsid()  # processes of its own, so that all of them hear the signal
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for stream in (1, 2):
        os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream)
    sys.stdout = sys.stderr = os.fdopen(2, "w", encoding="utf-8")
    _listen(f"{root}{os.sep}", steps, step, by)
    main(command(root))


def _listen(folder: str, log: Path, step: int, by: signal.Signals) -> None:
    first, out, seen = os.getpid(), os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 0

    def hear(event: str, given: tuple[object, ...]) -> None:
        nonlocal seen
        if os.getpid() == first and _is_step(event, given, folder):
            os.write(out, f"{SWAP if event.startswith('ctypes') else event}\n".encode())
            seen += 1
            if seen == step:
                os.killpg(0, by)

    sys.addaudithook(hear)


def _is_step(event: str, given: tuple[object, ...], folder: str) -> bool:
    """Whether an event of Python's auditing changes a file of the folder, or swaps two folders."""
    if event.startswith("ctypes.dlsym"):
        return given[1] == SWAP
    is_change = event in CHANGES or (event == "open" and isinstance(given[2], int) and bool(given[2] & WRITES))
    return is_change and any(isinstance(one, str | Path) and str(one).startswith(folder) for one in given)
