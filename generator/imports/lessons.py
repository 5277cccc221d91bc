"""Makes lessons of a table with a row for each, or of what stands under a heading such as “Lektion 2”."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.content.yaml.writer import Value
from generator.imports.document_blocks import Block, Figure, Heading, Items, Paragraph, Table
from generator.imports.draft import Kept
from generator.imports.inline_text import Words
from generator.imports.keywords import COLUMNS, key_of, minutes_in, sentences, shortened, without_minutes
from generator.imports.markdown_writer import markdown_of

_TITLE = 120
_MATERIALS = 400
_LONGEST = 20_000


def lessons_in_table(table: Table) -> list[dict[str, Value]]:
    """A row without a lesson of its own is an activity of the one above. None of a table about something else."""
    columns = _columns(table.rows[0])
    if "lesson" not in columns or "text" not in columns:
        return []
    found: list[dict[str, Value]] = []
    for row in table.rows[1:]:
        cell = {name: row[number] for name, number in columns.items()}
        minutes = _minutes(row, columns)
        activity = _activity(cell["text"], minutes, cell.get("materials"))
        if cell["lesson"] or not found:
            title = cell.get("title") or cell["lesson"]
            name = title.plain.replace("\n", " ")
            alone = name if not name.isdecimal() else f"{table.rows[0][columns['lesson']].plain} {name}"
            found.append(_lesson(without_minutes(alone), minutes or minutes_in(name), [activity] if activity else []))
        elif activity:
            _add(found[-1], activity, minutes)
    return [lesson for lesson in found if lesson["title"] or lesson["activities"]]


def _columns(head: Sequence[Words]) -> dict[str, int]:
    """Which column is which; each is one thing only."""
    keys = [key_of(words.plain) for words in head]
    found: dict[str, int] = {}
    for name in ("lesson", "minutes", "text", "materials", "goals", "title"):
        fits = (number for number, key in enumerate(keys) if key in COLUMNS[name] and number not in found.values())
        if (number := next(fits, None)) is not None:
            found[name] = number
    return found


def _add(lesson: dict[str, Value], activity: dict[str, Value], minutes: int | None) -> None:
    activities, known = lesson["activities"], lesson["minutes"]
    assert isinstance(activities, list), "it is made so below"
    activities.append(activity)
    lesson["minutes"] = str(int(known) + minutes) if isinstance(known, str) and minutes else None


def lesson_of(title: str, heading: str, blocks: Sequence[Block], kept: Kept) -> dict[str, Value]:
    """A lesson of what stands under its heading: parts with headings of their own, or list items, are activities, each
    with its pictures.
    """
    minutes = minutes_in(heading)
    rest = [*blocks]
    for block in blocks:
        if isinstance(block, Paragraph) and key_of(block.words.plain.partition(":")[0]) in COLUMNS["minutes"]:
            minutes = minutes_in(block.words.plain) or minutes
            rest.remove(block)
    tables = [block for block in rest if isinstance(block, Table)]
    activities = [*_parts(title, rest, kept)] or [*_whole(title, rest, kept)]
    for table in tables:
        if len(rest) == 1 and (rows := _rows(table)):
            activities = rows
    known = [int(said) for one in activities if isinstance(said := one.get("minutes"), str)]
    if not minutes and len(known) == len(activities):
        minutes = sum(known) or None
    if minutes and len(activities) == 1 and not known:
        activities[0]["minutes"] = str(minutes)
    return _lesson(without_minutes(title), minutes, activities)


def _lesson(title: str, minutes: int | None, activities: list[dict[str, Value]]) -> dict[str, Value]:
    return {
        "title": shortened(title, _TITLE) or None, "minutes": str(minutes) if minutes else None, "goals": None,
        "activities": [*activities],
    }  # fmt: skip


def _parts(lesson: str, blocks: Sequence[Block], kept: Kept) -> Iterator[dict[str, Value]]:
    """An activity for each heading under the lesson's own that has something below it, and for what stands above the
    first of them; nothing when there are none.
    """
    if not any(isinstance(block, Heading) for block in blocks):
        return
    title: Words | None = None
    inside: list[Block] = []
    for block in [*blocks, Heading(9, Words("", ""))]:
        if not isinstance(block, Heading):
            inside.append(block)
            continue
        is_said = inside != [] and (title is not None or not all(isinstance(one, Figure) for one in inside))
        if is_said:
            yield _of(title.plain if title else lesson, inside, kept)
        title, inside = block.words, [] if is_said else inside


def _whole(title: str, blocks: Sequence[Block], kept: Kept) -> Iterator[dict[str, Value]]:
    lists = [block for block in blocks if isinstance(block, Items)]
    timed = [item for block in lists for item in block.items if minutes_in(markdown_of(item[:1]))]
    if lists and len(timed) * 2 > sum(len(block.items) for block in lists):
        for item in (item for block in lists for item in block.items):
            first = item[0].words.plain if isinstance(item[0], Paragraph) else ""
            yield _of(first, item, kept)
    elif not all(isinstance(block, Heading) for block in blocks):
        yield _of(title, blocks, kept)


def _rows(table: Table) -> list[dict[str, Value]]:
    columns = _columns(table.rows[0])
    if "text" not in columns:
        return []
    return [made for row in table.rows[1:] if (made := _activity(row[columns["text"]], _minutes(row, columns), None))]


def _minutes(row: Sequence[Words], columns: Mapping[str, int]) -> int | None:
    return minutes_in(row[columns["minutes"]].plain, plain=True) if "minutes" in columns else None


def _of(title: str, blocks: Sequence[Block], kept: Kept) -> dict[str, Value]:
    minutes = minutes_in(title) or next(
        (said for block in blocks[:1] if isinstance(block, Paragraph) and (said := minutes_in(block.words.plain))), None
    )
    name = without_minutes(sentences(title)[0]) if title.strip() else ""
    return {
        "title": shortened(name, _TITLE) or None, **_timed(minutes),
        "text": markdown_of(blocks, kept.in_text)[:_LONGEST] or None,
        **({"pictures": pictures} if (pictures := kept.show(_undescribed(blocks, kept))) else {}),
    }  # fmt: skip


def _undescribed(blocks: Sequence[Block], kept: Kept) -> Iterator[tuple[Figure, str]]:
    return (found for found in _figures(blocks) if found[0] not in kept.shown)


def _figures(blocks: Sequence[Block]) -> Iterator[tuple[Figure, str]]:
    """Each picture, with the line above it that ends in a colon: it says what is shown."""
    lead = ""
    for block in blocks:
        if isinstance(block, Figure):
            yield block, lead
        elif isinstance(block, Items):
            for item in block.items:
                yield from _figures(item)
        line = block.words.plain.split("\n")[-1] if isinstance(block, Paragraph) else ""
        lead = line[:-1] if line.endswith(":") and len(line) <= _TITLE else ""


def _timed(minutes: int | None) -> dict[str, Value]:
    return {"minutes": str(minutes)} if minutes else {}


def _activity(text: Words, minutes: int | None, materials: Words | None) -> dict[str, Value] | None:
    if not text:
        return None
    first = sentences(text.plain.split("\n")[0])[0]
    minutes = minutes or minutes_in(first)
    activity: dict[str, Value] = {
        "title": shortened(without_minutes(first), _TITLE), **_timed(minutes), "text": text.rich[:_LONGEST],
    }  # fmt: skip
    if materials:
        activity["materials"] = [
            shortened(line.strip("-• "), _MATERIALS) for line in materials.plain.split("\n") if line.strip("-• ")
        ]
    return activity
