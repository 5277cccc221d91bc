"""What is said of a programme that breaks a rule, one row each: code, severity, what is wrong, what to do."""

from __future__ import annotations

from generator.problems.problem import Severity
from generator.problems.rules import registered

ERROR, WARNING = Severity.ERROR, Severity.WARNING

# fmt: off
PROBLEMS = registered(
    ("programme-overrun", ERROR, "“{title}” is to begin at {at}, and what stands before it lasts until {end}.", "Make that {minutes} min shorter, or begin later."),
    ("programme-midnight", ERROR, "“{title}” lasts beyond midnight.", "Begin earlier, or divide it into two sessions."),
    ("break-missing", WARNING, "People sit for {minutes} min without a break.", "Put in a module with `kind: break` after 90 minutes at the latest."),
    ("lunch-missing", WARNING, "“{title}” lasts over noon, and there is no lunch.", "Put in a module with `kind: lunch`, or end before 13:00."),
    ("module-twice", ERROR, "The name “{id}” is taken by another part of the page.", "Give each session a different `id`, and each module one that no other module of the session has."),
    ("shrink-longer", ERROR, "“{title}” takes {minutes} min, and shrinks to {least}.", "Write fewer minutes under `shrink_to` than under `minutes`."),
    ("programme-goal", ERROR, "The programme has no goal called “{id}”.", "Did you mean “{nearest}”? Goals are listed under `goals` with an `id`."),
    ("goal-unserved", WARNING, "No module serves the goal “{goal}”.", "Name it under `goals` of a module, or leave it out."),
    ("exercise-share", WARNING, "The participants work themselves for {share} % of the time.", "Give at least a quarter to modules with `kind: exercise`; watching alone changes little."),
    ("notes-only", WARNING, "“{title}” has notes for the trainer, and nothing for the participants.", "Write under `text` what happens, in a sentence."),
    ("handout-missing", ERROR, "Nobody can find “{title}”: it names neither a file nor an address, or both.", "Give `file` or `url`."),
)
# fmt: on
