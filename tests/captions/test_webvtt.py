"""WebVTT is read as browsers read it, and every line of which they show nothing is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.captions import Cue, read_webvtt, spoken, written
from generator.captions.cues import MOST_CUES

TIME = "00:00:01.000 --> 00:00:02.000"


def words(text: str) -> list[str]:
    return [said for _, said in spoken(read_webvtt(f"WEBVTT\n\n{text}\n".encode()).cues)]


def unread(text: str) -> list[tuple[int, str]]:
    return [(one.line, one.why) for one in read_webvtt(f"WEBVTT\n\n{text}\n".encode()).unread]


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"words", b"WEBVTTX\n", b"WEBVTT\n\n\xe6", "WEBVTT".encode("utf-16")]
)
def test_what_is_not_webvtt_in_utf_8_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        read_webvtt(content)


@pytest.mark.parametrize(
    "content",
    [
        f"WEBVTT\n\n{TIME}\nOne\nline\n", f"\ufeffWEBVTT - a title\r\n\r\n{TIME}\r\nOne\r\nline",
        f"WEBVTT\r\r{TIME}\rOne\rline\r",
        f"WEBVTT\nKind: captions\n{TIME}\nOne\nline",
        f"WEBVTT\n\nNOTE no\n{TIME[:5]}\n\nintro\n{TIME} align:start\nOne\nline",
        "WEBVTT\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\n1\n00:01.000-->00:02.000\nOne\nline\n",
    ],
)  # fmt: skip
def test_captions_are_read_whatever_stands_around_them(content: str) -> None:
    read = read_webvtt(content.encode())

    assert [(cue.start, cue.end, cue.text) for cue in read.cues] == [(1000, 2000, "One\nline")]
    assert read.unread == ()


def test_signs_that_nobody_sees_are_not_written() -> None:
    assert written([Cue(0, 1000, "a\u202eb\u200ec\x1bd\ne\u200d")]).endswith("\nabcd\ne\u200d\n")


def test_the_head_says_kind_and_language() -> None:
    read = read_webvtt(f"WEBVTT\nKind: captions\nLanguage: da-DK\n\n{TIME}\nOne\n".encode())

    assert (read.kind, read.language) == ("captions", "da-DK")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{TIME}\nOne\n\nlost", [(6, "text")]),
        (f"{TIME}\nOne\n\n00:00:02,000 --> 00:00:03,000\nTwo", [(6, "time")]),
        (f"{TIME}\nOne\n\n00:00:02.000 -> 00:00:03.000\nTwo", [(6, "time")]),
        (f"{TIME}\nOne\n00:00:02.000 -> 00:00:03.000\nTwo", [(5, "time")]),
        (f"{TIME}\nOne\n\n00:00:02 --> 00:00:03\nTwo", [(6, "time")]),
        (f"{TIME}\nOne\n\n0:2.000 --> 0:3.000\nTwo", [(6, "time")]),
        (f"{TIME}\nOne\n\n00:00:02.000 --> 00:00:60.000\nTwo", [(6, "time")]),
        (f"{TIME}\nChoose File --> Save", [(4, "time")]),
        ("00:00:02.000 --> 00:00:01.000\nOne", [(3, "order")]),
        (f"{TIME}\nPress <Enter>", [(4, "markup")]),
        (f"{TIME}\nOne\nis 3 < 5, is 5 <6>", [(5, "markup")]),
        (f"STYLE\n::cue {{ background: url(https://example.org/) }}\n\n{TIME}\nOne", [(3, "style")]),
        (f"STYLE\n@import 'https://example.org/';\n\n{TIME}\nOne", [(3, "style")]),
        (f"NOTE a --> b\n\n{TIME}\nOne", []),
        (f"NOTE\na\n\n \n\n{TIME}\n&lt;3 <i>one</i> <c.yellow>two</c> <00:00:01.500>three <font>four</font><br>", []),
    ],
)  # fmt: skip
def test_every_line_that_nobody_would_see_is_told(text: str, told: list[tuple[int, str]]) -> None:
    assert unread(text) == told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3 &lt; 5 &amp; p&aring; S&oslash;g", "3 < 5 & på Søg"),
        ("a&nbsp;b &quot;c&quot; &#233;n &#x41;", 'a b "c" én A'),
        ("&amp;lt;", "&lt;"),
        ("<i>one</i> <c.big.red>two</c><00:00:01.200> three", "one two three"),
        ("<v Ane>Hello", "Ane: Hello"),
        ("<v.loud Ane B. &amp; co.>Hello</v>", "Ane B. & co.: Hello"),
        ("<v Ane>Hello</v> <v Bo>Hi</v>\n<v Bo>there", "Ane: Hello Bo: Hi there"),
        ("<ruby>漢<rt>kan</rt></ruby>", "漢kan"),
    ],
)
def test_a_transcript_holds_what_is_shown(text: str, said: str) -> None:
    assert words(f"{TIME}\n{text}") == [said]


def test_a_speaker_is_named_when_another_one_speaks() -> None:
    said = words("\n\n".join(f"00:0{n}.000 --> 00:0{n + 1}.000\n<v {who}>{n}" for n, who in enumerate("AABA")))

    assert said == ["A: 0", "1", "B: 2", "A: 3"]


def test_there_is_an_end_to_captions() -> None:
    read = read_webvtt(b"WEBVTT\n\n" + b"00:00.000 --> 00:01.000\na\n\n" * (MOST_CUES + 1))

    assert len(read.cues) == MOST_CUES
    assert [one.why for one in read.unread] == ["limit"]


CUES = st.lists(
    st.builds(
        Cue, st.integers(0, 10**7), st.integers(10**7 + 1, 10**8), st.text("abc æ\u00a0", min_size=1).filter(str.strip),
        st.sampled_from(["", "line:0", "align:start"]),
    ),
    max_size=5,
)  # fmt: skip


@settings(deadline=None)
@given(CUES)
def test_what_is_written_is_read_again(cues: list[Cue]) -> None:
    read = read_webvtt(written(cues).encode())

    assert [(one.start, one.end, one.text, one.settings) for one in read.cues] == [
        (one.start, one.end, one.text, one.settings) for one in cues
    ]
