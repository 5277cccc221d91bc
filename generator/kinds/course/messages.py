"""What is said of a course that breaks a rule, one row each: code, severity, what is wrong, what to do."""

from __future__ import annotations

from generator.problems.problem import Severity
from generator.problems.rules import registered

ERROR, WARNING = Severity.ERROR, Severity.WARNING

# fmt: off
PROBLEMS = registered(
    ("goal-twice", ERROR, "Two goals are called “{id}”.", "Give each goal a different `id`."),
    ("goal-unused", WARNING, "No [lesson] serves the goal “{goal}”.", "Name it under `goals` in [a lesson], or remove it."),
    ("goal-unknown", ERROR, "The course has no goal called “{id}”.", "Did you mean “{nearest}”? Goals are listed under `goals` with an `id`."),
    ("goal-source", ERROR, "[The subject] goal “{goal}” does not say where it comes from.", "Add `framework`, or write `own_wording: true`."),
    ("framework-unknown", ERROR, "There is no framework “{id}” of version “{version}”.", "Known versions: {known}. They are in content/vocabulary/frameworks.yml."),
    ("framework-goal-unknown", ERROR, "The framework has no goal called “{goal}”.", "Did you mean “{nearest}”? Goals are in content/vocabulary/frameworks.yml."),
    ("lesson-minutes", WARNING, "[The lesson] “{title}” lasts {minutes} minutes, but its activities take {planned}.", "Make the two agree."),
    ("subject-grade", WARNING, "{subject} is not taught in [grade] {grades} ({source}).", "Check [subjects] and [grades]. More [subjects] can be added to content/vocabulary/subjects.yml."),
    ("subjects-missing", WARNING, "The course has no [subject].", "Name one under `subjects`, so that people find the course by it."),
    ("grades-missing", WARNING, "The course has no [grade].", "Name one under `grades`, so that people find the course by it."),
    ("signs-missing", ERROR, "The goal “{goal}” has no signs of learning.", "Write under `signs` what shows that it is being reached; course_signs: optional in site_config.yml lets a hub do without."),
    ("evaluation-missing", ERROR, "The course does not say how learning is evaluated.", "Write it under `evaluation`; course_signs: optional in site_config.yml lets a hub do without."),
    ("self-evaluation-missing", ERROR, "The course does not say how [the learners] judge their own learning.", "Write it under `self_evaluation`; course_signs: optional in site_config.yml lets a hub do without."),
    ("source-one", ERROR, "`based_on` must name either a course here or an address elsewhere.", "Give `course` or `url`, one of them."),
    ("source-self", ERROR, "A course cannot be based on itself.", "Name the course that was copied."),
    ("licence-forbids", ERROR, "The source's licence, {licence}, does not allow adapted copies.", "Ask the author for another licence, or link to the course instead of adapting it."),
    ("licence-share-alike", ERROR, "The source's licence, {licence}, must be kept in adapted copies.", "Give this course the same licence as its source."),
    ("licence-non-commercial", ERROR, "The source's licence, {licence}, forbids commercial use, and this licence allows it.", "Choose a licence with NC."),
    ("material-two-places", ERROR, "The material “{title}” has both an address and a file.", "Keep one of them."),
    ("material-licence", ERROR, "The material “{title}” does not say on which terms it may be used.", "Write the licence of whoever made it under `licence`; what can be opened on the site or the web needs one."),
    ("sheet-lesson", ERROR, "There is no [lesson] {number}: the course has {count}.", "Give the number of [the lesson] in which the sheet is used."),
)
# fmt: on
