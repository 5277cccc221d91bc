"""How well search finds what people type: every query of a list, in Chromium, against a built hub.

A list is a CSV with the columns id, category, query and right; `right` holds the pages that answer the query, as paths
of Markdown files, several separated by `;`. For each category: the share of queries with a right page among the first
five (recall@5), the mean of one over the first right page's place, up to ten (MRR@10), and how many found nothing.
"""

from __future__ import annotations

import argparse
import csv
import re
import statistics
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from benchmarks.typing import served
from generator.build.pipeline import build
from generator.media.browser import ARGUMENTS, find_browser

_FIRST = 10
_FIND = """
async (query) => {
  const { ask } = await import(new URL("assets/search/worker-client.js", document.baseURI).href);
  const before = performance.now();
  const { results } = await ask(query, {}, 10);
  return { urls: results.map((page) => page.url), took: performance.now() - before };
}
"""
_CONFIG = """site_name: Corpus
docs_dir: content/pages
theme: {name: material, language: da}
plugins:
  - hub: {privacy: "", about: ""}
"""
_LINK = re.compile(r"!?\[([^\]]*)\]\s*\([^)]*\)|</?a\b[^>]*>|^\[[^\]]+\]:.*$", re.MULTILINE)
"""A corpus is a piece of a larger site: its links lead to what is not there."""


@dataclass(frozen=True, slots=True)
class Query:
    """A row of the list."""

    id: str
    category: str
    text: str
    right: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the hub answered."""

    query: Query
    pages: tuple[str, ...]
    """Paths on the site without slashes around them, best first."""
    milliseconds: float

    @property
    def place(self) -> int | None:
        """Of the first right page, from 1."""
        return next((place for place, page in enumerate(self.pages, 1) if page in self.query.right), None)


def queries(file: Path) -> list[Query]:
    with file.open(encoding="utf-8", newline="") as source:
        return [
            Query(row["id"], row["category"], row["query"], frozenset(map(_page, row["right"].split(";"))))
            for row in csv.DictReader(source)
        ]


def _page(path: str) -> str:
    return path.strip().removesuffix(".md").removesuffix("index").strip("/")


@contextmanager
def hub_of(corpus: Path) -> Iterator[Path]:
    """A built hub whose ordinary pages are the Markdown files of a folder."""
    with tempfile.TemporaryDirectory(prefix="bench-search-") as name:
        root = Path(name)
        write_hub(corpus, root)
        build(root / "site_config.yml", root / "site")
        yield root / "site"


def write_hub(corpus: Path, root: Path) -> None:
    """The source of such a hub."""
    for file in sorted(corpus.rglob("*.md")):
        target = root / "content/pages" / file.relative_to(corpus)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_LINK.sub(lambda link: link[1] or "", file.read_text("utf-8")), "utf-8")
    (root / "site_config.yml").write_text(_CONFIG, "utf-8")


def answers(site: Path, asked: Sequence[Query], *, slow: int) -> tuple[list[Answer], int]:
    """The answers; the bytes of the first search, compressed by gzip where that helps."""
    with served(site) as (address, server), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(ARGUMENTS))
        page = browser.new_page(locale="da-DK")
        page.goto(address, wait_until="networkidle")
        before = server.moved
        _ask(page, asked[0].text)
        first = server.moved - before
        if slow > 1:
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
        found = []
        for query in asked:
            said = _ask(page, query.text)
            pages = tuple(_page(url.split("#")[0].split("?")[0].removeprefix(address)) for url in said["urls"])
            found.append(Answer(query, pages, said["took"]))
        browser.close()
    return found, first


def _ask(page: Page, text: str) -> dict[str, Any]:
    said: dict[str, Any] = page.evaluate(_FIND, text)
    return said | {"urls": [page.evaluate("url => new URL(url, document.baseURI).href", url) for url in said["urls"]]}


def table(found: Sequence[Answer]) -> str:
    by_category: dict[str, list[Answer]] = defaultdict(list)
    for answer in found:
        by_category[answer.query.category].append(answer)
    lines = ["| | queries | recall@5 | MRR@10 | no result |", "|---|---|---|---|---|"]
    for name, group in (*sorted(by_category.items()), ("total", list(found))):
        recall = statistics.fmean((answer.place or 99) <= 5 for answer in group)
        rank = statistics.fmean(1 / answer.place if answer.place else 0 for answer in group)
        empty = sum(not answer.pages for answer in group)
        lines.append(f"| {name} | {len(group)} | {recall:.2f} | {rank:.2f} | {empty} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--site", type=Path, help="a built hub")
    parser.add_argument("--corpus", type=Path, help="or a folder of Markdown files, of which a hub is built")
    parser.add_argument("--queries", type=Path, required=True, help="the list, a CSV")
    parser.add_argument("--slow", type=int, default=4, help="how many times the processor is slowed")
    parser.add_argument("--misses", action="store_true", help="also list the queries without a right page in five")
    chosen = parser.parse_args()
    asked = queries(chosen.queries)
    if chosen.site:
        found, moved = answers(chosen.site, asked, slow=chosen.slow)
    elif chosen.corpus:
        with hub_of(chosen.corpus) as site:
            found, moved = answers(site, asked, slow=chosen.slow)
    else:
        parser.error("give --site or --corpus")
    print(table(found))
    times = sorted(answer.milliseconds for answer in found)
    print(f"\nFirst search: {moved / 1000:.0f} kB with gzip.")
    print(f"A query with the processor slowed {chosen.slow} times: median {times[len(times) // 2]:.0f} ms, "
          f"95 % within {times[int(len(times) * 0.95)]:.0f} ms.")  # fmt: skip
    for answer in found if chosen.misses else ():
        if (answer.place or 99) > 5:
            print(f"{answer.query.id} {answer.query.text}: {', '.join(answer.pages[:5]) or 'nothing'}")


if __name__ == "__main__":
    main()
