"""Where the program and a hub have their templates."""

from __future__ import annotations

from pathlib import Path

PROGRAM = Path(__file__).parent.parent


def program_templates() -> Path:
    """The program's own templates: beside the package in a checkout, inside it when installed."""
    inside = PROGRAM / "templates"
    return inside if inside.is_dir() else PROGRAM.parent / "templates"


def template_folders(root: Path) -> tuple[Path, ...]:
    """Where templates are looked for: the hub's own first."""
    own = root / "templates"
    program = program_templates()
    return (own, program) if own.is_dir() and own.resolve() != program.resolve() else (program,)
