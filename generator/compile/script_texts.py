"""The texts of scripts that few pages need, as files that those scripts fetch."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.compile.course_copy_strings import COPY
from generator.compile.school_strings import SCHOOL
from generator.compile.write_strings import WRITE
from generator.i18n.language import Language, mark
from generator.model.page import Export

BROWSER = {
    "one": mark("1 course"),
    "many": mark("{count} courses"),
    "none": mark("No course has all of that. Take a choice away."),
    "clear": mark("Clear all choices"),
    "remove": mark("Remove {name}"),
    "sort": mark("Sort by"),
    "newest": mark("Newest first"),
    "copied": mark("Most copied"),
    "title": mark("Title"),
    "length": mark("Shortest first"),
    "show": mark("Show as"),
    "cards": mark("Cards"),
    "list": mark("List"),
    "more": mark("Show more"),
    "adaptation": mark("1 adaptation"),
    "adaptations": mark("{count} adaptations"),
    "choices": mark("Narrow down"),
    "showOne": mark("Show 1 course"),
    "showMany": mark("Show {count} courses"),
    "close": mark("Close"),
    "failed": mark("The filters do not work right now. All courses are listed below."),
}
"""The course browser's texts by the key that it asks for."""


def script_texts(language: Language) -> Iterator[Export]:
    """`assets/strings/<name>.json`: texts by key, in the hub's language."""
    for name, texts in (("copy", COPY), ("browser", BROWSER), ("school", SCHOOL), ("write", WRITE)):
        said = {key: language.gettext(msgid) for key, msgid in texts.items()}
        yield Export(f"assets/strings/{name}.json", json.dumps(said, ensure_ascii=False).encode())
