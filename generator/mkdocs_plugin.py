"""What `mkdocs build` and `properdocs build` find by its entry point. To read a configuration it must be there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator import engine
from generator.engine import Whole, Work
from generator.i18n.language import Language
from generator.model.page import Page
from generator.model.settings import Settings
from generator.model.site import Site
from generator.problems.problem import HubError
from generator.runtime.template_folders import template_folders

# The stages are loaded by who needs them: whoever only reads the configuration does not wait for them.


def _prepare(settings: Settings, root: Path) -> Site:
    """As the pipeline's, for other commands than ours: warnings are for `hub check` to show."""
    from generator.build.pipeline import prepare

    return prepare(settings, root).site


def _begin(site: Site, whole: Whole, ordinary: Sequence[Page], site_dir: Path, spoken: Language) -> Work:
    from generator.build.pages import make_pages

    return make_pages(site, whole, ordinary, site_dir, spoken)


def _explain(error: HubError, spoken: Language, root: Path) -> str:
    from generator.problems.report import explained

    return explained(error, spoken, root)


HubPlugin = engine.hub_plugin(prepare=_prepare, begin=_begin, explain=_explain, templates=template_folders)
