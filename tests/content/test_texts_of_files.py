"""A number is found in a file beside a document wherever somebody would read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.check.personal_data import file_holds
from tests.images.made import at_the_end, chunk, saved

CUES = "WEBVTT\n\n00:00.000 --> 00:01.000\nHer er {}\n\n00:01.000 --> 00:02.000\n{} på skærmen\n"


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.vtt", CUES.format("010203-1234", "og"), True),
        ("a.vtt", CUES.format("010203-<i>1234</i>", "og"), True),
        ("a.vtt", CUES.format("<v Ane>010203", "1234"), True),
        ("a.vtt", CUES.format("010203&#45;1234", "og"), True),
        ("a.vtt", CUES.format("10203", "1234"), False),
        ("a.txt", "Nr. 010203-1234".encode("utf-16"), True),
        ("a.jpg", saved("JPEG", comment=b"Nr. 010203-1234"), True),
        ("a.png", at_the_end(saved("PNG"), chunk(b"tEXt", b"Comment\0Nr. 010203-1234")), True),
        ("a.png", saved("PNG"), False),
        ("a.png", b"010203-1234", False),
        ("a.pdf", b"010203-1234", False),
    ],
)  # fmt: skip
def test_a_number_is_found(tmp_path: Path, name: str, content: bytes | str, found: bool) -> None:
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())

    assert file_holds(tmp_path / name) is found
