"""Word and Markdown become drafts that load; what has no place is told, and what cannot be read is a sentence."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from PIL import Image

from generator.content.check.schema import shape
from generator.content.yaml.parser import value_of
from generator.i18n.language import language
from generator.imports import read_document
from generator.imports.draft import Draft, text_of
from generator.imports.keywords import minutes_in, sentences
from generator.kinds import KINDS
from generator.model.catalog import Document
from generator.model.kind import Kind
from generator.model.settings import Settings
from generator.problems.problem import ContentError, HubError
from tests.hub import copied, hub

KIND = {kind.name: kind for kind in KINDS}
WORDS = {"subjects": {"dansk": "Dansk"}, "grades": {str(grade): f"{grade}. klasse" for grade in range(10)}}
GUIDE = """---
title: "Nulstil en adgangskode"
layout: page
---
Når en elev har glemt sin kode. Det tager *kort* tid.

## Før du begynder
- En computer
- Rettigheden **superbruger**

## Sådan gør du
1. Klik på **Elever**. Listen kommer frem.

   ![Listen](billede.png)
2. Vælg eleven.
   Resultat: Elevens side er åben.

   Hvis det ikke virker: Prøv [hjælpen](https://example.org/hjaelp).
3. Klik på *Nulstil*, og gem. Ring <b>ikke</b> til 010190-1234.

## Resultat
Eleven kan logge ind.

## Historie
Skrevet i 2019.
"""
COURSE = """# Fagtekster

Et forløb om at læse for at lære.

Fag: Dansk
Klassetrin: 4.-5. klasse

## Læringsmål
- Eleven kan finde pointer
- Eleven kan finde pointer

## Materialer
- Papir

| Lektion | Tid | Aktivitet | Materialer |
|---|---|---|---|
| 1 Opstart | 20 min | Vi læser. Så taler vi om det. | Bøger |
| | 25 | Fælles opsamling | |
| 2 Skriv | 1 lektion | Skriv et referat | |

## Evaluering
Samtale om tekster.
"""


def png(shade: int = 128) -> bytes:
    Image.new("RGB", (40, 30), (0, 0, shade)).save(out := io.BytesIO(), "PNG")
    return out.getvalue()


def markdown(folder: Path, text: str, name: str = "kilde.md") -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder / name


def read(file: Path, kind: str = "guide") -> Draft:
    return read_document(file, KIND[kind], id_=None, names=WORDS)


def faults(draft: Draft, kind: Kind) -> list[str]:
    """What the check says of the draft's file, but for what is missing in it."""
    spoken = language("da")
    text = text_of(draft, today=date(2026, 11, 28), words=WORDS, spoken=spoken, settings=Settings(site_name=""))
    value, problems = value_of(text, "draft.yml")
    assert value is not None
    _, findings = shape(Document(kind.name, draft.id, "draft.yml", text, value, ""), KIND)
    return [*(problem.code for problem in problems), *(one.rule for one in findings if one.rule != "draft-incomplete")]


def test_a_guide_in_markdown_keeps_steps_results_and_pictures(tmp_path: Path) -> None:
    (tmp_path / "billede.png").write_bytes(png())
    draft = read(markdown(tmp_path, GUIDE))

    assert draft.value["title"] == "Nulstil en adgangskode"
    assert draft.value["summary"] == "Når en elev har glemt sin kode. Det tager kort tid."
    assert draft.value["before"] == ["En computer", "Rettigheden **superbruger**"]
    assert draft.value["result"] == "Eleven kan logge ind."
    assert draft.value["steps"] == [
        {"action": "Klik på Elever.", "text": "Listen kommer frem.",
         "image": {"file": "pictures/kilde-1.png", "alt": "Listen"}},
        {"action": "Vælg eleven.", "expected": "Elevens side er åben.",
         "if_fails": "Prøv [hjælpen](https://example.org/hjaelp)."},
        {"action": "Klik på Nulstil, og gem.", "text": "Ring **ikke** til ••••••-••••."},
    ]  # fmt: skip
    assert draft.pictures == {"pictures/kilde-1.png": png()}
    assert draft.left_out == ("Historie", "Skrevet i 2019.")
    assert [problem.code for problem in draft.problems] == ["import-left-out", "import-number"]
    assert faults(draft, KIND["guide"]) == []


def test_a_course_in_markdown_keeps_goals_lessons_and_materials(tmp_path: Path) -> None:
    draft = read(markdown(tmp_path, COURSE), "course")
    lessons = draft.value["lessons"]

    assert (draft.value["title"], draft.value["summary"]) == ("Fagtekster", "Et forløb om at læse for at lære.")
    assert (draft.value["subjects"], draft.value["grades"]) == (["dansk"], ["4", "5"])
    assert [goal["id"] for goal in draft.value["goals"]] == ["eleven-kan-finde-pointer", "eleven-kan-finde-pointer-2"]
    assert [(one["title"], one["minutes"], len(one["activities"])) for one in lessons] == [
        ("1 Opstart", "45", 2), ("2 Skriv", "45", 1),
    ]  # fmt: skip
    assert lessons[0]["activities"][0] == {
        "title": "Vi læser.", "minutes": "20", "text": "Vi læser. Så taler vi om det.",
        "materials": ["Bøger"],
    }  # fmt: skip
    assert draft.value["evaluation"] == {"text": "Samtale om tekster.", "self_evaluation": None}
    assert faults(draft, KIND["course"]) == []


PICTURED = """Et spil
===
Vi laver et spil.

![Spillet](forside.png)

## Lektion 1: Katten

![Scenen](a.png)

### Piletaster
Vælg en brik:

![](b.png)

Sæt den på plads.

1. Prøv den.

   ![Prøven](c.png)

### Lyd
Sæt lyd på.

## Noter
![Skitsen](d.png)

## Mål
- Eleverne kan give en figur liv.
"""


def test_a_picture_stands_in_the_activity_that_shows_it(tmp_path: Path) -> None:
    for shade, name in enumerate(("forside", "a", "b", "c", "d")):
        (tmp_path / f"{name}.png").write_bytes(png(shade))
    draft = read(markdown(tmp_path, PICTURED), "course")
    first, second = draft.value["lessons"][0]["activities"]
    names = {content: name for name, content in draft.pictures.items()}

    # At its place in the text, or with a field that asks what it shows, and the line that leads to it.
    assert first["text"].startswith(f"![Scenen]({names[png(1)]})\n\nVælg en brik:\n\nSæt den på plads.")
    assert first["text"].endswith(f"1. Prøv den.\n\n   ![Prøven]({names[png(3)]})")
    assert first["pictures"] == [{"file": names[png(2)], "alt": None, "caption": "Vælg en brik"}]
    assert second == {"title": "Lyd", "text": "Sæt lyd på."}
    assert (draft.value["picture"]["alt"], [one["title"] for one in draft.value["materials"]]) == (
        "Spillet",
        ["Skitsen"],
    )
    assert faults(draft, KIND["course"]) == []


TUTORIAL = """---
title: "Grundkursus"
objectives:
  - "Find rundt"
  - Gem dit arbejde
time_estimation: 1H30M
---
Et kursus for nye.

# Før vi begynder

> <hands-on-title>Log på</hands-on-title>
> Brug {% tool [Søg efter eksoner](toolshed/search/1.0) %} til det.

# Analyse

## Find filen
Åbn den.
"""


def test_a_tutorial_without_lessons_is_one_that_serves_all_its_goals(tmp_path: Path) -> None:
    draft = read(markdown(tmp_path, TUTORIAL), "course")
    [lesson] = draft.value["lessons"]

    assert (lesson["title"], lesson["minutes"]) == ("Grundkursus", "90")
    assert lesson["goals"] == [goal["id"] for goal in draft.value["goals"]] == ["find-rundt", "gem-dit-arbejde"]
    assert lesson["activities"] == [
        {"title": "Før vi begynder", "text": "**Log på**  \nBrug **Søg efter eksoner** til det."},
        {"title": "Find filen", "text": "Åbn den."},
    ]
    assert faults(draft, KIND["course"]) == []


def word(folder: Path, name: str = "kilde.docx") -> tuple[Path, docx.document.Document]:
    return folder / name, docx.Document()


def test_word_is_read_by_styles_lists_and_bold_lines(tmp_path: Path) -> None:
    file, made = word(tmp_path)
    made.add_heading("Hent et forløb", 0)
    made.add_paragraph("Sådan får du et forløb ind i din klasse.")
    made.add_paragraph("Åbn siden. Den er blå.", style="List Number")
    made.add_paragraph().add_run().add_picture(io.BytesIO(png()))
    made.add_paragraph("Klik på Hent.", style="List Number")
    made.add_paragraph("Forventet resultat: Filen er hentet.")
    made.save(str(file))
    draft = read(file)

    assert draft.value["title"] == "Hent et forløb"
    assert draft.value["steps"] == [
        {"action": "Åbn siden.", "text": "Den er blå.", "image": {"file": "pictures/kilde-1.png", "alt": None}},
        {"action": "Klik på Hent.", "expected": "Filen er hentet."},
    ]
    assert faults(draft, KIND["guide"]) == []


def test_numbers_typed_by_hand_and_bold_lines_are_understood(tmp_path: Path) -> None:
    file, made = word(tmp_path)
    made.add_paragraph().add_run("Det skal du bruge").bold = True
    made.add_paragraph("En tablet")
    made.add_paragraph().add_run("Sådan gør du").bold = True
    made.add_paragraph("1. Tænd for den.")
    made.add_paragraph("Vent lidt.")
    made.add_paragraph("2. Sluk igen.")
    made.save(str(file))
    draft = read(file)

    assert draft.value["before"] == ["En tablet"]
    assert draft.value["steps"] == [{"action": "Tænd for den.", "text": "Vent lidt."}, {"action": "Sluk igen."}]


def test_merged_cells_and_suggested_changes_are_read_and_told(tmp_path: Path) -> None:
    file, made = word(tmp_path)
    table = made.add_table(3, 3)
    for number, text in enumerate(("Uge", "Tid", "Indhold")):
        table.cell(0, number).text = text
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Uge 40"
    for row in (1, 2):
        table.cell(row, 1).text, table.cell(row, 2).text = "45 min", f"Del {row}"
    made.save(str(file))
    changed(file, "word/document.xml", b"<w:t>Del 1</w:t></w:r>",
            b'<w:t>Del 1</w:t></w:r><w:ins w:id="1" w:author="x"><w:r><w:t> og mere</w:t></w:r></w:ins>')  # fmt: skip
    draft = read(file, "course")

    assert [(one["title"], one["minutes"]) for one in draft.value["lessons"]] == [("Uge 40", "90")]
    assert [part["text"] for part in draft.value["lessons"][0]["activities"]] == ["Del 1 og mere", "Del 2"]
    assert "import-tracked" in [problem.code for problem in draft.problems]


def changed(file: Path, part: str, old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def zipped(file: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


DOCUMENT = "word/document.xml"
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
OLD = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize(
    ("parts", "content", "said"),
    [
        (None, OLD + b"WordDocument", "old form"), (None, OLD + "EncryptedPackage".encode("utf-16-le"), "password"),
        (None, b"", "damaged"), (None, b"PK\x03\x04 nothing", "damaged"), ({"a.txt": b"a"}, b"", "damaged"),
        ({DOCUMENT: b"<w:document/>"}, b"", "damaged"), ({DOCUMENT: ENTITIES}, b"", "entities"),
        ({DOCUMENT: b"<w:p/>" * 200_001}, b"", "200 pages"),
        ({DOCUMENT: b"<w:t>" + b"ord " * 500_001 + b"</w:t>"}, b"", "200 pages"),
        ({DOCUMENT: b"<x/>", "word/footnotes.xml": b"<w:p/>" * 200_001}, b"", "200 pages"),
        ({DOCUMENT: b"<x/>", "big.bin": b"0" * 60_000_000}, b"", "50 MB"),
        ({DOCUMENT: b"<x/>", **{f"part-{number}.txt": b"" for number in range(2001)}}, b"", "2,000"),
        ({DOCUMENT: b"<a>" * 5_000 + b"</a>" * 5_000}, b"", "damaged"),
    ],
    ids=[
        "old", "locked", "empty", "cut", "zip", "bare", "entities", "long", "one-paragraph", "notes", "bomb", "parts",
        "deep",
    ],
)  # fmt: skip
def test_what_is_no_harmless_word_file_is_refused(
    tmp_path: Path, parts: dict[str, bytes] | None, content: bytes, said: str
) -> None:
    file = tmp_path / "kilde.docx"
    zipped(file, parts) if parts else file.write_bytes(content)

    with pytest.raises(HubError, match=said):
        read(file)


@pytest.mark.parametrize("line", ["# a\n", "**a**\n\n", "[a]\n\n", "`a", "> a\n\nb\n\n"])
def test_markdown_of_more_than_is_taken_in_at_once_is_refused(tmp_path: Path, line: str) -> None:
    file = tmp_path / "lang.md"
    file.write_text(f"{line * (400_000 // len(line))}\n\n[a]: /b\n", "utf-8")

    with pytest.raises(HubError, match="200 pages"):
        read(file)


@pytest.mark.parametrize(
    "text",
    ["<!--" * 50_000, f"a{' ' * 900_000}b", f"!!! a{' ' * 900_000}b", f"<br{' ' * 900_000}", "<img " * 60_000],
    ids=["comments", "spaces", "container", "break", "pictures"],
)
def test_what_never_ends_is_read_once(tmp_path: Path, text: str) -> None:
    """A pattern that begins anew at each sign takes hours over these."""
    file = tmp_path / "lang.md"
    file.write_text(f"# Titel\n\n1. Klik.\n2. Klik.\n\n{text}", "utf-8")

    assert read(file).value["title"] == "Titel"


def test_comments_and_pictures_of_html_are_read(tmp_path: Path) -> None:
    (tmp_path / "b.png").write_bytes(png())
    file = tmp_path / "a.md"
    file.write_text("# T\n\n<!-- a -->1. Klik.\n\n   <img alt='B' src='b.png'>\n\n2. <!-- b --> Gem. <!-- c\n", "utf-8")
    draft = read(file)

    assert [step["action"] for step in draft.value["steps"]] == ["Klik.", "Gem. <!-- c"]
    assert len(draft.pictures) == 1


@pytest.mark.parametrize("text", ["", "Bare en linje.", "---\ntitle: x\n---\n", "> " * 5_000 + "a", "\x1b[0m\u202e"])
def test_a_text_without_steps_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(ContentError) as told:
        read(markdown(tmp_path, text))

    assert [problem.code for problem in told.value.problems] == ["import-nothing"]


def test_hostile_markdown_makes_a_draft_that_loads(tmp_path: Path) -> None:
    long = "x" * 900
    text = f"""# {long}

1. {long} {long}. <script>alert(1)</script> [a](javascript:alert(1)) [b](../fil.md) ![c](../../etc/passwd.png)
2. ***a: b*** `"quoted"` {{x}} # not | a * comment\u200b\u202e
3. !!! note "x"

   - [ ] task &copy; @x *y
"""
    draft = read(markdown(tmp_path, text))

    assert faults(draft, KIND["guide"]) == []
    assert [len(draft.value["title"]) <= 120, len(draft.value["steps"])] == [True, 3]
    assert "javascript" not in str(draft.value)
    assert "import-picture" in [problem.code for problem in draft.problems]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("45 min", 45), ("1 time", 60), ("1,5 time", 90), ("2 lektioner", 90), ("10-15 min.", 15), ("1 h 30 min", 90),
     ("15'", 15), ("uge 40", None), ("kl. 10", None), ("", None)],
)  # fmt: skip
def test_durations_are_read_as_people_write_them(text: str, minutes: int | None) -> None:
    assert minutes_in(text) == minutes


def test_sentences_end_where_people_end_them() -> None:
    assert sentences("Klik på f.eks. Gem. I 3. Klasse nu. Vent! Ja") == [
        "Klik på f.eks. Gem.", "I 3. Klasse nu.", "Vent!", "Ja",
    ]  # fmt: skip


def test_the_command_writes_a_draft_and_overwrites_nothing(tmp_path: Path) -> None:
    root = copied(tmp_path)
    source = markdown(tmp_path, GUIDE, "Nulstil kode.md")
    (tmp_path / "billede.png").write_bytes(png())
    only_said = hub(root, "import", "guide", str(source), "--dry-run", "--language", "en")
    assert not (root / "content/guides/nulstil-kode.yml").exists()
    made = hub(root, "import", "guide", str(source), "--language", "en")
    text = (root / "content/guides/nulstil-kode.yml").read_text("utf-8")
    again = hub(root, "import", "guide", str(source), "--language", "en")
    checked = hub(root, "check", str(root / "content/guides/nulstil-kode.yml"), "--format", "json")

    assert (only_said.exit_code, made.exit_code, again.exit_code) == (0, 0, 1)
    assert "Understood: “Nulstil en adgangskode”, 3 steps, 1 picture." in made.output
    assert "import-exists" in again.output
    assert text == (root / "content/guides/nulstil-kode.yml").read_text("utf-8")
    assert (root / "content/guides/pictures/nulstil-kode-1.png").read_bytes() == png()
    assert "status: draft" in text
    assert set(re.findall(r'"code": "([^"]+)"', checked.output)) == {"draft-incomplete"}


def test_html_and_boxes_to_tick_in_markdown_are_read_as_what_they_show(tmp_path: Path) -> None:
    (tmp_path / "billede.png").write_bytes(png())
    draft = read(markdown(tmp_path, """---
language: nb
---
# Boks

1. Skriv dette:

   <pre>
   ost = <font color="green">cheese</font>
   </pre>
2. {% icon hint %} Se her.

   <details><summary>Et tip</summary>Prøv <a href="https://example.org/">igen</a>.</details>

   - [ ] Gem
   - [x] Luk
3. Færdig <script>alert("nej")</script>

   <img alt="Boksen" src="billede.png" width="200">
"""))  # fmt: skip

    assert draft.value["language"] == "nb"
    assert draft.value["steps"] == [
        {"action": "Skriv dette:", "text": "```\nost = cheese\n```"},
        {"action": "Se her.", "text": "Et tip\n\nPrøv [igen](https://example.org/).\n\n- Gem\n- Luk"},
        {"action": "Færdig", "image": {"file": "pictures/kilde-1.png", "alt": "Boksen"}},
    ]


def test_all_of_a_list_of_goals_is_kept_with_what_stands_around_it(tmp_path: Path) -> None:
    goals = [f"Eleven kan {number}" for number in range(33)]
    text = "\n".join(["# Forløb", "## Læringsmål", "Det handler om tal.", "", *(f"- {goal}" for goal in goals)])
    draft = read(markdown(tmp_path, text), "course")

    assert [goal["text"] for goal in draft.value["goals"]] == goals[:30]
    assert draft.left_out == ("Det handler om tal.", *goals[30:])


def test_goals_in_front_matter_are_read(tmp_path: Path) -> None:
    text = (
        '---\ntitle: Kort\nobjectives:\n  - "Læs et kort"\n  - Tegn et kort\nlang: da_DK\n---\n# Start\nSe på kortet.\n'
    )
    draft = read(markdown(tmp_path, text), "course")

    assert [goal["text"] for goal in draft.value["goals"]] == ["Læs et kort", "Tegn et kort"]
    assert draft.value["language"] == "da-DK"
    assert (draft.value["summary"], draft.left_out) == ("Se på kortet.", ("Start",))
