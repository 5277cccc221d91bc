"""Drawings are read as XML: what is known passes, what shows nothing is left out, what acts or fetches is told."""

from __future__ import annotations

import base64
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.images.container import contained
from generator.images.svg import BrokenDrawingError, DrawingError, cleaned
from tests.images.made import exif, saved

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
ACTING = {
    "<script>": f"{HEAD}><script>alert(1)</script></svg>",
    "<script> ": f'{HEAD} xmlns:s="http://www.w3.org/2000/svg"><s:script>alert(1)</s:script></svg>',
    "<iframe>": f'{HEAD} xmlns:h="http://www.w3.org/1999/xhtml"><h:iframe src="https://example.org/"/></svg>',
    "<script>  ": f'{HEAD} xmlns:i="urn:drawing"><i:layer><script>alert(1)</script></i:layer></svg>',
    "<foreignObject>": f"{HEAD}><foreignObject/></svg>",
    "<set>": f'{HEAD}><a href="#a"><set attributeName="href" to="javascript:alert(1)"/></a></svg>',
    "<animate>": f'{HEAD}><rect><animate attributeName="x"/></rect></svg>',
    "<handler>": f"{HEAD}><handler/></svg>",
    "onload": f'{HEAD} onload="alert(1)"/>',
    "OnClick": f'{HEAD}><rect OnClick="alert(1)"/></svg>',
    "href=javascript:alert(1)": f'{HEAD}><a xlink:href="java&#115;cript:alert(1)"/></svg>',
    "href=java": f'{HEAD}><a href="java&#10;script:alert(1)"/></svg>',
    "href=https://example.org/a.png": f'{HEAD}><image href="https://example.org/a.png"/></svg>',
    "href=//example.org/": f'{HEAD}><use href="//example.org/"/></svg>',
    "href=data:image/svg+xml;base64,": f'{HEAD}><image href="data:image/svg+xml;base64,"/></svg>',
    "href=data:text/html,x": f'{HEAD}><a href="data:text/html,x"/></svg>',
    "href=a.svg#b": f'{HEAD}><use href="a.svg#b"/></svg>',
    "url(": f'{HEAD}><rect fill="url(https://example.org/a.svg#b)"/></svg>',
    "src(": f"{HEAD}><style>rect {{ fill: src('https://example.org/') }}</style></svg>",
    "@import": f"{HEAD}><style>@import 'https://example.org/a.css';</style></svg>",
    "image-set(": f"{HEAD}><rect style=\"mask: image-set('https://example.org/a.png' 1x)\"/></svg>",
    "t: ur": f"{HEAD}><rect style='clip-path:  u\\72l(https://example.org/)'/></svg>",
    "<!DOCTYPE [": f'<!DOCTYPE svg [<!ENTITY a "b">]>{HEAD}>&a;</svg>',
    "<!DOCTYPE [ ": f'<!DOCTYPE svg [<!ATTLIST rect onclick CDATA "alert(1)">]>{HEAD}><rect/></svg>',
    "<?xml-stylesheet": f'<?xml-stylesheet href="https://example.org/a.css"?>{HEAD}/>',
}


@pytest.mark.parametrize("what", ACTING)
def test_what_could_act_or_fetch_is_told(what: str) -> None:
    with pytest.raises(DrawingError) as told:
        cleaned(ACTING[what].encode())

    assert told.value.line == 1
    if not what.startswith(("t:", "href=java")):
        assert told.value.what == what.strip()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp037", "latin-1"])
