"""The rules that content of every kind is checked by, one row each. Those of a kind are in its `messages`."""

from __future__ import annotations

from generator.problems.problem import Severity
from generator.problems.rules import RULES, registered

ERROR, WARNING = Severity.ERROR, Severity.WARNING

# fmt: off
registered(
    # shape: a document against the model of its kind
    ("field-missing", ERROR, "“{field}” is missing.", "Add it. “hub schema” lists every field with an explanation."),
    ("field-empty", ERROR, "“{field}” is empty.", "Write something, or remove the line if the field is optional."),
    ("field-unknown", ERROR, "There is no field called “{field}” here.", "Did you mean “{nearest}”? A field that does not belong here must go."),
    ("field-too-long", ERROR, "“{field}” is too long.", "Use at most {limit} characters or entries."),
    ("value-choice", ERROR, "“{value}” cannot be chosen for “{field}”.", "Did you mean “{nearest}”? Choose one of: {expected}."),
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
    ("file-wrong-kind", ERROR, "The file has the fields of a {kind}, but lies in {own}.", "Move it to content/{folder}."),
    ("file-unused", WARNING, "No document names “{name}”, so it is not on the site.", "Name it in a document, or remove it. A document of its own ends in .yml; an ordinary page lies in the folder of pages."),
    ("id-twice", ERROR, "The id “{id}” stands twice in this list.", "Give each entry an id of its own."),
    ("dates-updated", ERROR, "It was updated on {updated}, before it was published on {published}.", "Correct updated or published."),
    ("date-future", WARNING, "The day {date} has not come yet. The page is shown all the same.", "Correct the date, or set status to draft until then."),
    ("vocabulary-missing", ERROR, "There is no vocabulary “{vocabulary}” to choose from.", "Create content/vocabulary/{vocabulary}.yml with the words, or remove the field."),
    ("licence-unknown", ERROR, "The licence “{value}” is not in the vocabulary “licences”.", "Write the licence that the work has, and add it with its terms to content/vocabulary/licences.yml."),
    ("draft-incomplete", WARNING, "“{field}” is missing before this draft can be published.", "Add it before you set status to published."),
    ("vocabulary-unknown", ERROR, "There is no vocabulary called “{name}”.", "Did you mean “{nearest}”? Rename or remove the file."),
    ("entry-twice", ERROR, "The entry “{id}” stands twice.", "Remove one of them or give it another id."),
    ("synonym-within", WARNING, "The group “{words}” says nothing that is not known.", "Remove it, or add a word that no earlier group has beside these."),
    ("dates-reversed", ERROR, "“{title}” ends before it starts.", "Correct start or end."),
    # references
    ("term-unknown", ERROR, "“{value}” is not in the vocabulary “{vocabulary}”.", "Did you mean “{nearest}”? Choose one of: {known}. The words are in content/vocabulary/{vocabulary}.yml."),
    ("item-unlisted", ERROR, "“{id}” is not in the vocabulary “{vocabulary}”.", "Name the file after an entry, or add the entry to content/vocabulary/{vocabulary}.yml. Nearest: “{nearest}”."),
    ("ref-form", ERROR, "“{value}” does not say what it points to.", "Write the kind and the id, for instance guide:find-a-course. Kinds: {kinds}."),
    ("ref-unknown", ERROR, "Nothing is called “{kind}:{id}”.", "Did you mean “{nearest}”? The id is the name of the file without .yml."),
    ("ref-draft", WARNING, "“{kind}:{id}” is not published, so the link is left out.", "Publish it, or remove the reference."),
    ("ref-anchor", ERROR, "“{id}” has no place called “{anchor}”.", "Did you mean “{nearest}”? Without # and what follows, the link leads to the page itself."),
    ("asset-missing", ERROR, "The file “{file}” does not exist.", "Put it beside this file, or correct the name. Nearest: “{nearest}”."),
    ("asset-outside", ERROR, "The path “{file}” leads out of the folder.", "Put the file beside this one and write its name only."),
    ("asset-symlink", ERROR, "“{file}” is a symbolic link.", "Put the file itself here; links are not followed."),
    ("asset-type", ERROR, "“{file}” is not of a type that can be used here.", "Use one of: {expected}."),
    ("label-old", WARNING, "What was called “{old}” is called “{new}” now.", "Write “{new}”, and see whether the step still holds."),
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
    ("source-gone", WARNING, "“{id}” is not in this hub, or not any more; the page says where the copy comes from all the same.", "Correct a misspelt id; leave it as it is if the source was deleted. Nearest: {nearest}."),
    ("told-gone", WARNING, "“{kind}:{id}” is not published, or not any more; what was told stays, without its link.", "Correct a misspelt id; leave it as it is if the document was taken back."),
    ("text-table", ERROR, "A table here has more than 20,000 cells.", "Divide it, or offer it as a file to download."),
    ("page-suffix", ERROR, "“{name}” is not read: the name of a page ends in .md.", "Rename it to “{wanted}”."),
    ("page-file", ERROR, "“{name}” is no page, and pages cannot bring such a file along.", "Move it elsewhere, or save it as one of: {allowed}."),
    ("page-picture", ERROR, "The picture “{file}” is not a file beside the page.", "Put it in the folder of pages, and write its name as the page sees it."),
    ("page-link", ERROR, "“{url}” leads to no page and no file of the hub.", "Did you mean “{nearest}”? Link to documents as guide:find-a-course, and to pages as about.md or page:about."),
    ("page-taken", ERROR, "The address {url} is one that the hub makes itself.", "Give the file another name."),
    ("id-taken", ERROR, "“{id}” cannot be used here: {url} is a page that the hub makes itself.", "Give the file another name."),
    ("redirect-taken", ERROR, "The old address “{url}” is the address of another page.", "Remove it from redirect_from."),
    ("personal-cpr", ERROR, "This looks like a civil registration number (CPR).", "Remove it. Personal data must never stand in the hub."),
    # files that are handed in
    ("take-size", ERROR, "The file is larger than {limit} bytes, which is the most that is read.", "Save it again from the page on which it was written, and hand in that file."),
    ("take-form", ERROR, "The file does not say that it is a form which can be taken in.", "Write one of these after form: {known}. Other content is put in the folder of its kind."),
    ("take-version", ERROR, "The file is of version {version} of the form; version {known} is read.", "Open it on the page for writing, and save it again. If its version is the higher one, update the program."),
    ("take-unknown", ERROR, "The hub knows nobody called “{id}”.", "Did you mean “{nearest}”? Names are in content/vocabulary/{vocabulary}.yml."),
    ("take-other", ERROR, "The file is named after “{name}”, but is from “{id}”.", "Ask whose it is. Then correct the name of the file, or what it says."),
    ("take-future", ERROR, "The file was saved on {date}, which is yet to come.", "Correct saved: the clock of the machine it was written on may be wrong."),
    ("take-twice", ERROR, "“{id}” has handed in another file as well: {file}.", "Take in one of them first, and then the other."),
    ("take-first", ERROR, "“{id}” has no file in the content, and nobody from whom its contact could be known.", "Make it with “hub new {kind} {id}”, fill it in, and take the file in again."),
    ("take-conflict", ERROR, "“{field}” has been changed in the content too: the file says “{theirs}”, the content “{ours}”.", "Ask which one holds, write it in the other place as well, and take the file in again."),
    # screenshots
    ("shot-site", ERROR, "No site is called “{site}”.", "Add it to sites in site_config.yml. Known: {known}."),
    ("shot-page", ERROR, "The page “{name}” is not there, so no picture can be taken.", "Correct page, or what happens before the picture."),
    ("shot-element", ERROR, "“{name}” is not on the page any more.", "Name an element that is there."),
    ("shot-label", ERROR, "“{label}” is not on the page that the picture shows.", "Correct label in content/vocabulary/functions.yml, or the page that is shown."),
    # the built site
    ("site-link", ERROR, "The page links to “{link}”, which is not on the site.", "Correct the link, or publish what it points to."),
    ("site-search", ERROR, "The search index is not whole: {why}", "Build again; if it stays, report it."),
    ("site-statement", WARNING, "The site has no accessibility statement.", "Give accessibility_statement in site_config.yml the address of the statement made in WAS-Tool."),
)
# fmt: on

__all__ = ["RULES"]
