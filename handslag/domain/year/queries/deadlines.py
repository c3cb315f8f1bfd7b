from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from handslag.core.access import Act, Actor
from handslag.core.deadlines import Basis, Deadline, months_after
from handslag.domain.agreements import queries as agreements
from handslag.domain.council import queries as council
from handslag.domain.organisations.models import Kind, Organisation, Relation, Slug, Tie
from handslag.domain.organisations.queries import holding
from handslag.domain.picture import queries as picture
from handslag.domain.plans import queries as plans
from handslag.domain.promises import queries as promises
from handslag.domain.surveys.queries import fieldwork as surveys
from handslag.domain.year.models import AssemblyReport, LawStatement, LeadingBoard
from handslag.domain.year.rules.law import REPORT_EVERY
from handslag.domain.year.rules.sight import seen_by

REPORT = "year.report"
BEGINNING = "year.beginning"


@dataclass(frozen=True, slots=True)
class Home:
    """A municipality that someone works in or for, and where it is found."""

    organisation: Organisation
    slug: str
    is_own: bool


def deadlines(*, homes: Collection[int] | None, today: date) -> list[Deadline]:
    """The year's own: the next report to the assembly, what is planned to be begun."""
    return [*_reports(homes), *_beginnings(homes)]


# Every part of the field that has days to keep, from what is known to what is decided.
PARTS: tuple[Callable[..., Iterable[Deadline]], ...] = (
    picture.deadlines,
    agreements.deadlines,
    plans.deadlines,
    promises.deadlines,
    council.deadlines,
    surveys.deadlines,
    deadlines,
)


def all_deadlines(homes: Collection[int] | None, *, today: date) -> list[Deadline]:
    """Every deadline of these homes that is not met, from every part of the field."""
    return [one for part in PARTS for one in part(homes=homes, today=today)]


def deadlines_for(actor: Actor, homes: Collection[Home], *, today: date) -> list[Deadline]:
    """Those of them that the actor may see, the earliest first."""
    found = all_deadlines({one.organisation.pk for one in homes}, today=today)
    return seen_by(actor.where(Act.SEE_WORKSPACE), found)


def homes_of(actor: Actor, *, today: date) -> list[Home]:
    """The municipalities that the actor works in, or that their police or council serves.

    The actor's own come first. One query.
    """
    own = actor.where(Act.SEE_WORKSPACE)
    served = Relation.objects.filter(
        holding(today), lower__in=own, kind__in=[Tie.SERVES, Tie.COVERS]
    )
    mine = Q(organisation__in=own) | Q(organisation__in=served.values("upper"))
    rows = Slug.objects.filter(mine, current=True, organisation__kind=Kind.MUNICIPALITY)
    found = [
        Home(one.organisation, one.slug, one.organisation_id in own)
        for one in rows.select_related("organisation").order_by("organisation__short_name")
    ]
    return sorted(found, key=lambda home: not home.is_own)


def _reports(homes: Collection[int] | None) -> Iterable[Deadline]:
    """A year after the latest report, where a board leads the work."""
    boards = LeadingBoard.objects.all()
    if homes is not None:
        boards = boards.filter(home__in=homes)
    led = {board.home_id: board.board for board in boards}
    latest: dict[int, date] = {}
    told = AssemblyReport.objects.filter(home__in=led).order_by("reported_on")
    for home, day in told.values_list("home", "reported_on"):
        latest[home] = day
    for home, day in latest.items():
        yield Deadline(
            kind=REPORT,
            due_on=months_after(day, REPORT_EVERY),
            basis=Basis.LAW,
            home=home,
            name=led[home],
            path="/arbete/rapport/",
            function=led[home],
        )


def _beginnings(homes: Collection[int] | None) -> Iterable[Deadline]:
    """What the municipality has said that it will have begun by then."""
    planned = LawStatement.objects.filter(planned_on__isnull=False)
    if homes is not None:
        planned = planned.filter(home__in=homes)
    for one in planned:
        if one.planned_on:
            yield Deadline(
                kind=BEGINNING,
                due_on=one.planned_on,
                basis=Basis.LAW,
                home=one.home_id,
                name=f"{one.section} §",
                path="/arbete/lagkoll/",
            )
