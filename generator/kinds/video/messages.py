"""What is said of a video that breaks a rule, one row each: code, severity, what is wrong, what to do."""

from __future__ import annotations

from generator.problems.problem import Severity
from generator.problems.rules import registered

ERROR, WARNING = Severity.ERROR, Severity.WARNING

# fmt: off
PROBLEMS = registered(
    ("film-one-place", ERROR, "source must name a file, or an address together with the name of its service.", "Give file, or url and service."),
    ("embed-https", ERROR, "A player's address must begin with https://.", "Copy it from the service's page about embedding."),
    ("chapter-order", ERROR, "The chapter “{title}” does not come after the one before it.", "Put the chapters in order of time."),
    ("chapter-beyond-end", ERROR, "The chapter “{title}” starts after the end of the video.", "Correct at, or the video's duration."),
    ("captions-missing", ERROR, "The film has no captions.", "Add captions, or write a dated exemption under audio_description (kind: exempt, with until)."),
    ("captions-speed", WARNING, "The captions “{file}” go faster than people read, first at {at}.", "Say it in fewer words, or let the line stand longer: at most 20 signs a second."),
    ("captions-unreadable", ERROR, "The captions “{file}” cannot be read as WebVTT: {why}", "Save the file as WebVTT in UTF-8."),
    ("captions-order", ERROR, "Captions in “{file}” overlap or are out of order.", "Let each caption start when the one before it has ended."),
    ("captions-coverage", ERROR, "The captions in “{file}” end at {end}, before 90 % of the video.", "Caption all that is said, also towards the end."),
    ("captions-beyond-end", ERROR, "The captions in “{file}” go on to {end}, after the end of the video.", "Correct the captions, or the video's duration."),
    ("exemption-undated", ERROR, "An exemption from audio description must have an end.", "Add until with a date."),
    ("label-caption", WARNING, "“{file}” says “{old}” at {at}; it is called “{new}” now.", "Record the film again, or correct the captions."),
)
# fmt: on
