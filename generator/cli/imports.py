"""Commands that take in what other programs made, as drafts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from generator import engine
from generator.authoring.chapter_lines import chapters
from generator.authoring.json_schema import write_schemas
from generator.authoring.scaffold import write_beside
from generator.captions import decoded
from generator.cli.common import CONFIG, DAY, LANGUAGE, Options, guarded, print_problems, spoken_for
from generator.content.validate import read_words
from generator.content.yaml.writer import in_brackets
from generator.imports import read_document, schools
from generator.imports.calendars import calendar_of
from generator.imports.captions import captions, video_of
from generator.imports.draft import Draft, text_of, write
from generator.imports.events import events_of
from generator.kinds import KINDS
from generator.problems.problem import Problem

DRY_RUN = click.option("--dry-run", is_flag=True, help="Write nothing; print what would be written.")
FILE = click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))


@click.group("import")
def import_() -> None:
    """Takes in what other programs made."""


@import_.command("captions")
@FILE
@click.argument("video")
@click.option("--in", "spoken_in", default=None, help="Their language, as da; what the file says by default.")
@click.option("--replace", is_flag=True, help="Put them in place of captions that are there already.")
@CONFIG
@LANGUAGE
@guarded
def import_captions(**options: Options) -> None:
    """Puts the captions in FILE (SubRip, WebVTT, SBV, TTML) beside VIDEO, clean, and says what to write in its file."""
    root = options["config"].absolute().parent
    settings, spoken = engine.load_config(options["config"]).settings, spoken_for(options)
    id_ = video_of(root / settings.content / "videos", options["video"])
    read = captions(options["file"], said=options["spoken_in"], otherwise=settings.language)
    name = f"{id_}.{read.language}.vtt"
    file = write_beside(root / settings.content, "videos", name, read.text, replace=options["replace"])
    for note, values in read.notes:
        click.echo(spoken.gettext(note).format(**values))
    made = spoken.gettext("{file} is made. Captions: {count}. In the video's file:")
    click.echo(made.format(file=file.relative_to(root), count=read.count))
    click.echo(f"captions:\n  - {{file: {name}, language: {read.language}}}")


@import_.command("chapters")
@FILE
@CONFIG
@LANGUAGE
@guarded
def import_chapters(**options: Options) -> None:
    """Prints the chapters of a video from FILE, a description with lines such as “0:25 Open the search”."""
    spoken = spoken_for(options)
    read = chapters(decoded(options["file"].read_bytes())[0])
    click.echo(read.text, nl=False)
    for number, line, why in read.left_out:
        said = spoken.gettext("Line {number} was left out, since {why}: {line}")
        click.echo(said.format(number=number, why=spoken.gettext(why), line=line), err=True)


_ID = click.option("--id", "id_", default=None, help="The id of the draft; made of the file's name by default.")


@import_.command("guide")
@FILE
@_ID
@DRY_RUN
@CONFIG
@LANGUAGE
@DAY
@guarded
def import_guide(**options: Options) -> None:
    """Makes a draft of a guide of FILE (Word or Markdown): numbered items or headings become its steps."""
    _document("guide", options)


@import_.command("course")
@FILE
@_ID
@DRY_RUN
@CONFIG
@LANGUAGE
@DAY
@guarded
def import_course(**options: Options) -> None:
    """Makes a draft of a course of FILE (Word or Markdown): a table or headings of [lessons], goals and materials."""
    _document("course", options)


def _document(kind_name: str, options: dict[str, Options]) -> None:
    """A draft of a text document: what was understood is written, what was not is said."""
    config, spoken = engine.load_config(options["config"]), spoken_for(options)
    kind = next(kind for kind in KINDS if kind.name == kind_name)
    words = read_words(config.root, config.settings, KINDS)
    draft = read_document(options["file"], kind, id_=options["id_"], names=words)
    text = text_of(draft, today=options["day"], words=words, spoken=spoken, settings=config.settings)
    _say(draft.problems, options)
    click.echo(_understood(draft, options))
    if options["dry_run"]:
        click.echo(text, nl=False)
        return
    write_schemas(config.root, KINDS, words, spoken)
    *_, file = write(config.root / config.settings.content, [(draft, text)])
    made = spoken.gettext("{file} is made. Fill it in, and run “hub check”.")
    click.echo(made.format(file=file.relative_to(config.root)))


def _understood(draft: Draft, options: dict[str, Options]) -> str:
    """What was found, counted."""
    spoken = spoken_for(options)
    steps, lessons, goals = (len(draft.value.get(name) or ()) for name in ("steps", "lessons", "goals"))
    said = [spoken.ngettext("{number} step", "{number} steps", steps).format(number=steps)] if steps else []
    said += (
        [spoken.ngettext("{number} [lesson]", "{number} [lessons]", lessons).format(number=lessons)] if lessons else []
    )
    said += [spoken.ngettext("{number} goal", "{number} goals", goals).format(number=goals)] if goals else []
    if count := len(draft.pictures):
        said.append(spoken.ngettext("{number} picture", "{number} pictures", count).format(number=count))
    found = spoken.gettext("Understood: “{title}”, {parts}.")
    return found.format(title=draft.value["title"], parts=", ".join(said))


@import_.command("schools")
@FILE
@DRY_RUN
@CONFIG
@LANGUAGE
@guarded
def import_schools(**options: Options) -> None:
    """Adds [the places] in FILE (CSV, Excel, OpenDocument) to vocabulary/schools.yml, and their [districts]."""
    config, spoken = engine.load_config(options["config"]), spoken_for(options)
    added = schools.schools_of(options["file"], read_words(config.root, config.settings, KINDS))
    texts = schools.written(config.root / config.settings.content, added)
    _say(added.problems, options)
    for vocabulary, entries in added.entries.items():
        click.echo(f"{vocabulary}.yml:")
        for entry in entries:
            click.echo(f"  - {in_brackets(entry)}")
    if not options["dry_run"]:
        schools.write(texts)
    count = len(added.entries.get("schools", ()))
    said = spoken.ngettext("{number} [place] has been added.", "{number} [places] have been added.", count)
    if options["dry_run"]:
        said = spoken.ngettext("{number} [place] would be added.", "{number} [places] would be added.", count)
    click.echo(said.format(number=count))


@import_.command("events")
@FILE
@DRY_RUN
@CONFIG
@LANGUAGE
@DAY
@guarded
def import_events(**options: Options) -> None:
    """Makes drafts of the events in FILE (CSV, Excel, OpenDocument, ICS); what recurs is written out for a year."""
    config, spoken = engine.load_config(options["config"]), spoken_for(options)
    kind = next(kind for kind in KINDS if kind.name == "event")
    words = read_words(config.root, config.settings, KINDS)
    if options["file"].suffix.lower() in {".ics", ".ical", ".ifb"}:
        zone = ZoneInfo(config.settings.timezone)
        drafts, problems = calendar_of(options["file"], kind, zone, options["day"])
    else:
        drafts, problems = events_of(options["file"], kind, words, options["day"])
    _say(problems, options)
    made_of = partial(text_of, today=options["day"], words=words, spoken=spoken, settings=config.settings)
    texts = [(draft, made_of(draft)) for draft in drafts]
    if options["dry_run"]:
        click.echo("\n".join(f"# {draft.id}.yml\n{text}" for draft, text in texts), nl=False)
        return
    write_schemas(config.root, KINDS, words, spoken)
    for file in write(config.root / config.settings.content, texts):
        made = spoken.gettext("{file} is made. Fill it in, and run “hub check”.")
        click.echo(made.format(file=file.relative_to(config.root)))


def _say(problems: Sequence[Problem], options: dict[str, Options]) -> None:
    """What was left out, or is to be looked at."""
    if problems:
        print_problems(problems, {**options, "format": "text"})
