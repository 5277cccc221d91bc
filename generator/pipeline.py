"""The journey from content to site: this module alone knows the order of the stages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from generator import engine, report, stale
from generator.again import Memory
from generator.cartridge import Package, cartridge
from generator.catalog import Catalog, Document, Item, nearest
from generator.check import check
from generator.compile import compile_pages, redirect_page
from generator.content_rules import RULES
from generator.kind import Described, Kind
from generator.kinds import KINDS
from generator.kinds.course.copying import copy_text
from generator.kinds.course.handout import files_of, handout_pages
from generator.language import Language, language
from generator.load import load, span_of
from generator.making import Making
from generator.markers import marked
from generator.model import Asset, Picture
from generator.page import Export, Site
from generator.pictures import made_sizes, without_location
from generator.problem import ContentError, HubError, Problem, Span, has_errors, in_order
from generator.publish import refuse_foreign, replacing
from generator.render import Renderer
from generator.render.says import asset_path
from generator.screen import shot_file
from generator.settings import Settings
from generator.shots import Wanted
from generator.stale import Stale

PROGRAM = Path(__file__).parent
FOLDERS: Mapping[str, str] = {kind.folder: kind.name for kind in KINDS} | {"vocabulary": "vocabulary"}

PICTURES = ".hub/pictures"
"""Where copies of pictures are kept between builds, seen from the hub's root."""


@dataclass(frozen=True)
class Checked:
    """Content that was read and checked."""

    catalog: Catalog
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]


def program_templates() -> Path:
    """The program's own templates: beside the package in a checkout, inside it when installed."""
    inside = PROGRAM / "templates"
    return inside if inside.is_dir() else PROGRAM.parent / "templates"


def template_folders(root: Path) -> tuple[Path, ...]:
    """Where templates are looked for: the hub's own first."""
    own = root / "templates"
    program = program_templates()
    return (own, program) if own.is_dir() and own.resolve() != program.resolve() else (program,)


def check_content(root: Path, settings: Settings, *, drafts: bool = False) -> Checked:
    """Loads and checks every document; problems are in reading order."""
    documents, unreadable = load(root, settings.content, folders=FOLDERS, executor=settings.executor)
    catalog, problems = check(
        documents, root=root, content=settings.content, kinds=KINDS, locate=locate, drafts=drafts
    )  # fmt: skip
    return Checked(catalog, documents, in_order((*unreadable, *problems)))


def locate(document: Document, path: tuple[str | int, ...], at_key: bool) -> Span:
    return span_of(document.text, document.path, path, key=at_key)


def prepare(
    settings: Settings, root: Path, *, drafts: bool = False, strict: bool = False
) -> tuple[Site, tuple[Problem, ...]]:
    """Everything of the site that comes from content, and the warnings. ContentError when it has errors."""
    spoken = language(settings.language)
    checked = check_content(root, settings, drafts=drafts)
    problems = checked.problems
    if strict and not settings.accessibility_statement:
        problems = (*problems, Problem(RULES["site-statement"], Span("site_config.yml")))
    if has_errors(problems) or (strict and problems):
        raise ContentError(problems)
    specs, exports = compile_pages(checked.catalog, KINDS, spoken, settings)
    folders = template_folders(root)
    files = _content_assets(checked.catalog)
    cleaned = tuple(Export(path, content) for path, file in files if (content := without_location(file)) is not None)
    untouched = {path for path, _ in files} - {export.path for export in cleaned}
    pictures = made_sizes(_content_assets(checked.catalog, Picture), root / PICTURES)
    site = Site(
        specs=specs,
        bodies=Renderer(checked.catalog, settings, spoken, folders),
        exports=(*exports, *_statement(settings), *cleaned),
        assets=(
            *(one for one in files if one[0] in untouched),
            *pictures,
            *theme_assets(folders),
            *_downloads(checked.catalog, root),
        ),
        base=urlsplit(settings.site_url).path or "/",
        synonyms=tuple(entry.words for entry in checked.catalog.vocabularies["synonyms"].values()),
    )
    return site, problems


def _downloads(catalog: Catalog, root: Path) -> Iterator[tuple[str, Path]]:
    """The file of each course, to copy."""
    return ((f"{item.url}{item.id}.yml", root / item.path) for item in catalog.of_kind("course"))


def _statement(settings: Settings) -> tuple[Export, ...]:
    if not settings.accessibility_statement:
        return ()
    return (Export("was/index.html", redirect_page(settings.accessibility_statement)),)


