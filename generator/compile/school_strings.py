"""The texts of the form in which a school writes, which runs in the browser."""

from __future__ import annotations

from generator.i18n.language import mark

SCHOOL = {
    # How it stands with what was written
    "nothing": mark("You have not changed anything yet."),
    "neverSaved": mark("Not saved as a file yet. It is kept in this browser."),
    "unsavedSince": mark("Not saved as a file since {time}."),
    "allSaved": mark("Everything is saved as a file, {time}."),
    "notKept": mark("The browser will not keep what you write. Save it as a file before you close the page."),
    "atTime": mark("{time} today"),
    "atDay": mark("{day} at {time}"),
    "savedAs": mark("{name} is saved."),
    "opened": mark("{name} is opened."),
    "restarted": mark("What you had written is gone. The form shows what [the place's] page says."),
    "failed": mark("That did not work. Try again when you are online; what you have written is kept."),
    # What the site has done meanwhile
    "taken": mark("[The place's] page now says all that you had written."),
    "moved": mark(
        "[The place's] page has changed since you began. What you have written is kept; your contact is told where the two differ."
    ),
    "takeIn": mark("Show the new together with mine"),
    "planMoved": mark("“{title}” has changed since you began. Look your dates through; what you have written is kept."),
    "planSeen": mark("I have looked the plan through"),
    "planGone": mark("The plan “{of}” is no longer there. What [the place] has written over it stays in its file."),
    # Rows
    "removed": mark("Removed: {title}."),
    "undo": mark("Undo"),
    "withheld": mark(
        "There is a report of {day} about fewer than {smallest}. Its numbers are not shown here; add a report of the same day to correct it."
    ),
    # Questions
    "openAsk": mark("Open the file in place of what you have written? It is not saved as a file yet."),
    "openYes": mark("Open the file"),
    "openNo": mark("Keep what I have written"),
    "restartAsk": mark("Begin again? All that you have written here is deleted from this browser."),
    "restartYes": mark("Begin again"),
    "restartNo": mark("Keep what I have written"),
    # Files that cannot be opened
    "cannot.unreadable": mark(
        "{name} cannot be read; line {value} is not as this page writes it. Nothing was changed."
    ),
    "cannot.otherForm": mark("{name} is not a file from this page. Nothing was changed."),
    "cannot.otherVersion": mark(
        "{name} was made by another edition of this page (version {value}). Nothing was changed; ask your contact."
    ),
    "cannot.otherSchool": mark("{name} belongs to another [place], {value}, and not to {school}. Nothing was changed."),
    # What is amiss
    "toMend": mark("There is something to mend"),
    "elsewhere": mark("On the page for [the place's] plan: {fault}"),
    "anywayHint": mark(
        "You can save the file as it is and go on another time. Your contact can take it in when this is mended."
    ),
    "anyway": mark("Save the file all the same"),
    "fault.reason": mark("Write why it is dropped."),
    "fault.long": mark("The text has {signs} signs; {most} is the most."),
    "fault.contact": mark("“{found}” looks like a telephone number or a mail address. Write the role instead."),
    "fault.title": mark("Write what is done."),
    "fault.role": mark("Choose a role."),
    "fault.dayMissing": mark("Write a date."),
    "fault.dayWrong": mark("The date cannot be used. Write a day between 2000 and 2100."),
    "fault.future": mark("The date has not come yet. Write the day that it holds for."),
    "fault.number": mark("Write a whole number, for example 22."),
    "fault.count": mark("Write how many there are."),
    "fault.level": mark("Choose a level, or remove the line."),
    "fault.how": mark("Write how it was found out, for example by a count at department meetings."),
    "fault.reached": mark("Write how many reach it."),
    "fault.of": mark("Write of how many."),
    "fault.ofNone": mark("A share of nobody says nothing. Remove the report when nobody was counted."),
    "fault.above": mark("{reached} of {of} is more than all."),
    "fault.verdict": mark("Choose whether it is so."),
    "fault.twice": mark("There is already one from that day."),
    "fault.agreement": mark("Write what was agreed, or remove the line."),
    "fault.reversed": mark("It is due before it was agreed."),
    # The mail
    "mailSubject": mark("The plan of {school}"),
    "mailBegin": mark("Here is what {school} wants to change in its plan:"),
    "mailAttach": mark("Attach {file}, which you have just saved."),
    "changes": mark("1 change"),
    "changesMany": mark("{count} changes"),
    # Paper, Word and file
    "fileHead": mark("The plan of {school}, written on its page. Take it in with hub take."),
    "sheetTitle": mark("The plan of {school}"),
    "pageOf": mark("Page {page} of {pages}"),
    "plans": mark("[The place's] plan"),
    "superusers": mark("Superusers"),
    "users": mark("Superusers: {count}, {day}."),
    "usersWithLeader": mark("Superusers: {count}, [a leader] among them, {day}."),
    "levels": mark("Level by [subject]"),
    "observations": mark("Success criteria"),
    "criteria": mark("Success criteria"),
    "focus": mark("Points for the conversation"),
    "agreements": mark("Agreements"),
    "activity": mark("Activity"),
    "role": mark("Responsible"),
    "due": mark("Due"),
    "state": mark("State"),
    "subject": mark("[Subject]"),
    "level": mark("Level"),
    "asOf": mark("As of"),
    "by": mark("by {day}"),
    "assessedBy": mark("Assessed by"),
    "criterion": mark("Criterion"),
    "reported": mark("Reported"),
    "how": mark("How it was found out"),
    "agreement": mark("Agreement"),
    "some": mark("{reached} of {of}"),
}
"""By the key that the scripts ask for; "…Many" is the text for every number but one."""
