"""Saying the same as several others: counted with what they reported, not described."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from handslag.core.access import Actor
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import Incident, MeToo
from handslag.domain.incidents.queries.echoes import first_of, several_at
from handslag.domain.incidents.queries.receipts import places_at
from handslag.domain.incidents.rules.echoes import Known, code_of
from handslag.domain.organisations.models import Place


@transaction.atomic
def say_the_same(actor: Actor, slug: str, said: str, *, key: UUID, now: datetime) -> Place:
    """Agree with one of those that are listed. The same key counts once.

    `said` is the code of the list. What is not listed cannot be agreed with: so nobody
    learns by trying whether something has been reported.
    """
    today = stockholm_day(now)
    known, place = _listed(slug, said, today)
    incident = first_of(slug, known)
    if incident is None:
        raise NotAllowedError("incidents.nothing_to_agree_with")
    Incident.objects.select_for_update().get(pk=incident.pk)
    _, is_new = MeToo.objects.get_or_create(
        key=key, defaults={"incident": incident, "day": today}
    )
    if is_new:
        Incident.objects.filter(pk=incident.pk).update(me_too=F("me_too") + 1)
        record(actor, "incidents.echoed", incident)
    return place


def _listed(slug: str, said: str, today: date) -> tuple[Known, Place]:
    """The one of the list that has this code, and its place."""
    place = places_at(slug, key=said.partition("/")[0]).first()
    if place is not None:
        for known in several_at(slug, [place.public_id], today=today):
            if said == code_of(place.public_id, known):
                return known, place
    raise NotAllowedError("incidents.nothing_to_agree_with")
