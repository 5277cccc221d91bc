"""A school: its page, the sheet for the conversation, and what districts and the municipality see."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from generator.build.pipeline import prepare
from generator.engine import load_config
from generator.kinds.school.data_exports import CRITERIA_FIELDS
from generator.kinds.school.table_formats import Table, as_csv, as_xlsx
from generator.model.site import Site
from tests.hub import DANISH_HUB, ROOT, has_office


def site(**settings: str) -> Site:
    known = replace(load_config(DANISH_HUB / "site_config.yml").settings, **settings)
    return prepare(known, DANISH_HUB).site


@pytest.fixture(scope="module")
def danish() -> Site:
    return site()


def exported(of: Site, path: str) -> bytes:
    return next(export.made() for export in of.exports if export.path == path)


def test_its_page_says_whom_to_ask_and_what_is_due(danish: Site) -> None:
    body = danish.page("schools/testskole-1/").body

    assert "laering-nord@example.dk" in body
    assert "Superbrugerne er uddannet på hold" in body
    assert "Optælling på fagteammøder" in body


def test_what_differs_from_the_common_plan_is_said(danish: Site) -> None:
    body = danish.page("schools/testskole-1/").body

    assert "28 dage tidligere" in body
    assert "14 dage senere" in body
    assert "Flyttet: 2. Udgår: 0. Kun her: 1." in body


def test_what_takes_it_on_comes_with_its_reason(danish: Site) -> None:
    assert "fordi historie er på niveau 1" in danish.page("schools/testskole-1/").body


def test_a_school_that_has_written_nothing_is_told_how_to_begin(danish: Site) -> None:
    assert "Ingen plan endnu." in danish.page("schools/skole-14/").body


def test_the_sheet_opens_with_sentences_that_lead_to_their_numbers(danish: Site) -> None:
    body = danish.page("schools/testskole-1/conversation/").body

    assert "Dansk er gået fra niveau 1 til niveau 2 siden sidst." in body
    assert 'href="../#levels"' in body or "schools/testskole-1/#levels" in body
    assert "2 aftaler fra sidst er åbne." in body


def test_an_overview_counts_those_who_are_silent(danish: Site) -> None:
    assert "af 14 skoler har indberettet" in danish.page("overview/").body


def test_no_school_is_named_unless_the_hub_says_so(danish: Site) -> None:
    left_out = danish.page("overview/nord/").body
    named = site(overview_schools="named").page("overview/nord/").body
    numbered = site(overview_schools="numbered").page("overview/nord/").body

    assert "Testskole 1" not in left_out
    assert "Testskole 1" in named
    assert "Testskole 1" not in numbered
    assert "Skole 1" in numbered


def test_a_group_of_few_people_is_in_no_sum(danish: Site) -> None:
    """In the south, four people have been counted, whose school's page says that they are fewer than five."""
    body = danish.page("overview/criteria/halvdelen-har-kopieret/").body

    assert "For få til at vise" in body or "er ikke regnet med" in body
    assert "2 af 4" not in body


def test_what_moved_since_the_term_before_is_said_with_its_numbers(danish: Site) -> None:
    body = danish.page("overview/").body

    assert re.search(r"Dansk: \d skoler? er steget\.", body)
    assert 'href="#levels"' in body


def test_a_district_has_a_sheet_that_opens_with_three_sentences_at_most(danish: Site) -> None:
    body = danish.page("overview/nord/conversation/").body
    opening = re.search(r'<ul class="hub-lead-list">(.*?)</ul>', body, re.DOTALL)

    assert opening is not None
    assert 1 <= opening[1].count("<li>") <= 3
    assert opening[1].count("overview/nord/#") == opening[1].count("<li>")


def test_a_plan_says_how_far_its_criteria_are(danish: Site) -> None:
    body = danish.page("plans/konsolidering-2026-2029/").body
    row = re.search(r'<li id="criterion-mindst-niveau-1">.*?</li>', body, re.DOTALL)

    assert row is not None
    assert re.search(r"af 14 skoler har indberettet", row[0])
    assert "har indberettet" not in danish.page("plans/implementering-2015-2018/").body


