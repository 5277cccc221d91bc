"""Articles that are hard to read, by what is hard about them: each line one case."""

from __future__ import annotations

LONG = "speciallægepraksisplanlægningsstabiliseringsperiode" * 20
HARD = {
    "letters": "<h1>Blåbærgrød på ø’en</h1><p>Ærø, Århus og ÅÅÅ. æ ø å Æ Ø Å. Idé, idéer, IDÉ, ide. Straße ÉCOLE éCole naïve</p>",
    "decomposed": "<h1>Ide\u0301</h1><p>cafe\u0301 cafe\u0301</p><p>a\u030arhus A\u030a blev e\u0301Tat.</p><li>slut e\u0301</li>",
    "digits": "<h1>10.000</h1><p>5 3D 5a a5 2a3b 10.000,5 100% §5 5½ m² x² ½ ² 1.2.3 4-6 abc1DEF2ghi ABCd1e2F</p><p>m²</p><p>½</p>",
    "hyphens": "<h1>e-mail</h1><p>e-mails før-og-efter - -- --- – ord—ord -a a- A-B-C læse-skrive-vejledning 3-årig soft\u00adhyphen</p>",
    "apostrophes": "<h1>Ord's</h1><p>ord's GIF'er GIF’er 'ord' \"ord\" »citat« “citat” ord… l'été rock'n'roll it's its don't</p>",
    "underscores": "<h1>if_fails</h1><p>if_fails foo__bar _x_ __init__ a_b ___ snake_case_name _ X_ </p>",
    "camel": "<h1>camelCase</h1><p>camelCase HTMLParser iPhone6s ÆBLEtræ XMLHttpRequest aB Ab AB jQuery eLæring McDonald PDFer</p>",
    "emoji": "<h1>Godt 👍</h1><p>a👍b 👍🏽 🇩🇰 👨‍👩‍👧‍👦 1️⃣ ❤️ ❤ ☎ ✔ → © ™ #1 *ord* 😀😀 x™</p>",
    "lists": "<h1>Lister</h1><ul><li>et<ul><li>to<ol><li>tre</li></ol></li></ul></li><li>fire <b>fem</b>seks</li><li></li></ul>",
    "tables": "<h1>Tabel</h1><table><thead><tr><th>Et</th><th>To</th></tr></thead><tbody><tr><td>Tre</td><td><p>Fire</p></td></tr>"
              "<tr><td></td><td>Fem.</td></tr></tbody></table>",
    "terms": "<h1>Begreber</h1><dl><dt>Kilde</dt><dd>Hvor noget kommer fra</dd><dt>Æble</dt><dd><p>En frugt</p></dd></dl>",
    "pictures": '<img src="a.png" alt="før"><h1>Billede</h1><figure><img src="b &amp; c.png" alt="To æbler &amp; en pære">'
                '<figcaption>Billedtekst</figcaption></figure><img src="d.png">',
    "picture without words": '<h1>Billede</h1><p>se <img src="b.png"> her</p>',
    "code": "<h1>Kode</h1><pre><code>def f(x):\n    return x_1 + y.z\n</code></pre><p>Skriv <code>hub build</code>.</p>",
    "ignored": '<h1>Skjult</h1><p hidden>skjult nok</p><nav data-search-ignore><p id="n">menu <b>fed</b></p></nav>ja'
               '<div data-search-ignore="all">væk<div>også</div></div><p>efter</p><svg><rect x="1"/><text>tegning</text></svg>'
               "<p>ord<span data-search-ignore>!</span></p><label>etiket<input></label><form><button>send</button></form>",
    "headings": '<h1 id="top">Top <em>vigtig</em></h1><h2 id="a">Første <a href="#a">¶</a></h2><p>tekst</p><section id="s">'
                'løst <b>fedt</b> <h3 id="b b">Anden &amp; sidste</h3><div><h4 id="">Tom</h4></div></section><h5>fem</h5><h6>seks</h6>',
    "anchors in text": '<h1>Steder</h1><p>før <a id="x"></a>efter <span id="y">midt <b>fed <i id="z">inderst</i></b></span></p>'
                       '<svg id="v"><text>tavs</text></svg><nav id="w">menu</nav><img id="u" src="i.png">',
    "two titles": "<h1></h1><p>først</p><h1>  Den\n rigtige  </h1><h1>Den næste</h1>",
    "no title": "<p>Uden overskrift</p>",
    "empty": "",
    "white": "<h1>Rum</h1><p> a\u00a0b  c&nbsp;d\n\ne\tf\u200bg \u200b h </p><p>x<br>y<br/>z</p><hr>til<wbr>sidst",
    "long": f"<h1>Lang</h1><p>{LONG} {'ord ' * 3000}</p>",
    "entities": "<h1>A &amp; B</h1><p>&lt;p&gt; &quot;x&quot; &#39;y&#39; &#x27;z&#x27; &aelig;ble &copy; &nosuch; &amp;amp; R&D a&b &amp &copy</p>"
                "<p>slut&quot;</p><p>slut&amp;</p><p>slut)</p><p>slut:</p><p>slut*</p>",
    "transcript": '<h1>Film</h1><ol><li data-hub-line="0"><a href="#t=0">Hej med jer</a></li>'
                  '<li data-hub-line="12"><a href="#t=12">Nu begynder vi</a></li></ol>',
    "headings within": "<h1>Vægt <small>lille</small></h1><div><h2>halv</h2>halv</div><h2>if_fails over <code>HTMLParser</code></h2>",
    "invisible": "<h1>Usyn\u00adligt</h1><p>mandag\u2013torsdag noget\u200bandet venstre\u200ehøjre\u2011streg midt\u00b7prik og\u2026så</p>",
    "silent within": '<h1>Tavs <svg><title>ikon</title></svg>dør</h1><div data-search-ignore>a<div>b</div>c</div>d<button>Hent</button>e',
    "loud": "<H1>Højt</H1><P id='p'>STORE <B>bogstaver</B></P><!-- <p>kommentar</p> --><p>efter</p>",
    "brackets": '<h1 title="a > b">Tegn</h1><p title="større > mindre" id="q">fem > to <!-- a > b --><b title=\'x>"y\'>fed</b></p><p>slut</p>',
    "sentences": "<h1>Er det?</h1><div>a<p>b</p>c</div><blockquote>citat</blockquote><p>x<span></span></p><p><em>y</em></p><summary>z</summary>q",
    "repeated": "<h1>ord ord</h1><p>ord ordet orders ord. Ord, ORD ord-ord</p><h2>ord</h2>",
}  # fmt: skip
