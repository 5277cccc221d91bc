"""Makes a course of a text document: sections by their headings, lessons from a table or from headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from generator.content.file_names import id_like
from generator.content.yaml.writer import Value
from generator.imports.document_blocks import Block, Heading, Items, Paragraph, Table
from generator.imports.draft import Draft, Kept, finished, id_of
from generator.imports.guide import figures_in
from generator.imports.inline_text import Words, tidied
from generator.imports.keywords import LESSON, SECTIONS, is_one_of, key_of, numbered, shortened
from generator.imports.lessons import lesson_of, lessons_in_table
from generator.imports.markdown_writer import markdown_of, plain_of
from generator.imports.read_document import Source
from generator.imports.sections import Section, divided, summary_of
from generator.model.kind import Kind
from generator.problems.content_rules import RULES
from generator.problems.problem import ContentError, Problem, Span

Names = Mapping[str, Mapping[str, str]]
"""The hub's words by vocabulary and id."""
_MOST_LESSONS = 500
_LONGEST = 20_000
_FEW = 30
"""Goals, materials and concepts of one list."""


@dataclass(slots=True)
class _Found:
    purposes: dict[str, list[Block]] = field(default_factory=dict)
    lessons: list[dict[str, Value]] = field(default_factory=list)
    intro: list[Block] = field(default_factory=list)
    left: list[Block] = field(default_factory=list)


def course_of(source: Source, kind: Kind, id_: str | None, names: Names) -> Draft:
    """ContentError when there is neither a goal nor a lesson in it, or more lessons than a course has."""
    document = divided(source.blocks, said=source.said.get("title"), otherwise=source.file.stem)
    title = document.title
    id_ = id_ or id_of(source.file, title)
    kept = Kept(id_, source.pictures)
    found = _found(_joined(document.sections), kept)
    place = Span(source.file.name)
    if not found.lessons and "goals" not in found.purposes and not source.said.get("objectives"):
        raise ContentError([Problem(RULES["import-nothing"], place)], "Nothing was taken in.")
    if len(found.lessons) > _MOST_LESSONS:
        values = {"count": f"{len(found.lessons)}", "limit": f"{_MOST_LESSONS}"}
        raise ContentError([Problem(RULES["import-too-large"], place, values)], "Nothing was taken in.")
    summary, rest = summary_of(found.intro)
    if (objectives := source.said.get("objectives")) and "goals" not in found.purposes:
        found.purposes["goals"] = [Paragraph(Words(objectives, objectives))]
    if not found.lessons and found.purposes.get("goals"):
        _take_as_one_lesson(found, title, source.minutes, kept)
    goals = [*_goals(found)]
    if len(found.lessons) == 1 and goals:
        found.lessons[0]["goals"] = [one["id"] for one in goals]
    value: dict[str, Value] = {
        "title": title, "summary": source.said.get("description", "")[:400] or summary,
        "language": source.language,
        "subjects": _known(found, "subjects", names), "grades": _known(found, "grades", names),
        "picture": next(iter(kept.show((figure, "") for figure in islice(figures_in(found.intro), 1))), None),
        "concepts": [*_concepts(found.purposes.get("concepts", []))],
        "materials": [*_materials(found), *_pictures(source.blocks, kept)],
        "goals": [*goals], "lessons": [*found.lessons], **_texts(found),
    }  # fmt: skip
    draft = Draft(kind, id_, {name: part for name, part in value.items() if part}, kept.files, (), source.problems)
    return finished(draft, source.file, left=[*rest, *found.left], lost=kept.lost)


def _joined(sections: Sequence[Section]) -> list[Section]:
    """What lies deeper than a lesson or a section with a purpose belongs to it: its headings are lines in bold."""
    found: list[Section] = []
    for section in sections:
        above = found[-1].heading if found else None
        is_own = _purpose(section.title) or (section.heading and numbered(section.title, LESSON))
        if above and section.heading and section.heading.level > above.level and not is_own and _leads(found[-1]):
            found[-1] = Section(above, (*found[-1].blocks, section.heading, *section.blocks))
        else:
            found.append(section)
    return found


def _leads(section: Section) -> bool:
    return bool(_purpose(section.title) or numbered(section.title, LESSON))


def _purpose(text: str) -> str:
    return next((name for name, words in SECTIONS.items() if is_one_of(text, words)), "")


def _found(sections: Iterable[Section], kept: Kept) -> _Found:
    found = _Found()
    for section in sections:
        blocks = [*_labelled(section.blocks, found)]
        tables = [block for block in blocks if isinstance(block, Table) and lessons_in_table(block)]
        purpose = _purpose(section.title)
        if tables:
            for block in blocks:
                if isinstance(block, Table) and block in tables:
                    found.lessons += lessons_in_table(block)
                else:
                    found.left.append(block)
        elif section.heading and (said := numbered(section.title, LESSON)):
            found.lessons.append(lesson_of(said["rest"].strip(" :.–—-") or section.title, section.title, blocks, kept))
        elif purpose:
            found.purposes.setdefault(purpose, []).extend(blocks)
        elif not found.intro and not found.lessons and any(isinstance(block, Paragraph) for block in blocks):
            found.intro += blocks
            found.left += [section.heading] if section.heading else []
        else:
            found.left += [section.heading, *blocks] if section.heading else blocks
    return found


def _take_as_one_lesson(found: _Found, title: str, minutes: int, kept: Kept) -> None:
    """Of a document with goals that divides no time into lessons, as a tutorial: its headings are activities of one."""
    first = next((number for number, block in enumerate(found.left) if isinstance(block, Heading)), None)
    if first is None:
        return
    lesson = lesson_of(title, f"{minutes} min" if minutes else "", found.left[first:], kept)
    if lesson["activities"]:
        found.lessons.append(lesson)
        found.left = found.left[:first]