def _content_assets(catalog: Catalog, sort: type[Asset] = Asset) -> tuple[tuple[str, Path], ...]:
    folders = {kind.name: kind.folder for kind in KINDS}
    found = {
        asset_path(folders[item.kind], text): catalog.folders[item.kind] / text
        for item in catalog.items.values()
        for _, marker, text in marked(item.model)
        if isinstance(marker, sort)
    }
    for kind, item, described in _described(catalog):
        file = shot_file(item.id, described.shot)
        if (taken := catalog.folders[item.kind] / file).is_file():  # else `shot-missing` has told it
            found[asset_path(kind.folder, file)] = taken
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
    documents = {(document.kind, document.id): document for document in checked.documents}
    found = []
    for _, item, one in _described(checked.catalog):
        if ids and item.id not in ids:
            continue
        if one.shot.site and one.shot.site not in sites:
            place = locate(documents[item.kind, item.id], (*one.path, "site"), False)
            known = ", ".join(sites) or "–"
            raise ContentError([Problem(RULES["shot-site"], place, {"site": one.shot.site, "known": known})])
        entry = checked.catalog.vocabularies["functions"].get(one.function or "")
        places = _shot_places(documents[item.kind, item.id], one)
        found.append(
            Wanted(
                item.id, one.shot, sites[one.shot.site] if one.shot.site else hub, entry.label if entry else "", places
            )
        )
    return tuple(found)


def _shot_places(document: Document, one: Described) -> dict[str, Span]:
    """Where a guide names the page, the label and each element of a picture."""

    def at(*path: str | int) -> Span:
        return locate(document, (*one.path, *path), False)

    places = {"page": at("page")}
    for number, action in enumerate(one.shot.actions):
        for field in ("click", "show", "go"):
            if (value := getattr(action, field)) is not None:
                places.setdefault(value, at("actions", number, field))
    if one.shot.element:
        places[one.shot.element] = at("element")
    for number, pointed in enumerate(one.shot.highlight):
        places[pointed.element] = at("highlight", number, "element")
    return places | {"label": locate(document, (*one.path[:2], "function"), False)}


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


@dataclass(frozen=True, slots=True)
class Built:
    """What stands in the output folder."""

    pages: int
    warnings: tuple[Problem, ...]
    as_it_was: bool
    """Whether the site was right already and nothing was done."""


def build(
    config_file: Path, site_dir: Path, *, strict: bool = False, drafts: bool = False, clean: bool = False
) -> Built:
    """Puts the whole site in place of the old one at once; leaves it when it is right, unless `clean`."""
    config = engine.load_config(config_file)
    root = config_file.absolute().parent
    settings = config.settings
    refuse_foreign(site_dir.absolute(), _sources(root, settings))
    memory = _memory(config, site_dir, strict, drafts)
    if memory and not clean and (there := memory.standing()):
        return Built(there.pages, there.warnings, as_it_was=True)
    site, warnings = prepare(settings, root, drafts=drafts, strict=strict)
    with replacing(site_dir, sources=_sources(root, settings)) as staging:
        pages = engine.build(config, site, staging).pages
    if memory:
        memory.keep(pages, warnings)
    return Built(pages, warnings, as_it_was=False)


def _memory(config: engine.EngineConfig, site_dir: Path, *options: object) -> Memory | None:
    """None when a build may read more than is known."""
    if config.reads is None:
        return None
    folders = (config.root / config.settings.content, config.root / "templates", program_templates())
    return Memory(config.root, site_dir, (*config.reads, *folders), options)


def _sources(root: Path, settings: Settings) -> tuple[Path, ...]:
    """Folders that no build may write to."""
    return tuple((root / name).absolute() for name in (settings.content, "templates", "generator", "tests"))


def explained(error: HubError, spoken: Language, root: Path) -> str:
    """What `mkdocs build` prints, and the preview shows, when content stops it: every problem with its excerpt."""
    text = spoken.gettext(error.message).format(**error.values)
    problems = error.problems if isinstance(error, ContentError) else ()
    return "\n".join(
        [text, report.as_text(problems, read=report.reader(root), language=spoken, colour=False)]
        if problems
        else [text]
    )


def _prepared(settings: Settings, root: Path) -> Site:
    """`prepare` for other commands than ours: warnings are for `hub check` to show."""
    return prepare(settings, root)[0]


HubPlugin = engine.hub_plugin(prepare=_prepared, begin=Making, explain=explained, templates=template_folders)
"""What `mkdocs build` and `properdocs build` find by its entry point."""
