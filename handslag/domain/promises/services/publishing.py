"""A frozen version becomes what the public reads."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from handslag.core.access import Actor
from handslag.core.approvals.models import Version
from handslag.core.approvals.services import carry_translations
from handslag.core.audit.services import record
from handslag.core.periods import address, stockholm_day
from handslag.core.text import first_free, slug
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.services import bump_public
from handslag.domain.promises.models import PromiseSet, SetArea, SetSlug
from handslag.domain.promises.published.translations import approved_texts
from handslag.domain.promises.published.wording import read
from handslag.domain.promises.services.indexing import index_sets

LONGEST_DISTRICT = 50  # of an address, beside the period


def publish(actor: Actor, set_: PromiseSet, version: Version, *, now: datetime) -> None:
    """Make this version the public one: addresses, cache key, search."""
    publish_all(actor, [(set_, version)], now=now)


def publish_all(
    actor: Actor, versions: Sequence[tuple[PromiseSet, Version]], *, now: datetime
) -> None:
    """Make each version the public one of its set. Many at once cost little more."""
    for set_, version in versions:
        approved = approved_texts(read(version.content))
        carry_translations(set_.version, version, approved)
        set_.version = version
        set_.published_at = set_.published_at or now
        set_.changed_at = now
        set_.save(update_fields=["state", "version", "published_at", "changed_at"])
    sets = [set_ for set_, _ in versions]
    give_addresses(sets)
    index_sets(sets, today=stockholm_day(now))
    bump_public(*touched(*sets))
    for set_, version in versions:
        record(actor, "promises.published", set_, version=version.number)


def touched(*sets: PromiseSet) -> list[Organisation]:
    """The organisations whose public pages change when the sets do."""
    found = {one.pk: one for where in _where(sets).values() for one in where}
    return list(found.values())


def give_addresses(sets: Sequence[PromiseSet]) -> None:
    """A place for each set in its municipalities. Old addresses lead to the new."""
    where = _where(sets)
    homes = {one.pk for municipalities in where.values() for one in municipalities}
    addresses = _Addresses(SetSlug.objects.filter(municipality__in=homes))
    for set_ in sets:
        wanted = address(set_.period)
        if set_.district:
            wanted = f"{wanted}-{slug(set_.district)[:LONGEST_DISTRICT].strip('-')}"
        for municipality in where[set_.pk]:
            addresses.give(set_, municipality, wanted)
    addresses.save()


def _where(sets: Iterable[PromiseSet]) -> dict[int, list[Organisation]]:
    """The municipalities of each set, its home first."""
    found = {set_.pk: {set_.home_id: set_.home} for set_ in sets}
    for area in SetArea.objects.filter(set__in=found).select_related("municipality"):
        found[area.set_id].setdefault(area.municipality_id, area.municipality)
    return {pk: list(municipalities.values()) for pk, municipalities in found.items()}


class _Addresses:
    """The addresses in some municipalities, and what becomes of them."""

    def __init__(self, rows: Iterable[SetSlug]) -> None:
        self._rows: defaultdict[int, dict[str, SetSlug]] = defaultdict(dict)
        for row in rows:
            self._rows[row.municipality_id][row.slug] = row
        self._old: list[SetSlug] = []
        self._new: list[SetSlug] = []

    def give(self, set_: PromiseSet, municipality: Organisation, wanted: str) -> None:
        here = self._rows[municipality.pk]
        own = {text: row for text, row in here.items() if row.set_id == set_.pk}
        free = first_free(wanted, here.keys() - own.keys())
        if free in own and own[free].current:
            return
        for row in own.values():
            if row.current:
                row.current = False
                self._old.append(row)
        row = own.get(free) or SetSlug(municipality=municipality, set=set_, slug=free)
        row.current = True
        here[free] = row
        self._new.append(row)

    def save(self) -> None:
        """The old step down before the new step up: one address at a time is current."""
        SetSlug.objects.bulk_update(self._old, ["current"])
        SetSlug.objects.bulk_update([row for row in self._new if row.pk], ["current"])
        SetSlug.objects.bulk_create([row for row in self._new if not row.pk])
