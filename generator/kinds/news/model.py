"""What a news file says: the day, for whom, the text, what it is about, and a short post."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.fields import AnyItem, Day, District, Picture, Published, RichText, Role, Strict, Text, Without

Post = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=280)]


class NewsPicture(Strict):
    """A picture beside the text."""

    file: Annotated[Text, Picture()]
    """The picture, beside this file."""
    alt: Text
    """What it shows, for those who cannot see it."""


class News(Published):
    """A piece of news."""

    date: Annotated[Day, Without(year="nearest")]
    """The day of the news."""
    audience: Annotated[tuple[Role, ...], Field(min_length=1)]
    """Whom it is for."""
    districts: tuple[District, ...] = ()
    """The [districts] that it is for; left out when it is for all."""
    body: RichText
    """What there is to tell. The most important first."""
    refs: tuple[AnyItem, ...] = ()
    """What it is about, or what helps, as `guide:follow-a-guide`."""
    post: Post | None = None
    """The same in at most 280 signs, for Teams or Facebook."""
    picture: NewsPicture | None = None
    """A picture."""
