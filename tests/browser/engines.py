"""What two more engines find on a page: IBM Equal Access and HTML_CodeSniffer, which look at other things than axe.

They come with `npm ci`, which `make check` and `make test` see to. What is not shown is not judged: the engines know
neither closed details nor what a script will fill before it is seen.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

FOLDER = Path(__file__).parent.parent.parent / "node_modules"
_EQUAL_ACCESS = FOLDER / "accessibility-checker-engine/ace.js"
_CODE_SNIFFER = FOLDER / "html_codesniffer/build/HTMLCS.js"
ARE_HERE = _EQUAL_ACCESS.exists() and _CODE_SNIFFER.exists()

NO_FAULTS = {
    "input_label_exists": "a label for screen readers alone is a label; axe looks at the name that is reckoned",
    "fieldset_label_valid": "goals of a lesson are called as the goals of the course, which they are chosen from",
    "Principle3.Guideline3_2.3_2_2.H32.2": "filters narrow a list while they are chosen; there is nothing to send",
    "Principle2.Guideline2_4.2_4_1.G1,G123,G124.NoSuchID": "#t=19 is a place in a film, no part of the page",
}
"""By rule: what an engine holds for a fault and is none, and why."""

_SHOWN = "(element) => !element.checkVisibility || element.checkVisibility({ visibilityProperty: true })"
_ASK_EQUAL_ACCESS = f"""async () => {{
  const isShown = {_SHOWN};
  const {{ results }} = await new ace.Checker().check(document, ["WCAG_2_2"]);
  return results
    .filter(({{ value, path }}) => value[0] === "VIOLATION" && value[1] === "FAIL" && isShown(
      document.evaluate(path.dom, document, null, 9).singleNodeValue ?? document.body))
    .map(({{ ruleId, snippet, message }}) => [ruleId, `${{message}} ${{snippet}}`]);
}}"""
_ASK_CODE_SNIFFER = f"""() => new Promise((done) => {{
  const isShown = {_SHOWN};
  HTMLCS.process("WCAG2AA", document, () => done(HTMLCS.getMessages()
    .filter(({{ type, element }}) => type === HTMLCS.ERROR && (!(element instanceof Element) || isShown(element)))
    .map(({{ code, msg, element }}) => [
      code.replace("WCAG2AA.", ""), `${{msg}} ${{(element.outerHTML ?? "").slice(0, 200)}}`])));
}})"""


def faults(page: Page) -> list[str]:
    """Rule, message and element of each fault that both engines find in what is shown."""
    page.evaluate(_script(_EQUAL_ACCESS))
    page.evaluate(_script(_CODE_SNIFFER))
    found = [*page.evaluate(_ASK_EQUAL_ACCESS), *page.evaluate(_ASK_CODE_SNIFFER)]
    return [f"{rule}: {said}" for rule, said in found if rule not in NO_FAULTS]


@cache
def _script(file: Path) -> str:
    return file.read_text("utf-8")
