"""What people who do not write in the content may hand in as a file, to be taken into it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Generic

from typing_extensions import TypeVar

from generator.model.fields import Strict

if TYPE_CHECKING:
    from generator.model.context import Context

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path into what is written: a field, and the entry of its list that is meant."""

    field: str
    entry: object = None
    """As it is written, sound or not; None where no entry of a list is meant."""


Handed = TypeVar("Handed", bound=Strict, default=Any)
"""`Form` alone is any: only its kind knows what its functions take."""


@dataclass(frozen=True, kw_only=True)
class Form(Generic[Handed]):
    """The fields of an item that others write. A file says what they were (`was`) and what they are to be (`now`)."""

    name: str = ""
    """What files call it; "" for the name of the kind."""
    version: int
    """Of the form. A file of another one is not read."""
    model: type[Handed]
    """Those fields. All of them may be left out, and the model of the kind has all of them."""
    identity: Callable[[Path, object], Hashable]
    """What makes two entries of a list the same one, by the path of the list; None for a list that is one value."""
    shown: Callable[[Handed], Handed]
    """What its page says of the fields. The rest is withheld: no file speaks of it that was not written by hand."""
    thing: Callable[[Sequence[Step], Context], str]
    """What a path leads to, by its title and date, in the language of the context; "" for all of it."""
    worth: Callable[[str, object, Context], str]
    """What a field holds, as it is written, in words."""
    stamps: Collection[str]
    """Fields that the page writes and nobody decides: what the newest file says holds."""
    lasting: Collection[str]
    """Lists whose entries are a record: nobody takes out all of them at once without meaning something else."""
    differences: Callable[[Handed, Handed, Context], Iterable[str]]
    """What changes from one to the other, in sentences of the hub's language."""
    blank: Callable[[str, date, Context], Mapping[str, str] | None]
    """The other fields of an item that has no file yet, by its id and the day; None when they cannot be known."""
