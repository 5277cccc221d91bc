"""Packs pages and files as an IMS Common Cartridge 1.3, which learning platforms import.

Source: IMS Common Cartridge Profile 1.3, https://www.imsglobal.org/cc/ (content packaging with web content alone).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from io import BytesIO
from urllib.parse import urljoin
from xml.etree import ElementTree

_PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"
_LOM = "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest"
_LINK = re.compile(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file knows: the same course gives the same bytes on every day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What is packed."""

    id: str
    title: str
    description: str
    language: str
    rights: str
    """Who made it, and on what terms it may be used."""
    address: str
    """Where the pages stand on the web; "" when that is not known. Links to the site lead there or are taken away."""
    pages: Sequence[tuple[str, str, str]]
    """File name, title and whole HTML, in the order in which they are read."""
    files: Mapping[str, bytes]
    """What else is in the package."""


def cartridge(package: Package) -> bytes:
    """The bytes of an `.imscc` file; equal packages give equal bytes."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "imsmanifest.xml", _manifest(package))
        for name, _, html in package.pages:
            _add(archive, f"web/{name}", _outward(html, package).encode())
        for name, content in sorted(package.files.items()):
            _add(archive, f"web/files/{name}", content)
    return target.getvalue()


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _BEGINNING)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)


def _outward(html: str, package: Package) -> str:
    """Links that lead to the site lead there from anywhere; without an address only their words stay."""

    def led(found: re.Match[str]) -> str:
        target, words = unescape(found[1]), found[2]
        if target.startswith(("#", "http:", "https:", "mailto:", "files/")):
            return found[0]
        return f'<a href="{escape(urljoin(package.address, target))}">{words}</a>' if package.address else words

    return _LINK.sub(led, html)


def _manifest(package: Package) -> bytes:
    ElementTree.register_namespace("", _PACKAGE)
    ElementTree.register_namespace("lomimscc", _LOM)
    root = ElementTree.Element(f"{{{_PACKAGE}}}manifest", identifier=f"course-{package.id}")
    metadata = _within(root, "metadata")
    _within(metadata, "schema").text = "IMS Common Cartridge"
    _within(metadata, "schemaversion").text = "1.3.0"
    _describe(metadata, package)
    organisation = _within(
        _within(root, "organizations"), "organization", identifier="plan", structure="rooted-hierarchy"
    )
    top = _within(organisation, "item", identifier="root")
    course = _within(top, "item", identifier="course")
    _within(course, "title").text = package.title
    resources = _within(root, "resources")
    for number, (name, title, _) in enumerate(package.pages, 1):
        item = _within(course, "item", identifier=f"item-{number}", identifierref=f"page-{number}")
        _within(item, "title").text = title
        _resource(resources, f"page-{number}", f"web/{name}")
    for number, name in enumerate(sorted(package.files), 1):
        _resource(resources, f"file-{number}", f"web/files/{name}")
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _within(parent: ElementTree.Element, name: str, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, f"{{{_PACKAGE}}}{name}", attributes)


def _resource(resources: ElementTree.Element, identifier: str, path: str) -> None:
    resource = _within(resources, "resource", identifier=identifier, type="webcontent", href=path)
    _within(resource, "file", href=path)


def _describe(metadata: ElementTree.Element, package: Package) -> None:
    lom = ElementTree.SubElement(metadata, f"{{{_LOM}}}lom")
    general = ElementTree.SubElement(lom, f"{{{_LOM}}}general")
    _say(general, "title", package.title, package.language)
    _say(general, "description", package.description, package.language)
    rights = ElementTree.SubElement(lom, f"{{{_LOM}}}rights")
    restrictions = ElementTree.SubElement(rights, f"{{{_LOM}}}copyrightAndOtherRestrictions")
    ElementTree.SubElement(restrictions, f"{{{_LOM}}}value").text = "yes"
    _say(rights, "description", package.rights, package.language)


def _say(parent: ElementTree.Element, name: str, text: str, language: str) -> None:
    said = ElementTree.SubElement(ElementTree.SubElement(parent, f"{{{_LOM}}}{name}"), f"{{{_LOM}}}string")
    said.text = text
    said.set("language", language)
