"""The work goes to whoever is named, and comes to the same site."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.build.pipeline import build
from generator.problems.problem import HubError
from generator.runtime.workers import _read, in_parts, spread
from tests.hub import ROOT, changed
from tests.rebuilt import copy, files_of

if TYPE_CHECKING:
    from distributed import Client

CLUSTER: list[Client] = []


def dask() -> Executor:
    """What a hub names in its settings."""
    executor: Executor = CLUSTER[0].get_executor()
    return executor


def threads() -> Executor:
    return ThreadPoolExecutor(2)


def nothing() -> None:
    return None


def add(shared: int, part: slice) -> tuple[int, int]:
    return shared + part.start, os.getpid()


def parts_read() -> int:
    """In a worker: how many parts it was given."""
    known = _read.cache_info()
    return known.hits + known.misses


@pytest.fixture
def cluster() -> Iterator[Client]:
    from distributed import Client, LocalCluster  # what other processes need not load

    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as machines, Client(machines) as client:  # fmt: skip
        CLUSTER.append(client)
        yield client
        CLUSTER.clear()


@pytest.mark.parametrize(("count", "parts"), [(0, []), (5, [(0, 5)]), (10, [(0, 4), (4, 8), (8, 10)])])
def test_parts_cover_everything_once(count: int, parts: list[tuple[int, int]]) -> None:
    assert [(part.start, part.stop) for part in in_parts(count, 4, least=6)] == parts


@pytest.mark.parametrize("executor", ["", f"{__name__}:threads"])
def test_results_come_in_order(executor: str) -> None:
    results = list(spread(add, 100, in_parts(40, 1, least=2), executor=executor))

    assert [number for number, _ in results] == list(range(100, 140))


def test_processes_of_ones_own_share_the_work() -> None:
    """In a process without threads, which may be forked."""
    program = f"from {__name__} import *; " + (
        "print(os.getpid(), *{pid for _, pid in spread(add, 0, [slice(0, 1)] * 40)})"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True)
    own, *others = done.stdout.split()

    assert others
    assert own not in others or len(os.sched_getaffinity(0)) == 1


@pytest.mark.parametrize("name", ["nowhere:executor", f"{__name__}:gone", "no-colon", f"{__name__}:nothing"])
def test_an_executor_that_is_none_is_a_sentence(name: str) -> None:
    with pytest.raises(HubError, match=name.partition(":")[0]):
        list(spread(add, 0, in_parts(3, 1, least=1), executor=name))


def test_a_cluster_makes_the_same_site(tmp_path: Path, cluster: Client) -> None:
    here, there = copy(tmp_path / "here"), copy(tmp_path / "there")
    changed(
        there / "site_config.yml",
        lambda text: text.replace("- hub:\n", "- hub:\n      executor: tests.runtime.test_workers:dask\n", 1),
    )
    build(here / "site_config.yml", here / "site")
    build(there / "site_config.yml", there / "site")

    assert files_of(there / "site") == files_of(here / "site")
    assert sum(cluster.run(parts_read).values()) >= 2  # what is read, and what is made


def test_work_goes_on_beside() -> None:
    program = (
        f"from generator.runtime.workers import beside; from {__name__} import *; "
        "work = beside(elsewhere, 21); print(os.getpid(), *work())"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True)
    own, number, other = done.stdout.split()

    assert number == "42"
    assert own != other or len(os.sched_getaffinity(0)) == 1


def elsewhere(number: int) -> tuple[int, int]:
    return 2 * number, os.getpid()


def test_work_that_fails_beside_fails_here() -> None:
    program = (
        "from generator.runtime.workers import beside; from pathlib import Path\n"
        "try: beside(Path.read_bytes, Path('nothing'))()\n"
        "except FileNotFoundError: print('here')"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True)

    assert done.stdout == "here\n"
