"""Whatever is done to a hub, the site that `hub build` leaves is the one that a clean build makes."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import re
import shutil
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from generator.pipeline import Built, build
from generator.problem import ContentError, HubError
from tests.hub import ROOT, changed

SEQUENCES = int(os.environ.get("HUB_SEQUENCES", "3"))
"""How many sequences of changes are tried; each has up to STEPS."""
STEPS = 8

WORDS = st.sampled_from(["vand", "å og ø", "bæk", "a: b", "<b>", "{{ 1 }}", "’citat’", "river"])
NUMBERS = st.integers(0, 999)


def files_of(site: Path) -> dict[str, str]:
    """Every file of a site with the hash of its bytes."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def copy(folder: Path) -> Path:
    """The English hub as it is before the first build."""
    return Path(shutil.copytree(ROOT / "tests/sites/english", folder, ignore=shutil.ignore_patterns(".hub")))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy(tmp_path / "hub")


@pytest.fixture
def site(root: Path) -> Path:
    """The site of a hub that has been built once."""
    assert not build(root / "site_config.yml", root / "site").as_it_was
    return root / "site"


def again(root: Path, **options: bool) -> Built:
    return build(root / "site_config.yml", root / "site", **options)


def anew(root: Path, folder: Path) -> Path:
    """The site of the same hub, built from nothing."""
    other = Path(shutil.copytree(root, folder / "anew", ignore=shutil.ignore_patterns(".hub", "site")))
    again(other)
    return other / "site"


def memory_of(root: Path) -> Path:
    (file,) = (root / ".hub/built").glob("*.json")
    return file


def state_of(root: Path) -> Path:
    return memory_of(root).with_suffix(".state")


def test_nothing_changed_touches_nothing(root: Path, site: Path) -> None:
    before = {path: path.stat() for path in (site, *site.rglob("*"))}
    built = again(root)

    assert built.as_it_was
    assert built.pages == sum(path.name.endswith(".html") for path in site.rglob("*.html")) - 1  # one is a redirect
    assert {path: path.stat() for path in (site, *site.rglob("*"))} == before


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
    from generator import pipeline

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


@pytest.mark.parametrize(
    "said",
    [b"", b"\xff\xfe", b"[]", b"null", b"{}", b'{"made_from": 1}', b"[" * 100_000],
    ids=["empty", "bytes", "list", "null", "bare", "partial", "deep"],
)
def test_a_memory_that_is_none_is_not_trusted(root: Path, site: Path, said: bytes) -> None:
    memory_of(root).write_bytes(said)
    before = files_of(site)

    assert not again(root).as_it_was
    assert files_of(site) == before


def test_a_memory_of_rules_that_are_gone_is_not_trusted(root: Path, site: Path) -> None:  # noqa: ARG001
    known = json.loads(memory_of(root).read_text("utf-8"))
    known["warnings"] = [{"rule": "no-such-rule", "span": {"file": "x"}, "values": {}}]
    memory_of(root).write_text(json.dumps(known), "utf-8")

    assert not again(root).as_it_was


COURSE = "content/courses/rivers.yml"


def edited(root: Path) -> None:
    changed(root / COURSE, lambda text: text.replace("title: Rivers", "title: Streams", 1))


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


@pytest.mark.parametrize(
    "spoilt", [b"", b"\xff\xfe", b"\x80\x05N.", b"\x80\x05K\x01."], ids=["empty", "bytes", "none", "one"]
)
def test_a_state_that_is_none_is_not_trusted(root: Path, site: Path, spoilt: bytes) -> None:
    state_of(root).write_bytes(spoilt)
    edited(root)
    again(root)

    assert "Streams" in (site / "courses/rivers/index.html").read_text("utf-8")


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
    (root / "content/courses/rivers-year-8.yml").unlink()
    (spare,) = (root / ".hub/built").glob("*.spare")
    number = spare.stat().st_ino
    again(root)

    assert site.stat().st_ino == number
    assert not (site / "courses/rivers-year-8").exists()
    assert files_of(site) == files_of(anew(root, tmp_path))


def test_a_site_before_that_somebody_touched_is_not_used(root: Path, site: Path, tmp_path: Path) -> None:
    edited(root)
    again(root)
    (spare,) = (root / ".hub/built").glob("*.spare")
    (spare / "about/index.html").unlink()
    (spare / "mine.html").write_text("<p>mine</p>", "utf-8")
    changed(root / "content/courses/rivers.yml", lambda text: text.replace("Streams", "Brooks"))
    again(root)

    assert files_of(site) == files_of(anew(root, tmp_path))


