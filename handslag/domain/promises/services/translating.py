"""The approved Swedish words in another language."""

from collections.abc import Mapping

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.approvals.rules.translating import Said, Step
from handslag.core.approvals.services import say_in
from handslag.core.audit.services import record
from handslag.domain.organisations.services import bump_public
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.published.translations import approved_texts
from handslag.domain.promises.published.wording import read
from handslag.domain.promises.queries import may_be_translated, party_ids
from handslag.domain.promises.rules.states import NotAllowedError
from handslag.domain.promises.services.locking import locked
from handslag.domain.promises.services.publishing import touched


@transaction.atomic
def translate(
    actor: Actor, set_: PromiseSet, *, language: str, texts: Mapping[str, Said]
) -> dict[str, Step]:
    """Say approved texts in another language, by their place in the version."""
    require(actor, Act.WRITE_PROMISE, in_any_of=party_ids(set_))
    row = locked(set_)
    version = row.version
    if version is None:
        raise NotAllowedError("not_published")
    if not may_be_translated(row):
        raise NotAllowedError("take_over_first")
    approved = approved_texts(read(version.content))
    steps = say_in(actor, version, approved, language=language, texts=texts)
    saved = sum(step is Step.SAVE for step in steps.values())
    if saved:
        bump_public(*touched(row))
        record(actor, "promises.translated", row, language=language, texts=saved)
    return steps
