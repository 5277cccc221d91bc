"""The overviews: pages of the municipality, of each district and of each criterion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.i18n.language import mark
from generator.kinds.school.editing import edit_url
from generator.kinds.school.numbers import (
    FOLDER,
    CriterionOverview,
    LevelsOfSubject,
    Numbers,
    criteria_of,
    levels_of,
    numbers_of,
    purpose,
)
from generator.kinds.school.summary import SchoolItem
from generator.model.context import Context
from generator.model.page import Crumb, PageSpec
from generator.model.view import Index, View
from generator.model.vocabulary import LevelEntry, SchoolEntry


@dataclass(frozen=True, slots=True)
class OverviewView(View):
    """The municipality, or a district."""

    template: ClassVar[str] = "school/overview.html"
    purpose: str
    message: str
    schools: int
    reported: int
    criteria: tuple[CriterionOverview, ...]
    levels: tuple[LevelsOfSubject, ...]
    level_names: tuple[str, ...]
    districts: tuple[Crumb, ...]
    named: tuple[Crumb, ...]
    """The schools, where the hub's settings let them be named here."""
    plan: Crumb
    day: date
    files: tuple[tuple[str, str], ...]
    """Name and address of the same numbers as files."""


@dataclass(frozen=True, slots=True)
class CriterionView(View):
    """One criterion by district."""

    template: ClassVar[str] = "school/criterion.html"
    overview: CriterionOverview
    purpose: str
    day: date


@dataclass(frozen=True, slots=True)
class SchoolFrontView(View):
    """How far schools are together, on the front page."""

    template: ClassVar[str] = "school/front.html"
    message: str
    url: str


@dataclass(frozen=True, slots=True)
class SchoolIndexView(View):
    """All schools, with those that have no file."""

    template: ClassVar[str] = "school/index.html"
    index: Index
    has_overview: bool
    silent: tuple[Crumb, ...]
    """Schools of a district that have written nothing, each with the page on which it begins."""


def overviews(items: Sequence[SchoolItem], context: Context) -> Iterator[PageSpec]:
    """The municipality, each district, and each criterion; none before a school follows a plan."""
    numbers = numbers_of(items, context)
    if numbers is None:
        return
    catalog = context.catalog
    criteria = tuple(criteria_of(numbers, items, sum(numbers.listed.values()), parts=True))
    districts = tuple(Crumb(catalog.name("districts", id_), f"{FOLDER}{id_}/") for id_ in numbers.by_district)
    yield _page(numbers, "", context._(mark("Overview")), items, sum(numbers.listed.values()), criteria, districts)
    for crumb, (id_, own) in zip(districts, numbers.by_district.items(), strict=True):
        few = tuple(criteria_of(numbers, own, numbers.listed[id_], parts=False, district=id_))
        yield _page(numbers, id_, crumb.title, own, numbers.listed[id_], few, ())
    for one in criteria:
        yield PageSpec(
            url=one.url, title=one.criterion.text, description=one.whole.said, section="overview",
            view=CriterionView(one, purpose(context), context.day),
            crumbs=(context.home(), Crumb(context._(mark("Overview")), FOLDER)), searchable=False,
        )  # fmt: skip


def _page(
    numbers: Numbers, id_: str, title: str, items: Sequence[SchoolItem], schools: int,
    criteria: tuple[CriterionOverview, ...], districts: tuple[Crumb, ...],
) -> PageSpec:  # fmt: skip
    context, catalog = numbers.context, numbers.context.catalog
    url = f"{FOLDER}{id_}/" if id_ else FOLDER
    order = tuple(catalog.entries(LevelEntry))
    reported = sum(bool(item.summary.evidence or item.summary.levels) for item in items)
    met = sum(one.whole.status == "met" for one in criteria)
    message = context._(
        mark("{met} of {criteria} criteria are met. {reported} of {schools} schools have reported something.")
    ).format(met=met, criteria=len(criteria), reported=reported, schools=schools)
    view = OverviewView(
        purpose=purpose(context), message=message, schools=schools, reported=reported, criteria=criteria,
        levels=tuple(levels_of(items, order, context)), level_names=catalog.names("levels", order), districts=districts,
        named=_named(items, context), plan=Crumb(numbers.plan.common.title, numbers.plan.url), day=context.day,
        files=tuple((name, f"{FOLDER}overview.{ending}") for name, ending in (("CSV", "csv"), ("Excel", "xlsx"))),
    )  # fmt: skip
    crumbs = (context.home(), Crumb(context._(mark("Overview")), FOLDER)) if id_ else (context.home(),)
    return PageSpec(
        url=url, title=title, description=message, view=view, section="overview", crumbs=crumbs, searchable=False
    )


def _named(items: Sequence[SchoolItem], context: Context) -> tuple[Crumb, ...]:
    """The schools by name, or by number, or not at all: never in an order that ranks them."""
    if context.settings.overview_schools == "left-out":
        return ()
    by_name = sorted(items, key=lambda item: context.language.sort_key(item.common.title))
    if context.settings.overview_schools == "named":
        return tuple(Crumb(item.common.title, item.url) for item in by_name)
    return tuple(
        Crumb(context._(mark("School {number}")).format(number=number), "") for number, _ in enumerate(by_name, 1)
    )


def front(items: Sequence[SchoolItem], context: Context) -> SchoolFrontView | None:
    """None before a school follows a plan."""
    page = next(iter(overviews(items, context)), None)
    return SchoolFrontView(page.description, page.url) if page else None


def index(index: Index, items: Sequence[SchoolItem], context: Context) -> SchoolIndexView:
    known = {item.id for item in items}
    entries = context.catalog.entries(SchoolEntry).values()
    silent = tuple(Crumb(one.name, edit_url(one.id)) for one in entries if one.district and one.id not in known)
    return SchoolIndexView(index, numbers_of(items, context) is not None, silent)
