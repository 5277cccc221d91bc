"""Mails as HTML, as plain text, as a draft that mail programs open (.eml), and as a short post.

The HTML is one column of tables with its styles in place, since that is what every mail program shows alike. It sets no
colours and no backgrounds, so that light and dark are the reader's own, and it fetches nothing.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

from generator.formats.html_to_text import plain_text
from generator.model.mail import Entry, Mail, Part

_FONT = "font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:24px"
_STYLES = {
    "p": f"margin:0 0 12px 0;{_FONT}",
    "ul": f"margin:0 0 12px 0;padding:0 0 0 24px;{_FONT}",
    "ol": f"margin:0 0 12px 0;padding:0 0 0 24px;{_FONT}",
    "li": "margin:0 0 6px 0",
    "a": "text-decoration:underline",
    "h2": "margin:0 0 8px 0;font-family:Arial,Helvetica,sans-serif;font-size:20px;line-height:26px",
    "h1": "margin:0 0 12px 0;font-family:Arial,Helvetica,sans-serif;font-size:26px;line-height:32px",
}
_TABLE = '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"'
_WIDEST = 600
"""Pixels of the column."""
_COLUMNS = 72
"""Of plain text."""
_POSTED = 5
"""Lines of a post: it is to be read without opening it."""


def html(mail: Mail) -> str:
    """The whole document."""
    rows = "".join(f'<tr><td style="padding:0 0 20px 0">{row}</td></tr>\n' for row in _rows(mail))
    return (
        f'<!doctype html>\n<html lang="{escape(mail.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(mail.subject)}</title>\n</head>\n"
        f'<body style="margin:0;padding:0">\n{_TABLE}>\n<tr><td align="center" style="padding:16px">\n'
        f'{_TABLE} style="max-width:{_WIDEST}px;text-align:left">\n{rows}</table>\n'
        "</td></tr>\n</table>\n</body>\n</html>\n"
    )


def _rows(mail: Mail) -> Iterator[str]:
    yield _styled(f"<h1>{escape(mail.subject)}</h1>")
    if mail.greeting:
        yield _styled(mail.greeting)
    for part in mail.parts:
        yield _styled(f"<h2>{escape(part.title)}</h2>{''.join(map(_entry, part.entries))}")
    if not mail.parts and mail.nothing:
        yield _styled(f"<p>{escape(mail.nothing)}</p>")
    foot = [f"<p>{escape(line)}</p>" for line in mail.closing]
    if mail.page:
        foot.append(f'<p><a href="{escape(mail.page)}"><strong>{escape(mail.page_title)}</strong></a></p>')
    if foot:
        yield _styled("".join(foot))


def _entry(entry: Entry) -> str:
    title = f"<strong>{escape(entry.title)}</strong>"
    if entry.url:
        title = f'<a href="{escape(entry.url)}">{title}</a>'
    return f"<p>{title}<br>{escape(entry.line)}</p>" if entry.line else f"<p>{title}</p>"


def _styled(made: str) -> str:
    """Elements with their styles in place: mail programs drop style sheets."""
    return re.sub(r"<(p|ul|ol|li|a|h1|h2)(?=[ >])", lambda found: f'{found[0]} style="{_STYLES[found[1]]}"', made)


def text(mail: Mail) -> str:
    """Lines of at most 72 signs, but for addresses."""
    blocks = [mail.subject, *([plain_text(mail.greeting)] if mail.greeting else [])]
    for part in mail.parts:
        blocks += [_heading(part), *map(_text_entry, part.entries)]
    if not mail.parts and mail.nothing:
        blocks.append(mail.nothing)
    blocks += mail.closing
    if mail.page:
        blocks.append(f"{mail.page_title}:\n{mail.page}")
    return "\n\n".join("\n".join(map(_wrapped, block.split("\n"))) for block in blocks) + "\n"


def _heading(part: Part) -> str:
    title = part.title.upper()
    return f"{title}\n{'-' * min(len(title), _COLUMNS)}"


def _text_entry(entry: Entry) -> str:
    return "\n".join(
        part for part in (f"* {entry.title}", entry.line and f"  {entry.line}", entry.url and f"  {entry.url}") if part
    )


def _wrapped(line: str) -> str:
    margin = re.match(r"[* ]*", line)
    return textwrap.fill(
        line, _COLUMNS, subsequent_indent=" " * len(margin[0] if margin else ""), break_long_words=False,
        break_on_hyphens=False, drop_whitespace=True,
    ) if len(line) > _COLUMNS else line  # fmt: skip


def post(mail: Mail) -> str:
    """A short text for Teams, Facebook or Aula: the subject, the first lines, and where the rest is."""
    titles = [entry.title for part in mail.parts for entry in part.entries]
    lines = [f"• {title}" for title in titles[:_POSTED]] or ([mail.nothing] if mail.nothing else [])
    blocks = [mail.subject, "\n".join(lines), f"{mail.page_title}: {mail.page}" if mail.page else ""]
    return "\n\n".join(block for block in blocks if block) + "\n"


def eml(mail: Mail) -> bytes:
    """A draft that mail programs open to be sent: equal bytes for an equal mail. ValueError for a subject of two lines.

    It has no date and no recipients: the program that sends it knows both.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = mail.subject
    if mail.sender:
        message["From"] = mail.sender
    message["X-Unsent"] = "1"
    message.set_content(text(mail), cte="quoted-printable")
    message.add_alternative(html(mail), subtype="html", cte="quoted-printable")
    message.set_boundary(f"hub-{mail.name}")
    return message.as_bytes()
