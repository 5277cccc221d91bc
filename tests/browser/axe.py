"""What axe finds on a page, in both colour schemes."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that look at colours; for all others a page is the same in both schemes."""

_READ_EACH_COLOUR_ONCE = """() => {
  const { Color } = axe.commons.color;
  const read = Color.prototype.parseString;
  const known = new Map();
  Color.prototype.parseString = function (text) {
    if (known.has(text)) {
      [this.r, this.g, this.b, this.alpha] = known.get(text);
    } else {
      read.call(this, text);
      known.set(text, [this.r, this.g, this.b, this.alpha]);
    }
    return this;
  };
}"""
"""A page has a dozen colours and thousands of places where axe reads one: half of the time that it takes."""


def violations(page: Page) -> list[str]:
    """Rule and element of each fault, in the scheme that the page has and in the other one."""
    page.evaluate(AXE_SCRIPT)
    page.evaluate(_READ_EACH_COLOUR_ONCE)
    before = "dark" if page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") else "light"
    found = _found(page, {"type": "tag", "values": STANDARDS})
    page.emulate_media(color_scheme="light" if before == "dark" else "dark")
    other = _found(page, {"type": "rule", "values": OF_COLOURS})
    page.emulate_media(color_scheme=before)
    return [*(f"{before}: {fault}" for fault in found), *(f"not {before}: {fault}" for fault in other)]


def _found(page: Page, rules: dict[str, str | list[str]]) -> list[str]:
    faults = page.evaluate("async (given) => (await axe.run(given)).violations",
                           {"runOnly": rules, "resultTypes": ["violations"]})  # fmt: skip
    return [f"{fault['id']}: {node['target']}" for fault in faults for node in fault["nodes"]]
