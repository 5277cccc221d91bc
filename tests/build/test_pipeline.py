"""The whole journey: the same bytes whatever the machine, and nothing written when content is wrong."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hub import DANISH_HUB, ENGLISH_HUB, ROOT, changed, hub
from tests.rebuilt import again, copy

GUIDE = "content/guides/find-a-course.yml"


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".hub-site"
    }


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1", **environment},
    )  # fmt: skip


def test_two_machines_make_the_same_bytes(danish_site: Path, tmp_path: Path) -> None:
    build = ("generator.cli", "build", "--site-dir", str(tmp_path / "there"))
    other = run(*build, cwd=DANISH_HUB, PYTHONHASHSEED="2", TZ="Pacific/Auckland", LANG="C")

    assert other.returncode == 0, other.stderr
    assert fingerprint(danish_site) == fingerprint(tmp_path / "there")


@pytest.mark.parametrize(("engine", "hub"), [("mkdocs", DANISH_HUB), ("properdocs", ENGLISH_HUB)])
def test_the_site_engines_give_the_same_pages(
    request: pytest.FixtureRequest, tmp_path: Path, engine: str, hub: Path
) -> None:
    done = run(engine, "build", "-q", "-f", "site_config.yml", "-d", str(tmp_path / "theirs"), cwd=hub)

    assert done.returncode == 0, done.stderr
    assert fingerprint(request.getfixturevalue(f"{hub.name}_site")) == fingerprint(tmp_path / "theirs")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy(tmp_path / "hub")


def spoil(root: Path) -> None:
    changed(root / GUIDE, lambda text: text.replace("minutes: 3", "minutes: three", 1))


def test_content_with_errors_writes_nothing(root: Path) -> None:
    spoil(root)
    done = hub(root, "build", "--site-dir", str(root / "site"))

    assert done.exit_code == 1
    assert f"{GUIDE}:" in done.stdout
    assert not (root / "site").exists()


def test_a_missing_configuration_is_wrong_use(tmp_path: Path) -> None:
    assert hub(tmp_path, "build").exit_code == 2


def test_content_is_never_evaluated(root: Path) -> None:
    marks = "{{ 7*7 }} {% raw %} </script><b>"
    changed(root / GUIDE, lambda text: re.sub("^title: .*", f"title: '{marks}'", text, count=1, flags=re.MULTILINE))
    again(root)
    html = (root / "site/guides/find-a-course/index.html").read_text("utf-8")

    assert "{{ 7*7 }} {% raw %} &lt;/script&gt;&lt;b&gt;" in html
    assert "</script><b>" not in html


def test_check_prints_the_contract(root: Path) -> None:
    spoil(root)
    done = hub(root, "check", "--format", "json")
    report = json.loads(done.stdout)

    assert done.exit_code == 1
    assert report["errors"] == 1
    assert {"code", "severity", "message", "hint", "file", "line", "column"} == set(report["problems"][0])


@pytest.mark.parametrize("kind", ["course", "guide", "video", "plan"])
def test_a_new_document_is_a_draft_that_checks(root: Path, kind: str) -> None:
    made, checked = hub(root, "new", kind, "my-own"), hub(root, "check")

    assert (made.exit_code, checked.exit_code) == (0, 0), made.output + checked.output
    assert (root / f".hub/schema/{kind}.json").exists()


def test_a_strict_build_wants_an_accessibility_statement(root: Path) -> None:
    done = hub(root, "build", "--strict", "--site-dir", str(root / "site"))

    assert done.exit_code == 1
    assert "site-statement" in done.stdout
    assert hub(root, "build", "--site-dir", str(root / "site")).exit_code == 0


def test_a_site_that_stands_in_a_folder_of_its_host_has_no_broken_link(root: Path) -> None:
    changed(root / "site_config.yml", lambda text: f"{text}\nsite_url: https://example.org/hub/\n")
    again(root)

    assert 'href="/hub/courses/"' in (root / "site/404.html").read_text("utf-8")
