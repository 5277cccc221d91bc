"""Pictures in a text, and the words around them."""

from __future__ import annotations

import pytest

from generator.model.markdown import content_of, to_html
from generator.model.text_pictures import TextPicture

A = "![a](b.png)"


def shown(text: str) -> str:
    html = to_html(text, lambda _: None, lambda picture: f"<figure>{picture.file}</figure>")
    return html.replace("\n", "")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (A, "<figure>b.png</figure>"),
        (f"Before\n{A}\nafter", "<p>Before</p><figure>b.png</figure><p>after</p>"),
        (f"Before  \n{A}\\\nafter", "<p>Before</p><figure>b.png</figure><p>after</p>"),
        (f"{A}\n![c](d%20e.png)", "<figure>b.png</figure><figure>d e.png</figure>"),
        (f"1. One\n   {A}\n2. Two", "<ol><li>One<figure>b.png</figure></li><li>Two</li></ol>"),
        (f"> {A}", "<blockquote><figure>b.png</figure></blockquote>"),
        ("![a][r]\n\n[r]: b.png", "<figure>b.png</figure>"),
    ],
)
def test_a_picture_on_a_line_of_its_own_is_a_block(text: str, html: str) -> None:
    assert shown(text) == html
    assert all(picture.is_alone for picture in content_of(text).pictures)


def test_a_picture_may_stand_in_a_cell_of_a_table() -> None:
    assert "<td><figure>b.png</figure></td>" in shown(f"|x|\n|-|\n|{A}|")


@pytest.mark.parametrize("text", [f"See {A}", f"{A} here", f"# {A}", f"[{A}](https://example.org)", f"**x\n{A}\ny**"])
def test_a_picture_among_words_is_known_and_not_shown(text: str) -> None:
    assert "<figure>" not in shown(text)
    assert [picture.is_alone for picture in content_of(text).pictures] == [False]


def test_words_and_the_line_under_it_are_read_as_they_were_meant() -> None:
    (picture,) = content_of('![ a &amp; "b" ](b.png "by  us")').pictures

    assert picture == TextPicture("b.png", 'a & "b"', "by us")


def test_where_nobody_shows_pictures_nothing_is_left_of_them() -> None:
    assert to_html(f"{A}\n\nafter", lambda _: None) == "<p>after</p>\n"
    assert "<img" not in to_html("![a](<javascript:x>)", lambda _: None)
