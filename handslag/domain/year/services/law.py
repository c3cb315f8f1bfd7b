"""What the municipality says of its own duties: why not yet, and who leads."""

from datetime import date

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import same_revision
from handslag.domain.organisations.models import Organisation
from handslag.domain.year.models import LawStatement, LeadingBoard
from handslag.domain.year.rules.words import Section


@transaction.atomic
def state_why(
    actor: Actor,
    home: Organisation,
    section: Section,
    *,
    why: str,
    planned_on: date | None,
    today: date,
    revision: int,
) -> LawStatement:
    """Say why a duty is not begun, and when it is planned."""
    require(actor, Act.FOLLOW_UP, in_any_of=frozenset({home.pk}))
    known = LawStatement.objects.select_for_update().filter(home=home, section=section)
    row = known.first() or LawStatement(home=home, section=section.value, revision=0)
    same_revision(revision, row.revision)
    row.why, row.planned_on, row.stated_on = why, planned_on, today
    row.revision += 1
    row.save()
    record(actor, "year.why_stated", row, planned_on=planned_on)
    return row


@transaction.atomic
def withdraw_why(actor: Actor, home: Organisation, section: Section) -> None:
    """It is begun, or was said by mistake: the reason no longer stands."""
    require(actor, Act.FOLLOW_UP, in_any_of=frozenset({home.pk}))
    row = LawStatement.objects.filter(home=home, section=section).first()
    if row is not None:
        record(actor, "year.why_withdrawn", row)
        row.delete()


@transaction.atomic
def name_board(
    actor: Actor,
    home: Organisation,
    *,
    board: str,
    decided_by: str,
    since: date | None,
    revision: int,
) -> LeadingBoard:
    """Write down which board leads the work."""
    require(actor, Act.FOLLOW_UP, in_any_of=frozenset({home.pk}))
    known = LeadingBoard.objects.select_for_update().filter(home=home)
    row = known.first() or LeadingBoard(home=home, revision=0)
    same_revision(revision, row.revision)
    row.board, row.decided_by, row.since = board, decided_by, since
    row.revision += 1
    row.save()
    record(actor, "year.board_named", row)
    return row
