"""One build of a preview's site: `python -m generator.preview site_config.yml folder outcome.json`."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from generator.preview.full_build import outcome
from generator.runtime.fast_exit import end, keep_all

if __name__ == "__main__":
    # Whoever waits for a page comes first.
    if hasattr(os, "nice"):
        os.nice(10)
    keep_all()
    come = outcome(Path(sys.argv[1]), Path(sys.argv[2]))
    Path(sys.argv[3]).write_text(json.dumps(asdict(come)), "utf-8")
    end()
