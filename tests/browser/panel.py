"""Opens "Use this course" in a browser as a teacher does."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

COURSE = "fagtekster-5-klasse"
NOW = datetime(2026, 9, 1, 12)


def use(page: Any) -> Any:
    """The open panel; the visitor's clock stands still on a day in early autumn."""
    page.clock.set_fixed_time(NOW)
    page.get_by_role("button", name="Brug forløbet").click()
    panel = page.locator(".hub-use")
    panel.locator(".hub-fit").wait_for()
    return panel


def fit(panel: Any, klass: str = "", start: str = "", days: dict[str, str] | None = None) -> None:
    """Fills in what is given; `days` are the only weekdays, each with its time."""
    if klass:
        panel.get_by_label("Klassens navn").fill(klass)
    if start:
        panel.get_by_label("Startdato").fill(start)
    settled(panel)
    if days is not None:
        for row in panel.locator(".hub-days li").all():
            box = row.get_by_role("checkbox")
            box.set_checked(row.inner_text().strip() in days)
            # What is said of a choice moves those below it, and a click that is on its way would miss.
            settled(panel)
        for day, time in days.items():
            panel.get_by_label(f"Starttidspunkt {day.lower()}").fill(time)
    settled(panel)


def settled(panel: Any) -> None:
    """Waits until what was typed is kept and the plan has followed."""
    panel.page.locator(".hub-fit:not([aria-busy])").wait_for(state="attached")


def take(panel: Any, button: str, folder: Path) -> Path:
    """Takes a file along."""
    settled(panel)
    with panel.page.expect_download() as download:
        panel.get_by_role("button", name=button).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def kept(page: Any) -> list[dict[str, Any]]:
    """What the browser keeps."""
    found: list[dict[str, Any]] = page.evaluate("JSON.parse(localStorage.getItem('hub:copies') ?? '[]')")
    return found
