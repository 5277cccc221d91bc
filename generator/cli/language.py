"""The command by which somebody teaches the program a further language."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.authoring.translation_catalogs import faults, skeleton
from generator.cli.common import CONFIG, LANGUAGE, Options, guarded, spoken_for

_SHOWN = 20


@click.command()
@click.argument("code")
@click.option("--check", "is_checked", is_flag=True, help="Say what is missing or wrong in it.")
@click.option("--file", type=click.Path(path_type=Path, dir_okay=False), help="The catalog; locale/CODE.po by default.")
@CONFIG
@LANGUAGE
@guarded
def language(**options: Options) -> None:
    """Makes a catalog of all texts, locale/CODE.po, to be translated. Run again, it adds what is new."""
    code, spoken = options["code"], spoken_for(options)
    file = options["file"] or Path("locale") / f"{code}.po"
    if not options["is_checked"]:
        left = skeleton(code, file)
        said = spoken.gettext("{file} is ready: {count} texts are to be translated.")
        click.echo(said.format(file=file, count=left))
        return
    found = list(faults(code, file))
    for one in found[:_SHOWN]:
        why = spoken.gettext(one.why).format(names=one.names)
        click.echo(f"{file}:{one.line}: {why}\n    {one.text}")
    if found:
        many = spoken.ngettext("{count} text is missing or wrong.", "{count} texts are missing or wrong.", len(found))
        click.echo(many.format(count=len(found)))
        sys.exit(1)
    click.echo(spoken.gettext("Every text is translated. What else a language needs is in README.md."))
