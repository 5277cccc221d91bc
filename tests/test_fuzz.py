"""Whatever is typed, on the command line or into a file, is answered: no traceback, and what a check passes is built.

Some of it in every run, the same each time; as much of it anew as HUB_FUZZ says when somebody looks for more.
"""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import click
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.build.pipeline import build
from generator.cli import main
from tests.content.test_mistakes import Hub
from tests.hub import ENGLISH_HUB, copied_site, hub

ASKED = int(os.environ.get("HUB_FUZZ", "0"))
"""Examples of each test; 0 for the few that are the same in every run."""
FEW = settings(
    derandomize=not ASKED, database=None, deadline=None, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
WAITING = {"serve", "edit", "record", "shots"}
"""Commands that go on until they are stopped, or that need a browser."""
WORDS = (
    "", "-", "--", "rivers", "course", "guide", "find-a-course", "findes-ikke", "content", "content/guides",
    "x.yml", "da", "en", "xx", "0", "-1", "12", "2026-02-30", "2026-11-28", "json", "github", "æøå", "a b",
    "con", "ét\x1b", "x" * 300, "random.bin", "random.docx", "random.md", "random.srt", "random.csv",
    "random.xlsx", "random.ics", "random.vtt", "out",
)  # fmt: skip
VALUES = (
    "", '""', "null", "~", "[]", "{}", "- x", "[[[[[[", "{a: {b: {c: d}}}", "!!python/object:x y", "&a [*a]",
    "*a", "0", "-1", "1e999", "08", "2026-02-30", "9999-12-31", "0001-01-01", "24:00", "https://[",
    "https://x@y.example/", "javascript:x", "../../x.png", "con.png", "/etc/passwd", "\u202ex", "\ufeff",
    "\ud7ff", "“x”", "x" * 500, "<script>x</script>", "`" * 99, "guide:find-a-course#step-1",
    "guide:findes-ikke", "page:about", "[x](guide:rivers)", "[x](page:about#x)", "[x][y]", "<a<a<a<a", "|a|b|",
    "# x", "> > > x", "***x**", "1. x", "level-1", "level-9", "CC0-1.0", "draft", "published", "|", ">-", "ja",
    "Ĳ", "e\u0301", "\\", "%", "@x", "`x`", "a: b", "a #b", "list.png", "tour.vtt", "harbour", "north",
    "teacher", "2 timer", "30 %", "1. november 2026", "3/12-2026 kl. 14.30", "[guide: rivers]", "[x](www.kitos.dk)",
    "[x](tel:+45)", r"[x](S:\x)", "[x](kitos.dk)", "![x](list.png)", "list.heic", "„teacher“", "uge 37", "{x: 0,3}",
)  # fmt: skip


TYPED = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=6)
"""No system lets a zero into a command line."""


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Every command with the options that it has."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        elif command and name not in WAITING:
            yield (*path, name), tuple(option for one in command.params for option in one.opts if option[0] == "-")


COMMANDS = tuple(commands(main))
LINES = st.one_of(
    st.sampled_from(COMMANDS).flatmap(
        lambda one: st.tuples(
            st.just(one[0]),
            st.lists(st.sampled_from((*one[1], *WORDS)) if one[1] else st.sampled_from(WORDS), max_size=5),
        )
    ),
    st.tuples(st.just(()), st.lists(st.one_of(st.sampled_from(WORDS), TYPED), max_size=3)),
)


def zipped(data: bytes) -> bytes:
    """A package as Word and Excel make them, with anything inside."""
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as package:
        for name in ("[Content_Types].xml", "word/document.xml", "xl/workbook.xml", "_rels/.rels"):
            package.writestr(name, data)
    return whole.getvalue()


@pytest.fixture(scope="module")
def scribbled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hub that commands are tried on, one after the other."""
    return copied_site(ENGLISH_HUB, tmp_path_factory.mktemp("fuzz") / "hub")


@settings(FEW, max_examples=ASKED or 60)
@given(line=LINES, data=st.binary(max_size=60), is_package=st.booleans())
def test_every_command_line_is_answered(
    scribbled: Path, line: tuple[tuple[str, ...], list[str]], data: bytes, is_package: bool
) -> None:
    for suffix in ("bin", "docx", "md", "srt", "csv", "xlsx", "ics", "vtt"):
        (scribbled / f"random.{suffix}").write_bytes(zipped(data) if is_package else data)
    before = Path.cwd()
    os.chdir(scribbled)
    try:
        done = hub(scribbled, *line[0], *line[1])
    finally:
        os.chdir(before)

    assert done.exit_code in {0, 1, 2}
    assert "Traceback" not in done.output


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    found = Hub(copied_site(ENGLISH_HUB, tmp_path_factory.mktemp("edited")))
    found.answer()
    return found


EDITS = st.tuples(
    st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from((*["value"] * 3, "drop", "twice", "indent", "join")),
    st.sampled_from(VALUES),
)  # fmt: skip


def edit(text: str, line: int, act: str, value: str) -> str:
    """What somebody may do to a line of a file."""
    lines = text.split("\n")
    at = line % len(lines)
    here = lines[at]
    acts = {
        "value": [re.sub(r"(^[^:]*:|^\s*-|^)(?:\s.*|$)", lambda found: f"{found[1]} {value}", here, count=1)],
        "drop": [],
        "twice": [here, here],
        "indent": [f"  {here}"],
        "join": [f"{here} {value}"],
    }
    return "\n".join((*lines[:at], *acts[act], *lines[at + 1 :]))


def test_what_the_check_passes_is_built(edited: Hub) -> None:
    """Edits that the check takes stay, and all of them are built together in the end."""
    files = sorted(file for file in edited.sound if file.endswith((".yml", ".md", ".vtt")))
    passed = []

    @settings(FEW, max_examples=ASKED or 60)
    @given(EDITS)
    def tried(change: tuple[int, int, str, str]) -> None:
        which, line, act, value = change
        name = files[which % len(files)]
        before = (edited.content / name).read_bytes()
        edited.write(name, edit(before.decode(), line, act, value).encode())
        said = edited.answer()
        assert said.strip()
        if re.search(r"(?m)^[1-9]\d* fejl, ", said):
            edited.write(name, before)
        else:
            passed.append(change)

    tried()
    site = edited.root / "site"
    build(edited.root / "site_config.yml", site)

    assert passed
    assert (site / "index.html").is_file()
