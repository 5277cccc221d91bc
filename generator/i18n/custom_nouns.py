"""Nouns that a hub chooses: what it calls its schools, pupils and lessons. Texts hold slots for them.

A slot is a noun's key in square brackets, in the form that the sentence needs: `[place]`, `[a place]`, `[the place]`,
`[places]`, `[the places]`, each with `'s` behind it where something is its own, and with a capital where the sentence
begins. Words that agree with the noun stand before it, one for each article of the language, in the order that the
catalog gives them under “a|an”: `[din|dit place]`; with `/` the noun is left out: `[den|det/place]`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.problems.problem import HubError

Nouns = tuple[tuple[str, str], ...]
"""Key and forms of the nouns that a hub has words of its own for."""

_SLOT = re.compile(
    r"\[(?:(?P<agreeing>[^\s\[\]|/]+(?:\|[^\s\[\]|/]+)+)(?P<joint>[ /]))?"
    r"(?P<article>(?:[Aa]|[Tt]he) )?(?P<key>[A-Za-z]+?)(?P<many>s)?(?P<own>'s?)?\]"
)
_FORMS = {("", False): 1, ("a", False): 0, ("the", False): 2, ("", True): 3, ("the", True): 4}
"""By article and number of a slot: which form it asks for, of `a school, school, the school, schools, the schools`."""


def as_nouns(words: Mapping[object, object], known: Mapping[str, str]) -> Nouns:
    """The setting `words`. HubError for a noun that no text has, or without its four forms."""
    for key, written in words.items():
        if key not in known:
            raise HubError(
                "No text has a word called “{name}”.", "Choose among these under words in site_config.yml: {known}.",
                name=key, known=", ".join(known),
            )  # fmt: skip
        if not _is_whole(str(written)):
            raise HubError(
                "“{forms}” is not four forms of a word.",
                "Write it as {example} under words in site_config.yml: one, the one, many, all of them.",
                forms=written, example=f"“{key}: {known[str(key)]}”",
            )  # fmt: skip
    return tuple((str(key), str(written)) for key, written in words.items())


def filled(text: str, nouns: Mapping[str, str], *, articles: str, code: str) -> str:
    """The text with every slot as the language writes it."""

    def said(slot: re.Match[str]) -> str:
        key = slot["key"].lower()
        if key not in nouns:
            return slot[0]  # pip's `[media]`
        one, the, many, all_ = (form.strip() for form in nouns[key].split(","))
        article, _, bare = one.partition(" ")
        forms = (one, bare, the, many, all_)
        form = forms[_FORMS[(slot["article"] or "").strip().lower(), bool(slot["many"])]]
        agreeing = slot["agreeing"].split("|")[_place(article, articles)] if slot["agreeing"] else ""
        if slot["joint"] == "/":
            return agreeing
        noun = _owning(form, code) if slot["own"] else form
        whole = f"{agreeing} {noun}" if agreeing else noun
        return whole[0].upper() + whole[1:] if slot[0][1].isupper() else whole

    return _SLOT.sub(said, text)


def _is_whole(written: str) -> bool:
    forms = [form.strip() for form in written.split(",")]
    return len(forms) == 4 and all(forms) and " " in forms[0]


def _place(article: str, articles: str) -> int:
    """The noun's gender, as the place of its article; the first when the language has no such article."""
    known = articles.split("|")
    return known.index(article) if article in known else 0


def _owning(noun: str, code: str) -> str:
    """`skolens` in Danish, `the school's` in English."""
    if code == "da":
        return noun + ("'" if noun.endswith(("s", "x", "z")) else "s")
    return noun + ("'" if noun.endswith("s") else "'s")
