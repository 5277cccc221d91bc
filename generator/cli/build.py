"""Commands that make the site."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType

import click

from generator.build.request import request_build
from generator.cli.common import CONFIG, FOLDERS, LANGUAGE, Options, guarded, print_problems, spoken_for
from generator.runtime.fast_exit import keep_all


@click.command()
@CONFIG
@LANGUAGE
@click.option(
    "--for", "audience", type=click.Choice(["public", "internal"]), default="public", show_default=True,
    help="Whom the site is for: internal names [places] in overviews, and goes to a folder of its own.",
)  # fmt: skip
@click.option(
    "--site-dir", default=None, type=click.Path(path_type=Path),
    help="Where the site goes; site by default, and site-internal for the internal one.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Warnings stop the build too.")
@click.option("--drafts", is_flag=True, help="Show drafts as well, for a preview.")
@click.option("--clean", is_flag=True, help="Build also when nothing has changed since the last build.")
@guarded
def build(**options: Options) -> None:
    """Builds the whole site and puts it in place of the old one at once; when nothing has changed, it stays."""
    keep_all()
    folder = options["site_dir"] or Path(FOLDERS[options["audience"]])
    request = request_build(
        options["config"], folder, audience=options["audience"],
        strict=options["strict"], drafts=options["drafts"], clean=options["clean"],
    )  # fmt: skip
    if request.is_large:
        _stages()  # another process is looking at the hub meanwhile
    made = request.as_it_stands() or _stages().run_build(request)
    if made.warnings:
        print_problems(made.warnings, options)
    text = spoken_for(options).gettext("{count} pages are ready in {folder}.")
    if made.as_it_was:
        text = spoken_for(options).gettext("Nothing has changed: the {count} pages in {folder} stay as they are.")
    click.echo(text.format(count=made.pages, folder=folder))


def _stages() -> ModuleType:
    """Loaded only now: with nothing to do nobody waits for them."""
    return import_module("generator.build.pipeline")


@click.command()
@CONFIG
@LANGUAGE
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where the preview is shown.")
@guarded
def serve(**options: Options) -> None:
    """Shows a live preview that follows your changes."""
    # Loaded here: no other command needs a server.
    from generator.preview import serve as show

    show(options["config"], options["address"], click.echo)
