"""The command line, and the only place that turns faults into exit codes."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from generator import engine, importing, pipeline, report
from generator import record as recorder
from generator.browser import shown
from generator.ending import end, keep_all
from generator.kinds import KINDS
from generator.language import LANGUAGES, Language
from generator.new import new_document, write_beside, write_document
from generator.problem import ContentError, HubError, Problem, Severity
from generator.reading import check_content
from generator.schema import schemas, write_schemas
from generator.shots import keep, look, orphans
from generator.stale import as_list
from generator.upload import upload

CONFIG = click.option(
    "--config", default="site_config.yml", show_default=True, type=click.Path(path_type=Path),
    help="The hub's configuration file.",
)  # fmt: skip
LANGUAGE = click.option(
    "--language", type=click.Choice(LANGUAGES), default=None, help="Language of messages; the hub's own by default."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="training-hub", prog_name="hub")
def main() -> None:
    """Compiles courses, guides, videos and plans from YAML into one searchable site."""


def _guarded(command: Callable[..., None]) -> Callable[..., None]:
    """One handler for all that can stop the work: no traceback ever reaches a person."""

    @wraps(command)
    def run(**options: Any) -> None:
        try:
            command(**options)
        except ContentError as error:
            _print_problems(error.problems, options)
            click.echo(_spoken(options).gettext(error.message), err=True)
            sys.exit(1)
        except HubError as error:
            spoken = _spoken(options)
            click.echo(spoken.gettext(error.message).format(**error.values), err=True)
            if error.hint:
                click.echo(spoken.gettext(error.hint).format(**error.values), err=True)
            sys.exit(2)
        except KeyboardInterrupt:
            sys.exit(130)
        except OSError as error:
            spoken = _spoken(options)
            text = spoken.gettext("The system refused: {why}").format(why=error.strerror or error)
            click.echo(f"{text} {error.filename or ''}".rstrip(), err=True)
            sys.exit(2)

    return run


def _spoken(options: dict[str, Any]) -> Language:
    """The language asked for, else the hub's own, else English."""
    code = options.get("language")
    if code is None:
        try:
            code = engine.load_config(options["config"]).settings.language
        except (HubError, KeyError, OSError):
            code = "en"
    return Language(code if code in LANGUAGES else "en")


def _print_problems(problems: Sequence[Problem], options: dict[str, Any]) -> None:
    root = Path(options["config"]).absolute().parent
    spoken = _spoken(options)
    chosen = options.get("format") or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")
    if chosen == "json":
        click.echo(report.as_json(problems, spoken))
    elif chosen == "github":
        click.echo(report.as_github(problems, spoken))
    else:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        click.echo(report.as_text(problems, read=report.reader(root), language=spoken, colour=colour))


@main.command()
@CONFIG
@LANGUAGE
@click.option(
    "--site-dir", default="site", show_default=True, type=click.Path(path_type=Path), help="Where the site goes."
)
@click.option("--strict", is_flag=True, help="Warnings stop the build too.")
@click.option("--drafts", is_flag=True, help="Show drafts as well, for a preview.")
@click.option("--clean", is_flag=True, help="Build also when nothing has changed since the last build.")
@_guarded
def build(**options: Any) -> None:
    """Builds the whole site and puts it in place of the old one at once; when nothing has changed, it stays."""
    keep_all()
    built = pipeline.build(
        options["config"], options["site_dir"],
        strict=options["strict"], drafts=options["drafts"], clean=options["clean"],
    )  # fmt: skip
    if built.warnings:
        _print_problems(built.warnings, options)
    text = _spoken(options).gettext("{count} pages are ready in {folder}.")
    if built.as_it_was:
        text = _spoken(options).gettext("Nothing has changed: the {count} pages in {folder} stay as they are.")
    click.echo(text.format(count=built.pages, folder=options["site_dir"]))


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@CONFIG
@LANGUAGE
@click.option("--format", type=click.Choice(["text", "json", "github"]), help="How problems are printed.")
@click.option("--strict", is_flag=True, help="Warnings give exit code 1 too.")
@click.option(
    "--stale",
    "months",
    is_flag=False,
    flag_value=12,
    default=None,
    type=click.IntRange(min=1),
    metavar="[MONTHS]",
    help="List instead what nobody has tried for MONTHS months (12), by owner.",
)
@_guarded
def check(**options: Any) -> None:
    """Checks all content and prints every problem. PATHS narrows what is printed, never what is checked."""
    config = engine.load_config(options["config"])
    root = options["config"].absolute().parent
    if options["months"]:
        found = pipeline.overdue(root, config.settings, today=date.today(), months=options["months"])
        click.echo(as_list(found, _spoken(options), options["months"]))
        return
    problems = check_content(root, config.settings, drafts=True).problems
    if options["paths"]:
        wanted = [path.absolute() for path in options["paths"]]
        problems = tuple(
            problem for problem in problems
            if any((root / problem.span.file).is_relative_to(path) for path in wanted)
        )  # fmt: skip
    _print_problems(problems, options)
    failing = [problem for problem in problems if options["strict"] or problem.severity is Severity.ERROR]
    if failing:
        sys.exit(1)


