"""The number in the foot of every printed sheet, in the words of the hub's language."""

from __future__ import annotations

import json

from generator.i18n.language import Language

COUNTERS = {"page": "counter(page)", "pages": "counter(pages)"}


def page_numbers(language: Language) -> str:
    """The rule of the style sheet that says »Side 1 af 7«: a browser alone knows how many sheets there are."""
    said = language.gettext("Page {page} of {pages}").format(**{name: f"\0{name}\0" for name in COUNTERS})
    parts = said.split("\0")
    content = " ".join(COUNTERS.get(part) or json.dumps(part, ensure_ascii=False) for part in parts if part)
    return f"@media print{{@page{{@bottom-right{{content:{content};font-size:8pt}}}}}}\n"
