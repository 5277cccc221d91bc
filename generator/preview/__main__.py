"""One build of a preview's site: `python -m generator.preview site_config.yml folder` prints what came of it."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from generator.preview.full_build import outcome
from generator.runtime.process import end, keep_all

if __name__ == "__main__":
    # Whoever waits for a page comes first.
    if hasattr(os, "nice"):
        os.nice(10)
    keep_all()
    print(json.dumps(asdict(outcome(Path(sys.argv[1]), Path(sys.argv[2])))))
    end()
