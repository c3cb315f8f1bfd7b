"""The approved Swedish words in another language. The domain asks first who may."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.db import transaction

from handslag.core.access import Actor
from handslag.core.approvals.models import Translation, Version
from handslag.core.approvals.rules import fingerprint
from handslag.core.approvals.rules.translating import (
    Said,
    Step,
    TextStanding,
    carried,
    step_for,
    tidy,
)
from handslag.core.approvals.translations import ApprovedText, texts_standing
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError


@transaction.atomic
def say_in(
    actor: Actor,
    version: Version,
    approved: Sequence[ApprovedText],
    *,
    language: str,
    texts: Mapping[str, Said],
) -> dict[str, Step]:
    """Say approved texts in another language. Each remembers the words it translates.

    `texts`: by their place in the version. An empty one takes a translation away. What
    fits is saved, and public at once; the answer says what became of each text.
    """
    swedish = {one.key: one.swedish for one in approved}
    stands = texts_standing(version, language, swedish)
    said = {at: replace(one, text=tidy(one.text)) for at, one in texts.items()}
    steps = {at: step_for(one, stands.get(at)) for at, one in said.items()}
    if any(step is Step.GONE and said[at].seen is None for at, step in steps.items()):
        raise NotAllowedError("not_in_the_text")
    saved = [at for at, step in steps.items() if step is Step.SAVE]
    for at in saved:
        _put(version, language, at, swedish[at], said[at].text)
    if saved:
        record(actor, "version_translated", version, language=language, texts=len(saved))
    return steps


@transaction.atomic
def carry_translations(
    before: Version | None, after: Version, approved: Sequence[ApprovedText]
) -> None:
    """A translation of words that still stand goes on with the next version.

    One of words that were changed goes on too: not shown, but there to start from.
    """
    if before is None or before.pk == after.pk:
        return
    kept: defaultdict[str, dict[str, TextStanding]] = defaultdict(dict)
    for row in Translation.objects.filter(version=before):
        kept[row.language][row.place] = TextStanding("", row.text, row.fingerprint)
    texts = [(one.key, one.swedish) for one in approved]
    Translation.objects.bulk_create(
        Translation(
            version=after,
            language=language,
            place=place,
            fingerprint=one.of,
            text=one.text,
        )
        for language, rows in kept.items()
        for place, one in carried(rows, texts).items()
    )


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
