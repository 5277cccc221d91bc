"""What a page costs its reader: Lighthouse's scores on a phone, and the bytes of a first and of a second visit."""

from __future__ import annotations

import argparse
import functools
import gzip
import io
import json
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from playwright.sync_api import Browser, sync_playwright

from generator.media.browser import ARGUMENTS, find_browser
from generator.runtime.http_server import FileHandler, WebServer

HERE = Path(__file__).parent
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_TEXT = (".html", ".css", ".js", ".json", ".svg", ".vtt", ".xml")


class _Compressing(FileHandler):
    """As real web servers do: texts compressed, the rest as it is, and everything kept by the browser."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if file.suffix not in _TEXT or not file.is_file():
            return super().send_head()
        content = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def end_headers(self) -> None:
        # Pages are asked for anew; what they need is kept, as `hub publish` says.
        is_page = self.path.endswith("/") or self.path.endswith(".html")
        self.send_header("Cache-Control", "no-cache" if is_page else "max-age=3600")
        super().end_headers()


@contextmanager
def served(site: Path) -> Iterator[str]:
    handler = functools.partial(_Compressing, directory=str(site))
    with WebServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def one_of_each(site: Path) -> Mapping[str, str]:
    """A path for each sort of page; of courses, guides, videos and plans the longest page."""
    found = {"front page": ""}
    for section in ("courses", "guides", "videos", "plans"):
        pages = sorted(site.glob(f"{section}/*/index.html"), key=lambda page: page.stat().st_size)
        if pages:
            found |= {f"list of {section}": f"{section}/", section[:-1]: f"{section}/{pages[-1].parent.name}/"}
    for name, folder in {"teaching pack": "teach", "comparison": "compare"}.items():
        for page in site.glob(f"*/*/{folder}/index.html"):
            found[name] = f"{page.parent.relative_to(site).as_posix()}/"
    known = {"by subject": "subjects/", "A–Å": "a-z/", "glossary": "glossary/", "Markdown page": "om-hubben/"}
    return found | {name: path for name, path in known.items() if (site / path).is_dir()}


def lighthouse(program: Path, address: str) -> Mapping[str, Any]:
    """The report on one page, seen on a slow phone as Lighthouse imagines it."""
    said = subprocess.run(
        [str(program), address, "--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}",
         f"--chrome-flags=--headless=new {' '.join(ARGUMENTS)}"],
        env={**os.environ, "CHROME_PATH": str(find_browser())}, check=True, capture_output=True,
    ).stdout  # fmt: skip
    return dict(json.loads(said))


def moved(browser: Browser, address: str, before: str = "") -> float:
    """KB over the wire for a page without its pictures and films, perhaps after another page was seen."""
    context = browser.new_context()
    page = context.new_page()
    if before:
        page.goto(before, wait_until="networkidle")
    kinds: dict[str, str] = {}
    sizes: dict[str, float] = {}
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.requestWillBeSent", lambda sent: kinds.update({sent["requestId"]: sent["type"]}))
    wire.on("Network.loadingFinished", lambda done: sizes.update({done["requestId"]: done["encodedDataLength"]}))
    page.goto(address, wait_until="networkidle")
    context.close()
    return sum(size for id_, size in sizes.items() if kinds.get(id_) not in {"Image", "Media"}) / 1e3


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=Path("site"), help="a built hub")
    parser.add_argument("--faults", action="store_true", help="also list what Lighthouse has against each page")
    options = parser.parse_args(arguments)
    if not (options.site / "index.html").is_file():
        raise SystemExit(f"There is no built hub in {options.site}: build one, or name another with --site.")
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("Lighthouse needs Node and npm (on Debian: apt install npm).")
    with tempfile.TemporaryDirectory() as folder, served(options.site) as hub:
        shutil.copy(HERE / "lighthouse/package.json", folder)
        subprocess.run([npm, "install", "--silent", "--no-audit", "--no-fund"], cwd=folder, check=True)
        reports = {
            name: lighthouse(Path(folder, "node_modules/.bin/lighthouse"), hub + path)
            for name, path in one_of_each(options.site).items()
        }
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=list(ARGUMENTS))
            costs = {
                name: (moved(browser, hub + path), moved(browser, hub + path, before=f"{hub}a-z/"))
                for name, path in one_of_each(options.site).items()
            }
            browser.close()
    print(f"| page | {' | '.join(CATEGORIES)} | layout shift | first visit, KB | next, KB |")
    print("|---" * (len(CATEGORIES) + 4) + "|")
    for name, report in reports.items():
        scores = [f"{round(report['categories'][category]['score'] * 100)}" for category in CATEGORIES]
        shift = report["audits"]["cumulative-layout-shift"]["numericValue"]
        print(f"| {name} | {' | '.join(scores)} | {shift:.3f} | {costs[name][0]:.0f} | {costs[name][1]:.0f} |")
        if options.faults:
            for audit in report["audits"].values():
                if audit["score"] is not None and audit["score"] < 0.9 and audit["scoreDisplayMode"] != "informative":
                    print(f"  {audit['id']}: {audit['title']} {audit.get('displayValue', '')}")


if __name__ == "__main__":
    main()
