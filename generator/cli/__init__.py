"""The command line. Each command is loaded when it is asked for: most need only a part of the program."""

from __future__ import annotations

from importlib import import_module

import click

from generator.cli.click_messages import HELP, SpokenHelp, speak, speaks
from generator.runtime.fast_exit import end

_COMMANDS = {
    "init": "init",
    "build": "build",
    "check": "check",
    "fix": "fix",
    "serve": "build",
    "edit": "edit",
    "new": "new_and_copy",
    "copy": "new_and_copy",
    "import": "imports",
    "take": "take",
    "digest": "digest",
    "export": "publish",
    "pack": "pack",
    "publish": "publish",
    "record": "media",
    "shots": "media",
    "schema": "check",
    "language": "language",
}
"""In which module each command is."""


class _Commands(click.Group):
    """Commands by name, in the order in which people meet them."""

    context_class = SpokenHelp

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        speak(tuple(args))  # Click takes words out of its list
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # the base class names it so
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # as above
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"{__name__}.{_COMMANDS[cmd_name]}")
        found = getattr(module, "import_" if cmd_name == "import" else cmd_name)
        return speaks(found) if isinstance(found, click.Command) else None


@click.group(cls=_Commands, context_settings={"help_option_names": HELP})
@click.version_option(package_name="training-hub", prog_name="hub")
def main() -> None:
    """Compiles what people write in YAML, from courses to weekly mails, into one searchable site."""


def hub() -> None:
    """The command `hub`: `main`, in a process of its own."""
    try:
        main()
    except SystemExit as done:
        if not done.code:
            end()
        raise
