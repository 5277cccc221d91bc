"""News: dated, for somebody, and short enough to post."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.kinds.news.views import front
from tests.kinds.small import body, data, facts, findings, hub, item, missing_anchors, owner


def test_a_card_says_when_and_for_whom() -> None:
    assert facts(item("news")) == ("October 1, 2026", "Teacher", "")
    assert facts(item("news", "{districts: [coast]}")) == ("October 1, 2026", "Teacher", "The Coast")


def test_its_day_may_not_lie_after_the_day_it_was_written() -> None:
    assert findings(item("news")) == []
    assert findings(item("news", "{date: 2026-10-02}")) == [("news-ahead", "date")]


def test_a_post_needs_no_address_and_is_short() -> None:
    assert findings(item("news", "{post: 'See https://example.org'}")) == [("post-address", "post")]
    assert findings(item("news", f"{{post: {'x' * 280}}}")) == []
    with pytest.raises(ValidationError):
        item("news", f"{{post: {'x' * 281}}}")


def test_the_page_says_it_all_and_offers_the_post() -> None:
    page = body(item("news", "{body: '**Now** [this](news:other).', post: Short & sweet, refs: ['news:other']}"))

    assert "<strong>Now</strong>" in page
    assert "Short &amp; sweet" in page
    assert 'data-hub-copy-text="post"' in page
    assert '<h2 id="refs">' in page


def test_news_without_a_post_offers_none() -> None:
    assert "data-hub-copy-text" not in body(item("news"))


def test_no_anchor_is_offered_that_the_page_does_not_have() -> None:
    assert missing_anchors(item("news")) == set()


def test_the_front_page_shows_the_three_newest() -> None:
    news = [item("news", f"{{date: 2026-09-0{number}, title: N{number}}}", f"n{number}") for number in (5, 4, 3, 2)]
    shown = front(news, hub(*news))

    assert shown is not None
    assert [card.title for card in shown.cards] == ["N5", "N4", "N3"]
    assert front([], hub()) is None


def test_months_follow_each_other_the_latest_first() -> None:
    days = ("2026-08-31", "2026-09-01", "2025-12-24")
    news = [item("news", f"{{date: {day}, title: N{day}}}", f"n-{day}") for day in days]
    page = body(news[0], *news[1:], url="news/")
    places = [page.index(text) for text in ("September 2026", "August 2026", "December 2025")]

    assert places == sorted(places)


def test_machines_are_told_that_it_is_news() -> None:
    assert data(item("news"))["@type"] == "NewsArticle"
    assert data(item("news"))["datePublished"] == "2026-10-01"
    assert owner(item("news")) == ""
