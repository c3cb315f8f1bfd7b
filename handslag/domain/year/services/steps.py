"""Saying by hand that a part of a step is done, where the system cannot see it."""

from datetime import date

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import same_revision
from handslag.domain.organisations.models import Organisation
from handslag.domain.year.models import StepMark
from handslag.domain.year.queries.steps import writers_of
from handslag.domain.year.rules.steps import Sign, may_mark


@transaction.atomic
def mark_step(
    actor: Actor,
    home: Organisation,
    sign: Sign,
    *,
    done_on: date,
    note: str,
    revision: int,
    today: date,
) -> StepMark:
    """Say that it is done, when, and how one knows. `revision`: 0 for the first time."""
    require(actor, Act.FOLLOW_UP, in_any_of=writers_of(home, today=today))
    may_mark(sign, done_on=done_on, note=note, today=today)
    Organisation.objects.select_for_update().get(pk=home.pk)
    known = StepMark.objects.filter(home=home, sign=sign).first()
    row = known or StepMark(home=home, sign=sign, revision=0)
    same_revision(revision, row.revision)
    row.done_on, row.note = done_on, note.strip()
    row.revision += 1
    row.save()
    record(actor, "year.step_marked", row, on_behalf=home.pk, sign=sign.value)
    return row


@transaction.atomic
def unmark_step(
    actor: Actor, home: Organisation, sign: Sign, *, revision: int, today: date
) -> None:
    """It was not done after all. `revision` is the mark that was seen."""
    require(actor, Act.FOLLOW_UP, in_any_of=writers_of(home, today=today))
    row = StepMark.objects.select_for_update().filter(home=home, sign=sign).first()
    if row is None:
        return
    same_revision(revision, row.revision)
    record(actor, "year.step_unmarked", row, on_behalf=home.pk, sign=sign.value)
    row.delete()
