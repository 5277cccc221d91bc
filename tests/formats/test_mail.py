"""Mails: what people and mail programs get, whatever the titles hold."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy
from html.parser import HTMLParser

import pytest

from generator.formats.html_to_text import plain_text
from generator.formats.mail import eml, html, post, text
from generator.model.mail import Entry, Mail, Part

MAIL = Mail(
    name="2026-w48-teacher", language="da", subject="Ugens mail, uge 48 – æ, ø og å", sender="hub@example.dk",
    greeting='<p>Hej <a href="https://x.dk/a/">alle</a></p><ul><li>én</li></ul>',
    parts=(Part("Nyt", (Entry("Brøker ]]> </script>", "En linje. " * 12, "https://x.dk/?a=1&b=2"), Entry("U", ""))),),
    closing=("Skoleforvaltningen",), page="https://x.dk/mail/", page_title="Læs mailen",
)  # fmt: skip


class Tags(HTMLParser):
    """Every tag with its attributes."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_a_mail_program_reads_the_draft() -> None:
    read = message_from_bytes(eml(MAIL), policy=policy.default)
    plain, rich = read.get_body(("plain",)), read.get_body(("html",))

    assert read["Subject"] == MAIL.subject
    assert read["From"] == "hub@example.dk"
    assert read["X-Unsent"] == "1"
    assert read.get_content_type() == "multipart/alternative"
    assert read.get_boundary() == "hub-2026-w48-teacher"
    assert not read.defects
    assert {"Date", "To", "Message-ID"}.isdisjoint(read.keys())
    assert plain is not None
    assert rich is not None
    assert plain.get_content().replace("\r\n", "\n") == text(MAIL)
    assert rich.get_content().replace("\r\n", "\n") == html(MAIL)


def test_equal_mails_are_equal_bytes_in_short_lines() -> None:
    assert eml(MAIL) == eml(replace(MAIL))
    assert max(map(len, eml(MAIL).split(b"\r\n"))) <= 78
    assert eml(MAIL).isascii()


@pytest.mark.parametrize("subject", ["Ugens mail\nBcc: all@example.dk", "Ugens mail\r\nBcc: all@example.dk"])
def test_no_subject_adds_a_header(subject: str) -> None:
    with pytest.raises(ValueError, match="linefeed"):
        eml(replace(MAIL, subject=subject))


def test_the_html_fetches_nothing_and_leaves_colours_to_the_reader() -> None:
    tags = Tags(html(MAIL)).found
    styles = " ".join(attributes.get("style") or "" for _, attributes in tags)

    assert {tag for tag, _ in tags}.isdisjoint(("img", "link", "style", "script", "iframe", "form", "picture"))
    assert "background" not in html(MAIL)
    assert not re.search(r"(?<!-)color:|url\(|position|float", styles)
    assert all(attributes["role"] == "presentation" for tag, attributes in tags if tag == "table")
    assert all(attributes.get("style") for tag, attributes in tags if tag in ("p", "a", "h1", "h2", "ul", "li"))
    assert "max-width:600px" in styles
    assert len(html(MAIL).encode()) < 80_000


def test_titles_are_words_and_nothing_else() -> None:
    assert "Brøker ]]&gt; &lt;/script&gt;" in html(MAIL)
    assert 'href="https://x.dk/?a=1&amp;b=2"' in html(MAIL)


def test_plain_text_is_narrow_and_says_where_links_lead() -> None:
    lines = text(MAIL).splitlines()

    assert max(map(len, lines)) <= 72
    assert "Hej alle (https://x.dk/a/)" in lines
    assert "* Brøker ]]> </script>" in lines
    assert "  https://x.dk/?a=1&b=2" in lines
    assert lines[-1] == "https://x.dk/mail/"


def test_a_post_is_short_and_leads_on() -> None:
    many = replace(MAIL, parts=(Part("Nyt", tuple(Entry(f"Nummer {number}", "x") for number in range(9))),))

    assert post(many).count("•") == 5
    assert post(many).endswith("Læs mailen: https://x.dk/mail/\n")


def test_a_mail_of_nothing_says_so() -> None:
    empty = replace(MAIL, parts=(), nothing="Intet nyt.", greeting="", page="")

    assert "Intet nyt." in html(empty)
    assert text(empty) == "Ugens mail, uge 48 – æ, ø og å\n\nIntet nyt.\n\nSkoleforvaltningen\n"
    assert post(empty) == "Ugens mail, uge 48 – æ, ø og å\n\nIntet nyt.\n"


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("<p>a &amp; b</p>\n<p>c</p>", "a & b\n\nc"),
        ("<ul>\n<li>\n<p>one</p>\n</li>\n<li>two</li>\n</ul>", "* one\n\n* two"),
        ('<p><a href="https://x.dk">https://x.dk</a></p>', "https://x.dk"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
    ],
)
def test_html_becomes_plain_text(source: str, plain: str) -> None:
    assert plain_text(source) == plain
