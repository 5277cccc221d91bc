"""Whatever is done to a hub, the site that `hub build` leaves is the one that a clean build makes."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from generator.problems.problem import ContentError
from generator.store.database import _checksum
from tests.hub import ROOT, changed
from tests.rebuilt import BuiltOnce, again, anew, copy, files_of, repaint


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> BuiltOnce:
    return BuiltOnce(copy(tmp_path_factory.mktemp("once") / "hub"))


@pytest.fixture
def root(tmp_path: Path, request: pytest.FixtureRequest, once: BuiltOnce) -> Path:
    """A hub; one that has been built, where a test asks for its site."""
    return once.put_back() if "site" in request.fixturenames else copy(tmp_path / "hub")


@pytest.fixture
def site(root: Path) -> Path:
    """The site of a hub that has been built once."""
    return root / "site"


def cache_of(root: Path) -> Path:
    (file,) = (root / ".hub/cache").glob("*.sqlite")
    return file


@contextmanager
def opened(root: Path) -> Iterator[sqlite3.Connection]:
    """The cache, for somebody who means to change it."""
    with closing(sqlite3.connect(cache_of(root))) as connection, connection:
        yield connection


def touched(site: Path) -> dict[Path, tuple[int, ...]]:
    """What a change of a file or a folder changes, and reading it does not."""
    looks = {path: path.stat() for path in (site, *site.rglob("*"))}
    return {
        path: (at.st_mode, at.st_ino, at.st_nlink, at.st_size, at.st_mtime_ns, at.st_ctime_ns)
        for path, at in looks.items()
    }


def test_nothing_changed_touches_nothing(root: Path, site: Path) -> None:
    before = touched(site)
    built = again(root)

    assert built.as_it_was
    pages = [path for path in site.rglob("*.html") if path.name != "mail.html"]  # a mail lies beside its page
    assert built.pages == len(pages) - 1  # one is a redirect
    assert touched(site) == before


def test_warnings_are_said_again(root: Path) -> None:
    changed(root / "content/courses/rivers.yml", lambda text: text.replace("minutes: 45", "minutes: 95", 1))
    first, second = again(root), again(root)

    assert second.as_it_was
    assert first.warnings
    assert second.warnings == first.warnings


def test_an_option_counts(root: Path, site: Path) -> None:  # noqa: ARG001  # the site is there
    assert not again(root, drafts=True).as_it_was
    assert again(root, drafts=True).as_it_was
    assert not again(root, drafts=True, clean=True).as_it_was


def test_a_site_that_somebody_touched_is_built_anew(root: Path, site: Path) -> None:
    page = site / "courses/rivers/index.html"
    at, whole = page.stat(), page.read_bytes()
    page.write_bytes(whole.replace(b"Rivers", b"Rovers"))
    os.utime(page, ns=(at.st_atime_ns, at.st_mtime_ns + 1))

    assert not again(root).as_it_was
    assert page.read_bytes() == whole


def test_a_change_while_it_is_built_is_not_forgotten(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site is made of the old content, which is gone by the time that it is remembered."""
    course = root / "content/courses/rivers.yml"
    from generator.build import pipeline

    prepare = pipeline.prepare

    def slow(*given: object, **named: object) -> object:
        made = prepare(*given, **named)  # type: ignore[arg-type]  # handed on
        changed(course, lambda text: text.replace("Rivers", "Streams"))
        return made

    monkeypatch.setattr(pipeline, "prepare", slow)
    again(root)
    monkeypatch.undo()

    assert not again(root).as_it_was
    assert "Streams" in (root / "site/courses/rivers/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "line",
    [
        "hooks: [hook.py]",
        "INHERIT: other.yml",
        "copyright: !ENV [NAME, none]",
        "markdown_extensions: [pymdownx.snippets]",
    ],
)
def test_a_configuration_that_reads_elsewhere_is_always_built(root: Path, line: str) -> None:
    (root / "hook.py").write_text("", "utf-8")
    (root / "other.yml").write_text("copyright: none\n", "utf-8")
    config = root / "site_config.yml"
    config.write_text(f"{line}\n{config.read_text('utf-8')}", "utf-8")
    again(root)

    assert not again(root).as_it_was


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b"SQLite format 3\0", b"\0" * 1_000_000])
def test_a_cache_that_is_none_is_not_trusted(root: Path, site: Path, content: bytes) -> None:
    cache_of(root).write_bytes(content)
    before = files_of(site)

    assert not again(root).as_it_was
    assert files_of(site) == before
    assert again(root).as_it_was


def test_a_cache_of_another_version_is_discarded(root: Path, site: Path) -> None:  # noqa: ARG001
    with opened(root) as connection:
        connection.execute("PRAGMA user_version = 999")

    assert not again(root).as_it_was
    assert again(root).as_it_was


def test_what_earlier_programs_kept_is_removed(root: Path, site: Path) -> None:  # noqa: ARG001
    former = root / ".hub/built"
    (former / "0123456789abcdef.spare").mkdir(parents=True)
    (former / "0123456789abcdef.state").write_bytes(b"a pickle")
    edited(root)
    again(root)

    assert not former.exists()


