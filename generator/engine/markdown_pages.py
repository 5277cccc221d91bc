"""Ordinary Markdown pages: what they need of Material, and what search and the sitemap need of them."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import material  # type: ignore[import-untyped]  # a theme has no types
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage

from generator.i18n.language import Language
from generator.model.page import Crumb, Page, PageSpec

MATERIAL = Path(material.__file__).parent / "templates"

_SOURCE_MAP = re.compile(r"\n?/[/*]# sourceMappingURL=\S+(?: ?\*/)?\s*$")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_DESCRIBES = 160
"""Letters of a description."""
_TAG = re.compile(r"<[^>]+>")
# Material sizes the whole page for its own frame; the frame is the hub's, so only the layer's inside is kept.
_OWN_FRAME = """
html{font-size:100%;height:auto;overflow-x:visible}
body{display:block;font-size:1rem;width:auto;min-height:0;position:static}
.md-typeset{font-size:1rem;line-height:inherit}
.md-typeset .admonition,.md-typeset details,.md-typeset table:not([class]),
.md-typeset .tabbed-labels>label{font-size:inherit}
"""

_BEFORE_BUNDLE = """"use strict";
// What Material expects of an inline script, which the page's security policy refuses.
var __md_scope = new URL(JSON.parse(document.getElementById("__config").textContent).base + "/", location);
var __md_hash = (text) => [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0);
var __md_get = (key, store = localStorage, scope = __md_scope) => {
  try { return JSON.parse(store.getItem(scope.pathname + "." + key)); } catch { return null; }
};
var __md_set = (key, value, store = localStorage, scope = __md_scope) => {
  try { store.setItem(scope.pathname + "." + key, JSON.stringify(value)); } catch { /* storage is full or refused */ }
};
// Material's colours follow the colour mode of the page.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => {
    const scheme = getComputedStyle(root).colorScheme;
    const isDark = scheme === "dark" || (scheme.includes("dark") && dark.matches);
    document.body.setAttribute("data-md-color-scheme", isDark ? "slate" : "default");
  };
  follow();
  dark.addEventListener("change", follow);
  new MutationObserver(follow).observe(root, { attributes: true });
})();
"""


def material_files() -> Mapping[str, bytes]:
    """Material's style and behaviour as two files. Its styles are a layer, so the hub's own always win."""
    assets = MATERIAL / "assets"
    styles = [
        _text(assets / "stylesheets", f"{name}.*.css").removeprefix('@charset "UTF-8";') for name in ("main", "palette")
    ]
    layered = "@layer material{\n" + "\n".join(styles) + "\n}" + _OWN_FRAME
    script = _BEFORE_BUNDLE + _text(assets / "javascripts", "bundle.*.js") + "\n"
    return {"assets/material.css": f'@charset "UTF-8";{layered}'.encode(), "assets/material.js": script.encode()}


def _text(folder: Path, pattern: str) -> str:
    file = sorted(folder.glob(pattern))[0]
    return _SOURCE_MAP.sub("", file.read_text("utf-8"))


def as_page(page: MkDocsPage, spoken: Language) -> Page:
    """A rendered Markdown page as the other stages know pages."""
    content = page.content or ""
    title = _TAG.sub("", str(page.title or page.file.name))
    has_title = "<h1" in content
    article = content if has_title else f"<h1>{html.escape(title, quote=False)}</h1>\n{content}"
    return Page(_spec(page, html.unescape(title), spoken, _begins(content)), article, article)


def _begins(content: str) -> str:
    """The first paragraph in plain words, as far as search engines show it."""
    found = _PARAGRAPH.search(content)
    text = " ".join(html.unescape(_TAG.sub("", found[1])).split()) if found else ""
    return text if len(text) <= _DESCRIBES else f"{text[:_DESCRIBES].rpartition(' ')[0]} …"


def _spec(page: MkDocsPage, title: str, spoken: Language, begins: str) -> PageSpec:
    meta: Mapping[str, object] = page.meta
    updated = meta.get("updated")
    search = meta.get("search")
    hidden = isinstance(search, dict) and bool(search.get("exclude", False))
    return PageSpec(
        url=url_of(page.file), title=title, description=str(meta.get("description") or begins), view=None,
        crumbs=(Crumb(spoken.gettext("Front page"), ""),), updated=updated if isinstance(updated, date) else None,
        source=page.file.src_uri, searchable=not hidden, noindex=bool(meta.get("noindex", False)),
    )  # fmt: skip


def url_of(file: File) -> str:
    """`about/` for about.md, "" for index.md."""
    return file.dest_uri.removesuffix("index.html")
