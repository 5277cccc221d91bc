"""What visitors suggest: a meeting, with what those who hold it know of it."""

from __future__ import annotations

from generator.i18n.language import mark
from generator.model.writing import Writing

WRITING = Writing(
    name="event",
    title=mark("Suggest an event"),
    lead=mark("A café, a course or another meeting: what happens, when, where and for whom."),
    asks=(
        "title", "summary", "type", "owner", "audience", "occasions.start", "occasions.end",
        "occasions.minutes", "occasions.note",
        "description", "place.name", "place.room", "place.address", "place.url", "signup.url", "signup.mailbox",
        "signup.by", "signup.seats", "districts", "school", "level", "functions", "teaches",
    ),
)  # fmt: skip
