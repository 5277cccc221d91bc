"""The language of captions is guessed where it is plain, and nowhere else."""

from __future__ import annotations

import pytest

from generator.captions import other_tongue

DANISH = (
    "Her kan du se hvordan du finder et forløb og tilpasser det til din klasse. Det er ikke svært at komme i gang med. "
    * 3
)
ENGLISH = (
    "Here you can see how to find a course and fit it to your class. It is not hard to begin with, and you can do it. "
    * 3
)
GERMAN = "Hier sehen Sie wie man einen Kurs findet und ihn für die Klasse anpasst. Das ist nicht schwer und geht. " * 3
SWEDISH = (
    "Här kan du se hur du hittar en kurs och anpassar den till din klass. Det är inte svårt att komma igång med det. "
    * 3
)
NORWEGIAN = (
    "Her kan du se hvordan du finner et opplegg og tilpasser det til din klasse. Det er ikke vanskelig å komme i gang. "
    * 3
)
ARABIC, KOREAN, RUSSIAN = (
    "هنا يمكنك أن ترى كيف تجد الدرس " * 5,
    "여기에서 수업을 찾는 방법을 볼 수 있습니다 " * 5,
    "Здесь вы увидите, как найти курс " * 5,
)


@pytest.mark.parametrize(
    ("text", "said", "found"),
    [
        (DANISH, "da", ""), (DANISH, "en", "da"), (ENGLISH, "en", ""), (ENGLISH, "en-GB", ""), (ENGLISH, "da", "en"),
        (GERMAN, "da", "de"), (SWEDISH, "da", "sv"), (NORWEGIAN, "da", ""), (DANISH, "nb", ""), (DANISH, "de", "da"),
        (ARABIC, "da", "ar"), (ARABIC, "fa", ""), (KOREAN, "da", "ko"), (RUSSIAN, "uk", ""), (RUSSIAN, "en", "uk"),
        (DANISH, "ar", "da"), ("Open the hub", "da", ""), ("", "da", ""), ("12 34 56", "da", ""),
        ("Bø bæ bå " * 40, "da", ""),
    ],
)  # fmt: skip
def test_a_language_is_found_where_it_is_plain(text: str, said: str, found: str) -> None:
    assert other_tongue(text, said) == found
