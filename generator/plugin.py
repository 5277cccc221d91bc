"""What `mkdocs build` and `properdocs build` find by its entry point. To read a configuration it must be there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator import engine
from generator.engine import Whole, Work
from generator.folders import template_folders
from generator.language import Language
from generator.page import Page, Site
from generator.problem import HubError
from generator.settings import Settings

# The stages are loaded by who needs them: whoever only reads the configuration does not wait for them.


def _prepare(settings: Settings, root: Path) -> Site:
    """As the pipeline's, for other commands than ours: warnings are for `hub check` to show."""
    from generator.pipeline import prepare

    return prepare(settings, root).site


def _begin(site: Site, whole: Whole, ordinary: Sequence[Page], site_dir: Path, spoken: Language) -> Work:
    from generator.making import Making

    return Making(site, whole, ordinary, site_dir, spoken)


def _explain(error: HubError, spoken: Language, root: Path) -> str:
    from generator.pipeline import explained

    return explained(error, spoken, root)


HubPlugin = engine.hub_plugin(prepare=_prepare, begin=_begin, explain=_explain, templates=template_folders)
