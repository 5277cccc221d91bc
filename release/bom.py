"""Writes the bill of materials of a release (CycloneDX 1.6, JSON): `python -m release.bom FOLDER-OF-THE-WHEEL`."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import TypeAlias

from release.locks import Pin, pins
from release.shipped import LICENCES, Part, parts

ROOT = Path(__file__).parent.parent
PROJECT = "training-hub"
_SPDX = frozenset({"Apache-2.0", "BSD-3-Clause", "MIT", "MPL-2.0"})
"""Identifiers that packages write in the old field for licences, which may hold anything."""

Object: TypeAlias = dict[str, object]


def bill(wheel: Path, locked: Iterable[Pin], shipped: Iterable[Part]) -> Object:
    """The bill of a wheel: what it needs to run, and what others made in the sites it builds.

    PackageNotFoundError when a package of the lock is not installed: its licence is read from there.
    """
    locked, shipped = tuple(locked), tuple(shipped)
    said: Object = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"timestamp": _when(), "component": _project(wheel)},
        "components": [*map(_package, locked), *map(_part, shipped)],
        "dependencies": _dependencies(locked, shipped),
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(said, sort_keys=True))
    return {**said, "serialNumber": f"urn:uuid:{serial}"}


def _when() -> str:
    """The time of the last commit, so that a release made twice is the same; SOURCE_DATE_EPOCH says another."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if seconds is None:
        seconds = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=ROOT, check=True, capture_output=True, text=True
        ).stdout
    return datetime.fromtimestamp(int(seconds), UTC).isoformat()


def _project(wheel: Path) -> Object:
    version = wheel.name.split("-")[1]
    return {
        "type": "application",
        "bom-ref": PROJECT,
        "name": PROJECT,
        "version": version,
        "purl": f"pkg:pypi/{PROJECT}@{version}",
        "licenses": [{"expression": "MIT"}],
        "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(wheel.read_bytes()).hexdigest()}],
    }


def _package(pin: Pin) -> Object:
    return {
        "type": "library",
        "bom-ref": _purl(pin),
        "name": pin.name,
        "version": pin.version,
        "purl": _purl(pin),
        "licenses": _licences(metadata.metadata(pin.name)),
    }


def _purl(pin: Pin) -> str:
    return f"pkg:pypi/{pin.name}@{pin.version}"


def _licences(about: metadata.PackageMetadata) -> list[Object]:
    """As exactly as a package says it: an expression, an identifier, or names."""
    if "License-Expression" in about:
        return [{"expression": about["License-Expression"]}]
    if "License" in about and about["License"] in _SPDX:
        return [{"license": {"id": about["License"]}}]
    named = [word.rpartition(" :: ")[2] for word in about.get_all("Classifier", []) if word.startswith("License ::")]
    return [{"license": {"name": name}} for name in named]


def _part(part: Part) -> Object:
    return {
        "type": "library",
        "bom-ref": f"shipped:{part.name}",
        "name": part.name,
        "copyright": part.copyright,
        "licenses": [{"expression": part.licence}],
        "externalReferences": [{"type": "website", "url": part.source}],
    }


def _dependencies(locked: tuple[Pin, ...], shipped: tuple[Part, ...]) -> list[Object]:
    """Who needs whom, from the notes of the lock; the project carries the parts that others made."""
    needs: dict[str, list[str]] = {PROJECT: [f"shipped:{part.name}" for part in shipped]}
    for pin in locked:
        for asking in pin.via:
            needs.setdefault(asking, []).append(_purl(pin))
    refs = [(PROJECT, PROJECT), *((pin.name, _purl(pin)) for pin in locked)]
    return [{"ref": ref, "dependsOn": sorted(needs[name])} for name, ref in refs if name in needs]


def main(folder: Path) -> Path:
    """Writes the bill beside the one wheel of a folder."""
    (wheel,) = folder.glob("*.whl")
    locked = pins((ROOT / "requirements/site.lock").read_text("utf-8"))
    said = bill(wheel, locked, parts(LICENCES.read_text("utf-8")))
    file = folder / f"{PROJECT}-{wheel.name.split('-')[1]}.cdx.json"
    file.write_text(json.dumps(said, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return file


if __name__ == "__main__":
    print(main(Path(sys.argv[1])))
