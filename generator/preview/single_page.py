"""Sees one changed document anew in the midst of all the others, which are kept as they were last read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator import engine
from generator.build.theme import theme_assets
from generator.compile import changed_items, compile_pages
from generator.content.check import check_one, with_item
from generator.content.loader import load_one
from generator.content.validate import Places, check_content, folders_of
from generator.i18n.language import language
from generator.kinds import KINDS
from generator.model.kind import icons
from generator.model.site import Site
from generator.problems.problem import Problem, has_errors
from generator.render import Renderer
from generator.runtime.paths import template_folders


@dataclass(frozen=True, slots=True)
class Look:
    """What a document has become: its pages, or the problems that stop it."""

    pages: Sequence[tuple[str, bytes]] = ()
    """Files of the site and their content."""
    problems: tuple[Problem, ...] = ()


class QuickLook:
    """A whole hub as it was understood at one moment. Made in the time that a build takes, and then quick."""

    def __init__(self, config_file: Path) -> None:
        """HubError when the configuration cannot be read."""
        config = engine.load_config(config_file)
        self._root, self._settings = config.root, config.settings
        self._language = language(self._settings.language)
        checked = check_content(self._root, self._settings, KINDS)
        self._hub = checked.hub
        self._checker, self._listed = checked.checker, checked.listed
        compiled = compile_pages(self._hub)
        self._items = compiled.items
        folders = template_folders(self._root)
        self._renderer = Renderer(self._hub.catalog, self._settings, self._language, folders, icons(KINDS))
        groups = compiled.items.groups()
        site = Site(compiled.overviews, self._renderer, groups, assets=theme_assets(folders))
        self._whole = engine.whole_for(config, site)
        # A page of each kind is made, and thrown away: templates are compiled by then, and the first look is no slower.
        for group in groups:
            if group.place == 0:
                for page in site.pages(group):
                    self._whole.page(page)

    def look(self, path: Path) -> Look | None:
        """The published item at `path` as it is now; None for all that only a whole build can show."""
        if not path.is_relative_to(self._root):
            return None
        place = path.relative_to(self._root).as_posix()
        kind = folders_of(KINDS).get(path.parent.name, "")
        if (kind, path.stem) not in self._hub.catalog.items or self._hub.catalog.items[kind, path.stem].path != place:
            return None
        document, problems = load_one(self._root, place, kind=kind)
        item = None
        if document:
            alone = self._checker.check(document)
            between = check_one(alone, self._hub, self._listed, Places(self._root))
            item, problems = alone.item, [*problems, *alone.problems, *between]
        if has_errors(problems):
            return Look(problems=tuple(problems))
        if item is None:
            return None
        self._hub = self._hub.with_items(with_item(self._hub.catalog, alone))
        self._renderer = replace(self._renderer, catalog=self._hub.catalog)
        self._items = changed_items(self._items, self._hub)
        pages = Site((), self._renderer).pages(self._items.group(item))
        return Look([(engine.path_of(page.spec.url), self._whole.page(page).encode()) for page in pages])
