"""Files and ranges of them are answered as real web servers do."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from generator.runtime.http_server import FileHandler, WebServer, range_of

CONTENT = bytes(range(100))


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    (tmp_path / "film.mp4").write_bytes(CONTENT)
    (tmp_path / "empty.mp4").write_bytes(b"")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/hub.css").write_text("b{}")
    with WebServer(("127.0.0.1", 0), partial(FileHandler, directory=str(tmp_path))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def asked(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    return answer.status, dict(answer.headers), answer.read()


@pytest.mark.parametrize(
    ("asks", "part"),
    [
        ("bytes=0-0", range(1)), ("bytes=0-", range(100)), ("bytes=10-19", range(10, 20)),
        ("bytes=90-", range(90, 100)),
        ("bytes=-10", range(90, 100)), ("bytes=-500", range(100)), ("bytes=50-999", range(50, 100)),
        ("Bytes=0-1", range(2)), ("bytes = 1-2", range(1, 3)), ("bytes=99-", range(99, 100)),
    ],
)  # fmt: skip
def test_a_range_is_answered_with_its_bytes(port: int, asks: str, part: range) -> None:
    status, headers, body = asked(port, "/film.mp4", Range=asks)

    assert (status, body) == (206, CONTENT[part.start : part.stop])
    assert headers["Content-Range"] == f"bytes {part.start}-{part.stop - 1}/100"
    assert headers["Content-Length"] == str(len(part))


@pytest.mark.parametrize("asks", ["bytes=100-", "bytes=99999999-", "bytes=100-200", "bytes=-0"])
def test_a_range_past_the_end_is_refused_with_the_size(port: int, asks: str) -> None:
    status, headers, body = asked(port, "/film.mp4", Range=asks)

    assert (status, body) == (416, b"")
    assert headers["Content-Range"] == "bytes */100"


@pytest.mark.parametrize(
    "asks", ["bytes=5-2", "bytes=-", "bytes=a-b", "bytes=0-1,5-6", "lines=0-1", "bytes=0", f"bytes={'9' * 5000}-", "x"]
)
def test_what_is_no_range_is_passed_over(port: int, asks: str) -> None:
    status, _, body = asked(port, "/film.mp4", Range=asks)

    assert (status, body) == (200, CONTENT)


def test_a_range_on_a_condition_that_cannot_be_met_gives_the_whole_file(port: int) -> None:
    assert asked(port, "/film.mp4", Range="bytes=0-1", If_Range='"another"')[2] == CONTENT


def test_an_empty_file_has_no_ranges(port: int) -> None:
    assert asked(port, "/empty.mp4", Range="bytes=0-")[0] == 416
    assert range_of("bytes=-5", 0) == range(0)


@pytest.mark.parametrize("path", ["/assets/", "/" + "a" * 5000, "/%00", "/a%00b/", "/" + "%C3%A6" * 200, "/none"])
def test_what_is_not_there_is_not_found(port: int, path: str) -> None:
    status, _, body = asked(port, path)

    assert status == 404
    assert b"hub.css" not in body


def test_a_body_is_no_second_request(port: int) -> None:
    body = b"GET /film.mp4 HTTP/1.1\r\nHost: evil\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(b"GET /assets/hub.css HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        answer = b"".join(iter(lambda: connection.recv(65536), b""))

    assert answer.count(b"HTTP/1.") == 1
