"""A course as pages that stand alone, for platforms that import packages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from generator.i18n.language import Language, mark
from generator.kinds.course.model import Course, Lesson, Sheet
from generator.kinds.course.summary import CourseItem
from generator.model.page import PageSpec
from generator.model.view import View


@dataclass(frozen=True, slots=True)
class HandoutView(View):
    """A page of the package."""

    template: ClassVar[str] = "course/package.html"
    item: Course
    lang: str
    part: Literal["about", "lesson", "evaluation", "sheet", "answers"]
    lesson: Lesson | None = None
    """The lesson, when that is what it is about."""
    sheet: Sheet | None = None
    """The sheet, when that is what it is."""


def handout_pages(item: CourseItem, language: Language) -> Iterator[PageSpec]:
    """What the course is, its lessons and sheets, the answers, how it is evaluated. `url` is the name of the file."""
    course = item.model

    def page(name: str, title: str, view: HandoutView) -> PageSpec:
        return PageSpec(
            url=f"{name}.html", title=title, description=course.summary, view=view, section="courses", kind="course"
        )

    code = language.code
    yield page("about", language.gettext(mark("About the course")), HandoutView(course, code, "about"))
    for number, lesson in enumerate(course.lessons, 1):
        view = HandoutView(course, code, "lesson", lesson)
        yield page(f"lesson-{number:03}", f"{number}. {lesson.title}", view)
    for number, sheet in enumerate(course.sheets, 1):
        yield page(f"sheet-{number:03}", sheet.title, HandoutView(course, code, "sheet", sheet=sheet))
    if any(sheet.answers for sheet in course.sheets):
        yield page("answers", language.gettext(mark("Answers")), HandoutView(course, code, "answers"))
    if course.evaluation or course.feedback or course.differentiation:
        yield page("evaluation", language.gettext(mark("Evaluation")), HandoutView(course, code, "evaluation"))


def files_of(item: CourseItem) -> tuple[str, ...]:
    """Files beside the course that belong in the package: those to hand out, and the pictures of its pages."""
    course = item.model
    cover = {course.picture.file} if course.picture else set()
    pictures = (file for file, is_picture in item.common.files if is_picture and file not in cover)
    return tuple(dict.fromkeys((*(one.file for one in course.materials if one.file), *pictures)))
