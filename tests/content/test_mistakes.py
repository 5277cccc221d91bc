"""The mistakes that authors make, and the right answer to each: one problem at its own line, in the words of a Dane.

Each row of `mistakes.toml` is what somebody did to a sound hub, and what `hub check` then says: the code and the line of
each problem, and words that the answer must hold. Nothing told says that what was meant is understood.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from generator.build.check_warnings import notices
from generator.build.pipeline import examine
from generator.content.check import Alone
from generator.content.validate import Places
from generator.engine import load_config
from generator.i18n.language import language
from generator.problems.problem import in_order
from generator.problems.report import as_text, reader
from tests.hub import ENGLISH_HUB, copied_site

ROWS = tomllib.loads((Path(__file__).parent / "mistakes.toml").read_text("utf-8"))["mistake"]
TEXTS = {
    "guides/nulstil-kodeord.yml": """# yaml-language-server: $schema=../../.hub/schema/guide.json
title: Nulstil dit kodeord
summary: Sådan nulstiller du dit kodeord.
status: published
published: 2026-11-01
updated: 2026-11-01
audience: [teacher]
minutes: 5
owner: consultant
last_tested: {date: 2026-11-01, product_version: "8"}
steps:
  - action: Gå til forsiden
  - action: Klik på linket
    image:
      file: list.png
      alt: Forsiden med linket
      highlight:
        - {x: 0.3, y: 0.4, width: 0.4, height: 0.2, label: Linket}
  - action: Indtast din mail
""",
    "guides/opret-relationer.yml": """title: Opret relationer
summary: Sådan opretter du relationer.
status: published
published: 2026-11-01
updated: 2026-11-01
audience: [teacher]
minutes: 5
owner: consultant
last_tested: {date: 2026-11-01, product_version: "8"}
steps:
  - action: Klik på Opret
    quiz:
      question: Hvor?
      choices:
        - {text: Her, explanation: Nej.}
        - {text: Der, correct: true, explanation: Ja.}
result: Se [Nulstil](guide:nulstil-kodeord).
""",
}

_HEAD = re.compile(r"^content/(\S.*?):(\d+):\d+: (?:fejl|advarsel) ([a-z-]+)$", re.MULTILINE)
_ENGLISH = re.compile(r"\b(?:the|is not|must|cannot|does not|Write|Choose|Remove|or)\b")
_NEEDLESS = ("cases", "digests", "events", "news", "recordings", "schools", "training")
"""What no mistake is made in."""


class Hub:
    """A small hub that mistakes are made in, and that is as before afterwards."""

    def __init__(self, root: Path) -> None:
        self.root, self.content = root, root / "content"
        self.settings = load_config(root / "site_config.yml").settings
        self.sound = self._files()
        self.known: dict[str, Alone] = {}

    def _files(self) -> dict[str, bytes]:
        files = (file for file in self.content.rglob("*") if file.is_file())
        return {file.relative_to(self.content).as_posix(): file.read_bytes() for file in files}

    def do(self, act: str, file: str, *words: str) -> None:
        """Swaps a text for another, writes a file, moves, copies or removes it, adds to it, or writes it otherwise."""
        path = self.content / file
        acts: dict[str, Callable[[], object]] = {
            "swap": lambda: self._swap(file, *words),
            "write": lambda: self._write(file, words[0].encode()),
            "bytes": lambda: self._write(file, bytes.fromhex(words[0])),
            "move": lambda: (self._write(words[0], path.read_bytes()), path.unlink()),
            "copy": lambda: self._write(words[0], path.read_bytes()),
            "append": lambda: self._write(file, path.read_bytes() + words[0].encode()),
            "crlf": lambda: self._write(file, path.read_bytes().replace(b"\n", b"\r\n")),
            "encode": lambda: self._write(file, path.read_text("utf-8").encode(words[0])),
            "remove": path.unlink,
        }
        acts[act]()

    def _swap(self, file: str, old: str, new: str) -> None:
        text = (self.content / file).read_text("utf-8")
        assert old in text, old
        self._write(file, text.replace(old, new, 1).encode())

    def _write(self, file: str, data: bytes) -> None:
        (self.content / file).parent.mkdir(parents=True, exist_ok=True)
        (self.content / file).write_bytes(data)

    def mend(self) -> None:
        """As it was."""
        now = self._files()
        for file in now.keys() - self.sound.keys():
            (self.content / file).unlink()
        for file, data in self.sound.items():
            if now.get(file) != data:
                self._write(file, data)
        for folder in sorted((one for one in self.content.rglob("*") if one.is_dir()), reverse=True):
            if not any(folder.iterdir()):
                folder.rmdir()

    def answer(self) -> str:
        """What `hub check` says in Danish on the first of December 2026."""
        now = self._files()
        changed = {file for file in now.keys() | self.sound.keys() if now.get(file) != self.sound.get(file)}
        folders = {file.partition("/")[0] for file in changed}
        known = {} if "vocabulary" in folders else {
            path: one for path, one in self.known.items() if path.split("/")[1] not in folders
        }  # fmt: skip
        found = examine(self.settings, self.root, drafts="checked", known=known)
        if not changed:
            self.known = {one.listed.path: one for one in found.checked.alone}
        problems = in_order((*found.problems, *notices(found, Places(self.root), date(2026, 12, 1))))
        return as_text(problems, read=reader(self.root), language=language("da"), colour=False)


@pytest.fixture(scope="module")
def whole_hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    root = copied_site(ENGLISH_HUB, tmp_path_factory.mktemp("mistakes"))
    for folder in _NEEDLESS:
        for file in sorted((root / "content" / folder).rglob("*"), reverse=True):
            file.rmdir() if file.is_dir() else file.unlink()
    for file, text in TEXTS.items():
        (root / "content" / file).write_text(text, "utf-8")
    hub = Hub(root)
    assert hub.answer().strip() == "Ingen fejl."
    return hub


@pytest.fixture
def hub(whole_hub: Hub) -> Iterator[Hub]:
    yield whole_hub
    whole_hub.mend()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_each_mistake_has_its_answer(hub: Hub, row: dict[str, Sequence[str]]) -> None:
    for words in row["do"]:
        hub.do(*words)
    said = hub.answer()

    assert sorted(f"{code} {line}" for _, line, code in _HEAD.findall(said)) == sorted(row["told"]), said
    for words in row.get("words", ()):
        assert words in said
    assert "–«" not in said
    told = re.sub(r"(?m)^( *\d+ \|| +\|).*$", "", said)
    assert _ENGLISH.search(told) is None, told
