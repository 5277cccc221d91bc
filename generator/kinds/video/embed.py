"""The address of a film's player on the service that keeps it."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from generator.kinds.video.model import Source


def player_of(source: Source) -> str | None:
    """None when the film is a file here, or the service's player is not known.

    YouTube's players: https://developers.google.com/youtube/player_parameters, on the host that sets no cookies before
    the film plays. Vimeo's: https://developer.vimeo.com/player/sdk/embed, with `dnt`, which asks it not to follow.
    """
    if source.url is None:
        return None
    if source.embed:
        return source.embed
    address = urlsplit(source.url)
    host, parts = (address.hostname or "").removeprefix("www.").removeprefix("m."), address.path.strip("/").split("/")
    if host in {"youtube.com", "youtu.be"}:
        watched = parse_qs(address.query).get("v", [""])[0]
        id_ = watched or (parts[-1] if host == "youtu.be" or parts[0] in {"embed", "live", "shorts"} else "")
        return f"https://www.youtube-nocookie.com/embed/{id_}" if _plain(id_) else None
    if host in {"vimeo.com", "player.vimeo.com"}:
        return _vimeo(parts, parse_qs(address.query).get("h", [""])[0])
    return None


def _plain(id_: str) -> bool:
    return id_.replace("-", "").replace("_", "").isalnum() and id_.isascii()


def _vimeo(parts: list[str], key: str) -> str | None:
    """An unlisted film has a key behind its number, or as `h`."""
    at = next((at for at, part in enumerate(parts) if part.isdecimal()), None)
    if at is None:
        return None
    key = key or (parts[at + 1] if len(parts) > at + 1 else "")
    return f"https://player.vimeo.com/video/{parts[at]}?{f'h={key}&' if _plain(key) else ''}dnt=1"
