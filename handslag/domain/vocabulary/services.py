"""Words are added, let in and named. None is ever taken away."""

from collections.abc import Iterable

from django.db import transaction

from handslag.core.access import Act, Actor, require, require_system
from handslag.core.audit.services import record
from handslag.domain.vocabulary import rules
from handslag.domain.vocabulary.models import Kind, Term
from handslag.domain.vocabulary.shipped import Word


@transaction.atomic
def add_shipped(actor: Actor, words: Iterable[Word]) -> int:
    """Add the shipped words that are missing, and name those let in before by code."""
    require_system(actor)
    known = {(term.kind, term.code): term for term in Term.objects.all()}
    new = []
    for word in words:
        term = known.get((word.kind, word.code))
        if term is None:
            new.append(
                Term(
                    kind=word.kind,
                    code=word.code,
                    position=word.position,
                    sv=word.sv,
                    en=word.en,
                )
            )
        elif term.is_provisional:
            _name(actor, term, sv=word.sv, en=word.en, position=word.position)
    added = Term.objects.bulk_create(new)
    if added:
        record(actor, "vocabulary.shipped_added", added[0], terms=len(added))
    return len(added)


@transaction.atomic
def admit(actor: Actor, kind: Kind, code: str) -> Term:
    """Let in a code that nobody has named yet, under the code itself. Never refuses one."""
    if actor.kind != "system":
        require(actor, Act.WRITE_PROMISE, in_any_of=actor.organisation_ids)
    label = rules.label_of(code)
    term, is_new = Term.objects.get_or_create(
        kind=kind,
        code=code,
        defaults={
            "sv": label,
            "en": label,
            "position": rules.LAST,
            "is_provisional": True,
        },
    )
    if is_new:
        record(actor, "vocabulary.admitted", term, list=str(kind))
    return term


@transaction.atomic
def name(actor: Actor, term: Term, *, sv: str, en: str) -> None:
    """Give a provisional term its words in both languages."""
    require_system(actor)
    _name(actor, term, sv=sv, en=en, position=term.position)


def _name(actor: Actor, term: Term, *, sv: str, en: str, position: int) -> None:
    term.sv, term.en, term.position, term.is_provisional = sv, en, position, False
    term.save(update_fields=["sv", "en", "position", "is_provisional"])
    record(actor, "vocabulary.named", term)