def test_a_cache_that_is_a_link_is_left_alone(root: Path, site: Path, tmp_path: Path) -> None:  # noqa: ARG001
    mine = tmp_path / "thesis"
    mine.write_text("mine", "utf-8")
    cache_of(root).unlink()
    (root / ".hub/cache").joinpath(f"{hashlib.sha256(os.fsencode(root / 'site')).hexdigest()[:16]}.sqlite").symlink_to(
        mine
    )
    edited(root)
    again(root)

    assert mine.read_text("utf-8") == "mine"


COURSE = "content/courses/rivers.yml"


def edited(root: Path) -> None:
    changed(root / COURSE, lambda text: text.replace("title: Rivers", "title: Streams", 1))


def take_away(root: Path) -> None:
    """A course, and what is said of it elsewhere."""
    (root / "content/courses/rivers-year-8.yml").unlink()
    changed(
        root / "content/news/river-week.yml", lambda text: text.replace("course:rivers-year-8#goals", "course:rivers")
    )


def test_pages_that_say_the_same_are_not_made_anew(root: Path, site: Path) -> None:
    """They are the same files, not equal ones: nothing wrote them again."""
    before = {path: path.stat().st_ino for path in site.rglob("*.html")}
    edited(root)
    again(root)
    anew = {path.relative_to(site).as_posix() for path in site.rglob("*.html") if path.stat().st_ino != before[path]}

    assert "courses/rivers/index.html" in anew
    assert "courses/rivers-year-8/compare/index.html" in anew
    assert not anew & {"about/index.html", "plans/rollout/index.html", "videos/index.html", "levels/index.html"}


def test_a_page_that_was_shared_is_not_changed_in_the_old_site(root: Path, site: Path, tmp_path: Path) -> None:
    """Who still reads the old site reads it whole."""
    kept = Path(shutil.copytree(site, tmp_path / "kept", copy_function=os.link))
    before = files_of(kept)
    edited(root)
    again(root)

    assert files_of(kept) == before


@pytest.mark.parametrize("section", ["documents", "artifacts", "contents"])
def test_a_row_that_is_gone_costs_time_and_nothing_else(root: Path, site: Path, tmp_path: Path, section: str) -> None:
    with opened(root) as connection:
        connection.execute(
            "DELETE FROM rows WHERE section = ?1 AND key = (SELECT min(key) FROM rows WHERE section = ?1)", (section,)
        )
    take_away(root)
    again(root)

    assert files_of(site) == files_of(anew(root, tmp_path))


@pytest.mark.parametrize(
    ("section", "value"),
    [("documents", b"null"), ("artifacts", b"[" * 100_000), ("contents", b"{}"), ("site", b"[1]"), ("manifest", b"7")],
)
def test_a_row_of_another_form_with_the_right_checksum_is_refused(
    root: Path, site: Path, section: str, value: bytes
) -> None:
    before = files_of(site)
    with opened(root) as connection:
        keys = [key for (key,) in connection.execute("SELECT key FROM rows WHERE section = ?", (section,))]
        rows = [(_checksum(section, key, value) + value, section, key) for key in keys]
        connection.executemany("UPDATE rows SET value = ? WHERE section = ? AND key = ?", rows)
    edited(root)
    again(root)
    changed(root / COURSE, lambda text: text.replace("title: Streams", "title: Rivers", 1))
    again(root)

    assert files_of(site) == before


def test_a_view_in_place_of_the_rows_is_not_asked(root: Path, site: Path, tmp_path: Path) -> None:
    """It could work for ever."""
    with opened(root) as connection:
        connection.execute("ALTER TABLE rows RENAME TO others")
        connection.execute(
            "CREATE VIEW rows AS WITH RECURSIVE n(key) AS (SELECT 1 UNION ALL SELECT key + 1 FROM n) "
            "SELECT 'site' AS section, key, key AS value FROM n"
        )
    edited(root)
    again(root)

    assert files_of(site) == files_of(anew(root, tmp_path))


def test_two_folders_take_turns(root: Path, site: Path, tmp_path: Path) -> None:
    """The site before is kept, and becomes the next one: it shares nearly all of its files already."""
    numbers = []
    for number in range(4):
        changed(
            root / "content/courses/rivers.yml", lambda text, at=number: re.sub("Rivers( \\d+)?", f"Rivers {at}", text)
        )
        again(root)
        numbers.append(site.stat().st_ino)

    assert len(set(numbers)) == 2
    assert numbers[0::2] == [numbers[0]] * 2
    assert files_of(site) == files_of(anew(root, tmp_path))


def test_folders_that_are_empty_go_with_their_pages(root: Path, site: Path, tmp_path: Path) -> None:
    edited(root)
    again(root)
    take_away(root)
    spare = cache_of(root).with_suffix(".previous")
    number = spare.stat().st_ino
    again(root)

    assert site.stat().st_ino == number
    assert not (site / "courses/rivers-year-8").exists()
    assert files_of(site) == files_of(anew(root, tmp_path))


