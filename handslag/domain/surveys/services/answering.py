"""What somebody without an account does: answers, and says where to hear what became of
it. The two are deeds of their own, and nothing ties one to the other."""

from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction

from handslag.core.access import Actor
from handslag.core.limits.services import allow
from handslag.core.periods import STOCKHOLM
from handslag.core.refusals import NotAllowedError
from handslag.domain.surveys.models import Invitation, Survey
from handslag.domain.surveys.queries.codes import code_hash
from handslag.domain.surveys.rules import Answers, SurveyState
from handslag.domain.surveys.services.receiving import take
from handslag.domain.voices.models import LeftAddress
from handslag.domain.voices.services import leave_address

A_DAY = 24 * 60 * 60


@transaction.atomic
def answer_at(
    actor: Actor, key: UUID, answers: Answers, *, code: str, form: UUID, today: date
) -> None:
    """Take in an answer to the survey with this key. The same form again is taken in once.

    Raises NotAllowedError as `receive`.
    """
    if not _is_new(form, today):
        return
    row = Survey.objects.select_for_update().filter(public_id=key).first()
    if row is None:
        raise NotAllowedError("surveys.is_not_open")
    take(row, answers, code, today)


def check_code(key: UUID, code: str) -> None:
    """Refuse a code that cannot be used, before anybody answers forty questions with it.

    Raises NotAllowedError: surveys.unknown_code, surveys.code_is_used.
    """
    found = Invitation.objects.filter(survey__public_id=key, code_hash=code_hash(code))
    used = found.values_list("used_on", flat=True)[:1]
    if not used:
        raise NotAllowedError("surveys.unknown_code")
    if used[0] is not None:
        raise NotAllowedError("surveys.code_is_used")


@transaction.atomic
def leave_address_at(
    actor: Actor, key: UUID, email: str, *, language: str, now: datetime
) -> LeftAddress:
    """Somebody who has answered wants to hear what became of it."""
    return leave_address(_open(key).occasion, email, language=language, now=now)


def _open(key: UUID) -> Survey:
    found = Survey.objects.exclude(state=SurveyState.DRAFT).select_related("occasion")
    row = found.filter(public_id=key).first()
    if row is None:
        raise NotAllowedError("surveys.is_not_open")
    return row


def _is_new(form: UUID, today: date) -> bool:
    """Whether this form has not been sent before; in the same transaction as the answer.

    It is counted from the beginning of the day, so that it tells no hour."""
    midnight = datetime.combine(today, time(), tzinfo=STOCKHOLM)
    return allow(f"survey-form:{form.hex}", limit=1, seconds=A_DAY, now=midnight)
