"""Whatever check passes, build builds: every broken example, and edits put together at random.

HUB_FUZZ=1000 tries so many hubs; a run without it tries a few.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import main
from tests.content import test_broken, test_broken_content
from tests.hub import ENGLISH_HUB, copied_site

HUBS = int(os.environ.get("HUB_FUZZ", "12"))
FILES = (
    "content/courses/rivers.yml", "content/guides/find-a-course.yml", "content/videos/tour.yml", "content/plans/rollout.yml",
    "content/pages/about.md", "content/vocabulary/levels.yml", "content/vocabulary/glossary.yml", "content/vocabulary/roles.yml",
)  # fmt: skip
VALUES = (
    "", "~", "x", "-1", "0", "9999", "2026-13-01", "ja", "true", "[]", "{}", "[a, b]", "{a: b}", "|", ">", "*x", "&x", "!x", "@", "%", "'", '"',
    '"\\x"', "draft", "published", "https://[bad/", "https://example.org", "guide:find-a-course", "course:none", "page:about", "../x", "a#b",
    "..", "\u00a0", "\u202e", "\u200b", "010190-1234", "<b>x</b>", "<script>alert(1)</script>", "![x](x.png)", "[x](y z)", "[g]: guide:none",
    "Se [x](guide:find-a-course#step-9)", "<guide:none>", "` [x](guide:none) `", "[x][g]", "!!! note", "|a|b|", "- x", "x: y", "x # y",
    "1:70", "0:00", "99:59", "x" * 500, "../../../x", "CON", "index", "404", "search", "assets", "my-copies", "a-z", "courses/",
)  # fmt: skip
LINES = (
    *VALUES,
    "title: x",
    "redirect_from: [courses]",
    "redirect_from: [about/]",
    "see_also: ['guide:none']",
    "status: draft",
    "---",
    "# x",
    "\t- x",
)
NAMES = (
    "content/pages/courses.md", "content/pages/index.md", "content/pages/x y.md", "content/pages/a#b.md", "content/pages/x.html",
    "content/pages/x.svg", "content/pages/x.yml", "content/pages/courses/rivers/index.md", "content/pages/pic.png", "content/guides/x.md",
    "content/courses/my-copies.yml", "content/courses/coverage.yml", "content/guides/x.yml", "content/x.yml", "content/guides/x.yml.txt",
    "content/pages/æ.md", "content/pages/About.md", "content/pages/search/x.md", "content/pages/assets/hub.css", "content/vocabulary/x.yml",
)  # fmt: skip
EDITS = st.one_of(
    st.tuples(st.just("value"), st.sampled_from(FILES), st.integers(0, 60), st.sampled_from(VALUES)),
    st.tuples(st.just("insert"), st.sampled_from(FILES), st.integers(0, 60), st.sampled_from(LINES)),
    st.tuples(st.just("drop"), st.sampled_from(FILES), st.integers(0, 60), st.just("")),
    st.tuples(st.just("write"), st.sampled_from(NAMES), st.just(0), st.sampled_from(VALUES)),
    st.tuples(st.just("copy"), st.sampled_from(NAMES), st.integers(0, len(FILES) - 1), st.just("")),
    st.tuples(st.just("remove"), st.sampled_from(FILES), st.just(0), st.just("")),
)


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--config", str(root / "site_config.yml")])


def no_traceback(result: Result) -> None:
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception


def held_to_its_word(root: Path) -> None:
    """Check and build say the same, and neither ends with a traceback."""
    checked = run(root, "check")
    no_traceback(checked)
    built = run(root, "build", "--site-dir", str(root / "site"))
    no_traceback(built)
    if checked.exit_code == 0:
        assert built.exit_code == 0, built.output
    else:
        assert built.exit_code in (1, 2), built.output
        assert not (root / "site").exists()


@pytest.mark.parametrize("path", test_broken_content.EXAMPLES, ids=lambda path: path.stem)
def test_check_and_build_agree_on_every_broken_document(path: Path, tmp_path: Path) -> None:
    test_broken_content.problems_of(path, tmp_path)

    held_to_its_word(tmp_path)


@pytest.mark.parametrize("path", test_broken.EXAMPLES, ids=lambda path: path.stem)
def test_check_and_build_agree_on_every_broken_file(path: Path, tmp_path: Path) -> None:
    copied_site(ENGLISH_HUB, tmp_path)
    example = test_broken.example(path)
    if example.python:  # which lays out whole folders
        shutil.rmtree(tmp_path / "content")
    test_broken.lay_out(example, tmp_path)
    (tmp_path / "content/pages").mkdir(parents=True, exist_ok=True)  # without it, no settings are right

    held_to_its_word(tmp_path)


def edited(root: Path, edit: tuple[str, str, int, str]) -> None:
    how, name, number, text = edit
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    if how == "write":
        file.write_text(text, "utf-8")
    elif how == "copy":
        source = root / FILES[number]
        file.write_bytes(source.read_bytes() if source.exists() else b"")
    elif how == "remove":
        file.unlink(missing_ok=True)
    elif file.exists():
        lines = file.read_text("utf-8").splitlines()
        number = min(number, len(lines) - 1)
        if number < 0:
            return
        if how == "insert":
            lines.insert(number, text)
        elif how == "drop":
            del lines[number]
        else:
            lines[number] = lines[number].partition(":")[0] + f": {text}"
        file.write_text("\n".join(lines) + "\n", "utf-8")


@settings(max_examples=HUBS, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(EDITS, min_size=1, max_size=4))
def test_check_and_build_agree_on_what_anybody_may_do(edits: list[tuple[str, str, int, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = copied_site(ENGLISH_HUB, Path(folder) / "hub")
        for edit in edits:
            edited(root, edit)

        held_to_its_word(root)
