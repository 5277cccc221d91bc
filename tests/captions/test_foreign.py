"""Captions are taken in as programs and people write them: nothing is lost, what cannot be read is told by its line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.captions import Read, UnknownFormError, read_foreign, read_webvtt, spoken, written
from generator.captions.timestamps import milliseconds
from generator.captions.ttml import read_ttml


def read(text: str) -> Read:
    return read_foreign(text.encode())[0]


def words(text: str) -> list[str]:
    return [said for _, said in spoken(read(text).cues)]


def times(text: str) -> list[tuple[int, int]]:
    return [(cue.start, cue.end) for cue in read(text).cues]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("00:00:04,500", 4500), ("00:00:04.5", 4500), ("0:04,05", 4050), ("00:00:04", 4000), ("4:05", 245_000),
        ("1:02:03,004", 3_723_004), ("00:00:01:500", 1500), ("00:00: 04 , 500", 4500), ("00:00:04;5", 4500),
        ("4.25", 4250), ("123:00:00", 442_800_000), ("00:00:04,123456789", 4123),
    ],
)  # fmt: skip
def test_times_are_read_as_programs_write_them(text: str, time: int) -> None:
    assert milliseconds(text) == time


@pytest.mark.parametrize("text", ["", "4", "00:00:60,000", "00:61:00", "00:00:01:12", "a:bc", "00:00:04,", "1:1:1:1:1"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        milliseconds(text)


@pytest.mark.parametrize("arrow", ["-->", " --> ", " -> ", " –> ", " —> ", " → ", "--&gt;", " -- > ", "  ==>  "])
@pytest.mark.parametrize("number", ["", "1\n", "#1\n", "1.\n", "0\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_subrip_is_read_with_any_arrow_number_and_line_end(arrow: str, number: str, end: str) -> None:
    text = f"{number}00:00:01,000{arrow}00:00:02,500\nOne\nline\n\n{number and '2'}\n0:03,5{arrow}4.0\n12\n"

    assert times(text.replace("\n", end)) == [(1000, 2500), (3500, 4000)]
    assert words(text.replace("\n", end)) == ["One line", "12"]


def test_numbers_and_empty_lines_within_captions_stay_what_they_are() -> None:
    text = (
        "1\n00:00:01,000 --> 00:00:02,000\nThe year\n\n1814\n\n2\n00:00:03,000 --> 00:00:04,000\n42\n3\n"
        "00:00:05,000 --> 00:00:06,000\nEnd"
    )

    assert words(text) == ["The year 1814", "42", "End"]
    assert read(text).unread == ()


def test_a_program_that_doubles_every_line_end_is_understood() -> None:
    text = "1\n\n00:00:01,000 --> 00:00:02,000\n\nOne\n\nline\n\n2\n\n00:00:03,000 --> 00:00:04,000\n\nTwo\n"

    assert words(text) == ["One line", "Two"]


def test_signs_are_signs_and_forms_are_left_behind() -> None:
    text = (
        "1\n00:00:00,000 --> 00:00:03,000\nWrite 3 < 5 & press <Enter>, not <b>that</b>\n\n"
        "2\n00:00:03,000 --> 00:00:05,000\nChoose File --> Save\n\n"
        '3\n00:00:05,000 --> 00:00:08,000\n{\\an8}Music & <font color="#ffff00">song</font> {i}low{/i}&nbsp;&amp;lt;\n'
    )
    cues = read(text).cues

    assert words(text) == ["Write 3 < 5 & press <Enter>, not that", "Choose File --> Save", "Music & song low &lt;"]
    assert [cue.settings for cue in cues] == ["", "", "line:0"]
    assert cues[0].text == "Write 3 &lt; 5 &amp; press &lt;Enter&gt;, not <b>that</b>"
    assert cues[2].text == "Music &amp; song <i>low</i>\u00a0&amp;lt;"


@pytest.mark.parametrize(
    ("text", "clean"),
    [("<i>a", "<i>a</i>"), ("a</i>", "a"), ("<I>a</I>", "<i>a</i>"), ("<b><i>a</b></i>", "<b><i>a</i></b>"),
     ("a<br/>b", "a\nb"), ("<<a>>", "&lt;&lt;a&gt;&gt;"), ("a <", "a &lt;"), ("{\\b1}a{\\b0}", "a"), ("{y:i}a", "a"),
     ("{a}", "{a}"), ("&copy; &", "&amp;copy; &amp;")],
)  # fmt: skip
def test_what_is_written_is_whole(text: str, clean: str) -> None:
    assert [cue.text for cue in read(f"1\n0:01,0 --> 0:02,0\n{text}\n").cues] == [clean]


@pytest.mark.parametrize(
    ("place", "settings"),
    [("an1", "align:start"), ("an2", ""), ("an3", "align:end"), ("an5", "line:50%"), ("an7", "line:0 align:start"),
     ("an8", "line:0"), ("a6", "line:0"), ("a9", "line:50% align:start"), ("fs20\\an8", "line:0")],
)  # fmt: skip
def test_a_place_on_the_screen_is_kept(place: str, settings: str) -> None:
    assert [cue.settings for cue in read(f"0:01,0 --> 0:02,0\n{{\\{place}}}a\n").cues] == [settings]


def test_webvtt_is_mended_where_browsers_would_show_nothing() -> None:
    text = (
        "WEBVTT\nKind: captions\nLanguage: da\n\nSTYLE\n::cue { color: red }\n\nNOTE hidden\n\nintro\n"
        "00:01,000 -> 00:02.5 line:0 region:a align:start\n<v Ane>One <3 &amp; <c.red>two</c>\n\nthree\n\n"
        "00:03.000 --> 00:04.000\nA --> B\n"
    )
    found = read(text)

    assert (found.kind, found.language, found.left_out) == ("captions", "da", ("STYLE", "NOTE"))
    assert [(cue.text, cue.settings) for cue in found.cues] == [
        ("<v Ane>One &lt;3 &amp; two\nthree", "line:0 align:start"), ("A --&gt; B", ""),
    ]  # fmt: skip
    assert found.unread == ()


def test_sbv_is_read() -> None:
    text = "0:00:00.160,0:00:03.429\nOne\nline, two\n\n0:00:03.429,0:00:05.749\nThree\n"

    assert read_foreign(text.encode())[1] == "SBV"
    assert times(text) == [(160, 3429), (3429, 5749)]
    assert words(text) == ["One line, two", "Three"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1\n00:00:01 --> x\nhello\n", [(2, "time")]),
        ("1\n00:00:61,000 --> 00:00:62,000\nhello\n", [(2, "time")]),
        ("1\n00:00:01:12 --> 00:00:02:12\nhello\n", [(2, "time")]),
        ("1\n00:00:02,000 --> 00:00:01,000\nhello\n", [(2, "order")]),
        ("My film\n\n1\n00:00:01,000 --> 00:00:02,000\nhello\n", [(1, "text")]),
        ("1\n00:00:01,000 --> 00:00:02,000\nhello\n\n2\n\nlost\n\n3\n00:00:05,000 --> 00:00:06,000\nx", [(5, "text")]),
        ("hello\n", [(1, "text")]),
    ],
)
def test_what_cannot_be_read_is_told_by_its_line(text: str, told: list[tuple[int, str]]) -> None:
    assert [(one.line, one.why) for one in read(text).unread] == told


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_encoding_of_editors_is_read(encoding: str) -> None:
    found, _, name = read_foreign("1\n00:00:01,000 --> 00:00:02,000\nÅbn søgningen\n".encode(encoding))

    assert [cue.text for cue in found.cues] == ["Åbn søgningen"]
    assert (name == "cp1252") == (encoding == "cp1252")


@pytest.mark.parametrize(
    ("text", "form"),
    [("[Script Info]\n", "SubStation Alpha"), ("{0}{25}a", "MicroDVD"), ('[{"start": 1}]', "JSON"),
     ("[00:12.00]a", "LRC"), ("{\\rtf1 1}", "RTF")],
)  # fmt: skip
def test_other_forms_are_named(text: str, form: str) -> None:
    with pytest.raises(UnknownFormError, match=form):
        read(text)


TTML = """<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" xmlns:p="http://www.w3.org/ns/ttml#parameter"
xmlns:m="http://www.w3.org/ns/ttml#metadata" xml:lang="da" p:frameRate="25" p:tickRate="10000000"><head><metadata>
<m:agent xml:id="a"><m:name>Ane</m:name></m:agent></metadata></head><body><div begin="10s">
<p begin="00:00:01.5" end="00:00:02:05" m:agent="a">One &amp;<br/> <span>two</span></p>
<p begin="30000000t" dur="500ms">Three</p><p begin="4s">Four</p></div></body></tt>"""


def test_ttml_is_read() -> None:
    found = read_ttml(TTML.encode())

    assert [(cue.start, cue.end, cue.text) for cue in found.cues] == [
        (11_500, 12_200, "<v Ane>One &amp;\ntwo"), (13_000, 13_500, "Three"),
    ]  # fmt: skip
    assert found.language == "da"
    assert [(one.why, one.line) for one in found.unread] == [("time", 5)]


def test_a_line_of_ttml_without_times_lasts_as_long_as_what_it_stands_in() -> None:
    text = """<tt xmlns="http://www.w3.org/ns/ttml"><body><div begin="1s" end="3s"><p>One</p><p begin="1s">Two</p></div>
