"""How long it takes from saving a file until its page is seen anew in the browser, with `hub serve`."""

from __future__ import annotations

import argparse
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.ways import hub_with_courses
from generator.media.browser import ARGUMENTS, find_browser

COURSE = "course-00007"


@contextmanager
def preview(root: Path) -> Iterator[tuple[str, Callable[[], int]]]:
    """A preview that runs: its address, and how many whole builds it has told of."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log = root / "preview.log"
    with log.open("wb") as said:
        process = subprocess.Popen(
            [str(Path(sys.executable).parent / "hub"), "serve", "--address", address],
            cwd=root,
            stdout=said,
            stderr=said,
        )
    try:
        yield f"http://{address}/", lambda: log.read_text("utf-8").count("sider vises")
    finally:
        process.terminate()
        process.wait()


_LOOK = """(seen) => {
  const overlay = document.querySelector(".hub-overlay");
  const isMistaken = !!overlay && !overlay.hidden;
  const isSeen = seen === null ? isMistaken : !isMistaken && document.querySelector("h1")?.textContent === seen;
  return isSeen && new Promise((drawn) => requestAnimationFrame(() => setTimeout(() => drawn(Date.now()))));
}"""
"""When a heading stands on the screen, or with null a mistake over the page: milliseconds since 1970, else false."""


def timed(page: Page, file: Path, text: str, seen: str | None) -> float:
    """Seconds from saving the text until a heading is drawn, or for None a mistake."""
    begun = time.time()
    file.write_text(text, "utf-8")
    drawn = page.wait_for_function(_LOOK, arg=seen, polling=5, timeout=600_000)
    return float(drawn.json_value()) / 1000 - begun


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--courses", type=int, default=1000)
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder, "hub")
        root.mkdir()
        hub_with_courses(root, options.courses)
        file = root / f"content/courses/{COURSE}.yml"
        sound = file.read_text("utf-8")
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(ARGUMENTS))
        page = browser.new_page()
        begun = time.perf_counter()
        with preview(root) as (address, builds):
            while not builds():
                time.sleep(0.1)
            print(f"{options.courses} courses: shown after {time.perf_counter() - begun:.1f} s")
            time.sleep(0.02 * options.courses)  # until it knows the hub by heart
            page.goto(f"{address}courses/{COURSE}/")
            costs = []
            for number in range(options.times):
                text = re.sub("(?m)^title:.*$", f"title: Gemt {number}", sound, count=1)
                costs.append(timed(page, file, text, f"Gemt {number}"))
                time.sleep(1)
            print(f"saved until seen: median {statistics.median(costs):.2f} s, longest {max(costs):.2f} s")
            spoilt = sound.replace("licence: ", "licens: ", 1)
            print(f"a mistake until it lies over the page: {timed(page, file, spoilt, None):.2f} s")
            title = re.search("(?m)^title: *(.*)$", sound)
            mended = timed(page, file, sound, title[1].strip("\"'") if title else "")
            print(f"mended until it is gone: {mended:.2f} s")
            begun, known = time.perf_counter(), builds()
            while builds() == known:
                time.sleep(0.1)
            print(f"and until the whole site and search are there: {mended + time.perf_counter() - begun:.1f} s")
        browser.close()


if __name__ == "__main__":
    main()
