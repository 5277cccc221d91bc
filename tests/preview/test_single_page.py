"""One document is seen anew, also when it points to others than before."""

from __future__ import annotations

from pathlib import Path

from generator.preview.single_page import take_snapshot
from tests.hub import changed, copied


def test_a_page_that_points_to_others_than_before_is_shown(tmp_path: Path) -> None:
    root = copied(tmp_path)
    snapshot = take_snapshot(root / "site_config.yml")
    file = root / "content/guides/soeg-i-hubben.yml"
    changed(file, lambda text: text.replace("see_also: [", "see_also: ['course:fagtekster-5-klasse', ", 1))

    look = snapshot.look(file)

    assert look
    assert look.problems == ()
    assert b"courses/fagtekster-5-klasse/" in dict(look.pages)["guides/soeg-i-hubben/index.html"]
