"""Makes whole pages of bodies: the only place that knows MkDocs and Material.

    load_config(path, *, site_dir=None, strict=None) -> EngineConfig
        .settings, .root, .site_dir, .warnings; HubError when the file is missing or wrong
    hub_plugin(*, prepare, begin=None, explain=…, templates=…) -> type[BasePlugin]
        the class for the entry point `mkdocs.plugins: hub`, from four functions:
        prepare(settings: Settings, root: Path) -> Site                  before anything is cleaned; HubError stops
        begin(site: Site, site_dir: Path, language: Language) -> Work    when all pages are known and none is written;
                                                                         its finish() is called at the end
        explain(error: HubError, language: Language, root: Path) -> str  what is printed when it stops
        templates(root: Path) -> tuple[Path, ...]                        template folders, the hub's own first
    build(config, site, site_dir) -> Built
        .site (with the Markdown pages), .warnings; does not call prepare: the site is given
    serve(path, *, address="127.0.0.1:8000", open_in_browser=False)
        blocks; calls prepare and begin for every change

Read on in this order: `config` (site_config.yml), `plugin` (what happens when), `shell` (the frame of a page),
`ordinary` (Markdown pages and Material), `run` (build and serve).
"""

from __future__ import annotations

from generator.engine.config import EngineConfig, load_config
from generator.engine.plugin import hub_plugin
from generator.engine.run import Built, build, serve

__all__ = ["Built", "EngineConfig", "build", "hub_plugin", "load_config", "serve"]
