"""Replaces the files that people see: builds beside them, verifies, and swaps at once. The only place that does so."""

from __future__ import annotations

import ctypes
import ctypes.util
import errno
import fcntl
import glob
import os
import shutil
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from generator.build.marker import MARKER, carry_over, drop_others, write_marker
from generator.model.settings import Audience
from generator.problems.problem import HubError
from generator.store.atomic_write import sync_files, sync_folder

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


@contextmanager
def replacing(
    site: Path, *, sources: tuple[Path, ...], aside: Callable[[], Path | None] = lambda: None,
    audience: Audience = "public",
) -> Iterator[Path]:  # fmt: skip
    """Yields an empty folder beside `site`; when the block ends well it takes the place of `site` at once.

    What stood there is removed, or put where `aside` says then; what others had in it stays. HubError when `site` is
    not ours to replace, or when another build holds the lock. An interrupted block leaves `site` as it was.
    """
    refuse_foreign(site, sources)
    site = _real(site)
    with _readable(), _interrupts() as interrupts, _lock(site):
        _sweep(site)
        staging = Path(tempfile.mkdtemp(prefix=f".{site.name}.building-", dir=site.parent))
        staging.chmod(0o755)
        try:
            yield staging
            write_marker(staging, audience)
            others = carry_over(site, staging)
            sync_files(staging)
            interrupts.hold()
            _swap(staging, site)
            if place := aside():
                _put_aside(staging, place, others)
        finally:
            interrupts.held = True
            shutil.rmtree(staging, ignore_errors=True)


def refuse_foreign(site: Path, sources: tuple[Path, ...]) -> None:
    """HubError unless the folder is absent, empty or marked as ours, and far from home and the sources."""
    home = Path.home().resolve()
    is_link, site = site.is_symlink(), _real(site)
    taken = any(
        source == site or source.is_relative_to(site) or site.is_relative_to(source) for source in map(_real, sources)
    )
    if is_link or site in (home, Path(site.anchor)) or home.is_relative_to(site) or taken:
        raise HubError(
            "The site cannot be written to {path}.", "Choose a folder of its own with --site-dir.", path=site
        )
    if site.exists() and not site.is_dir():
        raise HubError("{path} is a file.", "Choose a folder of its own with --site-dir.", path=site)
    if site.exists() and any(site.iterdir()) and not (site / MARKER).is_file():
        raise HubError(
            "{path} holds files that this program did not make.",
            "Choose an empty folder with --site-dir, or empty that one yourself.", path=site,
        )  # fmt: skip


def _real(place: Path) -> Path:
    """Where a path leads, links and steps upwards followed: what lies there is what matters."""
    return Path(os.path.realpath(place))


@contextmanager
def _readable() -> Iterator[None]:
    """A site is for a web server to read, however private the files of whoever builds it are."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


class _Interrupts:
    """Ctrl-C, remembered: Python loses the exception when it is raised inside a finalizer."""

    def __init__(self) -> None:
        self.seen = False
        self.held = False
        """Whether the work goes on all the same, because it is short and must be whole."""

    def __call__(self, *_: int | FrameType | None) -> None:
        self.seen = True
        if not self.held:
            raise KeyboardInterrupt

    def hold(self) -> None:
        """From here on nothing is interrupted. KeyboardInterrupt when somebody already tried."""
        self.held = True
        if self.seen:
            raise KeyboardInterrupt


@contextmanager
def _interrupts() -> Iterator[_Interrupts]:
    interrupts = _Interrupts()
    if threading.current_thread() is not threading.main_thread():
        yield interrupts  # only the main thread hears signals
        return
    before = signal.signal(signal.SIGINT, interrupts)
    try:
        yield interrupts
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _lock(site: Path) -> Iterator[None]:
    site.parent.mkdir(parents=True, exist_ok=True)
    lock = site.parent / f".{site.name}.lock"
    try:
        # A link to somebody's work, or a pipe, may stand there: it is not followed, emptied or waited for.
        handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, 0o644)
    except OSError as error:
        if error.errno not in (errno.ELOOP, errno.EISDIR, errno.ENXIO):
            raise
        raise HubError("{path} is no lock of this program.", "Remove it, then build again.", path=lock) from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        raise HubError(
            "Another build is writing {path}.", "Wait until it has finished, then try again.", path=site
        ) from error
    try:
        yield
    finally:
        os.close(handle)


def _sweep(site: Path) -> None:
    """Removes what builds that were killed left behind; the lock is ours, so nobody uses it."""
    for left in site.parent.glob(f".{glob.escape(site.name)}.building-*"):
        shutil.rmtree(left, ignore_errors=True)


def _put_aside(old: Path, place: Path, others: list[str]) -> None:
    """Keeps a folder, unless it would have to be copied there."""
    with suppress(OSError):
        drop_others(old, others)
        shutil.rmtree(place, ignore_errors=True)
        old.rename(place)


def _swap(staging: Path, site: Path) -> None:
    if not site.exists():
        staging.rename(site)
    elif not _exchange(staging, site):
        old = staging.with_name(staging.name + "-old")
        site.rename(old)
        staging.rename(site)
        shutil.rmtree(old, ignore_errors=True)
    sync_folder(site.parent)


def _exchange(one: Path, other: Path) -> bool:
    """Swaps two folders in one step where the system can (Linux); False where it cannot."""
    if not sys.platform.startswith("linux"):
        return False
    library = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)
    if not hasattr(library, "renameat2"):
        return False
    paths = os.fsencode(one), os.fsencode(other)
    return bool(library.renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)
