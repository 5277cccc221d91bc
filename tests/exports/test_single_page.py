"""A page can be carried without its site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.exports.single_page import one_file
from generator.problems.problem import HubError


@pytest.fixture
def site(tmp_path: Path) -> Path:
    page = tmp_path / "guides/x/index.html"
    page.parent.mkdir(parents=True)
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/hub.css").write_text("@font-face{src:url(f.woff2)}\np::after{content:'</style>'}\n", "utf-8")
    (tmp_path / "guides/a b.png").write_bytes(b"picture")
    (tmp_path.parent / "secret.png").write_bytes(b"secret")
    page.write_text(
        '<!doctype html><html lang="da"><head><title>Ærø &amp; mere</title><script src="x.js"></script></head><body>'
        '<header><title>no</title><a href="../">Menu</a></header><main id="main"><nav><a href="../">Back</a></nav>'
        '<h1 onclick="x()" data-x="1">Ærø &lt;1&gt;</h1><button>Next <b>now</b></button>'
        '<video><track src="t"><p>No</p></video>'
        '<picture><source srcset="x.webp"><img src="../a%20b.png" srcset="y 2x"'
        ' alt="A &quot;b&quot;" loading="lazy"></picture>'
        '<a class="hub-frame is-near" href="../a%20b.png" aria-label="Large"><img src="../a%20b.png" alt="Framed"></a>'
        '<img src="../../../secret.png" alt="s"><img src="https://example.org/p.png" alt="o"><br>'
        '<a href="#step-1">1</a> <a href="../y/#b">Y</a> <a href="https://example.org/">out</a>'
        ' <a class="b" href="../z/">Teach</a>'
        '<a href="javascript:x()">bad</a>'
        "<script>no()</script><p>End</p></main><footer>Foot</footer></body></html>",
        "utf-8",
    )
    return tmp_path


def test_a_page_holds_its_pictures_and_nothing_that_runs_or_is_fetched(site: Path) -> None:
    made = one_file(site, "guides/x/", address="https://hub.example.org/").decode()
    body = made.partition("<body>")[2]

    assert '<html lang="da">' in made
    assert "<title>Ærø &amp; mere</title>" in made
    assert "<h1>Ærø &lt;1&gt;</h1><picture><img" in body
    assert 'src="data:image/png;base64,cGljdHVyZQ==" alt="A &quot;b&quot;">' in body
    assert "<p>End</p></main>" in body
    assert (
        re.findall(r"script|button|video|<nav|Menu|Foot|srcset|secret|c2VjcmV0|example\.org/p\.png|@font-face", made)
        == []
    )


def test_links_lead_to_the_site_where_its_address_is_known(site: Path) -> None:
    known = one_file(site, "/guides/x", address="https://hub.example.org/").decode()
    unknown = one_file(site, "guides/x/", address="").decode()

    assert re.search(r'<span class="hub-frame is-near"><img src="data:[^"]+" alt="Framed"></span>', unknown)
    assert '<a class="b" href="https://hub.example.org/guides/z/">Teach</a>' in known
    assert re.findall(r'<a href="([^"]*)">', known) == [
        "#step-1", "https://hub.example.org/guides/y/#b", "https://example.org/",
    ]  # fmt: skip
    assert "<span>Y</span>" in unknown
    assert "Teach" not in unknown
    assert re.findall(r'<a href="([^"]*)">', unknown) == ["#step-1", "https://example.org/"]


def test_its_policy_allows_its_one_style_sheet_alone(site: Path) -> None:
    made = one_file(site, "guides/x/", address="").decode()

    assert made.count("<style>") == made.count("</style>") == 1
    assert re.search(r"default-src 'none'; img-src data:; style-src 'sha256-[A-Za-z0-9+/]{43}='", made)


@pytest.mark.parametrize("url", ["guides/gone/", "../", "guides/../guides/x/"])
def test_what_is_no_page_is_refused(site: Path, url: str) -> None:
    with pytest.raises(HubError):
        one_file(site, url, address="")
