"""The sets that records belong to: those there are, and new ones for the rest."""

from collections.abc import Collection, Sequence
from datetime import datetime

from handslag.core.periods import parse
from handslag.domain.organisations.models import Organisation
from handslag.domain.promises.models import Document, PromiseSet, SetArea
from handslag.domain.promises.queries.catalogue_sets import key_of, sets_in, with_work
from handslag.domain.promises.rules.catalogue.records import CatalogueRecord
from handslag.domain.promises.rules.catalogue.sets import SetKey, set_key, set_name
from handslag.domain.promises.rules.states import State
from handslag.domain.promises.rules.words import Origin


class Shelf:
    """Finds the one set of a record's municipalities, time and district, or words it.

    The new ones are not stored here.
    """

    def __init__(self, municipalities: Collection[int], *, now: datetime) -> None:
        self._rows = {row.pk: row for row in sets_in(municipalities)}
        self._kept = with_work(self._rows)
        self._by_key: dict[SetKey, PromiseSet] = {}
        for row in self._rows.values():
            self._by_key.setdefault(key_of(row), row)
        self.new_areas: list[SetArea] = []
        self._now = now
        self.new: list[PromiseSet] = []

    def row(self, set_: PromiseSet) -> PromiseSet:
        """The set, always as the same object."""
        return self._rows.setdefault(set_.pk, set_)

    def is_kept(self, set_: PromiseSet) -> bool:
        """Has somebody made the set their own, or done anything with it?"""
        return set_.pk in self._kept

    def set_for(self, said: CatalogueRecord, areas: Sequence[Organisation]) -> PromiseSet:
        key = _key(said, areas)
        if key not in self._by_key:
            self._by_key[key] = self._begin(said, areas)
        return self._by_key[key]

    def set_after(
        self, document: Document, said: CatalogueRecord, areas: Sequence[Organisation]
    ) -> PromiseSet:
        """Where a changed record belongs. Alone in its set, it takes the set with it."""
        now = self.row(document.set)
        key = _key(said, areas)
        if key_of(now) == key:
            return now
        alone = not now.documents.exclude(pk=document.pk).exists()
        if key in self._by_key or not alone:
            return self.set_for(said, areas)
        self._by_key = {k: row for k, row in self._by_key.items() if row is not now}
        self._by_key[key] = now
        return now

    def _begin(self, said: CatalogueRecord, areas: Sequence[Organisation]) -> PromiseSet:
        period = parse(said.period)
        set_ = PromiseSet(
            home=areas[0],
            origin=Origin.IMPORTED,
            state=State.SETTLED,
            name=set_name(period, said.district),
            district=said.district,
            period_stated=period.stated,
            starts=period.starts,
            ends=period.ends,
            period_rule=period.rule,
            made_at=self._now,
        )
        self.new_areas += [
            SetArea(set=set_, municipality=area, position=position)
            for position, area in enumerate(areas)
        ]
        self.new.append(set_)
        return set_


def _key(said: CatalogueRecord, areas: Sequence[Organisation]) -> SetKey:
    return set_key([area.pk for area in areas], parse(said.period), said.district)
