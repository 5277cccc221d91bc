"""The command that opens the desk."""

from __future__ import annotations

import click

from generator.cli.common import CONFIG, LANGUAGE, Options, guarded


@click.command()
@CONFIG
@LANGUAGE
@click.option("--address", default="127.0.0.1:8010", show_default=True, help="Where the desk is, on this machine.")
@click.option("--no-open", "stays", is_flag=True, help="Only say the address; open no browser.")
@guarded
def edit(**options: Options) -> None:
    """Opens forms in your browser in which everything is written, checked and published without YAML."""
    # Loaded here: no other command needs forms and a server.
    from generator.desk.server import edit as open_desk

    open_desk(options["config"], options["address"], click.echo, is_opened=not options["stays"])
