"""What is in the system of one municipality's year, for the report to the assembly."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.db.models import Q, QuerySet

from handslag.core.deadlines import months_after
from handslag.core.periods import stockholm_day
from handslag.domain.agreements.models import Agreement
from handslag.domain.council.models import CouncilDecision, Meeting
from handslag.domain.council.rules import MeetingState
from handslag.domain.picture.models import PictureVersion
from handslag.domain.plans.models import (
    Decision,
    GoalOutcome,
    IndicatorReading,
    Measure,
    PlanFollowUp,
)
from handslag.domain.plans.rules.words import Status
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.published import PromiseStanding, TargetStanding, summaries
from handslag.domain.promises.rules.words import Origin
from handslag.domain.year.models import AssemblyReport, ReportIntroduction
from handslag.domain.year.queries.deadlines import Home, all_deadlines
from handslag.domain.year.queries.law import board_of
from handslag.domain.year.rules.report import About, Figure, Item, Report

MONTHS_AHEAD = 12
HELD = (MeetingState.HELD, MeetingState.ADJUSTING, MeetingState.FINAL)


def report_of(home: Home, year: int, *, today: date) -> Report:
    """What was decided, done and measured in the year, what is late and what comes.

    A constant number of queries, however much there is.
    """
    organisation = home.organisation
    board = board_of(organisation)
    late, coming = _ahead(home, today)
    return Report(
        municipality=organisation.name,
        year=year,
        as_of=today,
        board=board.board if board else "",
        introduction=introduction_of(home, year).text,
        is_example=organisation.is_example or settings.DEMO,
        decided=tuple(_sorted(_decided(home, year))),
        done=tuple(_sorted(_done(home, year, today=today))),
        measured=(*_promises(home, year, today=today), *_of_plans(home, year)),
        late=tuple(late),
        coming=tuple(coming),
    )


def introduction_of(home: Home, year: int) -> ReportIntroduction:
    """The words it begins with; empty ones that are not stored yet otherwise."""
    known = ReportIntroduction.objects.filter(home=home.organisation, year=year).first()
    return known or ReportIntroduction(home=home.organisation, year=year, revision=0)


def reports_of(home: Home) -> QuerySet[AssemblyReport]:
    """The reports that have been given, the latest first."""
    given = AssemblyReport.objects.filter(home=home.organisation)
    return given.select_related("version")


def _sorted(items: Iterator[Item]) -> list[Item]:
    return sorted(items, key=lambda one: (one.on or date.min, one.text))


def _decided(home: Home, year: int) -> Iterator[Item]:
    here = {"home": home.organisation}
    for version in PictureVersion.objects.filter(
        picture__home=home.organisation, picture__party=None, frozen_at__year=year
    ).select_related("picture"):
        day = stockholm_day(version.frozen_at)
        yield Item(
            About.PICTURE,
            version.picture.name,
            day,
            path=f"/arbete/lagesbild/{version.picture.public_id}/",
            count=version.number,
        )
    for decision in Decision.objects.filter(
        plan__home=home.organisation, decided_on__year=year
    ).select_related("plan"):
        said = (decision.board, decision.paragraph, decision.registry_no)
        yield Item(
            About.PLAN,
            decision.plan.name,
            decision.decided_on,
            ", ".join(filter(None, said)),
            path=f"/arbete/atgardsplan/{decision.plan.public_id}/",
        )
    yield from _agreements(home, year)
    for set_ in PromiseSet.objects.filter(
        origin=Origin.DECIDED,
        published_at__year=year,
        version__isnull=False,
        taken_down_at=None,
        **here,
    ):
        published = stockholm_day(set_.published_at) if set_.published_at else None
        path = f"/arbete/loften/{set_.public_id}/"
        yield Item(About.PROMISES, set_.name, published, set_.decided_by, path=path)
    for one in CouncilDecision.objects.filter(
        meeting__council__home=home.organisation, decided_on__year=year, is_internal=False
    ).select_related("meeting__council"):
        text = f"§ {one.number} {one.title}"
        yield Item(About.COUNCIL, text, one.decided_on, one.meeting.council.name)


def _agreements(home: Home, year: int) -> Iterator[Item]:
    signed = Q(signed_on__year=year) | Q(signed_on=None, published_at__year=year)
    for one in Agreement.objects.filter(
        signed, areas__municipality=home.organisation, version__isnull=False
    ).distinct():
        published = stockholm_day(one.published_at) if one.published_at else None
        path = f"/arbete/overenskommelser/{one.public_id}/"
        yield Item(About.AGREEMENT, one.name, one.signed_on or published, path=path)


def _done(home: Home, year: int, *, today: date) -> Iterator[Item]:
    for one in Measure.objects.filter(
        plan__home=home.organisation, status=Status.DONE, status_on__year=year
    ).select_related("owner"):
        owner = one.owner.name if one.owner else one.owner_stated
        yield Item(About.MEASURE, one.title, one.status_on, owner)
    for meeting in Meeting.objects.filter(
        council__home=home.organisation, state__in=HELD, starts_at__year=year
    ).select_related("council"):
        yield Item(About.MEETING, meeting.council.name, stockholm_day(meeting.starts_at))
    for follow_up in PlanFollowUp.objects.filter(
        plan__home=home.organisation,
        followed_up_on__year=year,
        published_at__isnull=False,
    ).select_related("plan"):
        yield Item(About.FOLLOW_UP, follow_up.plan.name, follow_up.followed_up_on)
    for standing in _standing(home, year, today=today):
        rows = [row for row in standing.progress if row.day.year == year]
        if rows:
            last = max(row.day for row in rows)
            yield Item(About.PROGRESS, _title(standing), last, count=len(rows))


def _standing(home: Home, year: int, *, today: date) -> list[PromiseStanding]:
    """The public promises whose period touches the year. Three queries."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return [
        standing
        for one in summaries(home.slug, today=today)
        if not one.is_withdrawn
        and (one.wording.period.starts or date.max) <= last
        and (one.wording.period.ends or date.max) >= first
        for standing in one.standing.promises
    ]


