"""The shared words, in the language of the page."""

from datetime import date

from django.db.models import Q, QuerySet

from handslag.domain.vocabulary.models import Kind, Term


def terms(kind: Kind, language: str) -> dict[str, str]:
    """Every code of a list with its label, in the order of the list. One query."""
    return _labels(Term.objects.filter(kind=kind), language)


def terms_of(*kinds: Kind, language: str) -> dict[Kind, dict[str, str]]:
    """Several lists at once, each as `terms` gives it. One query."""
    column = _column(language)
    found: dict[Kind, dict[str, str]] = {kind: {} for kind in kinds}
    rows = Term.objects.filter(kind__in=kinds).order_by("position", "code")
    for kind, code, label in rows.values_list("kind", "code", column):
        found[Kind(kind)][code] = label
    return found


def offered(kind: Kind, language: str, *, today: date) -> dict[str, str]:
    """The words to choose among today: valid, and named. One query."""
    begun = Q(since__isnull=True) | Q(since__lte=today)
    not_ended = Q(until__isnull=True) | Q(until__gte=today)
    valid = Term.objects.filter(begun, not_ended, kind=kind, is_provisional=False)
    return _labels(valid, language)


def _labels(found: QuerySet[Term], language: str) -> dict[str, str]:
    rows = found.order_by("position", "code")
    return dict(rows.values_list("code", _column(language)))


def _column(language: str) -> str:
    return "en" if language.startswith("en") else "sv"
