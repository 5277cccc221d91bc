"""The command that begins a new hub."""

from __future__ import annotations

import locale
from pathlib import Path

import click

from generator import engine
from generator.authoring.json_schema import write_schemas
from generator.authoring.new_hub import Answers, languages, new_hub, words_of
from generator.cli.click_messages import speak
from generator.cli.common import DAY, Options, guarded
from generator.content.validate import read_words
from generator.i18n.language import Language, mark
from generator.kinds import KINDS
from generator.problems.problem import HubError

_WORDS = {
    "school": mark("schools, subjects and grades"),
    "workplace": mark("departments, topics and experience"),
    "hospital": mark("wards, work areas and professions"),
}
"""The sets of words, as people are asked to choose between them."""


@click.command()
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.option("--organisation", default=None, help="Who publishes the hub.")
@click.option("--language", type=click.Choice(languages()), default=None, help="The language of the hub.")
@click.option("--platform", default=None, help="What is rolled out, as it is called.")
@click.option("--words", type=click.Choice(list(_WORDS)), default=None, help="Which words the hub begins with.")
@DAY
@guarded
def init(**options: Options) -> None:
    """Begins a new hub in FOLDER, with an example of everything. What is not given as an option is asked."""
    folder: Path = options["folder"]
    answers = _answers(options)
    spoken = options["language"] = answers.language
    used = new_hub(folder, answers, today=options["day"])
    config = engine.load_config(folder / "site_config.yml")
    said = Language(spoken).gettext
    write_schemas(config.root, KINDS, read_words(config.root, config.settings, KINDS), Language(spoken))
    click.echo(said("The hub is in {folder}. README.md says how to go on.").format(folder=folder.absolute()))
    if used.is_missing:
        click.echo(said("Put the program's wheel into {file}: other computers get it from there.").format(
            file=folder / used.requirement
        ))  # fmt: skip
    click.echo(said("Write in it now, and see it:"))
    click.echo("    " + " && ".join([*([f"cd {folder}"] if folder != Path() else []), "hub edit"]))


def _answers(options: dict[str, Options]) -> Answers:
    """What was given, and of the rest what somebody answers. HubError when nobody does."""
    try:
        language = options["language"] or click.prompt(
            "Language / Sprog", type=click.Choice(languages()), default=_likely_language()
        )
        speak(("--language", language))  # the questions that follow, and what is said of their answers
        said = Language(language).gettext
        organisation = options["organisation"] or click.prompt(
            said("Which organisation is the hub for?"), default=said("Our organisation")
        )
        platform = options["platform"] or click.prompt(said("What is rolled out?"), default=said("the platform"))
        words = options["words"] or _words(Language(language))
    except click.Abort as ended:
        raise HubError(
            "Nobody answered.", "Answer beforehand: --language, --organisation, --platform and --words."
        ) from ended
    return Answers(organisation.strip(), language, platform.strip(), words)


def _words(spoken: Language) -> str:
    """One of the sets of words, chosen by its number."""
    offered = [name for name in _WORDS if name in words_of(spoken.code)]
    click.echo(spoken.gettext("Which words fit?"))
    for number, name in enumerate(offered, 1):
        click.echo(f"  {number}  {spoken.gettext(_WORDS[name])}")
    numbers = [str(number) for number, _ in enumerate(offered, 1)]
    chosen = click.prompt(spoken.gettext("Number"), type=click.Choice(numbers))
    return offered[int(chosen) - 1]


def _likely_language() -> str:
    """That of the machine, if a hub can be in it."""
    code = (locale.getlocale()[0] or "").partition("_")[0].lower()
    return code if code in languages() else "en"
