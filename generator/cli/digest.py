"""The command that writes weekly mails."""

from __future__ import annotations

from typing import Any

import click

from generator import engine
from generator.authoring.digest import digest as renewed
from generator.cli.common import CONFIG, DAY, LANGUAGE, guarded, spoken_for


@click.command()
@click.argument("week")
@CONFIG
@LANGUAGE
@DAY
@guarded
def digest(**options: Any) -> None:
    """Collects what there is to tell of WEEK, such as 2026-W48, into a draft. Run again, it keeps your words."""
    config, spoken = engine.load_config(options["config"]), spoken_for(options)
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
