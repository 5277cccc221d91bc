"""What an address is, whoever asks."""

from __future__ import annotations

import pytest

from generator.model.link_policy import Sort, is_whole, sort_of

KINDS = frozenset(("guide", "course", "page"))
WHOLE = (
    "https://example.org", "http://example.org/", "HTTPS://Example.org/a?b=c&d#e", "https://ø.dk/æ?å=1", "https://xn--8cab.dk/",
    "https://%C3%B8.dk/%C3%A6", "https://a.b.c.dk:8443/", "https://192.0.2.1/", "https://[2001:db8::1]/x", "https://a_b.example.org/",
    "https://example.org/a%20b(c)", "https://localhost/", "mailto:a@example.org", "mailto:a@example.org,b@example.org?subject=Hej%20du",
    "mailto:jens.o'hara+x@skole.example.dk", "https://example.org./",
)  # fmt: skip
BROKEN = (
    "", "example.org", "www.example.org", "//example.org", "https:", "https://", "https:/example.org", "https://[bad/", "https://[bad]/",
    "https://exa[mple].dk", "https://example.org/a b", "https://example.org/\u200b", "https://a..dk/", "https://-a.dk/", "https://.dk",
    "https://example.org:port/", "https://example.org:99999/", "https://example.org:0/", "https://me@example.org/", "https://a:b@c.dk/",
    "mailto:", "mailto:a", "mailto:a@b@c", "mailto:@b.dk", "mailto:a@", "javascript:alert(1)", "data:text/html,x", "file:///S:/x", "tel:112",
    "ftp://example.org", "https://" + "a" * 64 + ".dk/", "https://example.org/" + "a" * 2_000, "https://example.org/<x>", "http:\\\\x.dk",
    "https://exa%20mple.dk/", "https://example.org/\n", " https://example.org",
)  # fmt: skip


@pytest.mark.parametrize("address", WHOLE)
def test_a_whole_address_is_taken(address: str) -> None:
    assert is_whole(address)
    assert sort_of(address, KINDS) is Sort.OUTSIDE


@pytest.mark.parametrize("address", BROKEN)
def test_what_no_program_can_take_apart_is_refused(address: str) -> None:
    assert not is_whole(address)
    assert sort_of(address, KINDS) is not Sort.OUTSIDE


@pytest.mark.parametrize(
    ("address", "sort"),
    [
        ("guide:a", Sort.NAMED), ("guide:a#step-2", Sort.NAMED), ("page:om-hubben", Sort.NAMED), ("#mål", Sort.ANCHOR),
        ("../om/", Sort.PATH), ("/om/", Sort.PATH), ("billeder/a b.png", Sort.PATH), ("a#b", Sort.PATH), ("om.md", Sort.PATH),
        ("C:\\x", Sort.UNFIT), ("a\\b.png", Sort.UNFIT), ("forløb:x", Sort.PATH), ("plan:x", Sort.UNFIT),
    ],
)  # fmt: skip
def test_other_links_are_told_apart(address: str, sort: Sort) -> None:
    assert sort_of(address, KINDS) is sort
