"""What is said of news that breaks a rule, one row each: code, severity, what is wrong, what to do."""

from __future__ import annotations

from generator.problems.problem import Severity
from generator.problems.rules import registered

ERROR, WARNING = Severity.ERROR, Severity.WARNING

# fmt: off
PROBLEMS = registered(
    ("news-ahead", ERROR, "The news is of {date}, and was last updated on {updated}.", "Write the day on which it is told under `date`; what happens later belongs in the text."),
    ("post-address", WARNING, "The post holds an address.", "Leave it out: the address of the page is added when the post is copied."),
)
# fmt: on
