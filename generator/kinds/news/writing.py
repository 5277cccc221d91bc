"""What visitors tell: a piece of news, with the day and whom it is for."""

from __future__ import annotations

from generator.i18n.language import mark
from generator.model.writing import Writing

WRITING = Writing(
    name="news",
    title=mark("Send in news"),
    lead=mark("Something that has happened or will happen, and that colleagues should hear of."),
    asks=("title", "body", "summary", "date", "picture", "audience", "districts", "refs", "post"),
)
