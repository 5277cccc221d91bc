"""Content is data: every text of every document is an attack, and a real browser runs none of it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin
from urllib.parse import urlsplit

import docx
import pytest
import yaml
from playwright.sync_api import Page, expect
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.build.pipeline import build
from generator.content.loader import load
from generator.content.validate import check_content, folders_of
from generator.engine import load_config
from generator.kinds import KINDS
from generator.media.browser import shown
from generator.model.fields import Asset, Link, Reference, Rich, Term
from generator.model.screenshot import Shot, frames_file, shot_file
from generator.model.vocabulary import VOCABULARIES
from generator.problems.problem import has_errors
from tests.browser.attacks import CORPUS, acting
from tests.browser.taken import of_courses
from tests.hub import ENGLISH_HUB, changed
from tests.hub import hub as run

ACTS = "<img src=x onerror=window.hit=1><script>window.hit=1</script></script>"
DATA = "{{7*7}}{%raw%}\"'&amp;"
PLAIN = f"{ACTS}{DATA}[a](javascript:window.hit=1)"
RICH = ACTS + DATA
"""The check refuses the link in rich text, so a page with it is never built."""
SILENT = {"404.html", "about/", "attacks/", "courses/my-copies/", "write/"}
"""Pages that show no text of the content."""
FETCHING = "hub-courses, hub-copy, hub-copies"
"""Elements that fetch texts when the page has been loaded."""

ADDED: dict[str, dict[str, Any]] = {
    "courses/rivers": {
        "author": {"school": "north", "role": "teacher", "made_by": {"name": ""}},
        "concepts": [{"word": "", "explanation": ""}],
        "picture": {"file": "list.png"}, "sheets": [{}],
        "misconceptions": [{"misconception": "", "response": ""}],
        "experiences": [{"school": "north", "date": "2026-09-30", "text": ""}],
    },
    "videos/kept": {
        "status": "published", "published": "2026-09-01", "updated": "2026-09-01", "duration": "0:04",
        "source": {"service": "", "url": "https://example.org/film"}, "owner": "consultant", "audience": ["teacher"],
        "captions": [{"file": "tour.vtt", "language": "en"}], "audio_description": {"kind": "not-needed"},
    },
    "guides/described": {
        "status": "published", "published": "2026-09-01", "updated": "2026-09-01", "owner": "consultant",
        "audience": ["teacher"], "minutes": "3", "last_tested": {"date": "2026-09-01"},
        "steps": [{"image": {"shot": {"page": "", "actions": [{}], "highlight": [{}]}}}],
    },
    "news/river-week": {"picture": {"file": "list.png"}},
    "vocabulary/holidays": {"entries": [{"id": "autumn", "first": "2026-10-10", "last": "2026-10-18"}]},
}  # fmt: skip
"""What the English hub does not use, so that every text field of every model is filled somewhere."""
NOT_FREE = {
    ("Entry", "id"), ("Shot", "page"), ("Action", "go"), ("GlossaryEntry", "see"),
    ("FrameworkEntry", "version"), ("FrameworkGoal", "version"), ("School", "mailbox"), ("Signup", "mailbox"),
}  # fmt: skip
"""Texts that other texts name, by model and field; their types do not say so."""

LINKS = (
    "[x](javascript:window.hit=1)", "![x](//evil.example/x.png)", "<javascript:window.hit=1>",
    "[x](java&#115;cript:window.hit=1)", "[x](data:text/html,x)", "`</code><img src=y onerror=window.hit=1>`",
)  # fmt: skip
HARD = """Before.

## Important

After the heading, **not to be lost**.

# On top

Underlined
==========

###### Deep down

- one

  ## In a list

  | x | y |
  |---|---|
  | c1 **bold** | c2 `code` a\\|b |

  1. deeper
     > quoted

     ```
     kept  as   written <b>
     ```

  continued

> # In a quotation
> - with a list

***

