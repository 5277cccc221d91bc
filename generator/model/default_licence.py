"""The licence of all texts of the hub that name no other."""

from __future__ import annotations

from generator.model.context import Context
from generator.model.vocabulary import LicenceEntry

USUAL = LicenceEntry(id="CC-BY-4.0", name="CC BY 4.0", url="https://creativecommons.org/licenses/by/4.0/")
"""Where a hub says nothing."""


def licence_of_texts(hub: Context) -> LicenceEntry | None:
    """None where the hub gives none. That it is a word of the hub has been seen to."""
    id_ = hub.settings.licence
    return hub.catalog.entries(LicenceEntry).get(id_) or (USUAL if id_ == USUAL.id else None)
