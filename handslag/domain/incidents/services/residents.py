"""A resident without an account: reports, asks how it goes, says whether it got better."""

from datetime import datetime

from django.db import transaction

from handslag.core.access import Actor
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import Contact, Report
from handslag.domain.incidents.queries.receipts import (
    incidents_of,
    messages_of,
    report_by_letter,
    report_here,
)
from handslag.domain.incidents.rules import Better, Channel, ReportDraft
from handslag.domain.incidents.rules.receipts import (
    Wanted,
    may_ask_if_better,
    may_take_back,
)
from handslag.domain.incidents.services.counting import count
from handslag.domain.incidents.services.receiving import Received, receive
from handslag.domain.organisations.queries import municipality_by_slug


def report_at(actor: Actor, slug: str, draft: ReportDraft, *, now: datetime) -> Received:
    """Send a resident's report to the municipality at this address."""
    municipality = municipality_by_slug(slug)
    if municipality is None:
        raise NotAllowedError("incidents.does_not_receive")
    return receive(actor, municipality, draft, channel=Channel.RESIDENT, now=now)


@transaction.atomic
def take_back(actor: Actor, slug: str, code: str) -> None:
    """Whoever reported takes it back, as long as nobody has begun with it.

    The rows are gone and the counters go down; the log says that it happened.
    """
    report = _behind(slug, code)
    incidents = list(incidents_of(report))
    if not may_take_back(
        [one.phase for one in incidents],
        steps=sum(len(one.steps.all()) for one in incidents),
        messages=messages_of(report).count(),
        others=sum(one.me_too + len(one.merged.all()) for one in incidents),
    ):
        raise NotAllowedError("incidents.too_late_to_take_back")
    record(actor, "incidents.taken_back", report, incidents=len(incidents))
    count(incidents, by=-1)
    report.delete()


@transaction.atomic
def say_if_better(actor: Actor, slug: str, code: str, better: Better) -> None:
    """Answer "did it get better?" on the page of the receipt. The last answer counts."""
    _answered(actor, _behind(slug, code), better)


@transaction.atomic
def follow_letter(actor: Actor, slug: str, token: str) -> Wanted:
    """Do what the link of a letter asks for: an answer, or no more letters."""
    found = report_by_letter(slug, token)
    if found is None:
        raise NotAllowedError("incidents.letter_is_too_old")
    report, wanted = found
    if wanted is Wanted.STOP:
        if Contact.objects.filter(report=report).delete()[0]:
            record(actor, "incidents.letters_ended", report)
    else:
        _answered(actor, report, Better(wanted.value))
    return wanted


def _behind(slug: str, code: str) -> Report:
    """The report with this code, locked: nobody begins with it in the meantime."""
    found = report_here(slug, code)
    if found is None:
        raise NotAllowedError("incidents.unknown_code")
    return Report.objects.select_for_update().get(pk=found.pk)


def _answered(actor: Actor, report: Report, better: Better) -> None:
    phases = [(one.merged_into or one).phase for one in incidents_of(report)]
    if not may_ask_if_better(phases):
        raise NotAllowedError("incidents.is_not_closed_yet")
    if report.better == better:
        return
    Report.objects.filter(pk=report.pk).update(better=better)
    record(actor, "incidents.better", report, better=better.value)
