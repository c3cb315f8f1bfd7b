"""Groups that meet about what was reported: who sits there, and since when.

Whoever comes into a group can read what its municipalities share. So a municipality
comes in only by its own word; the others are taken in by the one that leads the group.
"""

from datetime import date, datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import Group, GroupInvitation, GroupMember
from handslag.domain.incidents.queries.desks import can_be_asked
from handslag.domain.incidents.rules.settings import GroupDraft, check_group, check_name
from handslag.domain.incidents.services.locking import locked_group
from handslag.domain.organisations.models import Kind, Organisation


@transaction.atomic
def add_group(actor: Actor, lead: Organisation, draft: GroupDraft) -> Group:
    """A group begins. The municipality that leads it sits in it from the first day."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({lead.pk}))
    if lead.kind != Kind.MUNICIPALITY:
        raise NotAllowedError("incidents.only_a_municipality_receives")
    check_group(draft)
    group = Group(lead=lead)
    _say(group, draft)
    GroupMember.objects.create(group=group, organisation=lead, since=draft.since)
    record(actor, "incidents.group_added", group, on_behalf=lead.pk)
    return group


@transaction.atomic
def save_group(actor: Actor, group: Group, draft: GroupDraft, *, revision: int) -> Group:
    """Change its name, how often it meets, or let it end."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({group.lead_id}))
    group = locked_group(group, revision)
    check_group(draft)
    group.revision += 1
    _say(group, draft)
    record(actor, "incidents.group_changed", group, on_behalf=group.lead_id)
    return group


@transaction.atomic
def take_in(
    actor: Actor, group: Group, organisation: Organisation, *, since: date, now: datetime
) -> None:
    """Let an organisation sit in the group. Another municipality is asked instead."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({group.lead_id}))
    group = locked_group(group)
    if not can_be_asked(group, today=since).filter(pk=organisation.pk).exists():
        raise NotAllowedError("incidents.sits_there_already")
    if organisation.kind == Kind.MUNICIPALITY:
        GroupInvitation.objects.get_or_create(
            group=group, organisation=organisation, defaults={"asked_at": now}
        )
        record(
            actor,
            "incidents.asked_into_group",
            group,
            on_behalf=group.lead_id,
            organisation=organisation.pk,
        )
        return
    _seat(group, organisation, since)
    record(
        actor,
        "incidents.taken_into_group",
        group,
        on_behalf=group.lead_id,
        organisation=organisation.pk,
    )


@transaction.atomic
def come_in(actor: Actor, invitation: GroupInvitation, *, today: date) -> Group:
    """The municipality says yes: what is shared there is read by the group from now on."""
    within = invitation.organisation_id
    require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({within}))
    group = locked_group(invitation.group)
    _seat(group, invitation.organisation, today)
    invitation.delete()
    record(actor, "incidents.came_into_group", group, on_behalf=within)
    return group


@transaction.atomic
def decline(actor: Actor, invitation: GroupInvitation) -> None:
    """The municipality says no, or the one that asked takes it back."""
    parties = frozenset({invitation.organisation_id, invitation.group.lead_id})
    require(actor, Act.HANDLE_REPORTS, in_any_of=parties)
    record(
        actor,
        "incidents.declined_group",
        invitation.group,
        organisation=invitation.organisation_id,
    )
    invitation.delete()


@transaction.atomic
def leave(actor: Actor, member: GroupMember, *, last_day: date) -> None:
    """It sits there no more: by its own word, or by that of the one that leads."""
    group = locked_group(member.group)
    parties = frozenset({member.organisation_id, group.lead_id})
    require(actor, Act.HANDLE_REPORTS, in_any_of=parties)
    if member.organisation_id == group.lead_id:
        raise NotAllowedError("incidents.who_leads_stays")
    member = GroupMember.objects.get(pk=member.pk)
    member.until = max(last_day, member.since)
    member.save(update_fields=["until"])
    record(actor, "incidents.left_group", group, organisation=member.organisation_id)


def _seat(group: Group, organisation: Organisation, since: date) -> None:
    """A seat from a day; a seat that ended the same day is not held twice."""
    there = GroupMember.objects.filter(group=group, organisation=organisation)
    if there.filter(until__isnull=True).exists():
        raise NotAllowedError("incidents.sits_there_already")
    GroupMember.objects.create(group=group, organisation=organisation, since=since)


def _say(group: Group, draft: GroupDraft) -> None:
    group.name = check_name(draft.name)
    group.cadence = draft.cadence
    group.weekday = draft.weekday
    group.since = draft.since
    group.until = draft.until
    group.save()
