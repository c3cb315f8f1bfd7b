"""Questions and answers between those who handle a report and the one who sent it.

The one who sent it is known by the code of the receipt only. What is said here is read
by the guard as the report was, and stands in no letter and in no log.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.guard.rules import Finding, find
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import Held, Message, Report
from handslag.domain.incidents.notices import question_asked
from handslag.domain.incidents.queries.receipts import messages_of, report_here
from handslag.domain.incidents.rules import TextState
from handslag.domain.incidents.rules.receipts import check_message, may_answer
from handslag.domain.incidents.services.reading_words import (
    HELD_FOR,
    refuse_certain,
    spans,
)
from handslag.domain.organisations.models import Organisation


@transaction.atomic
def ask(
    actor: Actor,
    report: Report,
    text: str,
    *,
    by: Organisation,
    key: UUID,
    names_nobody: bool = False,
    now: datetime,
) -> Message:
    """Ask the one who reported, on behalf of `by`. The same key asks once.

    Words that may name somebody are refused, unless the writer has said that they do
    not: an authority must not tell a stranger of anyone.
    """
    require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({by.pk}))
    report = Report.objects.select_for_update().get(pk=report.pk)
    _may_ask(report, by)
    there = Message.objects.filter(key=key, report=report).first()
    if there is not None:
        return there
    check_message(text)
    found = find(text)
    refuse_certain({"text": found}, {"text": text})
    if found and not names_nobody:
        raise NotAllowedError("incidents.may_name_somebody", said=_words(text, found))
    message = Message.objects.create(
        report=report,
        is_from_reporter=False,
        by=by,
        at=now,
        text=text.strip(),
        text_state=TextState.CHECKED,
        key=key,
    )
    record(actor, "incidents.asked", report, on_behalf=by.pk, message=message.public_id)
    question_asked(report)
    return message


@transaction.atomic
def answer(
    actor: Actor, slug: str, code: str, text: str, *, key: UUID, now: datetime
) -> Message:
    """Answer with the code of the receipt. The same key answers once."""
    found = report_here(slug, code)
    if found is None:
        raise NotAllowedError("incidents.unknown_code")
    report = Report.objects.select_for_update().get(pk=found.pk)
    there = Message.objects.filter(key=key, report=report).first()
    if there is not None:
        return there
    said = [one.is_from_reporter for one in messages_of(report)]
    if not may_answer(said):
        raise NotAllowedError("incidents.no_question_to_answer")
    check_message(text)
    message = _taken_in(report, text.strip(), key, now)
    record(actor, "incidents.answered", report, message=message.public_id)
    return message


def _taken_in(report: Report, text: str, key: UUID, now: datetime) -> Message:
    """Words that may name somebody wait for the moderator; certain ones are refused."""
    findings = find(text)
    refuse_certain({"text": findings}, {"text": text})
    message = Message.objects.create(
        report=report,
        is_from_reporter=True,
        at=now,
        text="" if findings else text,
        text_state=TextState.HELD if findings else TextState.UNCHECKED,
        key=key,
    )
    if findings:
        Held.objects.create(
            message=message,
            within_id=report.within_id,
            field="text",
            words=text,
            found=spans(findings),
            until=stockholm_day(now) + timedelta(days=HELD_FOR),
        )
    return message


def _may_ask(report: Report, by: Organisation) -> None:
    """The municipality that received it, and the one whose task it has become."""
    if not report.code_hash:
        raise NotAllowedError("incidents.nobody_to_ask")
    owned = report.incidents.filter(owner=by).exists()
    if by.pk != report.within_id and not owned:
        raise NotAllowedError("incidents.not_yours_to_ask")


def _words(text: str, found: list[Finding]) -> list[str]:
    return [text[one.start : one.end] for one in found]
