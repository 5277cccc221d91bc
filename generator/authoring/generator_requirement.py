"""Which program a new hub is to be built with: the one that makes it, by where it was installed from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

NAME = "training-hub"


@dataclass(frozen=True, slots=True)
class Program:
    """How a hub names its program."""

    requirement: str
    """The line of requirements.txt."""
    wheel: Path | None = None
    """The file to put into the hub."""
    is_missing: bool = False
    """Whether the hub names a file that somebody must put there."""


def program() -> Program:
    """The program that runs now, as other computers get it."""
    try:
        installed = distribution(NAME)
    except PackageNotFoundError:
        return _wheel_of("0")
    return program_from(installed.version, installed.read_text("direct_url.json"))


def program_from(version: str, direct_url: str | None) -> Program:
    """`direct_url` is what installers note of a package that was named by its place (PEP 610)."""
    if direct_url is None:
        return Program(f"{NAME}=={version}")
    noted = json.loads(direct_url)
    url = str(noted["url"])
    if revision := noted.get("vcs_info"):
        return Program(f"{NAME} @ {revision['vcs']}+{url}@{revision['commit_id']}")
    if not url.startswith("file:"):
        digest = (noted.get("archive_info") or {}).get("hash", "")
        return Program(f"{NAME} @ {url}" + (f"#{digest}" if digest else ""))
    wheel = Path(url2pathname(urlsplit(url).path))
    if wheel.suffix == ".whl" and wheel.is_file():
        return Program(f"./program/{wheel.name}", wheel)
    return _wheel_of(version)


def _wheel_of(version: str) -> Program:
    """A program that runs from its own repository: `make release` makes its wheel."""
    return Program(f"./program/{NAME.replace('-', '_')}-{version}-py3-none-any.whl", is_missing=True)