def _labelled(blocks: Sequence[Block], found: _Found) -> Iterator[Block]:
    """Takes out paragraphs such as “Fag: dansk”, and tables whose rows begin with such words."""
    for block in blocks:
        if isinstance(block, Paragraph) and (said := _said(block.words.plain)):
            for purpose, text in said:
                found.purposes.setdefault(purpose, []).append(Paragraph(Words(text, text)))
            continue
        if isinstance(block, Table) and (rows := _labels(block)):
            for purpose, words in rows:
                found.purposes.setdefault(purpose, []).append(Paragraph(words))
            continue
        yield block


def _said(text: str) -> list[tuple[str, str]]:
    """The purposes that the lines of a paragraph name, each with what it says; none when a line names none."""
    found = [(_purpose(line.partition(":")[0]), line.partition(":")[2].strip()) for line in text.split("\n")]
    return found if all(purpose and said for purpose, said in found) else []


def _labels(table: Table) -> list[tuple[str, Words]]:
    """The rows of a table of facts: a word for what it is, and what is said of it."""
    if len(table.rows[0]) != 2:
        return []
    found = [(_purpose(row[0].plain), row[1]) for row in table.rows if row[1]]
    return found if all(purpose for purpose, _ in found) else []


def _entries(blocks: Sequence[Block]) -> list[str]:
    """The items of lists; lines of paragraphs where there is no list."""
    items = [
        " ".join(plain_of(item)).strip("- ") for block in blocks if isinstance(block, Items) for item in block.items
    ]
    lines = [line for line in plain_of(blocks) if line.strip()]
    return [tidied(entry).replace("\n", " ") for entry in items or lines if entry.strip()]


def _entries_of(found: _Found, purpose: str, longest: int) -> list[str]:
    """The entries of a section, each as long as its field; what a list has around it, and what is more, is left."""
    blocks = found.purposes.get(purpose, [])
    entries = _entries(blocks)
    if any(isinstance(block, Items) for block in blocks):
        found.left += [block for block in blocks if not isinstance(block, Items)]
    more = [*(entry for entry in entries[:_FEW] if len(entry) > longest), *entries[_FEW:]]
    found.left += [Paragraph(Words(entry, entry)) for entry in more]
    return [shortened(entry, longest) for entry in entries[:_FEW]]


def _goals(found: _Found) -> Iterator[dict[str, Value]]:
    taken: set[str] = set()
    for text in _entries_of(found, "goals", 400):
        base = "-".join(id_like(text).split("-")[:4])[:40].strip("-") or "goal"
        id_ = next(
            name for number in range(1, _FEW + 2) if (name := base if number == 1 else f"{base}-{number}") not in taken
        )
        taken.add(id_)
        yield {"id": id_, "kind": None, "text": text, "signs": None}


def _materials(found: _Found) -> Iterator[Value]:
    for text in _entries_of(found, "materials", 400):
        yield {"title": text}


def _pictures(blocks: Sequence[Block], kept: Kept) -> Iterator[Value]:
    """Those that stand in no activity come along as materials."""
    for one in kept.show((figure, "") for figure in figures_in(blocks) if figure not in kept.shown):
        if isinstance(one, dict):
            said = one["alt"]
            yield {
                "title": shortened(said, 120) if isinstance(said, str) else None,
                "file": one["file"],
                "licence": None,
            }


def _concepts(blocks: Sequence[Block]) -> Iterator[Value]:
    rows = [row for block in blocks if isinstance(block, Table) for row in block.rows if len(row) == 2]
    for row in rows[:_FEW]:
        yield {"word": shortened(row[0].plain.replace("\n", " "), 400) or None,
               "explanation": shortened(row[1].plain.replace("\n", " "), 400) or None}  # fmt: skip
    for text in _entries([block for block in blocks if not isinstance(block, Table)])[:_FEW]:
        for mark in (": ", " – ", " - ", " = "):
            word, _, explanation = text.partition(mark)
            if explanation:
                break
        parts = [text] if explanation else text.split(", ")
        for part in parts:
            name = word if explanation else part.strip(" .")
            if name:
                yield {"word": shortened(name, 400), "explanation": shortened(explanation, 400) or None}


def _known(found: _Found, vocabulary: str, names: Names) -> Value:
    """The ids of the words that are named: whole words, and for grades also “4.-6. klasse”."""
    text = " ".join(plain_of(found.purposes.get(vocabulary, []))).casefold()
    known = names.get(vocabulary, {})
    parts = {key_of(part) for part in text.replace("/", ",").replace(" og ", ",").replace(" and ", ",").split(",")}
    hits: list[Value] = [id_ for id_, name in known.items() if name.casefold() in parts or id_ in parts]
    if vocabulary == "grades" and text:
        hits += [id_ for id_ in _grades(text) if id_ in known and id_ not in hits]
    if text and not hits:
        found.left.append(Paragraph(Words(text, text)))
    return hits


def _grades(text: str) -> Iterator[str]:
    for first, last in re.findall(r"(\d{1,2})\s*\.?\s*(?:[-–—]\s*(\d{1,2}))?", text):
        yield from map(str, range(int(first), min(int(last or first), 20) + 1))


def _texts(found: _Found) -> dict[str, Value]:
    texts: dict[str, Value] = {
        name: markdown_of(found.purposes[name])[:_LONGEST]
        for name in ("prior_knowledge", "feedback", "differentiation") if found.purposes.get(name)
    }  # fmt: skip
    if said := markdown_of(found.purposes.get("evaluation", [])):
        texts["evaluation"] = {"text": said[:_LONGEST], "self_evaluation": None}
    return texts
