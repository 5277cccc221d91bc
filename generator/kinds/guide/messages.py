"""What is said of a guide that breaks a rule, one row each: code, severity, what is wrong, what to do."""

from __future__ import annotations

from generator.problems.problem import Severity
from generator.problems.rules import registered

ERROR, WARNING = Severity.ERROR, Severity.WARNING

# fmt: off
PROBLEMS = registered(
    ("quiz-missing", ERROR, "The step is completed by a quiz, but has none.", "Add `quiz`, or write `completion: read` or `completion: do`."),
    ("quiz-no-answer", ERROR, "None of the answers is marked as right.", "Write `correct: true` at the right answer."),
    ("moment-beyond-end", ERROR, "The moment is after the end of the video “{title}”.", "Use a moment within the video's duration."),
    ("way-unknown", ERROR, "“{way}” is not among the ways through the guide.", "Write it in `ways` of the guide, or correct it."),
    ("way-unused", ERROR, "No step is for “{way}” alone.", "Name it in `ways` of the steps that only those who choose it take."),
    ("highlight-outside", ERROR, "The frame “{label}” reaches outside the picture.", "`x` + `width` and `y` + `height` must be at most 1."),
    ("picture-one-source", ERROR, "`image` must name a file, or say with `shot` how the picture is taken.", "Give one of them."),
    ("shot-place", ERROR, "“{page}” is not a page of the site.", "Write it relative to the site's root, for instance guides/search/."),
    ("shot-missing", WARNING, "The picture has not been taken yet, so the step is shown without it.", "Run “hub shots”."),
    ("label-picture", WARNING, "The picture is from before the button was called “{new}”.", "Take it again, follow the guide, and correct `last_tested`."),
    ("retest-due", WARNING, "“{title}” was solved on {date}, after the guide was last tested.", "Follow the guide again (place: {place}), and correct `last_tested`."),
)
# fmt: on
