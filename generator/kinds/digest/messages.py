"""What is said of a weekly mail that breaks a rule, one row each: code, severity, what is wrong, what to do."""

from __future__ import annotations

from generator.problems.problem import Severity
from generator.problems.rules import registered

ERROR, WARNING = Severity.ERROR, Severity.WARNING

# fmt: off
PROBLEMS = registered(
    ("digest-week", ERROR, "The week {week} goes from {start} to {end}.", "Correct `start` and `end`, or `week`."),
    ("digest-no-week", ERROR, "There is no week {week}; the last one of that year is {last}.", "Correct `week`."),
    ("digest-name", ERROR, "A mail is found by its week, so that its file is called {name}.", "Rename the file, or correct `week`. There is one mail a week."),
    ("digest-subject", ERROR, "The title is the subject of the mail and holds a line break.", "Write it on one line."),
    ("digest-empty", WARNING, "The mail tells nothing to “{role}”.", "Take the role out of `audiences`, or tell them that there is nothing new."),
    ("digest-long", WARNING, "The mail has {count} lines for “{role}”; more than 12 are seldom read.", "Take out what can wait, or say with `only` whom a line is for."),
    ("line-long", WARNING, "The line has {count} signs; at most 140 are read on a phone.", "Say it shorter: the rest is on the page that it leads to."),
    ("only-nobody", ERROR, "The mail does not go to “{role}”.", "Add the role to `audiences`, or correct `only`."),
)
registered(  # by `hub check` alone, so that no page is wrong by them
    ("digest-forgot", WARNING, "What came out lately is in no mail: {titles} ({count} in all).", "Run “hub digest” with the week: it adds what is missing and remembers what you take out again."),
    ("digest-role", WARNING, "News or a meeting is for “{role}” alone, and no weekly mail goes to them.", "Add the role to `audiences`, or tell them in another way."),
    ("digest-unsent", WARNING, "The week {week} is over, and its mail was not sent.", "Write the day on which it went out under `sent`, or delete the mail."),
)
# fmt: on
