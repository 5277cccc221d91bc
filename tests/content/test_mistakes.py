"""The mistakes that authors make, and the right answer to each: one problem at its own line, in the words of a Dane.

Each row is what somebody did to a sound hub, and what `hub check` then says: the code and the line of each problem, and
the words that the answer must hold. An empty list says that what was meant is understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.hub import ENGLISH_HUB, copied_site

GUIDE = "guides/nulstil-kodeord.yml"
OTHER = "guides/opret-relationer.yml"
COURSE = "courses/rivers.yml"
VIDEO = "videos/tour.yml"
PLAN = "plans/rollout.yml"
PAGE = "pages/about.md"
ROLES = "vocabulary/roles.yml"

TEXTS = {
    GUIDE: """# yaml-language-server: $schema=../../.hub/schema/guide.json
title: Nulstil dit kodeord
summary: Sådan nulstiller du dit kodeord.
status: published
published: 2026-11-01
updated: 2026-11-01
audience: [teacher]
minutes: 5
owner: consultant
last_tested: {date: 2026-11-01, product_version: "8"}
steps:
  - action: Gå til forsiden
  - action: Klik på linket
    image:
      file: list.png
      alt: Forsiden med linket
      highlight:
        - {x: 0.3, y: 0.4, width: 0.4, height: 0.2, label: Linket}
  - action: Indtast din mail
""",
    OTHER: """title: Opret relationer
summary: Sådan opretter du relationer.
status: published
published: 2026-11-01
updated: 2026-11-01
audience: [teacher]
minutes: 5
owner: consultant
last_tested: {date: 2026-11-01, product_version: "8"}
steps:
  - action: Klik på Opret
    quiz:
      question: Hvor?
      choices:
        - {text: Her, explanation: Nej.}
        - {text: Der, correct: true, explanation: Ja.}
