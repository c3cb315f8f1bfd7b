"""What the law asks of plans, and which of it is done (5 and 6 §§ 2023:196)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Q

from handslag.core.deadlines import Basis, Deadline
from handslag.core.periods import stockholm_day
from handslag.domain.picture.models import PictureParty
from handslag.domain.plans.models import GrantProject
from handslag.domain.plans.queries.plans import current_plans
from handslag.domain.plans.rules.deciding import next_follow_up
from handslag.domain.plans.rules.words import GrantState


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What the law check needs to know of one municipality's plan."""

    decided_on: date
    board: str
    registry_no: str
    picture_number: int | None
    picture_on: date | None
    followed_up_on: date | None
    follow_up_due_on: date


def facts_for_law(homes: Collection[int] | None, *, today: date) -> Mapping[int, PlanFacts]:
    """By municipality: the plan that holds. One query, however many municipalities."""
    published = Q(follow_ups__published_at__isnull=False)
    plans = current_plans(homes).annotate(
        last=Max("follow_ups__followed_up_on", filter=published)
    )
    found: dict[int, PlanFacts] = {}
    for plan in plans:
        version = plan.picture_version
        found.setdefault(
            plan.home_id,
            PlanFacts(
                decided_on=plan.decision.decided_on,
                board=plan.decision.board,
                registry_no=plan.decision.registry_no,
                picture_number=version.number if version else None,
                picture_on=stockholm_day(version.frozen_at) if version else None,
                followed_up_on=plan.last,
                follow_up_due_on=next_follow_up(
                    plan.decision.decided_on, [plan.last] if plan.last else []
                ),
            ),
        )
    return found


def deadlines(*, homes: Collection[int] | None, today: date) -> list[Deadline]:
    """When plans must be followed up, and grants accounted for. Three queries.

    `today` does not matter here: what is late is still to be done.
    """
    return [*_follow_ups(homes), *_grants(homes)]


def _follow_ups(homes: Collection[int] | None) -> list[Deadline]:
    published = Q(follow_ups__published_at__isnull=False)
    plans = list(
        current_plans(homes).annotate(
            last=Max("follow_ups__followed_up_on", filter=published)
        )
    )
    pictures = [plan.picture_version.picture_id for plan in plans if plan.picture_version]
    others: dict[int, list[int]] = {}
    parties = PictureParty.objects.filter(picture__in=pictures).order_by("position", "pk")
    for picture, organisation in parties.values_list("picture", "organisation"):
        others.setdefault(picture, []).append(organisation)
    return [
        Deadline(
            kind="plan.follow_up",
            due_on=next_follow_up(
                plan.decision.decided_on, [plan.last] if plan.last else []
            ),
            basis=Basis.LAW,
            home=plan.home_id,
            name=plan.name,
            path=f"/arbete/atgardsplan/{plan.public_id}/uppfoljning/",
            others=tuple(
                one
                for one in others.get(
                    plan.picture_version.picture_id if plan.picture_version else 0, []
                )
                if one != plan.home_id
            ),
        )
        for plan in plans
    ]


def _grants(homes: Collection[int] | None) -> list[Deadline]:
    grants = GrantProject.objects.filter(state=GrantState.GRANTED, account_by__isnull=False)
    if homes is not None:
        grants = grants.filter(home__in=homes)
    return [
        Deadline(
            kind="plan.grant_accounting",
            due_on=grant.account_by,
            basis=Basis.DECISION,
            home=grant.home_id,
            name=grant.name,
            path=f"/arbete/statsbidrag/{grant.public_id}/",
        )
        for grant in grants
        if grant.account_by is not None
    ]