def test_a_site_that_another_build_has_replaced_is_not_shared(
    root: Path, site: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Both began with the same site; the other was quicker."""
    from generator import pipeline

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


@pytest.mark.parametrize("spoilt", [None, b"", b"\0" * 1_000_000], ids=["gone", "empty", "other"])
def test_a_shelf_that_is_none_is_not_trusted(root: Path, site: Path, spoilt: bytes | None, tmp_path: Path) -> None:
    shelf = state_of(root).with_suffix(".units")
    shelf.unlink() if spoilt is None else shelf.write_bytes(spoilt)
    edited(root)
    again(root)

    assert files_of(site) == files_of(anew(root, tmp_path))


def test_a_shelf_grows_by_what_has_changed_and_is_cleared_in_time(root: Path, site: Path) -> None:  # noqa: ARG001
    shelf = state_of(root).with_suffix(".units")
    first, sizes = shelf.stat().st_size, []
    for number in range(30):
        changed(
            root / "content/courses/rivers.yml", lambda text, at=number: re.sub("Rivers( \\d+)?", f"Rivers {at}", text)
        )
        again(root)
        sizes.append(shelf.stat().st_size)

    assert first < sizes[0] < 1.5 * first
    assert max(sizes) < 2.6 * first
    assert any(later < earlier for earlier, later in pairwise(sizes))


class Trap:
    """Runs something when it is unpacked."""

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (Path("trapped"),)


def test_a_foreign_state_is_not_run(root: Path, site: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Also when somebody has taken the trouble to make its fingerprint right."""
    monkeypatch.chdir(tmp_path)
    packed = pickle.dumps(Trap())
    known = json.loads(memory_of(root).read_text("utf-8"))
    known["state"] = hashlib.sha256(packed).hexdigest()
    memory_of(root).write_text(json.dumps(known), "utf-8")
    state_of(root).write_bytes(packed)
    edited(root)
    again(root)

    assert not Path("trapped").exists()
    assert "Streams" in (site / "courses/rivers/index.html").read_text("utf-8")


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
from pathlib import Path
from generator.begun import begin
root = Path(sys.argv[1])
begun = begin(root / "site_config.yml", root / "site", strict=False, drafts=False, clean=False)
assert begun.standing(), "the site was built a moment ago"
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

    assert "generator.again" in loaded
    for stage in ("pipeline", "kinds", "check", "compile", "render", "search", "making"):
        assert f"generator.{stage}" not in loaded


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


class Changes(RuleBasedStateMachine):
    """A hub that is edited at random. After each edit it is built over the old site, and clean beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.root = copy(Path(self.folder.name) / "hub")
        self.removed: dict[Path, bytes] = {}

    def teardown(self) -> None:
        self.folder.cleanup()

    def documents(self) -> list[Path]:
        return sorted((self.root / "content").glob("[cgpv]*s/*.yml"))

    def pick(self, number: int) -> Path:
        documents = self.documents()
        return documents[number % len(documents)]

    @initialize()
    def first(self) -> None:
        again(self.root)

    @rule(number=NUMBERS, word=WORDS)
    def edit_a_document(self, number: int, word: str) -> None:
        file = self.pick(number)
        lines = file.read_text("utf-8").split("\n")
        at = next(at for at, line in enumerate(lines) if line.startswith(("title:", "summary:")))
        lines[at] = f"title: {json.dumps(f'{word} {number}', ensure_ascii=False)}"
        file.write_text("\n".join(lines), "utf-8")

    @rule(number=NUMBERS, word=WORDS)
    def edit_a_text(self, number: int, word: str) -> None:
        """Somewhere in the midst of a document: nothing that lists show."""
        file = self.pick(number)
        lines = file.read_text("utf-8").split("\n")
        texts = [at for at, line in enumerate(lines) if re.match(r" +-? ?(text|action|measure): [^|>&*!{\[]", line)]
        if texts:
            at = texts[number % len(texts)]
            lines[at] = f"{lines[at].partition(': ')[0]}: {json.dumps(f'{word} river {number}', ensure_ascii=False)}"
            file.write_text("\n".join(lines), "utf-8")

    @rule(number=NUMBERS, other=NUMBERS)
    def point_to_another(self, number: int, other: int) -> None:
        source, target = self.pick(number), self.pick(other)
        kind = target.parent.name.removesuffix("s")
        text = re.sub(r"^see_also:.*\n", "", source.read_text("utf-8"), flags=re.MULTILINE)
        source.write_text(f"{text.rstrip()}\nsee_also: ['{kind}:{target.stem}']\n", "utf-8")

    @rule(number=NUMBERS)
    def point_to_nothing(self, number: int) -> None:
        file = self.pick(number)
        file.write_text(re.sub(r"^see_also:.*\n", "", file.read_text("utf-8"), flags=re.MULTILINE), "utf-8")

    @rule(number=NUMBERS)
    def adapt_a_course(self, number: int) -> None:
        """A copy of a copy, and perhaps of a course that is gone later."""
        courses = sorted((self.root / "content/courses").glob("*.yml"))
        source = courses[number % len(courses)]
        text = re.sub(r"^based_on:\n(  .*\n)*", "", source.read_text("utf-8"), flags=re.MULTILINE)
        based = f"based_on: {{course: {source.stem}, title: T, version: '1', creator: C, licence: CC-BY-4.0}}\n"
        source.with_name(f"adapted-{number}.yml").write_text(f"{text.rstrip()}\n{based}", "utf-8")

    @rule(number=NUMBERS)
    def spoil_a_document(self, number: int) -> None:
        """The next rule may mend it, or the hub stays broken."""
        file = self.pick(number)
        self.removed.setdefault(file, file.read_bytes())
        file.write_bytes(file.read_bytes() + b"\nnot yaml")

    @rule(number=NUMBERS)
    def add_a_document(self, number: int) -> None:
        file = self.pick(number)
        file.with_name(f"added-{number}.yml").write_bytes(file.read_bytes())

    @rule(number=NUMBERS)
    @precondition(lambda self: len(self.documents()) > 2)
    def remove_a_document(self, number: int) -> None:
        file = self.pick(number)
        self.removed.setdefault(file, file.read_bytes())
        file.unlink()

    @rule(number=NUMBERS)
    def rename_a_document(self, number: int) -> None:
        file = self.pick(number)
        file.rename(file.with_name(f"renamed-{number}.yml"))

    @rule()
    @precondition(lambda self: self.removed)
    def mend_what_is_missing(self) -> None:
        for file, content in self.removed.items():
            file.write_bytes(content)
        self.removed.clear()

    @rule(word=WORDS)
    def edit_a_vocabulary(self, word: str) -> None:
        file = self.root / "content/vocabulary/subjects.yml"
        named = re.sub("name: [^,]*", lambda _: f"name: {json.dumps(word)}", file.read_text("utf-8"), count=1)
        file.write_text(named, "utf-8")

    @rule(word=WORDS, number=NUMBERS)
    def edit_the_synonyms(self, word: str, number: int) -> None:
        with (self.root / "content/vocabulary/synonyms.yml").open("a", encoding="utf-8") as end:
            end.write(f"  - {{words: [{json.dumps(word)}, word{number}]}}\n")

    @rule(number=NUMBERS)
    def edit_a_template(self, number: int) -> None:
        own = self.root / "templates/guide/page.html"
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text((ROOT / "templates/guide/page.html").read_text("utf-8") + f"<!-- {number} -->", "utf-8")

    @rule(number=NUMBERS)
    def edit_a_style(self, number: int) -> None:
        own = self.root / "templates/assets/own.css"
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(f"main{{order:{number}}}", "utf-8")

    @rule()
    def take_the_templates_back(self) -> None:
        shutil.rmtree(self.root / "templates", ignore_errors=True)

    @rule(word=WORDS)
    def edit_the_configuration(self, word: str) -> None:
        lines = (self.root / "site_config.yml").read_text("utf-8").split("\n")
        named = [f"site_name: {json.dumps(word)}" if line.startswith("site_name:") else line for line in lines]
        (self.root / "site_config.yml").write_text("\n".join(named), "utf-8")

    @rule(word=WORDS)
    def edit_a_markdown_page(self, word: str) -> None:
        with (self.root / "content/pages/about.md").open("a", encoding="utf-8") as end:
            end.write(f"\n{word}\n")

    @rule(number=NUMBERS)
    def touch_a_document(self, number: int) -> None:
        self.pick(number).touch()

    @rule(number=NUMBERS, content=st.binary(max_size=40))
    def spoil_what_is_kept(self, number: int, content: bytes) -> None:
        kept = sorted(path for path in (self.root / ".hub").rglob("*") if path.is_file())
        if kept:
            kept[number % len(kept)].write_bytes(content)

    @rule()
    def forget(self) -> None:
        shutil.rmtree(self.root / ".hub", ignore_errors=True)

    @invariant()
    def as_a_clean_build(self) -> None:
        old = files_of(self.root / "site")
        beside = Path(self.folder.name) / "clean"
        shutil.rmtree(beside, ignore_errors=True)
        shutil.copytree(self.root, beside, ignore=shutil.ignore_patterns(".hub", "site"))
        wanted, found = (self.outcome(folder) for folder in (beside, self.root))
        assert found == wanted
        if wanted is None:
            assert files_of(self.root / "site") == files_of(beside / "site")
        else:
            assert files_of(self.root / "site") == old

    @staticmethod
    def outcome(root: Path) -> list[str] | str | None:
        """What stops a build; None when nothing does."""
        try:
            again(root)
        except ContentError as error:
            event("the content has errors")
            return [f"{problem.code} {problem.span}" for problem in error.problems]
        except HubError as error:
            return error.message
        event("a site is built")
        return None


def test_an_edited_hub_is_built_as_from_nothing() -> None:
    run_state_machine_as_test(
        Changes,
        settings=settings(
            max_examples=SEQUENCES, stateful_step_count=STEPS, deadline=None, derandomize=SEQUENCES == 3,
            # To find the shortest sequence takes many builds, and each is whole already.
            suppress_health_check=list(HealthCheck), phases=[Phase.generate],
        ),
    )  # fmt: skip
