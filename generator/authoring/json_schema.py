"""JSON Schemas of the content files, for editors and for people who want to know every field."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from generator.model.kind import Kind
from generator.model.vocabulary import VOCABULARIES

FOLDER = ".hub/schema"
"""Where the schemas are written, relative to the hub's root; the first line of each content file points there."""


def schemas(kinds: Sequence[Kind]) -> dict[str, dict[str, object]]:
    """Schemas by name: `course`, …, `vocabulary-subjects`, …"""
    models = {kind.name: kind.model for kind in kinds}
    models |= {f"vocabulary-{name}": model for name, model in VOCABULARIES.items()}
    return {
        name: {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
        for name, model in models.items()
    }


def write_schemas(root: Path, kinds: Sequence[Kind]) -> Path:
    """Writes every schema that is not there already as it should be; returns the folder."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas(kinds).items():
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        file = folder / f"{name}.json"
        if not file.exists() or file.read_text("utf-8") != text:
            file.write_text(text, "utf-8")
    return folder
