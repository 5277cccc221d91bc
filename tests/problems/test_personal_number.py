"""Numbers of persons are found and masked however they are written, and other numbers are left alone."""

from __future__ import annotations

import unicodedata

import pytest

from generator.problems.personal_number import digits_of, found_in, holds_number, masked

WRITTEN = (
    "290200-1234", "710101-1234", "0101011234", "Se 311299-0000.", "010190 - 1234", "010190 – 1234", "010190–1234", "010190—1234",
    "010190\u20101234", "010190\u20111234", "010190\u22121234", "010190\u00a0-\u00a01234", "010190\u00a01234", "010190\u202f1234",
    "010190\u20091234", "010190\u00ad-1234", "010190\u200b-1234", "010190-\u200d1234", "01.01.90-1234", "01-01-90-1234", "01/01/90-1234",
    "01011990-1234", "01.01.1990-1234", "010190/1234", "010190~1234", "CPR010190-1234", "CPR0101901234", "cpr-nr0101901234", "010190-**1234**",
    "**010190**-1234", "`010190`-1234", "010190-\n1234", "010190-\n      1234", "010190\n1234", "010190 -\r\n  1234", "０１０１９０-１２３４",
    "٠١٠١٩٠-١٢٣٤", "(010190-1234)", "nr.010190-1234", "Elev: 0101901234,", "navn;nr\nelev;0102031234\n", "010190--1234"[:6] + "-1234",
    "010190\ufe631234", "010190\uff0d1234", "sagsnr. 010190-1234", "0\u00ad10190-1234", "010190 1234",
    "01 01 90-1234", "010190.1234", "010190--1234", "010190-12 34", "010190\\-1234", "010190&nbsp;1234", "010190&#45;1234",
    "010190<br>1234", "| 010190 | 1234 |", "010190;1234", "010190·1234", "x_010190-1234_y", "010190\t1234", "290204-4321", "010105-5123",
    "https://example.org/?nr=0101901234", "010190-1234.", "010190-1234-",
)  # fmt: skip
OTHERS = (
    "310299-1234", "12345678", "2015-2018", "1234567890123", "99 31 00 00", "24.12.2026 1030", "24-12-2026 10.30", "24/12/2026 1200 elever",
    "ISBN 0306406152", "ISBN-10: 0306406152", "ISBN: 0306406152", "Sagsnr. 2011201234", "sagsnummer 2011201234", "J.nr. 0101901234",
    "Ordrenr.: 0101901234", "tlf. 0101901234", "EAN 0101901234", "CVR-nr. 0101901234", "konto 0101901234", "case no. 0101901234", "2026-11-27",
    "sha256:a30101901234b", "x0101901234", "1.010190-12345", "010190-12345", "0101901234567", "99010190-1234", "01.01.1990", "010160-5123",
    "10.010190-1234", "2026-010190-1234", "01 01 90 12 34 56", "2024-01-01T010190-1234x", "", "010190", "010190\n\n1234", "1234-010190",
    "150826-0900", "281126 1400", "24.12.26-1830", "24/12/2026-1400", "12.11.2026-1234", "3012345678", "01 01 90 1234", "010160-5123",
    "010190 12 34", "UTM 120190.45678", "2026-11-28 1234", "ISBN 87-02-04412-3", "010190&amp;lt;1234", "12 11 20 1234",
    "010190-1234-5678", "010190.1234.5", "https://example.org/video/0101901234", "konto 1234 0101901234",
)  # fmt: skip


@pytest.mark.parametrize("text", WRITTEN)
def test_a_number_is_found_and_masked_however_it_is_written(text: str) -> None:
    assert holds_number(text)
    assert not holds_number(masked(text))
    assert len(masked(text)) == len(text)
    assert holds_number(f"Før {text} efter")


@pytest.mark.parametrize("text", OTHERS)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not holds_number(text)
    assert masked(text) == text


@pytest.mark.parametrize("kind", ["Pd", "Zs"])
def test_no_hyphen_or_space_of_unicode_hides_a_number(kind: str) -> None:
    signs = [chr(code) for code in range(0x1_2000) if unicodedata.category(chr(code)) == kind]
    hidden = [hex(ord(sign)) for sign in signs if not holds_number(f"Nr. 010190{sign}1234.")]

    assert len(signs) > 10
    assert hidden == []


def test_a_look_alike_that_was_looked_at_is_let_through_but_not_shown() -> None:
    allowed = {digits_of("111213-1415")}

    assert not holds_number("Vare 111213-1415", allowed)
    assert [found[0] for found in found_in("111213-1415 og 111213-1416", allowed)] == ["111213-1416"]
    assert masked("111213-1415") == "••••••-••••"


def test_a_long_text_of_digits_is_read_at_once() -> None:
    assert not holds_number("1" * 1_000_000)
    assert not holds_number("01 " * 300_000)
    assert not holds_number("010190 \u200b" * 100_000)
