"""Starts MkDocs for `hub build`, and makes single pages as it would."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import get_files

from generator.engine.config import EngineConfig, heard
from generator.engine.markdown_pages import url_of
from generator.engine.page_frame import Whole, frame_of
from generator.engine.plugin import Plugin
from generator.model.page import Outline
from generator.model.site import Site
from generator.problems.problem import HubError


@dataclass(frozen=True, slots=True)
class Built:
    """What stands in the output folder."""

    pages: int
    """The ordinary Markdown pages included."""
    warnings: tuple[str, ...]
    whole: Whole
    finished: object
    """What the work that `begin` returned has come to."""
    ordinary: tuple[Outline, ...]
    """The ordinary Markdown pages."""


def build(config: EngineConfig, site: Site, site_dir: Path) -> Built:
    """Writes every page, export and asset to `site_dir`, whose own files are removed first. HubError when it cannot."""
    plugin = next(plugin for plugin in config.mkdocs.plugins.values() if isinstance(plugin, Plugin))
    plugin.given, plugin.given_settings = site, config.settings
    config.mkdocs.site_dir, config.mkdocs.site_url = str(site_dir.absolute()), config.settings.site_url
    with heard() as said:
        try:
            config.mkdocs.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config.mkdocs)
            return Built(plugin.pages, tuple(said), plugin.whole_page, plugin.finished, plugin.ordinary)
        except (MkDocsException, Abort) as error:
            why = " ".join(said) or str(error)
            raise HubError("The pages cannot be made: {why}", "Mend it and build again.", why=why) from error
        finally:
            config.mkdocs.plugins.on_shutdown()
            plugin.work = None
            # MkDocs hands out the same plugin again when the configuration is next loaded.
            plugin.given, plugin.given_settings = None, None


def whole_for(config: EngineConfig, site: Site) -> Whole:
    """What makes whole pages, as `build` does, without building any."""
    plugin = next(plugin for plugin in config.mkdocs.plugins.values() if isinstance(plugin, Plugin))
    plugin.given, plugin.given_settings = site, config.settings
    try:
        mkdocs = plugin.on_config(config.mkdocs)
        ordinary = [] if site.holds_docs else [url_of(file) for file in get_files(mkdocs).documentation_pages()]
        plugin.frame = frame_of(config.settings, plugin.language, site, ordinary)
        return plugin.whole(mkdocs.theme.get_env(), mkdocs)
    finally:
        plugin.given, plugin.given_settings = None, None
