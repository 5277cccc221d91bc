"""What must hold within a piece of news."""

from __future__ import annotations

from collections.abc import Iterator

from generator.kinds.news.summary import NewsItem
from generator.model.catalog import Finding
from generator.model.context import DocumentContext


def rules(item: NewsItem, context: DocumentContext) -> Iterator[Finding]:
    news = item.model
    if news.date > news.updated:
        yield Finding("news-ahead", ("date",), {"date": news.date.isoformat(), "updated": news.updated.isoformat()})
    if news.post and "://" in news.post:
        yield Finding("post-address", ("post",))
