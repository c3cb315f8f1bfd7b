"""The shared words, in the language of the page."""

from datetime import date

from django.db.models import Q, QuerySet

from handslag.domain.vocabulary.models import Kind, Term


def terms(kind: Kind, language: str) -> dict[str, str]:
    """Every code of a list with its label, in the order of the list. One query."""
    return _labels(Term.objects.filter(kind=kind), language)


def offered(kind: Kind, language: str, *, today: date) -> dict[str, str]:
    """The words to choose among today: valid, and named. One query."""
    begun = Q(since__isnull=True) | Q(since__lte=today)
    not_ended = Q(until__isnull=True) | Q(until__gte=today)
    valid = Term.objects.filter(begun, not_ended, kind=kind, is_provisional=False)
    return _labels(valid, language)


def _labels(found: QuerySet[Term], language: str) -> dict[str, str]:
    column = "en" if language.startswith("en") else "sv"
    return dict(found.order_by("position", "code").values_list("code", column))
