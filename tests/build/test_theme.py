"""What a theme brings: files to copy, and style sheets that become one."""

from __future__ import annotations

from pathlib import Path

from generator.build.theme import SHEET, STYLES, style_sheet, theme_assets
from generator.runtime.template_folders import program_templates


def _folders(root: Path, program: dict[str, str], own: dict[str, str]) -> tuple[Path, Path]:
    for name, files in (("own", own), ("program", program)):
        for path, text in files.items():
            file = root / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
    return root / "own", root / "program"


def _sheet(folders: tuple[Path, ...]) -> list[str]:
    sheet = style_sheet(folders, ":root{}")
    assert sheet.path == "assets/hub.css"
    return sheet.made().decode().split("\n")


def test_style_sheet_are_one_in_the_order_of_their_names(tmp_path: Path) -> None:
    folders = _folders(tmp_path, {"styles/02-b.css": "b{}", "styles/01-a.css": "a{}"}, {})

    assert _sheet(folders) == [":root{}", "a{}", "b{}"]


def test_a_hub_puts_its_own_beside_and_in_place_of_the_programs(tmp_path: Path) -> None:
    program = {"styles/01-a.css": "a{}", "styles/02-b.css": "b{}"}
    folders = _folders(tmp_path, program, {"styles/02-b.css": "own{}", "styles/99-own.css": "last{}"})

    assert _sheet(folders) == [":root{}", "a{}", "own{}", "last{}"]


def test_what_an_editor_leaves_beside_is_no_style_sheet(tmp_path: Path) -> None:
    folders = _folders(tmp_path, {"styles/01-a.css": "a{}", "styles/01-a.css~": "x{}"}, {"styles/.01-a.css.swp": "x"})

    assert _sheet(folders) == [":root{}", "a{}"]


def test_a_whole_sheet_of_the_hubs_own_takes_their_place(tmp_path: Path) -> None:
    folders = _folders(tmp_path, {"styles/01-a.css": "a{}"}, {"assets/hub.css": "own{}"})

    assert _sheet(folders) == [":root{}", "own{}"]
    assert theme_assets(folders) == ()


def test_a_hubs_own_files_win(tmp_path: Path) -> None:
    program = {"assets/a.js": "1", "assets/fonts/b.woff2": "2"}
    folders = _folders(tmp_path, program, {"assets/a.js": "own"})

    assert theme_assets(folders) == (
        ("assets/a.js", tmp_path / "own/assets/a.js"),
        ("assets/fonts/b.woff2", tmp_path / "program/assets/fonts/b.woff2"),
    )


def test_the_program_has_no_whole_sheet_that_would_hide_its_parts() -> None:
    assert not (program_templates() / SHEET).exists()
    assert list((program_templates() / STYLES).glob("*.css"))
