"""Captions that other programs made are taken in, clean, or refused in a sentence that names every line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.captions import read_webvtt
from generator.cli import main
from generator.imports.captions import captions, video_of
from generator.problems.problem import HubError
from tests.hub import copied

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
CHANGED = "It was {form}, and is now WebVTT."


def file(folder: Path, content: bytes | str, name: str = "film.srt") -> Path:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder / name


def notes(folder: Path, content: bytes | str) -> list[str]:
    return [note for note, _ in captions(file(folder, content), said=None, otherwise="da").notes]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (SRT.encode(), [CHANGED]),
        (SRT.replace("\n", "\r\n").encode("utf-8-sig"), [CHANGED]),
        (SRT.encode("cp1252"), [OLD, CHANGED]),
        (SRT.encode("utf-16"), [CHANGED]),
        (VTT.encode(), []),
        (VTT.replace("\n", "\r").encode("utf-8-sig"), []),
        (SRT.replace("1\n00", "00").replace("\n2\n", "\n").encode(), [CHANGED]),
    ],
    ids=["srt", "srt-bom-crlf", "srt-1252", "srt-utf16", "vtt", "vtt-bom-cr", "srt-unnumbered"],
)
def test_whatever_an_editor_wrote_becomes_the_same_file(tmp_path: Path, content: bytes, said: list[str]) -> None:
    read = captions(file(tmp_path, content), said=None, otherwise="da")

    assert (read.text, read.count, read.language) == (VTT, 2, "da")
    assert [note for note, _ in read.notes] == said


def test_captions_out_of_order_are_put_in_order(tmp_path: Path) -> None:
    first, second = SRT.split("\n\n")
    read = captions(file(tmp_path, f"{second.strip()}\n\n{first}\n"), said=None, otherwise="da")

    assert read.text == VTT
    assert "Captions out of order were put in order." in [note for note, _ in read.notes]


def test_what_was_left_out_is_said(tmp_path: Path) -> None:
    assert notes(tmp_path, VTT.replace("WEBVTT\n", "WEBVTT\n\nSTYLE\n::cue {}\n")) == [
        "Left out, since they are no captions: {what}."
    ]
    assert notes(tmp_path, f"{VTT}\n00:00:05.000 --> 00:00:06.000\n\n") == [
        "Captions that say nothing were left out: {count}."
    ]


def test_captions_of_a_service_are_taken_in_once(tmp_path: Path) -> None:
    rolling = (
        "WEBVTT\n\n00:00:00.000 --> 00:00:01.000 align:start position:0%\nÅbn<00:00:00.500><c> den</c>\n\n"
        "00:00:01.000 --> 00:00:01.010\nÅbn den\n\n00:00:01.010 --> 00:00:02.000\nÅbn den\nog søg\n"
    )
    read = captions(file(tmp_path, rolling), said=None, otherwise="da")

    assert read.text == ("WEBVTT\n\n00:00:00.000 --> 00:00:01.010\nÅbn den\n\n00:00:01.010 --> 00:00:02.000\nog søg\n")
    assert read.notes == (("Every line came two or three times, and is there once now.", {}),)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "There are no captions"), (b"hello", "There are no captions"), (b"WEBVTT\n", "There are no captions"),
        (b"\x00\x01\x02", "There are no captions"), ("[Script Info]\nTitle: a\n", "SubStation Alpha"),
        ("<html><p>a</p></html>", "not TTML"), (VTT.replace("WEBVTT", "WEBVTT\nKind: chapters"), "chapters"),
        (SRT.replace("00:00:03,000", "00:00:73,000"), "   7 | 00:00:73,000 -->"),
        (SRT + "\n3\n00:00:05,000 -> hello\nto\n", "  11 | 00:00:05,000 -> hello"),
        (b" " * 6_000_000, "larger"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_whole_is_refused(tmp_path: Path, content: bytes | str, told: str) -> None:
    with pytest.raises(HubError, match=told.replace("|", r"\|")):
        captions(file(tmp_path, content), said=None, otherwise="da")


def test_the_file_says_its_language(tmp_path: Path) -> None:
    headed = file(tmp_path, VTT.replace("WEBVTT", "WEBVTT\nLanguage: en"), "film.vtt")
    named = file(tmp_path, SRT, "film.sv.srt")

    assert captions(headed, said=None, otherwise="da").language == "en"
    assert captions(named, said=None, otherwise="da").language == "sv"
    assert captions(named, said="de", otherwise="da").language == "de"
    assert captions(named, said="de", otherwise="da").notes[-1][1] == {"found": "sv", "language": "de"}
    assert captions(file(tmp_path, SRT), said=None, otherwise="en").language == "en"


def test_another_language_is_asked_about(tmp_path: Path) -> None:
    korean = SRT.replace("Skriv et ord.", "여기에서 수업을 찾는 방법을 볼 수 있습니다 여기에서 수업을 찾는")

    with pytest.raises(HubError, match="“ko”"):
        captions(file(tmp_path, korean), said=None, otherwise="da")
    assert captions(file(tmp_path, korean), said="ko", otherwise="da").language == "ko"


@pytest.mark.parametrize("code", ["dk", "dansk", "Danish", "da_DK", "../da", ""])
def test_what_is_no_language_is_refused(tmp_path: Path, code: str) -> None:
    with pytest.raises(HubError, match="code of a language"):
        captions(file(tmp_path, SRT), said=code or "x", otherwise="da")


def test_a_video_is_named_by_its_id_or_its_file(tmp_path: Path) -> None:
    (tmp_path / "min-film.yml").touch()

    assert video_of(tmp_path, "min-film") == video_of(tmp_path, "min-film.yml") == "min-film"
    for other in ("min-flim", "../min-film", ""):
        with pytest.raises(HubError, match="There is no video"):
            video_of(tmp_path, other)


def imported(*words: str) -> Result:
    return CliRunner().invoke(main, ["import", *words], catch_exceptions=False)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A hub, where people stand who type the command."""
    monkeypatch.chdir(copied(tmp_path))
    return tmp_path


def test_the_command_puts_them_beside_the_video_and_over_others_only_when_told(root: Path) -> None:
    place = root / "content/videos/soeg-i-hubben.da.vtt"
    before = place.read_text("utf-8")
    (root / "film.srt").write_text(SRT, "utf-8")
    again = imported("captions", "film.srt", "soeg-i-hubben")
    unknown = imported("captions", "film.srt", "soeg-i-huben")
    kept = place.read_text("utf-8")
    made = imported("captions", "film.srt", "soeg-i-hubben.yml", "--replace")

    assert kept == before
    assert (again.exit_code, unknown.exit_code) == (2, 2)
    assert "--replace" in again.stderr
    assert "Mente du »soeg-i-hubben«?" in unknown.stderr
    assert made.exit_code == 0, made.stderr
    assert "captions:\n  - {file: soeg-i-hubben.da.vtt, language: da}" in made.stdout
    assert "Det var SubRip og er nu WebVTT." in made.stdout
    assert place.read_text("utf-8") == VTT
    assert read_webvtt(place.read_bytes()).unread == ()


def test_a_description_in_an_old_encoding_is_read_and_what_is_no_chapter_is_told(root: Path) -> None:
    (root / "beskrivelse.txt").write_bytes("0:00 Åbn søgningen\n1:75 Forkert\n".encode("cp1252"))
    made = imported("chapters", "beskrivelse.txt")

    assert made.stdout == 'chapters:\n  - {at: "0:00", title: "Åbn søgningen"}\n'
    assert made.stderr == "Linje 2 er udeladt, fordi tidspunktet ikke findes: 1:75 Forkert\n"
