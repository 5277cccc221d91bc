"""The journey from content to site: this module alone knows the order of the stages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from generator import engine
from generator.build.incremental import beside_of, frame_of, patched
from generator.build.output import replacing
from generator.build.pages import Making
from generator.build.request import Begun, Built, begin, sources
from generator.build.state import State, Stored, stored
from generator.compile import compile_pages, redirect_page
from generator.content.check import Alone
from generator.content.validate import Checked, check_content, lightly
from generator.i18n.language import language
from generator.images import made_sizes, published
from generator.kinds import KINDS
from generator.model.context import Context
from generator.model.kind import Kind, icons
from generator.model.page import Export, Outline
from generator.model.settings import Settings
from generator.model.site import Site
from generator.problems.content_rules import RULES
from generator.problems.problem import ContentError, Problem, Span, has_errors
from generator.render import Renderer
from generator.render.colours import colours
from generator.render.helpers import asset_path
from generator.runtime.paths import template_folders

_STYLES = "assets/hub.css"
"""The style sheet that the colours of kinds are put in front of: a file of their own would be another request."""
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
    known: Mapping[str, Alone] = MappingProxyType({}), kinds: Sequence[Kind] = KINDS,
) -> Prepared:  # fmt: skip
    """Reads the content; `known` is as for `check_content`. ContentError when it has errors."""
    spoken = language(settings.language)
    checked = check_content(root, settings, kinds, drafts=drafts, known=known)
    problems = checked.problems
    if strict and not settings.accessibility_statement:
        problems = (*problems, Problem(RULES["site-statement"], Span("site_config.yml")))
    if has_errors(problems) or (strict and problems):
        raise ContentError(problems)
    compiled = compile_pages(checked.hub)
    folders = template_folders(root)
    theme = theme_assets(folders)
    styles = [Export(_STYLES, colours(kinds).encode() + file.read_bytes()) for path, file in theme if path == _STYLES]
    files = published(_content_assets(checked.hub), root / PICTURES)
    pictures = made_sizes(_content_assets(checked.hub, pictures=True), root / PICTURES)
    site = Site(
        overviews=compiled.overviews,
        bodies=Renderer(checked.catalog, settings, spoken, folders, icons(kinds)),
        items=compiled.items.groups(),
        related=compiled.items.related,
        exports=(*compiled.exports, *_statement(settings), *styles),
        assets=(*files, *pictures, *(one for one in theme if one[0] != _STYLES)),
        base=urlsplit(settings.site_url).path or "/",
        synonyms=tuple(entry.words for entry in checked.catalog.vocabularies["synonyms"].values()),
    )
    return Prepared(site, problems, checked)


def _statement(settings: Settings) -> tuple[Export, ...]:
    if not settings.accessibility_statement:
        return ()
    return (Export("was/index.html", redirect_page(settings.accessibility_statement)),)


def _content_assets(hub: Context, *, pictures: bool = False) -> tuple[tuple[str, Path], ...]:
    """Files beside items, or the pictures among them: path on the site, file on disk."""
    found = {
        asset_path(hub.kinds[item.kind].folder, file): hub.catalog.folders[item.kind] / file
        for item in hub.catalog.items.values()
        for file, is_picture in item.common.files
        if is_picture or not pictures
    }
    return tuple(sorted(found.items()))


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
        documents=documents, frame=frame_of(making.whole), related_inputs=site.related.inputs, units=making.units,
        ordinary=making.ordinary, outlines=outlines, beside=beside_of(site), indexed=making.indexed,
    )  # fmt: skip
