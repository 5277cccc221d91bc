"""What is said of a case that breaks a rule, one row each: code, severity, what is wrong, what to do."""

from __future__ import annotations

from generator.problems.problem import Severity
from generator.problems.rules import registered

ERROR, WARNING = Severity.ERROR, Severity.WARNING

# fmt: off
PROBLEMS = registered(
    ("case-affects-nothing", WARNING, "The case touches nothing, so no page tells of it.", "Fill in `functions`, `items`, `schools` or `devices` under `affects`."),
    ("workaround-missing", ERROR, "The case has a workaround, but does not say which.", "Write it under `workaround`, or write `state: open`."),
    ("decision-missing", ERROR, "The case is decided, but does not say what.", "Write `date`, `text` and `by` under `decision`, or change `state`."),
    ("solved-undated", ERROR, "The case is solved, but does not say when.", "Write `date` under `solved`, and `version` if there is one."),
    ("solved-open", WARNING, "The case was solved on {date}, and `state` says that it is not.", "Write `state: solved`, or empty `solved`."),
    ("case-dates", ERROR, "The history goes backwards: {first} is to come before {then}.", "Correct the day: `opened`, `updates`, `decision` and `solved` follow each other."),
    ("planned-reversed", ERROR, "What is planned ends before it starts.", "Correct `start` or `end`."),
    ("planned-clock", ERROR, "On that night no clock shows {time}: it goes over to summer time.", "Write an hour later, or an hour earlier."),
    ("case-twin", WARNING, "“{title}” is from the same week and about the same function.", "Write both in one case, or say in the title what sets them apart."),
    ("case-stale", WARNING, "The case has waited for {days} days without news.", "Write what has happened under `updates`, or close it."),
)
# fmt: on
