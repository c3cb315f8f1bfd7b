"""The week of the group in Degerfors: one meeting that was held, and one ahead."""

from datetime import date

from handslag.config.demo.stage import Stage, at
from handslag.core.access import Actor
from handslag.domain.incidents.models import Group
from handslag.domain.incidents.rules import Top
from handslag.domain.organisations.models import Place
from handslag.domain.weeks import services
from handslag.domain.weeks.models import Target
from handslag.domain.weeks.rules import (
    DecisionDraft,
    FollowUpDraft,
    MeetingDraft,
    PriorityDraft,
    Result,
    TargetDraft,
)

HELD, AHEAD = date(2026, 11, 17), date(2026, 11, 24)
LEADS = "trygghetssamordnare"


def tell(stage: Stage) -> None:
    """What was decided last Tuesday, what became of it, and what is written so far."""
    actor = stage.actor("samordnare")
    group = Group.objects.get(name="EST Degerfors")
    there = tuple(group.members.order_by("pk").values_list("organisation", flat=True))
    others = [one for one in there if one != group.lead_id]
    target = _held(actor, group, there, others[0])
    ahead = services.plan_meeting(
        actor, group, MeetingDraft(AHEAD, HELD, LEADS, there), now=at(date(2026, 11, 20))
    )
    followed = FollowUpDraft(
        Result.PARTLY, "Bara fredag kväll.", "Lugnare när någon var där."
    )
    services.follow_up(actor, ahead, target, followed, revision=0)
    again = services.add_priority(actor, ahead, _at_the_square(group))
    services.add_target(
        actor, again, TargetDraft(others[0], "Finns på torget båda kvällarna.")
    )
    services.add_decision(
        actor, ahead, DecisionDraft("Vi träffas på biblioteket nästa gång.")
    )


def _held(actor: Actor, group: Group, there: tuple[int, ...], other: int) -> Target:
    held = services.plan_meeting(
        actor, group, MeetingDraft(HELD, date(2026, 11, 10), LEADS, there), now=at(HELD)
    )
    first = services.add_priority(actor, held, _at_the_square(group))
    target = services.add_target(
        actor, first, TargetDraft(other, "Finns på torget fredag och lördag kväll.", AHEAD)
    )
    services.add_target(
        actor,
        first,
        TargetDraft(group.lead_id, "Ställer ut farthinder vid infarten.", AHEAD),
    )
    services.add_decision(
        actor, held, DecisionDraft("Fritidsgården har öppet till 22 på fredagar.")
    )
    services.hold(actor, held, revision=held.revision, now=at(HELD), today=HELD)
    return target


def _at_the_square(group: Group) -> PriorityDraft:
    place = Place.objects.get(
        within=group.lead_id, source="påhittat exempel", name="Stora torget"
    )
    return PriorityDraft(
        "Buskörning på torget på kvällarna",
        why="Rapporter om A-traktorer, mest på fredagar.",
        top=Top.DISORDER,
        place=place.pk,
    )
