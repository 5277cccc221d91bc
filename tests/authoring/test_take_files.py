"""Pictures and files that come with a form: named anew, never over what is there, and nothing hostile gets further."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from generator.authoring.submission_zip import MOST_BYTES, Opened, opened
from generator.authoring.take import take, write
from generator.authoring.take_result import Answer
from generator.content.validate import check_content
from generator.engine import load_config
from generator.i18n.language import Language
from generator.images.container import contained
from generator.kinds import KINDS
from generator.problems.problem import HubError
from tests.hub import ENGLISH_HUB, copied_site

TODAY = date(2026, 11, 28)
FORM = """\
form: "course"
version: 1
saved: "2026-11-20 14:05"
now:
  title: "Bridges"
  goals:
    - {id: "build", kind: "subject", text: "I can build"}
  materials:
    - title: "What a bridge looks like"
      file: "pictures/bridge.jpg"
    - title: "A sheet"
      file: "files/sheet.txt"
"""
PLACED = Image.Exif()
PLACED[0x8825] = {1: "N", 2: (55.0, 40.0, 1.0)}
FOLDER = "content/courses"


def drawn(form: str, size: tuple[int, int] = (60, 40), **said: object) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, "teal").save(made, form, **said)
    return made.getvalue()


PICTURE = drawn("JPEG", exif=PLACED)
BESIDE = {"pictures/bridge.jpg": PICTURE, "files/sheet.txt": b"Build a bridge."}


def zipped(files: dict[str, bytes], form: str = FORM, name: str = "course.yml") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, form)
        for path, content in files.items():
            archive.writestr(path, content)
    return made.getvalue()


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied_site(ENGLISH_HUB, tmp_path_factory.mktemp("taken") / "hub")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copied_site(ENGLISH_HUB, tmp_path / "hub")


def taken(root: Path, *archives: bytes) -> tuple[Answer, ...]:
    files = []
    for number, content in enumerate(archives):
        files.append(root.parent / f"{number}.zip")
        files[-1].write_bytes(content)
    settings = load_config(root / "site_config.yml").settings
    return take(files, root, settings, today=TODAY, spoken=Language("en"))


def names_in(root: Path) -> set[str]:
    return {file.relative_to(root).as_posix() for file in (root / FOLDER).rglob("*") if file.is_file()}


def test_pictures_and_files_lie_beside_the_draft_under_names_of_their_own(root: Path) -> None:
    before = names_in(root)
    (answer,) = taken(root, zipped(BESIDE))
    write([answer], root)
    picture = (root / FOLDER / "pictures/bridges-bridge.jpg").read_bytes()
    problems = check_content(root, load_config(root / "site_config.yml").settings, KINDS, drafts="checked").problems

    assert names_in(root) - before == {
        f"{FOLDER}/bridges.yml", f"{FOLDER}/pictures/bridges-bridge.jpg", f"{FOLDER}/files/bridges-sheet.txt",
    }  # fmt: skip
    assert answer.differences[1] == (
        "Files beside it: pictures/bridges-bridge.jpg (1 kB), files/bridges-sheet.txt (1 kB)."
    )
    assert "file: pictures/bridges-bridge.jpg" in (root / answer.target).read_text("utf-8")
    assert (contained(PICTURE).has_place, contained(picture).has_place) == (True, False)
    assert {one.code for one in problems if one.span.file == answer.target} == {"draft-incomplete"}


def test_the_same_file_is_taken_in_once_and_another_of_that_name_stands_beside_it(root: Path) -> None:
    write(taken(root, zipped(BESIDE)), root)
    before = names_in(root)
    again, other = taken(root, zipped(BESIDE), zipped({**BESIDE, "files/sheet.txt": b"Another."}))
    write([again, other], root)

    assert again.text is None
    assert names_in(root) - before == {
        f"{FOLDER}/bridges-2.yml", f"{FOLDER}/pictures/bridges-2-bridge.jpg", f"{FOLDER}/files/bridges-2-sheet.txt",
    }  # fmt: skip
    assert (root / FOLDER / "files/bridges-sheet.txt").read_bytes() == b"Build a bridge."


def test_what_lies_there_already_is_never_overwritten(root: Path) -> None:
    mine = root / FOLDER / "files/bridges-sheet.txt"
    mine.parent.mkdir(exist_ok=True)
    mine.write_bytes(b"mine")
    (answer,) = taken(root, zipped(BESIDE))
    assert [path for path, _ in answer.files] == [
        f"{FOLDER}/pictures/bridges-bridge.jpg", f"{FOLDER}/files/bridges-sheet-2.txt",
    ]  # fmt: skip

    (root / FOLDER / "files/bridges-sheet-2.txt").write_bytes(b"somebody was quicker")
    before = names_in(root)
    with pytest.raises(HubError, match="changed meanwhile"):
        write([answer], root)
    assert names_in(root) == before
    assert mine.read_bytes() == b"mine"


def test_a_webp_picture_that_a_browser_made_stays_as_it_is(hub: Path) -> None:
    made, large = drawn("WEBP"), drawn("WEBP", (3000, 20), exif=PLACED)
    files = {"pictures/bridge.webp": made, "files/sheet.webp": large}
    form = FORM.replace("bridge.jpg", "bridge.webp").replace("sheet.txt", "sheet.webp")
    (answer,) = taken(hub, zipped(files, form))
    (_, kept), (name, smaller) = answer.files

    assert kept == made
    assert name == f"{FOLDER}/pictures/bridges-sheet.webp"
    assert (contained(smaller).size[0], contained(smaller).has_place) == (2400, False)


LEFT_OUT = (
    ({"pictures/bridge.jpg": b"\0\0\0\x18ftypheic" + bytes(30)}, "“bridge.jpg” is a HEIC picture"),
    ({"pictures/bridge.jpg": b"GIF89a"}, "“bridge.jpg” is no picture that can be read."),
    ({"files/sheet.txt": b"x"}, "“bridge.jpg” did not come with the form."),
    ({**BESIDE, "other.exe": b"MZ"}, "“other.exe” is named nowhere in the form."),
    ({**BESIDE, "../../site_config.yml.txt": b"x"}, "“site_config.yml.txt” is named nowhere in the form."),
)


def test_what_cannot_be_used_is_left_out_and_named_and_the_rest_is_taken(hub: Path) -> None:
    answers = taken(hub, *(zipped({**files, f"{number}.txt": b""}) for number, (files, _) in enumerate(LEFT_OUT)))

    for (_, said), answer in zip(LEFT_OUT, answers, strict=True):
        assert (answer.passes, any(said in one for one in answer.differences)) == (True, True), said
        assert all(path.startswith((f"{FOLDER}/pictures/bridges", f"{FOLDER}/files/b")) for path, _ in answer.files)


def test_a_name_that_leads_out_of_the_hub_is_only_a_name(hub: Path) -> None:
    form = FORM.replace("files/sheet.txt", "../../../sheet.txt").replace("pictures/bridge.jpg", "/etc/a b.png")
    files = {"../../../sheet.txt": b"x", "/etc/a b.png": drawn("PNG")}
    (answer,) = taken(hub, zipped(files, form))

    assert {path for path, _ in answer.files} == {
        f"{FOLDER}/files/bridges-sheet.txt", f"{FOLDER}/pictures/bridges-a-b.png",
    }  # fmt: skip


def test_a_program_is_not_taken_in_under_any_name_and_a_number_of_a_person_stops_all(hub: Path) -> None:
    program, person = taken(
        hub,
        zipped({**BESIDE, "files/run.html": b"<script>"}, FORM.replace("sheet.txt", "run.html")),
        zipped({**BESIDE, "files/sheet.txt": b"It is 010203-1234."}),
    )

    assert any("“run.html” cannot be used here." in one for one in program.differences)
    assert [one.code for one in person.problems] == ["personal-cpr"]


def test_an_archive_is_looked_through_before_anything_of_it_is_believed(hub: Path) -> None:
    bomb = zipped({"files/sheet.txt": bytes(MOST_BYTES + 1)})
    many = zipped({f"files/{number}.txt": b"" for number in range(300)})
    damaged = bytearray(zipped(BESIDE))
    damaged[60:90] = bytes(30)
    two, none = zipped({"b.yml": b"x"}), zipped({}, name="form.txt")
    answers = taken(hub, bomb, many, bytes(damaged), two, none, b"PK\x03\x04")

    assert [[one.code for one in answer.problems] for answer in answers] == [
        ["take-size"], ["take-size"], ["take-archive"], ["take-archive"], ["take-archive"], ["take-archive"],
    ]  # fmt: skip
    assert len(bomb) < 100_000


def test_a_folder_and_what_systems_put_into_archives_are_no_matter(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    inside = {"Bridges\\pictures\\a.jpg": b"a", "__MACOSX/Bridges/._x.yml": b"b", "Bridges/.DS_Store": b"c"}
    file.write_bytes(zipped(inside, name="Bridges/form.yml"))

    assert opened(file, "a.zip") == Opened(FORM.encode(), {"pictures/a.jpg": b"a"})


def test_a_form_without_room_for_files_says_that_they_are_left_out(hub: Path) -> None:
    form = 'form: "experience"\nversion: 1\ncourse: "rivers"\nsaved: "2026-11-20 14:05"\nnow:\n  experiences:\n'
    form += '    - {school: "north", date: "2026-11-19", text: "The bridge held."}\n'
    (answer,) = taken(hub, zipped({"a.jpg": PICTURE}, form))

    assert answer.differences[-1] == "Left out: “a.jpg” is named nowhere in the form."


def test_what_a_browser_has_unpacked_is_found_beside_the_form(hub: Path, tmp_path: Path) -> None:
    folder = tmp_path / "unpacked"
    (folder / "pictures").mkdir(parents=True)
    (folder / "form.yml").write_text(FORM.replace("files/sheet.txt", "files/../../secret.txt"), "utf-8")
    (folder / "pictures/bridge.jpg").write_bytes(PICTURE)
    (tmp_path / "secret.txt").write_bytes(b"x")
    settings = load_config(hub / "site_config.yml").settings
    (answer,) = take([folder / "form.yml"], hub, settings, today=TODAY, spoken=Language("en"))

    assert [path for path, _ in answer.files] == [f"{FOLDER}/pictures/bridges-bridge.jpg"]
    assert any("“secret.txt” did not come with the form." in one for one in answer.differences)
