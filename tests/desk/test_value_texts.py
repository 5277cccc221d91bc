"""Days, times and lengths are shown and read as people write them."""

from __future__ import annotations

import pytest

from generator.desk.form_state import of_posted
from generator.desk.value_texts import as_read, as_spoken
from generator.forms.fields import Field, Line
from generator.i18n.language import Language

DAY, MOMENT, NUMBER = Line(10, "2026-12-03"), Line(16, "2026-12-03 14:30"), Line(9, keys="numeric")


@pytest.mark.parametrize(
    ("shape", "text", "said"),
    [
        (DAY, "28.11.2026", "2026-11-28"),
        (DAY, "28/11 2026", "2026-11-28"),
        (DAY, " 28. november 2026 ", "2026-11-28"),
        (DAY, "2026-11-28", "2026-11-28"),
        (DAY, "31.11.2026", "31.11.2026"),
        (MOMENT, "3. december 2026 kl. 14.30", "2026-12-03 14:30"),
        (MOMENT, "3/12 2026, 9.30", "2026-12-03 09:30"),
        (MOMENT, "2026-12-03 14:30", "2026-12-03 14:30"),
        (MOMENT, "3. december 2026", "3. december 2026"),
        (Line(5, "14:30"), "kl. 9.30", "09:30"),
        (NUMBER, "90 minutter", "90"),
        (NUMBER, "90 min.", "90"),
        (NUMBER, "mange", "mange"),
        (Line(6, "0.25"), "0,25", "0.25"),
        (Line(120), "28.11.2026", "28.11.2026"),
    ],
)
def test_what_people_write_is_read_and_what_nobody_understands_stays(shape: Line, text: str, said: str) -> None:
    assert as_read(shape, text, "da") == said
    field = Field("a", "A", "", True, shape)
    assert of_posted([field], {"a": [text]}, "da").fields == {"a": said}


@pytest.mark.parametrize("code", ["da", "en"])
@pytest.mark.parametrize("month", range(1, 13))
def test_what_is_shown_is_read_as_what_the_file_says(code: str, month: int) -> None:
    for shape, text in ((DAY, f"2026-{month:02}-03"), (MOMENT, f"2026-{month:02}-03 09:05")):
        shown = as_spoken(shape, text, Language(code))
        assert shown != text
        assert as_read(shape, shown, code) == text


def test_days_are_shown_in_the_languages_way() -> None:
    assert as_spoken(MOMENT, "2026-12-03 14:30", Language("da")) == "3. december 2026 kl. 14.30"
    assert as_spoken(DAY, "2026-13-03", Language("da")) == "2026-13-03"
