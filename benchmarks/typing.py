"""What searching costs while somebody types: the longest task, the wait for results and the bytes moved.

Each query is typed letter by letter into the dialog of a built hub, in a Chromium that has nothing in its cache, with
the processor slowed; then all are typed again in one browser, as by somebody who searches on. The longest task and the
longest frame are what the browser itself reports of the page (Long Tasks and Long Animation Frames, from 50 ms). The
wait is from the last letter until the results stand there. Bytes are bodies as a web server that compresses moves them.

Chromium slows the page alone: what goes on in a worker takes longer on a machine that is slow throughout.
"""

from __future__ import annotations

import argparse
import gzip
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from generator.media.browser import ARGUMENTS, find_browser
from generator.runtime.http_server import FileHandler, WebServer

_QUERIES = (
    "elev", "tekst", "læseformål", "grøntsagssuppe", "soeg i hubben", "gruppe arbejde", "vandkredsløb", "udtertekster",
    "hvordan udskriver jeg et forløb", "brøker", "evaluering", "eleverne læser tekster", "skybrud", "lektionsplan",
)  # fmt: skip
"""Common words and rare ones, one and several, with slips and without."""
_WATCH = """
window.longest = { longtask: 0, "long-animation-frame": 0 };
for (const type of Object.keys(longest)) {
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) longest[type] = Math.max(longest[type], one.duration);
  }).observe({ type, buffered: true });
}
addEventListener("input", () => { window.typed = performance.now(); }, true);
"""
_ANSWERED = """
(query) => new Promise((done) => {
  const search = document.querySelector("hub-search");
  const shown = () => requestAnimationFrame(() => done(performance.now() - typed));
  const look = () => search.answered === query ? shown() : setTimeout(look, 4);
  look();
})
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one query."""

    query: str
    moved: int
    """Bytes."""
    task: float
    frame: float
    wait: float
    """All three in milliseconds."""


class _Counting(WebServer):
    """Serves a site, with scripts taken from another folder where it has them, and counts what is moved."""

    moved = 0

    def __init__(self, site: Path, assets: Path | None) -> None:
        super().__init__(("127.0.0.1", 0), _Compressing)
        self.site, self.assets = site, assets
        self.sizes: dict[Path, int] = {}


class _Compressing(FileHandler):
    server: _Counting

    def translate_path(self, path: str) -> str:
        asked = path.split("?")[0].split("#")[0].lstrip("/")
        if self.server.assets and asked.startswith("assets/"):
            newer = self.server.assets / asked.removeprefix("assets/")
            if newer.is_file():
                return str(newer)
        file = self.server.site / asked
        return str(file / "index.html" if file.is_dir() else file)

    def do_GET(self) -> None:  # noqa: N802  # the base class names it so
        file = Path(self.translate_path(self.path))
        if file.is_file():
            if file not in self.server.sizes:
                content = file.read_bytes()
                self.server.sizes[file] = min(len(content), len(gzip.compress(content, 6, mtime=0)))
            self.server.moved += self.server.sizes[file]
        super().do_GET()


@contextmanager
def served(site: Path, assets: Path | None = None) -> Iterator[tuple[str, _Counting]]:
    """The address of a site while the block runs, and what counts its bytes."""
    with _Counting(site, assets) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/", server
        finally:
            server.shutdown()
            thread.join()


def costs(
    site: Path, asked: Sequence[str], *, slow: float, pause: int, assets: Path | None
) -> tuple[list[Cost], list[Cost]]:
    """Of each query as the first one, and as one of many."""
    with served(site, assets) as (address, server), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(ARGUMENTS))
        first = []
        for query in asked:
            page = _opened(browser, address, slow)
            first.append(_typed(page, query, pause, server))
            page.context.close()
        page = _opened(browser, address, slow)
        later = [_typed(page, query, pause, server) for query in asked]
        browser.close()
    return first, later


def _opened(browser: Browser, address: str, slow: float) -> Page:
    page = browser.new_context(locale="da-DK").new_page()
    page.add_init_script(_WATCH)
    page.goto(address, wait_until="networkidle")
    page.locator("#hub-q").input_value()  # what Playwright itself brings into the page is not to count
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
    return page


def _typed(page: Page, query: str, pause: int, server: _Counting) -> Cost:
    before = server.moved
    page.evaluate("for (const type of Object.keys(longest)) longest[type] = 0")
    page.keyboard.press("Control+k")
    page.locator("#hub-q").fill("")
    for letter in query:
        page.keyboard.type(letter)
        page.wait_for_timeout(pause)
    wait = page.evaluate(_ANSWERED, query)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    longest: dict[str, Any] = page.evaluate("longest")
    return Cost(query, server.moved - before, longest["longtask"], longest["long-animation-frame"], wait)


def table(first: Sequence[Cost], later: Sequence[Cost]) -> str:
    lines = [
        "| query | kB of a first search | longest task, ms | longest frame | wait, first | wait, later |",
        "|---|---|---|---|---|---|",
    ]
    for one, again in zip(first, later, strict=True):
        task, frame = max(one.task, again.task), max(one.frame, again.frame)
        lines.append(f"| {one.query} | {one.moved / 1000:.0f} | {_from_fifty(task)} | {_from_fifty(frame)} | "
                     f"{one.wait:.0f} | {again.wait:.0f} |")  # fmt: skip
    return "\n".join(lines)


def _from_fifty(milliseconds: float) -> str:
    return f"{milliseconds:.0f}" if milliseconds else "under 50"


def _shares(name: str, values: Sequence[float], unit: str) -> str:
    order = sorted(values)
    return f"{name}: median {order[len(order) // 2]:.0f}, 95 % within {order[int(len(order) * 0.95)]:.0f} {unit}."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, required=True, help="a built hub")
    parser.add_argument("--assets", type=Path, help="a folder of scripts to serve in place of the hub's own")
    parser.add_argument("--query", action="append", help="what is typed; several times for several")
    parser.add_argument("--slow", type=float, default=4, help="how many times slower the processor is made")
    parser.add_argument("--pause", type=int, default=120, help="milliseconds between two letters")
    chosen = parser.parse_args()
    first, later = costs(
        chosen.site, chosen.query or _QUERIES, slow=chosen.slow, pause=chosen.pause, assets=chosen.assets
    )
    print(table(first, later))
    both = [*first, *later]
    print(f"\nLongest task: {_from_fifty(max(one.task for one in both))} ms.")
    print(_shares("First search", [one.moved / 1000 for one in first], "kB"))
    print(_shares("Wait for the first results", [one.wait for one in first], "ms"))
    print(_shares("Wait later", [one.wait for one in later], "ms"))


if __name__ == "__main__":
    main()
