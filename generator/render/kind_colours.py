"""The colours of kinds as style sheet: a kind brings its own, and no sheet is to be touched for it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.kind import Kind


def colours(kinds: Iterable[Kind]) -> str:
    """A variable for each kind, light and dark, and what has the colour: its cards and its pages."""
    kinds = tuple(kinds)
    light = ";".join(f"--hub-{kind.name}:{kind.colour.light}" for kind in kinds)
    dark = ";".join(f"--hub-{kind.name}:{kind.colour.dark}" for kind in kinds)
    wearers = "".join(f".hub-card-{kind.name},.hub-is-{kind.name}{{--kind:var(--hub-{kind.name})}}\n" for kind in kinds)
    return (
        "/* The colours of kinds, from their descriptors. */\n"
        f":root{{{light}}}\n"
        f":root[data-theme=dark]{{{dark}}}\n"
        f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n"
        f"{wearers}\n"
    )
