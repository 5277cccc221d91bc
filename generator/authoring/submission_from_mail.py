"""Finds what was written in a form in the text of a mail that somebody pasted or saved."""

from __future__ import annotations

import re

_BEGIN = re.compile(r'(?P<quote>[> ]*)form: *"?[a-z-]+"?\s*')
_TOP = re.compile(r"[a-z_]{1,40}:")


def form_in(text: str) -> str:
    """The form alone, without the marks of a quoted mail and with lines whole that a mail program has broken; the text
    itself where nothing stands before the form.
    """
    lines = text.splitlines()
    begin = next((at for at, line in enumerate(lines) if _BEGIN.fullmatch(line)), None)
    if begin is None or all(not line.strip() or line.startswith("#") for line in lines[:begin]):
        return text
    found = _BEGIN.fullmatch(lines[begin])
    assert found
    kept: list[str] = []
    for line in lines[begin:]:
        bare = line.removeprefix(found["quote"]) if line.startswith(found["quote"]) else line.lstrip("> ")
        if not bare or bare.startswith((" ", "#")) or _TOP.match(bare):
            kept.append(bare)
        elif not kept[-1].strip():
            break  # what stands after an empty line is the end of the mail
        else:
            kept[-1] = f"{kept[-1].rstrip()} {bare}"
    return "\n".join([*[""] * begin, *kept, ""])