@main.command()
@CONFIG
@LANGUAGE
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where the preview is shown.")
@_guarded
def serve(**options: Any) -> None:
    """Shows a live preview that follows your changes."""
    # Loaded here: no other command needs a server.
    from generator.preview import serve as show

    show(options["config"], options["address"], click.echo)


@main.command()
@click.argument("kind", type=click.Choice([kind.name for kind in KINDS]))
@click.argument("id")
@CONFIG
@LANGUAGE
@_guarded
def new(**options: Any) -> None:
    """Makes a new draft of KIND with the id ID, every required field in place, ready to be filled in."""
    root = options["config"].absolute().parent
    config = engine.load_config(options["config"])
    kind = next(kind for kind in KINDS if kind.name == options["kind"])
    write_schemas(root, KINDS)
    file = new_document(root / config.settings.content, kind, options["id"], today=date.today())
    text = _spoken(options).gettext("{file} is made. Fill it in, and run “hub check”.")
    click.echo(text.format(file=file.relative_to(root)))


@main.command()
@click.argument("course")
@click.argument("id")
@click.option("--school", required=True, help="The school that adapts it, from vocabulary/schools.yml.")
@CONFIG
@LANGUAGE
@_guarded
def copy(**options: Any) -> None:
    """Copies COURSE to a new draft ID for another school, with its source written down."""
    root = options["config"].absolute().parent
    settings = engine.load_config(options["config"]).settings
    text = pipeline.copy_course(root, settings, options["course"], school=options["school"], today=date.today())
    write_schemas(root, KINDS)
    kind = next(kind for kind in KINDS if kind.name == "course")
    file = write_document(root / settings.content, kind, options["id"], text)
    said = _spoken(options).gettext("{file} is made. Fill it in, and run “hub check”.")
    click.echo(said.format(file=file.relative_to(root)))


@main.group()
def export() -> None:
    """Makes files for other systems."""


@export.command()
@click.argument("course")
@CONFIG
@LANGUAGE
@click.option("--output", type=click.Path(path_type=Path), help="Where the file goes; COURSE.imscc by default.")
@_guarded
def cartridge(**options: Any) -> None:
    """Packs COURSE as an IMS Common Cartridge 1.3, which learning platforms import."""
    root = options["config"].absolute().parent
    settings = engine.load_config(options["config"]).settings
    file = options["output"] or Path(f"{options['course']}.imscc")
    file.write_bytes(pipeline.export_cartridge(root, settings, options["course"]))
    click.echo(_spoken(options).gettext("{file} is made.").format(file=file))


@main.group("import")
def import_() -> None:
    """Takes in what other programs made."""


@import_.command("captions")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("video")
@click.option("--in", "spoken_in", default="da", show_default=True, help="The language of the captions.")
@CONFIG
@LANGUAGE
@_guarded
def import_captions(**options: Any) -> None:
    """Puts the captions in FILE (SubRip or WebVTT) beside VIDEO, clean, and says what to write in its file."""
    root = options["config"].absolute().parent
    settings, spoken = engine.load_config(options["config"]).settings, _spoken(options)
    read = importing.captions(options["file"].read_bytes())
    name = f"{options['video']}.{options['spoken_in']}.vtt"
    file = write_beside(root / settings.content, "videos", name, read.text)
    for note in read.notes:
        click.echo(spoken.gettext(note))
    made = spoken.gettext("{file} is made, with {count} captions. In the video's file:")
    click.echo(made.format(file=file.relative_to(root), count=read.count))
    click.echo(f"captions:\n  - {{file: {name}, language: {options['spoken_in']}}}")


