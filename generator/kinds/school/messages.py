"""What is said of a school that breaks a rule, one row each: code, severity, what is wrong, what to do."""

from __future__ import annotations

from generator.problems.problem import Severity
from generator.problems.rules import registered

ERROR, WARNING = Severity.ERROR, Severity.WARNING

# fmt: off
PROBLEMS = registered(
    ("school-name", WARNING, "[The place] is called “{name}” in the vocabulary and “{title}” here.", "Correct the title, or name in content/vocabulary/schools.yml."),
    ("superusers-few", WARNING, "Superusers of [the place]: {count}. Three to seven, one of them a leader, are expected.", "Name more, or correct the number."),
    ("activity-unknown", ERROR, "The plan has no activity called “{id}”.", "Did you mean “{nearest}”? An activity that only [the place] has stands under `adds`."),
    ("change-twice", ERROR, "The activity “{id}” is changed twice.", "Write both changes in one line."),
    ("dropped-without-reason", ERROR, "“{id}” is dropped without a reason.", "Write why under `reason`."),
    ("adds-phase", ERROR, "The plan has no phase called “{id}”.", "Did you mean “{nearest}”? The phases and their ids stand in the plan's file."),
    ("adds-taken", ERROR, "The plan has an activity called “{id}” already.", "Give [the place's] own activity another `id`, or write it under `changes`."),
    ("plan-gone", WARNING, "The plan “{id}” is not in this hub, or not any more; [the place's] page shows what it has written all the same.", "Did you mean “{nearest}”? If the plan was deleted, leave it as it is, or take it out of [the place's] file."),
    ("plan-moved-on", WARNING, "The plan has changed since [the place] made it its own.", "Look the plan through, and save it again from [the place's] page."),
    ("criterion-unknown", ERROR, "None of [the place's] plans has a criterion called “{id}”.", "Did you mean “{nearest}”? The criteria and their ids stand in the plan's file."),
    ("observation-form", ERROR, "An observation says how many, or gives a verdict, and not both.", "Write `reached` (and `of`), or `verdict`."),
    ("observation-of-none", ERROR, "A share of nobody says nothing.", "Write how many there are under `of`; leave the observation out when nobody was counted."),
    ("observation-above", ERROR, "{reached} of {of} is more than all.", "Correct `reached` or `of`."),
    ("observation-measure", WARNING, "The target is a number, and the observation a verdict.", "Count, and write `reached` and `of`."),
    ("observation-twice", WARNING, "There are two observations of “{criterion}” from the same day; the later line counts.", "Remove the one that does not hold."),
    ("reported-future", ERROR, "{date} had not come yet when this was written on {written}.", "Correct the date, or the day under {field}."),
    ("day-outside", WARNING, "{date} lies outside the plans that [the place] follows, which run from {start} to {end}.", "Look whether the year is right."),
    ("personal-contact", ERROR, "“{text}” looks like a telephone number or a mail address.", "Write the role instead. How to reach somebody must never stand here."),
    ("level-drop", WARNING, "“{subject}” is two levels lower than last.", "Look whether it is so."),
    ("agreement-reversed", ERROR, "The agreement is due before it was made.", "Correct `made` or `due`."),
)
# fmt: on