7. seven
8. eight &lt;not&gt; &amp; &copy; ~~gone~~ [foreign](lang:fr) <https://example.org/> line\\
break 👩🏽‍🏫 אבג é å̊ soft
"""
"""Headings at any level, lists in lists, tables and quotations in lists, code, marks and signs of all sorts."""
IMPORTED = {"draft-incomplete"}
BROUGHT_IN = r"/imported-|events/[ei]-|^drafts/"
"""Pages of what was imported, which show the corpus and not the attack of the fields."""
LONG = 400
"""Signs that a field can hold at least that takes more than one attack."""
SAME = {"ways", "way", "name", "label", "former_labels", "words", "title"}
"""Texts that must be as others are."""
Field = tuple[str, str]
"""A model and the name of a field."""


@dataclass
class Filling:
    """How much was filled, and where."""

    count: int = 0
    attacks: int = 0
    """Of the corpus, which each longer field holds a few of, one after the other."""
    fields: set[Field] = field(default_factory=set)


def free_text(model: type[BaseModel], name: str) -> str | None:
    """The attack that a field can hold; None when it holds no free text."""
    if {(base.__name__, name) for base in model.__mro__} & NOT_FREE:
        return None
    info = model.model_fields[name]
    marks = next(strings(info.annotation, tuple(info.metadata)), None)
    if marks is None or any(isinstance(mark, Reference | Term | Asset | Link) or patterned(mark) for mark in marks):
        return None
    return RICH if any(isinstance(mark, Rich) for mark in marks) else PLAIN


def strings(annotation: Any, marks: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """What is said of each sort of text in an annotation."""
    if get_origin(annotation) is Annotated:
        inner, *said = get_args(annotation)
        flat = [part for mark in said for part in (mark.metadata if isinstance(mark, FieldInfo) else [mark])]
        yield from strings(inner, (*marks, *flat))
    elif annotation is str:
        yield marks
    else:
        for part in get_args(annotation):
            yield from strings(part, marks)


def patterned(mark: Any) -> bool:
    return getattr(mark, "pattern", None) is not None


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def filled(model: type[BaseModel], value: dict[str, Any], filling: Filling) -> dict[str, Any]:
    """The value with an attack in every text field, also in those that it left out."""
    result = dict(value)
    for name, info in model.model_fields.items():
        attack = free_text(model, name)
        nested = next(models_in(info.annotation), None)
        if attack:
            attack += "" if name in SAME else more(info, filling, room=len(attack))
            number = max(1, len(value.get(name) or [])) if get_origin(info.annotation) is tuple else 0
            result[name] = [attack] * number if number else attack
            filling.count += number or 1
            filling.fields.add((model.__name__, name))
        elif nested and name in value:
            result[name] = each(nested, value[name], filling)
    return result


def more(info: FieldInfo, filling: Filling, *, room: int) -> str:
    """As many attacks of the corpus as there is room for in a field."""
    marks = next(strings(info.annotation, tuple(info.metadata)), ())
    most = next((mark.max_length for mark in marks if getattr(mark, "max_length", None)), 0)
    text = ""
    for _ in CORPUS:
        attack = f" {CORPUS[filling.attacks % len(CORPUS)]}"
        if not most >= LONG or room + len(text) + len(attack) > most:
            break
        text += attack
        filling.attacks += 1
    return text


def each(model: type[BaseModel], value: Any, filling: Filling) -> Any:
    return (
        [filled(model, part, filling) for part in value] if isinstance(value, list) else filled(model, value, filling)
    )


def every_free_text(model: type[BaseModel]) -> Iterator[Field]:
    for name, info in model.model_fields.items():
        if free_text(model, name):
            yield model.__name__, name
        for nested in models_in(info.annotation):
            yield from every_free_text(nested)


def fill(root: Path) -> Filling:
    """Makes every document of a hub an attack."""
    models: dict[str, type[BaseModel]] = {kind.folder: kind.model for kind in KINDS}
    documents, problems = load(root, "content", folders=folders_of(KINDS))
    assert problems == ()
    values = {document.path.removeprefix("content/").removesuffix(".yml"): document.value for document in documents}
    filling = Filling()
    for place in sorted({*values, *ADDED}):
        folder, _, id_ = place.partition("/")
        value = filled(models.get(folder) or VOCABULARIES[id_], values.get(place, {}) | ADDED.get(place, {}), filling)
        text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000)
        (root / f"content/{place}.yml").write_text(text, "utf-8")
    for folder in ("news", "courses"):
        shutil.copy(root / "content/guides/list.png", root / f"content/{folder}/list.png")
    rivers = yaml.safe_load((root / "content/courses/rivers.yml").read_text("utf-8"))
    (root / "content/courses/hard.yml").write_text(yaml.safe_dump(hard_course(rivers), allow_unicode=True), "utf-8")
    take(root / "content/guides")
    bring_in(root)
    return filling


def hard_course(rivers: dict[str, Any]) -> dict[str, Any]:
    """A course whose texts hold all that rich text can, at any depth."""
    lesson = dict(rivers["lessons"][0], preparation=HARD, homework=HARD)
    return {**rivers, "lessons": [lesson], "prior_knowledge": HARD, "feedback": HARD, "differentiation": HARD}


def bring_in(root: Path) -> None:
    """Drafts of files that hold the corpus, as other programs would have made them; no number is 49 (7*7)."""
    lines = [attack for attack in CORPUS if "\n" not in attack]
    cells = [line.replace("|", "") for line in lines]
    steps = "\n".join(f"{number}. Click {line}" for number, line in enumerate([*lines[:40], *LINKS], 1))
    rows = "\n".join(f"| {number} {cell} | 20 min | {cell} | {cell} |" for number, cell in enumerate(cells[-40:], 1))
    goals = "\n".join(f"- {line}" for line in lines[:20])
    files = {
        "guide.md": f"# Guide {ACTS}\n\n{lines[0]}\n\n## Steps\n\n{steps}\n",
        "course.md": f"# Course {ACTS}\n\n{lines[1]}\n\n## Goals\n\n{goals}\n\n"
        f"| Lesson | Time | Activity | Materials |\n|---|---|---|---|\n{rows}\n",
        "events.tsv": "Title\tDate\tTime\tPlace\tDescription\n"
        + "\n".join(f"E {line}\t2026-12-01\t10:00-11:00\t{line}\t{line}" for line in lines[:8]),
        "events.ics": "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n"
        + "".join(
            f"BEGIN:VEVENT\nUID:{number}\nDTSTART:20261201T100000Z\nSUMMARY:I {line}\nDESCRIPTION:{line}\n"
            f"LOCATION:{line}\nURL:javascript:{line}\nEND:VEVENT\n"
            for number, line in enumerate(lines[8:16])
        )
        + "END:VCALENDAR\n",
    }
    word = docx.Document()
    word.add_heading(f"Word {ACTS}", 0)
    for line in lines[-40:]:
        word.add_paragraph(line, style="List Number")
    word.save(str(root / "word.docx"))
    for name, text in files.items():
        (root / name).write_text(text, "utf-8")
    for kind, name in [("guide", "guide.md"), ("guide", "word.docx"), ("course", "course.md")]:
        said = run(root, "import", kind, str(root / name), "--id", f"imported-{name.partition('.')[0]}")
        assert said.exit_code == 0, said.output
    for name in ("events.tsv", "events.ics"):
        assert run(root, "import", "events", str(root / name)).exit_code == 0


def take(guides: Path) -> None:
    """The picture that a guide of attacks describes."""
    value = yaml.safe_load((guides / "described.yml").read_text("utf-8"))["steps"][0]["image"]["shot"]
    picture = guides / shot_file("described", Shot.model_validate(value))
    picture.parent.mkdir()
    shutil.copy(guides / "list.png", picture)
    Path(frames_file(str(picture))).write_text("[[0.1, 0.1, 0.5, 0.5]]", "utf-8")


@dataclass
class Hub:
    """A hub of attacks, before it is built."""

    root: Path
    filling: Filling


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    root = tmp_path_factory.mktemp("hostile") / "hub"
    shutil.copytree(ENGLISH_HUB, root)
    changed(root / "site_config.yml", lambda text: f"{text}      report_errors_to: hub@example.org\n")
    changed(root / "content/videos/tour.vtt", lambda text: text.replace("These are the courses.", escape(PLAIN)))
    (root / "content/pages/attacks.md").write_text("# Attacks\n\n" + "\n\n".join(CORPUS) + "\n", "utf-8")
    return Hub(root, fill(root))


@pytest.fixture(scope="module")
def site(hub: Hub) -> Path:
    """The hub of attacks in place of the repository's own."""
    build(hub.root / "site_config.yml", hub.root / "site", drafts=True)
    (hub.root / "site/favicon.ico").touch()  # asked for by a mail, which names no icon
    return hub.root / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with shown(site) as url:
        yield url


