"""The faults that a hub must stand, each with what shows that it does: a test, or a page in `tests/broken/`."""

from __future__ import annotations

from pathlib import Path

import pytest

TESTS = Path(__file__).parent

FAULTS = {
    "numbers that look like times": ("content/test_loader.py::test_no_scalar_is_more_than_text", "value-moment"),
    "no, 010 and 1.10": ("content/test_loader.py::test_no_scalar_is_more_than_text", "yaml-key"),
    "a key twice": ("content/test_loader.py::test_duplicates_are_found_at_every_level", "yaml-duplicate-key"),
    "a bomb of aliases": ("content/test_loader.py::test_a_bomb_is_put_out_at_once", "yaml-alias", "yaml-anchor", "yaml-nodes"),
    "a tag that makes an object": ("yaml-tag",),
    "script in a text or an address": (
        "browser/test_hostile.py::test_no_page_runs_what_its_content_says", "link-scheme",
    ),
    "the end of a script in data for machines": (
        "browser/test_hostile.py::test_the_data_for_machines_holds_the_texts_as_they_are",
    ),
    "template signs in a text": ("build/test_pipeline.py::test_content_is_never_evaluated",),
    "a path out of the content": ("asset-outside", "preview/test_serve.py::test_no_path_leads_out_of_the_site"),
    "a symbolic link": ("content/test_loader.py::test_no_link_is_followed_wherever_it_stands",
                        "content/test_loader.py::test_a_link_to_itself_is_an_error",
                        "content/test_check.py::test_a_picture_that_is_a_link_is_refused"),
    "a name that is no address": ("content/test_loader.py::test_a_name_that_is_no_address_is_an_error", "file-reserved",
                                  "content/test_loader.py::test_composed_and_decomposed_names_are_twins", "file-twin"),
    "an address on the network": ("browser/test_pages.py::test_axe_finds_nothing", "browser/conftest.py::open_page"),
    "HTML that is not whole": ("model/test_hostile_markdown.py::test_no_text_becomes_something_that_acts",),
    "Markdown that explodes": ("model/test_hostile_markdown.py::test_a_flood_ends_and_is_harmless",),
    "bytes that are no text": ("text-encoding", "text-control", "content/test_loader.py::test_no_bytes_surprise_the_loader"),
    "a reference to nothing": ("ref-unknown", "asset-missing", "term-unknown", "goal-unknown"),
    "a civil registration number": (
        "personal-cpr", "content/test_check.py::test_a_number_in_captions_is_found_and_never_printed",
        "content/test_check.py::test_a_number_in_a_file_for_download_is_found",
        "content/test_check.py::test_a_number_in_the_name_of_a_document_is_found_and_never_printed",
    ),
    "a build that is killed, or a full disk": (
        "build/test_interrupted.py::test_a_killed_build_leaves_the_old_site_or_the_new",
        "build/test_interrupted.py::test_ctrl_c_ends_a_build_quietly_and_leaves_nothing",
        "build/test_interrupted.py::test_a_full_disk_is_a_sentence_and_the_old_site_stays",
    ),
    "a folder that is not ours": ("build/test_site_swap.py::test_a_folder_that_is_not_ours_is_refused",
                                  "build/test_site_swap.py::test_home_and_root_are_refused",
                                  "build/test_site_swap.py::test_sources_are_never_overwritten"),
    "two builds at once": ("build/test_site_swap.py::test_two_builds_at_once_are_kept_apart",),
    "an index that is not whole": ("search/test_index.py::test_a_file_that_is_cut_off_is_told_unless_it_is_known",
                                   "search/test_index.py::test_a_file_that_is_missing_is_told",
                                   "search/test_index.py::test_a_wrong_count_is_told"),
    "summer time, ends before starts": (
        "browser/test_copy_files.py::test_lessons_keep_their_time_over_summer_time", "dates-reversed", "subject-grade",
    ),
    "another clock, language, folder or order": ("build/test_pipeline.py::test_two_machines_make_the_same_bytes",),
}  # fmt: skip
"""Fault case 21 of the requirements, a stale cache, is what `tests/build/test_edited.py` looks for."""


@pytest.mark.parametrize("fault", FAULTS)
def test_what_stands_a_fault_is_there(fault: str) -> None:
    for shown in FAULTS[fault]:
        file, colons, name = shown.partition("::")
        if colons:
            assert f"def {name}(" in (TESTS / file).read_text("utf-8"), shown
        else:
            assert (TESTS / "broken" / f"{shown}.md").is_file(), shown
