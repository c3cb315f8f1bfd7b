"""An answer comes in: sealed, durable, and tied to nobody.

One transaction marks the code as used, with the day alone, and stores the answer as an
envelope that only the key of its batch opens. Nothing is written to the log: it would
say at which second it came.
"""

from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from django.db import transaction
from django.db.models import F

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError
from handslag.core.sealing.boxes import seal
from handslag.core.sealing.keys import has_key, new_key
from handslag.domain.surveys.models import Batch, Envelope, Invitation, Survey
from handslag.domain.surveys.queries.codes import code_hash
from handslag.domain.surveys.rules import Answers, Selection, SurveyState
from handslag.domain.surveys.rules.batches import FULL
from handslag.domain.surveys.rules.envelopes import filled
from handslag.domain.surveys.rules.words import Help


@dataclass(frozen=True, slots=True)
class _Place:
    """Whose turn it is: a code, and the stratum it was drawn in; open surveys have none."""

    invitation: int | None = None
    stratum: int | None = None


@transaction.atomic
def receive(survey: Survey, answers: Answers, *, code: str = "", today: date) -> None:
    """Take in one answer, once for each code. When this returns it is on the disk.

    Raises NotAllowedError: surveys.is_not_open, surveys.quota_is_full,
    surveys.unknown_code, surveys.code_is_used.
    """
    take(Survey.objects.select_for_update().get(pk=survey.pk), answers, code, today)


def take(row: Survey, answers: Answers, code: str, today: date) -> None:
    """The same, of a survey that is locked already."""
    check_open(row, answers, today=today)
    place = _place(row, code)
    batch = _batch(row, place.stratum)
    sealed = seal(bytes(batch.lock), filled(answers, row.size))
    Envelope.objects.create(batch=batch, sealed=sealed)
    Batch.objects.filter(pk=batch.pk).update(filled=F("filled") + 1)
    if place.invitation is not None:
        waits = Invitation.objects.filter(pk=place.invitation, used_on__isnull=True)
        if not waits.update(used_on=today, batch=batch):
            raise NotAllowedError("surveys.code_is_used")


@transaction.atomic
def type_in(
    actor: Actor, survey: Survey, answers: Answers, how: Help, *, code: str, today: date
) -> None:
    """Take in what somebody answered on paper, or with the help of staff.

    That it was done, and by whom, is in the log; the code and the answer are not, and
    the answer does not say that it came this way: among twenty that could point it out.
    """
    require(actor, Act.LISTEN, in_any_of=frozenset({survey.home_id}))
    receive(survey, answers, code=code, today=today)
    Survey.objects.filter(pk=survey.pk).update(**{how.value: F(how.value) + 1})
    record(actor, "surveys.typed_in", survey, on_behalf=survey.home_id, how=how.value)


def check_open(row: Survey, answers: Answers, *, today: date) -> None:
    """Refuse what comes too early, too late, or from a group that has enough answers."""
    if row.state != SurveyState.OPEN or not row.opens_on <= today <= row.closes_on:
        raise NotAllowedError("surveys.is_not_open")
    if any(option in answers.get(key, {}).get("o", ()) for key, option in row.full):
        raise NotAllowedError("surveys.quota_is_full")


def _place(row: Survey, code: str) -> _Place:
    if row.selection == Selection.OPEN:
        return _Place()
    found = (
        Invitation.objects.filter(survey=row, code_hash=code_hash(code))
        .values_list("pk", "stratum", "used_on")
        .first()
    )
    if found is None:
        raise NotAllowedError("surveys.unknown_code")
    invitation, stratum, used_on = found
    if used_on is not None:
        raise NotAllowedError("surveys.code_is_used")
    return _Place(invitation, stratum)


def _batch(row: Survey, stratum: int | None) -> Batch:
    """The batch that is being filled; a new one with a key of its own when it is full, or
    when its key has been lost: nothing more may go where it cannot be opened."""
    mine = Batch.objects.filter(survey=row, stratum=stratum)
    last = mine.order_by("-nr").first()
    if last is not None and last.filled < FULL and has_key(last.pk):
        return last
    key = uuid4()
    return Batch.objects.create(
        id=key,
        survey=row,
        stratum_id=stratum,
        nr=last.nr + 1 if last else 1,
        lock=new_key(key),
    )
