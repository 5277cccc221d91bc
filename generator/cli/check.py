"""Commands that look at the content."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from generator import engine
from generator.authoring.findability import as_lost, as_ways, findable, index_of
from generator.authoring.json_schema import schemas, write_schemas
from generator.authoring.stale import as_list, overdue, waiting
from generator.build.check_only_warnings import notices
from generator.build.pipeline import examine
from generator.build.published_comparison import problems_since, reader_of
from generator.cli.common import CONFIG, DAY, LANGUAGE, Options, guarded, print_problems, spoken_for
from generator.content.validate import Places, check_content, read_words
from generator.kinds import KINDS
from generator.problems.problem import HubError, Severity, has_errors, in_order
from generator.publish.upload import published_on


@click.command()
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
    help="List instead what nobody has tried for MONTHS months (12), by owner, and what waits for news.",
)
@click.option(
    "--findable",
    is_flag=True,
    help="List instead what the search of the site built last does not find; for PATHS, which words lead to them.",
)
@click.option(
    "--against", metavar="TARGET",
    help="Compare with the site published on TARGET, as hub publish names it, instead of the one built here.",
)  # fmt: skip
@DAY
@guarded
def check(**options: Options) -> None:
    """Checks all content and prints every problem. PATHS narrows what is printed, never what is checked."""
    config = engine.load_config(options["config"])
    root = config.root
    if options["months"]:
        found = overdue(root, config.settings, today=options["day"], months=options["months"])
        click.echo(as_list(found, spoken_for(options), options["months"]))
        if problems := waiting(root, config.settings, today=options["day"]):
            print_problems(problems, options)
        return
    if options["findable"]:
        click.echo(_findable(root, config, options))
        return
    checked = examine(config.settings, root, drafts="checked")
    problems = in_order((*checked.problems, *notices(checked, Places(root), options["day"])))
    if not has_errors(problems):
        before = published_on(options["against"]) if options["against"] else reader_of(config.site_dir)
        problems = in_order((*problems, *problems_since(checked.checked.hub, Places(root), before)))
    if options["paths"]:
        wanted = _wanted(options)
        problems = tuple(
            problem for problem in problems
            if any((root / problem.span.file).is_relative_to(path) for path in wanted)
        )  # fmt: skip
    print_problems(problems, options)
    failing = [problem for problem in problems if options["strict"] or problem.severity is Severity.ERROR]
    if failing:
        sys.exit(1)


def _wanted(options: dict[str, Options]) -> list[Path]:
    """The files and folders that were named."""
    wanted = [path.absolute() for path in options["paths"]]
    for path in wanted:
        if not path.exists():
            raise HubError("There is no file or folder {path}.", "Look at how it is spelt.", path=path)
    return wanted


def _findable(root: Path, config: engine.EngineConfig, options: dict[str, Options]) -> str:
    """What search finds of the items, as people read it."""
    wanted, spoken = _wanted(options), spoken_for(options)
    index = index_of(config.site_dir, config.settings.language)
    found = findable(check_content(root, config.settings, KINDS).hub, index)
    if not wanted:
        return as_lost(found, spoken)
    return as_ways((one for one in found if any((root / one.path).is_relative_to(path) for path in wanted)), spoken)


@click.command()
@click.argument("kind", required=False)
@CONFIG
@LANGUAGE
@guarded
def schema(**options: Options) -> None:
    """Prints the JSON Schema of KIND; without KIND, writes all of them where editors find them."""
    config = engine.load_config(options["config"])
    words, spoken = read_words(config.root, config.settings, KINDS), spoken_for(options)
    known = schemas(KINDS, words, spoken)
    if options["kind"] is None:
        folder = write_schemas(config.root, KINDS, words, spoken)
        click.echo(
            spoken_for(options).gettext("{count} schemas are in {folder}.").format(count=len(known), folder=folder)
        )
        return
    if options["kind"] not in known:
        raise HubError(
            "There is no kind called “{kind}”.", "Kinds: {known}.", kind=options["kind"], known=", ".join(known)
        )
    click.echo(json.dumps(known[options["kind"]], indent=2, ensure_ascii=False))
