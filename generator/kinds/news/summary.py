"""What is known of news without opening it, and what feeds tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from generator.kinds.news.model import News
from generator.model.catalog import Item
from generator.model.context import Context, DocumentContext
from generator.model.feed import WholeText


@dataclass(frozen=True, slots=True)
class NewsSummary:
    """A piece of news in lists."""

    date: date


NewsItem: TypeAlias = Item[News, NewsSummary]


def summary(news: News) -> NewsSummary:
    return NewsSummary(news.date)


def told(known: NewsSummary) -> date:
    return known.date


def latest_first(item: NewsItem, _: Context) -> tuple[int | str, ...]:
    return (-item.summary.date.toordinal(),)


def facts(item: NewsItem, context: DocumentContext) -> tuple[str, ...]:
    """Its day, for whom it is, and the districts that it is for alone."""
    news = item.model
    roles, districts = context.names("roles", news.audience), context.names("districts", news.districts)
    return (context.language.date(news.date), ", ".join(roles), ", ".join(districts))


def terms(news: News) -> Mapping[str, tuple[str, ...]]:
    return {"roles": news.audience, "districts": news.districts}


def offers(news: News) -> Iterator[WholeText]:
    """The text as feeds carry it."""
    yield WholeText(news.body, news.date)
