"""What all commands have in common: options, what they say, and the only place that turns faults into exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, TypeAlias

import click
import yaml

from generator import engine
from generator.cli.click_messages import guessed
from generator.i18n.language import LANGUAGES, Language
from generator.problems import report
from generator.problems.problem import ContentError, HubError, Problem

CONFIG = click.option(
    "--config", default="site_config.yml", show_default=True, type=click.Path(path_type=Path),
    help="The hub's configuration file.",
)  # fmt: skip
LANGUAGE = click.option(
    "--language", type=click.Choice(LANGUAGES), default=None, help="Language of messages; the hub's own by default."
)
FOLDERS = {"public": "site", "internal": "site-internal"}
"""Where a site goes, by whom it is for."""
DAY = click.option(
    "--day", type=click.DateTime(["%Y-%m-%d"]), default=lambda: f"{date.today()}", show_default="today", metavar="DAY",
    callback=lambda _, __, value: value.date(), help="Take DAY for today, as 2026-08-24.",
)  # fmt: skip


Options: TypeAlias = Any
"""click hands each command what its decorators name, and they say of what type."""


def guarded(command: Callable[..., None]) -> Callable[..., None]:
    """One handler for all that can stop the work: no traceback ever reaches a person."""

    @wraps(command)
    def run(**options: Options) -> None:
        try:
            command(**options)
        except ContentError as error:
            print_problems(error.problems, options)
            click.echo(spoken_for(options).gettext(error.message), err=True)
            sys.exit(1)
        except HubError as error:
            spoken = spoken_for(options)
            if found := _of_configuration(error, options):
                print_problems(found, options)
                sys.exit(2)
            click.echo(spoken.gettext(error.message).format(**error.values), err=True)
            if error.hint:
                click.echo(spoken.gettext(error.hint).format(**error.values), err=True)
            sys.exit(2)
        except KeyboardInterrupt:
            sys.exit(130)
        except OSError as error:
            spoken = spoken_for(options)
            text = spoken.gettext("The system refused: {why}").format(why=error.strerror or error)
            click.echo(f"{text} {error.filename or ''}".rstrip(), err=True)
            sys.exit(2)

    return run


def _of_configuration(error: HubError, options: dict[str, Options]) -> Sequence[Problem]:
    """What is wrong in which line, when the configuration is no YAML."""
    from generator.content.configuration import why_unreadable

    if not isinstance(error.__cause__, yaml.YAMLError | UnicodeDecodeError):
        return ()
    path = Path(options["config"]).absolute()
    return why_unreadable(path.parent, path.name)


def spoken_for(options: dict[str, Options]) -> Language:
    """The language asked for, else the hub's own, else English."""
    code = options.get("language")
    try:
        own = engine.load_config(options["config"]).settings.spoken
    except (HubError, KeyError, OSError):
        own = guessed(None, Path(options.get("config") or "site_config.yml"))
    return own if code in (None, own.code) else Language(code)


def print_problems(problems: Sequence[Problem], options: dict[str, Options]) -> None:
    root = Path(options["config"]).absolute().parent
    spoken = spoken_for(options)
    chosen = options.get("format") or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")
    if chosen == "json":
        click.echo(report.as_json(problems, spoken))
    elif chosen == "github":
        click.echo(report.as_github(problems, spoken))
    else:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        click.echo(report.as_text(problems, read=report.reader(root), language=spoken, colour=colour))
