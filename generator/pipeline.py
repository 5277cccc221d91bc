"""The journey from content to site: this module alone knows the order of the stages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from generator import engine, report, stale
from generator.begun import Begun, Built, begin, sources
from generator.cartridge import Package, cartridge
from generator.catalog import Catalog, Item, nearest
from generator.check import Alone
from generator.compile import common, common_names, compile_pages, redirect_page
from generator.content_rules import RULES
from generator.folders import template_folders
from generator.kind import Described, Kind
from generator.kinds import KINDS
from generator.kinds.course.copying import copy_text
from generator.kinds.course.handout import files_of, handout_pages
from generator.language import Language, language
from generator.making import Making
from generator.page import Export, Outline, Site
from generator.patching import beside_of, frame_of, patched
from generator.pictures import made_sizes, without_location
from generator.problem import ContentError, HubError, Problem, Span, has_errors
from generator.publish import replacing
from generator.reading import Checked, Places, check_content, lightly
from generator.render import Renderer
from generator.render.says import asset_path
from generator.settings import Settings
from generator.shots import Wanted
from generator.stale import Stale
from generator.state import State, Stored, stored

PICTURES = ".hub/pictures"
"""Where copies of pictures are kept between builds, seen from the hub's root."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything of the site that comes from content."""

    site: Site
    warnings: tuple[Problem, ...]
    checked: Checked


def prepare(
    settings: Settings, root: Path, *, drafts: bool = False, strict: bool = False,
    known: Mapping[str, Alone] = MappingProxyType({}),
) -> Prepared:  # fmt: skip
    """Reads the content; `known` is as for `check_content`. ContentError when it has errors."""
    spoken = language(settings.language)
    checked = check_content(root, settings, drafts=drafts, known=known)
    problems = checked.problems
    if strict and not settings.accessibility_statement:
        problems = (*problems, Problem(RULES["site-statement"], Span("site_config.yml")))
    if has_errors(problems) or (strict and problems):
        raise ContentError(problems)
    compiled = compile_pages(checked.catalog, KINDS, spoken, settings)
    folders = template_folders(root)
    files = _content_assets(checked.catalog)
    cleaned = tuple(Export(path, content) for path, file in files if (content := without_location(file)) is not None)
    untouched = {path for path, _ in files} - {export.path for export in cleaned}
    pictures = made_sizes(_content_assets(checked.catalog, pictures=True), root / PICTURES)
    site = Site(
        specs=compiled.overviews,
        bodies=Renderer(checked.catalog, settings, spoken, folders),
        leaves=compiled.items,
        exports=(*compiled.exports, *_statement(settings), *cleaned),
        assets=(*(one for one in files if one[0] in untouched), *pictures, *theme_assets(folders)),
        base=urlsplit(settings.site_url).path or "/",
        synonyms=tuple(entry.words for entry in checked.catalog.vocabularies["synonyms"].values()),
        common=common(checked.catalog),
        names=common_names(checked.catalog),
    )
    return Prepared(site, problems, checked)


def _statement(settings: Settings) -> tuple[Export, ...]:
    if not settings.accessibility_statement:
        return ()
    return (Export("was/index.html", redirect_page(settings.accessibility_statement)),)


def _content_assets(catalog: Catalog, *, pictures: bool = False) -> tuple[tuple[str, Path], ...]:
    """Files beside items, or the pictures among them: path on the site, file on disk."""
    folders = {kind.name: kind.folder for kind in KINDS}
    found = {
        asset_path(folders[item.kind], file): catalog.folders[item.kind] / file
        for item in catalog.items.values()
        for file, is_picture in item.brief.files
        if is_picture or not pictures
    }
    return tuple(sorted(found.items()))


def _described(catalog: Catalog) -> Iterator[tuple[Kind, Item, Described]]:
    """The pictures that items describe instead of storing."""
    for kind in KINDS:
        for item in catalog.of_kind(kind.name):
            yield from ((kind, item, one) for one in kind.shots(item.model))


def theme_assets(folders: Sequence[Path]) -> tuple[tuple[str, Path], ...]:
    """Style sheets, scripts and fonts; the hub's own win over the program's."""
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        assets = folder / "assets"
        found |= {
            f"assets/{file.relative_to(assets).as_posix()}": file
            for file in sorted(assets.rglob("*"))
            if file.is_file()
        }
    return tuple(sorted(found.items()))


def overdue(root: Path, settings: Settings, *, today: date, months: int) -> tuple[Stale, ...]:
    """Published items that nobody has tried for so many months."""
    return stale.overdue(check_content(root, settings).catalog, KINDS, today=today, months=months)


