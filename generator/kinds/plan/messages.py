"""What is said of a plan that breaks a rule, one row each: code, severity, what is wrong, what to do."""

from __future__ import annotations

from generator.problems.problem import Severity
from generator.problems.rules import registered

ERROR, WARNING = Severity.ERROR, Severity.WARNING

# fmt: off
PROBLEMS = registered(
    ("due-outside-phase", WARNING, "“{title}” is due outside the phase “{phase}”.", "Move it to another phase, or correct `due`."),
    ("activity-twice", ERROR, "Two activities are called “{id}”.", "Give each activity a different `id`."),
    ("criterion-term", ERROR, "The plan has no term called “{id}”.", "Did you mean “{nearest}”? Terms are listed under `terms` with an `id`."),
)
# fmt: on
