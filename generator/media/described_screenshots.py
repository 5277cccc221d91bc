"""Which pictures the content describes, and where each of them is taken."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.content.validate import Places, check_content
from generator.kinds import KINDS
from generator.model.catalog import Catalog, Item
from generator.model.kind import Described
from generator.model.screenshot import Shot
from generator.model.settings import Settings
from generator.model.vocabulary import FunctionEntry
from generator.problems.content_rules import RULES
from generator.problems.problem import ContentError, Problem, Span, has_errors


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture that a guide describes."""

    item: str
    """The guide's id."""
    shot: Shot
    site: str
    """The address of the site, with a final slash."""
    label: str
    """What the button that the step is about is called; "" when it is about none."""
    places: Mapping[str, Span]
    """Where the guide says so: `page`, `label`, and each selector."""

    def place(self, name: str) -> Span:
        return self.places.get(name, self.places["page"])


def wanted_shots(root: Path, settings: Settings, hub: str, ids: Collection[str] = ()) -> tuple[Wanted, ...]:
    """The pictures that published items (all, or those with these ids) describe; `hub` is the hub's own address.

    ContentError when the content has errors, HubError when a site has no address in site_config.yml.
    """
    checked = check_content(root, settings, KINDS)
    if has_errors(checked.problems):
        raise ContentError(checked.problems)
    sites = dict(settings.sites)
    places = Places(root)
    found = []
    for item, one in _described(checked.catalog):
        if ids and item.id not in ids:
            continue
        if one.shot.site and one.shot.site not in sites:
            place = places(item, (*one.path, "site"))
            said = {"site": one.shot.site, "known": ", ".join(sites) or "–"}
            raise ContentError([Problem(RULES["shot-site"], place, said)])
        entry = checked.catalog.entries(FunctionEntry).get(one.function or "")
        site = sites[one.shot.site] if one.shot.site else hub
        found.append(Wanted(item.id, one.shot, site, entry.label if entry else "", _shot_places(places, item, one)))
    return tuple(found)


def _shot_places(places: Places, item: Item, one: Described) -> dict[str, Span]:
    """Where a guide names the page, the label and each element of a picture."""

    def at(*path: str | int) -> Span:
        return places(item, (*one.path, *path))

    known = {"page": at("page")}
    for number, action in enumerate(one.shot.actions):
        for field in ("click", "show", "go"):
            if (value := getattr(action, field)) is not None:
                known.setdefault(value, at("actions", number, field))
    if one.shot.element:
        known[one.shot.element] = at("element")
    for number, pointed in enumerate(one.shot.highlight):
        known[pointed.element] = at("highlight", number, "element")
    return known | {"label": places(item, (*one.path[:2], "function"))}


def _described(catalog: Catalog) -> Iterator[tuple[Item, Described]]:
    """The pictures that items describe instead of storing."""
    for kind in KINDS:
        for item in catalog.of_kind(kind.name):
            yield from ((item, one) for one in kind.shots(item.model))
