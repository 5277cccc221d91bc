"""Pagefind's own files: what answers in the browser, taken from the Pagefind that is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import cbor2
from pagefind_bin import get_executable

from generator.problems.problem import HubError
from generator.search.index import VERSION
from generator.search.packed import opened

_PAGE = '<!doctype html><html lang="{code}"><body><main data-pagefind-body><p>1</p></main></body></html>'


class Runtime:
    """Asks Pagefind for its files while other work goes on, by having it index one page."""

    def __init__(self, code: str, site_dir: Path) -> None:
        """Starts it, for a site that goes to `site_dir`."""
        # Beside the site: what a killed build leaves behind is swept away with its unfinished site.
        self._code = code
        self._folder = tempfile.TemporaryDirectory(prefix=f"{site_dir.name}-pagefind-", dir=site_dir.parent)
        self._output = Path(self._folder.name) / "pagefind"
        site = Path(self._folder.name) / "site"
        site.mkdir()
        (site / "index.html").write_text(_PAGE.format(code=code), "utf-8")
        self._pagefind = subprocess.Popen(
            [str(get_executable()), "--site", str(site), "--output-path", str(self._output), "--quiet"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip

    def give(self, output: Path) -> None:
        """Puts the files into a folder. HubError when Pagefind failed, or writes another index than ours."""
        said, _ = self._pagefind.communicate()
        if self._pagefind.returncode:
            why = " ".join(said.strip().splitlines()[-3:])
            raise HubError("The search index could not be made: {why}", "Build again; if it stays, report it.", why=why)
        version = cbor2.loads(opened(next(self._output.glob("*.pf_meta"))))[0]
        if version != VERSION:
            raise HubError(
                "The installed Pagefind is version {found}; the search index is written for {known}.",
                "Install pagefind=={known}.", found=version, known=VERSION,
            )  # fmt: skip
        output.mkdir(parents=True, exist_ok=True)
        for name in ("pagefind.js", "pagefind-worker.js", f"wasm.{self._code}.pagefind", "wasm.unknown.pagefind"):
            shutil.copy(self._output / name, output / name)
        self._folder.cleanup()

    def cancel(self) -> None:
        """Ends it early; nothing happens when it has finished."""
        if self._pagefind.poll() is None:
            self._pagefind.kill()
            self._pagefind.communicate()
        self._folder.cleanup()
