"""What visitors tell of a problem; who takes it on and what is decided come later."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.i18n.language import mark
from generator.model.catalog import YamlValue
from generator.model.writing import Writing


def _completed(_: Mapping[str, YamlValue], day: date) -> Mapping[str, YamlValue]:
    return {"state": "open", "opened": day.isoformat()}


WRITING = Writing(
    name="case",
    title=mark("Report a problem"),
    lead=mark("Something does not work, or a question needs a decision. Say what happens, and where."),
    asks=(
        "title", "problem", "summary", "track", "weight", "workaround", "affects.functions", "affects.devices",
        "affects.items", "affects.schools",
    ),
    completed=_completed,
)  # fmt: skip
