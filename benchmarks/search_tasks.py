"""What searching does at one go: the longest task of the thread that searches, and of the page while it is typed into.

Typed are beginnings of words and texts of 5,000 letters. The browser's trace says how long each task kept its
processor, so that other programs on the machine do not count. The bars: 200 ms for the thread, and 50 ms for the page
while it is slowed four times (Chromium slows a page alone). Shares of the bars are printed.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.typing import served
from generator.media.browser import ARGUMENTS, find_browser

_BEGINNINGS = (
    "e", "el", "ele", "elev", "f", "fo", "for", "forl", "forlø", "un", "und", "under", "underv", "br", "brø", "brøk",
    "se", "sel", "selve", "supe",
)  # fmt: skip
_LETTERS = 5_000
_LONG = (
    ("one letter, again and again", "a"),
    (
        "a sentence, again and again",
        "hvordan får vi eleverne til at læse tekster og skrive om det de har læst i skolen ",
    ),
    ("compounds that nobody knows", "skoletekstlogni gruppeopgavelæs brøkskemafest "),
)
_THREAD, _PAGE = "DedicatedWorker thread", "CrRendererMain"
_BARS = {_THREAD: 200, _PAGE: 50}
"""Milliseconds."""
_TRACED = ["toplevel", "disabled-by-default-devtools.timeline", "__metadata"]
_PUT_IN = """
async (text) => {
  const search = document.querySelector("hub-search");
  search.open(text);
  while (search.answered !== text) await new Promise((done) => setTimeout(done, 20));
}
"""


@dataclass(frozen=True, slots=True)
class Longest:
    """The longest task of each thread while some texts were put in, in milliseconds of a processor."""

    name: str
    by_thread: dict[str, float]


def longest(site: Path, *, slow: float) -> list[Longest]:
    """Of the first answer, which reads the index; of beginnings of words together; of each long text."""
    texts = [(name, [(text * _LETTERS)[:_LETTERS].strip()]) for name, text in _LONG]
    rows = [("the first answer", ["skole"]), (f"{len(_BEGINNINGS)} beginnings of words", _BEGINNINGS), *texts]
    with served(site) as (address, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(ARGUMENTS))
        page = browser.new_page(locale="da-DK")
        page.goto(address, wait_until="networkidle")
        page.locator("#hub-q").input_value()  # what Playwright itself brings into the page is not to count
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
        found = [Longest(name, _tasks(browser, page, asked)) for name, asked in rows]
        browser.close()
    return found


def _tasks(browser: Browser, page: Page, asked: Sequence[str]) -> dict[str, float]:
    browser.start_tracing(page=page, categories=_TRACED)
    for text in asked:
        page.evaluate(_PUT_IN, text)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    names = {(one["pid"], one["tid"]): one["args"]["name"] for one in events if one["name"] == "thread_name"}
    most = dict.fromkeys(_BARS, 0.0)
    for one in events:
        thread = names.get((one["pid"], one["tid"]))
        if thread in most and "tdur" in one:
            most[thread] = max(most[thread], one["tdur"] / 1000)
    return most


def table(found: Sequence[Longest], slow: float) -> str:
    lines = [
        f"| what is put in | thread, of {_BARS[_THREAD]} ms | page slowed {slow:.0f} times, of {_BARS[_PAGE]} ms |",
        "|---|---|---|",
    ]
    for one in found:
        shares = " | ".join(f"{one.by_thread[thread] / bar:.2f}" for thread, bar in _BARS.items())
        lines.append(f"| {one.name} | {shares} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--site", type=Path, required=True, help="a built hub")
    parser.add_argument("--slow", type=float, default=4, help="how many times slower the page is made")
    chosen = parser.parse_args()
    print(table(longest(chosen.site, slow=chosen.slow), chosen.slow))


if __name__ == "__main__":
    main()
