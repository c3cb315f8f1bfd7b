"""The approved Swedish words in another language."""

from collections.abc import Mapping
from dataclasses import replace

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.approvals.models import Version
from handslag.core.approvals.rules import fingerprint
from handslag.core.audit.services import record
from handslag.domain.organisations.services import bump_public
from handslag.domain.promises.models import PromiseSet, Translation
from handslag.domain.promises.published.translations import approved_texts
from handslag.domain.promises.published.wording import read
from handslag.domain.promises.queries import may_be_translated, party_ids, texts_standing
from handslag.domain.promises.rules.states import NotAllowedError
from handslag.domain.promises.rules.translating import Said, Step, step_for, tidy
from handslag.domain.promises.services.locking import locked
from handslag.domain.promises.services.publishing import touched


@transaction.atomic
def translate(
    actor: Actor, set_: PromiseSet, *, language: str, texts: Mapping[str, Said]
) -> dict[str, Step]:
    """Say approved texts in another language. Each remembers the words it translates.

    `texts`: by their place in the version. An empty one takes a translation away. What
    fits is saved, and public at once; the answer says what became of each text.
    """
    require(actor, Act.WRITE_PROMISE, in_any_of=party_ids(set_))
    row = locked(set_)
    version = row.version
    if version is None:
        raise NotAllowedError("not_published")
    if not may_be_translated(row):
        raise NotAllowedError("take_over_first")
    swedish = {one.key: one.swedish for one in approved_texts(read(version.content))}
    stands = texts_standing(version, language, swedish)
    said = {at: replace(one, text=tidy(one.text)) for at, one in texts.items()}
    steps = {at: step_for(one, stands.get(at)) for at, one in said.items()}
    if any(step is Step.GONE and said[at].seen is None for at, step in steps.items()):
        raise NotAllowedError("not_in_the_text")
    saved = [at for at, step in steps.items() if step is Step.SAVE]
    for at in saved:
        _put(version, language, at, swedish[at], said[at].text)
    if saved:
        bump_public(*touched(row))
        record(actor, "promises.translated", row, language=language, texts=len(saved))
    return steps


def _put(version: Version, language: str, place: str, swedish: str, text: str) -> None:
    rows = Translation.objects.filter(version=version, language=language, place=place)
    if not text:
        rows.delete()
        return
    Translation.objects.update_or_create(
        version=version,
        language=language,
        place=place,
        defaults={"text": text, "fingerprint": fingerprint(swedish)},
    )
