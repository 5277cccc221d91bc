"""What a build costs when a site is there already, with nothing changed, one text, or one title."""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import Cost, measured
from benchmarks.run import versions
from benchmarks.ways import hub_with_courses

COURSE = "content/courses/course-00007.yml"
_CHANGES = (
    ("nothing changed", "", ""),
    ("a text of one course changed", r"^( +text: )(\w)", r"\1Først \2"),
    ("the title of one course changed", r"^(title: )", r"\1En ny "),
)
"""What is done before each build: what it is called, a pattern, and what takes its place once."""


def costs(root: Path) -> dict[str, Cost]:
    """Of a cold build, and of one after each change."""
    command = [str(Path(sys.executable).parent / "hub"), "build"]
    found = {"cold": measured(command, root)}
    for name, pattern, instead in _CHANGES:
        course = root / COURSE
        text = re.sub(pattern, instead, course.read_text("utf-8"), count=1, flags=re.MULTILINE) if pattern else ""
        if text:
            course.write_text(text, "utf-8")
        found[name] = measured(command, root)
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--courses", type=int, default=1000)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        hub_with_courses(root, options.courses)
        found = costs(root)
    print(f"{options.courses} courses; {versions()}\n")
    print("| build | seconds | of a cold one | peak MB |\n|---|---|---|---|")
    for name, cost in found.items():
        print(f"| {name} | {cost.seconds:.1f} | {cost.seconds / found['cold'].seconds:.2f} | {cost.peak:.0f} |")


if __name__ == "__main__":
    main()
