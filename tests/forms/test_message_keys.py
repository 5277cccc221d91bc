"""Messages name a field by its key in backquotes, so that a form can put its label there; reports leave the key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest

from generator.forms.fields import form_of
from generator.forms.labels import chosen
from generator.forms.shapes import Field, FrameworkGoal, Group, Rows
from generator.i18n.language import Language
from generator.kinds import KINDS
from generator.problems.content_rules import RULES
from generator.problems.problem import Problem, Rule, Severity, Span
from generator.problems.report import in_words

DANISH = Language("da")
ELSEWHERE = ("file-", "yaml-", "vocabulary-", "page-", "import-", "take-", "shot-", "site-", "setting-", "address-")
"""What is told of files, commands and the built site: no form shows it."""
WORDS = {"at", "alt", "end", "id", "optional", "quiz", "type", "version", "video"}
"""Keys that are words of the language as well, or stand in references; and what a setting says."""
PLAIN = {"school-name": {"name"}, "link-relative": {"page"}}
"""Keys of vocabularies, and parts of references."""


def fields_of(fields: Sequence[Field]) -> Iterator[Field]:
    for one in fields:
        yield one
        inner = one.shape.each if isinstance(one.shape, Rows) else one.shape
        if isinstance(inner, Group):
            yield from fields_of(inner.fields)


GOALS = (FrameworkGoal("Fælles Mål 2023", ("", ""), (), "a@1#b", "Jeg læser."),)
FORMS = [form_of(kind.model, lambda _: {"a": "A"}, DANISH, goals=GOALS) for kind in KINDS]
KEYS = {one.name for form in FORMS for one in fields_of(form)} | {"status"}
TEXTS = [
    (code, text)
    for code, rule in RULES.items() if not code.startswith(ELSEWHERE)
    for text in (rule.message, rule.hint) if text
]  # fmt: skip


def marked(text: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", text))


def test_no_message_names_a_field_by_its_bare_key() -> None:
    found = []
    for code, text in TEXTS:
        bare = re.sub(r"`[^`]*`|»[^«]*«|\{[^}]*\}", "", DANISH.gettext(text))
        named = {word for word in re.findall(r"(?<![\w/.:-])[a-z_]+(?![\w/-])", bare) if word in KEYS}
        found += [(code, word) for word in sorted(named - WORDS - PLAIN.get(code, set()))]

    assert found == []


def test_both_languages_name_the_same_fields_and_forms_have_words_for_them() -> None:
    marks = [(code, marked(text), marked(DANISH.gettext(text))) for code, text in TEXTS]
    names = {one.partition(": ") for _, own, _ in marks for one in own}

    assert [(code, own, danish) for code, own, danish in marks if own != danish] == []
    assert {key for key, _, _ in names} - KEYS == set()
    values = {value for _, _, value in names if value and not value.startswith("{")}
    assert [value for value in values if chosen(DANISH, value).casefold() == value.replace("-", " ")] == []


def test_the_sentence_of_a_field_calls_those_beside_it_as_the_form_does() -> None:
    training = next(kind for kind in KINDS if kind.name == "training")
    fields = list(fields_of(form_of(training.model, lambda _: {"a": "A"}, DANISH)))
    beside = {(one.name, one.help) for one in fields if "»" in one.help}

    assert ("file", "En fil ved siden af denne; eller »Adresse på nettet«.") in beside
    assert ("url", "Hvor på nettet det er; eller »Fil«.") in beside


@pytest.mark.parametrize(
    ("text", "report", "form"),
    [
        ("Give `a` or `b_c`.", "Give a or b_c.", "Give <a> or <b_c>."),
        ("Write `kind: not-yet`.", "Write kind: not-yet.", "Write <kind: not-yet>."),
        ("Write `what: {what}`.", "Write what: {moved}.", "Write <what: {moved}>."),
        ("See `guide:follow-a-guide`.", "See `guide:follow-a-guide`.", "See `guide:follow-a-guide`."),
    ],
)
def test_a_report_says_the_key_and_a_form_what_it_calls_it(text: str, report: str, form: str) -> None:
    problem = Problem(Rule("made-up", Severity.ERROR, text, ""), Span("a.yml"), {"what": "{moved}"})

    assert in_words(problem, Language("en"))[0] == report
    assert in_words(problem, Language("en"), lambda key: f"<{key}>")[0] == form
