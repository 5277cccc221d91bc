"""What visitors may write on the site without an account, and hand in as a file that `hub take` reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.catalog import YamlValue


def nothing_more(_: Mapping[str, YamlValue], __: date) -> Mapping[str, YamlValue]:
    return {}


@dataclass(frozen=True, kw_only=True)
class Writing:
    """A form on the site, for an item of a kind or for an entry that an item gets. Its fields are the model's."""

    name: str
    """Its name in the address `write/<name>/` and in files: `experience`."""
    title: str
    """What one does there (English message id)."""
    lead: str
    """One or two sentences over the form (English message id)."""
    asks: tuple[str, ...]
    """The fields that are asked, in order; `occasions.start` is one of a field's own. The rest is filled in later by
    those who publish.
    """
    list: str = ""
    """The list of an item of the kind that gets an entry; "" for a whole item of its own."""
    completed: Callable[[Mapping[str, YamlValue], date], Mapping[str, YamlValue]] = nothing_more
    """Fields that nobody is asked, by what was written and the day: an item is begun with them."""
