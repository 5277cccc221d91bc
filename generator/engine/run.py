"""Starts MkDocs: once for `hub build`, and for every change in `hub serve`."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.exceptions import Abort, MkDocsException

from generator.engine.config import EngineConfig, heard, load_config
from generator.engine.plugin import Plugin
from generator.engine.preview import refuse_others
from generator.page import Site
from generator.problem import HubError


@dataclass(frozen=True, slots=True)
class Built:
    """What stands in the output folder."""

    site: Site
    """The site with its ordinary Markdown pages added."""
    warnings: tuple[str, ...]


def build(config: EngineConfig, site: Site, site_dir: Path) -> Built:
    """Writes every page, export and asset to `site_dir`, whose own files are removed first. HubError when it cannot."""
    plugin = next(plugin for plugin in config.mkdocs.plugins.values() if isinstance(plugin, Plugin))
    plugin.given = site
    config.mkdocs.site_dir = str(site_dir.absolute())
    with heard() as said:
        try:
            config.mkdocs.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config.mkdocs)
            return Built(plugin.site, tuple(said))
        except (MkDocsException, Abort) as error:
            why = " ".join(said) or str(error)
            raise HubError("The pages cannot be made: {why}", "Mend it and build again.", why=why) from error
        finally:
            config.mkdocs.plugins.on_shutdown()
            plugin.cancel()
            # MkDocs hands out the same plugin again when the configuration is next loaded.
            plugin.given = None


def serve(path: Path, *, address: str = "127.0.0.1:8000", open_in_browser: bool = False) -> None:
    """Shows the site and follows changes until it is interrupted. HubError when it cannot start."""
    # Loaded here: no other command needs a server.
    from mkdocs.commands.serve import serve as mkdocs_serve

    refuse_others(address)
    load_config(path)
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        logging.basicConfig(format="%(message)s")
        logger.setLevel(logging.INFO)
    try:
        mkdocs_serve(config_file=str(path), dev_addr=address, open_in_browser=open_in_browser)
    except (MkDocsException, Abort) as error:
        raise HubError("The preview cannot start: {why}", "Mend it and try again.", why=error) from error
