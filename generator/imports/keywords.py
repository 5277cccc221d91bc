"""The words by which people mark what a part of a text is for, in Danish and English, and how they write durations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

_SENTENCE = re.compile(r"(?<=[.!?])(?<!\d\.)[\"”«»)]*\s+(?=[\"“»«(]?[A-ZÆØÅÄÖ0-9])")
_SHORT = re.compile(
    r"(?:\b(?:f\.eks|fx|bl\.a|dvs|ca|kl|nr|jf|evt|mv|osv|pkt|stk|tlf|e\.g|i\.e|etc|vs|approx|fig|no)|\b[A-ZÆØÅ])\.$",
    re.IGNORECASE,
)  # fmt: skip
_LEAD = "^(?:[\\W_]*)(?:{words})\\b[^\\S\\n]*(?:[:.–—-]|\\n|$)[^\\S\\n]*"

EXPECTED = ("resultat", "forventet resultat", "forventet", "du ser nu", "nu ser du", "det skal du se", "result",
            "expected result", "expected", "you should see", "you should now see", "outcome")  # fmt: skip
FAILS = ("hvis det ikke virker", "hvis det ikke lykkes", "virker det ikke", "hvis der sker en fejl", "fejlfinding",
         "problemer", "hvis det går galt", "if it does not work", "if it doesn't work", "if this does not work",
         "if this fails", "if that does not work", "troubleshooting")  # fmt: skip
BEFORE = ("før du begynder", "før du starter", "før du går i gang", "inden du begynder", "inden du starter",
          "inden du går i gang", "forudsætninger", "forudsætning", "krav", "du skal bruge", "det skal du bruge",
          "before you begin", "before you start", "before starting", "prerequisites", "requirements", "you will need",
          "you'll need", "what you need", "what you will need", "what you'll need", "things you need")  # fmt: skip
RESULT = ("resultat", "nu har du", "du er færdig", "færdig", "result", "results", "you are done", "you're done",
          "done", "outcome")  # fmt: skip
STEPS = ("trin", "fremgangsmåde", "sådan gør du", "vejledning", "steps", "procedure", "instructions", "how to")
STEP = ("trin", "skridt", "step", "opgave", "task")
SECTIONS: Mapping[str, Sequence[str]] = MappingProxyType({
    "goals": ("mål", "læringsmål", "faglige mål", "formål", "formål og mål", "mål for forløbet", "videns- og færdighedsmål",
              "forslag til læringsmål", "kompetansemål", "kunskapsmål", "lärandemål", "syfte",
              "goals", "goal", "objectives", "objective", "learning objectives", "learning objective", "learning goals",
              "learning outcomes", "learning intentions", "outcomes", "aims"),
    "materials": ("materialer", "materiale", "ressourcer", "udstyr", "materialeliste", "du skal bruge",
                  "det skal du bruge", "utstyr", "utrustning", "materials", "material", "resources", "equipment", "supplies", "materials needed",
                  "you will need", "what you need", "handouts"),
    "concepts": ("begreber", "fagbegreber", "fagord", "nøgleord", "ordliste", "vocabulary", "key vocabulary",
                 "key terms", "glossary", "key words", "keywords"),
    "prior_knowledge": ("forudsætninger", "forhåndsviden", "forkundskaber", "faglige forudsætninger", "elevforudsætninger",
                        "forutsetninger", "forutsetninger og utstyr", "forkunnskaper", "förkunskaper",
                        "prerequisites", "prior knowledge", "prior learning", "requirements", "before you begin"),
    "evaluation": ("evaluering", "tegn på læring", "afslutning og evaluering", "vurdering",
                   "vurderingskriterier", "forslag til vurderingskriterier", "utvärdering", "bedömning", "evaluation", "assessment",
                   "assessment criteria", "formative assessment", "assessments"),
    "feedback": ("feedback", "respons", "feedback og respons"),
    "differentiation": ("differentiering", "undervisningsdifferentiering", "differentiation", "adaptations",
                        "accommodations", "extension", "extensions", "support and extension"),
    "subjects": ("fag", "ämne", "subject", "subjects"),
    "grades": ("klassetrin", "klasse", "målgruppe", "årgang", "trinn", "anbefalte trinn", "årskurs", "grade", "grades", "grade level", "year group", "year",
               "years", "level"),
    "minutes": ("tid", "varighed", "tidsforbrug", "tidsramme", "tidsbruk", "duration", "time", "time required", "total time",
                "estimated time", "lesson length"),
})  # fmt: skip
LESSON = ("lektion", "modul", "gang", "undervisningsgang", "økt", "leksjon", "dag", "uge", "session", "lesson", "module", "class", "day",
          "week", "part", "del", "episode")  # fmt: skip
COLUMNS: Mapping[str, Sequence[str]] = MappingProxyType({
    "lesson": (*LESSON, "lektioner", "moduler", "nr", "fase", "phase", "dato", "lessons", "sessions", "emne", "topic"),
    "minutes": ("tid", "minutter", "min", "varighed", "tidsforbrug", "time", "minutes", "duration", "length"),
    "text": ("aktivitet", "aktiviteter", "indhold", "beskrivelse", "hvad", "undervisningsaktivitet", "arbejdsform",
             "activity", "activities", "content", "description", "what", "tasks", "task", "teacher activity"),
    "title": ("titel", "overskrift", "emne", "tema", "title", "topic", "name", "navn"),
    "materials": ("materialer", "materiale", "ressourcer", "materials", "resources", "material"),
    "goals": ("mål", "læringsmål", "goals", "objectives", "objective", "goal", "learning objectives"),
    "step": ("trin", "skridt", "step", "nr", "no", "#"),
    "action": ("handling", "gør", "hvad gør du", "sådan", "action", "do", "instruction", "instructions", "beskrivelse",
               "description"),
    "expected": EXPECTED,
})  # fmt: skip
_TIME = re.compile(
    r"(?:(?P<low>\d{1,4}(?:[.,]\d{1,2})?)\s*(?:-|–|—|til|to)\s*)?(?P<number>\d{1,4}(?:[.,]\d{1,2})?)\s*"
    r"(?P<unit>min(?:ut(?:ter)?|utes?|s)?\b\.?|['′](?!\w)|timers?\b|time\b|t\b\.?|h(?:rs?|ours?)?\b\.?|lektion(?:er)?\b"
    r"|moduler?\b|lessons?\b|periods?\b)",
    re.IGNORECASE,
)
_LESSON_MINUTES = 45


def key_of(text: str) -> str:
    """A heading or label as the lists have it: small letters, without numbers, colons and emphasis around it."""
    return re.sub(r"[\s_]+", " ", re.sub(r"^[\W\d_]+|[\W_]+$", "", text)).casefold()


def is_one_of(text: str, words: Sequence[str]) -> bool:
    """Whether a heading says just this."""
    return key_of(text) in words


def after_lead(text: str, words: Sequence[str]) -> str | None:
    """What follows “Resultat:” and the like at the beginning of a text; None when it does not begin so."""
    pattern = _LEAD.format(words="|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    found = re.match(pattern, text, re.IGNORECASE)
    return text[found.end() :].lstrip("*_ ") if found else None


def numbered(text: str, words: Sequence[str]) -> re.Match[str] | None:
    """“Lektion 3: …”, “3. lektion – …”: the number, and what follows (group "rest")."""
    names = "|".join(map(re.escape, words))
    return re.match(
        rf"\W*(?:(?:{names})\s*(?P<number>\d{{1,3}})|(?P<before>\d{{1,3}})\.?\s*(?:{names})\b)\s*(?P<rest>.*)$",
        text, re.IGNORECASE | re.DOTALL,
    )  # fmt: skip


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph."""
    found: list[str] = []
    for part in _SENTENCE.split(text):
        if found and _SHORT.search(found[-1]):
            found[-1] = f"{found[-1]} {part}"
        elif part.strip():
            found.append(part.strip())
    return found


def shortened(text: str, limit: int) -> str:
    """At most so many letters, whole words."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1].rpartition(" ")[0] or text[: limit - 1]
    return f"{cut.rstrip(' ,;:.–-')}…"


def minutes_in(text: str, *, plain: bool = False) -> int | None:
    """How many minutes a text says, the most when it says from and to; `plain`: a number alone counts as minutes."""
    if plain and (alone := re.fullmatch(r"\s*(?:\d{1,4}\s*[-–]\s*)?(\d{1,4})\s*", text)):
        return int(alone[1]) or None
    total = 0.0
    for found in _TIME.finditer(text):
        number, unit = float(found["number"].replace(",", ".")), found["unit"].casefold()
        if unit.startswith(("min", "'", "′")):
            total += number
        elif unit.startswith(("t", "h")):
            total += number * 60
        else:
            total += number * _LESSON_MINUTES
    return round(total) if 1 <= total <= 6000 else None


def without_minutes(text: str) -> str:
    """A title without the duration behind it: “Opstart (15 min)”."""
    return re.sub(rf"[\s,:–-]*[(\[]?\s*{_TIME.pattern}\s*[)\]]?\s*$", "", text, flags=re.IGNORECASE).strip() or text
