"""The shared words, in the language of the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import Q, QuerySet

from handslag.core.text import fold, slug, sort_key
from handslag.domain.vocabulary.models import Kind, Term
from handslag.domain.vocabulary.shipped.glossary import Explained, explained


@dataclass(frozen=True, slots=True)
class Explanation:
    """A word of the field, in the language of the page."""

    anchor: str
    word: str
    in_swedish: str  # the word of the law, on an English page
    says: str
    also: tuple[str, ...]
    source: str


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


@cache
def glossary(language: str) -> tuple[Explanation, ...]:
    """Every word of the field with what it means, in alphabetical order."""
    words = [_explanation(one, _column(language)) for one in explained()]
    return tuple(sorted(words, key=lambda one: sort_key(one.word)))


def glossary_with(words: str, language: str) -> tuple[Explanation, ...]:
    """Those in which all of these words stand, in either language."""
    sought = fold(words).split()
    fitting = {
        slug(one.sv)
        for one in explained()
        if all(word in _searched(one) for word in sought)
    }
    return tuple(one for one in glossary(language) if one.anchor in fitting)


@cache
def explained_as(language: str) -> Mapping[str, Explanation]:
    """What to show for a Swedish word of the field, or for one that is also used."""
    by_anchor = {one.anchor: one for one in glossary(language)}
    return {
        word: by_anchor[slug(one.sv)] for one in explained() for word in (one.sv, *one.also)
    }


def _explanation(one: Explained, column: str) -> Explanation:
    is_swedish = column == "sv"
    return Explanation(
        anchor=slug(one.sv),
        word=one.sv if is_swedish else one.en,
        in_swedish="" if is_swedish else one.sv,
        says=one.says_sv if is_swedish else one.says_en,
        also=one.also,
        source=one.source,
    )


@cache
def _searched(one: Explained) -> str:
    return fold(" ".join((one.sv, one.en, *one.also, one.says_sv, one.says_en)))