def wanted_shots(root: Path, settings: Settings, hub: str, ids: Collection[str] = ()) -> tuple[Wanted, ...]:
    """The pictures that published items (all, or those with these ids) describe; `hub` is the hub's own address.

    ContentError when the content has errors, HubError when a site has no address in site_config.yml.
    """
    checked = check_content(root, settings)
    if has_errors(checked.problems):
        raise ContentError(checked.problems)
    sites = dict(settings.sites)
    places = Places(root)
    found = []
    for _, item, one in _described(checked.catalog):
        if ids and item.id not in ids:
            continue
        if one.shot.site and one.shot.site not in sites:
            place = places(item, (*one.path, "site"))
            said = {"site": one.shot.site, "known": ", ".join(sites) or "–"}
            raise ContentError([Problem(RULES["shot-site"], place, said)])
        entry = checked.catalog.vocabularies["functions"].get(one.function or "")
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


def copy_course(root: Path, settings: Settings, id_: str, *, school: str, today: date) -> str:
    """The YAML of a draft that adapts a published course. HubError when it is unknown or may not be adapted."""
    catalog = check_content(root, settings).catalog
    return copy_text(_course(catalog, id_), catalog, school=school, today=today)


def export_cartridge(root: Path, settings: Settings, id_: str) -> bytes:
    """A published course as a Common Cartridge. HubError when there is no such course."""
    catalog, spoken = check_content(root, settings).catalog, language(settings.language)
    item = _course(catalog, id_)
    renderer = Renderer(catalog, settings, spoken, template_folders(root))
    pages = renderer.render(handout_pages(item, catalog, spoken))
    course = item.model
    rights = f"{catalog.name('schools', course.author.school)}, {catalog.name('licences', course.licence)}"
    return cartridge(Package(
        id=item.id, title=course.title, description=course.summary, language=spoken.code, rights=rights,
        address=settings.site_url, pages=[(page.spec.url, page.spec.title, page.body) for page in pages],
        files={file: catalog.read(item, file) for file in files_of(course)},
    ))  # fmt: skip


def _course(catalog: Catalog, id_: str) -> Item:
    if ("course", id_) not in catalog.items:
        near = nearest(id_, [item.id for item in catalog.of_kind("course")])
        raise HubError("There is no published course called “{id}”.", "Nearest: {nearest}.", id=id_, nearest=near)
    return catalog.items["course", id_]


def build(
    config_file: Path, site_dir: Path, *, strict: bool = False, drafts: bool = False, clean: bool = False
) -> Built:
    """Puts the whole site in place of the old one at once; leaves it when it is right, unless `clean`."""
    begun = begin(config_file, site_dir, strict=strict, drafts=drafts, clean=clean)
    return begun.standing() or built(begun)


def built(begun: Begun) -> Built:
    """Builds what has begun, whatever stands there."""
    config, root, settings, memory = begun.config, begun.root, begun.settings, begun.memory
    documents = memory.documents([root / settings.content / kind.folder for kind in KINDS]) if memory else {}
    kept = stored(memory.state(documents)) if memory and not begun.clean else Stored()
    state = kept.state()
    known = state.unchanged(documents) if state else {}
    prepared = prepare(settings, root, drafts=begun.drafts, strict=begun.strict, known=known)
    making = None
    with replacing(
        begun.site_dir, sources=sources(root, settings),
        aside=lambda: memory.spare if memory and is_patched else None,
    ) as staging:  # fmt: skip
        if memory and state:
            making = patched(config, prepared.site, state, memory.before(), staging, memory.shelf)
        is_patched = making is not None
        outlines = state.outlines if making and state else ()
        if making is None:
            made = engine.build(config, prepared.site, staging)
            making, outlines = made.work, made.ordinary
    pages = sum(1 for _ in prepared.site.outlines()) + len(outlines)
    if memory:
        new = _state(prepared, making, outlines, documents, state.documents if state else {}, root)
        memory.keep(pages, prepared.warnings, documents, partial(kept.after, new), is_patched=is_patched)
    return Built(pages, prepared.warnings, as_it_was=False)


def _state(
    prepared: Prepared, making: Making, outlines: tuple[Outline, ...], prints: Mapping[str, bytes],
    before: Mapping[str, tuple[bytes, Alone]], root: Path,
) -> State:  # fmt: skip
    """What the next build needs to know of this one, by the `prints` of documents; `before` are those of the last."""
    site = prepared.site
    documents = {}
    for alone in prepared.checked.alone:
        path = alone.listed.path
        if path in before and before[path][1] is alone:
            documents[path] = before[path]
        elif path in prints:
            documents[path] = prints[path], lightly(alone, root)
    return State(
        documents=documents, frame=frame_of(making.whole), findings=site.leaves.findings(), units=making.units,
        ordinary=making.ordinary, outlines=outlines, beside=beside_of(site), indexed=making.indexed,
    )  # fmt: skip


def explained(error: HubError, spoken: Language, root: Path) -> str:
    """What `mkdocs build` prints, and the preview shows, when content stops it: every problem with its excerpt."""
    text = spoken.gettext(error.message).format(**error.values)
    problems = error.problems if isinstance(error, ContentError) else ()
    return "\n".join(
        [text, report.as_text(problems, read=report.reader(root), language=spoken, colour=False)]
        if problems
        else [text]
    )
