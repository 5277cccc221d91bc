"""Commands that film and photograph the built site."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator import engine
from generator.cli.common import CONFIG, LANGUAGE, Options, guarded, print_problems, spoken_for
from generator.media import storyboard_recorder
from generator.media.browser import shown
from generator.media.described_screenshots import wanted_shots
from generator.media.screenshots import keep, look, orphans
from generator.problems.problem import Problem


@click.command()
@click.argument("names", nargs=-1)
@CONFIG
@LANGUAGE
@click.option(
    "--site-dir", default="site", show_default=True, type=click.Path(path_type=Path), help="The built site to film."
)
@guarded
def record(**options: Options) -> None:
    """Films and photographs the built site from the storyboards in content/recordings/ (all, or NAMES)."""
    config = engine.load_config(options["config"])
    content = options["config"].absolute().parent / config.settings.content
    for file in storyboard_recorder.record(content, options["site_dir"], options["names"]):
        click.echo(file.relative_to(content.parent))


@click.command()
@click.argument("ids", nargs=-1)
@CONFIG
@LANGUAGE
@click.option("--site-dir", default="site", show_default=True, type=click.Path(path_type=Path), help="The built hub.")
@click.option("--check", "only_check", is_flag=True, help="Take nothing; say what is no longer there.")
@click.option("--format", type=click.Choice(["text", "json", "github"]), help="How problems are printed.")
@guarded
def shots(**options: Options) -> None:
    """Takes the pictures that guides (all, or IDS) describe, and rewrites those that changed."""
    root, spoken = options["config"].absolute().parent, spoken_for(options)
    settings = engine.load_config(options["config"]).settings
    folder = root / settings.content / "guides"
    problems: list[Problem] = []
    with shown(options["site_dir"]) as address:
        wanted = wanted_shots(root, settings, address, options["ids"])
        for looked in look(wanted, locale=settings.language):
            problems += looked.problems
            if not looked.problems and not options["only_check"] and (file := keep(looked, folder)):
                click.echo(file.relative_to(root))
    for file in () if options["only_check"] or options["ids"] else orphans(wanted, folder):
        file.unlink()
        click.echo(spoken.gettext("{file} is removed: no guide describes it.").format(file=file.relative_to(root)))
    if problems:
        print_problems(problems, options)
        sys.exit(1)
    click.echo(spoken.gettext("Pictures that show what is there: {count}.").format(count=len(wanted)))
