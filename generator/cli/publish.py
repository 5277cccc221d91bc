"""Commands that hand the hub to other systems."""

from __future__ import annotations

from pathlib import Path

import click

from generator import engine
from generator.build.request import sources
from generator.cli.common import CONFIG, FOLDERS, LANGUAGE, Options, guarded, spoken_for
from generator.engine import EngineConfig
from generator.exports.course_package import export_cartridge
from generator.exports.single_page import one_file
from generator.problems.problem import HubError
from generator.publish.upload import upload
from generator.store.atomic_write import instead_of


@click.group()
def export() -> None:
    """Makes files for other systems."""


@export.command()
@click.argument("course")
@CONFIG
@LANGUAGE
@click.option("--output", type=click.Path(path_type=Path), help="Where the file goes; COURSE.imscc by default.")
@guarded
def cartridge(**options: Options) -> None:
    """Packs COURSE as an IMS Common Cartridge 1.3, which learning platforms import."""
    config = engine.load_config(options["config"])
    file = options["output"] or Path(f"{options['course']}.imscc")
    _write(file, export_cartridge(config.root, config.settings, options["course"]), config)
    click.echo(spoken_for(options).gettext("{file} is made.").format(file=file))


@export.command()
@click.argument("url")
@CONFIG
@LANGUAGE
@click.option("--site-dir", default=Path(FOLDERS["public"]), type=click.Path(path_type=Path), help="The built site.")
@click.option("--output", type=click.Path(path_type=Path), help="Where the file goes; the page's name by default.")
@guarded
def page(**options: Options) -> None:
    """Makes one file of the page at URL, such as guides/log-in/, with styles and pictures inside and no script."""
    config = engine.load_config(options["config"])
    name = options["url"].strip("/").rpartition("/")[2] or "index"
    file = options["output"] or Path(f"{name}.html")
    _write(file, one_file(options["site_dir"], options["url"], address=config.settings.site_url), config)
    click.echo(spoken_for(options).gettext("{file} is made.").format(file=file))


def _write(file: Path, content: bytes, config: EngineConfig) -> None:
    """HubError for a place among what people write."""
    if any(file.resolve().is_relative_to(folder.resolve()) for folder in sources(config)) or file.is_symlink():
        raise HubError("The file cannot be written to {path}.", "Choose a place outside the content.", path=file)
    with instead_of(file) as new:
        new.write(content)


@click.command()
@click.argument("target")
@CONFIG
@LANGUAGE
@click.option(
    "--for",
    "audience",
    type=click.Choice(["public", "internal"]),
    default="public",
    show_default=True,
    help="Which site; the internal one names [places], and goes only where nobody else can read it.",
)
@click.option(
    "--site-dir", default=None, type=click.Path(path_type=Path), help="The built site, if it stands elsewhere."
)
@click.option("--dry-run", is_flag=True, help="Change nothing; say what would be done.")
@guarded
def publish(**options: Options) -> None:
    """Puts the built site on TARGET, a folder or an address such as s3://bucket/hub: only what changed, pages last."""
    spoken = spoken_for(options)
    put = gone = 0
    for change in upload(
        options["site_dir"] or Path(FOLDERS[options["audience"]]), options["target"], only_say=options["dry_run"],
        sources=_sources(options["config"]), audience=options["audience"],
    ):  # fmt: skip
        if change.unknown:
            text = "What was put on {target} before is not known: remove yourself what is not to be there any more."
            click.echo(spoken.gettext(text).format(target=options["target"]), err=True)
            continue
        put, gone = put + (not change.gone), gone + change.gone
        if options["dry_run"]:
            click.echo(f"{'-' if change.gone else '+'} {change.path}")
    text = spoken.gettext("{put} files put on {target}, {gone} removed.")
    if options["dry_run"]:
        text = spoken.gettext("{put} files would be put on {target}, {gone} removed.")
    click.echo(text.format(put=put, gone=gone, target=options["target"]))


def _sources(config: Path) -> tuple[Path, ...]:
    """Folders of the hub that no site may be put in; none where there is no hub."""
    return sources(engine.load_config(config)) if config.is_file() else ()
