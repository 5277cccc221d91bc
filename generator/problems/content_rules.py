"""The rules that content is checked by, one row each: code, severity, what is wrong, what to do."""

from __future__ import annotations

from generator.problems.problem import Rule, Severity
from generator.problems.rules import RULES

ERROR, WARNING = Severity.ERROR, Severity.WARNING

# fmt: off
_TABLE = (
    # shape: a document against the model of its kind
    ("field-missing", ERROR, "“{field}” is missing.", "Add it. “hub schema” lists every field with an explanation."),
    ("field-empty", ERROR, "“{field}” is empty.", "Write something, or remove the line if the field is optional."),
    ("field-unknown", ERROR, "There is no field called “{field}” here.", "Did you mean “{nearest}”? Otherwise remove the line."),
    ("field-too-long", ERROR, "“{field}” is too long.", "Use at most {limit} characters or entries."),
    ("value-choice", ERROR, "“{value}” cannot be chosen for “{field}”.", "Choose one of: {expected}."),
    ("value-number", ERROR, "“{value}” is not a whole number.", "Write a number such as 45, without leading zeros, dots or units."),
    ("value-share", ERROR, "“{value}” is not a share.", "Write a number from 0 to 1, for instance 0.5."),
    ("value-yes-no", ERROR, "“{value}” is neither true nor false.", "Write true or false."),
    ("value-date", ERROR, "“{value}” is not a date.", "Write year-month-day, for instance 2026-08-24."),
    ("value-moment", ERROR, "“{value}” is not a moment.", "Write minutes and seconds, for instance 1:05."),
    ("value-clock", ERROR, "“{value}” is not a time of day.", "Write hours and minutes with two digits each, for instance 09:30."),
    ("value-local-time", ERROR, "“{value}” is not a day with a time.", "Write year-month-day, a space, hours and minutes, for instance 2026-12-03 14:30."),
    ("value-mailbox", ERROR, "“{value}” is not a mail address.", "Write a shared address such as school@example.org, without a name in front."),
    ("value-range", ERROR, "“{value}” is out of range.", "The limit is {limit}."),
    ("value-pattern", ERROR, "“{value}” has the wrong form for “{field}”.", "Use small letters a–z, digits and hyphens; see “hub schema” for the exact form."),
    ("value-mapping", ERROR, "“{field}” must hold named fields.", "Write “name: value” on indented lines below it."),
    ("value-list", ERROR, "“{field}” must be a list.", "Write each entry on a line of its own that starts with “- ”."),
    ("value-text", ERROR, "“{field}” must be a text.", "Write the text on one line, or after “|” on indented lines."),
    ("draft-incomplete", WARNING, "“{field}” is missing before this draft can be published.", "Add it before you set status to published."),
    ("vocabulary-unknown", ERROR, "There is no vocabulary called “{name}”.", "Did you mean “{nearest}”? Rename or remove the file."),
    ("entry-twice", ERROR, "The entry “{id}” stands twice.", "Remove one of them or give it another id."),
    ("synonym-within", WARNING, "The group “{words}” says nothing that is not known.", "Remove it, or add a word that no earlier group has beside these."),
    # references
    ("term-unknown", ERROR, "“{value}” is not in the vocabulary “{vocabulary}”.", "Did you mean “{nearest}”? The words are in content/vocabulary/{vocabulary}.yml."),
    ("item-unlisted", ERROR, "“{id}” is not in the vocabulary “{vocabulary}”.", "Name the file after an entry, or add the entry to content/vocabulary/{vocabulary}.yml. Nearest: “{nearest}”."),
    ("ref-form", ERROR, "“{value}” does not say what it points to.", "Write the kind and the id, for instance guide:find-a-course. Kinds: {kinds}."),
    ("ref-unknown", ERROR, "Nothing is called “{kind}:{id}”.", "Did you mean “{nearest}”? The id is the name of the file without .yml."),
    ("ref-draft", WARNING, "“{kind}:{id}” is not published, so the link is left out.", "Publish it, or remove the reference."),
    ("ref-anchor", ERROR, "“{id}” has no place called “{anchor}”.", "Did you mean “{nearest}”?"),
    ("asset-missing", ERROR, "The file “{file}” does not exist.", "Put it beside this file, or correct the name. Nearest: “{nearest}”."),
    ("asset-outside", ERROR, "The path “{file}” leads out of the folder.", "Put the file beside this one and write its name only."),
    ("asset-symlink", ERROR, "“{file}” is a symbolic link.", "Put the file itself here; links are not followed."),
    ("asset-type", ERROR, "“{file}” is not of a type that can be used here.", "Use one of: {expected}."),
    ("label-old", WARNING, "What was called “{old}” is called “{new}” now.", "Write “{new}”, and see whether the step still holds."),
    ("label-caption", WARNING, "“{file}” says “{old}” at {at}; it is called “{new}” now.", "Record the film again, or correct the captions."),
    ("label-picture", WARNING, "The picture is from before the button was called “{new}”.", "Take it again, follow the guide, and correct last_tested."),
    ("picture-unreadable", ERROR, "The picture “{file}” cannot be read.", "Open it in a picture program and save it again as PNG or JPEG."),
    ("picture-active", ERROR, "The drawing “{file}” holds “{what}” in line {line}, which could act or fetch something.", "Save it as a plain SVG without scripts, animation, embedded pages and links, or as PNG."),
    ("drawing-unreadable", ERROR, "The drawing “{file}” is not SVG in UTF-8.", "Open it in a drawing program and save it again as plain SVG."),
    ("picture-suffix", ERROR, "“{file}” holds a picture in {form}, which its name does not say.", "Call it “{wanted}”, here and in the folder."),
    ("picture-form", ERROR, "“{file}” holds a picture in {form}, which browsers do not all show.", "Open it in a picture program and save it as PNG or JPEG."),
    ("picture-moving", ERROR, "The picture “{file}” moves.", "Save one still picture of it, or make it a video, which people can stop."),
    ("picture-limit", ERROR, "The picture “{file}” is {width} × {height} pixels, more than are read.", "Make it at most 2,400 pixels wide."),
    ("file-heavy", ERROR, "“{file}” takes {size} MB, and at most {limit} MB are read.", "Save it smaller."),
    ("picture-large", WARNING, "The picture “{file}” is {width} × {height} pixels: slow on a phone and sharper than any screen.", "Make it at most 2,400 pixels wide."),
    ("picture-location", WARNING, "The picture “{file}” tells where it was taken.", "The site gets it without the place. Remove it from the file too, since others can read that."),
    ("link-scheme", ERROR, "The address “{url}” cannot be used.", "Write an address that begins with https://, http:// or mailto:, without spaces."),
    ("link-relative", ERROR, "“{url}” does not say where it leads.", "Link to a document by its kind and id, as guide:find-a-course, and to an ordinary page as page:about. An address elsewhere begins with https://."),
    ("link-lookalike", WARNING, "“{text}” looks like a link, but is shown as it is written.", "Write [text](address). An address has no spaces: write %20 for each of them."),
    ("rich-picture", WARNING, "The picture “{file}” is left out: texts hold no pictures.", "Use the field image where there is one, or put the picture on an ordinary page and link to it."),
    ("rich-html", WARNING, "HTML in a text is left out.", "Use Markdown instead: **bold**, lists, tables and links."),
    ("redirect-taken", ERROR, "The old address “{url}” is the address of another page.", "Remove it from redirect_from."),
    ("personal-cpr", ERROR, "This looks like a civil registration number (CPR).", "Remove it. Personal data must never stand in the hub."),
    # courses
    ("goal-twice", ERROR, "Two goals are called “{id}”.", "Give each goal an id of its own."),
    ("goal-unused", WARNING, "No lesson serves the goal “{id}”.", "Name it under goals in a lesson, or remove it."),
    ("goal-unknown", ERROR, "The course has no goal called “{id}”.", "Did you mean “{nearest}”? Goals are listed under goals with an id."),
    ("goal-source", ERROR, "The subject goal “{id}” does not say where it comes from.", "Add framework, or write own_wording: true."),
    ("framework-unknown", ERROR, "There is no framework “{id}” of version “{version}”.", "Known versions: {known}. They are in content/vocabulary/frameworks.yml."),
    ("framework-goal-unknown", ERROR, "The framework has no goal called “{goal}”.", "Did you mean “{nearest}”? Goals are in content/vocabulary/frameworks.yml."),
    ("lesson-minutes", WARNING, "The lesson “{title}” lasts {minutes} minutes, but its activities take {planned}.", "Make the two agree."),
    ("subject-grade", WARNING, "{subject} is not taught in grade {grades} ({source}).", "Check subjects and grades. Local electives can be added to content/vocabulary/subjects.yml."),
    ("source-one", ERROR, "based_on must name either a course here or an address elsewhere.", "Give course or url, one of them."),
    ("source-gone", WARNING, "“{id}” is not in this hub, or not any more; the page says where the copy comes from all the same.", "Correct a misspelt id; leave it as it is if the source was deleted. Nearest: {nearest}."),
    ("source-self", ERROR, "A course cannot be based on itself.", "Name the course that was copied."),
    ("licence-forbids", ERROR, "The source's licence, {licence}, does not allow adapted copies.", "Ask the author for another licence, or link to the course instead of adapting it."),
    ("licence-share-alike", ERROR, "The source's licence, {licence}, must be kept in adapted copies.", "Give this course the same licence as its source."),
    ("licence-non-commercial", ERROR, "The source's licence, {licence}, forbids commercial use, and this licence allows it.", "Choose a licence with NC."),
    ("material-two-places", ERROR, "The material “{title}” has both an address and a file.", "Keep one of them."),
    # guides
    ("quiz-missing", ERROR, "The step is completed by a quiz, but has none.", "Add quiz, or change completion to read or do."),
    ("quiz-no-answer", ERROR, "None of the answers is marked as right.", "Write correct: true at the right answer."),
    ("moment-beyond-end", ERROR, "The moment is after the end of the video “{title}”.", "Use a moment within the video's duration."),
    ("highlight-outside", ERROR, "The frame “{label}” reaches outside the picture.", "x + width and y + height must be at most 1."),
    ("picture-one-source", ERROR, "image must name a file, or say with shot how the picture is taken.", "Give one of them."),
    ("shot-place", ERROR, "“{page}” is not a page of the site.", "Write it relative to the site's root, for instance guides/search/."),
    ("shot-site", ERROR, "No site is called “{site}”.", "Add it to sites in site_config.yml. Known: {known}."),
    ("shot-missing", WARNING, "The picture has not been taken yet, so the step is shown without it.", "Run “hub shots”."),
    ("shot-page", ERROR, "The page “{name}” is not there, so no picture can be taken.", "Correct page, or what happens before the picture."),
    ("shot-element", ERROR, "“{name}” is not on the page any more.", "Name an element that is there."),
    ("shot-label", ERROR, "“{label}” is not on the page that the picture shows.", "Correct label in content/vocabulary/functions.yml, or the page that is shown."),
    # videos
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
    # plans
    ("dates-reversed", ERROR, "“{title}” ends before it starts.", "Correct start or end."),
    ("due-outside-phase", WARNING, "“{title}” is due outside the phase “{phase}”.", "Move it to another phase, or correct due."),
    ("activity-twice", ERROR, "Two activities are called “{id}”.", "Give each activity an id of its own."),
    ("criterion-term", ERROR, "The plan has no term called “{id}”.", "Did you mean “{nearest}”? Terms are listed under terms with an id."),
    # the built site
    ("site-link", ERROR, "The page links to “{link}”, which is not on the site.", "Correct the link, or publish what it points to."),
    ("site-search", ERROR, "The search index is not whole: {why}", "Build again; if it stays, report it."),
    ("site-statement", WARNING, "The site has no accessibility statement.", "Give accessibility_statement in site_config.yml the address of the statement made in WAS-Tool."),
)
# fmt: on

RULES |= {row[0]: Rule(*row) for row in _TABLE}

__all__ = ["RULES"]
