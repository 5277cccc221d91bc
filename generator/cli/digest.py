"""The command that writes weekly mails."""

from __future__ import annotations

from pathlib import Path

import click

from generator import engine
from generator.authoring.digest import digest as renewed
from generator.authoring.school_digest_mails import school_mails
from generator.build.request import sources
from generator.cli.common import CONFIG, DAY, LANGUAGE, Options, guarded, spoken_for
from generator.i18n.language import Language
from generator.problems.problem import HubError


@click.command()
@click.argument("week")
@click.option("--schools", is_flag=True, help="Write instead one mail for each [place], about what hits it.")
@click.option("--into", type=click.Path(path_type=Path, file_okay=False), help="Where they go; mails/WEEK by default.")
@click.option("--replace", is_flag=True, help="Write them anew also where somebody has changed them.")
@CONFIG
@LANGUAGE
@DAY
@guarded
def digest(**options: Options) -> None:
    """Collects what there is to tell of WEEK, such as 2026-W48, into a draft. Run again, it keeps your words."""
    config, spoken = engine.load_config(options["config"]), spoken_for(options)
    if options["schools"]:
        _schools(config, options["week"].upper(), options, spoken)
        return
    mail = renewed(config.root, config.settings, options["week"].upper(), today=options["day"])
    file = mail.file.relative_to(config.root)
    if mail.is_new:
        said = spoken.ngettext(
            "{file} is made, with {number} line. Read it through, and write a greeting.",
            "{file} is made, with {number} lines. Read it through, and write a greeting.",
            mail.added,
        ).format(file=file, number=mail.added)
    else:
        said = spoken.gettext("{file} is renewed: {added} added, {removed} taken out; your own words are kept.").format(
            file=file, added=mail.added, removed=mail.removed
        )
    click.echo(said)


def _schools(config: engine.EngineConfig, week: str, options: dict[str, Options], spoken: Language) -> None:
    """HubError for a folder that is published: the mails are for one school each."""
    folder = options["into"] or config.root / "mails" / week.lower()
    published = (*sources(config), config.site_dir)
    if any(folder.resolve().is_relative_to(place.resolve()) for place in published):
        raise HubError("The mails cannot be written to {path}.", "Choose a folder that is not published.", path=folder)
    written = school_mails(config.root, config.settings, week, folder, replace=options["replace"])
    click.echo(
        spoken.ngettext("{number} mail is in {folder}.", "{number} mails are in {folder}.", written.made).format(
            number=written.made, folder=folder
        )
    )
    if written.kept:
        said = spoken.gettext("{number} were changed by somebody and are kept; --replace writes them anew.")
        click.echo(said.format(number=written.kept))
