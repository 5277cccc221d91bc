"""What is kept of a build beside the site itself, for the next one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pickle import UnpicklingError
from typing import Any

from generator.build.artifact import Unit
from generator.build.finalize import Indexed
from generator.content.check import Alone
from generator.model.page import Outline
from generator.store.blobs import Shelf
from generator.store.shards import Drawers


@dataclass(frozen=True, slots=True)
class State:
    """What was found out for a site. Nothing but documents may have changed since."""

    documents: Mapping[str, tuple[bytes, Alone]]
    """Fingerprint and findings of each, by path relative to the hub's root."""
    frame: bytes
    """Fingerprint of what stands around every page."""
    related_inputs: bytes
    """As `RelatedCache.inputs`."""
    units: Mapping[str, Unit]
    """By the address of their first page."""
    ordinary: tuple[Unit, ...]
    """Of the ordinary Markdown pages."""
    outlines: tuple[Outline, ...]
    """Of those too."""
    beside: frozenset[str]
    """Files beside the pages."""
    indexed: Indexed

    def unchanged(self, documents: Mapping[str, bytes]) -> dict[str, Alone]:
        """What is known of the documents that are as they were, by path; `documents` are fingerprints."""
        return {path: alone for path, (was, alone) in self.documents.items() if documents.get(path) == was}


@dataclass(frozen=True, slots=True)
class Stored:
    """A state as it lies on the disk: nearly all of it is the same after the next build, and is not packed again."""

    documents: Drawers = field(default_factory=Drawers)
    units: Drawers = field(default_factory=Drawers)
    """What is large of them lies on a shelf."""
    rest: State | None = None
    """All else."""

    def state(self) -> State | None:
        """The state; None when it was never stored, or not here."""
        if self.rest is None:
            return None
        try:
            return replace(self.rest, documents=self.documents.values, units=self.units.values)
        except (ValueError, UnpicklingError):
            return None

    def after(self, state: State, shelf: Shelf) -> Stored:
        """Stores another. OSError when the shelf cannot be written to, SpoiltError when it is another by now."""
        units = (*state.units.values(), *state.ordinary)
        places = shelf.put([unit.rest for unit in units])
        light = [
            unit if unit.rest is place else replace(unit, rest=place)
            for unit, place in zip(units, places, strict=True)
        ]  # fmt: skip
        own = dict(zip(state.units, light, strict=False))
        return Stored(
            self.documents.holding(state.documents), self.units.holding(own),
            replace(state, documents={}, units={}, ordinary=tuple(light[len(own) :])),
        )  # fmt: skip


def stored(kept: Any) -> Stored:
    """What was kept, if it is anything that was stored here."""
    return kept if isinstance(kept, Stored) else Stored()
