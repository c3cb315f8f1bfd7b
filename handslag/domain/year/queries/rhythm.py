from django.db.models import QuerySet

from handslag.domain.organisations.models import Organisation
from handslag.domain.year.models import Rhythm
from handslag.domain.year.rules.rhythm import RhythmDraft, Span
from handslag.domain.year.rules.words import RhythmKind


def rhythm_of(home: Organisation) -> QuerySet[Rhythm]:
    """What comes back in the municipality, in the order of the year."""
    return Rhythm.objects.filter(home=home)


def draft_of(one: Rhythm) -> RhythmDraft:
    """The row as the rules read it."""
    span = Span(
        one.starts_month,
        one.starts_day,
        one.ends_month,
        one.ends_day,
        one.every_years,
        one.in_year,
    )
    return RhythmDraft(one.what, RhythmKind(one.kind), span, one.function)
