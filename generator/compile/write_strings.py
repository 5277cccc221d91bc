"""The texts of the forms in which visitors write, which run in the browser."""

from __future__ import annotations

from generator.i18n.language import mark

WRITE = {
    # How it stands with what was written
    "nothing": mark("You have not written anything yet."),
    "kept": mark("Not saved as a file yet. It is kept in this browser."),
    "saved": mark("Everything is saved as a file."),
    "savedAs": mark("{name} is saved."),
    "notKept": mark("The browser will not keep what you write. Save it as a file before you close the page."),
    "filesNotKept": mark("The browser will not keep your files. Save the form before you close the page."),
    "copiedWithout": mark("The mail is copied, but no mail holds pictures and files by itself. Attach the saved file."),
    "copied": mark("The mail is copied. Paste it into your mail program, and send it."),
    "notCopied": mark("The browser will not copy it. Save the file, and attach it to a mail."),
    "restarted": mark("What you had written is gone."),
    "opened": mark("{name} is opened."),
    "openAsk": mark("Open the file in place of what you have written? It is not saved as a file yet."),
    "openYes": mark("Open the file"),
    "openNo": mark("Keep what I have written"),
    "cannot.unreadable": mark(
        "{name} cannot be read; line {value} is not as this page writes it. Nothing was changed."
    ),
    "cannot.otherForm": mark("{name} is not a file from this page. Nothing was changed."),
    "cannot.otherVersion": mark(
        "{name} was made by another edition of this page (version {value}). Nothing was changed; ask your contact."
    ),
    "failed": mark("That did not work. Try again when you are online; what you have written is kept."),
    "restartAsk": mark("Begin again? All that you have written here is deleted from this browser."),
    "restartYes": mark("Begin again"),
    "restartNo": mark("Keep what I have written"),
    # Pictures and other files
    "file.reading": mark("{name} is being read …"),
    "file.described": mark(
        "The picture is here. Describe in words what it shows, for those who do not see it. Whoever can be recognised must have agreed."
    ),
    "file.taken": mark("The file is here."),
    "file.gone": mark("The file is removed."),
    "file.lost": mark("{name} is no longer in this browser. Choose it again."),
    "file.asItWas": mark(
        "The browser does not let the page make it smaller, so it goes as it is, with all that its file says."
    ),
    "file.mail": mark("Together the files fill {size}, which is more than some mail programs send."),
    "file.together": mark("Together the files would fill more than {most}. Leave some out, or send two forms."),
    "file.large": mark("“{name}” is larger than {most}. Make it smaller, and choose it again."),
    "file.noPicture": mark("“{name}” is no picture that can be read. Save it as JPEG or PNG, and choose it again."),
    "file.sort": mark("“{name}” cannot be used here. Choose a file of one of these sorts: {known}."),
    "file.heic": mark(
        "“{name}” is a HEIC picture, which this browser does not show. On the phone, choose Settings, Camera, Formats, Most Compatible, and take it again; or send it to yourself by mail, which makes it a JPEG."
    ),
    "file.film": mark("“{name}” is a film. Put it where it can be seen on the web, and write its address instead."),
    # What is taken along
    "fileHead": mark("From the form “{title}”. Send the file to those who publish the hub."),
    "mailBegin": mark("This is from the form “{title}”."),
    "mailAll": mark("All of it stands below. Change nothing there, so that it can be taken in as it is."),
    "mailAttach": mark("The file is attached: {file}"),
    "pageOf": mark("Page {page} of {pages}"),
    # What is amiss
    "mistake": mark("Mistake:"),
    "toMend": mark("There is something to mend"),
    "anyway": mark("Save the file all the same"),
    "anywayHint": mark("What is missing can also be filled in by those who take the file in."),
    "fault.missing": mark("Fill it in."),
    "fault.group": mark("Fill in at least one of the fields."),
    "fault.rows": mark("Add at least one."),
    "fault.long": mark("The text has {signs} signs; {most} is the most."),
    "fault.contact": mark("“{found}” looks like a telephone number or a mail address. Write the role instead."),
    "fault.person": mark("This looks like a civil registration number. It must never stand here."),
    "fault.named": mark("The hub has no page of that title. Choose one of those that are suggested."),
    "fault.day": mark("Write a day, for instance 2026-12-03."),
    "fault.weekday": mark("The day of the week does not fit the date. Correct one of them."),
    "fault.time": mark("Write a time, for instance 14:30."),
    "fault.moment": mark("Write a day and a time, for instance 2026-12-03 14:30."),
    "fault.numeric": mark("Write a whole number."),
    "fault.email": mark("Write a mail address that people share."),
    "fault.url": mark("Write an address that begins with https://."),
    "fault.film": mark("Write a moment, for instance 1:05."),
    "fault.share": mark("Write a share between 0 and 1, for instance 0.25."),
}
"""By the key that scripts ask for."""
