"""The approved Swedish words in another language."""

from collections.abc import Mapping

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.approvals.models import Version
from handslag.core.approvals.rules import fingerprint
from handslag.core.audit.services import record
from handslag.domain.organisations.services import bump_public
from handslag.domain.promises.models import PromiseSet, Translation
from handslag.domain.promises.published.translations import places
from handslag.domain.promises.published.wording import read
from handslag.domain.promises.queries import party_ids
from handslag.domain.promises.rules.states import NotAllowedError
from handslag.domain.promises.services.locking import locked
from handslag.domain.promises.services.publishing import touched


@transaction.atomic
def translate(
    actor: Actor, set_: PromiseSet, *, language: str, texts: Mapping[str, str]
) -> None:
    """Say approved texts in another language. Each remembers the words it translates.

    `texts`: by their place in the version. An empty one takes a translation away.
    """
    require(actor, Act.WRITE_PROMISE, in_any_of=party_ids(set_))
    row = locked(set_)
    if row.version is None:
        raise NotAllowedError("not_published")
    swedish = dict(places(read(row.version.content)))
    if not texts.keys() <= swedish.keys():
        raise NotAllowedError("not_in_the_text")
    for place, text in texts.items():
        _put(row.version, language, place, swedish[place], text.strip())
    bump_public(*touched(row))
    record(actor, "promises.translated", row, language=language)


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
