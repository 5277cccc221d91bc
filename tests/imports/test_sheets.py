"""Schools and events come in from sheets; persons stay out, days are read as people write them, and nothing crashes."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from generator.imports.events import events_of
from generator.imports.moments import day_in, times_in
from generator.imports.schools import schools_of
from generator.imports.sheets import read_sheet
from generator.kinds import KINDS
from generator.problems.problem import ContentError, HubError
from tests.hub import copied, hub

EVENT = next(kind for kind in KINDS if kind.name == "event")
WORDS = {
    "schools": {"testskole-1": "Testskole 1"}, "districts": {"nord": "Distrikt Nord"}, "event-types": {"cafe": "Café"},
}  # fmt: skip
SCHOOLS = "Skole;Distrikt;Skoleleder;Tlf.;Elevtal\nTestskole 1;nord;X;12345678;200\nÅskolen;Distrikt Øst;Y;;300\nÅskolen;;;;\n;;;;9\n"
TODAY = date(2026, 11, 28)


def file(folder: Path, content: bytes | str, name: str = "ark.csv") -> Path:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder / name


@pytest.mark.parametrize(
    "content",
    [SCHOOLS.encode(), SCHOOLS.encode("cp1252"), SCHOOLS.encode("utf-8-sig"), SCHOOLS.replace(";", "\t").encode("utf-16"),
     SCHOOLS.replace(";", ",").replace("\n", "\r\n").encode(), f"sep=;\n{SCHOOLS}".encode(), f"Oversigt 2026\n\n{SCHOOLS}".encode()],
    ids=["utf-8", "1252", "bom", "utf-16-tab", "comma", "sep", "title-above"],
)  # fmt: skip
def test_schools_are_added_that_are_not_there_and_persons_are_left_out(tmp_path: Path, content: bytes) -> None:
    added = schools_of(file(tmp_path, content), WORDS)

    assert added.entries == {
        "schools": ({"id": "aaskolen", "name": "Åskolen", "district": "distrikt-oest"},),
        "districts": ({"id": "distrikt-oest", "name": "Distrikt Øst"},),
    }
    assert [(problem.code, dict(problem.values).get("column")) for problem in added.problems] == [
        ("import-person-column", "Skoleleder"), ("import-person-column", "Tlf."), ("import-column", "Elevtal"),
        ("import-there", None), ("import-there", None), ("import-row", "name"),
    ]  # fmt: skip


def test_a_column_of_mail_addresses_is_of_persons_whatever_it_is_called(tmp_path: Path) -> None:
    added = schools_of(file(tmp_path, "Navn,Hvem\nA-skolen,a@b.dk\nB-skolen,c@d.dk\n"), WORDS)

    assert [problem.code for problem in added.problems] == ["import-person-column"]


def test_a_sheet_without_the_column_says_which_it_has(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as told:
        schools_of(file(tmp_path, "Skolle;By\nA;B\n"), WORDS)

    assert dict(told.value.problems[0].values) == {"wanted": "skole", "columns": "Skolle, By", "nearest": "skole"}


def book(folder: Path, rows: list[list[object]], *, mac: bool = False) -> Path:
    made = openpyxl.Workbook()
    if mac:
        made.epoch = CALENDAR_MAC_1904
    for row in rows:
        made.active.append(row)
    made.save(folder / "ark.xlsx")
    return folder / "ark.xlsx"


@pytest.mark.parametrize("mac", [False, True], ids=["1900", "1904"])
def test_days_and_times_of_excel_are_read(tmp_path: Path, mac: bool) -> None:
    rows = [
        ["Titel", "Dato", "Start", "Slut", "Sted", "Underviser", "Type"],
        ["Café", datetime(2026, 12, 3), time(14, 30), time(16), "Skole 1", "N.N.", "Café"],
        ["Café", datetime(2027, 1, 7, 9, 0), None, None, "Skole 2", None, None],
        ["Ingen dag", "snart", None, None, None, None, None],
        [None] * 7,
    ]
    (draft,), problems = events_of(book(tmp_path, rows, mac=mac), EVENT, WORDS, TODAY)

    assert draft.value == {
        "title": "Café", "type": "cafe", "place": {"name": "Skole 1"},
        "occasions": [
            {"id": "2026-12-03", "start": "2026-12-03 14:30", "minutes": "90"},
            {"id": "2027-01-07", "start": "2027-01-07 09:00", "place": {"name": "Skole 2"}},
        ],
    }  # fmt: skip
    assert [problem.code for problem in problems] == ["import-person-column", "import-row"]
    assert problems[1].span.line == 4


@pytest.mark.parametrize(
    ("text", "day"),
    [("24/12-2026", "2026-12-24"), ("24-12-2026", "2026-12-24"), ("24.12.26", "2026-12-24"), ("24. dec. 2026", "2026-12-24"),
     ("torsdag d. 3. december", "2026-12-03"), ("5. maj", "2027-05-05"), ("December 3, 2026", "2026-12-03"),
     ("3rd of Dec 2026", "2026-12-03"), ("2026-12-24T10:00", "2026-12-24"), ("46380", "2026-12-24"), ("24/12", "2026-12-24"),
     ("31/2-2026", None), ("snart", None), ("", None), ("12/24/2026", "2026-12-24")],
)  # fmt: skip
def test_days_are_read_as_people_write_them(text: str, day: str | None) -> None:
    found = day_in(text, TODAY)

    assert (found.day.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("text", "times"),
    [("kl. 14.30–16", (time(14, 30), time(16))), ("14:30-16:00", (time(14, 30), time(16))), ("2:30 pm", (time(14, 30), None)),
     ("9-12", (time(9), time(12))), ("12 am", (time(0), None)), ("25", (None, None)), ("", (None, None))],
)  # fmt: skip
def test_times_are_read_as_people_write_them(text: str, times: tuple[time | None, time | None]) -> None:
    assert times_in(text) == times


def test_what_can_mean_two_days_is_told_unless_the_sheet_settles_it(tmp_path: Path) -> None:
    _, problems = events_of(file(tmp_path, "Titel,Dato,Tid\nA,03/04/2027,10\n"), EVENT, WORDS, TODAY)
    (draft,), none = events_of(
        file(tmp_path, "Titel,Dato,Tid\nA,03/04/2027,10\nA,03/24/2027,10\n"), EVENT, WORDS, TODAY
    )

    assert [(problem.code, problem.values["other"]) for problem in problems] == [("import-date", "2027-03-04")]
    assert ([one["id"] for one in draft.value["occasions"]], none) == (["2027-03-04", "2027-03-24"], ())


def far_apart(folder: Path) -> Path:
    """A sheet of two cells in its far corners."""
    made = book(folder, [["Skole"]])
    with zipfile.ZipFile(made) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(
        b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made


def test_cells_far_apart_are_refused_and_empty_rows_passed_over(tmp_path: Path) -> None:
    with pytest.raises(HubError, match="too far apart"):
        schools_of(far_apart(tmp_path), WORDS)
    many = "Skole\n" + "\n" * 1_048_575 + "A-skolen\n"

    assert [row.number for row in read_sheet(file(tmp_path, many), {"name": ("skole",)}, needed="name").rows] == [
        1_048_577
    ]


def test_more_rows_than_are_read_are_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as told:
        schools_of(file(tmp_path, "Skole\n" + "A\n" * 20_001), WORDS)

    assert [problem.code for problem in told.value.problems] == ["import-too-large"]


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.xlsx", b""), ("a.xlsx", b"PK\x03\x04"), ("a.ods", b"no"), ("a.xls", b"no"), ("a.csv", b"PK\x03\x04"), ("a.pdf", b"%PDF"),
     ("a.csv", b'"' + b"x" * 200_000), ("a.csv", b"")],
)  # fmt: skip
def test_what_is_no_sheet_is_a_sentence(tmp_path: Path, name: str, content: bytes) -> None:
    with pytest.raises(HubError):
        schools_of(file(tmp_path, content, name), WORDS)


def test_the_commands_write_what_loads_and_keep_what_is_there(tmp_path: Path) -> None:
    root = copied(tmp_path)
    place = root / "content/vocabulary/schools.yml"
    before = place.read_text("utf-8")
    only_said = hub(root, "import", "schools", str(file(tmp_path, SCHOOLS)), "--dry-run")
    kept = place.read_text("utf-8")
    made = hub(root, "import", "schools", str(file(tmp_path, SCHOOLS)))
    events = file(tmp_path, "Titel;Dato;Tid\nNyt møde;3/12-2026;14.30-15.15\n", "moeder.csv")
    held = hub(root, "import", "events", str(events), "--day", "2026-11-28")
    checked = hub(root, "check", "--format", "json")

    assert kept == before
    assert place.read_text("utf-8").startswith(before.rstrip("\n"))
    assert "name: Åskolen" in place.read_text("utf-8")
    assert (only_said.exit_code, made.exit_code, held.exit_code) == (0, 0, 0)
    assert "minutes: 45" in (root / "content/events/nyt-moede.yml").read_text("utf-8")
    assert '"errors": 0' in checked.output


def test_real_headings_spans_of_days_and_american_dates_are_understood(tmp_path: Path) -> None:
    added = schools_of(file(tmp_path, "INST_NR;INST_NAVN;INST_LEDER;E_MAIL\n1;A-skolen;X;a@example.org\n"), WORDS)
    rows = "Title,Start,End\nA,3/21/27 13:00,3/21/27 14:15 PM\n"
    (draft,), _ = events_of(file(tmp_path, rows), EVENT, WORDS, TODAY)
    spanned = day_in("23-25/01/2027", TODAY)

    assert [entry["name"] for entry in added.entries["schools"]] == ["A-skolen"]
    assert [problem.code for problem in added.problems][1:] == ["import-person-column"] * 2
    assert draft.value["occasions"] == [{"id": "2027-03-21", "start": "2027-03-21 13:00", "minutes": "75"}]
    assert spanned
    assert spanned.day == date(2027, 1, 23)


def test_a_sheet_of_days_without_times_says_so(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as told:
        events_of(file(tmp_path, "Titel;Dato\nA;3/12-2026\n"), EVENT, WORDS, TODAY)

    assert [problem.code for problem in told.value.problems] == ["import-time", "import-nothing"]
