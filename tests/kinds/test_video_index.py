"""The index of videos proposes a few to begin with, and what they can be chosen by."""

from __future__ import annotations

import pytest

from generator.kinds.video.embed import player_of
from generator.kinds.video.list_page import begin_with, index
from generator.kinds.video.model import Source
from generator.model.catalog import Item
from generator.model.view import Index
from tests.kinds.small import findings, hub, item


def film(id_: str, seconds: int, *functions: str) -> Item:
    minutes, rest = divmod(seconds, 60)
    return item("video", f"{{title: {id_}, duration: '{minutes}:{rest:02}', functions: [{', '.join(functions)}]}}", id_)


def test_the_first_films_show_as_much_as_possible_and_the_shorter_ones_of_those() -> None:
    films = [film("a", 90, "x"), film("b", 60, "x"), film("c", 120, "x", "y"), film("d", 30), film("e", 40, "z")]

    assert [one.id for one in begin_with(films)] == ["c", "e", "d"]


def test_only_what_tells_films_apart_can_be_chosen() -> None:
    films = [film("a", 30, "x"), film("b", 200, "y")]
    shown = index(Index("video", "", len(films), (), is_cut=False), films, hub(*films))

    assert [choice.name for choice in shown.choices] == ["length"]
    assert [text for _, text in shown.choices[0].options] == ["Up to 1 minute", "More than 3 minutes"]
    assert shown.total == "4 min"


@pytest.mark.parametrize(
    ("address", "player"),
    [
        ("https://www.youtube.com/watch?v=abc_-1&t=5", "https://www.youtube-nocookie.com/embed/abc_-1"),
        ("https://youtu.be/abc1?si=x", "https://www.youtube-nocookie.com/embed/abc1"),
        ("https://www.youtube.com/shorts/abc1", "https://www.youtube-nocookie.com/embed/abc1"),
        ("https://www.youtube.com/watch?v=a%22onload", None),
        ("https://www.youtube.com/@channel", None),
        ("https://vimeo.com/123", "https://player.vimeo.com/video/123?dnt=1"),
        ("https://vimeo.com/123/0a1b2c?share=copy", "https://player.vimeo.com/video/123?h=0a1b2c&dnt=1"),
        ("https://player.vimeo.com/video/123?h=0a1b2c", "https://player.vimeo.com/video/123?h=0a1b2c&dnt=1"),
        ("https://vimeo.com/channels/staffpicks/123", "https://player.vimeo.com/video/123?dnt=1"),
        ("https://vimeo.com/123/%22onload", "https://player.vimeo.com/video/123?dnt=1"),
        ("https://vimeo.com/about", None),
        ("https://youtube.com.example.org/watch?v=abc", None),
        ("https://example.org/1", None),
    ],
)
def test_the_player_of_a_known_service_is_found(address: str, player: str | None) -> None:
    assert player_of(Source(service="X", url=address)) == player


def test_another_services_player_is_the_one_that_is_given() -> None:
    source = Source(service="X", url="https://example.org/1", embed="https://example.org/player/1")

    assert player_of(source) == "https://example.org/player/1"
    assert player_of(Source(file="a.mp4")) is None


def test_a_player_is_never_fetched_without_encryption() -> None:
    source = "{source: {service: X, url: 'https://example.org/1', embed: 'http://example.org/1'}}"

    assert findings(item("video", source)) == [("embed-https", "source.embed")]