@import_.command("chapters")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@CONFIG
@LANGUAGE
@_guarded
def import_chapters(**options: Any) -> None:
    """Prints the chapters of a video from FILE, a description with lines such as “0:25 Open the search”."""
    click.echo(importing.chapters(options["file"].read_text("utf-8-sig")), nl=False)


@main.command()
@click.argument("target")
@CONFIG
@LANGUAGE
@click.option("--site-dir", default="site", show_default=True, type=click.Path(path_type=Path), help="The built site.")
@click.option("--dry-run", is_flag=True, help="Change nothing; say what would be done.")
@_guarded
def publish(**options: Any) -> None:
    """Puts the built site on TARGET, a folder or an address such as s3://bucket/hub: only what changed, pages last."""
    spoken = _spoken(options)
    put = gone = 0
    for change in upload(options["site_dir"], options["target"], only_say=options["dry_run"]):
        put, gone = put + (not change.gone), gone + change.gone
        if options["dry_run"]:
            click.echo(f"{'-' if change.gone else '+'} {change.path}")
    text = spoken.gettext("{put} files put on {target}, {gone} removed.")
    if options["dry_run"]:
        text = spoken.gettext("{put} files would be put on {target}, {gone} removed.")
    click.echo(text.format(put=put, gone=gone, target=options["target"]))


@main.command()
@click.argument("names", nargs=-1)
@CONFIG
@LANGUAGE
@click.option(
    "--site-dir", default="site", show_default=True, type=click.Path(path_type=Path), help="The built site to film."
)
@_guarded
def record(**options: Any) -> None:
    """Films and photographs the built site from the storyboards in content/recordings/ (all, or NAMES)."""
    config = engine.load_config(options["config"])
    content = options["config"].absolute().parent / config.settings.content
    for file in recorder.record(content, options["site_dir"], options["names"]):
        click.echo(file.relative_to(content.parent))


@main.command()
@click.argument("ids", nargs=-1)
@CONFIG
@LANGUAGE
@click.option("--site-dir", default="site", show_default=True, type=click.Path(path_type=Path), help="The built hub.")
@click.option("--check", "only_check", is_flag=True, help="Take nothing; say what is no longer there.")
@click.option("--format", type=click.Choice(["text", "json", "github"]), help="How problems are printed.")
@_guarded
def shots(**options: Any) -> None:
    """Takes the pictures that guides (all, or IDS) describe, and rewrites those that changed."""
    root, spoken = options["config"].absolute().parent, _spoken(options)
    settings = engine.load_config(options["config"]).settings
    folder = root / settings.content / "guides"
    problems: list[Problem] = []
    with shown(options["site_dir"]) as address:
        wanted = pipeline.wanted_shots(root, settings, address, options["ids"])
        for looked in look(wanted, locale=settings.language):
            problems += looked.problems
            if not looked.problems and not options["only_check"] and (file := keep(looked, folder)):
                click.echo(file.relative_to(root))
    for file in () if options["only_check"] or options["ids"] else orphans(wanted, folder):
        file.unlink()
        click.echo(spoken.gettext("{file} is removed: no guide describes it.").format(file=file.relative_to(root)))
    if problems:
        _print_problems(problems, options)
        sys.exit(1)
    click.echo(spoken.gettext("{count} pictures show what is there.").format(count=len(wanted)))


@main.command()
@click.argument("kind", required=False)
@CONFIG
@LANGUAGE
@_guarded
def schema(**options: Any) -> None:
    """Prints the JSON Schema of KIND; without KIND, writes all of them where editors find them."""
    known = schemas(KINDS)
    if options["kind"] is None:
        folder = write_schemas(options["config"].absolute().parent, KINDS)
        click.echo(_spoken(options).gettext("{count} schemas are in {folder}.").format(count=len(known), folder=folder))
        return
    if options["kind"] not in known:
        raise HubError(
            "There is no kind called “{kind}”.", "Kinds: {known}.", kind=options["kind"], known=", ".join(known)
        )
    click.echo(json.dumps(known[options["kind"]], indent=2, ensure_ascii=False))


def hub() -> None:
    """The command `hub`: `main`, in a process of its own."""
    try:
        main()
    except SystemExit as done:
        if not done.code:
            end()
        raise


if __name__ == "__main__":
    hub()
