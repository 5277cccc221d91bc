"""The overviews: pages of the municipality, of each district and of each criterion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from generator.i18n.language import mark
from generator.kinds.school.aggregate_progress import (
    FOLDER,
    CriterionOverview,
    LevelsOfSubject,
    Numbers,
    criteria_of,
    levels_of,
    numbers_of,
    plot_of_criteria,
    plot_of_districts,
    plot_of_levels,
    purpose,
)
from generator.kinds.school.editing import edit_url
from generator.kinds.school.summary import SchoolItem
from generator.kinds.school.term_changes import moved
from generator.kinds.school.views import CONVERSATION
from generator.model.context import Context
from generator.model.page import Crumb, PageSpec
from generator.model.plot import Bars, LevelBars
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
    begun: tuple[CriterionOverview, ...]
    """Criteria of terms that have begun, and those that somebody has reported before."""
    later: tuple[CriterionOverview, ...]
    plot: Bars | None
    """The shares among `begun`."""
    levels: tuple[LevelsOfSubject, ...]
    level_names: tuple[str, ...]
    level_plot: LevelBars | None
    moved: tuple[tuple[str, str], ...]
    """What has moved since the term before, each sentence with the place that shows it."""
    conversation_url: str
    """Of the sheet for the conversation; "" for the municipality."""
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
    plot: Bars | None
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
    criteria = criteria_of(numbers, items, numbers.schools, parts=True)
    districts = tuple(Crumb(catalog.name("districts", id_), f"{FOLDER}{id_}/") for id_ in numbers.by_district)
    yield _page(
        overview_of(numbers, items, numbers.schools, criteria, districts), "", context._(mark("Overview")), context
    )
    for crumb, (id_, own) in zip(districts, numbers.by_district.items(), strict=True):
        few = criteria_of(numbers, own, numbers.listed[id_], parts=False)
        view = replace(
            overview_of(numbers, own, numbers.listed[id_], few, ()), conversation_url=f"{crumb.url}{CONVERSATION}"
        )
        yield _page(view, id_, crumb.title, context)
        yield district_sheet(view, crumb, context)
    for one in criteria:
        yield PageSpec(
            url=one.url, title=one.criterion.text, description=one.whole.said, section="overview",
            view=CriterionView(one, plot_of_districts(one, context), purpose(context), context.day),
            crumbs=(context.home(), Crumb(context._(mark("Overview")), FOLDER)), searchable=False,
        )  # fmt: skip


def overview_of(
    numbers: Numbers, items: Sequence[SchoolItem], schools: int, criteria: Sequence[CriterionOverview],
    districts: tuple[Crumb, ...],
) -> OverviewView:  # fmt: skip
    """What is said of `schools` schools, of which `items` have written something."""
    context, order = numbers.context, tuple(numbers.context.catalog.entries(LevelEntry))
    reported = sum(bool(item.summary.evidence or item.summary.levels) for item in items)
    begun = tuple(one for one in criteria if one.has_begun or one.whole.total.reported)
    levels, names = tuple(levels_of(numbers, items, order)), context.catalog.names("levels", order)
    message = _message([one for one in criteria if one.has_begun], reported, schools, context)
    return OverviewView(
        purpose=purpose(context), message=message, schools=schools, reported=reported,
        begun=begun, later=tuple(one for one in criteria if one not in begun),
        plot=plot_of_criteria(begun, context),
        levels=levels, level_names=names, level_plot=plot_of_levels(levels, names, context),
        moved=moved(numbers, criteria, levels), conversation_url="",
        districts=districts, named=_named(items, context),
        plan=Crumb(numbers.plan.common.title, numbers.plan.url), day=context.day,
        files=tuple((name, f"{FOLDER}overview.{ending}") for name, ending in (("CSV", "csv"), ("Excel", "xlsx"))),
    )  # fmt: skip


def _message(begun: Sequence[CriterionOverview], reported: int, schools: int, context: Context) -> str:
    """How many of the criteria that hold by now are met, and how many schools that rests on."""
    ngettext = context.language.ngettext
    said = ngettext(
        "{reported} of {schools} [place] has reported something.",
        "{reported} of {schools} [places] have reported something.", schools,
    ).format(reported=reported, schools=schools)  # fmt: skip
    if not begun:
        return said
    met = sum(one.whole.status == "met" for one in begun)
    criteria = ngettext(
        "Of {criteria} criterion of a term that has begun, {met} is met by those who have reported.",
        "Of {criteria} criteria of terms that have begun, {met} are met by those who have reported.", len(begun),
    ).format(met=met, criteria=len(begun))  # fmt: skip
    return f"{criteria} {said}"


def _page(view: OverviewView, district: str, title: str, context: Context) -> PageSpec:
    crumbs = (context.home(), Crumb(context._(mark("Overview")), FOLDER)) if district else (context.home(),)
    return PageSpec(
        url=f"{FOLDER}{district}/" if district else FOLDER, title=title, description=view.message, view=view,
        section="overview", crumbs=crumbs, searchable=False,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class DistrictSheetView(View):
    """The sheet for the conversation about a district: one page of A4."""

    template: ClassVar[str] = "school/district.html"
    overview: OverviewView
    url: str
    """Of the district's overview."""
    file: str
    """What the sheet is called as a document, without its ending."""
    sentences: tuple[tuple[str, str], ...]
    """Three at most, each with the place on the district's overview that shows its numbers."""


