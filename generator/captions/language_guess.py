"""Guesses which language is spoken, as far as it is plain: by letters, and by the small words of each language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_SCRIPTS = {
    "HANGUL": ("ko",), "ARABIC": ("ar", "fa", "ur", "ps", "ku"), "HEBREW": ("he", "yi"), "GREEK": ("el",),
    "CYRILLIC": ("uk", "ru", "bg", "sr", "mk", "be"), "CJK": ("zh", "ja", "ko"), "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",), "THAI": ("th",), "DEVANAGARI": ("hi", "ne", "mr"), "TAMIL": ("ta",), "BENGALI": ("bn",),
    "GEORGIAN": ("ka",), "ARMENIAN": ("hy",), "ETHIOPIC": ("am", "ti"),
}  # fmt: skip
"""Languages by the first word of the names of their letters, the likeliest first."""
_SMALL = {
    "da": "og i at det er en til på som med den for der de af ikke et har du kan vi jeg så om men eller skal hvor når",
    "sv": "och i att det är en till på som med den för av inte ett har du kan vi jag så om men eller ska var när här",
    "en": "the and to of a in is that it you for on with this we are be as have not or can your what so will if do but",
    "de": "der die und das ist in zu den mit nicht ein eine auf es sie ich wir für sich du auch wie kann wenn oder",
    "fr": "le la les et de des un une est que pour dans qui vous sur pas avec ce il nous je en au plus ou mais votre",
    "es": "el la los las de que y en un una es por con para no se lo su al como más pero este del puede cuando muy si",
    "nl": "de het een en van is dat in je op te zijn met voor niet die we ik er aan ook als maar kan naar wordt bij",
    "pl": "i w na że się nie to jest z do co jak po ale dla może tak czy jego tym można być są przez",
    "it": "il la di che e un una è per non in con sono del della si da come ma più questo gli nel anche può",
    "pt": "o a os as de que e em um uma é para não com do da se por mais como mas dos você este ao",
    "fi": "ja on ei se että hän olla kun niin mutta tai myös kuin joka voi tämä ovat sitä nyt jos mitä",
    "tr": "ve bir bu da de için ile çok ne var daha gibi ama olarak sonra kadar değil mi her o",
    "so": "waa iyo in ka ku oo uu ay la ee ma si aan waxaan waxa leh",
}  # fmt: skip
_ALIKE = {"nb": "da", "no": "da", "nn": "da", "da": "da"}
"""Danish and Norwegian share nearly all their small words."""
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 40
"""Words below which nothing is plain."""
_SURE = 5
"""Words of one language alone that settle it."""
_SAMPLE = 20_000
"""Letters that are looked at."""


def other_tongue(text: str, language: str) -> str:
    """The code of the language that a text plainly is in when it is not the one said; "" otherwise."""
    text, code = text[:_SAMPLE], language[:2]
    script = _script(text)
    if script != "LATIN":
        spoken = _SCRIPTS.get(script, ())
        return spoken[0] if spoken and code not in spoken else ""
    words = _WORD.findall(text.casefold())
    if len(words) < _ENOUGH:
        return ""
    seen = {name: sum(word in small for word in words) for name, small in _WORDS.items()}
    best = max(seen, key=lambda name: seen[name])
    code = _ALIKE.get(code, code)
    if best == code or seen[best] * 6 < len(words):
        return ""
    own = _WORDS.get(code, frozenset())
    for_best, for_own = (sum(word in small for word in words) for small in (_WORDS[best] - own, own - _WORDS[best]))
    return best if for_best >= max(_SURE, 3 * for_own) else ""


_WORDS = {name: frozenset(small.split()) for name, small in _SMALL.items()}


def _script(text: str) -> str:
    """Of which most letters are, "" when there are few."""
    names = Counter(unicodedata.name(letter, "").partition(" ")[0] for letter in text[:2000] if letter.isalpha())
    name, count = names.most_common(1)[0] if names else ("", 0)
    return name if count >= 20 and count * 2 > names.total() else ""
