"""Commands that begin new content, or take it in."""

from __future__ import annotations

from pathlib import Path

import click

from generator import engine
from generator.authoring.copy_course import copy_course
from generator.authoring.json_schema import write_schemas
from generator.authoring.recurrence_dates import recurring
from generator.authoring.scaffold import new_document, write_document
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
    "--from",
    "first",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="The first day that it may be held, with --every.",
)
@click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="The last one, with --every.")
@click.option(
    "--at", type=click.DateTime(["%H:%M"]), metavar="TIME", default="14:30", show_default=True, help="When it begins."
)
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
    file = new_document(
        folder, kind, options["id"], today=options["day"], words=words, spoken=spoken, settings=config.settings,
        given=given,
    )  # fmt: skip
    text = spoken_for(options).gettext("{file} is made. Fill it in, and run “hub check”.")
    click.echo(text.format(file=file.relative_to(root)))
    shown = spoken_for(options).gettext("While “hub serve” runs, its page is at {address}, with what is missing.")
    click.echo(shown.format(address=f"http://127.0.0.1:8000/{kind.section}/{options['id']}/"))


def _times(kind: Kind, options: dict[str, Options], settings: Settings, root: Path) -> dict[str, list[str]]:
    """The lines of an event's type and occasions, as far as they were given; what is in a holiday is said."""
    asked = (options["type_"], options["every"]) != (None, None)
    if asked and kind.folder != "events":
        raise HubError("Only an event has a type and times.", "Leave them out, or make a new event.")
    if not asked:
        return {}
    catalog, given = check_content(root, settings, KINDS).catalog, {}
    if options["type_"] is not None:
        types = catalog.vocabularies["event-types"]
        if options["type_"] not in types:
            raise HubError("There is no type “{type}”.", "Choose one of these: {types}.",
                           type=options["type_"], types=", ".join(types))  # fmt: skip
        given["type"] = [f"type: {options['type_']}"]
    if options["every"] is not None:
        if not (options["first"] and options["last"]):
            raise HubError("Nothing says from when to when.", "Give --from and --to, as 2026-12-03.")
        holidays = catalog.entries(HolidayEntry).values()
        found = recurring(options["every"], options["first"].date(), options["last"].date(), holidays)
        say, known = spoken_for(options).gettext, max((one.last for one in holidays), default=None)
        for day, holiday in found.left_out:
            click.echo(say("{day} is left out: {holiday}.").format(day=day.isoformat(), holiday=holiday))
        if known and known < found.days[-1]:
            said = say("Holidays are known until {day}: look yourself at those after it.")
            click.echo(said.format(day=known.isoformat()))
        given["occasions"] = list(found.lines(options["at"].time(), options["minutes"]))
    return given


@click.command()
@click.argument("course")
@click.argument("id")
@click.option("--school", required=True, help="[The place] that adapts it, from vocabulary/schools.yml.")
@CONFIG
@LANGUAGE
@DAY
@guarded
def copy(**options: Options) -> None:
    """Copies COURSE to a new draft ID for another [place], with its source written down."""
    root = options["config"].absolute().parent
    settings = engine.load_config(options["config"]).settings
    text = copy_course(root, settings, options["course"], school=options["school"], today=options["day"])
    write_schemas(root, KINDS, read_words(root, settings, KINDS), spoken_for(options))
    kind = next(kind for kind in KINDS if kind.name == "course")
    file = write_document(root / settings.content, kind, options["id"], text)
    said = spoken_for(options).gettext("{file} is made. Fill it in, and run “hub check”.")
    click.echo(said.format(file=file.relative_to(root)))
