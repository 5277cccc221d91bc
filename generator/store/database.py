"""A file of rows that is kept from one build to the next: only rows that have changed are written, all or none of them.

SQLite does the work. What is read is never trusted: each row holds a checksum, and a file that is damaged, foreign or
of another version is as good as none.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.store.codec import DamagedError

_CHECKSUM = 8
"""Bytes of a row's checksum."""
_PATIENCE = 5.0
"""Seconds to wait for another build that writes the same file."""
_TABLES = frozenset({("table", "rows"), ("index", "sqlite_autoindex_rows_1")})


@dataclass(frozen=True, slots=True)
class Changes:
    """What becomes of the rows of one section."""

    written: Mapping[str, bytes]
    """By key; they take the place of rows of the same key."""
    removed: Iterable[str] = ()


@dataclass(frozen=True, slots=True)
class Database:
    """Rows of bytes by section and key. The file may be lost or damaged at any time."""

    file: Path
    version: int
    """Of what the rows hold: a file of another one is put aside when it is next written."""

    def rows(self, section: str) -> dict[str, bytes]:
        """All rows of a section, by key. DamagedError when one is not as it was written."""
        with _damage(), closing(self._open("rw")) as connection:
            found = connection.execute("SELECT key, value FROM rows WHERE section = ?", (section,))
            return {key: _content(section, key, value) for key, value in found}

    def row(self, section: str, key: str) -> bytes:
        """DamagedError when it is not there as it was written."""
        with _damage(), closing(self._open("rw")) as connection:
            query = "SELECT value FROM rows WHERE section = ? AND key = ?"
            found = connection.execute(query, (section, key)).fetchone()
            if found is None:
                raise DamagedError(f"no row {section} {key}")
            return _content(section, key, found[0])

    def write(self, changes: Mapping[str, Changes], *, anew: bool) -> None:
        """Changes some sections at once; with `anew`, nothing stays.

        OSError when it cannot, or when there is nothing to change.
        """
        try:
            if anew:
                for name in ("", "-journal", "-wal", "-shm"):
                    self.file.with_name(self.file.name + name).unlink(missing_ok=True)
            with closing(self._open("rwc" if anew else "rw")) as connection, connection:
                connection.execute(f"PRAGMA user_version = {self.version}")
                connection.execute(
                    "CREATE TABLE IF NOT EXISTS rows (section TEXT, key TEXT, value BLOB, PRIMARY KEY (section, key))"
                )
                for section, change in changes.items():
                    connection.executemany(
                        "DELETE FROM rows WHERE section = ? AND key = ?", [(section, key) for key in change.removed]
                    )
                    connection.executemany(
                        "INSERT OR REPLACE INTO rows VALUES (?, ?, ?)",
                        (
                            (section, key, _checksum(section, key, value) + value)
                            for key, value in change.written.items()
                        ),
                    )
        except (sqlite3.Error, ValueError) as error:
            raise OSError(str(error)) from error

    def _open(self, mode: str) -> sqlite3.Connection:
        """sqlite3.Error when there is no such file, or none of this version."""
        if self.file.exists() and (self.file.is_symlink() or not self.file.is_file()):
            raise sqlite3.OperationalError(f"{self.file} is no file")
        address = f"{self.file.absolute().as_uri()}?mode={mode}"
        connection = sqlite3.connect(address, uri=True, timeout=_PATIENCE)
        try:
            # Nothing that somebody has written into the file itself is run.
            connection.execute("PRAGMA trusted_schema = OFF")
            # After a loss of power the file may be damaged, which the checksums show.
            connection.execute("PRAGMA synchronous = OFF")
            found = connection.execute("PRAGMA user_version").fetchone()[0]
            if found != self.version and not (mode == "rwc" and found == 0):
                raise sqlite3.DatabaseError(f"version {found}")
            if not _TABLES.issuperset(connection.execute("SELECT type, name FROM sqlite_master")):
                raise sqlite3.DatabaseError("tables of others")
        except sqlite3.Error:
            connection.close()
            raise
        return connection


@contextmanager
def _damage() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
        raise DamagedError(str(error)) from error


def _checksum(section: str, key: str, value: bytes) -> bytes:
    checksum = hashlib.blake2b(f"{section}\0{key}\0".encode("utf-8", "surrogatepass"), digest_size=_CHECKSUM)
    checksum.update(value)
    return checksum.digest()


def _content(section: str, key: object, value: object) -> bytes:
    if not isinstance(key, str) or not isinstance(value, bytes):
        raise DamagedError(f"{section}: a row of another form")
    content = value[_CHECKSUM:]
    if value[:_CHECKSUM] != _checksum(section, key, content):
        raise DamagedError(f"{section} {key}")
    return content
