"""A build that has begun: what it is of, and whether there is anything to do. To know that, no stage is needed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator import engine
from generator.build.cache import Memory
from generator.build.output import refuse_foreign
from generator.engine import EngineConfig
from generator.model.settings import Settings
from generator.problems.problem import Problem
from generator.runtime.paths import program_templates


@dataclass(frozen=True, slots=True)
class Built:
    """What stands in the output folder."""

    pages: int
    warnings: tuple[Problem, ...]
    as_it_was: bool
    """Whether the site was right already and nothing was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A build of a hub."""

    config: EngineConfig
    site_dir: Path
    strict: bool
    drafts: bool
    clean: bool
    memory: Memory | None
    """Of the build before; None when a build may read more than is known."""

    @property
    def root(self) -> Path:
        return self.config.root

    @property
    def settings(self) -> Settings:
        return self.config.settings

    @property
    def is_large(self) -> bool:
        """Whether another process looks at what is built."""
        return self.memory is not None and self.memory.is_large

    def standing(self) -> Built | None:
        """The site when it is right already, unless a clean one is wanted."""
        if self.memory and not self.clean and (there := self.memory.standing()):
            return Built(there.pages, there.warnings, as_it_was=True)
        return None


def begin(config_file: Path, site_dir: Path, *, strict: bool, drafts: bool, clean: bool) -> Begun:
    """Looks at all that a build reads, and at the site. HubError when it may not be written."""
    config = engine.load_config(config_file)
    refuse_foreign(site_dir.absolute(), sources(config.root, config.settings))
    return Begun(
        config=config, site_dir=site_dir, strict=strict, drafts=drafts, clean=clean,
        memory=_memory(config, site_dir, strict, drafts),
    )  # fmt: skip


def sources(root: Path, settings: Settings) -> tuple[Path, ...]:
    """Folders that no build may write to."""
    return tuple((root / name).absolute() for name in (settings.content, "templates", "generator", "tests"))


def _memory(config: EngineConfig, site_dir: Path, *options: object) -> Memory | None:
    if config.reads is None:
        return None
    folders = (config.root / config.settings.content, config.root / "templates", program_templates())
    return Memory(config.root, site_dir, (*config.reads, *folders), options)
