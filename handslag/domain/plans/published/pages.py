"""What anyone may see of plans: a plan with what became of it, and where the others are."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from handslag.core.files import services as files
from handslag.core.files.models import StoredFile
from handslag.core.files.rules import SUFFIXES
from handslag.core.periods import stockholm_day
from handslag.domain.organisations.published import Found
from handslag.domain.plans.models import Plan, PlanFollowUp, PlanSlug
from handslag.domain.plans.published.wording import (
    PublishedFollowUp,
    PublishedGoal,
    PublishedIndicator,
    PublishedMeasure,
    PublishedPlan,
    read,
    read_follow_up,
)
from handslag.domain.plans.rules.deciding import next_follow_up
from handslag.domain.plans.rules.measuring import Progress, progress
from handslag.domain.plans.rules.words import State, Status
from handslag.domain.series.published import shown_among


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a measure has come today."""

    status: Status
    why: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another plan of the same municipality, and its address."""

    name: str
    slug: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A decided plan with what became of it."""

    municipality: str  # its address
    short_name: str
    slug: str
    plan: PublishedPlan
    statuses: Mapping[str, Standing]
    follow_ups: tuple[PublishedFollowUp, ...]
    others: tuple[Elsewhere, ...]
    is_current: bool
    follow_up_due_on: date | None  # of the plan that holds
    followed_openly: frozenset[str]  # what everyone may read of what it is measured by

    @property
    def progress(self) -> Progress:
        """How many of the measures that are shown have come how far."""
        return progress(self.statuses[one.id].status for one in self.plan.measures)


def plan_page(municipality: str, slug: str | None = None) -> PlanPage | None:
    """One plan by its address, or the one that holds. Five queries, and one
    where something is followed."""
    rows = list(
        PlanSlug.objects.filter(home__slugs__slug=municipality)
        .select_related("plan__version", "plan__decision", "home")
        .order_by("-plan__decision__decided_on", "-pk")
    )
    current = next((row for row in rows if row.plan.state == State.DECIDED), None)
    found = (
        current or next(iter(rows), None)
        if slug is None
        else next((row for row in rows if row.slug == slug), None)
    )
    if found is None or found.plan.version is None:
        return None
    return _page(municipality, found, rows, is_current=found == current)


def _page(
    municipality: str, found: PlanSlug, rows: Iterable[PlanSlug], *, is_current: bool
) -> PlanPage:
    plan = found.plan
    wording = read(json.loads(plan.version.content)) if plan.version else None
    if wording is None:
        raise ValueError("A plan with an address has been decided.")
    follow_ups = tuple(_follow_ups(plan, wording))
    return PlanPage(
        municipality=municipality,
        short_name=found.home.short_name,
        slug=found.slug,
        plan=wording,
        statuses=_statuses(plan),
        follow_ups=follow_ups,
        others=tuple(
            Elsewhere(_name(row.plan), row.slug, row.plan.state == State.DECIDED)
            for row in rows
            if row.pk != found.pk
        ),
        is_current=is_current,
        follow_up_due_on=next_follow_up(
            wording.decision.decided_on, [one.followed_up_on for one in follow_ups]
        )
        if is_current
        else None,
        followed_openly=shown_among(
            municipality, {one.followed for one in _measured(wording) if one.followed}
        ),
    )


def _name(plan: Plan) -> str:
    """What the plan was called when it was decided."""
    return str(json.loads(plan.version.content)["name"]) if plan.version else ""


def _statuses(plan: Plan) -> dict[str, Standing]:
    return {
        str(row.public_id): Standing(Status(row.status), row.status_why, row.status_on)
        for row in plan.measures.all()
    }


def _follow_ups(plan: Plan, wording: PublishedPlan) -> Iterable[PublishedFollowUp]:
    shown = _shown(wording)
    rows = PlanFollowUp.objects.filter(plan=plan, published_at__isnull=False)
    for row in rows.select_related("version"):
        if row.version is not None and row.published_at is not None:
            yield read_follow_up(
                json.loads(row.version.content),
                published_on=stockholm_day(row.published_at),
                shown=shown,
            )


def _shown(wording: PublishedPlan) -> set[str]:
    """The ids of all that the page shows: what is told of the rest is not shown either."""
    return {one.id for one in (*_things(wording), *_measured(wording))}


def _things(wording: PublishedPlan) -> list[PublishedGoal | PublishedMeasure]:
    goals = [goal for problem in wording.problems for goal in problem.goals]
    return [*wording.measures, *goals]


def _measured(wording: PublishedPlan) -> list[PublishedIndicator]:
    return [indicator for one in _things(wording) for indicator in one.indicators]


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """The signed decision, for anyone to fetch."""

    media_type: str
    suffix: str
    content: bytes


def decision_file(municipality: str, slug: str) -> PublishedFile | None:
    """The file that belongs to a decided plan, as it was decided."""
    page = plan_page(municipality, slug)
    if page is None or not page.plan.decision.file:
        return None
    stored = StoredFile.objects.filter(sha256=page.plan.decision.file).first()
    if stored is None:
        return None
    return PublishedFile(
        stored.media_type, SUFFIXES[stored.media_type], files.content(stored)
    )


def address_of_plan(key: str) -> tuple[str, str] | None:
    """Where a decided plan is found: its municipality and its period. One query."""
    if not key:
        return None
    rows = PlanSlug.objects.filter(plan__public_id=key, home__slugs__current=True)
    return rows.values_list("home__slugs__slug", "slug").first()


def plans_found(keys: Collection[UUID]) -> dict[UUID, Found]:
    """Where each of these plans is read."""
    rows = PlanSlug.objects.filter(plan__public_id__in=keys, home__slugs__current=True)
    return {
        key: Found(slug, place, f"atgardsplan/{period}/")
        for key, slug, place, period in rows.values_list(
            "plan__public_id", "home__slugs__slug", "home__short_name", "slug"
        )
    }
