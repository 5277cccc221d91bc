"""The command that mends what has one right mend."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator import engine
from generator.authoring.mending import mended, write
from generator.cli.common import CONFIG, LANGUAGE, Options, guarded, spoken_for
from generator.i18n.language import Language
from generator.problems.problem import Severity


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("--write", "is_written", is_flag=True, help="Write it. Without this, only the difference is shown.")
@CONFIG
@LANGUAGE
@guarded
def fix(**options: Options) -> None:
    """Mends what has one right mend: dates, quotation marks, odd spaces, tabs, file names, renamed labels.

    PATHS narrows what is mended. Comments and layout stay.
    """
    config, spoken = engine.load_config(options["config"]), spoken_for(options)
    found, left = mended(config.root, config.settings)
    wanted = [path.absolute() for path in options["paths"]]
    changes = [
        one for one in found if not wanted or any((config.root / one.path).is_relative_to(path) for path in wanted)
    ]
    for one in changes:
        click.echo(one.diff())
    if changes and options["is_written"]:
        write(config.root, changes)
    click.echo(_summary(len(changes), spoken, is_written=options["is_written"]))
    if errors := sum(problem.severity is Severity.ERROR for problem in left):
        click.echo(_left(errors, spoken))
    if changes and not options["is_written"]:
        sys.exit(1)


def _summary(count: int, spoken: Language, *, is_written: bool) -> str:
    if not count:
        return spoken.gettext("There is nothing that mends itself.")
    if is_written:
        return spoken.ngettext("{count} file is mended.", "{count} files are mended.", count).format(count=count)
    one = "{count} file can be mended: run “hub fix --write”."
    many = "{count} files can be mended: run “hub fix --write”."
    return spoken.ngettext(one, many, count).format(count=count)


def _left(count: int, spoken: Language) -> str:
    one, many = "{count} error is left for you: run “hub check”.", "{count} errors are left for you: run “hub check”."
    return spoken.ngettext(one, many, count).format(count=count)