def test_all_formats_hold_the_same_numbers(danish: Site) -> None:
    rows = list(csv.reader(io.StringIO(exported(danish, "overview/overview.csv").decode("utf-8-sig")), delimiter=";"))
    sheet = load_workbook(io.BytesIO(exported(danish, "overview/overview.xlsx"))).worksheets[0]
    data = json.loads(exported(danish, "api/v1/overview.json"))["tables"]["criteria"]
    in_sheet = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]

    assert in_sheet == rows
    assert [["" if row[name] is None else str(row[name]) for name in CRITERIA_FIELDS] for row in data] == rows[1:]


@pytest.mark.skipif(not has_office("libsclo.so"), reason="LibreOffice Calc is not installed")
def test_libreoffice_opens_excel_with_the_numbers_of_the_csv(danish: Site, tmp_path: Path) -> None:
    """As a Danish office does: what it writes again, with semicolons, is the file that the hub wrote."""
    (tmp_path / "overview.xlsx").write_bytes(exported(danish, "overview/overview.xlsx"))
    form = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1030"
    office = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--convert-to", form]
    command = [*office, "--outdir", str(tmp_path), str(tmp_path / "overview.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    wanted = exported(danish, "overview/overview.csv").decode("utf-8-sig").splitlines()

    assert (tmp_path / "overview.csv").read_text("utf-8-sig").splitlines() == wanted


def test_programs_find_the_numbers_under_english_names_and_by_ids(danish: Site) -> None:
    tables = json.loads(exported(danish, "api/v1/overview.json"))["tables"]
    documented = (ROOT / "README.md").read_text("utf-8")
    names = {name for rows in tables.values() for row in rows for name in row}

    assert list(tables["criteria"][0]) == ["criterion_id", "term_id", "district_id", *CRITERIA_FIELDS]
    assert tables["criteria"][0]["district_id"] is None
    assert tables["criteria"][1]["district_id"] == "nord"
    assert tables["levels"][0]["subject"] == "Dansk"
    assert list(tables["levels"][0]["levels"]) == ["niveau-1", "niveau-2", "niveau-3", "niveau-4"]
    assert {name for name in names if f"`{name}`" not in documented} == set()


def test_files_are_the_same_each_time_and_their_texts_are_no_formulas() -> None:
    day = date(2026, 11, 28)
    table = Table("t", "T", ("a", "b"), (("=1+1", 0.5), ("@SUM(A1)", None)))
    once, again = as_xlsx([table], day), as_xlsx([table], day)
    sheet = load_workbook(io.BytesIO(once)).worksheets[0]

    assert once == again
    assert [cell.data_type for cell in sheet["A"]] == ["s", "s", "s"]
    assert as_csv(table).decode("utf-8-sig").splitlines() == ["a;b", "'=1+1;0,5", "'@SUM(A1);"]


def calendar(of: Site, url: str) -> dict[str, object]:
    """The days of the calendar beside a page, by name."""
    group = next(group for group in of.groups if group.url == url)
    found = Calendar.from_ical(next(export.made() for export in group.files() if export.path.endswith(".ics")))
    return {str(one["UID"]).partition("@")[0]: one["DTSTART"].dt for one in found.walk("VEVENT")}


def test_a_day_in_a_calendar_keeps_its_name_when_a_school_moves_it(danish: Site) -> None:
    own, common = calendar(danish, "schools/testskole-1/"), calendar(danish, "plans/konsolidering-2026-2029/")

    assert own["school/testskole-1/konsolidering-2026-2029/cafemoede-paa-skolen"] == date(2027, 1, 29)
    assert common["plan/konsolidering-2026-2029/cafemoede-paa-skolen"] == date(2027, 2, 26)
    assert any(name.startswith("school/testskole-1/agreement/") for name in own)