@pytest.fixture
def look(open_page: Any) -> Any:
    """Opens pages one after another in one window; no dialog may show, and nothing may have been hit."""
    dialogs: list[str] = []
    hits: list[str] = []
    page: Page = open_page()
    front = page.url
    page.on("dialog", lambda dialog: (dialogs.append(f"{page.url}: {dialog.message}"), dialog.dismiss()))

    def looked(path: str) -> Page:
        page.goto(front + path)
        if page.locator(FETCHING).count():
            page.wait_for_load_state("networkidle")
        if page.evaluate("window.hit") is not None:
            hits.append(path)
        return page

    yield looked
    assert page.evaluate("window.hit") is None
    assert (hits, dialogs) == ([], [])


def paths_of(site: Path) -> list[str]:
    """Every page that people see, as in its address."""
    pages = [page for page in sorted(site.rglob("*.html")) if 'http-equiv="refresh"' not in page.read_text("utf-8")]
    return [page.relative_to(site).as_posix().removesuffix("index.html") for page in pages]


def test_every_text_field_is_filled(hub: Hub) -> None:
    models = [*(kind.model for kind in KINDS), *VOCABULARIES.values()]
    known = {found for model in models for found in every_free_text(model)}

    assert known - hub.filling.fields == set()
    assert hub.filling.count > 150


