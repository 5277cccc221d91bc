"""A course as pages that stand alone, for platforms that import packages."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

from generator.i18n.language import Language, mark
from generator.kinds.course.model import Course
from generator.model.catalog import Catalog, Item
from generator.model.page import PageSpec


def handout_pages(item: Item, catalog: Catalog, language: Language) -> Iterator[PageSpec]:
    """What the course is, then a page a lesson, then how it is evaluated. `url` is the file's name in the package."""
    course: Course = item.model

    def page(name: str, title: str, part: str, **more: object) -> PageSpec:
        view = SimpleNamespace(item=course, part=part, lang=language.code, **more)
        return PageSpec(
            url=f"{name}.html", title=title, description=course.summary, template="course/package.html", view=view,
            section="courses", kind="course",
        )  # fmt: skip

    yield page("about", language.gettext(mark("About the course")), "about")
    for number, lesson in enumerate(course.lessons, 1):
        yield page(f"lesson-{number:03}", f"{number}. {lesson.title}", "lesson", lesson=lesson, number=number)
    yield page("evaluation", language.gettext(mark("Evaluation")), "evaluation")


def files_of(course: Course) -> tuple[str, ...]:
    """Files beside the course that belong in the package."""
    return tuple(dict.fromkeys(material.file for material in course.materials if material.file))
