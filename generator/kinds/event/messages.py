"""What is said of an event that breaks a rule, one row each: code, severity, what is wrong, what to do."""

from __future__ import annotations

from generator.problems.problem import Severity
from generator.problems.rules import registered

ERROR, WARNING = Severity.ERROR, Severity.WARNING

# fmt: off
PROBLEMS = registered(
    ("occasion-twice", ERROR, "Two occasions are called “{id}”.", "Give each occasion a different `id`, and let those that are published keep theirs."),
    ("occasion-length", ERROR, "How long “{occasion}” lasts is not clear.", "Give `minutes` or `end`, not both; `end` comes after `start`, on the same day or at most 12 hours later."),
    ("occasion-reversed", ERROR, "`end` is before `start`.", "Correct the one that is wrong; `end` comes after `start`, on the same day or at most 12 hours later."),
    ("occasion-holiday", WARNING, "“{occasion}” is in the holiday “{holiday}”.", "Move it, or correct content/vocabulary/holidays.yml."),
    ("occasion-weekend", WARNING, "“{occasion}” is on a Saturday or a Sunday.", "Check the date, or move it."),
    ("time-gap", ERROR, "“{time}” is in the hour that summer time leaves out.", "Move it: no clock shows that time."),
    ("time-twice", ERROR, "“{time}” is in the hour that comes twice when summer time ends.", "Move it: nobody can tell which of the two is meant."),
    ("signup-one", ERROR, "`signup` must say where one signs up, in one place.", "Give `url` or `mailbox`, not both."),
    ("signup-after-start", ERROR, "One can sign up until after the last time it is held.", "Correct `by` under `signup`."),
    ("cancelled-unsaid", ERROR, "“{occasion}” is cancelled, but nothing says why.", "Add to its `changes`: `what: cancelled`, with `date` and `why`."),
    ("occasion-vanished", WARNING, "“{id}”, {time}, is in people's calendars, and is not here any more.", "Put it back with `state: cancelled` and a change that says why, or with the `id` that it had. If the file of the event has a new name, write its old name under `uid`."),
    ("moved-unsaid", WARNING, "People have “{occasion}” in their calendars as “{before}”, and nothing tells of the change.", "Add to its `changes`: `what: {what}`, with `date`, `was` and `why`; or put it back."),
    ("place-missing", ERROR, "Nothing says where “{occasion}” is held.", "Give `place`, for all occasions or for this one."),
    ("uid-taken", ERROR, "Calendars know “{other}” by this name already.", "Give the `uid` that this event had before its file was renamed, or leave it out."),
    ("clash", WARNING, "“{occasion}” is held while {other} is, for the same role and place.", "Move one of them, or leave it if both can be."),
    ("webinar-url", WARNING, "A webinar needs an address to join at.", "Add `url` under `place`."),
    ("programme-long", ERROR, "“{title}” takes {minutes} min, and “{occasion}” lasts {there} min.", "Give the occasion more time, or name a session that fits."),
    ("programme-none", ERROR, "“{title}” is no programme.", "Name one, as training:superusers#day-1; what is taught stands under `teaches`."),
)
# fmt: on
