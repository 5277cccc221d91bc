"""Captions and chapters that other programs made are taken in, clean, or refused in a sentence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.imports import captions, chapters
from generator.kinds.video.captions import read_captions
from generator.problems.problem import HubError
from tests.hub import ROOT, copied

SRT = """1
00:00:01,000 --> 00:00:02,500
Åbn <i>søgningen</i>
øverst.

2
00:00:03,000 --> 00:00:04,250
Skriv et ord.
"""
VTT = """WEBVTT

00:00:01.000 --> 00:00:02.500
Åbn <i>søgningen</i>
øverst.

00:00:03.000 --> 00:00:04.250
Skriv et ord.
"""
OLD = "It was not UTF-8 and was read as Windows-1252; check that æ, ø and å are right."
SUBRIP = "It was SubRip, and is now WebVTT."


@pytest.mark.parametrize(
    ("content", "notes"),
    [
        (SRT.encode(), (SUBRIP,)),
        (SRT.replace("\n", "\r\n").encode("utf-8-sig"), (SUBRIP,)),
        (SRT.encode("cp1252"), (OLD, SUBRIP)),
        (SRT.encode("utf-16"), (SUBRIP,)),
        (VTT.encode(), ()),
        (VTT.replace("\n", "\r").encode("utf-8-sig"), ()),
    ],
    ids=["srt", "srt-bom-crlf", "srt-1252", "srt-utf16", "vtt", "vtt-bom-cr"],
)
def test_whatever_an_editor_wrote_becomes_the_same_file(content: bytes, notes: tuple[str, ...]) -> None:
    read = captions(content)

    assert (read.text, read.count, read.notes) == (VTT, 2, notes)


def test_captions_out_of_order_are_put_in_order() -> None:
    first, second = SRT.split("\n\n")
    read = captions(f"{second.strip()}\n\n{first}\n".encode())

    assert read.text == VTT
    assert read.notes == (SUBRIP, "Captions out of order were put in order.")


@pytest.mark.parametrize("content", [b"", b"hello", b"WEBVTT\n", b"\x00\x01\x02", b"1\n00:00:01 --> x\nhello\n"])
def test_what_holds_no_captions_is_refused(content: bytes) -> None:
    with pytest.raises(HubError):
        captions(content)


@given(st.binary(max_size=400))
def test_no_bytes_surprise_it(content: bytes) -> None:
    try:
        read = captions(content)
    except HubError:
        return
    assert len(read_captions(read.text.encode())) == read.count


def test_chapters_are_found_in_a_description() -> None:
    description = 'En film.\n0:00 Åbn "søgningen"\n  • 00:04:05 – Skriv: et ord\n(1:02:03) Slut\nI 2024 kom 3:5 fra.\n'

    assert chapters(description) == (
        "chapters:\n"
        '  - {at: "0:00", title: "Åbn \\"søgningen\\""}\n'
        '  - {at: "4:05", title: "Skriv: et ord"}\n'
        '  - {at: "1:02:03", title: "Slut"}\n'
    )


def test_a_description_without_times_is_refused() -> None:
    with pytest.raises(HubError):
        chapters("En film om at søge.\n")


def hub(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator.cli", "import", *words]
    return subprocess.run(command, cwd=root, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)


def test_the_command_puts_them_beside_the_video_and_never_over_another(tmp_path: Path) -> None:
    root = copied(tmp_path)
    (root / "film.srt").write_text(SRT, "utf-8")
    made = hub(root, "captions", "film.srt", "min-film")
    again = hub(root, "captions", "film.srt", "min-film")
    outside = hub(root, "captions", "film.srt", "../min-film")

    assert made.returncode == 0, made.stderr
    assert "captions:\n  - {file: min-film.da.vtt, language: da}" in made.stdout
    assert (root / "content/videos/min-film.da.vtt").read_text("utf-8") == VTT
    assert (again.returncode, outside.returncode) == (2, 2)
    assert "findes allerede" in again.stderr
    assert "kan ikke være et filnavn" in outside.stderr