def test_a_site_before_that_somebody_touched_is_not_used(root: Path, site: Path, tmp_path: Path) -> None:
    edited(root)
    again(root)
    spare = cache_of(root).with_suffix(".previous")
    (spare / "about/index.html").unlink()
    (spare / "mine.html").write_text("<p>mine</p>", "utf-8")
    changed(root / "content/courses/rivers.yml", lambda text: text.replace("Streams", "Brooks"))
    again(root)

    assert files_of(site) == files_of(anew(root, tmp_path))


def test_a_site_that_another_build_has_replaced_is_not_shared(
    root: Path, site: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Both began with the same site; the other was quicker."""
    from generator.build import pipeline

    prepare = pipeline.prepare

    def overtaken(*given: object, **named: object) -> object:
        monkeypatch.undo()
        course = (root / "content/courses/rivers.yml").read_text("utf-8")
        changed(root / "content/courses/rivers.yml", lambda text: text.replace("Rivers", "Brooks"))
        again(root)
        (root / "content/courses/rivers.yml").write_text(course, "utf-8")
        return prepare(*given, **named)  # type: ignore[arg-type]  # handed on

    changed(root / "content/courses/rivers-year-8.yml", lambda text: text.replace("minutes: 45", "minutes: 50", 1))
    monkeypatch.setattr(pipeline, "prepare", overtaken)
    again(root)

    assert files_of(site) == files_of(anew(root, tmp_path))


def test_the_cache_does_not_grow_with_the_number_of_builds(root: Path, site: Path) -> None:  # noqa: ARG001
    sizes = []
    for number in range(8):
        changed(root / COURSE, lambda text, at=number: re.sub("Rivers( \\d+)?", f"Rivers {at}", text))
        again(root)
        sizes.append(cache_of(root).stat().st_size)

    assert max(sizes) < 1.2 * sizes[0]


def test_a_disk_that_cannot_share_files_gets_a_whole_build(
    root: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(18, "no links here")

    monkeypatch.setattr(os, "link", refused)
    edited(root)
    again(root)

    assert "Streams" in (site / "courses/rivers/index.html").read_text("utf-8")


_NOTHING_TO_DO = """
import sys
from collections.abc import Iterator
from pathlib import Path
from generator.build.request import request_build
root = Path(sys.argv[1])
request = request_build(root / "site_config.yml", root / "site", strict=False, drafts=False, clean=False)
assert request.as_it_stands(), "the site was built a moment ago"
print([name for name in sys.modules if name.startswith("generator.")])
"""


@pytest.mark.usefixtures("site")
def test_to_see_that_there_is_nothing_to_do_no_stage_is_loaded(root: Path) -> None:
    """They take longer to load than the look takes."""
    done = subprocess.run(
        [sys.executable, "-c", _NOTHING_TO_DO, str(root)], env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = done.stdout

    assert "generator.build.cache" in loaded
    for stage in ("build.pipeline", "build.pages", "kinds", "content", "compile", "render", "search"):
        assert f"generator.{stage}" not in loaded


def test_new_captions_and_a_new_picture_beside_the_documents_are_shown(root: Path, site: Path, tmp_path: Path) -> None:
    """They are no documents, and lie in the same folders."""
    changed(root / "content/videos/tour.vtt", lambda text: text.replace("the front page", "the river again"))
    again(root)
    assert "This is the river again." in (site / "videos/tour/index.html").read_text("utf-8")

    repaint(root, 7)
    again(root)
    assert files_of(site) == files_of(anew(root, tmp_path))


def test_a_link_that_breaks_elsewhere_is_found(root: Path) -> None:
    """The page that links is not made anew, and its link leads to a place that is gone."""
    about, plan = root / "content/pages/about.md", root / "content/plans/rollout.yml"
    changed(about, lambda text: f"{text}\n[Start](../plans/rollout/#phase-start)\n")
    again(root)
    before = files_of(root / "site")
    changed(plan, lambda text: text.replace("id: start", "id: begin", 1))

    with pytest.raises(ContentError):
        again(root)
    assert files_of(root / "site") == before


def test_what_others_have_in_the_site_stays_and_costs_no_build(root: Path, site: Path) -> None:
    """A checkout of the published branch, and what its server needs."""
    (site / "CNAME").write_text("hub.example.dk", "utf-8")
    (site / ".git").mkdir()
    (site / ".git/HEAD").write_text("ref: refs/heads/pages", "utf-8")

    assert again(root).as_it_was
    for title in ("Streams", "Brooks", "Becks"):
        changed(root / COURSE, lambda text, title=title: re.sub("title: .*", f"title: {title}", text, count=1))
        (site / "CNAME").write_text(title, "utf-8")
        again(root)

        assert (site / "CNAME").read_text("utf-8") == title
        assert (site / ".git/HEAD").read_text("utf-8") == "ref: refs/heads/pages"
        assert title in (site / "courses/rivers/index.html").read_text("utf-8")
    (site / "CNAME").unlink()
    again(root, clean=True)
    assert not (site / "CNAME").exists()
