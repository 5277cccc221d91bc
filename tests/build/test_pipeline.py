"""The whole journey: the same bytes whatever the machine, and nothing written when content is wrong."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.build import pipeline
from tests.hub import DANISH_HUB, ROOT, changed, copied


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


def test_two_machines_make_the_same_bytes(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    build = ("generator.cli", "build", "--site-dir")
    one = run(*build, str(here), cwd=DANISH_HUB, PYTHONHASHSEED="1", TZ="Europe/Copenhagen")
    other = run(*build, str(there), cwd=DANISH_HUB, PYTHONHASHSEED="2", TZ="Pacific/Auckland", LANG="C")

    assert (one.returncode, other.returncode) == (0, 0), one.stderr + other.stderr
    assert fingerprint(here) == fingerprint(there)


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_the_site_engines_give_the_same_pages(tmp_path: Path, engine: str) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    pipeline.build(DANISH_HUB / "site_config.yml", ours)
    done = run(engine, "build", "-q", "-f", "site_config.yml", "-d", str(theirs), cwd=DANISH_HUB)

    assert done.returncode == 0, done.stderr
    assert fingerprint(ours) == fingerprint(theirs)


def test_content_with_errors_writes_nothing(tmp_path: Path) -> None:
    root = copied(tmp_path)
    changed(root / "content/guides/soeg-i-hubben.yml", lambda text: text.replace("minutes: 3", "minutes: tre", 1))
    done = run("generator.cli", "build", cwd=root)

    assert done.returncode == 1
    assert "content/guides/soeg-i-hubben.yml:" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert not (root / "site").exists()


def test_a_missing_configuration_is_wrong_use(tmp_path: Path) -> None:
    done = run("generator.cli", "build", cwd=tmp_path)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_content_is_never_evaluated(tmp_path: Path) -> None:
    root = copied(tmp_path)
    marks = "{{ 7*7 }} {% raw %} </script><b>"
    guide = root / "content/guides/soeg-i-hubben.yml"
    changed(guide, lambda text: text.replace("title: Søg i hubben", f"title: '{marks}'", 1))
    pipeline.build(root / "site_config.yml", root / "site")
    html = (root / "site/guides/soeg-i-hubben/index.html").read_text("utf-8")

    assert "{{ 7*7 }} {% raw %} &lt;/script&gt;&lt;b&gt;" in html
    assert "</script><b>" not in html


def test_check_prints_the_contract(tmp_path: Path) -> None:
    import json

    root = copied(tmp_path)
    changed(root / "content/guides/soeg-i-hubben.yml", lambda text: text.replace("minutes: 3", "minutes: tre", 1))
    done = run("generator.cli", "check", "--format", "json", cwd=root)
    report = json.loads(done.stdout)

    assert done.returncode == 1
    assert report["errors"] == 1
    assert {"code", "severity", "message", "hint", "file", "line", "column"} == set(report["problems"][0])


@pytest.mark.parametrize("kind", ["course", "guide", "video", "plan"])
def test_a_new_document_is_a_draft_that_checks(tmp_path: Path, kind: str) -> None:
    root = copied(tmp_path)
    made = run("generator.cli", "new", kind, "min-egen", cwd=root)
    checked = run("generator.cli", "check", cwd=root)

    assert (made.returncode, checked.returncode) == (0, 0), made.stderr + checked.stdout
    assert (root / f".hub/schema/{kind}.json").exists()


def test_a_strict_build_wants_an_accessibility_statement(tmp_path: Path) -> None:
    root = copied(tmp_path)
    changed(root / "site_config.yml", lambda text: text.replace("      accessibility_statement:", "      # "))
    done = run("generator.cli", "build", "--strict", cwd=root)

    assert done.returncode == 1
    assert "site-statement" in done.stdout
    assert run("generator.cli", "build", cwd=root).returncode == 0


def test_a_site_that_stands_in_a_folder_of_its_host_has_no_broken_link(tmp_path: Path) -> None:
    root = copied(tmp_path)
    changed(
        root / "site_config.yml",
        lambda text: (
            re.sub(r"^(# *)?site_url:.*\n", "", text, flags=re.MULTILINE) + "\nsite_url: https://example.org/hub/\n"
        ),
    )
    done = run("generator.cli", "build", cwd=root)

    assert done.returncode == 0, done.stdout
    assert 'href="/hub/courses/"' in (root / "site/404.html").read_text("utf-8")
