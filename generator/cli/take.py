"""The command that takes in what people hand in."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from generator import engine
from generator.authoring.take import take as answers_to
from generator.authoring.take import write
from generator.authoring.take_result import Answer
from generator.cli.common import CONFIG, DAY, LANGUAGE, Options, guarded, print_problems, spoken_for
from generator.i18n.language import Language


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@CONFIG
@LANGUAGE
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would be written.")
@click.option("--format", type=click.Choice(["text", "json", "github"]), help="How problems are printed.")
@DAY
@guarded
def take(**options: Options) -> None:
    """Takes in FILES that [places] hand in: checks and merges them, says what changes, and writes all or nothing."""
    config, spoken = engine.load_config(options["config"]), spoken_for(options)
    answers = answers_to(options["files"], config.root, config.settings, today=options["day"], spoken=spoken)
    for answer in answers:
        click.echo("\n".join(_said(answer, spoken)))
    problems = [problem for answer in answers for problem in answer.problems]
    if problems:
        click.echo()
        print_problems(problems, options)
    failing = [answer for answer in answers if not answer.passes]
    if failing:
        text = spoken.gettext("Nothing was taken in: {failing} of {count} files must be mended first.")
        click.echo(text.format(failing=len(failing), count=len(answers)), err=True)
        sys.exit(1)
    click.echo(_sum(answers, spoken, only_say=options["dry_run"]))
    if not options["dry_run"]:
        write(answers, config.root)


def _said(answer: Answer, spoken: Language) -> list[str]:
    """What comes of a file: a line with its name, and a line for each difference."""
    if not answer.passes:
        text = spoken.gettext("{file} ({title}): must be mended, see below.")
        if not answer.title:
            text = spoken.gettext("{file}: must be mended, see below.")
    elif answer.text is None:
        text = spoken.gettext("{file}: nothing new from {title}.")
    else:
        text = spoken.gettext("{file}: {title}, in {target}")
    line = text.format(file=answer.file, title=answer.title, target=answer.target)
    return [line, *(f"  - {difference}" for difference in answer.differences)]


def _sum(answers: Sequence[Answer], spoken: Language, *, only_say: bool) -> str:
    changed = sum(answer.text is not None for answer in answers)
    text = spoken.ngettext("{number} file has been taken in.", "{number} files have been taken in.", changed)
    if only_say:
        text = spoken.ngettext("{number} file would be taken in.", "{number} files would be taken in.", changed)
    return text.format(number=changed)
