"""What a build is asked for, and whether there is anything to do. To know that, no stage is needed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from generator import engine
from generator.build.cache import BuildCache, open_cache, up_to_date
from generator.build.marker import audience_of
from generator.build.site_swap import refuse_foreign
from generator.engine import EngineConfig
from generator.model.settings import Audience, Settings
from generator.problems.problem import HubError, Problem
from generator.runtime.template_folders import program_templates


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What stands in the output folder."""

    pages: int
    warnings: tuple[Problem, ...]
    as_it_was: bool
    """Whether the site was right already and nothing was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildRequest:
    """A build that is wanted of a hub."""

    config: EngineConfig
    site_dir: Path
    strict: bool
    drafts: bool
    clean: bool
    cache: BuildCache | None
    """None when the build may read more than is known."""

    @property
    def root(self) -> Path:
        return self.config.root

    @property
    def settings(self) -> Settings:
        return self.config.settings

    @property
    def is_large(self) -> bool:
        """Whether another process looks at what is built."""
        return self.cache is not None and self.cache.is_large

    def as_it_stands(self) -> BuildResult | None:
        """The site when it is right already, unless a clean one is wanted."""
        if self.cache and not self.clean and (manifest := up_to_date(self.cache)):
            return BuildResult(manifest.pages, manifest.warnings, as_it_was=True)
        return None


def request_build(
    config_file: Path, site_dir: Path, *, strict: bool, drafts: bool, clean: bool, audience: Audience = "public"
) -> BuildRequest:  # fmt: skip
    """Looks at all that a build reads, and at the site. HubError when it may not be written."""
    config = engine.load_config(config_file)
    refuse_foreign(site_dir, sources(config))
    _refuse_other_audience(site_dir, audience, public=config.site_dir)
    config = replace(config, settings=config.settings.for_audience(audience))
    return BuildRequest(
        config=config, site_dir=site_dir, strict=strict, drafts=drafts, clean=clean,
        cache=_cache(config, site_dir, strict, drafts, audience),
    )  # fmt: skip


def _refuse_other_audience(site_dir: Path, audience: Audience, *, public: Path) -> None:
    """HubError where a site for others stands, or where the public one is to stand."""
    if audience == "internal" and (site_dir.resolve() == public.resolve() or audience_of(site_dir) == "public"):
        raise HubError(
            "{path} is for the public site, and the internal one names [places].",
            "Choose a folder of its own with --site-dir.", path=site_dir,
        )  # fmt: skip
    if audience == "public" and audience_of(site_dir) == "internal":
        raise HubError(
            "{path} holds the internal site.",
            "Build that with --for internal, or choose another folder.",
            path=site_dir,
        )


def sources(config: EngineConfig) -> tuple[Path, ...]:
    """Folders that no build may write to."""
    names = (config.settings.content, "templates", "generator", "tests", ".hub/cache")
    return (*((config.root / name).absolute() for name in names), config.docs_dir.absolute())


def _cache(config: EngineConfig, site_dir: Path, *options: object) -> BuildCache | None:
    if config.reads is None:
        return None
    folders = (config.root / config.settings.content, config.root / "templates", program_templates())
    return open_cache(config.root, site_dir, (*config.reads, *folders), options)
