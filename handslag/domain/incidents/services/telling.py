"""Telling a resident who left an address that something has happened.

A step shared by the services that handle: call `tell` in their transaction, after the step.
"""

from datetime import datetime

from handslag.domain.incidents.models import Incident, Report
from handslag.domain.incidents.notices import step_taken
from handslag.domain.incidents.queries.receipts import incidents_of
from handslag.domain.incidents.rules import Phase
from handslag.domain.incidents.rules.receipts import may_ask_if_better


def tell(incident: Incident, *, now: datetime) -> None:
    """A letter to the one who reported it, and to those whose reports were put together
    with it. When all is closed it asks whether it got better, once."""
    of_these = Incident.objects.filter(merged_into=incident).values("report")
    reports = Report.objects.filter(contact__isnull=False)
    for report in reports.filter(pk__in=of_these) | reports.filter(pk=incident.report_id):
        _tell(report, Phase(incident.phase), now)


def _tell(report: Report, phase: Phase, now: datetime) -> None:
    phases = [(one.merged_into or one).phase for one in incidents_of(report)]
    asks = may_ask_if_better(phases)
    step_taken(report, phase, asks_if_better=asks)
    if asks and report.asked_at is None:
        Report.objects.filter(pk=report.pk).update(asked_at=now)
