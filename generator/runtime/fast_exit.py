"""For a process that makes much, and ends: no time is spent on freeing what the system takes back at once."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn


def keep_all() -> None:
    """What is made from now on lives until the end: looking for garbage meanwhile only costs time."""
    gc.disable()


def end() -> NoReturn:
    """Ends a process that has done its work. OSError when what it said cannot be said."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)
