"""Sees to it that there is a browser for the tests: an installed one, Playwright's own, or the system's package."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from generator.media.browser import find_browser
from generator.problems.problem import HubError


def _tries() -> list[list[str]]:
    tries = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get"):
        root = [] if os.geteuid() == 0 else ["sudo", "-n"]
        tries += [[*root, "apt-get", "update", "-qq"], [*root, "apt-get", "install", "-y", "-qq", "chromium"]]
    return tries


def main() -> int:
    """Exit code 0 with a browser at hand, 2 with a sentence on what to do."""
    try:
        print(f"Browser for the tests: {find_browser()}")
        return 0
    except HubError:
        pass
    for command in _tries():
        print("Looking for a browser:", " ".join(command), flush=True)
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            print(f"Browser for the tests: {find_browser()}")
            return 0
        except HubError as error:
            last = error
    print(last.message, last.hint, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
