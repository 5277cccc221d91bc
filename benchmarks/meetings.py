"""What events, cases and news cost beside courses: time, bytes, and what one changed event remakes."""

from __future__ import annotations

import argparse
import gzip
import sys
import tempfile
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import yaml

from benchmarks.measure import measured
from benchmarks.schools import remade
from benchmarks.ways import hub_with_courses

_BUILD = [str(Path(sys.executable).parent / "hub"), "build"]
_DAY, _OCCASIONS = date(2026, 11, 20), 6


def add(root: Path, *, events: int, cases: int, news: int, courses: int) -> None:
    """Events of six occasions each, cases that touch a course and a function, and news that leads to a course."""
    words = {
        name: [entry["id"] for entry in yaml.safe_load((root / f"content/vocabulary/{name}.yml").read_text("utf-8"))[
            "entries"
        ]]
        for name in ("event-types", "roles", "districts", "functions")
    }  # fmt: skip
    for folder in ("events", "cases", "news"):
        (root / "content" / folder).mkdir()
    for number in range(events):
        _write(root / f"content/events/event-{number:04}.yml", _event(number, words, courses))
    for number in range(cases):
        _write(root / f"content/cases/case-{number:04}.yml", _case(number, words, courses))
    for number in range(news):
        _write(root / f"content/news/news-{number:04}.yml", _news(number, words, courses))


def _write(file: Path, value: object) -> None:
    file.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8")


def _common(title: str, day: date) -> dict[str, object]:
    return {
        "title": title, "summary": f"{title}: det, man skal vide, på en linje.", "status": "published",
        "published": day.isoformat(), "updated": day.isoformat(),
    }  # fmt: skip


def _event(number: int, words: dict[str, list[str]], courses: int) -> dict[str, object]:
    week, weekday = divmod(number % 20, 5)  # a hub that warns of each weekend would measure its warnings
    first = datetime(2026, 8, 31, 14, 30) + timedelta(days=7 * week + weekday)
    starts = [first + timedelta(days=42 * turn) for turn in range(_OCCASIONS)]
    return {
        **_common(f"Arrangement {number}", _DAY - timedelta(days=number % 60)),
        "type": words["event-types"][number % len(words["event-types"])],
        "audience": [words["roles"][number % len(words["roles"])]], "owner": words["roles"][0],
        "districts": [words["districts"][number % len(words["districts"])]],
        "functions": [words["functions"][number % len(words["functions"])]],
        "teaches": [f"course:course-{number % courses:05}"],
        "place": {"name": f"Skole {number % 56}", "room": "personalerummet", "url": "https://moede.example.dk/"},
        "description": "Tag din egen computer med. " * 8,
        "occasions": [
            {"id": f"gang-{turn}", "start": f"{start:%Y-%m-%d %H:%M}", "minutes": 45}
            for turn, start in enumerate(starts)
        ],
    }  # fmt: skip


def _case(number: int, words: dict[str, list[str]], courses: int) -> dict[str, object]:
    state = ("open", "workaround", "solved", "closed")[number % 4]
    opened = date(2026, 9, 1) + timedelta(days=number % 60)
    solved = {"solved": {"date": (opened + timedelta(days=14)).isoformat()}} if state == "solved" else {}
    return {
        **_common(f"Sag {number}", opened + timedelta(days=14)), "track": ("technical", "organisational")[number % 2],
        "state": state, "weight": ("stop", "nuisance", "note")[number % 3], "opened": opened.isoformat(),
        "owner": words["roles"][0], "problem": "Det går galt, når man trykker. " * 6,
        "workaround": "Prøv igen om lidt, eller gør det fra en computer.",
        "affects": {
            "functions": [words["functions"][number % len(words["functions"])]],
            "items": [f"course:course-{number % courses:05}"],
        },
        **solved,
    }  # fmt: skip


def _news(number: int, words: dict[str, list[str]], courses: int) -> dict[str, object]:
    day = _DAY - timedelta(days=number % 90)
    return {
        **_common(f"Nyhed {number}", day), "date": day.isoformat(),
        "audience": [words["roles"][number % len(words["roles"])]], "body": "Der er nyt om forløbene. " * 12,
        "refs": [f"course:course-{number % courses:05}"],
    }  # fmt: skip


def sizes(root: Path) -> list[tuple[str, int, int, int]]:
    """Name, how many, mean bytes and mean bytes under gzip."""
    sorts = {
        "an event": "events/event-*/index.html", "its texts to send": "events/event-*/mails/index.html",
        "its calendar": "events/event-*/*.ics", "a case": "cases/case-*/index.html", "news": "news/news-*/index.html",
        "all occasions": "events/index.html", "the calendar of all": "feeds/events.ics",
        "the register": "cases/index.html", "the register for machines": "api/v1/cases.json",
        "the feed of all": "feeds/all.xml", "the front page": "index.html",
    }  # fmt: skip
    found = []
    for name, pattern in sorts.items():
        contents = [file.read_bytes() for file in sorted((root / "site").glob(pattern))]
        small = sum(len(gzip.compress(content)) for content in contents)
        many = max(1, len(contents))
        found.append((name, len(contents), sum(map(len, contents)) // many, small // many))
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name, number in (("courses", 1000), ("events", 1000), ("cases", 200), ("news", 500)):
        parser.add_argument(f"--{name}", type=int, default=number)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        alone, root = Path(folder, "alone"), Path(folder, "meetings")
        for project in (alone, root):
            project.mkdir()
            hub_with_courses(project, options.courses)
            config = project / "site_config.yml"
            config.write_text(f"site_url: https://hub.example.dk/\n{config.read_text('utf-8')}", "utf-8")
        add(root, events=options.events, cases=options.cases, news=options.news, courses=options.courses)
        costs = [("cold, courses alone", measured(_BUILD, alone)), ("cold", measured(_BUILD, root))]
        costs.append(("nothing changed", measured(_BUILD, root)))
        event, made = root / "content/events/event-0007.yml", []
        for name, old, new in (
            ("a text of one event", "egen computer", "computer"),
            ("one occasion moved", "14:30", "15:00"),
        ):
            text = event.read_text("utf-8")
            last = text.rindex(old)
            event.write_text(text[:last] + new + text[last + len(old) :], "utf-8")
            cost, pages = remade(root)
            costs.append((name, cost))
            made.append((name, dict(sorted(pages.items()))))
        found = sizes(root)
    cold = costs[1][1].seconds
    print(f"{options.courses} courses, {options.events} events, {options.cases} cases, {options.news} news\n")
    print("| build | seconds | of a cold one | peak MB |\n|---|---|---|---|")
    for name, cost in costs:
        print(f"| {name} | {cost.seconds:.1f} | {cost.seconds / cold:.2f} | {cost.peak:.0f} |")
    for name, pages in made:
        print(f"\nPages that are other files after {name}: {pages}")
    print("\n| what | of them | bytes | gzip |\n|---|---|---|---|")
    for name, number, size, small in found:
        print(f"| {name} | {number} | {size:,} | {small:,} |")


if __name__ == "__main__":
    main()
