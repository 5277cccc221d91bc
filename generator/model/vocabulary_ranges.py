"""Words of an ordered vocabulary in short, such as grades: `4.–6. klasse`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model.vocabulary import Entry


def span_of_ids(ids: Iterable[str], order: Iterable[str]) -> str:
    """Ids of an ordered vocabulary in short: neighbours become a range, `4–6, 8`. The ids are shown as they are."""
    places = {id_: place for place, id_ in enumerate(order)}
    known = sorted((id_ for id_ in set(ids) if id_ in places), key=places.__getitem__)
    runs: list[list[str]] = []
    for id_ in known:
        if runs and places[id_] == places[runs[-1][-1]] + 1:
            runs[-1].append(id_)
        else:
            runs.append([id_])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def grades_in_short(ids: Iterable[str], entries: Mapping[str, Entry]) -> str:
    """`4.–6. klasse` or `Year 7` where names are alike but for the ids that they hold; else the names one by one."""
    alike = {entry.name.replace(id_, "{}", 1) for id_, entry in entries.items() if id_ in entry.name}
    span = span_of_ids(ids, entries)
    if len(alike) == 1 and span:
        return alike.pop().replace("{}", span)
    return ", ".join(entry.name for id_, entry in entries.items() if id_ in set(ids))
