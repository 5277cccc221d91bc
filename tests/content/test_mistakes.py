"""The mistakes that authors make, and the right answer to each: one problem at its own line, in the words of a Dane.

Each row of `mistakes.toml` is what somebody did to a sound hub, and what `hub check` then says: the code and the line of
each problem, and words that the answer must hold. Nothing told says that what was meant is understood.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.build.check_only_warnings import notices
from generator.build.pipeline import examine
from generator.content.check import Alone
from generator.content.validate import Places
from generator.engine import load_config
from generator.i18n.language import language
from generator.kinds import KINDS
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
_KINDS = tuple(replace(kind, writings=()) for kind in KINDS)
"""Without the forms that visitors write in: they take as long to make as all the rest, and nothing is wrong in them."""
_NEEDLESS = ("cases", "digests", "events", "news", "recordings", "schools", "training")
"""What no mistake is made in."""


class Hub:
    """A small hub that mistakes are made in, and that is as before afterwards."""

    def __init__(self, root: Path) -> None:
        self.root, self.content = root, root / "content"
        self.settings = load_config(root / "site_config.yml").settings
        files = (file for file in self.content.rglob("*") if file.is_file())
        self.sound = {file.relative_to(self.content).as_posix(): file.read_bytes() for file in files}
        self.changed: set[str] = set()
        self.known: dict[str, Alone] = {}

    def do(self, act: str, file: str, *words: str) -> None:
        """Swaps a text for another, writes a file, moves, copies or removes it, adds to it, or writes it otherwise."""
        path = self.content / file
        acts: dict[str, Callable[[], object]] = {
            "swap": lambda: self._swap(file, *words),
            "write": lambda: self.write(file, words[0].encode()),
            "picture": lambda: self.write(file, _picture(int(words[0]), int(words[1]))),
            "bytes": lambda: self.write(file, bytes.fromhex(words[0])),
            "move": lambda: (self.write(words[0], path.read_bytes()), self.write(file, None)),
            "copy": lambda: self.write(words[0], path.read_bytes()),
            "append": lambda: self.write(file, path.read_bytes() + words[0].encode()),
            "crlf": lambda: self.write(file, path.read_bytes().replace(b"\n", b"\r\n")),
            "encode": lambda: self.write(file, path.read_text("utf-8").encode(words[0])),
            "remove": lambda: self.write(file, None),
        }
        acts[act]()

    def _swap(self, file: str, old: str, new: str) -> None:
        text = (self.content / file).read_text("utf-8")
        assert old in text, old
        self.write(file, text.replace(old, new, 1).encode())

    def write(self, file: str, data: bytes | None) -> None:
        """Makes the file so, or removes it, with its folder when nothing else is in it."""
        path = self.content / file
        (self.changed.discard if data == self.sound.get(file) else self.changed.add)(file)
        if data is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            return
        path.unlink(missing_ok=True)
        if path.parent != self.content and not any(path.parent.iterdir()):
            path.parent.rmdir()

    def mend(self) -> None:
        """As it was."""
        for file in sorted(self.changed):
            self.write(file, self.sound.get(file))
        self.changed.clear()

    def answer(self) -> str:
        """What `hub check` says in Danish on the first of December 2026."""
        folders = {file.partition("/")[0] for file in self.changed}
        known = {} if "vocabulary" in folders else {
            path: one for path, one in self.known.items() if path.split("/")[1] not in folders
        }  # fmt: skip
        found = examine(self.settings, self.root, drafts="checked", known=known, kinds=_KINDS)
        if not self.changed:
            self.known = {one.listed.path: one for one in found.checked.alone}
        problems = in_order((*found.problems, *notices(found, Places(self.root), date(2026, 12, 1))))
        return as_text(problems, read=reader(self.root), language=language("da"), colour=False)


def _picture(width: int, height: int) -> bytes:
    whole = BytesIO()
    Image.new("1", (width, height)).save(whole, "PNG")
    return whole.getvalue()


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