def _title(standing: PromiseStanding) -> str:
    return standing.promise.heading or standing.promise.text


def _promises(home: Home, year: int, *, today: date) -> Iterator[Item]:
    for standing in _standing(home, year, today=today):
        said = standing.outcomes[0].result if standing.outcomes else ""
        yield Item(
            About.PROMISE,
            _title(standing),
            detail=said,
            code=standing.verdict.value,
            figures=tuple(_figure(one) for one in standing.targets),
        )


def _figure(one: TargetStanding) -> Figure:
    target = one.target
    return Figure(
        op=target.op,
        low=target.low,
        high=target.high,
        unit=target.unit,
        per=target.per,
        direction=target.direction,
        least_share=target.least_share,
        done=one.done,
        needed=one.needed,
    )


def _of_plans(home: Home, year: int) -> Iterator[Item]:
    told = {
        "follow_up__plan__home": home.organisation,
        "follow_up__followed_up_on__year": year,
        "follow_up__published_at__isnull": False,
    }
    for one in GoalOutcome.objects.filter(**told).select_related("goal", "follow_up"):
        day = one.follow_up.followed_up_on
        yield Item(About.GOAL, one.goal.text, day, one.said, one.reached)
    for reading in IndicatorReading.objects.filter(**told).select_related(
        "indicator", "follow_up"
    ):
        indicator, day = reading.indicator, reading.follow_up.followed_up_on
        goal, unit = indicator.target, indicator.unit
        figure = Figure("exact", goal, None, unit, None, "up", None, reading.amount)
        yield Item(About.INDICATOR, indicator.name, day, figures=(figure,))


def _ahead(home: Home, today: date) -> tuple[list[Item], list[Item]]:
    """What should have been done, and what is to be done within a year."""
    found = all_deadlines({home.organisation.pk}, today=today)
    last = months_after(today, MONTHS_AHEAD)
    items = [
        Item(About.DEADLINE, one.name, one.due_on, code=one.kind, path=one.path)
        for one in sorted(found, key=lambda one: (one.due_on, one.name))
        if one.due_on <= last and one.home == home.organisation.pk
    ]
    late = [one for one in items if one.on and one.on < today]
    return late, [one for one in items if one not in late]
