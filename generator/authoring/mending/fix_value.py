"""What is to stand in place of a fault, where only one thing can be meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from generator.content.file_names import id_like
from generator.model.date_parsing import count_of, day_of, moment_of
from generator.problems.problem import Problem

Mend = Callable[[str, Problem, str], str | None]
"""The text at the place of a problem, the problem, and the hub's language; the text that is meant, or None."""

_INVISIBLE = "\u180e\u200b\u200c\u200d\u2060\ufeff"
_ENTRY = re.compile(r"[^\s-]\s*")
_CLOCK = re.compile(r"(?:kl\.?\s*)?(\d{1,2})[.:](\d{2})")
_YES_NO = {"yes": "true", "ja": "true", "on": "true", "no": "false", "nej": "false", "off": "false"}
_QUOTED = re.compile("[\u201c\u201d\u201e\u201f»«](.*)[\u201c\u201d\u201f»«]", re.DOTALL)


def mend(here: str, problem: Problem, language: str) -> str | None:
    """What to write in place of the text at a problem; None where people must decide."""
    known = MENDS.get(problem.code)
    meant = known(here, problem, language) if known else None
    # What else is wrong with a text in quotation marks of a word processor can be said once they are straight.
    return _straight_quotes(here, problem, language) if meant is None else meant


def _space(here: str, _: Problem, __: str) -> str | None:
    return "" if here in _INVISIBLE else " "


def _tab(here: str, _: Problem, __: str) -> str | None:
    return "  " if here == "\t" else None


def _nothing(_: str, __: Problem, ___: str) -> str | None:
    return ""


def _bullet(here: str, _: Problem, __: str) -> str | None:
    return f"- {_ENTRY.sub('', here, count=1)}" if len(here) > 1 else "-"


def _after_hyphen(here: str, _: Problem, __: str) -> str | None:
    return "- " if here == "-" else None


def _colon(here: str, _: Problem, __: str) -> str | None:
    return ": " if here.strip() in {":", ";", "=", "\uff1a"} else None


def _straight_quotes(here: str, _: Problem, __: str) -> str | None:
    found = _QUOTED.fullmatch(here)
    return f'"{found[1]}"' if found and not set('"\\\n') & set(found[1]) else None


def _day(here: str, _: Problem, language: str) -> str | None:
    return day_of(here.strip("\"' "), language)


def _local_time(here: str, _: Problem, language: str) -> str | None:
    return moment_of(here.strip("\"' "), language)


def _count(here: str, _: Problem, __: str) -> str | None:
    return count_of(here.strip("\"' "))


def _clock(here: str, _: Problem, __: str) -> str | None:
    found = _CLOCK.fullmatch(here.strip("\"' "))
    return f'"{int(found[1]):02}:{found[2]}"' if found and int(found[1]) < 24 and int(found[2]) < 60 else None


def _yes_or_no(here: str, _: Problem, __: str) -> str | None:
    word = here.strip("\"' ").lower()
    return word if word in {"true", "false"} else _YES_NO.get(word)


def _choice(here: str, problem: Problem, __: str) -> str | None:
    """A word that is written as people read it, while its id is wanted: with capitals, spaces or æ, ø and å."""
    near, word = problem.values.get("nearest", "–"), here.strip("\"' ")
    return near if near in {word.lower(), id_like(word)} else None


def _key(here: str, problem: Problem, __: str) -> str | None:
    """A key as people write words: with capitals, spaces or hyphens."""
    near = problem.values.get("nearest", "–")
    return near if re.sub(r"[\s-]+", "_", here.strip("\"' ").lower()) == near else None


def _name(here: str, problem: Problem, __: str) -> str | None:
    """The name of a file with folders parted as on Windows, or with other capitals than the file has."""
    near, name = problem.values.get("nearest", "–"), here.strip("\"' ")
    is_same = name.replace("\\", "/").replace("//", "/").casefold() == near.casefold()
    return here.replace(name, near) if is_same else None


def _label(here: str, problem: Problem, __: str) -> str | None:
    old, new = problem.values["old"], problem.values["new"]
    # What is called by the new name already may hold the old one.
    kept, name = here.replace(new, "\0"), re.escape(old)
    # Buttons are often called by the plainest words: where they stand within marks, only those are meant.
    marked = rf"(?<=[»“„\"«*`]){name}(?=[«”“\"»*`])"
    pattern = marked if re.search(marked, kept) else rf"(?<!\w){name}(?!\w)"
    return re.sub(pattern, lambda _: new, kept).replace("\0", new)


MENDS: Mapping[str, Mend] = {
    "yaml-space": _space, "yaml-tab": _tab, "text-control": _nothing, "yaml-bullet": _bullet,
    "yaml-hyphen": _after_hyphen, "yaml-for-colon": _colon, "yaml-after-colon": _colon,
    "text-quotes": _straight_quotes, "value-date": _day, "value-clock": _clock, "value-yes-no": _yes_or_no,
    "value-local-time": _local_time, "value-number": _count, "value-choice": _choice, "term-unknown": _choice,
    "ref-unknown": _choice, "field-unknown": _key, "asset-slash": _name, "asset-missing": _name, "label-old": _label,
}  # fmt: skip
"""What mends a problem in its place, by code."""
