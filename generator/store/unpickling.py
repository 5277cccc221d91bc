"""Reads back what was packed between builds: what lies on a disk may be anybody's."""

from __future__ import annotations

import io
import pickle
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from pydantic import BaseModel

_known: dict[tuple[str, str], Any] = {}
"""What was found before: the same few names stand in hundreds of values."""


class _Reader(pickle.Unpickler):
    """Reads back nothing but values of this program."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _known:
            return _known[module, name]
        found = super().find_class(module, name) if module.startswith("generator.") or module == "datetime" else None
        is_value = found is date or (
            isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum | BaseModel))
        )
        if is_value or (module, name) == ("generator.problems.problem", "_rebuild"):
            _known[module, name] = found
            return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def unpacked(packed: bytes) -> Any:
    """The values that were packed. ValueError or UnpicklingError when they were not packed here."""
    try:
        return _Reader(io.BytesIO(packed)).load()
    except pickle.UnpicklingError:
        raise
    except Exception as error:  # whatever bytes that are no pickle lead to
        raise ValueError(str(error)) from error
