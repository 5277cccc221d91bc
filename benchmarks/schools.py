"""What schools and their overviews cost: bytes, time beside the courses, and what one count at one school remakes."""

from __future__ import annotations

import argparse
import gzip
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from time import process_time

import yaml

from benchmarks.measure import Cost, measured
from benchmarks.ways import hub_with_courses
from generator.content.validate import check_content
from generator.engine import load_config
from generator.kinds import KINDS
from generator.kinds.school import SCHOOL

_DISTRICTS, _CRITERIA, _SUBJECTS = 10, 12, 17
_BUILD = [str(Path(sys.executable).parent / "hub"), "build"]
_FIRST = date(2026, 9, 1)


def add_schools(root: Path, schools: int) -> None:
    """A plan with criteria and, over it, schools with levels in every subject, then and now, and a count of each."""
    words = root / "content/vocabulary"
    _write(words / "districts.yml", {
        "title": "Distrikter",
        "entries": [{"id": f"district-{number}", "name": f"Distrikt {number}"} for number in range(_DISTRICTS)],
    })  # fmt: skip
    listed = yaml.safe_load((words / "schools.yml").read_text("utf-8"))
    for entry in listed["entries"]:
        entry.pop("district", None)
    listed["entries"] += [
        {"id": f"school-{number}", "name": f"Skole {number + 100}", "district": f"district-{number % _DISTRICTS}"}
        for number in range(schools)
    ]
    _write(words / "schools.yml", listed)
    subjects = [entry["id"] for entry in yaml.safe_load((words / "subjects.yml").read_text("utf-8"))["entries"]]
    levels = [entry["id"] for entry in yaml.safe_load((words / "levels.yml").read_text("utf-8"))["entries"]]
    for folder in ("plans", "schools"):
        (root / "content" / folder).mkdir()
    _write(root / "content/plans/plan.yml", _plan())
    for number in range(schools):
        _write(root / f"content/schools/school-{number}.yml", _school(number, subjects[:_SUBJECTS], levels))


def _write(file: Path, value: object) -> None:
    file.write_text(yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False), "utf-8")


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  # the base class names it so
        return True


def _plan() -> dict[str, object]:
    activities = [
        {
            "id": f"a-{number}", "title": f"Aktivitet {number}", "role": "superbruger",
            "due": _FIRST + timedelta(days=number * 9),
        }
        for number in range(20)
    ]  # fmt: skip
    return {
        "title": "Planen", "summary": "En plan.", "status": "published", "published": _FIRST, "updated": _FIRST,
        "owner": "konsulent", "levels": ["niveau-1"],
        "phases": [{
            "id": "fase", "title": "Fase", "start": _FIRST, "end": date(2027, 6, 30), "aims": ["Alle er med."],
            "activities": activities,
        }],
        "terms": [{"id": "aar", "title": "Skoleåret", "start": _FIRST, "end": date(2027, 6, 30)}],
        "criteria": [
            {
                "id": f"c-{number}", "text": f"Medarbejderne har nået nummer {number}.", "population": "staff",
                "measure": "Optælling.", "target": {"share": 0.5, "words": "mindst halvdelen"}, "term": "aar",
            }
            for number in range(_CRITERIA)
        ],
    }  # fmt: skip


def _school(number: int, subjects: Sequence[str], levels: Sequence[str]) -> dict[str, object]:
    then, now = date(2026, 9, 15), date(2026, 11, 2)
    return {
        "title": f"Skole {number + 100}", "summary": "En skole.", "status": "published", "published": _FIRST,
        "updated": date(2026, 11, 20), "contact": "konsulent",
        "plans": [{"of": "plan", "changes": [
            {"activity": f"a-{one}", "state": "done"} for one in range(number % 15)
        ]}],
        "levels": [
            {"subject": one, "level": levels[(number + place + step) % len(levels)], "as_of": day, "by": "skoleleder"}
            for place, one in enumerate(subjects) for step, day in ((0, then), (1, now))
        ],
        "observations": [
            {
                "criterion": f"c-{one}", "as_of": now, "reached": (number * 7 + one) % 40, "of": 40 + number % 20,
                "how": "Optælling på møder", "by": "skoleleder",
            }
            for one in range(_CRITERIA)
        ],
    }  # fmt: skip