result: Se [Nulstil](guide:nulstil-kodeord).
""",
}

Change = Callable[[Path], None]
Told = tuple[str, int]
"""The code of a problem and its line."""


@dataclass(frozen=True)
class Mistake:
    """What somebody did, and what they are told."""

    name: str
    """Its number and what it is."""
    change: Change
    told: Sequence[Told] = ()
    words: tuple[str, ...] = ()
    """What the answer must say."""


def swap(file: str, old: str, new: str) -> Change:
    def change(content: Path) -> None:
        text = (content / file).read_text("utf-8")
        assert old in text, old
        (content / file).write_bytes(text.replace(old, new, 1).encode())

    return change


def write(file: str, data: bytes | str) -> Change:
    def change(content: Path) -> None:
        (content / file).parent.mkdir(parents=True, exist_ok=True)
        (content / file).write_bytes(data if isinstance(data, bytes) else data.encode())

    return change


def move(old: str, new: str) -> Change:
    def change(content: Path) -> None:
        (content / new).parent.mkdir(parents=True, exist_ok=True)
        (content / old).rename(content / new)

    return change


def encoded(file: str, encoding: str) -> Change:
    return lambda content: write(file, (content / file).read_text("utf-8").encode(encoding))(content)


def removed(file: str) -> Change:
    return lambda content: (content / file).unlink()


def both(*changes: Change) -> Change:
    def change(content: Path) -> None:
        for one in changes:
            one(content)

    return change


def step(text: str) -> Change:
    """Adds a text to the last step of the guide, in line 20."""
    return swap(GUIDE, "  - action: Indtast din mail\n", f"  - action: Indtast din mail\n    text: {text}\n")


def field(text: str) -> Change:
    """Adds a field to the guide, in line 9."""
    return swap(GUIDE, "minutes: 5\n", f"minutes: 5\n{text}\n")


def of(name: str, old: str, new: str, *told: Told, words: Sequence[str] = (), file: str = GUIDE) -> Mistake:
    return Mistake(name, swap(file, old, new), told, tuple(words))


TITLE = "title: Nulstil dit kodeord"
MISTAKES = (
    # The signs of YAML
    of(
        "01 a tab for an indent", "  - action: Gå", "\t- action: Gå", ("yaml-tab", 12), words=["tabulator", "mellemrum"]
    ),
    of("01b a tab after a hyphen", "  - action: Gå", "  -\taction: Gå", ("yaml-tab", 12), words=["tabulator"]),
    of(
        "02 a field one space too far out",
        "    image:\n",
        "   image:\n",
        ("yaml-indentation", 14),
        words=["indrykningen"],
    ),
    of("04 a colon in a title", TITLE, "title: Kitos: Nulstil", ("yaml-colon", 2), words=["anførselstegn"]),
    of("06 a quotation mark that is not closed", '"8"}', '"8}', ("yaml-quote", 10), words=["Anførselstegnene"]),
    of(
        "23 a space that is none before a hyphen",
        "  - action: Gå",
        "\u00a0 - action: Gå",
        ("yaml-space", 12),
        words=["ligner et mellemrum"],
    ),
    of(
        "23b a space that is none after a colon",
        "title: Nul",
        "title:\u00a0Nul",
        ("yaml-space", 2),
        words=["ligner et mellemrum"],
    ),
    of(
        "23c a space that is none after a hyphen",
        "  - action: Gå",
        "  -\u00a0action: Gå",
        ("yaml-space", 12),
        words=["mellemrum"],
    ),
    of(
        "23d a space without width",
        "owner: consultant",
        "owner: con\u200bsultant",
        ("text-control", 9),
        words=["usynligt"],
    ),
    of("23e a thin space after a colon", "title: Nul", "title:\u2009Nul", ("yaml-space", 2)),
    of("43 percent in a text", TITLE, "title: 50 % af alle"),
    of("43b an asterisk first", TITLE, "title: *Nulstil* dit kodeord", ("yaml-character", 2), words=["anførselstegn"]),
    of("43c an exclamation mark first", TITLE, "title: !OBS Nulstil", ("yaml-tag", 2), words=["anførselstegn"]),
    of(
        "43d a text that is cut at a number sign",
        TITLE,
        "title: Elev #1 nulstiller",
        ("yaml-hash", 2),
        words=["udeladt", "anførselstegn"],
    ),
    of("43e the word no", TITLE, "title: no"),
    of("43f a hyphen first", TITLE, "title: - Nulstil", ("yaml-list-here", 2), words=["bindestreg", "anførselstegn"]),
    of("43g percent first", TITLE, "title: %Nulstil", ("yaml-character", 2), words=["anførselstegn"]),
    of("44 no space after a colon", "title: Nul", "title:Nul", ("yaml-after-colon", 2), words=["mellemrum"]),
    of("44a no space after a colon in a step", "  - action: Klik", "  - action:Klik", ("yaml-after-colon", 13)),
    of(
        "44b no space after a hyphen",
        "  - action: Gå",
        "  -action: Gå",
        ("yaml-hyphen", 12),
        words=["bindestreg", "mellemrum"],
    ),
    of("44c a semicolon for a colon", "title: Nul", "title; Nul", ("yaml-for-colon", 2), words=["kolon"]),
    of("44d a capital", "title: Nul", "Title: Nul", ("field-unknown", 2), words=["»title«"]),
    of("44e a space before the colon", "title: Nul", "title : Nul"),
    of("44f an equals sign for a colon", "title: Nul", "title = Nul", ("yaml-for-colon", 2)),
    of(
        "44g dashes for hyphens",
        "audience: [teacher]",
        "audience:\n  – teacher\n  – consultant",
        ("yaml-bullet", 8),
        words=["bindestreg"],
    ),
    of(
        "44h bullets for hyphens",
        "audience: [teacher]",
        "audience:\n  • teacher\n  • consultant",
        ("yaml-bullet", 8),
        words=["bindestreg"],
    ),
    of("44i a dash before a step", "  - action: Gå", "  – action: Gå", ("yaml-bullet", 12), words=["bindestreg"]),
    of(
        "45 two versions",
        TITLE,
        f"<<<<<<< HEAD\n{TITLE}\n=======\ntitle: Nyt\n>>>>>>> gren",
        ("text-merge", 2),
        words=["Git", "<<<<<<<"],
    ),
    of(
        "46 a block that is not indented",
        "  - action: Indtast din mail",
        "  - action: Indtast\n    text: |\n    Skriv din mail",
        ("yaml-missing-colon", 21),
    ),
    of(
        "03 the quotation marks of a word processor",
        TITLE,
        "title: “Nulstil dit kodeord”",
        ("text-quotes", 2),
        words=["anførselstegn"],
    ),
    of("03b and in a list", "audience: [teacher]", "audience: [„teacher“]", ("term-unknown", 7), ("text-quotes", 7)),
    of("53b a decimal comma", "x: 0.3", "x: 0,3", ("yaml-comma", 18), words=["0.3"]),
    of("24 a picture sign in a title", TITLE, "title: 🎉 Nulstil 🔑"),
    of("29c a field twice", "minutes: 5", "minutes: 5\nminutes: 7", ("yaml-duplicate-key", 9), words=["linje 8"]),
    of("62i an ampersand first", TITLE, "title: &Mere", ("yaml-anchor", 2), words=["anførselstegn"]),
    of("62h a comment after a tab", "minutes: 5", "minutes: 5\t# første"),
    # Values
    of(
        "05 a date as Danes write it",
        "published: 2026-11-01",
        "published: 24/12/2026",
        ("value-date", 5),
        words=["år-måned-dag"],
    ),
    of("05b with hyphens", "published: 2026-11-01", "published: 24-12-2026", ("value-date", 5)),
    of("05d a day that is not", "published: 2026-11-01", "published: 2026-02-30", ("value-date", 5)),
    of("05e without a zero", "published: 2026-11-01", "published: 2026-6-1", ("value-date", 5)),
    of(
        "07 a role that is not there",
        "owner: consultant",
        "owner: IT-afdelingen",
        ("term-unknown", 9),
        words=["teacher, consultant"],
    ),
    of(
        "07b a role by its name",
        "owner: consultant",
        "owner: Consultant",
        ("term-unknown", 9),
        words=["Mente du »consultant«?"],
    ),
    of("25 a long title", TITLE, "title: " + "Nulstil " * 30, ("field-too-long", 2), words=["120"]),
    of(
        "26 a list for a text",
        "summary: Sådan nulstiller du dit kodeord.",
        "summary:\n  - Sådan\n  - Kodeord",
        ("value-text", 4),
    ),
    of("26b a text for a list", "audience: [teacher]", "audience: teacher", ("value-list", 7)),
    of("26c a text with commas for a list", "audience: [teacher]", "audience: teacher, consultant", ("value-list", 7)),
    of(
        "28 a choice in Danish", "status: published", "status: udgivet", ("value-choice", 4), words=["draft, published"]
    ),
    of(
        "28b a choice with a capital",
        "status: published",
        "status: Published",
        ("value-choice", 4),
        words=["»published«"],
    ),
    of("29 a field in Danish", "minutes: 5", "minutter: 5", ("field-unknown", 8), words=["»minutes«"]),
    Mistake("29b a field without a value that there is not", field("minutter:"), [("field-unknown", 9)]),
    Mistake("62k a field of another kind", field("homework: Læs side 4"), [("field-unknown", 9)], ("fjernes",)),
    of("37 minutes with a unit", "minutes: 5", "minutes: 5 min", ("value-number", 8)),
    of("37b a decimal number", "minutes: 5", "minutes: 1,5", ("value-number", 8)),
    of("37c no minutes", "minutes: 5", "minutes: 0", ("value-range", 8)),
    of("62e a number in quotation marks", "minutes: 5", 'minutes: "60"'),
    of("41 a day that has not come", "updated: 2026-11-01", "updated: 2027-11-27", ("date-future", 6), words=["draft"]),
    of(
        "41b updated before it was published",
        "updated: 2026-11-01",
        "updated: 2025-11-27",
        ("dates-updated", 6),
        words=["2026-11-01"],
    ),
    of("U1 a day with a time", "updated: 2026-11-01", "updated: 2026-11-24T10:00:00.000Z", ("value-date", 6)),
    Mistake("U1b nothing in quotation marks", field("level: ''"), [("field-empty", 9)]),
    of("52a no right answer", ", correct: true", "", ("quiz-no-answer", 15), file=OTHER),
    of(
        "52b one choice with a fault",
        "correct: true",
        "corect: true",
        ("field-unknown", 16),
        words=["»correct«"],
        file=OTHER,
    ),
    of("52d yes in Danish", "correct: true", "correct: ja", ("value-yes-no", 16), file=OTHER),
    Mistake(
        "52c a quiz that is not there",
        swap(GUIDE, "din mail\n", "din mail\n    completion: quiz\n"),
        [("quiz-missing", 20)],
    ),
    of("53c a frame outside the picture", "x: 0.3", "x: 0.9", ("highlight-outside", 18)),
    of(
        "F39 a number in a list",
        "audience: [teacher]",
        "audience: [[teacher]]",
        ("value-text", 7),
        words=["»audience«"],
    ),
    of(
        "33c an old address with a slash first",
        "minutes: 5",
        "minutes: 5\nredirect_from: [/guides/x/]",
        ("value-pattern", 9),
        words=["»redirect_from«"],
    ),
    of(
        "33d an old address of another page",
        "minutes: 5",
        "minutes: 5\nredirect_from: [guides/opret-relationer/]",
        ("redirect-taken", 9),
    ),
    of(
        "33e an old address of the hub's own page",
        "minutes: 5",
        "minutes: 5\nredirect_from: [courses]",
        ("redirect-taken", 9),
    ),
    of("40 a version that looks like a number", 'version: "1.0"', "version: 1.10", file=COURSE),
    of("36b grades in a range", 'grades: ["7"]', "grades: [6-7]", ("term-unknown", 7), words=["6, 7, 8"], file=COURSE),
    of(
        "36c a list with nothing in it",
        'grades: ["7"]',
        "grades: []",
        ("field-empty", 7),
        words=["»grades«"],
        file=COURSE,
    ),
    of("36d grades as numbers", 'grades: ["7"]', "grades: [7, 8]", file=COURSE),
    of(
        "35 a goal that is not there",
        "goals: [maps]",
        "goals: [mapsx, maps]",
        ("goal-unknown", 24),
        words=["»maps«"],
        file=COURSE,
    ),
    of(
        "62 a choice in a list in a list",
        "grouping: pair",
        "grouping: par",
        ("value-choice", 26),
        words=["whole, group, pair, alone"],
        file=COURSE,
    ),
    of(
        "licence of others",
        "licence: CC-BY-4.0}",
        "licence: CC-BY-SA-3.0}",
        ("licence-unknown", 14),
        words=["den licens, værket har"],
        file=COURSE,
    ),
    of(
        "60 a sort of file that is not taken",
        'url: "https://example.org/map"',
        "file: kort.sb3",
        ("asset-type", 14),
        words=[".pdf"],
        file=COURSE,
    ),
    of(
        "C1 a course from elsewhere",
        "materials:",
        'based_on: {url: "https://example.org/x", title: S, version: "1", creator: C, licence: CC-BY-SA-4.0}\nmaterials:',
        file=COURSE,
    ),
    of(
        "54a a phase that ends before it begins",
        "start: 2026-09-01\n    end: 2026-12-18",
        "start: 2026-12-18\n    end: 2026-09-01",
        ("dates-reversed", 11),
        file=PLAN,
    ),
    of("54d a share in percent", "share: 0.5", "share: 50", ("value-share", 20), words=["0 til 1"], file=PLAN),
    of(
        "F34 an id twice",
        "terms:\n",
        "terms:\n  - {id: autumn, title: A, start: 2026-01-01, end: 2026-02-01}\n",
        ("id-twice", 19),
        file=PLAN,
    ),
    # Films
    of("15d a length without quotation marks", 'duration: "0:04"', "duration: 0:04", file=VIDEO),
    of(
        "15e a length with a dot", 'duration: "0:04"', "duration: 0.04", ("value-moment", 7), words=["1:05"], file=VIDEO
    ),
    of(
        "15h captions that are SubRip",
        "file: tour.vtt",
        "file: tour.srt",
        ("asset-type", 8),
        words=[".vtt"],
        file=VIDEO,
    ),
    of(
        "15i an address for a file",
        "file: tour.mp4",
        "file: https://example.org/watch?v=a",
        ("asset-outside", 6),
        file=VIDEO,
    ),
    of(
        "61 a country for a language",
        "language: en",
        "language: dk",
        ("captions-code", 8),
        words=["»dk«", "Dansk er da"],
        file=VIDEO,
    ),
    of(
        "61b a language by name",
        "language: en",
        "language: Dansk",
        ("value-pattern", 8),
        words=["language"],
        file=VIDEO,
    ),
    of(
        "F21 an address that nobody can take apart",
        "{file: tour.mp4}",
        '{service: X, url: "https://[bad/"}',
        ("link-scheme", 6),
        file=VIDEO,
    ),
    # References and links
    Mistake("34b a reference without a kind", field("see_also: [opret-relationer]"), [("ref-form", 9)], ("guide:",)),
    Mistake("34c a kind in Danish", field('see_also: ["forløb:rivers"]'), [("ref-form", 9)], ("course, guide",)),
    Mistake("32 a reference to nothing", field("see_also: [guide:ingenting]"), [("ref-unknown", 9)], ("ingenting",)),
    Mistake("34d an address without https", step('"Se [her](www.kitos.dk)"'), [("link-scheme", 20)], ("https://",)),
    Mistake("34f a picture in a text", step('"![skærm](list.png)"'), [("rich-picture", 20)], ("image",)),
    Mistake("50a a page by name", step('"Se [her](page:about)"')),
    Mistake("50a2 a page that is not there", step('"Se [her](page:om)"'), [("ref-unknown", 20)]),
    Mistake("50b a path from the root", step('"Se [her](/about/)"'), [("link-relative", 20)], ("page:",)),
    Mistake("50c a path", step('"Se [her](about/)"'), [("link-relative", 20)], ("page:",)),
    Mistake("50d a path with dots", step('"Se [her](../../about/)"'), [("link-relative", 20)], ("page:",)),
    Mistake(
        "50g a file of one's own",
        step('"[mappe](file:///S:/vejledning.docx)"'),
        [("link-scheme", 20)],
        ("file:///S:/vejledning.docx",),
    ),
    Mistake(
        "50h an address with a space",
        step('"[dok](https://kommune.dk/min fil.pdf)"'),
        [("link-lookalike", 20)],
        ("%20",),
    ),
    Mistake("50j a script", step('"[x](javascript:alert(1))"'), [("link-scheme", 20)]),
    Mistake(
        "31 a link to a draft",
        both(
            write("guides/kladde.yml", TEXTS[OTHER].replace("published\n", "draft\n", 1)), step('"[x](guide:kladde)"')
        ),
        [("ref-draft", 20)],
    ),
    Mistake("F1 a link by reference", step('"Se [x][g].\\n\\n[g]: guide:ingenting"'), [("ref-unknown", 20)]),
    Mistake("51h html in a text", step('"<b>fed</b>"'), [("rich-html", 20)], ("Markdown",)),
    Mistake("38 a number of a person", step("Skriv 010203-1234"), [("personal-cpr", 20)], ("••••••-••••",)),
    Mistake("38c in a comment", swap(GUIDE, "minutes: 5", "minutes: 5 # 010203 - 1234"), [("personal-cpr", 8)]),
    # Files and names
    Mistake(
        "10b a picture with a capital",
        swap(GUIDE, "list.png", "List.png"),
        [("asset-missing", 15), ("file-unused", 1)][:1],
        ("list.png",),
    ),
    Mistake("13 a picture that is not there", swap(GUIDE, "list.png", "ingen.png"), [("asset-missing", 15)]),
    Mistake("13b a path of Windows", swap(GUIDE, "list.png", "billeder\\list.png"), [("asset-outside", 15)]),
    Mistake(
        "09b a picture that is none",
        both(write("guides/x.jpg", b"ftypheic"), swap(GUIDE, "list.png", "x.jpg")),
        [("picture-unreadable", 15)],
    ),
    Mistake("16 .yaml", move(GUIDE, "guides/nulstil-kodeord.yaml"), [("file-suffix", 1)], ("nulstil-kodeord.yml",)),
    Mistake(
        "17b .yml.txt", move(GUIDE, "guides/nulstil-kodeord.yml.txt"), [("file-suffix", 1)], ("nulstil-kodeord.yml",)
    ),
    Mistake("17c .YML", move(GUIDE, "guides/nulstil-kodeord.YML"), [("file-suffix", 1)], ("nulstil-kodeord.yml",)),
    Mistake(
        "18 a guide among the courses",
        move(GUIDE, "courses/nulstil-kodeord.yml"),
        [("file-wrong-kind", 2)],
        ("content/guides",),
    ),
    Mistake(
        "18b a guide right in the content",
        move(GUIDE, "nulstil-kodeord.yml"),
        [("file-place", 1), ("ref-unknown", 17)],
        ("content/guides/",),
    ),
    Mistake("30b a new guide right in the content", write("min-ny.yml", "title: x\n"), [("file-place", 1)]),
    Mistake("30d a new guide in a folder of its own", write("guide/min-ny.yml", "title: x\n"), [("file-place", 1)]),
    Mistake("30c a new guide among the pages", write("pages/min-ny.yml", "title: x\n"), [("file-place", 1)]),
    Mistake("30e a page among the guides", write("guides/min.md", "# x\n"), [("file-unused", 1)], ("min.md",)),
    Mistake("30f a page of another program", write("pages/side.rtf", "x\n"), [("page-file", 1)]),
    Mistake("20 a list of Excel", write("guides/trin.csv", "a;b\n"), [("file-unused", 1)]),
    Mistake("20b a list of Excel with another name", write("guides/trin.yml", "a;b\nc;d\n"), [("yaml-top", 1)]),
    Mistake(
        "19 a name with spaces",
        move(GUIDE, "guides/Nulstil kodeord.yml"),
        [("file-name", 1), ("ref-unknown", 17)][:1] + [("ref-unknown", 17)][1:],
        ("nulstil-kodeord.yml",),
    ),
    Mistake(
        "19b a name with capitals",
        move(GUIDE, "guides/Nulstil-Kodeord.yml"),
        [("file-name", 1)],
        ("nulstil-kodeord.yml",),
    ),
    Mistake(
        "19d a name in two kinds",
        lambda content: write("courses/nulstil-kodeord.yml", (content / COURSE).read_bytes())(content),
    ),
    Mistake("42 an empty file", write("guides/min.yml", ""), [("yaml-empty", 1)]),
    Mistake("42b a comment alone", write("guides/min.yml", "# x\n"), [("yaml-empty", 1)]),
    Mistake(
        "42c two documents",
        lambda content: write(GUIDE, (content / GUIDE).read_text("utf-8") + "---\na: b\n")(content),
        [("yaml-documents", 20)],
    ),
    Mistake(
        "21 lines of Windows",
        lambda content: write(GUIDE, (content / GUIDE).read_text("utf-8").replace("\n", "\r\n"))(content),
    ),
    Mistake("22 UTF-16", encoded(GUIDE, "utf-16"), [("text-encoding", 1)], ("UTF-8",)),
    Mistake("22b UTF-8 with a mark", encoded(GUIDE, "utf-8-sig")),
    Mistake("22c Windows-1252", encoded(GUIDE, "cp1252"), [("text-encoding", 3)], ("UTF-8",)),
    Mistake("32b a document that others name is gone", removed(GUIDE), [("ref-unknown", 17)]),
    # Vocabularies
    Mistake(
        "55a a word twice",
        swap(ROLES, "entries:\n", "entries:\n  - {id: teacher, name: Lærer}\n"),
        [("entry-twice", 4)],
    ),
    Mistake(
        "55b an id with a space",
        swap(ROLES, "entries:\n", 'entries:\n  - {id: "Nørrebro Skole", name: N}\n'),
        [("value-pattern", 3)],
    ),
    Mistake(
        "H2 an id that leads out",
        swap("vocabulary/levels.yml", "entries:\n", 'entries:\n  - {id: "../../../www", name: E, number: 5}\n'),
        [("value-pattern", 3)],
    ),
    Mistake(
        "55c a field of a word that there is not",
        swap(ROLES, "name: Teacher", "navn: Teacher"),
        [("field-unknown", 3)],
        ("»name«",),
    ),
    Mistake("55f a vocabulary is gone", removed(ROLES), [("vocabulary-missing", 10)], ("roles.yml",)),
    Mistake("55h a tab in a vocabulary", swap(ROLES, "  - {id: teacher", "\t- {id: teacher"), [("yaml-tab", 3)]),
    Mistake(
        "55i a vocabulary that nobody knows",
        write("vocabulary/rolles.yml", "title: x\nentries: []\n"),
        [("vocabulary-unknown", 1)],
        ("»roles«",),
    ),
    Mistake("55j a vocabulary with the wrong ending", move(ROLES, "vocabulary/roles.yaml"), [("file-suffix", 1)]),
    # Ordinary pages
    Mistake("51a a link to nothing", write(PAGE, "# Side\n\n[x](findes-ikke.md)\n"), [("page-link", 3)]),
    Mistake("51b a picture that is not there", write(PAGE, "# Side\n\n![x](nej.png)\n"), [("asset-missing", 3)]),
    Mistake("51d no heading", write(PAGE, "Bare tekst\n")),
    Mistake(
        "51e front matter with a colon", write(PAGE, "---\ntitle: Kitos: guide\n---\n# Hej\n"), [("yaml-colon", 2)]
    ),
    Mistake("51f a name with letters and spaces", write("pages/Spørgsmål og svar.md", "# Hej\n")),
    Mistake("51h html", write(PAGE, '# Hej\n\n<iframe src="https://example.org"></iframe>\n'), [("rich-html", 3)]),
    Mistake(
        "51i a guide that is not there",
        write(PAGE, "# Hej\n\n[g](guide:nulstil-kodeord) [n](guide:ingenting)\n"),
        [("ref-unknown", 3)],
    ),
    Mistake("51j .MD", write("pages/SIDE.MD", "# Hej\n"), [("page-suffix", 1)], ("SIDE.md",)),
    Mistake("51l an address that is taken", write("pages/courses.md", "# Hej\n"), [("page-taken", 1)]),
    Mistake("51m a number of a person", write(PAGE, "# Hej\n\nElev 010203-1234\n"), [("personal-cpr", 3)]),
    Mistake("51n a list after a line", write(PAGE, "Tekst:\n- a\n- b\n")),
)
_HEAD = re.compile(r"^content/(\S.*?):(\d+):\d+: (?:fejl|advarsel) ([a-z-]+)$", re.MULTILINE)
_ENGLISH = re.compile(r"\b(?:the|is not|must|cannot|does not|Write|Choose|Remove|or)\b")


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    root = copied_site(ENGLISH_HUB, tmp_path)
    for file, text in TEXTS.items():
        (root / "content" / file).write_text(text, "utf-8")
    return root


def answer(root: Path) -> str:
    words = ["check", "--config", str(root / "site_config.yml"), "--language", "da", "--day", "2026-12-01"]
    result = CliRunner().invoke(main, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.output


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_each_mistake_has_its_answer(hub: Path, mistake: Mistake) -> None:
    mistake.change(hub / "content")
    said = answer(hub)

    assert sorted((code, int(line)) for _, line, code in _HEAD.findall(said)) == sorted(mistake.told), said
    for words in mistake.words:
        assert words in said
    assert "–«" not in said
    told = re.sub(r"(?m)^( *\d+ \|| +\|).*$", "", said)
    assert _ENGLISH.search(told) is None, told


def test_a_hub_without_mistakes_has_none(hub: Path) -> None:
    assert answer(hub).strip() == "Ingen fejl."
