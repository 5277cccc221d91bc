"""What Click says of a command line, in the hub's language.

Click asks `gettext` for its texts, which looks for compiled catalogs in a folder of the system; ours are of one kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.termui
import click.types

if TYPE_CHECKING:
    from generator.i18n.language import Language


def mark(msgid: str) -> str:
    """Marks one of Click's texts for the catalog."""
    return msgid


def ngettext(one: str, more: str) -> tuple[str, str]:
    """As `mark`, for a text that counts."""
    return one, more


_MODULES = (click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.termui, click.types)
_CAPITALS = re.compile(r"[A-Z]{2,}(?: [A-Z]+)*")
"""What stands for something that people write."""
_LANGUAGE = re.compile(r"(?m)^[ \t]*(?:-[ \t]*)?language:[ \t]*[\"']?([a-z]{2})\b")


def speak(words: Sequence[str]) -> None:
    """From now on Click speaks the language of the hub that a command line names; it is looked up when Click speaks."""

    @lru_cache(maxsize=1)
    def spoken() -> Language:
        return guessed(_option(words, "--language"), Path(_option(words, "--config") or "site_config.yml"))

    def one(message: str) -> str:
        return spoken().gettext(message)

    def many(one: str, more: str, count: int) -> str:
        return spoken().ngettext(one, more, count)

    for module in _MODULES:
        for name, say in (("_", one), ("ngettext", many)):
            if hasattr(module, name):
                setattr(module, name, say)


HELP = ["-h", "--help"]


class SpokenHelp(click.Context):
    """Shows the help of a command in the hub's language."""

    def get_help(self) -> str:
        say_help(self.command)
        return super().get_help()

    def get_usage(self) -> str:
        """Over a mistake too: what is missing is called there as it is here."""
        say_names(self.command)
        return super().get_usage()


_HELP = dict[object, str]()
"""Texts of commands and options as they are written, in English."""


def say_help(command: click.Command) -> None:
    """Has a command, what it asks and its own commands say what they do in the hub's language."""
    say_names(command)
    command.help = _said(command, command.help)
    for asked in command.params:
        if isinstance(asked, click.Option):
            asked.help = _said(asked, asked.help)
            if isinstance(asked.show_default, str):
                asked.show_default = _said((asked, "default"), asked.show_default)
    own = command.get_help_option(click.Context(command, help_option_names=HELP))
    if own:
        own.help = _said((command, "help"), "Show this message and exit.")
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            inner = command.get_command(click.Context(command), name)
            if inner:
                say_help(inner)


def say_names(command: click.Command) -> None:
    """Has what a command asks be called in the hub's language, as `FILE` and `[OPTIONS]` are in English."""
    ctx = click.Context(command)
    if command.options_metavar:
        command.options_metavar = _called((command, "options"), command.options_metavar)
    if isinstance(command, click.Group):
        command.subcommand_metavar = _called((command, "command"), command.subcommand_metavar)
    for asked in command.params:
        asked.metavar = _called((asked, "name"), asked.make_metavar(ctx))


def _called(of: object, name: str) -> str:
    """Each word in capitals by its own; what is chosen from, in small letters, is typed as it is."""
    written, say = _HELP.setdefault(of, name), vars(click.core)["_"]
    return _CAPITALS.sub(lambda word: say(word[0]), written)


def _said(of: object, text: str | None) -> str | None:
    if not text:
        return text
    written, say = _HELP.setdefault(of, text), vars(click.core)["_"]
    return "\n\n".join(say(as_msgid(part)) for part in written.split("\n\n"))


def as_msgid(paragraph: str) -> str:
    """A paragraph of help as the catalog has it: on one line."""
    return " ".join(paragraph.split())


def speaks(command: click.Command) -> click.Command:
    """A command that shows its help, and that of its own commands, in the hub's language."""
    command.context_class = SpokenHelp
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        speaks(inner)
    return command


def guessed(asked: str | None, config: Path) -> Language:
    """The language asked for, else what the configuration says, also one that is not right, else that of the hub in
    this folder, else English.
    """
    from generator.i18n.language import LANGUAGES, Language

    said: list[str] = []
    for file in (Path("site_config.yml"), config):
        with suppress(OSError, ValueError):
            said += _LANGUAGE.findall(file.read_bytes().replace(b"\0", b"").decode("utf-8", "replace"))
    return next((Language(code) for code in (asked, *reversed(said)) if code in LANGUAGES), Language("en"))


def _option(words: Sequence[str], name: str) -> str | None:
    for word, following in pairwise((*words, "")):
        if word == name:
            return following
        if word.startswith(f"{name}="):
            return word.partition("=")[2]
    return None


# fmt: off
_TEXTS = (
    mark("Show this message and exit."),
    mark("Show the version and exit."),
    mark("Usage:"),
    mark("Options"),
    mark("Commands"),
    mark("Positional arguments"),
    mark("Error: {message}"),
    mark("Try '{command} {option}' for help."),
    mark("Aborted!"),
    mark("Missing command."),
    mark("Missing argument"),
    mark("Missing option"),
    mark("Missing parameter"),
    mark("Invalid value: {message}"),
    mark("Invalid value for {param_hint}: {message}"),
    mark("No such option {name!r}."),
    mark("No such command {name!r}."),
    mark("Could not open file {filename!r}: {message}"),
    mark("Choose from:\n\t{choices}"),
    mark("{value!r} is not a valid {number_type}."),
    mark("{value} is not in the range {range}."),
    mark("{value!r} is not a valid boolean. Recognized values: {states}"),
    mark("file"),
    mark("directory"),
    mark("path"),
    mark("{name} {filename!r} does not exist."),
    mark("{name} {filename!r} is a file."),
    mark("{name} {filename!r} is a directory."),
    mark("{name} {filename!r} is not readable."),
    mark("{name} {filename!r} is not writable."),
    mark("Invalid start character for option ({option})"),
    mark("Argument {name!r} takes {nargs} values."),
    mark("Option {name!r} does not take a value."),
    mark("Do you want to continue?"),
    mark("Error: The two entered values do not match."),
    mark("Error: invalid input"),
    mark("default: {default}"),
    mark("required"),
)
_NAMES = (
    mark("OPTIONS"), mark("COMMAND"), mark("ARGS"), mark("TEXT"), mark("INTEGER RANGE"), mark("DIRECTORY"),
    mark("PATH"), mark("FOLDER"), mark("DAY"), mark("TIME"), mark("PATHS"), mark("MONTHS"), mark("TARGET"),
    mark("ID"), mark("COURSE"), mark("FILE"), mark("FILES"), mark("VIDEO"), mark("WEEK"), mark("URL"),
    mark("NAMES"), mark("IDS"), mark("KIND"), mark("CODE"),
)
"""What usage lines call that which people write."""
_PLURALS = (
    ngettext("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    ngettext("{value!r} does not match the format {format}.", "{value!r} does not match the formats {formats}."),
    ngettext("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
)
# fmt: on
"""What Click can say of the commands that there are."""