def test_the_check_only_warns_of_html_in_rich_text(hub: Hub) -> None:
    problems = check_content(hub.root, load_config(hub.root / "site_config.yml").settings, KINDS).problems

    # The attack is also more than anybody can read while its caption stands, and its synonyms are all the same.
    assert {problem.code for problem in problems} == {
        "rich-html",
        "captions-speed",
        "line-long",
        "synonym-within",
        *IMPORTED,
    }
    assert not has_errors(problems)


def test_the_whole_corpus_is_in_the_hub(hub: Hub) -> None:
    assert hub.filling.attacks > 4 * len(CORPUS)


def test_nothing_in_any_file_of_the_site_could_act(site: Path) -> None:
    pages = {file.relative_to(site).as_posix(): file.read_text("utf-8") for file in site.rglob("*.html")}
    found = {
        path: what for path, text in pages.items() if (what := list(acting(text, is_mail=path.startswith("mail/"))))
    }

    assert len(pages) > 40
    assert found == {}


def test_what_could_act_is_seen() -> None:
    assert sum(bool(list(acting(attack))) for attack in CORPUS) > 25
    assert list(acting('<p title="onload=x"><a href="../x/#a:b">x</a><script src="../assets/hub.js"></script>')) == []


def test_nothing_that_is_stored_runs(look: Any, hub: Hub) -> None:
    """Copies, searches and drafts as another hand could have written them, each text an attack."""
    page = look("courses/rivers/")
    copies = [
        {
            "key": f"key-{number}", "course": "rivers", "title": attack, "url": "courses/rivers/", "hash": attack[:99],
            "version": "1", "klass": attack, "start": "2026-10-05", "goals": f"{PLAIN}\n{attack}", "notes": attack,
            "made": "2026-09-01T10:00:00.000Z", "kept": [1], "slots": [{"day": 1, "time": "10:00"}],
        }
        for number, attack in enumerate(CORPUS) if "\n" not in attack
    ]  # fmt: skip
    changes = [[f"focus/{number}", attack, 1] for number, attack in enumerate(CORPUS[:4], 1)]
    draft = {
        "version": 1,
        "school": "north",
        "was": {"focus": [PLAIN]},
        "bases": {},
        "begun": 1,
        "based": 1,
        "saved": 0,
    }
    stored = {
        "copies": copies, "searches": list(CORPUS[:5]), "theme": PLAIN, "captions": PLAIN,
        "way/guide/find-a-course": PLAIN, "school:north": {**draft, "changes": changes},
    }  # fmt: skip
    for name, value in stored.items():
        page.evaluate("([name, text]) => localStorage.setItem(`hub:${name}`, text)", [name, json.dumps(value)])
    page = look("courses/rivers/#copy=key-1")
    page.reload()
    expect(page.locator(".hub-fit")).to_be_visible()
    page = look("courses/my-copies/")
    expect(page.locator(".hub-my-copies > li")).to_have_count(len(copies))
    page.keyboard.press("Control+k")
    expect(page.locator(".hub-hits li").first).to_be_visible()
    for path in sorted(
        file.parent.relative_to(hub.root / "site").as_posix()
        for file in (hub.root / "site/schools").rglob("edit/index.html")
    ):
        look(f"{path}/")


def test_no_page_runs_what_its_content_says(look: Any, site: Path) -> None:
    paths = paths_of(site)
    for path in paths:
        page = look(path)
        # A mail that lies beside its page is a page without a frame.
        text = page.locator("main, body:not(:has(main))").text_content()

        assert "49" not in text.replace(urlsplit(page.url).netloc, ""), path
        assert path in SILENT or re.search(BROUGHT_IN, path) or PLAIN in text, path
        assert (
            page.locator(
                "main script:not([type='application/json']), [onerror], [src=x], a[href^='javascript:' i]"
            ).count()
            == 0
        ), path
    assert len(paths) > 25


def test_the_data_for_machines_holds_the_texts_as_they_are(look: Any, site: Path) -> None:
    found = {}
    for path in [path for path in paths_of(site) if re.fullmatch(r"(courses|guides|videos|plans)/[\w-]+/", path)]:
        read = "blocks => blocks.map(block => JSON.parse(block.textContent))"
        for data in look(path).locator("script[type='application/ld+json']").evaluate_all(read):
            found[path] = data["name"]

    assert len(found) == 8
    assert set(found.values()) == {PLAIN}


def test_no_word_of_a_hard_text_is_missing_in_what_is_taken_along(look: Any) -> None:
    found = of_courses(look("courses/hard/"), ["../hard/"])["../hard/"]

    assert found.page > 200
    assert not any(found.missing.values()), found.missing


def test_no_result_of_a_search_runs(look: Any) -> None:
    page = look("")
    page.keyboard.press("Control+k")
    page.keyboard.type("onerror")
    page.locator(".hub-hit").first.wait_for()

    expect(page.locator(".hub-hits")).to_contain_text(PLAIN)
    expect(page.locator(".hub-hits :is(script, img)")).to_have_count(0)
