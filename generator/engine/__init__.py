"""Makes whole pages of bodies: the only place that knows MkDocs and Material.

    load_config(path, *, site_dir=None, strict=None) -> EngineConfig
        .settings, .root, .site_dir, .warnings; HubError when the file is missing or wrong
    hub_plugin(*, prepare, begin, explain=…, templates=…) -> type[BasePlugin]
        the class for the entry point `mkdocs.plugins: hub`, from four functions:
        prepare(settings: Settings, root: Path) -> Site                  before anything is cleaned; HubError stops
        begin(site: Site, whole: Whole, ordinary: Sequence[Page], site_dir: Path, language: Language) -> Work
                                                                         when all pages are known: writes those of the
                                                                         site; its finish() is called at the end
        explain(error: HubError, language: Language, root: Path) -> str  what is printed when it stops
        templates(root: Path) -> tuple[Path, ...]                        template folders, the hub's own first
    build(config, site, site_dir) -> Built
        .pages, .warnings; does not call prepare: the site is given
    whole_for(config, site) -> Whole
        .page(page) -> str, a whole page as build would write it; path_of(url) is its file

Read on in this order: `hub_settings` (the hub's own settings), `config` (site_config.yml), `plugin` (what happens
when), `page_frame` (the frame of a page), `compiled_templates` (its templates, kept between builds of one process),
`markdown_pages` (Markdown pages and Material), `run` (starting MkDocs), `localhost_guard` (whom a preview answers).
"""

from __future__ import annotations

from generator.engine.config import EngineConfig, load_config
from generator.engine.localhost_guard import REFUSAL, names_this_machine, refuse_others
from generator.engine.page_frame import Whole, sitemap
from generator.engine.plugin import Work, hub_plugin, path_of
from generator.engine.run import Built, build, whole_for

__all__ = [
    "REFUSAL", "Built", "EngineConfig", "Whole", "Work", "build", "hub_plugin", "load_config", "names_this_machine",
    "path_of", "refuse_others", "sitemap", "whole_for",
]  # fmt: skip
