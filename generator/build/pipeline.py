"""The journey from content to site: this module alone knows the order of the stages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import cast
from urllib.parse import urlsplit

from generator import engine
from generator.build.cache import document_hashes, last_site, only_documents_changed, save
from generator.build.incremental import beside_of, frame_of, patch
from generator.build.offline import list_files, offline_files
from generator.build.pages import FinishedSite
from generator.build.published_comparison import problems_since, reader_of
from generator.build.request import BuildRequest, BuildResult, request_build, sources
from generator.build.site_swap import replacing
from generator.build.state import KnownDocument, SiteState, State, changes, hash_of_keys, load_state
from generator.build.theme import style_sheet, theme_assets
from generator.build.url_conflicts import clashes
from generator.compile import Compiled, Ordinary, compile_ordinary, compile_pages, redirect_page
from generator.content.check import Alone, Drafts, check_files
from generator.content.configuration import slips
from generator.content.validate import Checked, Places, check_content
from generator.engine import Whole
from generator.films import cleaned
from generator.images import RASTER, made_sizes, published
from generator.kinds import KINDS
from generator.model.browse import browses_of
from generator.model.context import Context
from generator.model.default_licence import licence_of_texts
from generator.model.kind import Kind, icons
from generator.model.page import Export, Outline, asset_path
from generator.model.settings import Audience, Settings
from generator.model.site import Overview, Site
from generator.model.vocabulary import SynonymEntry
from generator.problems.content_rules import RULES
from generator.problems.problem import ContentError, Problem, Span, has_errors, in_order
from generator.render import Renderer
from generator.render.kind_colours import colours
from generator.render.print_page_numbers import page_numbers
from generator.runtime.template_folders import template_folders

PICTURES = ".hub/pictures"
"""Where copies of pictures are kept between builds, seen from the hub's root."""


_ABSENT = {"asset-missing", "page-link"}
"""Codes of files that pages name and do not get: also those that no page may bring along, which are told themselves."""


@dataclass(frozen=True, slots=True)
class Examined:
    """Content that was read, checked and compiled, and all that is wrong with it."""

    checked: Checked
    compiled: Compiled
    ordinary: Ordinary
    problems: tuple[Problem, ...]
    """In reading order."""
    pages: str
    """The folder of ordinary pages, relative to the hub's root."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything of the site that comes from content."""

    site: Site
    warnings: tuple[Problem, ...]
    checked: Checked


def examine(
    settings: Settings, root: Path, *, drafts: Drafts = "hidden", known: Mapping[str, Alone] = MappingProxyType({}),
    kinds: Sequence[Kind] = KINDS,
) -> Examined:  # fmt: skip
    """All that can be said of the content without making a page: what `hub check` tells, and what stops a build."""
    checked = check_content(root, settings, kinds, drafts=drafts, known=known)
    compiled = compile_pages(checked.hub)
    specs = [overview.spec for overview in compiled.overviews]
    items = [outline for group in compiled.items.groups() for outline in group.outlines()]
    # With faults, pages are missing that are there when they are mended: nothing is said of links to them until then.
    urls = {*(spec.url for spec in specs), *(outline.url for outline in items)}
    addresses = None if has_errors(checked.problems) else urls
    pages, catalog = checked.pages, checked.catalog
    ordinary = compile_ordinary(pages.pages, pages.known, pages.files, checked.hub, addresses)
    told = [
        Problem(RULES[wrong.rule], Span(path, line, 1, line, 10_000), wrong.values)
        for path, line, wrong in ordinary.findings
    ]
    redirects = {f"{old.strip('/')}/index.html" for item in catalog.items.values() for old in item.common.redirect_from}
    others = [
        export.path
        for export in (*compiled.exports, *_beside(settings, template_folders(root)))
        if export.path not in redirects
    ]
    files = {file: path for file, (path, _) in ordinary.files.items()}
    told += clashes(specs, items, ordinary.specs, files, others, catalog, Places(root))
    told += [Problem(RULES["setting-idle"], Span("site_config.yml", at), {"name": name}) for name, at in settings.idle]
    told += slips(root, "site_config.yml")
    told += [Problem(RULES["personal-cpr"], Span("site_config.yml", at, 1, at, 10_000), {}) for at in settings.numbered]
    told += check_files(pages, ordinary.files, catalog.look_alikes)
    refused = {PurePosixPath(one.span.file).name for one in checked.problems if one.code == "page-file"}
    told = [one for one in told if one.code not in _ABSENT or not refused & _named(one)]
    return Examined(checked, compiled, ordinary, in_order((*checked.problems, *told)), settings.pages)


def _named(problem: Problem) -> set[str]:
    """The name of the file that a problem says is not there."""
    return {PurePosixPath(problem.values.get(name, "")).name for name in ("file", "url")} - {""}


