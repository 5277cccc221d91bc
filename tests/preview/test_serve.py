"""The live preview shows the hub to this machine alone, follows edits, and outlives mistakes."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.i18n.language import Language
from generator.preview import Preview as FollowedHub
from generator.preview import preview_of
from generator.preview.full_build import Builds
from tests.hub import ENGLISH_HUB, ROOT, changed
from tests.rebuilt import copy

COURSE = "courses/rivers/"
PATIENCE = 60
"""Seconds until a preview that says nothing is given up."""


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def command(root: Path, address: str) -> list[str]:
    return [sys.executable, "-m", "generator.cli", "serve", "--config", str(root / "site_config.yml"),
            "--address", address]  # fmt: skip


ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}


def patiently(holds: Callable[[], bool], said: Callable[[], str] = str) -> None:
    """Asks until something holds; fails with what was said meanwhile."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, said()
        time.sleep(0.05)


def interruptible() -> None:
    """As in a terminal: what a shell begins in the background passes Ctrl-C over, tests included."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


class Preview:
    """A preview that runs."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.port = free_port()
        self.log = root / "preview.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                command(root, f"127.0.0.1:{self.port}"), cwd=root, env=ENVIRONMENT, stdout=log, stderr=log,
                preexec_fn=interruptible,
            )  # fmt: skip
        self.until(lambda: "Ctrl-C" in self.said())

    def said(self) -> str:
        return self.log.read_text("utf-8")

    def until(self, holds: Callable[[], bool]) -> None:
        def held() -> bool:
            assert self.process.poll() is None, self.said()
            return holds()

        patiently(held, self.said)

    def get(self, path: str, host: str = "") -> tuple[int, str]:
        """Asks for a path exactly as it is written."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.putrequest("GET", path, skip_host=True)
        connection.putheader("Host", host or f"127.0.0.1:{self.port}")
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")

    def news(self, page: str = f"/{COURSE}", seen: str = "", told: str = "") -> dict[str, str]:
        """What a page is answered that asks for news."""
        status, said = self.get(f"/hub-preview?page={page}&seen={seen}&told={told}")
        assert status == 200
        return dict(json.loads(said))


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    shown = Preview(copy(tmp_path_factory.mktemp("preview") / "hub"))
    yield shown
    if shown.process.poll() is None:
        shown.process.kill()
        shown.process.wait()


def test_pages_and_search_are_there(preview: Preview) -> None:
    assert preview.get("/" + COURSE)[0] == 200
    assert preview.get("/search/index.json")[0] == 200
    assert preview.get("/findes-ikke/")[0] == 404


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", "localhost.evil"])
def test_another_name_for_this_machine_is_not_answered(preview: Preview, host: str) -> None:
    assert preview.get("/", host or " ")[0] == 403


@pytest.mark.parametrize("host", ["localhost:1", "127.0.0.1", "[::1]:80"])
def test_its_own_names_are(preview: Preview, host: str) -> None:
    assert preview.get("/", host)[0] == 200


@pytest.mark.parametrize(
    "way", ["/../", "/..%2f", "/%2e%2e/", "/courses/../../", "//", "/%2e%2e%2f%2e%2e%2f", "/..%5c"]
)
def test_no_path_leads_out_of_the_site(preview: Preview, way: str) -> None:
    for target in ("etc/passwd", "site_config.yml", "content/courses/rivers.yml", "preview.log"):
        status, body = preview.get(way + target)

        assert status in {301, 404}, (way, target)
        assert "root:" not in body
        assert "docs_dir" not in body


def test_an_edit_is_shown_and_a_mistake_keeps_the_last_good_page(preview: Preview) -> None:
    file = preview.root / "content/courses/rivers.yml"
    changed(file, lambda text: text.replace("title: Rivers", "title: Great rivers", 1))
    preview.until(lambda: "Great rivers" in preview.get("/" + COURSE)[1])
    sound = file.read_text("utf-8")
    before = preview.said()
    changed(file, lambda text: re.sub(r"^subjects:.*$", "subjects: [geografy]", text, count=1, flags=re.MULTILINE))
    preview.until(lambda: "geografy" in preview.said()[len(before) :])

    said = preview.news()["problems"]

    assert "subjects: [geografy]" in said
    assert "Did you mean" in said
    assert "Did you mean" in preview.said()
    assert "Traceback" not in preview.said()
    assert (preview.root / "content").is_dir()

    file.write_text(sound.replace("Great rivers", "Greater rivers"), "utf-8")
    preview.until(lambda: "Greater rivers" in preview.get("/" + COURSE)[1])

    preview.until(lambda: preview.news()["problems"] == "")


@contextmanager
def followed(root: Path) -> Iterator[tuple[FollowedHub, threading.Event]]:
    """A preview within this process, which knows its hub; builds that are ready wait for the event to be told."""
    followed = preview_of(root / "site_config.yml", "127.0.0.1:0", lambda _: None)
    stop, may_end, end = threading.Event(), threading.Event(), followed.builds.done
    followed.builds.done = lambda outcome: (may_end.wait(), end(outcome))[0]
    may_end.set()
    thread = threading.Thread(target=followed.follow, args=(stop,))
    thread.start()
    try:
        patiently(lambda: followed.snapshot is not None)
        yield followed, may_end
    finally:
        may_end.set()
        stop.set()
        thread.join()


def test_the_page_alone_is_shown_before_the_whole_site(tmp_path: Path) -> None:
    """What is seen at once is, byte for byte, what the build that follows writes."""
    root, page = copy(tmp_path / "hub"), f"/{COURSE}"
    with followed(root) as (shown, may_end):
        first = shown.shown.state(page)
        may_end.clear()
        changed(root / f"content/{COURSE.rstrip('/')}.yml", lambda text: text.replace("title: Rivers", "title: Brooks"))
        second = shown.shown.wait(page, first["page"], first["told"])
        file = shown.shown.file_of(page)
        at_once = file.read_bytes() if file else b""

        assert "Brooks and where they go" in at_once.decode()
        assert second["page"] != first["page"]
        assert "Brooks" not in (root / ".hub/preview/courses/index.html").read_text("utf-8")

        may_end.set()
        patiently(lambda: not (root / ".hub/preview-now").exists())

        assert (root / f".hub/preview/{COURSE}index.html").read_bytes() == at_once
        assert "Brooks" in (root / ".hub/preview/courses/index.html").read_text("utf-8")
        assert shown.shown.state(page)["page"] == second["page"], "the page must not be loaded twice"


def test_a_build_that_waits_begins_once_and_only_if_it_is_still_wanted(tmp_path: Path) -> None:
    root, outcomes = copy(tmp_path / "hub"), []
    builds = Builds(root / "site_config.yml", root / "shown", outcomes.append, Language("da"))

    def waiting(after: float) -> threading.Timer:
        builds.start(after=after)
        assert builds._waiting
        return builds._waiting

    unwanted = waiting(0.1)
    builds.stop()
    unwanted.join()
    assert not (root / "shown").exists()

    for one in [waiting(0.1), waiting(0.1)]:
        one.join()
    assert [outcome.problems for outcome in outcomes] == [""]


def test_a_hub_with_errors_is_shown_as_soon_as_they_are_mended(tmp_path: Path) -> None:
    root = copy(tmp_path / "hub")
    file = root / f"content/{COURSE.rstrip('/')}.yml"
    changed(file, lambda text: text.replace("licence: ", "licens: ", 1))
    shown = Preview(root)
    try:
        status, said = shown.get("/")

        assert status == 404
        assert "licens" in said

        changed(file, lambda text: text.replace("licens: ", "licence: ", 1))
        shown.until(lambda: shown.get("/" + COURSE)[0] == 200)
    finally:
        shown.process.kill()
        shown.process.wait()


def test_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    shown = Preview(copy(tmp_path / "hub"))
    shown.process.send_signal(signal.SIGINT)

    assert shown.process.wait(PATIENCE) in {0, 130}
    assert "Traceback" not in shown.said()


@pytest.mark.parametrize("address", ["0.0.0.0:8000", "192.0.2.1:8000", "example.org:8000", "127.0.0.1", ":8000"])
def test_it_is_shown_to_this_machine_alone(address: str) -> None:
    refused = refusal(address)

    assert refused.exit_code == 2
    assert refused.stderr.startswith(f"The preview cannot be shown at {address}.")


def test_a_port_that_is_taken_is_a_sentence() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        refused = refusal(f"127.0.0.1:{other.getsockname()[1]}")

    assert refused.exit_code == 2
    assert refused.stderr.startswith("The preview cannot start")


def refusal(address: str) -> Result:
    """What `hub serve` says and returns; it begins nothing."""
    return CliRunner().invoke(main, ["serve", "--config", str(ENGLISH_HUB / "site_config.yml"), "--address", address])