def remade(root: Path) -> tuple[Cost, Counter[str]]:
    """What a build costs, and how many pages of each folder are other files after it."""
    before = _pages(root)
    cost = measured(_BUILD, root)
    other = [page for page, number in _pages(root).items() if before.get(page) != number]
    return cost, Counter(page.partition("/")[0] or "the front page" for page in other)


def _pages(root: Path) -> dict[str, int]:
    site = root / "site"
    return {
        file.relative_to(site).as_posix().removesuffix("index.html"): file.stat().st_ino
        for file in site.rglob("index.html")
    }


def sizes(root: Path) -> list[tuple[str, int, int, int]]:
    """Name, how many, mean bytes and mean bytes under gzip of what overviews are made of."""
    site = root / "site"
    sorts = {
        "the municipality": [site / "overview/index.html"],
        "a district": [site / f"overview/district-{number}/index.html" for number in range(_DISTRICTS)],
        "a criterion": [site / f"overview/criteria/c-{number}/index.html" for number in range(_CRITERIA)],
        "CSV": [site / "overview/overview.csv"], "Excel": [site / "overview/overview.xlsx"],
        "JSON": [site / "api/v1/overview.json"],
        "a school": sorted(site.glob("schools/school-*/index.html")),
    }  # fmt: skip
    found = []
    for name, files in sorts.items():
        contents = [file.read_bytes() for file in files]
        small = sum(len(gzip.compress(content)) for content in contents)
        found.append((name, len(files), sum(map(len, contents)) // len(files), small // len(files)))
    return found


def seconds_of_overviews(root: Path) -> float:
    """Of the processor, for what all overviews and their files say: no page is drawn, no course is looked at."""
    hub = check_content(root, load_config(root / "site_config.yml").settings, KINDS).hub
    schools = hub.catalog.of_kind("school")
    start = process_time()
    for _ in SCHOOL.overviews(schools, hub):
        pass
    for export in SCHOOL.exports(schools, hub):
        if callable(export.content):
            export.content()
    return process_time() - start


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--courses", type=int, default=1000)
    parser.add_argument("--schools", type=int, default=100)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        alone, root = Path(folder, "alone"), Path(folder, "schools")
        for project in (alone, root):
            project.mkdir()
            hub_with_courses(project, options.courses)
        add_schools(root, options.schools)
        without, cold = measured(_BUILD, alone), measured(_BUILD, root)
        nothing = measured(_BUILD, root)
        school = root / "content/schools/school-7.yml"
        school.write_text(re.sub("reached: 9$", "reached: 10", school.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
        count, pages = remade(root)
        found, seconds = sizes(root), seconds_of_overviews(root)
    print(f"{options.courses} courses, {options.schools} schools, {_CRITERIA} criteria, {_SUBJECTS} subjects\n")
    print("| build | seconds | of a cold one |\n|---|---|---|")
    for name, cost in (
        ("cold", cold),
        ("cold, courses alone", without),
        ("nothing changed", nothing),
        ("a count", count),
    ):
        print(f"| {name} | {cost.seconds:.1f} | {cost.seconds / cold.seconds:.2f} |")
    print(f"\nWhat overviews and their files say is worked out in {seconds:.2f} s of a processor.")
    print(f"Pages that a count at one school makes anew: {dict(sorted(pages.items()))}\n")
    print("| what | of them | bytes | gzip |\n|---|---|---|---|")
    for name, number, size, small in found:
        print(f"| {name} | {number} | {size:,} | {small:,} |")


if __name__ == "__main__":
    main()
