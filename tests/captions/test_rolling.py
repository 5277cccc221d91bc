"""Automatic captions come once, and what people say twice stays twice."""

from __future__ import annotations

from generator.captions import Cue, is_rolling, unrolled


def cues(*shown: tuple[int, int, str]) -> list[Cue]:
    return [Cue(start, end, text) for start, end, text in shown]


def texts(found: tuple[Cue, ...]) -> list[tuple[int, int, str]]:
    return [(cue.start, cue.end, cue.text) for cue in found]


YOUTUBE = cues(
    (160, 3429, " \nopen<00:00:00.960><c> the hub</c>"), (3429, 3439, "open the hub\n "),
    (3439, 5749, "open the hub\nand<00:00:03.760><c> search</c>"), (5749, 5759, "and search\n "),
    (5759, 8000, "and search\nfor<00:00:06.000><c> it</c>"),
)  # fmt: skip


def test_the_lines_of_a_service_come_once() -> None:
    assert is_rolling(YOUTUBE)
    assert [(one.start, one.end) for one in unrolled(YOUTUBE)] == [(160, 3439), (3439, 5759), (5759, 8000)]
    assert [one.text.replace("<c>", "").replace("</c>", "") for one in unrolled(YOUTUBE)] == [
        "open<00:00:00.960> the hub", "and<00:00:03.760> search", "for<00:00:06.000> it",
    ]  # fmt: skip


def test_two_lines_that_move_up_come_once() -> None:
    moving = cues(*((n * 1000, n * 1000 + 1000, f"line {n}\nline {n + 1}") for n in range(6)))

    assert texts(unrolled(moving)) == [(0, 1000, "line 0\nline 1")] + [
        (n * 1000, n * 1000 + 1000, f"line {n + 1}") for n in range(1, 6)
    ]


def test_a_line_that_grows_comes_once_and_whole() -> None:
    words = "so now we open the search and write".split()  # noqa: SIM905
    growing = cues(*((n * 500, n * 500 + 500, " ".join(words[: n + 1])) for n in range(len(words))))

    assert texts(unrolled(growing)) == [(0, 4000, "so now we open the search and write")]


def test_what_is_said_twice_stays() -> None:
    song = cues(*((n * 2000, n * 2000 + 2000, "La la la") for n in range(6)))
    talk = cues(
        (0, 1000, "No."),
        (1000, 2000, "No."),
        (2000, 3000, "Yes?\nNo."),
        (3000, 4000, "No.\nNever."),
        (4000, 5000, "Oh."),
    )

    for said in (song, talk, cues(), cues((0, 1, "a"))):
        assert not is_rolling(said)
        assert unrolled(said) == tuple(said)
