"""What comes back in the year of a municipality: taken over, added, changed, removed."""

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.organisations.models import Organisation
from handslag.domain.year.models import Rhythm
from handslag.domain.year.rules import rhythm as rules
from handslag.domain.year.rules.rhythm import USUAL, RhythmDraft


@transaction.atomic
def take_usual(actor: Actor, home: Organisation) -> int:
    """Fill an empty wheel with the usual year; say how many things it holds."""
    require(actor, Act.FOLLOW_UP, in_any_of=frozenset({home.pk}))
    row = Organisation.objects.select_for_update().get(pk=home.pk)
    if Rhythm.objects.filter(home=row).exists():
        raise NotAllowedError("year.wheel_not_empty")
    made = Rhythm.objects.bulk_create(Rhythm(home=row, **_columns(one)) for one in USUAL)
    record(actor, "year.usual_taken", row, count=len(made))
    return len(made)


@transaction.atomic
def add_rhythm(actor: Actor, home: Organisation, draft: RhythmDraft) -> Rhythm:
    """Put something that comes back in the wheel."""
    require(actor, Act.FOLLOW_UP, in_any_of=frozenset({home.pk}))
    rules.check(draft)
    made = Rhythm.objects.create(home=home, **_columns(draft))
    record(actor, "year.rhythm_added", made)
    return made


@transaction.atomic
def save_rhythm(actor: Actor, one: Rhythm, draft: RhythmDraft, *, revision: int) -> Rhythm:
    """Change what it is or when it comes."""
    require(actor, Act.FOLLOW_UP, in_any_of=frozenset({one.home_id}))
    row = Rhythm.objects.select_for_update().get(pk=one.pk)
    same_revision(revision, row.revision)
    rules.check(draft)
    for name, value in _columns(draft).items():
        setattr(row, name, value)
    row.revision += 1
    row.save()
    record(actor, "year.rhythm_saved", row)
    return row


@transaction.atomic
def remove_rhythm(actor: Actor, one: Rhythm) -> None:
    """It does not come back any more."""
    require(actor, Act.FOLLOW_UP, in_any_of=frozenset({one.home_id}))
    row = Rhythm.objects.select_for_update().filter(pk=one.pk).first()
    if row is None:
        return
    record(actor, "year.rhythm_removed", row)
    row.delete()


def _columns(draft: RhythmDraft) -> dict[str, object]:
    span = draft.span
    return {
        "what": draft.what,
        "kind": draft.kind.value,
        "function": draft.function,
        "starts_month": span.starts_month,
        "starts_day": span.starts_day,
        "ends_month": span.ends_month,
        "ends_day": span.ends_day,
        "every_years": span.every_years,
        "in_year": span.in_year,
    }
