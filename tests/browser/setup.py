"""Sees to it that there is a browser for the tests: an installed one, Playwright's own, or the system's package.

Continuous integration also installs, where it can, the one without a window (the tests take half the time in it), a
face as wide as Arial, and a Danish dictionary for the spelling of what is published.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from generator.media.browser import find_browser
from generator.problems.problem import HubError

WINDOWLESS = "chromium-headless-shell"
FACES = "fonts-liberation"  # Arial's widths, which the hub's stand-in faces are cut from
WORDS = "hunspell-da"


def _tries() -> list[list[str]]:
    tries = [[sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"]]
    return tries + [command for name in (WINDOWLESS, "chromium") for command in _package(name)]


def _package(name: str) -> list[list[str]]:
    if not shutil.which("apt-get"):
        return []
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    return [[*root, "apt-get", "update", "-qq"], [*root, "apt-get", "install", "-y", "-qq", name]]


def _run(command: list[str]) -> None:
    print("Looking for a browser:", " ".join(command), flush=True)
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main() -> int:
    """Exit code 0 with a browser at hand, 2 with a sentence on what to do."""
    if os.environ.get("CI") and not shutil.which(WINDOWLESS) and not os.environ.get("HUB_BROWSER"):
        for command in [*_package(WINDOWLESS), *_package(FACES)[1:], *_package("hunspell")[1:], *_package(WORDS)[1:]]:
            _run(command)
    try:
        print(f"Browser for the tests: {find_browser()}")
        return 0
    except HubError:
        pass
    for command in _tries():
        _run(command)
        try:
            print(f"Browser for the tests: {find_browser()}")
            return 0
        except HubError as error:
            last = error
    print(last.message, last.hint, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
