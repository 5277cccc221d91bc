"""A number is found in a file beside a document wherever somebody would read it."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import pytest

from generator.content.check.national_id_check import file_holds
from tests.images.made import at_the_end, chunk, saved

FONT = (
    b"2 beginbfchar\n<0001> <0030>\n<0002> <0031>\nendbfchar 1 beginbfrange\n<0003> <0006> <0032>\nendbfrange begincmap"
)


def pdf(*streams: bytes) -> bytes:
    """A PDF with packed streams, as far as a reader of texts needs it."""
    parts = [b"%PDF-1.7"]
    for stream in streams:
        parts.append(b"1 0 obj << /Filter /FlateDecode >> stream\n" + zlib.compress(stream) + b"\nendstream endobj")
    return b"\n".join(parts)


def packed(part: str, text: str) -> bytes:
    """A document of an office program, with one part."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(part, text)
    return buffer.getvalue()


def packed_within(name: str, part: str, text: str) -> bytes:
    """A document of an office program in an archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr(name, packed(part, text))
    return buffer.getvalue()


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
        ("a.pdf", pdf(b"BT [(0102) -20 (03-12) 4 (34)] TJ ET"), True),
        ("a.pdf", pdf(b"BT (Nr. 010203) Tj 5 0 Td (-1234) Tj ET"), True),
        ("a.pdf", pdf(b"BT <003100320033> Tj ET"), False),
        ("a.pdf", pdf(b"BT <0001 0002 0001 0003 0001 0004> Tj <0002000300040005> Tj ET", FONT), True),
        ("a.pdf", b"%PDF-1.7\n1 0 obj << /Title (Elev 010203-1234) >> endobj", True),
        ("a.docx", ("word/document.xml", "<w:p><w:t>0102</w:t><w:t>03-1234</w:t></w:p>"), True),
        ("a.docx", ("docProps/core.xml", "<x>010203-1234</x><y>1</y>"), True),
        ("a.docx", ("word/comments.xml", "<w:p><w:t>Nr. 010203&#8209;1234</w:t></w:p>"), True),
        ("a.xlsx", ("xl/sharedStrings.xml", "<si><t>010203-1234</t></si>"), True),
        ("a.xlsx", ("xl/worksheets/sheet1.xml", "<c><v>120590</v></c><c><v>1234</v></c>"), False),
        ("a.odt", ("content.xml", "<text:p>Nr. 010203<text:s/>1234</text:p>"), True),
        ("a.pptx", ("ppt/slides/slide1.xml", "<a:p><a:t>010203</a:t><a:t>-1234</a:t></a:p>"), True),
        ("a.docx", b"PK\x03\x04 no document", False),
        ("a.docx", ("word/media/a.png", "010203-1234"), False),
        ("a.rtf", rb"{\rtf1 Nr. 010203{\b\'96}1234\par}", True),
        ("a.rtf", rb"{\rtf1 Nr. 010203\_1234}", True),
        ("a.rtf", rb"{\rtf1\fs24 010203\par\par 1234 elever}", False),
        ("a.epub", ("text/1.xhtml", "<p>Nr. 010203<b>-1234</b></p>"), True),
        ("a.sb3", ("project.json", '{"say": "Nr. 010203\\u20111234"}'), True),
        ("a.zip", packed_within("b/c.docx", "word/document.xml", "<w:p><w:t>010203-1234</w:t></w:p>"), True),
        ("a.zip", ("liste.csv", "Ane;010203-1234\n"), True),
        ("a.ggb", ("geogebra_thumbnail.png", "010203-1234"), False),
        ("a.ipynb", '{"source": ["Nr. 010203-\\n", "1234"]}', False),
        ("a.ipynb", '{"source": ["Nr. 010203-1234"]}', True),
        ("a.py", "# Nr. 010203-1234\n", True),
        ("a.mp3", b"ID3\x03\0\0\0\0\0\x40TIT2\0\0\xff\xfe" + "Elev 010203-1234".encode("utf-16-le"), True),
        ("a.mp4", b"\0\0\0\x20ftypisom" + b"\0" * 700_000 + b"\xa9namElev 010203-1234", True),
        ("a.mp4", b"\0\0\0\x20ftypisom" + bytes(range(256)) * 100, False),
        ("a.pdf", b"%PDF-1.7\n1 0 obj << /Subtype /XML >> stream\n<x:xmpmeta><t>010203-1234</t>\nendstream", True),
        ("a.pdf", pdf(b"1 0 << /Type /Annot /Contents (Elev 010203-1234) >>"), True),
    ],
)  # fmt: skip
def test_a_number_is_found(tmp_path: Path, name: str, content: bytes | str | tuple[str, str], found: bool) -> None:
    data = packed(*content) if isinstance(content, tuple) else content
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())

    assert file_holds(tmp_path / name) is found
