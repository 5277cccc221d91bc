"""Divides what stands in a step into what to do, more about it, what one should see, and what to do if it fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.imports.document_blocks import Block, Paragraph
from generator.imports.inline_text import Words, plain_words
from generator.imports.keywords import EXPECTED, FAILS, after_lead, sentences, shortened
from generator.imports.markdown_writer import markdown_of

_LONGEST_ACTION = 400
_LONGEST_TEXT = 20_000


@dataclass(frozen=True, slots=True)
class StepText:
    """The texts of a step; all but the first are Markdown."""

    action: str
    text: str | None
    expected: str | None
    fails: str | None


def step_text(words: Words, blocks: Sequence[Block]) -> StepText:
    """The first sentence says what to do."""
    parts: dict[str, list[str]] = {"text": [], "expected": [], "fails": []}
    said = sentences(words.plain.replace("\n", " "))
    action, taken = (said[0], 1) if said else ("", 0)
    if len(action) > _LONGEST_ACTION:
        action, taken = shortened(action, _LONGEST_ACTION), 0
    _sort_out(_rich_sentences(words)[taken:], parts)
    purpose = "expected" if parts["expected"] else "text"
    for block in blocks:
        lead = _purpose(block.words.plain) if isinstance(block, Paragraph) else ""
        if isinstance(block, Paragraph) and lead:
            purpose = lead
            _sort_out(_rich_sentences(block.words), parts)
        elif text := markdown_of([block]):
            # What follows a result without a word of its own is about the step again.
            parts["text" if isinstance(block, Paragraph) and purpose == "expected" else purpose].append(text)
    whole = {name: "\n\n".join(part)[:_LONGEST_TEXT] or None for name, part in parts.items()}
    return StepText(action, whole["text"], whole["expected"], whole["fails"])


def _rich_sentences(words: Words) -> list[str]:
    """The sentences as Markdown; plain where a mark reaches over the end of a sentence."""
    plain, rich = (sentences(text.replace("\n", " ")) for text in (words.plain, words.rich))
    is_same = len(plain) == len(rich) and all(
        one.count("**") % 2 == 0 and one.count("[") == one.count("]") for one in rich
    )  # fmt: skip
    return rich if is_same else [plain_words(one).rich for one in plain]


def _sort_out(said: Sequence[str], parts: dict[str, list[str]]) -> None:
    """Each sentence where it belongs: from “Resultat:” on they are about what is seen."""
    purpose, groups = "text", dict[str, list[str]]()
    for sentence in said:
        purpose = _purpose(sentence) or purpose
        groups.setdefault(purpose, []).append(_without_lead(sentence, purpose))
    for name, group in groups.items():
        if text := " ".join(filter(None, group)):
            parts[name].append(text[0].upper() + text[1:])


def _purpose(text: str) -> str:
    if after_lead(text, EXPECTED) is not None:
        return "expected"
    return "fails" if after_lead(text, FAILS) is not None or text.casefold().startswith(FAILS[:5]) else ""


def _without_lead(sentence: str, purpose: str) -> str:
    rest = after_lead(sentence, EXPECTED if purpose == "expected" else FAILS) if purpose != "text" else None
    return sentence if rest is None else rest
