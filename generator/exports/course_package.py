"""Packs a published course for learning platforms."""

from __future__ import annotations

import re
from pathlib import Path

from generator.content.validate import check_content
from generator.exports.common_cartridge import Package, cartridge
from generator.images import published_bytes
from generator.kinds import KINDS
from generator.kinds.course.copy_draft import published_course
from generator.kinds.course.json_yaml_export import creator
from generator.kinds.course.package_pages import files_of, handout_pages
from generator.model.kind import icons
from generator.model.settings import Settings
from generator.render import Renderer
from generator.runtime.template_folders import template_folders

_FIGURE = re.compile(r'<a class="hub-frame"[^>]*><span><picture>.*?(<img [^>]*>)</picture></span></a>', re.DOTALL)
_SOURCE = re.compile(r'src="courses/files/([^"]*)"')


def export_cartridge(root: Path, settings: Settings, id_: str) -> bytes:
    """A published course as a Common Cartridge. HubError when there is no such course."""
    catalog, spoken = check_content(root, settings, KINDS).catalog, settings.spoken
    item = published_course(catalog, id_)
    renderer = Renderer(catalog, settings, spoken, template_folders(root), icons(KINDS))
    pages = renderer.render(handout_pages(item, spoken))
    course = item.model
    rights = f"{creator(course, catalog)}, {catalog.name('licences', course.licence)}"
    return cartridge(Package(
        id=item.id, title=course.title, description=course.summary, language=spoken.code, rights=rights,
        address=settings.site_url,
        pages=[(page.spec.url, page.spec.title, _with_pictures(page.body)) for page in pages],
        files={file: published_bytes(catalog.folders[item.kind] / file) for file in files_of(item)},
    ))  # fmt: skip


def _with_pictures(html: str) -> str:
    """Pictures as files of the package, one size of each."""
    return _FIGURE.sub(lambda found: _SOURCE.sub(r'src="files/\1"', found[1]), html)
