"""Which connections are on, how they went, and the runs that a person may see."""

from datetime import datetime

from django.db.models import Q, QuerySet

from handslag.core.access import Act, Actor
from handslag.core.connections.models import Connection, Run
from handslag.core.connections.rules import Connector


def every() -> list[Connection]:
    """All connections in their order, also those that nobody has touched yet."""
    there = {one.connector: one for one in Connection.objects.all()}
    return [there.get(name, Connection(connector=name)) for name in Connector]


def is_due(connector: Connector, *, now: datetime) -> bool:
    """Whether it is to be asked now: it is on and its time has come, or a trial waits."""
    its_time = Q(next_at__isnull=True) | Q(next_at__lte=now)
    due = Q(wants_trial=True) | (Q(is_on=True) & its_time)
    return Connection.objects.filter(due, connector=connector).exists()


def wants_trial(connector: Connector) -> bool:
    """Whether somebody has asked for a run that keeps nothing."""
    return Connection.objects.filter(connector=connector, wants_trial=True).exists()


def runs_seen_by(actor: Actor) -> QuerySet[Run]:
    """Those of the installation, and those done for where the person works."""
    if not actor.where(Act.SEE_WORKSPACE):
        return Run.objects.none()
    mine = Q(on_behalf__in=actor.where(Act.SEE_WORKSPACE)) | Q(on_behalf__isnull=True)
    return Run.objects.filter(mine).select_related("connection")
