"""By which vocabularies people find items: those that every hub may have, and the hub's own."""

from __future__ import annotations

from dataclasses import dataclass

from generator.i18n.language import Language, mark
from generator.model.catalog import Lookup
from generator.model.page import Crumb


@dataclass(frozen=True, slots=True)
class Browse:
    """A vocabulary by which items can be browsed: its pages live under its name."""

    vocabulary: str
    facet: str
    """What filters call it in addresses and in the search index."""
    label: str
    """What people read above the words of a filter: one of them."""
    title: str
    lead: str

    @property
    def way(self) -> Crumb:
        """The link to the page of all its words."""
        return Crumb(self.title, f"{self.vocabulary}/")


_COMMON = (
    Browse(
        "subjects", "subject", mark("[Subject]"), mark("By [subject]"),
        mark("Find what others have made for your [subject]."),
    ),
    Browse(
        "grades", "grade", mark("[Grade]"), mark("By [grade]"), mark("Find what others have made for your [grade].")
    ),
    Browse(
        "levels", "level", mark("Level"), mark("By level"),
        mark("Levels from first steps to full use. See where you are and what takes you on."),
    ),
    Browse(
        "functions", "function", mark("Function"), mark("By function"),
        mark("What the platform can do, and the guides, videos and courses that use it."),
    ),
)  # fmt: skip
"""In English message ids."""


def browses_of(lookup: Lookup, language: Language) -> tuple[Browse, ...]:
    """Those that the hub has words for, in the hub's language; its own follow, by the names of their files."""
    _ = language.gettext
    common = (
        Browse(one.vocabulary, one.facet, _(one.label), _(one.title), _(one.lead))
        for one in _COMMON
        if lookup.vocabularies.get(one.vocabulary)
    )
    return (*common, *(_own(name, by, language) for name, by in lookup.own.items() if lookup.vocabularies[name]))


def _own(vocabulary: str, by: str, language: Language) -> Browse:
    title = language.gettext("By {word}").format(word=by)
    lead = language.gettext("Find what there is by {word}.").format(word=by)
    # The prefix keeps the hub's own words apart from other choices in an address.
    return Browse(vocabulary, f"by-{vocabulary}", f"{by[:1].upper()}{by[1:]}", title, lead)
