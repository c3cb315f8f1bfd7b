"""What is public of each promise is written down once more, ready to be found.

Called by the services that publish, follow up and import, in their
transaction. Everything is read from the frozen version, so no word that was
not approved can get here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Q

from handslag.core.access import Actor, require_system
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.search import services as search
from handslag.core.search.services import Findable
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.rules import size_of
from handslag.domain.organisations.services import bump_public
from handslag.domain.promises.models import (
    BankArea,
    BankEntry,
    BankSet,
    PromiseSet,
    SetSlug,
)
from handslag.domain.promises.published.standing import (
    PromiseStanding,
    SetStanding,
    standings,
)
from handslag.domain.promises.published.versions import may_be_indexed
from handslag.domain.promises.published.wording import (
    PublishedActivity,
    PublishedPromise,
    PublishedWording,
    read,
)
from handslag.domain.promises.rules.bank import newest, spaced, whose
from handslag.domain.promises.rules.states import State
from handslag.domain.promises.rules.words import LEADS, Direction, Origin, Verdict

KIND = "promise"
_BATCH = 500


@dataclass(frozen=True, slots=True)
class _Address:
    municipality: Organisation
    slug: str
    period: str


@dataclass(frozen=True, slots=True)
class _Public:
    """A set as the public reads it now, and where."""

    set: PromiseSet
    wording: PublishedWording
    standing: SetStanding
    addresses: tuple[_Address, ...]  # in the order of the set, its home first


@transaction.atomic
def index_sets(sets: Iterable[PromiseSet], *, today: date) -> None:
    """Write anew what the bank and the search know of these sets, or forget them.

    One call for many sets costs a few statements for each five hundred promises.
    """
    keys = sorted({set_.pk for set_ in sets})
    words_before = _words_now(keys)
    BankSet.objects.filter(set__in=keys).delete()
    shown = list(_public(keys, today=today))
    _write(shown)
    _make_findable(shown, words_before)


@transaction.atomic
def turn_unreported(actor: Actor, *, now: datetime) -> int:
    """Let what has begun, or should have been reported by today, stand so everywhere."""
    require_system(actor)
    today = stockholm_day(now)
    waiting = BankEntry.objects.filter(_has_turned(today), is_silent=True)
    sets = list(PromiseSet.objects.filter(in_bank__promises__in=waiting).distinct())
    if not sets:
        return 0
    index_sets(sets, today=today)
    areas = Organisation.objects.filter(pk__in=_municipalities(sets))
    bump_public(*areas.order_by("pk"))
    for set_ in sets:
        record(actor, "promises.turned_unreported", set_)
    return len(sets)


def _has_turned(today: date) -> Q:
    """Promises nobody has spoken of, whose first day or day of reporting has come."""
    begun = Q(verdict=Verdict.NOT_BEGUN, bank_set__starts__lte=today)
    passed = Q(due_on__lt=today) | Q(due_on=None, bank_set__ends__lt=today)
    return begun | (Q(verdict=Verdict.ONGOING, bank_set__origin=Origin.DECIDED) & passed)


def _municipalities(sets: Iterable[PromiseSet]) -> Iterable[int]:
    rows = BankArea.objects.filter(bank_set__set__in=[set_.pk for set_ in sets])
    return rows.values_list("municipality_id", flat=True)


def _words_now(keys: Iterable[int]) -> dict[str, tuple[str, str]]:
    rows = BankEntry.objects.filter(bank_set__set__in=keys)
    return {
        str(key): (title, text)
        for key, title, text in rows.values_list("public_id", "title", "text")
    }


def _public(keys: Iterable[int], *, today: date) -> Iterator[_Public]:
    """Those of the sets that the public can read, and that have an address."""
    sets = (
        PromiseSet.objects.filter(pk__in=keys, version__isnull=False)
        .exclude(state=State.WITHDRAWN)
        .select_related("version")
        .order_by("pk")
    )
    wordings = {set_.pk: read(set_.version.content) for set_ in sets if set_.version}
    addresses = _addresses(wordings)
    standing = standings(wordings, today=today)
    for set_ in sets:
        wording = wordings[set_.pk]
        if found := _in_order(wording, addresses.get(set_.pk, {})):
            yield _Public(set_, wording, standing[set_.pk], found)


def _addresses(keys: Iterable[int]) -> dict[int, dict[str, _Address]]:
    """By set and by the public id of the municipality."""
    rows = SetSlug.objects.filter(
        set__in=keys, current=True, municipality__slugs__current=True
    )
    found: dict[int, dict[str, _Address]] = {}
    for row in rows.select_related("municipality").prefetch_related("municipality__slugs"):
        slug = next(one.slug for one in row.municipality.slugs.all() if one.current)
        place = _Address(row.municipality, slug, row.slug)
        found.setdefault(row.set_id, {})[str(row.municipality.public_id)] = place
    return found


def _in_order(
    wording: PublishedWording, addresses: Mapping[str, _Address]
) -> tuple[_Address, ...]:
    ids = dict.fromkeys([wording.home.id, *(area.id for area in wording.areas)])
    return tuple(addresses[one] for one in ids if one in addresses)


def _write(shown: list[_Public]) -> None:
    rows = BankSet.objects.bulk_create([_set(one) for one in shown], batch_size=_BATCH)
    pairs = list(zip(rows, shown, strict=True))
    BankArea.objects.bulk_create(
        [
            BankArea(
                bank_set=row,
                municipality=place.municipality,
                slug=place.slug,
                period=place.period,
                position=position,
            )
            for row, one in pairs
            for position, place in enumerate(one.addresses)
        ],
        batch_size=_BATCH,
    )
    BankEntry.objects.bulk_create(
        [
            _entry(row, one, standing)
            for row, one in pairs
            for standing in one.standing.promises
        ],
        batch_size=_BATCH,
    )


def _set(one: _Public) -> BankSet:
    wording, set_, version = one.wording, one.set, one.set.version
    source = wording.source
    days = [standing.due_on for standing in one.standing.promises]
    return BankSet(
        set=set_,
        public_id=set_.public_id,
        origin=wording.origin,
        is_example=wording.is_example,
        name=wording.name,
        period=wording.period.stated,
        starts=wording.period.starts,
        ends=wording.period.ends,
        version=version.number if version else 0,
        fingerprint=version.fingerprint if version else "",
        due_on=min((day for day in days if day), default=None),
        source_url=source.url if source else "",
        retrieved_on=source.retrieved_on if source else None,
        may_be_indexed=may_be_indexed(set_),
        changed_at=set_.changed_at,
    )


def _entry(row: BankSet, one: _Public, standing: PromiseStanding) -> BankEntry:
    promise, home = standing.promise, one.addresses[0].municipality
    target = promise.targets[0] if promise.targets else None
    period = one.wording.period
    return BankEntry(
        public_id=promise.id,
        bank_set=row,
        nr=promise.nr,
        title=promise.title or one.wording.name,
        text=promise.text,
        focus=promise.focus,
        verdict=standing.verdict,
        due_on=standing.due_on,
        is_silent=not standing.claims,
        is_example=one.wording.is_example,
        side=whose(promise.sides),
        owners=_owners(promise),
        county=home.code[:2],
        size=size_of(home.population) or "",
        newest=newest(period.starts, period.ends),
        activities=spaced(promise.types),
        ops=spaced(each.op for each in promise.targets),
        op=target.op if target else "",
        low=target.low if target else None,
        high=target.high if target else None,
        unit=target.unit if target else "",
        per=target.per if target else "",
        direction=target.direction if target else Direction.UP,
        least_share=target.least_share if target else None,
        amount=_amount(standing),
    )


def _owners(promise: PublishedPromise) -> str:
    owners = [who.name for who in promise.responsible if who.part in LEADS]
    return ", ".join(dict.fromkeys(owners))


def _amount(standing: PromiseStanding) -> Decimal | None:
    """What was done, when those who tell say the same. Already hidden when too few."""
    if standing.verdict is Verdict.DISPUTED or not standing.claims:
        return None
    return standing.claims[0].amount


def _make_findable(shown: list[_Public], before: Mapping[str, tuple[str, str]]) -> None:
    """Tell the search what is new and what is gone. The same words are left alone."""
    now = {
        standing.promise.id: (one, standing.promise)
        for one in shown
        for standing in one.standing.promises
    }
    for gone in before.keys() - now.keys():
        search.remove(KIND, gone)
    search.index_many(
        _findable(one, promise)
        for key, (one, promise) in now.items()
        if before.get(key) != (promise.title, promise.text)
    )


def _findable(one: _Public, promise: PublishedPromise) -> Findable:
    names = [place.municipality.short_name for place in one.addresses]
    words = [
        promise.text if promise.heading else "",
        *names,
        one.wording.district,
        promise.place,
        promise.purpose,
        *(activity for top in promise.activities for activity in _texts(top)),
        *(target.unit for target in promise.targets),
    ]
    text = " ".join(word for word in words if word)
    return Findable(KIND, promise.id, title=promise.title, text=text)


def _texts(activity: PublishedActivity) -> Iterator[str]:
    yield activity.text
    for part in activity.parts:
        yield from _texts(part)
