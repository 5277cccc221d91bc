"""A course as a person would write it for MkDocs: the same words as its page on the hub, in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.courses import Course, Source


def as_markdown(course: Course, source: Source) -> str:
    return "\n\n".join(
        (*_head(course, source), *_goals(course), *_words(course), *_lessons(course, source), *_end(course))
    )


def _head(course: Course, source: Source) -> Iterator[str]:
    def names(vocabulary: str, ids: list[str]) -> str:
        return ", ".join(source.name(vocabulary, id_) for id_ in ids)

    yield f"# {course['title']}"
    yield course["summary"]
    facts = {
        "Fag": names("subjects", course["subjects"]),
        "Klassetrin": names("grades", course["grades"]),
        "Omfang": f"{len(course['lessons'])} lektioner, {course['weeks']} uger",
        "Niveau": names("levels", [course["level"]]),
        "Lavet af": names("schools", [course["author"]["school"]]),
        "Licens": names("licences", [course["licence"]]),
        "Version": f"{course['version']}, {course['updated']}",
        "Bruger på platformen": names("functions", course["functions"]),
    }
    yield "\n".join(("| | |", "|---|---|", *(f"| {label} | {text} |" for label, text in facts.items())))


def _goals(course: Course) -> Iterator[str]:
    yield "## Mål og tegn på læring"
    for goal in course["goals"]:
        yield goal["text"]
        yield "\n".join(f"- {sign}" for sign in goal["signs"])
    yield "## Før I begynder"
    yield course["prior_knowledge"]


def _words(course: Course) -> Iterator[str]:
    yield "## Fagbegreber"
    yield from (f"**{concept['word']}** {concept['explanation']}" for concept in course["concepts"])
    yield "## Typiske misforståelser"
    yield from (f"**{one['misconception']}** {one['response']}" for one in course["misconceptions"])
    yield "## Materialer"
    yield "\n".join(
        (
            "| Materiale | Note | Licens |",
            "|---|---|---|",
            *(f"| {one['title']} | {one.get('note', '')} | {one['licence']} |" for one in course["materials"]),
        )
    )


def _lessons(course: Course, source: Source) -> Iterator[str]:
    goals = {goal["id"]: goal["text"] for goal in course["goals"]}
    yield "## Lektioner"
    for number, lesson in enumerate(course["lessons"], 1):
        yield f"### {number}. {lesson['title']} ({lesson['minutes']} min.)"
        yield "Mål: " + " · ".join(goals[id_] for id_ in lesson["goals"])
        yield lesson["preparation"]
        for activity in lesson["activities"]:
            yield f"#### {activity['title']}"
            used = source.name("functions", activity["function"]) if "function" in activity else ""
            facts = (f"{activity['minutes']} min.", activity["grouping"], used, *activity.get("materials", ()))
            yield " · ".join(filter(None, facts))
            yield activity["text"]


def _end(course: Course) -> Iterator[str]:
    yield "## Feedback undervejs"
    yield course["feedback"]
    yield "## Evaluering"
    yield course["evaluation"]["text"]
    yield "### Elevernes egen evaluering"
    yield course["evaluation"]["self_evaluation"]
    yield "## Differentiering"
    yield course["differentiation"]
    yield "## Sådan gik det"
    yield from (experience["text"] for experience in course["experiences"])
