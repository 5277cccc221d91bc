"""Content faults as consultants make them: each is found where it is, and none hides another."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.content import validate
from generator.content.loader import load_one
from generator.content.validate import check_content
from generator.engine import load_config
from generator.i18n.language import language
from generator.kinds import KINDS
from generator.model.catalog import Document
from generator.problems.problem import Problem
from generator.problems.report import as_text
from tests.hub import changed, copied

COURSE = "content/courses/fagtekster-5-klasse.yml"
COPY = "content/courses/fagtekster-4-klasse.yml"
GUIDE = "content/guides/soeg-i-hubben.yml"
VIDEO = "content/videos/soeg-i-hubben.yml"
CAPTIONS = "content/videos/soeg-i-hubben.da.vtt"
PLAN = "content/plans/implementering-2015-2018.yml"

LIST = "  - {title: Klasseliste, file: klasseliste.csv, licence: CC0-1.0}\n"


def problems(root: Path) -> tuple[Problem, ...]:
    return check_content(root, load_config(root / "site_config.yml").settings, KINDS).problems


def codes(root: Path) -> list[tuple[str, str]]:
    return [(problem.span.file, problem.code) for problem in problems(root)]


def told(root: Path) -> str:
    """What a writer reads, with the lines of the files."""
    return as_text(problems(root), read=lambda file: (root / file).read_text("utf-8"), language=language("da"))


def words_at(root: Path, problem: Problem) -> str:
    """The words that a problem of one line points to."""
    span = problem.span
    return (root / span.file).read_text("utf-8").splitlines()[span.line - 1][span.column - 1 : span.end_column - 1]


def test_the_hubs_own_content_is_without_faults(tmp_path: Path) -> None:
    assert codes(copied(tmp_path)) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (COURSE, "title:", "titel:", "field-unknown"),
        (COURSE, "summary:", "# ", "field-missing"),
        (COURSE, "subjects: [dansk", "subjects: [dnask", "term-unknown"),
        (COURSE, "subjects: [dansk", "subjects: [samfundsfag", "subject-grade"),
        (COURSE, 'version: "2019"', 'version: "2009"', "framework-unknown"),
        (COURSE, "minutes: 45", "minutes: 7:30", "value-number"),
        (COURSE, "minutes: 45", "minutes: 010", "value-number"),
        (COURSE, "status: published", "status: udgivet", "value-choice"),
        (COURSE, "kind: all-round", "kind: subject", "goal-source"),
        (COPY, "course: fagtekster-5-klasse", "course: fagtekster-6-klasse", "source-gone"),
        (COPY, "course: fagtekster-5-klasse", "course: fagtekster-4-klasse", "source-self"),
        (COPY, "  licence: CC-BY-SA-4.0", "  licence: CC-BY-ND-4.0", "licence-forbids"),
        (COPY, "\nlicence: CC-BY-SA-4.0", "\nlicence: CC-BY-4.0", "licence-share-alike"),
        (GUIDE, "date: 2026-11-24", "date: 2026-02-30", "value-date"),
        (GUIDE, "guide:find-forloeb-til-dit-fag)", "guide:find-forlob-til-dit-fag)", "ref-unknown"),
        (GUIDE, "guide:find-forloeb-til-dit-fag)", "javascript:alert(1))", "link-scheme"),
        (GUIDE, "På en Mac", "<script>alert(1)</script> På en Mac", "rich-html"),
        (GUIDE, "På en Mac", "010203-1234 På en Mac", "personal-cpr"),
        (GUIDE, "pictures/forside.png", "pictures/forsid.png", "asset-missing"),
        (GUIDE, "pictures/forside.png", "../videos/forside.png", "asset-outside"),
        (GUIDE, 'at: "0:08"', 'at: "1:08"', "moment-beyond-end"),
        (GUIDE, "function: hub-soegning", "completion: quiz", "quiz-missing"),
        (VIDEO, "source: {file: soeg-i-hubben.mp4}", 'source: {url: "https://example.dk/film"}', "film-one-place"),
        (VIDEO, "source: {file: soeg-i-hubben.mp4}", "source: {service: X, url: 'javascript:alert(1)'}", "link-scheme"),
        (GUIDE, "video: soeg-i-hubben,", "video: 'soeg-i-hubben#chapter-9',", "ref-anchor"),
        (VIDEO, 'at: "0:08"', 'at: "0:00"', "chapter-order"),
        (VIDEO, 'at: "0:19"', 'at: "1:19"', "chapter-beyond-end"),
        (VIDEO, "kind: not-needed", "kind: exempt", "exemption-undated"),
        (CAPTIONS, "WEBVTT", "WEBTXT", "captions-unreadable"),
        (CAPTIONS, "00:00:24.000", "00:00:20.000", "captions-coverage"),
        (GUIDE, "minutes: 3", "redirect_from: [guides/udgiv-en-guide/]\nminutes: 3", "redirect-taken"),
        (PLAN, "end: 2015-10-31", "end: 2015-01-31", "dates-reversed"),
        (PLAN, "due: 2016-01-15", "due: 2018-01-15", "due-outside-phase"),
        (PLAN, "term: efteraar-2016", "term: efterår-2016", "value-pattern"),
        (PLAN, "term: efteraar-2016", "term: efteraar-2061", "criterion-term"),
    ],
)
def test_a_fault_is_found_where_it_is(tmp_path: Path, file: str, old: str, new: str, code: str) -> None:
    root = copied(tmp_path)
    changed(root / file, lambda text: text.replace(old, new, 1))

    found = codes(root)

    assert code in [found_code for _, found_code in found]
    assert {found_file.rpartition("/")[0] for found_file, _ in found} <= {file.rpartition("/")[0], "content/courses"}


def test_two_faults_in_two_files_are_both_told(tmp_path: Path) -> None:
    root = copied(tmp_path)
    changed(
        root / COURSE, lambda text: text.replace("status: published", "status: x", 1).replace("title:", "titel:", 1)
    )
    changed(root / GUIDE, lambda text: text.replace("minutes: 3", "minutes: tre", 1))

    found = codes(root)

    assert (COURSE, "value-choice") in found
    assert (COURSE, "field-unknown") in found
    assert (GUIDE, "value-number") in found


def test_a_file_with_many_mistakes_is_read_once_for_their_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copied(tmp_path)
    unknown = ", ".join(f"guide:findes-ikke-{number}" for number in range(200))
    changed(root / "content/news/smag-til-i-ny-udgave.yml", lambda text: f"{text.rstrip()}\nsee_also: [{unknown}]\n")
    read: list[str] = []

    def counted(folder: Path, path: str, *, kind: str) -> tuple[Document | None, list[Problem]]:
        read.append(path)
        return load_one(folder, path, kind=kind)

    monkeypatch.setattr(validate, "load_one", counted)

    unknown = "".join(f"ukendt-{number}: x\n" for number in range(300))
    changed(root / GUIDE, lambda text: f"{text.rstrip()}\n{unknown}")
    found = codes(root)

    assert [
        found.count(("content/news/smag-til-i-ny-udgave.yml", code)) for code in ("ref-unknown", "file-problems")
    ] == [100, 1]
    assert [found.count((GUIDE, code)) for code in ("field-unknown", "file-problems")] == [100, 1]
    assert len(found) == 202
    assert read.count("content/news/smag-til-i-ny-udgave.yml") == 2, "once to check it, once for all places"


def test_a_draft_may_lack_things_and_is_left_out(tmp_path: Path) -> None:
    root = copied(tmp_path)
    (root / "content/courses/kladde.yml").write_text("title: Kladde\nstatus: draft\n", "utf-8")

    found = codes(root)

    assert {("content/courses/kladde.yml", "draft-incomplete")} == set(found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("WEBVTT\n", "WEBVTT\n\nNOTE Filmet hos 010203-1234\n"),
        ("Skriv", "Skriv 010203-1234"),
        ("WEBVTT\n", "WEBTXT 0102031234\n"),
    ],
    ids=["comment", "line", "unreadable"],
)
def test_a_number_in_captions_is_found_and_never_printed(tmp_path: Path, old: str, new: str) -> None:
    root = copied(tmp_path)
    changed(root / CAPTIONS, lambda text: text.replace(old, new, 1))
    found = [problem for problem in problems(root) if problem.code == "personal-cpr"]

    assert [(problem.span.file, words_at(root, problem)) for problem in found] == [(VIDEO, Path(CAPTIONS).name)]
    assert "010203" not in told(root)


def test_a_number_in_the_name_of_a_picture_is_found_and_never_printed(tmp_path: Path) -> None:
    root = copied(tmp_path)
    picture = root / "content/guides/pictures/forside.png"
    picture.rename(picture.with_name("elev-010203-1234.png"))
    changed(root / GUIDE, lambda text: text.replace("forside.png", "elev-010203-1234.png"))
    found = problems(root)

    assert {problem.code for problem in found} == {"personal-cpr"}
    assert words_at(root, found[0]) == "pictures/elev-010203-1234.png"
    assert "010203" not in told(root)


def test_a_number_in_a_file_for_download_is_found(tmp_path: Path) -> None:
    root = copied(tmp_path)
    (root / "content/courses/klasseliste.csv").write_text("navn;nr\nelev;0102031234\n", "utf-8")
    changed(root / COURSE, lambda text: text.replace("materials:\n", f"materials:\n{LIST}", 1))
    found = problems(root)

    assert [(problem.code, words_at(root, problem)) for problem in found] == [("personal-cpr", "klasseliste.csv")]


def test_a_number_on_an_ordinary_page_is_found_and_never_printed(tmp_path: Path) -> None:
    root = copied(tmp_path)
    page = root / "content/pages/privatliv.md"
    changed(page, lambda text: f"{text}\nSpørg efter 010203-1234.\n")
    found = problems(root)

    assert [(problem.code, problem.span.file) for problem in found] == [("personal-cpr", "content/pages/privatliv.md")]
    assert "Spørg" in told(root)
    assert "010203" not in told(root)


def test_a_number_in_the_name_of_a_document_is_found_and_never_printed(tmp_path: Path) -> None:
    root = copied(tmp_path)
    shutil.copy(root / COURSE, root / "content/courses/elev-010203-1234.yml")
    found = problems(root)

    assert {problem.code for problem in found} == {"personal-cpr"}
    assert "010203" not in told(root)


def test_a_picture_that_is_a_link_is_refused(tmp_path: Path) -> None:
    root = copied(tmp_path)
    picture = root / "content/guides/pictures/forside.png"
    picture.rename(root / "elsewhere.png")
    picture.symlink_to(root / "elsewhere.png")

    assert (GUIDE, "asset-symlink") in codes(root)


def test_a_vocabulary_that_nobody_knows_is_told(tmp_path: Path) -> None:
    root = copied(tmp_path)
    (root / "content/vocabulary/subject.yml").write_text("title: x\nentries: []\n", "utf-8")

    assert ("content/vocabulary/subject.yml", "vocabulary-unknown") in codes(root)


def test_a_missing_field_hides_no_reference_of_the_same_file(tmp_path: Path) -> None:
    root = copied(tmp_path)
    changed(
        root / GUIDE, lambda text: text.replace("summary:", "# ").replace("guide:find-forloeb", "guide:finde-forloeb")
    )
    found = [code for file, code in codes(root) if file == GUIDE]

    assert "field-missing" in found
    assert "ref-unknown" in found


def test_the_references_of_a_draft_that_lacks_fields_are_checked(tmp_path: Path) -> None:
    root = copied(tmp_path)
    (root / "content/guides/kladde.yml").write_text(
        'status: draft\ntitle: Kladde\nsee_also: ["guide:findes-ikke"]\n', "utf-8"
    )

    assert ("content/guides/kladde.yml", "ref-unknown") in codes(root)
