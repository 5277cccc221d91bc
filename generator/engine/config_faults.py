"""What MkDocs says is wrong with a configuration, in the hub's own words and with what to do about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from pathlib import Path

from generator.problems.problem import HubError

_MEND = "Mend it and try again."
_SORTS = {
    "int": ("“{name}” in {path} must be a whole number.", "Write the number alone, as 45."),
    "str": ("“{name}” in {path} must be a text.", "Write the text behind the colon, on the same line."),
    "list": ("“{name}” in {path} must be a list.", "Write each entry on a line of its own that starts with “- ”."),
    "dict": ("“{name}” in {path} must hold settings.", "Write “name: value” on indented lines below it."),
    "bool": ("“{name}” in {path} must be true or false.", "Write true or false."),
}
_OPTION = r"(?:Config value|option) '(?P<name>[\w.]+)': "
_UNKNOWN = re.compile(r"Unrecognised configuration name: (?P<name>[^\s.]+)")
_KNOWN = re.compile(r"Known settings: (?P<known>[\w, ]+)")
_NEAR = re.compile(r"Did you mean \"(?P<near>\w+)\"")
_MISSING = re.compile(rf"{_OPTION}Required configuration not provided")
_SORT = re.compile(rf"{_OPTION}Expected type: <class '(?P<wanted>\w+)'>")
_FOLDER = re.compile(rf"{_OPTION}The path '(?P<folder>.+?)' isn't an existing directory")
_ADDRESS = re.compile(rf"{_OPTION}The URL isn't valid")
_THEME = re.compile(r"Unrecognised theme name: '(?P<theme>[^']*)'")
_PLUGIN = re.compile(r"The \"(?P<plugin>[^\"]*)\" plugin is not installed")
_NOTHING = re.compile(r"Expected a key-value mapping")


def fault(path: Path, said: str) -> HubError:
    """What to tell of what MkDocs said of the configuration at `path`."""
    told = (made(path, found, said) for pattern, made in _FAULTS if (found := pattern.search(said)))
    return next(told, HubError("{path} is not right: {why}", _MEND, path=path, why=said))


def _unknown(path: Path, found: re.Match[str], said: str) -> HubError:
    missing = [one["name"] for one in _MISSING.finditer(said)]
    near = _NEAR.search(said)
    meant = near["near"] if near else next(iter(get_close_matches(found["name"], missing, 1)), "")
    values = {"path": path, "name": found["name"]}
    if meant:
        return HubError("{path} has no setting “{name}”.", "Did you mean “{near}”?", near=meant, **values)
    known = _KNOWN.search(said)
    if known:
        return HubError("{path} has no setting “{name}” there.", "Known are: {known}.", known=known["known"], **values)
    return HubError(
        "{path} has no setting “{name}”.", "Delete it, or put it below “hub” if it is one of the hub's.", **values
    )


def _missing(path: Path, found: re.Match[str], _: str) -> HubError:
    return HubError("{path} does not say “{name}”.", "Add a line with “{name}: …”.", path=path, name=found["name"])


def _sort(path: Path, found: re.Match[str], said: str) -> HubError:
    message, hint = _SORTS.get(found["wanted"], ("{path} is not right: {why}", _MEND))
    return HubError(message, hint, path=path, name=found["name"], why=said)


def _folder(path: Path, found: re.Match[str], _: str) -> HubError:
    return HubError(
        "The folder {folder}, which “{name}” names in {path}, is not there.",
        "Make the folder, or correct the line. “hub init” begins a whole hub.",
        path=path, name=found["name"], folder=found["folder"],
    )  # fmt: skip


def _address(path: Path, found: re.Match[str], _: str) -> HubError:
    hint = "Write the whole address, from https:// on."
    return HubError("“{name}” in {path} is no address.", hint, path=path, name=found["name"])


def _theme(path: Path, found: re.Match[str], _: str) -> HubError:
    return HubError(
        "{path} names a theme “{theme}”.", "Write material: the hub has no other.", path=path, theme=found[1]
    )


def _plugin(path: Path, found: re.Match[str], _: str) -> HubError:
    hint = "Take it out; the hub needs none but “hub”."
    return HubError("{path} names a plugin “{plugin}” that is not installed.", hint, path=path, plugin=found[1])


def _nothing(path: Path, _: re.Match[str], __: str) -> HubError:
    return HubError(
        "{path} holds no settings.", "Write “name: value” on each line. “hub init” begins a whole hub.", path=path
    )


_FAULTS: Sequence[tuple[re.Pattern[str], Callable[[Path, re.Match[str], str], HubError]]] = (
    (_NOTHING, _nothing), (_UNKNOWN, _unknown), (_MISSING, _missing), (_SORT, _sort), (_FOLDER, _folder),
    (_ADDRESS, _address), (_THEME, _theme), (_PLUGIN, _plugin),
)  # fmt: skip
"""By what MkDocs says; the first that fits is told, since the others often follow from it."""
