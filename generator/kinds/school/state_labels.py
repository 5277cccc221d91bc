"""What states and verdicts are called (English message ids), in the order in which people choose."""

from __future__ import annotations

from collections.abc import Mapping

from generator.i18n.language import mark

STATES: Mapping[str, str] = {
    "planned": mark("Planned"),
    "started": mark("Started"),
    "done": mark("Done"),
    "dropped": mark("Dropped"),
}
VERDICTS: Mapping[str, str] = {"met": mark("Met"), "partly": mark("Partly"), "not": mark("Not yet")}
