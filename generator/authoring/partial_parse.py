"""What can be read of a file that is wrong in places, so that all that is wrong with it is told at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from generator.authoring.merge import Identity, Path, chain_of, path_of, value_at
from generator.model.catalog import Finding, YamlValue

_SIDES = ("was", "now")


def sound_part(
    raw: Mapping[str, YamlValue], findings: Sequence[Finding], identity: Identity
) -> Mapping[str, YamlValue] | None:
    """The file without the entries and fields that are wrong; None when nothing is left that could be merged.

    In `now` each has what `was` says of it: what somebody wrote wrong is neither written nor taken out.
    """
    cuts = {_cut(one.path) for one in findings}
    if cuts & {("was",), ("now",)} or not isinstance(raw.get("now"), dict):
        return None
    (was,) = _kept(raw.get("was") or {}, ("was",), cuts, {})
    found = dict[Path, YamlValue]()
    for cut in cuts:
        before, is_there = path_of(was, chain_of(raw["now"], cut[1:], identity), identity)
        if cut[:1] == ("now",) and is_there:
            found[cut] = value_at(was, before)
    (now,) = _kept(raw["now"], ("now",), cuts, found)
    whole = {name: value for name, value in raw.items() if (name,) not in cuts}
    return {**whole, "was": was, "now": now}


def _cut(path: Path) -> Path:
    """The entry around what is wrong, or the field."""
    ends = [end for end, step in enumerate(path, 1) if isinstance(step, int)]
    return path[: ends[-1]] if ends else path[:2] if path[:1] and path[0] in _SIDES else path[:1]


def _kept(value: YamlValue, path: Path, cuts: Collection[Path], instead: Mapping[Path, YamlValue]) -> list[YamlValue]:
    """The value, or what stands instead of it; nothing when it is cut."""
    if path in cuts:
        return [instead[path]] if path in instead else []
    if isinstance(value, dict):
        return [{key: new for key, part in value.items() for new in _kept(part, (*path, key), cuts, instead)}]
    if isinstance(value, list):
        return [[new for at, part in enumerate(value) for new in _kept(part, (*path, at), cuts, instead)]]
    return [value]
