"""Which organisations the words of documents mean: "polisen", "Ale kommun", "HSB"."""

from collections.abc import Collection, Sequence

from handslag.domain.organisations.models import Organisation, Relation
from handslag.domain.organisations.queries import municipalities_by_name
from handslag.domain.organisations.rules import POLICE, Kind, Tie
from handslag.domain.promises.rules.catalogue.names import (
    Reading,
    Who,
    aliases,
    comparable,
    municipality_names,
    police_district,
    who,
)
from handslag.domain.promises.rules.catalogue.records import RecordRefusedError, Why

THE_POLICE = "Polismyndigheten"
Areas = Sequence[Organisation]


class Naming:
    """All organisations, by the names that documents give them. Four queries."""

    def __init__(self) -> None:
        self._municipalities = municipalities_by_name()
        self._by_name: dict[str, Organisation] = {}
        self._districts: dict[str, Organisation] = {}
        for one in Organisation.objects.filter(is_example=False).exclude(
            kind__in=[Kind.MUNICIPALITY, Kind.COUNTY]
        ):
            self.learn(one)
        self._police = _tied(Tie.SERVES, [Kind.POLICE_DISTRICT, Kind.POLICE_AREA])
        self._councils = _tied(Tie.COVERS, [Kind.COUNCIL])

    def learn(self, organisation: Organisation, stated: str = "") -> None:
        """From now on the organisation is found under its name, and what it is called."""
        for name in (organisation.name, stated):
            for alias in aliases(name) if name else ():
                self._by_name.setdefault(alias, organisation)
        if organisation.kind in POLICE:
            self._districts.setdefault(police_district(organisation.name), organisation)

    def areas(self, names: Sequence[str]) -> tuple[Organisation, ...]:
        """The municipalities that a record is about, each once; one unknown is refused."""
        found = {}
        for place, name in enumerate(names):
            one = self._municipality(name)
            if one is None:
                where = f"municipality[{place}]" if len(names) > 1 else "municipality"
                raise RecordRefusedError(where, Why.UNKNOWN_MUNICIPALITY, name=name)
            found[one.pk] = one
        return tuple(found.values())

    def missing(self, stated: str, areas: Areas) -> Reading | None:
        """What to found, when the words name somebody that we do not know.

        A district under an unknown name is no new one where we know who serves.
        """
        reading = who(stated)
        if not reading.name or reading.who is Who.MUNICIPALITY:
            return None
        if reading.who is Who.POLICE and any(area.pk in self._police for area in areas):
            return None
        return None if self._known(reading, stated) else reading

    def meant(
        self, stated: str, areas: Areas, beside: Collection[str] = ()
    ) -> list[Organisation]:
        """Those whom the words mean in a document about these municipalities.

        `beside` are the parties of the document: "polisen" below a page by a named
        district is that district. An empty list: nobody in particular.
        """
        reading = who(stated)
        if reading.who is Who.POLICE:
            return [self._police_of(reading, areas, beside)]
        if reading.who is Who.MUNICIPALITY:
            named = self._municipality(stated) if reading.name else None
            return [named] if named else ([] if reading.name else list(areas))
        if reading.who is Who.COUNCIL and not reading.name:
            councils = {self._councils.get(area.pk) for area in areas}
            return [one for one in councils if one is not None]
        known = self._known(reading, stated)
        return [known] if known else []

    def _known(self, reading: Reading, stated: str) -> Organisation | None:
        if reading.who is Who.POLICE:
            name = police_district(reading.name)
            return self._districts.get(name) if name else None
        names = [*aliases(stated), comparable(reading.name)]
        return next((self._by_name[one] for one in names if one in self._by_name), None)

    def _municipality(self, stated: str) -> Organisation | None:
        names = municipality_names(stated)
        found = (self._municipalities.get(name) for name in names)
        return next((one for one in found if one is not None), None)

    def _police_of(
        self, reading: Reading, areas: Areas, beside: Collection[str]
    ) -> Organisation:
        """The named district; else the one that serves the place, or promises here too."""
        if reading.name and (named := self._known(reading, "")):
            return named
        for area in areas:
            if area.pk in self._police:
                return self._police[area.pk]
        for party in map(who, beside):
            if party.who is Who.POLICE and (district := self._known(party, "")):
                return district
        return self._by_name[comparable(THE_POLICE)]

    def knows_the_police(self) -> bool:
        return comparable(THE_POLICE) in self._by_name


def _tied(tie: Tie, kinds: Collection[Kind]) -> dict[int, Organisation]:
    """Who serves or covers each municipality for the time being, the nearest kind first."""
    rows = Relation.objects.filter(
        kind=tie, lower__kind__in=kinds, valid_to=None
    ).select_related("lower")
    nearest = sorted(
        rows, key=lambda row: (list(kinds).index(Kind(row.lower.kind)), row.pk)
    )
    found: dict[int, Organisation] = {}
    for row in nearest:
        found.setdefault(row.upper_id, row.lower)
    return found
