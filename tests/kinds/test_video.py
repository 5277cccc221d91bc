"""Videos: chapters, captions and the two places where a film can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.kinds.video.captions import Line, clock, read_captions
from tests.films.made import PLACE, box, mp4, track, webm
from tests.kinds.small import body, data, facts, findings, item, missing_anchors, owner

CHAPTERS = "{chapters: [{at: '0:00', title: Start}, {at: '0:01', title: Middle}, {at: '0:03', title: End}]}"
ELSEWHERE = "{source: {service: Filmhouse, url: 'https://example.org/film'}}"
LINES = """WEBVTT

NOTE nobody says this

intro
00:00:00.000 --> 00:00:02.000
A first
line

00:00:02.000 --> 00:00:04.000
A second line
"""


def with_captions(folder: Path, content: str) -> list[tuple[str, str]]:
    (folder / "tour.vtt").write_text(content, "utf-8")
    return findings(item("video"), films=folder)


@pytest.mark.parametrize(("seconds", "text"), [(0, "0:00"), (65, "1:05"), (600, "10:00"), (3723, "1:02:03")])
def test_a_moment_is_written_as_players_write_it(seconds: int, text: str) -> None:
    assert clock(seconds) == text


def test_data_say_where_the_film_its_player_and_its_picture_are() -> None:
    here = data(item("video", "poster: a b.jpg"))
    there = data(item("video", "source: {service: Vimeo, url: 'https://vimeo.com/1'}"))
    unknown = data(item("video", ELSEWHERE))

    assert (here["contentUrl"], here["thumbnailUrl"]) == ("videos/files/tour.mp4", "videos/files/a%20b.jpg")
    assert there["embedUrl"] == "https://player.vimeo.com/video/1?dnt=1"
    assert not {"contentUrl", "embedUrl", "thumbnailUrl"} & unknown.keys()


def test_a_card_says_length_and_watchers() -> None:
    assert facts(item("video")) == ("0:04", "Teacher")
    assert facts(item("video", "{level: level-1, duration: '1:02:03'}")) == ("1:02:03", "Teacher", "Level 1")


def test_every_chapter_can_be_pointed_to() -> None:
    assert missing_anchors(item("video", CHAPTERS)) == set()


def test_clips_follow_each_other_to_the_end_of_the_film() -> None:
    said = data(item("video", CHAPTERS))
    offsets = [(clip["startOffset"], clip["endOffset"]) for clip in said["hasPart"]]

    assert said["duration"] == "PT4S"
    assert offsets == [(0, 1), (1, 3), (3, 4)]
    assert [clip["url"] for clip in said["hasPart"]] == [f"videos/small/#t={second}" for second in (0, 1, 3)]


def test_a_film_without_chapters_has_no_clips() -> None:
    assert data(item("video"))["hasPart"] == []
    assert 'id="chapters"' not in body(item("video"))


def test_the_role_keeps_it_true() -> None:
    assert owner(item("video")) == "Consultant"


def test_captions_become_lines_without_comments_and_line_breaks() -> None:
    assert read_captions(LINES.encode("utf-8-sig")) == (
        Line(0.0, 2.0, "A first line"), Line(2.0, 4.0, "A second line"),
    )  # fmt: skip


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"no captions"], ids=["nothing", "no text", "another text"])
def test_what_is_no_caption_file_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "tour.vtt").write_bytes(content)

    assert findings(item("video"), films=tmp_path) == [("captions-unreadable", "captions.0.file")]


@pytest.mark.parametrize(
    ("end", "found"),
    [("17", ["captions-coverage"]), ("18", []), ("20", []), ("21", []), ("22", ["captions-beyond-end"])],
)
def test_captions_end_about_where_the_film_does(tmp_path: Path, end: str, found: list[str]) -> None:
    (tmp_path / "tour.vtt").write_text(LINES.replace("04.000", f"{end}.000"), "utf-8")

    assert [code for code, _ in findings(item("video", "{duration: '0:20'}"), films=tmp_path)] == found


def test_captions_that_overlap_for_less_than_a_second_are_told(tmp_path: Path) -> None:
    assert with_captions(tmp_path, LINES.replace("--> 00:00:02.000", "--> 00:00:02.900")) == [
        ("captions-overlap", "captions.0.file")
    ]


@pytest.mark.parametrize(
    "text",
    [
        LINES.replace("A first", "<v Ane>A first").replace("A second", "<v Bo>A second"),
        LINES.replace("A first", "- A first"),
        LINES.replace("--> 00:00:04.000", "--> 00:00:04.000 line:0"),
        LINES.replace("00:00:02.000 -->", "00:00:00.000 -->"),
    ],
    ids=["two speakers", "a dash", "another place", "at the same time"],
)
def test_two_who_speak_at_once_may_be_shown_at_once(tmp_path: Path, text: str) -> None:
    assert with_captions(tmp_path, text.replace("--> 00:00:02.000", "--> 00:00:02.900")) == []


def test_captions_of_a_service_stand_once_in_the_transcript() -> None:
    rolling = (
        "WEBVTT\n\n00:00.000 --> 00:01.000\nOpen<00:00.500><c> it</c>\n\n00:01.000 --> 00:01.010\nOpen it\n \n\n"
        "00:01.010 --> 00:02.000\nOpen it\nand search\n\n00:02.000 --> 00:02.010\nand search\n"
    )

    assert [line.text for line in read_captions(rolling.encode())] == ["Open it", "and search"]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (mp4(), []),
        (mp4(5.9), []),
        (mp4(75), [("film-length", "duration")]),
        (mp4(0), []),
        (mp4(4, (b"hvc1",)), [("film-codec", "source.file")]),
        (b"words", [("film-unreadable", "source.file")]),
        (mp4()[:-10], [("film-unreadable", "source.file")]),
        (webm(), [("film-unreadable", "source.file")]),
        (mp4(4, (b"avc1",), box(b"udta", PLACE)), [("film-location", "source.file")]),
        (mp4(4, (b"avc1",), track(b"gpmd", b"meta")), [("film-track", "source.file")]),
    ],
)
def test_the_film_itself_is_looked_at(tmp_path: Path, content: bytes, found: list[tuple[str, str]]) -> None:
    (tmp_path / "tour.mp4").write_bytes(content)
    (tmp_path / "tour.vtt").write_text(LINES, "utf-8")

    assert findings(item("video"), films=tmp_path) == found


@pytest.mark.parametrize(
    ("language", "file", "found"),
    [
        ("en", "tour.vtt", []),
        ("en-GB", "tour.en.vtt", []),
        ("en", "tour.v2.vtt", []),
        ("dk", "tour.vtt", [("captions-code", "captions.0.language")]),
        ("en", "tour.da.vtt", [("captions-language", "captions.0.language")]),
    ],
)
def test_language_and_name_of_captions_agree(
    tmp_path: Path, language: str, file: str, found: list[tuple[str, str]]
) -> None:
    (tmp_path / file).write_text(LINES, "utf-8")
    film = item("video", f"{{captions: [{{file: {file}, language: {language}}}]}}")

    assert findings(film, films=tmp_path) == found


def test_captions_in_another_language_than_is_said_are_told(tmp_path: Path) -> None:
    german = "Hier sehen Sie wie man einen Kurs findet und ihn für die Klasse anpasst, und das ist nicht schwer. " * 3

    assert ("captions-language", "captions.0.language") in with_captions(
        tmp_path, LINES.replace("A second line", german)
    )


def test_captions_without_end_are_told_and_not_read(tmp_path: Path) -> None:
    with (tmp_path / "tour.vtt").open("wb") as file:
        file.truncate(6_000_000)

    assert findings(item("video"), films=tmp_path) == [("file-heavy", "captions.0.file")]

    (tmp_path / "tour.vtt").write_text("WEBVTT\n\n" + "00:00.000 --> 00:04.000\na\n\n" * 20_001, "utf-8")

    assert "captions-limit" in dict(findings(item("video"), films=tmp_path))


def test_a_film_kept_elsewhere_is_a_link_that_says_where_it_leads() -> None:
    film = item("video", ELSEWHERE)

    assert findings(film) == []
    assert "See the film at Filmhouse" in body(film)
    assert "<video" not in body(film)


def test_a_service_without_a_name_is_no_place() -> None:
    assert findings(item("video", "{source: {url: 'https://example.org/film'}}")) == [("film-one-place", "source")]
    assert findings(item("video", "{source: {service: Filmhouse}}")) == [("film-one-place", "source")]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (LINES.replace("first", "første").encode("latin-1"), [("captions-unreadable", "captions.0.file")]),
        (LINES.replace("first", "første").encode("utf-8-sig"), []),
        (LINES.replace("\n", "\r\n").encode(), []),
        (b"\xff\xfe" + LINES.encode("utf-16-le"), [("captions-unreadable", "captions.0.file")]),
    ],
    ids=["Latin-1", "a mark at the beginning", "lines as Windows ends them", "two bytes a letter"],
)
def test_captions_as_other_programs_write_them(tmp_path: Path, content: bytes, found: list[tuple[str, str]]) -> None:
    (tmp_path / "tour.vtt").write_bytes(content)

    assert findings(item("video"), films=tmp_path) == found


def test_captions_out_of_order_are_told(tmp_path: Path) -> None:
    head, first, second = LINES.split("\n\n")[0], *LINES.split("\n\n")[2:4]

    found = with_captions(tmp_path, f"{head}\n\n{second.strip()}\n\n{first.removeprefix('intro').strip()}\n")

    assert found == [("captions-order", "captions.0.file")]


def test_a_film_lists_the_guides_and_steps_that_show_it() -> None:
    film = item("video", "{guides: [named]}", "film")
    named = item("guide", "{title: Named}", "named")
    step = "{title: Shown, steps: [{action: Open it.}, {action: See it., video: {video: film, at: '0:02'}}]}"
    html = body(film, named, item("guide", step, "shown"))

    assert '<a href="../../guides/named/">Named</a>' in html


def test_only_a_dated_exemption_lets_a_film_go_without_captions() -> None:
    exempt = "{captions: [], audio_description: {kind: exempt, statement: Recorded before 2020., until: 2027-01-01}}"

    assert findings(item("video", "{captions: []}")) == [("captions-missing", "title")]
    assert findings(item("video", exempt)) == []
    assert "The film has no captions yet." in body(item("video", exempt))
