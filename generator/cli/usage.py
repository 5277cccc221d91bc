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


_MODULES = (click.core, click.exceptions, click.formatting, click.parser, click.termui, click.types)
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
)
_PLURALS = (
    ngettext("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    ngettext("{value!r} does not match the format {format}.", "{value!r} does not match the formats {formats}."),
    ngettext("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
)
# fmt: on
"""What Click can say of the commands that there are."""