def test_other_encodings_hide_nothing(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>{HEAD}><title>ø</title><script>alert(1)</script></svg>'

    with pytest.raises((BrokenDrawingError, DrawingError)):
        cleaned(text.encode(encoding))


@pytest.mark.parametrize("text", ["", "words", "<svg>", "<html/>", f"{HEAD}><rect></svg>", f"{HEAD}>&nbsp;</svg>"])
def test_what_is_no_drawing_is_told(text: str) -> None:
    with pytest.raises(BrokenDrawingError):
        cleaned(text.encode())


def test_a_drawing_passes_as_it_was_drawn() -> None:
    drawn = (
        f'{HEAD} viewBox="0 0 10 10"><title>Å &lt; Ø &amp; co.</title><defs><linearGradient id="a"><stop offset="0">'
        '</stop></linearGradient></defs><style>.b{fill:url(#a)} @media print {.b{fill:none}}</style>'
        '<rect class="b" width="10" height="10" style="stroke: red"></rect>'
        '<use xlink:href="#a" x="1"></use><text xml:space="preserve"> a  b </text></svg>'
    )  # fmt: skip

    assert cleaned(drawn.encode()).decode() == drawn
    assert cleaned(b"\xef\xbb\xbf<!-- made by hand -->" + drawn.encode()).decode() == drawn


def test_what_drawing_programs_keep_for_themselves_is_left_out() -> None:
    drawn = (
        f'<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">{HEAD} '
        'xmlns:i="http://www.inkscape.org/namespaces/inkscape" xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'i:version="1.3" data-name="Layer"><i:view zoom="2"><i:grid/></i:view><metadata><r:RDF><r:li>A name</r:li>'
        '</r:RDF></metadata><rect i:label="x" width="4"/></svg>'
    )  # fmt: skip

    assert cleaned(drawn.encode()).decode() == f'{HEAD}><rect width="4"></rect></svg>'


def test_a_drawing_that_forgets_to_say_what_it_is_is_shown_all_the_same() -> None:
    assert cleaned(b'<svg><rect width="4"/></svg>').decode() == f'{HEAD}><rect width="4"></rect></svg>'


def test_a_picture_in_a_drawing_says_no_more_than_others() -> None:
    coded = base64.b64encode(saved("JPEG", exif=exif())).decode()
    drawn = cleaned(f'{HEAD}><image href="data:image/jpeg;base64,{coded}"/></svg>'.encode()).decode()
    embedded = contained(base64.b64decode(drawn.partition("base64,")[2].partition('"')[0]))

    assert (embedded.has_place, embedded.words) == (False, ())


def test_copies_of_copies_may_not_grow_without_end() -> None:
    tens = "".join(
        f'<g id="g{n}">{f"<use href=&quot;#g{n - 1}&quot;/>".replace("&quot;", chr(34)) * 10 if n else "<rect/>"}</g>'
        for n in range(9)
    )
    for drawn in (
        tens,
        '<g id="a"><use href="#a"/></g>',
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
    ):
        with pytest.raises(DrawingError, match="use"):
            cleaned(f"{HEAD}>{drawn}</svg>".encode())


@pytest.mark.parametrize("depth", [300, 100_000])
def test_depth_has_an_end(depth: int) -> None:
    with pytest.raises(DrawingError, match="<g>"):
        cleaned(f"{HEAD}>{'<g>' * depth}{'</g>' * depth}</svg>".encode())


PARTS = st.sampled_from(
    ["<g>", "</g>", "<script>", "<s:a ", "href=", '"#a"', '"javascript:a"', " onload=", "<style>", "</style>", "url(",
     ")", "&#x3c;", "&lt;", "<![CDATA[", "]]>", "<!--", "-->", "/>", ">", "x", " ", "'", '"', "<image ", "@import "]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(PARTS, max_size=25).map("".join))
def test_whatever_passes_is_plain_and_stays_so(inside: str) -> None:
    try:
        drawn = cleaned(f'{HEAD} xmlns:s="http://www.w3.org/2000/svg">{inside}</svg>'.encode())
    except (BrokenDrawingError, DrawingError):
        return
    names = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(drawn).iter()}
    attributes = {name for element in ElementTree.fromstring(drawn).iter() for name in element.keys()}  # noqa: SIM118

    assert cleaned(drawn) == drawn
    assert names <= {"svg", "g", "a", "style", "image"}
    assert not any(name.startswith("on") for name in attributes)
