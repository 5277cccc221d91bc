"""The command that makes a copy of the site for a stick."""

from __future__ import annotations

from pathlib import Path

import click

from generator import engine
from generator.build.request import sources
from generator.cli.common import CONFIG, FOLDERS, LANGUAGE, Options, guarded, spoken_for
from generator.exports.pack.folder import pack as packed


@click.command()
@CONFIG
@LANGUAGE
@click.option("--films", is_flag=True, help="Take the films along; without it their pages say that they are left out.")
@click.option(
    "--for", "audience", type=click.Choice(["public", "internal"]), default="public", show_default=True,
    help="Which site; the internal one names [places], and is for those alone who work with them.",
)  # fmt: skip
@click.option(
    "--site-dir", default=None, type=click.Path(path_type=Path), help="The built site, if it stands elsewhere."
)
@click.option(
    "--output", default=Path("pack"), show_default=True, type=click.Path(path_type=Path),
    help="The folder; the zip goes beside it.",
)  # fmt: skip
@guarded
def pack(**options: Options) -> None:
    """Makes a folder, and a zip of it, that opens from a stick: pages, pictures and search, without a network."""
    config = engine.load_config(options["config"])
    settings, folder = config.settings.for_audience(options["audience"]), options["output"]
    site = options["site_dir"] or Path(FOLDERS[options["audience"]])
    made = packed(site, folder, settings, films=options["films"], sources=sources(config))
    spoken = spoken_for(options)
    text = spoken.gettext("{folder} holds {count} files, {size}; {zip} is {zipped}. Open {page} in a browser.")
    click.echo(text.format(
        folder=folder, count=made.files, size=spoken.megabytes(made.size), zip=f"{folder}.zip",
        zipped=spoken.megabytes(made.zipped), page=folder / "index.html",
    ))  # fmt: skip
    if made.films:
        text = spoken.gettext("The films are left out ({count}, {size}); --films takes them along.")
        if options["films"]:
            text = spoken.gettext("The films are in it ({count}, {size}).")
        click.echo(text.format(count=made.films, size=spoken.megabytes(made.film_size)))