<div><p>Never</p></div></body></tt>"""
    found = read_ttml(text.encode())

    assert [(cue.start, cue.end, cue.text) for cue in found.cues] == [(1000, 3000, "One"), (2000, 3000, "Two")]
    assert [(one.why, one.line) for one in found.unread] == [("time", 2)]


@pytest.mark.parametrize(
    "text", ["<a/>", "<tt", "<tt>&a;</tt>", '<!DOCTYPE tt [<!ENTITY a "b">]><tt>&a;</tt>',
             '<?xml version="1.0" encoding="x"?><tt/>']
)  # fmt: skip
def test_what_is_no_ttml_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        read_ttml(text.encode())


PIECES = st.sampled_from(
    ["00:00:01,000", "-->", "->", "0:1", "\n", "\n\n", "1", "2", "<", ">", "&", "&lt;", "<i>", "</i>", "<v A>", "</v>",
     "{\\an8}", "NOTE", "STYLE", "words", " ", "WEBVTT", "\r", "<font>", "<br>", "00:00.000 --> 00:01.000\n", "ø"]
)  # fmt: skip


@settings(deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=60)))
def test_whatever_is_taken_in_is_shown_whole(text: str) -> None:
    try:
        taken = read(text)
    except ValueError:
        return
    shown = [cue for cue in taken.cues if cue.text]
    again = read_webvtt(written(shown).encode())

    assert [one.text for one in again.cues] == [one.text for one in shown]
    assert {one.why for one in again.unread} <= {"order", "time"}
    assert [said for _, said in spoken(again.cues)] == [said for _, said in spoken(shown)]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["a", "<", ">", "&", "-", " ", "5", "é", '"', "{", "}"]), min_size=1)
    .map("".join)
    .filter(str.strip)
)
def test_no_sign_is_lost(said: str) -> None:
    kept = words(f"1\n00:00:01,000 --> 00:00:02,000\n{said}\n")

    assert ["".join(one.split()) for one in kept] == ["".join(said.split())]


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_surprise_it(content: bytes) -> None:
    try:
        taken = read_foreign(content)[0]
    except ValueError:
        return
    assert len(read_webvtt(written(taken.cues).encode()).cues) <= len(taken.cues)
