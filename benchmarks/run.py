"""Times the hub against MkDocs with Material on the same content, side by side in one run, and prints a table."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
MATERIAL = """site_name: Benchmark
theme: {name: material, language: da, font: false}
plugins: [{search: {lang: da}}]
"""


def generate(folder: Path, number: int) -> tuple[Path, Path]:
    """`number` courses as a hub, and their pages' text as Markdown; both from one course of the hub."""
    hub, markdown = folder / "hub", folder / "material"
    shutil.copytree(ROOT / "content/vocabulary", hub / "content/vocabulary")
    (hub / "content/courses").mkdir()
    (hub / "content/pages").mkdir()
    (markdown / "docs").mkdir(parents=True)
    shutil.copy(ROOT / "site_config.yml", hub)
    (markdown / "mkdocs.yml").write_text(MATERIAL, "utf-8")
    text = (ROOT / "content/courses/fagtekster-5-klasse.yml").read_text("utf-8")
    # What points to other items is left out: they are not in this hub.
    text = re.sub(r"^see_also:\n(?:  .*\n)+", "", text, flags=re.MULTILINE)
    lines = [line.strip().lstrip("- ") for line in text.splitlines() if len(line.split()) > 4]
    for course in range(number):
        name = f"course-{course:05}"
        changed = text.replace("title: ", f"title: {course} ", 1)
        (hub / f"content/courses/{name}.yml").write_text(changed, "utf-8")
        body = "\n\n".join(f"## {line[:40]}\n\n{line}" if place % 12 == 0 else line for place, line in enumerate(lines))
        (markdown / f"docs/{name}.md").write_text(f"# {course} Fagtekster\n\n{body}\n", "utf-8")
    (markdown / "docs/index.md").write_text("# Benchmark\n", "utf-8")
    return hub, markdown


def measured(command: list[str], cwd: Path) -> tuple[float, float]:
    """Seconds, and the peak memory in MB of the largest process (measured by the system)."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed with {process.returncode}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--courses", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    bin_ = Path(sys.executable).parent
    with tempfile.TemporaryDirectory() as folder:
        hub, material = generate(Path(folder), options.courses)
        ways = {
            "hub build, search included": ([str(bin_ / "hub"), "build"], hub),
            "MkDocs + Material, own search": ([str(bin_ / "mkdocs"), "build", "-q"], material),
        }
        figures: dict[str, list[tuple[float, float]]] = {way: [] for way in ways}
        for _ in range(options.runs):
            for way, (command, cwd) in ways.items():
                shutil.rmtree(cwd / "site", ignore_errors=True)
                figures[way].append(measured(command, cwd))
    base = statistics.median(seconds for seconds, _ in figures["MkDocs + Material, own search"])
    print(f"{options.courses} courses, cold, median of {options.runs}\n")
    print("| way | seconds | ratio | peak MB |\n|---|---|---|---|")
    for way, runs in figures.items():
        seconds, memory = (statistics.median(values) for values in zip(*runs, strict=True))
        print(f"| {way} | {seconds:.1f} | {seconds / base:.2f} | {memory:.0f} |")


if __name__ == "__main__":
    main()
