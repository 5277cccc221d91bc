"""What the page and the card of a course say, and its machine-readable description."""

from __future__ import annotations

from collections.abc import Iterator

from generator.i18n.language import Language
from generator.kinds.course.exchange import api_url
from generator.kinds.course.family import family
from generator.kinds.course.model import BasedOn, Course, Goal, total_minutes
from generator.kinds.course.shares import SHARES
from generator.model.catalog import Catalog, Item, span_of_ids
from generator.model.rollup import FUNCTION_GUIDES, Leads


def anchors(course: Course) -> dict[str, str]:
    """Places that others may point to."""
    found = {f"goal-{goal.id}": goal.text for goal in course.goals}
    found |= {f"lesson-{number}": lesson.title for number, lesson in enumerate(course.lessons, 1)}
    return found | {"goals": "", "lessons": "", "evaluation": ""}


def facts(item: Item, catalog: Catalog, language: Language) -> tuple[str, ...]:
    """Subject, grade, number of lessons and level."""
    course: Course = item.model
    lessons = len(course.lessons)
    said = (
        ", ".join(catalog.names("subjects", course.subjects)),
        language.gettext("grade {grades}").format(grades=span_of_ids(course.grades, catalog.vocabularies["grades"])),
        language.ngettext("{number} lesson", "{number} lessons", lessons).format(number=lessons),
    )
    return (*said, catalog.name("levels", course.level)) if course.level else said


def view(item: Item, catalog: Catalog, language: Language) -> dict[str, object]:
    """What the page shows beside the course itself."""
    licence = catalog.vocabularies["licences"].get(item.model.licence)
    return {
        "total_minutes": total_minutes(item.model),
        "lesson_count": len(item.model.lessons),
        "grades": span_of_ids(item.model.grades, catalog.vocabularies["grades"]),
        "family": family(item, catalog),
        "yaml_url": f"{item.url}{item.id}.yml",
        "api_url": api_url(item.id),
        "fingerprint": item.brief.own.fingerprint,
        "share": catalog.rollup(SHARES, item.model.author.school),
        "function_guides": tuple(_guides(item, catalog)),
        "may_adapt": licence is None or licence.adaptations,
    }


def _guides(item: Item, catalog: Catalog) -> Iterator[Leads]:
    """The guides to the functions that it uses, each once."""
    found = (lead for id_ in item.model.functions for lead in catalog.rollup(FUNCTION_GUIDES, id_))
    return iter(dict.fromkeys(found))


def structured_data(item: Item, catalog: Catalog, language: Language) -> dict[str, object]:
    """A schema.org LearningResource (schema.org/LearningResource, with LRMI's alignments)."""
    course: Course = item.model
    licence = catalog.vocabularies["licences"].get(course.licence)
    data: dict[str, object] = {
        "@type": "LearningResource",
        "name": course.title,
        "description": course.summary,
        "inLanguage": language.code,
        "educationalLevel": list(catalog.names("grades", course.grades)),
        "about": list(catalog.names("subjects", course.subjects)),
        "teaches": [goal.text for goal in course.goals],
        "educationalAlignment": list(_alignments(course, catalog)),
        "timeRequired": f"PT{total_minutes(course)}M",
        "license": str(licence.url) if licence and licence.url else course.licence,
        "version": course.version,
        "datePublished": course.published.isoformat(),
        "dateModified": course.updated.isoformat(),
        "creator": {"@type": "Organization", "name": catalog.name("schools", course.author.school)},
    }
    return data | ({"isBasedOn": _source(course.based_on, catalog)} if course.based_on else {})


def _source(source: BasedOn, catalog: Catalog) -> dict[str, object]:
    licence = catalog.vocabularies["licences"].get(source.licence)
    known = catalog.items.get(("course", source.course)) if source.course else None
    address = source.url or (known.url if known else "")
    said: dict[str, object] = {
        "@type": "LearningResource",
        "name": source.title,
        "version": source.version,
        "creator": {"@type": "Organization", "name": source.creator},
        "license": str(licence.url) if licence and licence.url else source.licence,
    }
    return said | ({"url": address} if address else {})


def _alignments(course: Course, catalog: Catalog) -> Iterator[dict[str, object]]:
    for goal in course.goals:
        framework = _framework(goal, catalog)
        if goal.framework and framework:
            known = next((one for one in framework.goals if one.id == goal.framework.goal), None)
            yield {
                "@type": "AlignmentObject",
                "alignmentType": "teaches",
                "educationalFramework": f"{framework.name} {framework.version}",
                "targetName": known.text if known else goal.framework.goal,
            } | ({"targetUrl": str(framework.url)} if framework.url else {})


def _framework(goal: Goal, catalog: Catalog):  # type: ignore[no-untyped-def]  # a vocabulary entry
    if goal.framework is None:
        return None
    return catalog.vocabularies["frameworks"].get(f"{goal.framework.id}@{goal.framework.version}")


def owner(item: Item, catalog: Catalog) -> str:
    """The school that stands behind it."""
    return catalog.name("schools", item.model.author.school)
