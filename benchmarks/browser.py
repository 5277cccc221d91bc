"""What finding a course costs a reader: bytes moved and the longest task on the main thread, step by step, in Chromium.

Bytes are bodies without compression; a web server that compresses moves about a fifth. The longest task is what the
browser itself reports (Long Tasks, from 50 ms; "under 50" when it reported none), with the processor slowed as asked.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.ways import hub_with_courses
from generator.media.browser import ARGUMENTS, find_browser, shown

_WATCH = """
window.longest = 0;
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.longest = Math.max(window.longest, task.duration);
}).observe({ type: "longtask", buffered: true });
"""
_CLICK = "element => element.click()"
_MOVED = """
["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type))
  .reduce((sum, one) => sum + one.encodedBodySize, 0)
"""
Step = tuple[str, Callable[[Page], object]]


def steps(address: str) -> tuple[Step, ...]:
    """What a teacher does, from the first look on."""

    def choose(facet: int, value: int) -> Callable[[Page], object]:
        box = f".hub-choices details:nth-of-type({facet}) input"
        return lambda page: page.locator(box).nth(value).evaluate(_CLICK)

    return (
        ("open the courses", lambda page: page.goto(f"{address}courses/", wait_until="networkidle")),
        ("choose a subject", choose(1, 2)),
        ("and another", choose(1, 5)),
        ("and a grade", choose(2, 3)),
        ("sort by title", lambda page: page.locator(".hub-bar select").select_option("title")),
        ("show more", lambda page: page.locator(".hub-found > .hub-action").evaluate(_CLICK)),
        ("go back", lambda page: page.go_back()),
    )


def measured(page: Page, compared: tuple[Step, ...]) -> list[tuple[str, int, float, str]]:
    """For each step: name, bytes, milliseconds of the longest task, and what the page then says that it found."""
    rows, before = [], 0
    for name, act in compared:
        page.evaluate("window.longest = 0")
        act(page)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(600)
        moved = page.evaluate(_MOVED)
        found = page.locator(".hub-browser-count").inner_text()
        rows.append((name, moved - before, float(page.evaluate("window.longest")), found))
        before = moved
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--courses", type=int, default=10_000)
    parser.add_argument("--slower", type=float, default=4, help="how many times slower the processor is made")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "hub"
        hub_with_courses(root, options.courses)
        subprocess.run([str(Path(sys.executable).parent / "hub"), "build"], cwd=root, check=True)
        with shown(root / "site") as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=list(ARGUMENTS))
            page = browser.new_page()
            page.add_init_script(_WATCH)
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": options.slower})
            rows = measured(page, steps(address))
            browser.close()
    print(f"{options.courses} courses, processor slowed {options.slower:g} times\n")
    print("| step | KB moved | longest task, ms | found |\n|---|---|---|---|")
    for name, size, longest, found in rows:
        print(f"| {name} | {size / 1000:.0f} | {f'{longest:.0f}' if longest else 'under 50'} | {found} |")


if __name__ == "__main__":
    main()
