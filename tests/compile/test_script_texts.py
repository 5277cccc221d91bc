"""The texts that scripts ask for are the texts that the hub has."""

from __future__ import annotations

import re

from generator.compile.course_copy_strings import COPY
from tests.hub import ROOT

SCRIPTS = ROOT / "templates/assets/copy"


def scripts() -> str:
    return "".join(path.read_text("utf-8") for path in sorted(SCRIPTS.glob("*.js")))


def test_every_text_that_is_asked_for_exists() -> None:
    text = scripts()
    asked = set(re.findall(r'\bword\((?:\w[^"()]*\? )?"(\w+)"', text)) | set(
        re.findall(r'\? "\w+" : "(\w+)", \{', text)
    )
    counted = set(re.findall(r'\bcounted\("(\w+)"', text))

    assert len(asked) > 60
    assert asked | counted | {f"{key}Many" for key in counted} <= COPY.keys()


def test_no_text_is_left_over() -> None:
    text = scripts()
    quoted = set(re.findall(r'"(\w+)"', text))

    assert {key.removesuffix("Many") for key in COPY} <= quoted
