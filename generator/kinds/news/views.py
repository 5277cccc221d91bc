"""What the page of a piece of news shows, and the newest news on the front page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.kinds.news.model import News
from generator.kinds.news.summary import NewsItem
from generator.model.context import Context
from generator.model.view import Card, View

_FRONT = 3


@dataclass(frozen=True, slots=True)
class NewsView(View):
    """The page of a piece of news."""

    template: ClassVar[str] = "news/page.html"
    item: News
    post: str
    """The post with the address of the page, ready to be put somewhere else; "" when there is none."""


@dataclass(frozen=True, slots=True)
class NewsFrontView(View):
    """The newest news on the front page."""

    template: ClassVar[str] = "news/front.html"
    cards: tuple[Card, ...]


def view(item: NewsItem, context: Context) -> NewsView:
    news, address = item.model, context.settings.site_url
    parts = (news.post, f"{address}{item.url}" if address else "") if news.post else ()
    return NewsView(news, "\n".join(part for part in parts if part))


def front(items: Sequence[NewsItem], context: Context) -> NewsFrontView | None:
    """The three newest; None before there is any."""
    return NewsFrontView(tuple(context.card(item) for item in items[:_FRONT])) if items else None


def anchors(news: News) -> dict[str, str]:
    return {}


def owner(item: NewsItem, context: Context) -> str:
    """The organisation: news is told by no single role."""
    return context.settings.organisation


def structured_data(item: NewsItem, context: Context) -> dict[str, object]:
    news = item.model
    publisher = context.settings.organisation or context.settings.site_name
    return {
        "@type": "NewsArticle",
        "headline": news.title,
        "description": news.summary,
        "inLanguage": context.language.code,
        "datePublished": news.date.isoformat(),
        "dateModified": news.updated.isoformat(),
        "author": {"@type": "Organization", "name": publisher},
    }
