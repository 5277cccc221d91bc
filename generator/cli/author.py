"""Commands that begin new content, or take it in."""

from __future__ import annotations

from pathlib import Path

import click

from generator import engine
from generator.authoring import imports
from generator.authoring.chapters import chapters
from generator.authoring.copy_course import copy_course
from generator.authoring.json_schema import write_schemas
from generator.authoring.recurring import recurring
from generator.authoring.scaffold import new_document, write_beside, write_document
from generator.captions import decoded
from generator.cli.common import CONFIG, DAY, LANGUAGE, Options, guarded, spoken_for
from generator.content.validate import check_content, read_words
from generator.kinds import KINDS
from generator.model.kind import Kind
from generator.model.settings import Settings
from generator.model.vocabulary import HolidayEntry
from generator.problems.problem import HubError


@click.command()
@click.argument("kind", type=click.Choice([kind.name for kind in KINDS]))
@click.argument("id")
@click.option("--type", "type_", default=None, help="The type of an event, from vocabulary/event-types.yml.")
@click.option("--every", default=None, help="When an event is held again and again, as “første torsdag”.")
@click.option(
    "--from", "first", type=click.DateTime(["%Y-%m-%d"]), help="The first day that it may be held, with --every."
)
@click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), help="The last one, with --every.")
@click.option("--at", type=click.DateTime(["%H:%M"]), default="14:30", show_default=True, help="When it begins.")
@click.option("--minutes", type=click.IntRange(1, 720), default=60, show_default=True, help="How long it lasts.")
@CONFIG
@LANGUAGE
@DAY
@guarded
def new(**options: Options) -> None:
    """Makes a new draft of KIND with the id ID, every required field in place, ready to be filled in."""
    root = options["config"].absolute().parent
    config = engine.load_config(options["config"])
    kind = next(kind for kind in KINDS if kind.name == options["kind"])
    words, spoken = read_words(root, config.settings, KINDS), spoken_for(options)
    write_schemas(root, KINDS, words, spoken)
    folder = root / config.settings.content
    given = _times(kind, options, config.settings, root)
    file = new_document(folder, kind, options["id"], today=options["day"], words=words, spoken=spoken, given=given)
    text = spoken_for(options).gettext("{file} is made. Fill it in, and run “hub check”.")
    click.echo(text.format(file=file.relative_to(root)))
    shown = spoken_for(options).gettext("While “hub serve” runs, its page is at {address}, with what is missing.")
    click.echo(shown.format(address=f"http://127.0.0.1:8000/{kind.section}/{options['id']}/"))


def _times(kind: Kind, options: dict[str, Options], settings: Settings, root: Path) -> dict[str, list[str]]:
    """The lines of an event's type and occasions, as far as they were given; what is in a holiday is said."""
    asked = options["type_"] or options["every"]
    if asked and kind.folder != "events":
        raise HubError("Only an event has a type and times.", "Leave them out, or make a new event.")
    given = {"type": [f"type: {options['type_']}"]} if options["type_"] else {}
    if options["every"]:
        if not (options["first"] and options["last"]):
            raise HubError("Nothing says from when to when.", "Give --from and --to, as 2026-12-03.")
        holidays = check_content(root, settings, KINDS).catalog.entries(HolidayEntry).values()
        found = recurring(options["every"], options["first"].date(), options["last"].date(), holidays)
        for day, holiday in found.left_out:
            said = spoken_for(options).gettext("{day} is left out: {holiday}.")
            click.echo(said.format(day=day.isoformat(), holiday=holiday))
        given["occasions"] = list(found.lines(options["at"].time(), options["minutes"]))
    return given


@click.command()
@click.argument("course")
@click.argument("id")
@click.option("--school", required=True, help="The school that adapts it, from vocabulary/schools.yml.")
@CONFIG
@LANGUAGE
@DAY
@guarded
def copy(**options: Options) -> None:
    """Copies COURSE to a new draft ID for another school, with its source written down."""
    root = options["config"].absolute().parent
    settings = engine.load_config(options["config"]).settings
    text = copy_course(root, settings, options["course"], school=options["school"], today=options["day"])
    write_schemas(root, KINDS, read_words(root, settings, KINDS), spoken_for(options))
    kind = next(kind for kind in KINDS if kind.name == "course")
    file = write_document(root / settings.content, kind, options["id"], text)
    said = spoken_for(options).gettext("{file} is made. Fill it in, and run “hub check”.")
    click.echo(said.format(file=file.relative_to(root)))


@click.group("import")
def import_() -> None:
    """Takes in what other programs made."""


@import_.command("captions")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
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
    id_ = imports.video_of(root / settings.content / "videos", options["video"])
    read = imports.captions(options["file"], said=options["spoken_in"], otherwise=settings.language)
    name = f"{id_}.{read.language}.vtt"
    file = write_beside(root / settings.content, "videos", name, read.text, replace=options["replace"])
    for note, values in read.notes:
        click.echo(spoken.gettext(note).format(**values))
    made = spoken.gettext("{file} is made, with {count} captions. In the video's file:")
    click.echo(made.format(file=file.relative_to(root), count=read.count))
    click.echo(f"captions:\n  - {{file: {name}, language: {read.language}}}")


@import_.command("chapters")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
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
