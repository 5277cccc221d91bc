"""Loads the libraries that only imports need, or says how to get them."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from generator.problems.problem import HubError


def library(name: str) -> ModuleType:
    """HubError when it is not installed."""
    try:
        return import_module(name)
    except ImportError as error:
        raise HubError(
            "“hub import” needs “{name}”, which is not installed.",
            "Run “pip install -r requirements/import.lock”, or install the program as training-hub[import].",
            name=name,
        ) from error
