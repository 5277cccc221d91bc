"""What people who do not write in the content may hand in as a file, to be taken into it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Generic

from typing_extensions import TypeVar

from generator.model.fields import Strict

if TYPE_CHECKING:
    from generator.model.context import Context

Path = tuple[str | int, ...]
Handed = TypeVar("Handed", bound=Strict, default=Any)
"""`Form` alone is any: only its kind knows what its functions take."""


@dataclass(frozen=True, kw_only=True)
class Form(Generic[Handed]):
    """The fields of an item that others write. A file says what they were (`was`) and what they are to be (`now`)."""

    version: int
    """Of the form. A file of another one is not read."""
    model: type[Handed]
    """Those fields. All of them may be left out, and the model of the kind has all of them."""
    identity: Callable[[Path, object], Hashable]
    """What makes two entries of a list the same one, by the path of the list; None for a list that is one value."""
    differences: Callable[[Handed, Handed, Context], Iterable[str]]
    """What changes from one to the other, in sentences of the hub's language."""
    blank: Callable[[str, date, Context], Mapping[str, str] | None]
    """The other fields of an item that has no file yet, by its id and the day; None when they cannot be known."""
