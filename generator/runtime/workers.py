"""Spreads work over processes through the standard `concurrent.futures` interface, here or on an engine's machines."""

from __future__ import annotations

import gc
import importlib
import os
import pickle
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import suppress
from functools import lru_cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

from generator.problems.problem import HubError

Shared = TypeVar("Shared")
Part = TypeVar("Part")
Result = TypeVar("Result")

_LEFT_BEHIND = 20_000
"""When so many more values were made than freed, it is looked for circles."""

_shared: Any  # whatever the work takes that comes with it
"""In a process of ours: what all parts need. It comes with the process, since to send it is costly."""


def spread(
    work: Callable[[Shared, Part], Result], shared: Shared, parts: Sequence[Part], *, executor: str = ""
) -> Iterator[Result]:
    """The results of `work(shared, part)` in the order of the parts; `work` is a function of a module.

    `executor` is `module:function`, which returns a `concurrent.futures.Executor` whose workers see the same disk;
    "" is all processors of this machine. HubError when there is no such function.
    """
    processes = processors()
    if executor:
        yield from _elsewhere(work, shared, parts, executor)
    # A process that has threads, as a preview of MkDocs has, must not be forked.
    elif len(parts) < 2 or processes == 1 or threading.active_count() > 1:
        yield from (work(shared, part) for part in parts)
    else:
        with ProcessPoolExecutor(
            min(processes, len(parts)), mp_context=get_context("fork"), initializer=_join, initargs=(shared,)
        ) as crew:
            yield from crew.map(_with_shared, [work] * len(parts), parts)


def beside(work: Callable[[Part], Result], part: Part) -> Callable[[], Result]:
    """Begins work in another process, if there is a processor for it; what is returned waits for the result."""
    if processors() == 1 or threading.active_count() > 1:
        return lambda: work(part)
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_tell, args=(there, work, part), daemon=True)
    process.start()
    there.close()

    def result() -> Result:
        try:
            found: Result = here.recv()
        except EOFError:  # it has failed: so that it fails here, or does not
            found = work(part)
        process.join()
        return found

    return result


def _tell(there: Connection, work: Callable[[Part], Result], part: Part) -> None:
    with suppress(Exception):  # `beside` does it again where somebody hears of it
        there.send(work(part))


def processors() -> int:
    """How many of this machine there are to work with."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def in_parts(count: int, at_once: int, *, least: int) -> list[slice]:
    """Parts of so many things, in order; one part when they are fewer than `least`, which no help would pay for."""
    size = at_once if count >= least else max(count, 1)
    return [slice(start, min(start + size, count)) for start in range(0, count, size)]


def _join(shared: object) -> None:
    global _shared  # the only way to hand a process its own once
    _shared = shared
    # What came with the process stays; what each part leaves behind in circles must go, but nobody waits for it.
    gc.freeze()
    gc.set_threshold(_LEFT_BEHIND)
    gc.enable()


def _with_shared(work: Callable[[Shared, Part], Result], part: Part) -> Result:
    return work(_shared, part)


def _elsewhere(
    work: Callable[[Shared, Part], Result], shared: Shared, parts: Sequence[Part], name: str
) -> Iterator[Result]:
    with tempfile.TemporaryDirectory(prefix="hub-shared-") as folder:
        file = Path(folder) / "shared.pickle"
        file.write_bytes(pickle.dumps(shared, pickle.HIGHEST_PROTOCOL))
        with named(name) as crew:
            yield from crew.map(_with_file, [work] * len(parts), [str(file)] * len(parts), parts)


def _with_file(work: Callable[[Shared, Part], Result], file: str, part: Part) -> Result:
    return work(_read(file), part)


@lru_cache(maxsize=1)
def _read(file: str) -> Any:  # as above
    """Once in each worker: the name of the folder is new for each use. Written by ourselves, a moment ago."""
    return pickle.loads(Path(file).read_bytes())


def named(name: str) -> Executor:
    """The executor that `module:function` returns. HubError when it does not."""
    module, _, function = name.partition(":")
    try:
        found = getattr(importlib.import_module(module), function)()
    except (ImportError, AttributeError, ValueError) as error:
        raise HubError(
            "The executor “{name}” cannot be had: {why}", "Correct executor in site_config.yml: module:function.",
            name=name, why=error,
        ) from error  # fmt: skip
    if not isinstance(found, Executor):
        raise HubError(
            "“{name}” returns no concurrent.futures.Executor.", "Correct executor in site_config.yml.", name=name
        )
    return found
