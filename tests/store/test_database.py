"""Rows in a file: what was written comes back, all of it or none, and nothing that others wrote."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from generator.store.codec import DamagedError
from generator.store.database import Changes, Database


@pytest.fixture
def database(tmp_path: Path) -> Database:
    database = Database(tmp_path / "å b#%?.sqlite", version=1)
    database.write({"one": Changes({"a": b"A", "b": b"B"}), "other": Changes({"a": b"\0" * 100_000})}, anew=True)
    return database


def test_rows_are_kept_by_section_and_key(database: Database) -> None:
    assert database.rows("one") == {"a": b"A", "b": b"B"}
    assert database.row("other", "a") == b"\0" * 100_000
    assert database.rows("none") == {}


def test_only_what_changes_is_another_afterwards(database: Database) -> None:
    database.write({"one": Changes({"c": b"C", "b": b"another"}, ["a"])}, anew=False)

    assert database.rows("one") == {"b": b"another", "c": b"C"}
    assert len(database.row("other", "a")) == 100_000


def test_nothing_of_before_stays_in_a_new_file(database: Database) -> None:
    database.write({"one": Changes({"c": b"C"})}, anew=True)

    assert database.rows("one") == {"c": b"C"}
    assert database.rows("other") == {}


def test_a_change_that_fails_half_way_changes_nothing(database: Database) -> None:
    with pytest.raises(OSError, match="surrogates"):
        database.write({"one": Changes({"a": b"another"}), "other": Changes({"\ud800": b"x"})}, anew=False)

    assert database.row("one", "a") == b"A"


def test_a_row_that_is_not_there_is_damage(database: Database) -> None:
    with pytest.raises(DamagedError):
        database.row("one", "z")


@pytest.mark.parametrize("place", range(0, 12_000, 397))
def test_a_byte_that_is_another_never_comes_back_as_a_value(tmp_path: Path, place: int) -> None:
    database = Database(tmp_path / "x.sqlite", version=1)
    rows = {f"key-{number}": bytes([number]) * 50 for number in range(100)}
    database.write({"one": Changes(rows)}, anew=True)
    content = bytearray(database.file.read_bytes())
    content[place % len(content)] ^= 0x55
    database.file.write_bytes(content)

    try:
        found = database.rows("one")
    except DamagedError:
        return
    assert found.items() <= rows.items()


def test_a_missing_file_is_damage_and_is_not_made(tmp_path: Path) -> None:
    database = Database(tmp_path / "x.sqlite", version=1)

    with pytest.raises(DamagedError):
        database.rows("one")
    with pytest.raises(OSError, match="open"):
        database.write({}, anew=False)
    assert not database.file.exists()


def test_a_file_of_another_version_is_as_good_as_none(database: Database) -> None:
    later = Database(database.file, version=2)

    with pytest.raises(DamagedError):
        later.rows("one")
    later.write({"one": Changes({"a": b"new"})}, anew=True)
    assert later.rows("one") == {"a": b"new"}


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.sqlite")

    with pytest.raises(DamagedError):
        Database(tmp_path / "x.sqlite", version=1).rows("one")


def test_what_others_have_put_into_the_file_is_not_used(database: Database) -> None:
    with closing(sqlite3.connect(database.file)) as connection, connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON rows BEGIN DELETE FROM rows; END")

    with pytest.raises(DamagedError):
        database.rows("one")
