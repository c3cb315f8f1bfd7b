"""Reports and the municipality that receives them, ready to use."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from handslag.core.access import ANYONE, Actor, Role
from handslag.domain.incidents.models import Desk, Group, GroupMember, Incident, Report
from handslag.domain.incidents.rules import (
    Cadence,
    Channel,
    IncidentDraft,
    Inside,
    ReportDraft,
    Where,
)
from handslag.domain.incidents.services import open_desk, receive
from handslag.domain.organisations.models import Organisation
from tests import make

NOW = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)  # a Friday evening
HERE = Where(lon=14.437, lat=59.236, inside=Inside.OUTDOORS)  # in Degerfors


def desk(
    municipality: Organisation, *, residents: bool = True, machines: bool = True
) -> Desk:
    """The municipality receives reports, from everyone unless said otherwise."""
    staff = make.member(municipality, Role.COORDINATOR)
    made = open_desk(staff, municipality, now=NOW)
    made.is_open_to_residents, made.is_open_to_machines = residents, machines
    made.save()
    return made


def incident_draft(category: str = "graffiti", **said: Any) -> IncidentDraft:
    where = said.pop("where", HERE)
    return IncidentDraft(category=category, where=where, **said)


def report_draft(*incidents: IncidentDraft, **said: Any) -> ReportDraft:
    given = {"key": uuid4(), "incidents": incidents or (incident_draft(),), **said}
    return ReportDraft(**given)


def report(
    municipality: Organisation,
    *incidents: IncidentDraft,
    actor: Actor = ANYONE,
    by: Organisation | None = None,
    now: datetime = NOW,
    **said: Any,
) -> Report:
    """A resident's report; a reporter's when `by` says in whose service."""
    channel = Channel.REPORTER if by else Channel.RESIDENT
    draft = report_draft(*incidents, **said)
    got = receive(actor, municipality, draft, channel=channel, by=by, now=now)
    return got.report


def incident(
    municipality: Organisation, category: str = "graffiti", **said: Any
) -> Incident:
    """One incident of a report of its own."""
    about = {name: said.pop(name) for name in ("actor", "by", "now") if name in said}
    sent = report(municipality, incident_draft(category, **said), **about)
    return sent.incidents.get()


def group(*organisations: Organisation, **said: Any) -> Group:
    """A group that meets every week and shares what is shared with it."""
    given = {"name": "EST-gruppen", "cadence": Cadence.WEEKLY, "since": NOW.date(), **said}
    made = Group.objects.create(lead=organisations[0], **given)
    for one in organisations:
        GroupMember.objects.create(group=made, organisation=one, since=given["since"])
    return made
