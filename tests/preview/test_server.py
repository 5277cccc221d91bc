"""What the preview answers: pages of any address, with the script that asks for news."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.engine import names_this_machine
from generator.preview.server import NEWS, Server, Shown

PAGES = ("", "spørgsmål/", "version-1.5/", "Læring hub #1 100%/", "a.html", "dybt/nede.2/æ/", "404.html")


@pytest.fixture(params=["/", "/hub/", "/Læring hub/"])
def shown(request: pytest.FixtureRequest, tmp_path: Path) -> Shown:
    for url in PAGES:
        file = tmp_path / "site" / (f"{url}index.html" if not url or url.endswith("/") else url)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<body>{url}</body>", "utf-8")
    (tmp_path / "site/film.mp4").write_bytes(bytes(100))
    return Shown(tmp_path / "site", tmp_path / "now", request.param)


@pytest.fixture
def port(shown: Shown) -> Iterator[int]:
    with Server(("127.0.0.1", 0), shown) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def test_a_page_that_vanishes_while_it_is_looked_at_is_not_there(
    shown: Shown, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Shown, "file_of", lambda self, _: self.site / "gone.html")

    assert asked(port, f"{shown.base}gone.html".replace(" ", "%20").replace("æ", "%C3%A6"))[0] == 404
    assert shown.state("/gone.html") == shown.state("/")


def asked(port: int, path: str, **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


@pytest.mark.parametrize("url", PAGES)
def test_every_page_brings_the_script_and_learns_that_it_has_changed(port: int, shown: Shown, url: str) -> None:
    path = quote(shown.base + url)
    status, body = asked(port, path)
    before = json.loads(asked(port, f"{quote(shown.base)}{NEWS}?page={quote(path)}&seen=&told=")[1])

    assert status == 200
    assert f"<body>{url}<script" in body
    assert f'data-hub-page="{before["page"]}"' in body

    newer = shown.now / (f"{url}index.html" if not url or url.endswith("/") else url)
    newer.parent.mkdir(parents=True, exist_ok=True)
    newer.write_text("<body>newer</body>", "utf-8")
    asks = f"{quote(shown.base)}{NEWS}?page={quote(path)}&seen={before['page']}&told={before['told']}"

    assert json.loads(asked(port, asks)[1])["page"] != before["page"]
    assert "newer" in asked(port, path)[1]


@pytest.mark.parametrize("path", ["none/", "none", "a" * 3000 + "/", "%00/", "%2e%2e/%2e%2e/etc/passwd", "film.mp4/"])
def test_what_is_not_there_is_the_hubs_own_page_for_that(port: int, shown: Shown, path: str) -> None:
    status, body = asked(port, quote(shown.base) + path)

    assert status == 404
    assert "<body>404.html<script" in body


def test_a_range_of_a_film_is_right(port: int, shown: Shown) -> None:
    film = f"{quote(shown.base)}film.mp4"

    assert asked(port, film, Range="bytes=0-1")[0] == 206
    assert asked(port, film, Range="bytes=500-")[0] == 416
    assert asked(port, film, Range="bytes=5-2")[0] == 200


@pytest.mark.parametrize(
    ("host", "is_named"),
    [
        ("localhost", True), ("127.0.0.1:8000", True), ("[::1]:80", True), ("[::1]", True), ("localhost:", True),
        ("localhost:evil.example", False), ("localhost:80:80", False), ("evil@localhost", False), ("", False),
        ("::1", False),
    ],
)  # fmt: skip
def test_only_this_machine_is_named(host: str, is_named: bool) -> None:
    assert names_this_machine(host) is is_named
