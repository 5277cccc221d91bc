"""Makes a guide of a text document: numbered items, or headings, become steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.content.yaml.writer import Value
from generator.imports.document_blocks import Block, Figure, Heading, Items, Paragraph, Table
from generator.imports.document_pictures import description
from generator.imports.draft import Draft, Kept, finished, id_of
from generator.imports.inline_text import Words
from generator.imports.keywords import (
    BEFORE,
    COLUMNS,
    FAILS,
    RESULT,
    STEP,
    is_one_of,
    key_of,
    minutes_in,
    numbered,
    shortened,
)
from generator.imports.markdown_writer import markdown_of
from generator.imports.read_document import Source
from generator.imports.sections import Section, divided, summary_of, with_typed_numbers
from generator.imports.step_text import StepText, step_text
from generator.model.kind import Kind
from generator.problems.content_rules import RULES
from generator.problems.problem import ContentError, Problem, Span

_MOST_STEPS = 300
_MOST_BEFORE = 20
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class _Step:
    """What to do, and all that stands with it."""

    words: Words
    blocks: tuple[Block, ...] = ()


@dataclass(slots=True)
class _Found:
    """What is found in a document, as it is gone through."""

    steps: list[_Step] = field(default_factory=list)
    intro: list[Block] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    result: str | None = None
    fails: str | None = None
    left: list[Block] = field(default_factory=list)


def guide_of(source: Source, kind: Kind, id_: str | None) -> Draft:
    """ContentError when there are no steps in it, or more than a guide has."""
    document = divided(source.blocks, said=source.said.get("title"), otherwise=source.file.stem)
    title = document.title
    found = _found(document.sections)
    place = Span(source.file.name)
    if not found.steps:
        raise ContentError([Problem(RULES["import-nothing"], place)], "Nothing was taken in.")
    if len(found.steps) > _MOST_STEPS:
        values = {"count": f"{len(found.steps)}", "limit": f"{_MOST_STEPS}"}
        raise ContentError([Problem(RULES["import-too-large"], place, values)], "Nothing was taken in.")
    summary, rest = summary_of(found.intro)
    minutes = next((said for block in rest if isinstance(block, Paragraph) if (said := _minutes(block))), None)
    id_ = id_ or id_of(source.file, title)
    kept = Kept(id_, source.pictures)
    steps: list[Value] = [*_written(found, kept)]
    value: dict[str, Value] = {
        "title": title, "summary": source.said.get("description", "")[:400] or summary,
        "language": source.language,
        "minutes": str(minutes) if minutes else None, "before": list(found.before), "steps": steps,
        "result": found.result,
    }  # fmt: skip
    draft = Draft(kind, id_, {name: part for name, part in value.items() if part}, kept.files, (), source.problems)
    return finished(draft, source.file, left=[*rest, *found.left], lost=kept.lost)


def _minutes(block: Paragraph) -> int | None:
    lead = key_of(block.words.plain.partition(":")[0])
    return minutes_in(block.words.plain) if lead in ("tid", "varighed", "tidsforbrug", "time", "duration") else None


def _found(sections: Sequence[Section]) -> _Found:
    """Goes through the sections with the first way of writing steps that the document knows."""
    sections = [Section(one.heading, tuple(with_typed_numbers(one.blocks))) for one in sections]
    by_heading = [one for one in sections if numbered(one.title, STEP)]
    if len(by_heading) > 1:
        return _by_headings(sections, lambda one: numbered(one.title, STEP) is not None)
    if any(_is_steps(block) for one in sections for block in one.blocks):
        return _by_lists(sections)
    plain = [one for one in sections if one.heading and one.blocks and not _purpose(one)]
    if len(plain) > 1:
        return _by_headings(sections, lambda one: one in plain)
    bulleted = [Section(one.heading, tuple(map(_as_numbered, one.blocks))) for one in sections]
    return _by_lists(bulleted)


def _as_numbered(block: Block) -> Block:
    return Items(True, block.items) if isinstance(block, Items) else block


def _purpose(section: Section) -> str:
    for name, words in (("before", BEFORE), ("fails", FAILS), ("result", RESULT)):
        if is_one_of(section.title, words):
            return name
    return ""


def _is_steps(block: Block) -> bool:
    return (isinstance(block, Items) and block.is_numbered) or (
        isinstance(block, Table) and _columns(block) is not None
    )


def _by_headings(sections: Sequence[Section], is_step) -> _Found:  # type: ignore[no-untyped-def]
    found = _Found()
    for section in sections:
        if is_step(section) and section.heading:
            said = numbered(section.title, STEP)
            title = (said["rest"].strip(" :.–—-") if said else "") or section.title
            found.steps.append(_Step(Words(title, title), section.blocks))
        elif not _set_aside(section, found):
            _left(section, found)
    return found


def _by_lists(sections: Sequence[Section]) -> _Found:
    found = _Found()
    for section in sections:
        if _set_aside(section, found):
            continue
        if not any(map(_is_steps, section.blocks)):
            _left(section, found)
            continue
        ahead: list[Block] = [section.heading] if section.heading and found.steps else []
        for block in section.blocks:
            if _is_steps(block):
                steps = [*_steps_in(block)]
                if ahead and steps and found.steps:
                    steps[0] = _Step(steps[0].words, (*ahead, *steps[0].blocks))
                elif ahead:
                    found.intro += ahead
                found.steps += steps
                ahead = []
            elif found.steps and not ahead:
                last = found.steps[-1]
                found.steps[-1] = _Step(last.words, (*last.blocks, block))
            else:
                ahead.append(block)
        found.left += ahead
    return found


def _left(section: Section, found: _Found) -> None:
    if section.heading is None and not found.steps:
        found.intro += section.blocks
    elif not found.steps and not found.intro:
        found.intro += section.blocks
        found.left.append(section.heading) if section.heading else None
    else:
        found.left += [section.heading, *section.blocks] if section.heading else section.blocks


def _set_aside(section: Section, found: _Found) -> bool:
    """Takes in a section whose heading says what it is for."""
    match _purpose(section):
        case "before":
            found.before += _entries(section.blocks)
        case "fails":
            found.fails = markdown_of(section.blocks)[:_LONGEST] or None
        case "result" if found.steps:
            found.result = markdown_of(section.blocks)[:_LONGEST] or None
        case _:
            return False
    return True


def _entries(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Items):
            yield from (text for item in block.items if (text := markdown_of(item)))
        elif text := markdown_of([block]):
            yield text


def _steps_in(block: Block) -> Iterator[_Step]:
    if isinstance(block, Table) and (columns := _columns(block)):
        action, expected = columns
        for row in block.rows[1:]:
            if row[action]:
                rest = [
                    Paragraph(words)
                    for number, words in enumerate(row)
                    if number not in (0, action, expected) and words
                ]
                said = [Paragraph(_led(row[expected]))] if expected >= 0 and row[expected] else []
                yield _Step(row[action], (*rest, *said))
    elif isinstance(block, Items):
        for item in block.items:
            first = next((part for part in item if isinstance(part, Paragraph | Heading)), None)
            if first:
                yield _Step(first.words, tuple(part for part in item if part is not first))
            else:
                yield _Step(Words("", ""), item)


def _led(words: Words) -> Words:
    return Words(f"Resultat: {words.plain}", f"Resultat: {words.rich}")


def _columns(table: Table) -> tuple[int, int] | None:
    """Of a table of steps: the column that says what to do, and the one that says what is seen then, or -1."""
    head = [key_of(words.plain) or words.plain for words in table.rows[0]]
    action = next((number for number, name in enumerate(head) if name in COLUMNS["action"]), None)
    if action is None or len(table.rows) < 2 or not set(head) & {*COLUMNS["step"], *COLUMNS["expected"]}:
        return None
    return action, next((number for number, name in enumerate(head) if name in COLUMNS["expected"]), -1)


def _written(found: _Found, kept: Kept) -> Iterator[Value]:
    for number, step in enumerate(found.steps, 1):
        last = number == len(found.steps)
        said = step_text(step.words, step.blocks)
        yield _step(said, step.blocks, kept, fails=found.fails if last else None)


def _step(said: StepText, blocks: Sequence[Block], kept: Kept, *, fails: str | None) -> Value:
    value: dict[str, Value] = {
        "action": said.action or None, "text": said.text, "expected": said.expected, "if_fails": said.fails or fails,
    }  # fmt: skip
    value = {name: part for name, part in value.items() if part or name == "action"}
    figures = [*figures_in(blocks)]
    for figure in figures:
        name = kept.name(figure)
        if name and "image" not in value:
            value["image"] = {"file": name, "alt": description(figure)}
        elif name:
            kept.lost.append(description(figure) or shortened(said.action, 60))
            kept.files.pop(name, None)
    return value


def figures_in(blocks: Sequence[Block]) -> Iterator[Figure]:
    """All pictures, those in lists included."""
    for block in blocks:
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, Items):
            for item in block.items:
                yield from figures_in(item)
