"""Commands that look at the content."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from generator import engine
from generator.authoring.json_schema import schemas, write_schemas
from generator.authoring.stale import as_list, overdue
from generator.cli.common import CONFIG, DAY, LANGUAGE, guarded, print_problems, spoken_for
from generator.content.validate import check_content
from generator.kinds import KINDS
from generator.problems.problem import HubError, Severity


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
    help="List instead what nobody has tried for MONTHS months (12), by owner.",
)
@DAY
@guarded
def check(**options: Any) -> None:
    """Checks all content and prints every problem. PATHS narrows what is printed, never what is checked."""
    config = engine.load_config(options["config"])
    root = options["config"].absolute().parent
    if options["months"]:
        found = overdue(root, config.settings, today=options["day"], months=options["months"])
        click.echo(as_list(found, spoken_for(options), options["months"]))
        return
    problems = check_content(root, config.settings, KINDS, drafts=True).problems
    if options["paths"]:
        wanted = [path.absolute() for path in options["paths"]]
        problems = tuple(
            problem for problem in problems
            if any((root / problem.span.file).is_relative_to(path) for path in wanted)
        )  # fmt: skip
    print_problems(problems, options)
    failing = [problem for problem in problems if options["strict"] or problem.severity is Severity.ERROR]
    if failing:
        sys.exit(1)


@click.command()
@click.argument("kind", required=False)
@CONFIG
@LANGUAGE
@guarded
def schema(**options: Any) -> None:
    """Prints the JSON Schema of KIND; without KIND, writes all of them where editors find them."""
    known = schemas(KINDS)
    if options["kind"] is None:
        folder = write_schemas(options["config"].absolute().parent, KINDS)
        click.echo(
            spoken_for(options).gettext("{count} schemas are in {folder}.").format(count=len(known), folder=folder)
        )
        return
    if options["kind"] not in known:
        raise HubError(
            "There is no kind called “{kind}”.", "Kinds: {known}.", kind=options["kind"], known=", ".join(known)
        )
    click.echo(json.dumps(known[options["kind"]], indent=2, ensure_ascii=False))
