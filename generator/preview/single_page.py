"""Sees one changed document anew in the midst of all the others, which are kept as they were last read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator import engine
from generator.build.pipeline import examine
from generator.build.theme import theme_assets
from generator.compile import OrderedItems, changed_items, unfinished_page
from generator.content.check import Checker, PageAnchors, check_one, with_item
from generator.content.loader import load_one
from generator.content.validate import Places, folders_of
from generator.kinds import KINDS
from generator.model.browse import browses_of
from generator.model.catalog import Document, Listed
from generator.model.context import Context
from generator.model.default_licence import licence_of_texts
from generator.model.kind import icons
from generator.model.site import Overview, PageGroup, Site
from generator.problems.problem import Problem, has_errors
from generator.render import Renderer
from generator.runtime.template_folders import template_folders


@dataclass(frozen=True, slots=True)
class Look:
    """What a document has become: its pages, or the problems that stop it."""

    pages: Sequence[tuple[str, bytes]] = ()
    """Files of the site and their content."""
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class HubSnapshot:
    """A whole hub as it was understood at one moment: see `take_snapshot`. It learns of each document it looks at."""

    root: Path
    hub: Context
    checker: Checker
    listed: tuple[Listed, ...]
    pages: PageAnchors
    items: OrderedItems
    renderer: Renderer
    whole: engine.Whole

    def look(self, path: Path) -> Look | None:
        """The item at `path` as it is now; None for all that only a whole build can show."""
        if not path.is_relative_to(self.root):
            return None
        place = path.relative_to(self.root).as_posix()
        kind = folders_of(KINDS).get(path.parent.name, "")
        known = self.hub.catalog.items.get((kind, path.stem))
        if known is None or known.path != place:
            return None
        document, problems = load_one(self.root, place, kind=kind)
        return self._look_at(document, problems)

    def look_at(self, document: Document) -> Look | None:
        """A document as it might be on the disk, a new one too; nothing is learnt of it. A draft that is no item yet
        has a page that says what it lacks; None for what is wrong as well.
        """
        return replace(self)._look_at(document, []) or self._unfinished(document)

    def _unfinished(self, document: Document) -> Look | None:
        half = self.checker.check(document).unfinished
        return self._made(Overview(unfinished_page(self.hub, half))) if half else None

    def _look_at(self, document: Document | None, problems: list[Problem]) -> Look | None:
        alone = self.checker.check(document) if document else None
        if alone:
            others = (one for one in self.listed if one.path != alone.listed.path)
            between = check_one(alone, self.hub, (*others, alone.listed), Places(self.root), self.pages)
            problems = [*problems, *alone.problems, *between]
        if has_errors(problems):
            return Look(problems=tuple(problems))
        if alone is None or alone.item is None:
            return None
        self.hub = self.hub.with_items(with_item(self.hub.catalog, alone))
        self.renderer = replace(self.renderer, catalog=self.hub.catalog)
        self.items = changed_items(self.items, self.hub)
        return self._made(self.items.group(alone.item))

    def _made(self, group: PageGroup) -> Look:
        pages = Site((), self.renderer).pages(group)
        return Look([(engine.path_of(page.spec.url), self.whole.page(page).encode()) for page in pages])


def take_snapshot(config_file: Path) -> HubSnapshot:
    """Takes the time that a build takes; looks are quick afterwards. HubError when the configuration cannot be read."""
    config = engine.load_config(config_file)
    examined = examine(config.settings, config.root, drafts="shown")
    checked, compiled = examined.checked, examined.compiled
    folders = template_folders(config.root)
    spoken = config.settings.spoken
    renderer = Renderer(checked.hub.catalog, config.settings, spoken, folders, icons(KINDS))
    groups = compiled.items.groups()
    overviews = (*compiled.overviews, *map(Overview, examined.ordinary.specs))
    site = Site(
        overviews, renderer, groups, assets=theme_assets(folders), licence=licence_of_texts(checked.hub),
        browses=browses_of(checked.hub.catalog, spoken),
    )  # fmt: skip
    whole = engine.whole_for(config, site)
    # A page of each kind is made, and thrown away: templates are compiled by then, and the first look is no slower.
    for group in groups:
        if group.place == 0:
            for page in site.pages(group):
                whole.page(page)
    return HubSnapshot(
        config.root,
        checked.hub,
        checked.checker,
        checked.listed,
        checked.pages.anchors,
        compiled.items,
        renderer,
        whole,
    )
