"""The approved Swedish words in another language."""

from collections.abc import Mapping

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.approvals.rules.translating import Said, Step
from handslag.core.approvals.services import say_in
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError
from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.published.translations import texts_of
from handslag.domain.agreements.queries import party_ids
from handslag.domain.agreements.services.locking import locked
from handslag.domain.agreements.services.publishing import touched
from handslag.domain.organisations.services import bump_public


@transaction.atomic
def translate(
    actor: Actor, agreement: Agreement, *, language: str, texts: Mapping[str, Said]
) -> dict[str, Step]:
    """Say approved texts in another language, by their place in the version."""
    require(actor, Act.WRITE_AGREEMENT, in_any_of=party_ids(agreement))
    row = locked(agreement)
    version = row.version
    if version is None:
        raise NotAllowedError("agreement.not_published")
    approved = texts_of(version.content)
    steps = say_in(actor, version, approved, language=language, texts=texts)
    saved = sum(step is Step.SAVE for step in steps.values())
    if saved:
        bump_public(*touched(row))
        record(actor, "agreements.translated", row, language=language, texts=saved)
    return steps
