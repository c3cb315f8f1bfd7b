"""A frozen version becomes what the public reads."""

from collections.abc import Iterable
from datetime import datetime

from handslag.core.access import Actor
from handslag.core.approvals.models import Version
from handslag.core.approvals.rules import fingerprint
from handslag.core.audit.services import record
from handslag.core.periods import address, stockholm_day
from handslag.core.text import slug
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.services import bump_public
from handslag.domain.promises.models import PromiseSet, SetSlug, Translation
from handslag.domain.promises.published.translations import places
from handslag.domain.promises.published.wording import read
from handslag.domain.promises.services.indexing import index_sets


def publish(actor: Actor, set_: PromiseSet, version: Version, *, now: datetime) -> None:
    """Make this version the public one: addresses, cache key, search."""
    _carry_translations(set_.version, version)
    set_.version = version
    set_.published_at = set_.published_at or now
    set_.changed_at = now
    set_.save(update_fields=["state", "version", "published_at", "changed_at"])
    give_addresses(set_)
    index_sets([set_], today=stockholm_day(now))
    bump_public(*touched(set_))
    record(actor, "promises.published", set_, version=version.number)


def _carry_translations(before: Version | None, after: Version) -> None:
    """A translation of words that still stand goes on with the next version."""
    if before is None or before.pk == after.pk:
        return
    swedish = {place: fingerprint(text) for place, text in places(read(after.content))}
    Translation.objects.bulk_create(
        Translation(
            version=after,
            language=row.language,
            place=row.place,
            fingerprint=row.fingerprint,
            text=row.text,
        )
        for row in Translation.objects.filter(version=before)
        if swedish.get(row.place) == row.fingerprint
    )


def touched(set_: PromiseSet) -> list[Organisation]:
    """The organisations whose public pages change when the set does."""
    areas = [area.municipality for area in set_.areas.select_related("municipality")]
    return list({one.pk: one for one in [set_.home, *areas]}.values())


def give_addresses(set_: PromiseSet) -> None:
    """A place for the set in each of its municipalities. Old addresses lead to the new."""
    wanted = address(set_.period)
    if set_.district:
        wanted = f"{wanted}-{slug(set_.district)}"
    for municipality in touched(set_):
        _give_address(set_, municipality, wanted)


def _give_address(set_: PromiseSet, municipality: Organisation, wanted: str) -> None:
    current = set_.slugs.filter(municipality=municipality, current=True).first()
    taken = SetSlug.objects.filter(municipality=municipality).exclude(set=set_)
    free = first_free(wanted, taken.values_list("slug", flat=True))
    if current is not None and current.slug == free:
        return
    set_.slugs.filter(municipality=municipality).update(current=False)
    SetSlug.objects.update_or_create(
        municipality=municipality, set=set_, slug=free, defaults={"current": True}
    )


def first_free(wanted: str, taken: Iterable[str]) -> str:
    """The wanted address or, when it is taken, the same with a number."""
    used = set(taken)
    number, free = 1, wanted
    while free in used:
        number += 1
        free = f"{wanted}_{number}"
    return free