def prepare(
    settings: Settings, root: Path, *, drafts: bool = False, strict: bool = False,
    known: Mapping[str, Alone] = MappingProxyType({}), kinds: Sequence[Kind] = KINDS, before: Path | None = None,
) -> Prepared:  # fmt: skip
    """Reads the content; `known` is as for `check_content`, `before` the site that is replaced. Or ContentError."""
    examined = examine(settings, root, drafts="shown" if drafts else "hidden", known=known, kinds=kinds)
    checked, compiled, problems = examined.checked, examined.compiled, examined.problems
    if strict and not settings.accessibility_statement:
        problems = (*problems, Problem(RULES["site-statement"], Span("site_config.yml")))
    if before and not has_errors(problems):
        problems = in_order((*problems, *problems_since(checked.hub, Places(root), reader_of(before))))
    if has_errors(problems) or (strict and problems):
        raise ContentError(problems)
    folders = template_folders(root)
    of_pages = tuple((name, checked.pages.files[name]) for name in examined.ordinary.files)
    every = (*_content_assets(checked.hub), *of_pages)
    files = cleaned(published(every, root / PICTURES), root / PICTURES)
    shown = tuple((name, file) for name, file in of_pages if file.suffix.lower() in RASTER)
    pictures = made_sizes((*_content_assets(checked.hub, pictures=True), *shown), root / PICTURES)
    speaks = settings.spoken
    generated = colours(kinds) + page_numbers(speaks)
    site = Site(
        overviews=(*compiled.overviews, *map(Overview, examined.ordinary.specs)),
        bodies=Renderer(checked.catalog, settings, speaks, folders, icons(kinds)),
        items=compiled.items.groups(),
        related=compiled.items.related,
        exports=(*compiled.exports, *_beside(settings, folders), style_sheet(folders, generated)),
        assets=(*files, *pictures, *theme_assets(folders)),
        base=urlsplit(settings.site_url).path or "/",
        synonyms=tuple(entry.words for entry in checked.catalog.entries(SynonymEntry).values()),
        holds_docs=True,
        licence=licence_of_texts(checked.hub),
        browses=browses_of(checked.catalog, speaks),
    )
    return Prepared(site, problems, checked)


def _beside(settings: Settings, folders: Sequence[Path]) -> Iterator[Export]:
    """Files that the settings ask for."""
    yield from offline_files(settings, folders)
    if settings.accessibility_statement:
        yield Export("was/index.html", redirect_page(settings.accessibility_statement, "../"))
    if settings.audience == "internal":
        yield Export("robots.txt", b"User-agent: *\nDisallow: /\n")


def _content_assets(hub: Context, *, pictures: bool = False) -> tuple[tuple[str, Path], ...]:
    """Files beside items, or the pictures among them: path on the site, file on disk."""
    found = {
        asset_path(hub.kinds[item.kind].section, file): hub.catalog.folders[item.kind] / file
        for item in hub.catalog.items.values()
        for file, is_picture in item.common.files
        if is_picture or not pictures
    }
    return tuple(sorted(found.items()))


def build(
    config_file: Path, site_dir: Path, *, strict: bool = False, drafts: bool = False, clean: bool = False,
    audience: Audience = "public",
) -> BuildResult:  # fmt: skip
    """Puts the whole site in place of the old one at once; leaves it when it is right, unless `clean`."""
    request = request_build(config_file, site_dir, strict=strict, drafts=drafts, clean=clean, audience=audience)
    return request.as_it_stands() or run_build(request)


def run_build(request: BuildRequest) -> BuildResult:
    """Builds what is wanted, whatever stands there."""
    config, root, settings, cache = request.config, request.root, request.settings, request.cache
    hashes = document_hashes(cache, [root / settings.content / kind.folder for kind in KINDS]) if cache else {}
    is_of_use = cache is not None and not request.clean and only_documents_changed(cache, hashes)
    state = load_state(cache.database, root) if cache and is_of_use else None
    known = state.unchanged(hashes) if state else {}
    prepared = prepare(
        settings, root, drafts=request.drafts, strict=request.strict, known=known, before=request.site_dir
    )
    patched = None
    with replacing(
        request.site_dir, sources=sources(config),
        aside=lambda: cache.previous if cache and patched else None, audience=settings.audience,
    ) as staging:  # fmt: skip
        if cache and state:
            patched = patch(config, prepared.site, state, last_site(cache), staging, cache.database)
        if patched and state:
            (whole, finished), outlines = patched, state.site.outlines
        else:
            built = engine.build(config, prepared.site, staging)
            whole, finished, outlines = built.whole, cast(FinishedSite, built.finished), built.ordinary
        if settings.offline:
            list_files(staging)
    pages = sum(1 for _ in prepared.site.outlines()) + len(outlines)
    if cache:
        before = state if patched else None
        after = _state(prepared, whole, finished, outlines, hashes, before)
        save(cache, pages, prepared.warnings, hashes, partial(changes, before, after), is_patched=patched is not None)
    return BuildResult(pages, prepared.warnings, as_it_was=False)


def _state(
    prepared: Prepared, whole: Whole, finished: FinishedSite, outlines: tuple[Outline, ...],
    hashes: Mapping[str, bytes], before: State | None,
) -> State:  # fmt: skip
    """What the next build needs to know of this one, by the `hashes` of documents."""
    site, known = prepared.site, before.documents if before else {}
    documents = {}
    for alone in prepared.checked.alone:
        path = alone.listed.path
        if path in known and known[path].alone is alone:
            documents[path] = known[path]
        elif path in hashes:
            documents[path] = KnownDocument(hashes[path], alone)
    of_site = SiteState(
        frame_of(whole), site.related.inputs, outlines, beside_of(site), finished.search_index,
        hash_of_keys(documents, finished.artifacts, finished.ordinary),
    )  # fmt: skip
    return State(documents, finished.artifacts, finished.ordinary, of_site)
