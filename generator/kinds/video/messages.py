"""What is said of a video that breaks a rule, one row each: code, severity, what is wrong, what to do."""

from __future__ import annotations

from generator.problems.problem import Severity
from generator.problems.rules import registered

ERROR, WARNING = Severity.ERROR, Severity.WARNING

# fmt: off
PROBLEMS = registered(
    ("film-one-place", ERROR, "`source` must name a file, or an address together with the name of its service.", "Give `file`, or `url` and `service`."),
    ("film-signed-in", WARNING, "“{host}” shows the film only to those whom it lets in.", "Put the file beside the content, or on a service that shows it to all. On an internal site it can stay."),
    ("film-unreadable", ERROR, "“{file}” is not a whole film in {form}.", "Copy the file again, or export it as {form}."),
    ("film-codec", ERROR, "“{file}” is coded as {codecs}, which not all browsers play.", "Export it as MP4 with H.264 (AVC) and AAC."),
    ("film-length", ERROR, "The film lasts {length}.", "Correct `duration`, or choose another file."),
    ("film-location", WARNING, "The film “{file}” tells where it was filmed.", "The site gets it without the place. Remove it from the file too, since others can read that."),
    ("film-track", ERROR, "The film “{file}” holds a track that says where the camera was at each moment.", "Export it from a film program without data tracks (GPS, telemetry)."),
    ("embed-https", ERROR, "A player's address must begin with https://.", "Copy it from the service's page about embedding."),
    ("chapter-order", ERROR, "The chapter “{title}” does not come after the one before it.", "Put the chapters in order of time."),
    ("chapter-beyond-end", ERROR, "The chapter “{title}” starts after the end of the video.", "Correct `at`, or `duration` of the video."),
    ("captions-missing", ERROR, "The film has no captions.", "Add `captions`, or write a dated exemption under `audio_description` (`kind: exempt`, with `until`)."),
    ("captions-speed", WARNING, "The captions “{file}” go faster than people read, first at {at}.", "Say it in fewer words, or let the line stand longer: at most 20 signs a second."),
    ("captions-unreadable", ERROR, "The captions “{file}” are not WebVTT in UTF-8.", "“hub import captions {path} {id} --replace” makes WebVTT of them, if they are SubRip, SBV, TTML or in an old encoding."),
    ("captions-time", ERROR, "No browser shows this caption: “{text}” does not say from when to when.", "Write it as 00:01:04.500 --> 00:01:07.000, with a dot, and later after the arrow."),
    ("captions-text", ERROR, "No browser shows this: “{text}” has no time.", "Put the time on the line above it, with no empty line between. A comment begins with NOTE."),
    ("captions-markup", ERROR, "No browser shows “{text}”: it is taken for markup.", "Write &lt; for < and &amp; for &."),
    ("captions-style", ERROR, "A style in “{file}” could fetch something.", "Remove it. Browsers have a style of their own for captions."),
    ("captions-limit", ERROR, "“{file}” holds more than {text} captions, which is the most that are read.", "Divide the film into several."),
    ("captions-sign", ERROR, "Here is an invisible control character ({character}), which can hide or distort text.", "Delete it. It often comes along when text is pasted from another program."),
    ("captions-empty", WARNING, "The caption at {at} says nothing.", "Write what is said or heard, or remove it."),
    ("captions-order", ERROR, "The caption at {at} stands after one that is shown later.", "Put the captions in order of time."),
    ("captions-overlap", WARNING, "In “{file}” one caption is shown over another, first at {at}.", "Let it start when the one before it has ended. If two people speak at once, begin with their names: <v Name>."),
    ("captions-rolling", WARNING, "In “{file}” every line comes two or three times, as in automatic captions.", "“hub import captions {path} {id} --replace” leaves each line once."),
    ("captions-code", ERROR, "“{value}” is not the code of a language.", "Did you mean “{nearest}”? Danish is da, English en, German de; see ISO 639-1."),
    ("captions-language", WARNING, "“{file}” seems to be in “{found}”, and `language` says “{language}”.", "Correct `language` or the file's name, or choose another file."),
    ("captions-coverage", ERROR, "The captions in “{file}” end at {end}, before 90 % of the video.", "Caption all that is said, also towards the end."),
    ("captions-beyond-end", ERROR, "The captions in “{file}” go on to {end}, after the end of the video.", "Correct the captions, or `duration` of the video."),
    ("exemption-undated", ERROR, "An exemption from audio description must have an end.", "Add `until` with a date."),
    ("label-caption", WARNING, "“{file}” says “{old}” at {at}; it is called “{new}” now.", "Record the film again, or correct the captions."),
)
# fmt: on