def district_sheet(view: OverviewView, district: Crumb, context: Context) -> PageSpec:
    """Opens with what the criteria say, what has moved, and who is still to report."""
    silent = view.schools - view.reported
    waiting = context.language.ngettext(
        "{number} [place] has reported nothing yet.", "{number} [places] have reported nothing yet.", silent
    ).format(number=silent)
    sentences = [(view.message, "criteria"), *view.moved[:1]]
    if silent:
        sentences.append((waiting, "levels" if view.levels else "criteria"))
    return PageSpec(
        url=view.conversation_url,
        title=context._(mark("For [the conversation]: {school}")).format(school=district.title),
        description=context._(mark("One page to bring to the conversation, written from what [places] have reported.")),
        view=DistrictSheetView(view, district.url, _file(district, context), tuple(sentences)), section="overview",
        crumbs=(context.home(), Crumb(context._(mark("Overview")), FOLDER), district), searchable=False,
    )  # fmt: skip


def _file(district: Crumb, context: Context) -> str:
    id_ = district.url.removeprefix(FOLDER).rstrip("/")
    return context._(mark("conversation-{id}")).format(id=id_)


def _named(items: Sequence[SchoolItem], context: Context) -> tuple[Crumb, ...]:
    """The schools by name, or by number, or not at all: never in an order that ranks them."""
    if context.settings.overview_schools == "left-out":
        return ()
    by_name = sorted(items, key=lambda item: context.language.sort_key(item.common.title))
    if context.settings.overview_schools == "named":
        return tuple(Crumb(item.common.title, item.url) for item in by_name)
    return tuple(
        Crumb(context._(mark("[Place] {number}")).format(number=number), "") for number, _ in enumerate(by_name, 1)
    )


def front(items: Sequence[SchoolItem], context: Context) -> SchoolFrontView | None:
    """None before a school follows a plan."""
    page = next(iter(overviews(items, context)), None)
    return SchoolFrontView(page.description, page.url) if page else None


def index(index: Index, items: Sequence[SchoolItem], context: Context) -> SchoolIndexView:
    known = {item.id for item in items}
    entries = context.catalog.entries(SchoolEntry).values()
    silent = tuple(
        Crumb(one.name, edit_url(one.id, context)) for one in entries if one.district and one.id not in known
    )
    return SchoolIndexView(index, numbers_of(items, context) is not None, silent)
