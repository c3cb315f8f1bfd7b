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
        key = record_key(said, areas)
        if key not in self._by_key:
            self._by_key[key] = self._begin(said, areas)
        return self._by_key[key]

    def leaves(self, document: Document, key: SetKey) -> bool:
        """Is the document about another set than it was?"""
        return key_of(self.row(document.set)) != key

    def make_room(
        self, leaving: Sequence[tuple[Document, SetKey]], coming: Collection[SetKey]
    ) -> None:
        """A set that all its documents leave, and none comes to, goes with the first."""
        left = {document.set_id for document, _ in leaving}
        gone = [document.pk for document, _ in leaving]
        stay = Document.objects.filter(set__in=left).exclude(pk__in=gone)
        held = set(stay.values_list("set_id", flat=True))
        wanted = {key for _, key in leaving} | set(coming)
        for document, key in leaving:
            set_ = self.row(document.set)
            old = key_of(set_)
            free = set_.pk not in held and old not in wanted
            if free and key not in self._by_key and self._by_key.get(old) is set_:
                del self._by_key[old]
                self._by_key[key] = set_

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


def record_key(said: CatalogueRecord, areas: Sequence[Organisation]) -> SetKey:
    """What makes the record one of its set."""
    return set_key([area.pk for area in areas], parse(said.period), said.district)
