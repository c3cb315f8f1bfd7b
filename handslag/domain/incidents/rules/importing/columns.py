"""What each column of a file is about: suggested from its heading, then chosen. Pure."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from handslag.core.refusals import NotAllowedError
from handslag.core.text import fold


class Field(StrEnum):
    """What can be read from a column."""

    DAY = "day"
    TIME = "time"
    KIND = "kind"
    TEXT = "text"
    PLACE = "place"
    WHERE = "where"
    LON = "lon"
    LAT = "lat"
    EAST = "east"
    NORTH = "north"
    SAFE = "safe"
    STATUS = "status"
    NUMBER = "number"


# The columns whose few values each get a meaning of ours.
VALUED = (Field.KIND, Field.SAFE, Field.STATUS)
MOST_VALUES = 100
LONGEST_VALUE = 80
TELLING = 4  # letters: shorter ones stand in other words

_HEADINGS: Mapping[Field, Sequence[str]] = {
    Field.NUMBER: (
        *("arendenummer", "arende id", "arendeid", "arende nr", "arendenr", "id", "nr"),
        *("nummer", "diarienummer", "referens", "rapportnummer", "guid", "objectid"),
    ),
    Field.EAST: ("ost", "easting", "east", "e", "sweref e", "koordinat e", "x"),
    Field.NORTH: ("nord", "norr", "northing", "north", "n", "sweref n", "koordinat n", "y"),
    Field.LON: ("longitud", "longitude", "lon", "long", "lng"),
    Field.LAT: ("latitud", "latitude", "lat"),
    Field.TIME: ("tid", "klockslag", "klockan", "tidpunkt", "time"),
    Field.DAY: (
        *("datum", "handelsedatum", "datum och tid", "datumtid", "nar", "skapad"),
        *("skapat", "inkommen", "inkom", "registrerad", "dag", "date", "created"),
        *("rapporterad", "handelsetid", "intraffade"),
    ),
    Field.KIND: (
        *("kategori", "typ", "handelsetyp", "arendetyp", "slag", "handelse", "category"),
        *("underkategori", "rubrik", "type", "kind", "sort"),
    ),
    Field.TEXT: (
        *("beskrivning", "fritext", "text", "meddelande", "kommentar", "description"),
        *("anteckning", "vad har hant", "vad hande"),
    ),
    Field.PLACE: ("plats", "platsnamn", "omrade", "place"),
    Field.WHERE: (
        "adress",
        "var",
        "gata",
        "gatuadress",
        "address",
        "vagbeskrivning",
    ),
    Field.SAFE: ("trygg", "trygg eller otrygg", "trygghet", "upplevelse", "kansla"),
    Field.STATUS: ("status", "lage i arendet", "tillstand", "state"),
}


def suggested(headings: Sequence[str]) -> dict[Field, int]:
    """A guess for each heading that says what it is: whole words first, then parts."""
    folded = [_plain(one) for one in headings]
    found: dict[Field, int] = {}
    for field, names in _HEADINGS.items():
        for name in names:
            at = [n for n, one in enumerate(folded) if one == name]
            free = [n for n in at if n not in found.values()]
            if free:
                found[field] = free[0]
                break
    for field, names in _HEADINGS.items():
        if field in found:
            continue
        for n, one in enumerate(folded):
            words = {name for name in names if len(name) >= TELLING}
            if n not in found.values() and any(name in one for name in words):
                found[field] = n
                break
    return found


def check_columns(columns: Mapping[Field, int], width: int) -> None:
    """Enough to say when and where, and both halves of a position."""
    if any(not 0 <= at < width for at in columns.values()):
        raise NotAllowedError("incidents.no_such_column")
    if Field.DAY not in columns:
        raise NotAllowedError("incidents.no_column_of_days")
    for one, other in ((Field.LON, Field.LAT), (Field.EAST, Field.NORTH)):
        if (one in columns) != (other in columns):
            raise NotAllowedError("incidents.half_a_position_in_columns")
    if not columns.keys() & {Field.PLACE, Field.WHERE, Field.LON, Field.EAST}:
        raise NotAllowedError("incidents.no_column_of_places")
    used = [at for field, at in columns.items() if field not in (Field.DAY, Field.TIME)]
    if len(set(used)) < len(used):
        raise NotAllowedError("incidents.column_is_used_twice")


def values_in(rows: Sequence[Sequence[str]], at: int) -> list[str]:
    """The values of a column as they are written first, the commonest first."""
    numbers: dict[str, int] = {}
    written: dict[str, str] = {}
    for cells in rows:
        said = cells[at][:LONGEST_VALUE].strip()
        key = fold(said)
        if key:
            written.setdefault(key, said)
            numbers[key] = numbers.get(key, 0) + 1
    if len(numbers) > MOST_VALUES:
        raise NotAllowedError("incidents.too_many_values", most=MOST_VALUES)
    return [written[key] for key in sorted(numbers, key=lambda one: -numbers[one])]


def _plain(heading: str) -> str:
    return " ".join("".join(s if s.isalnum() else " " for s in fold(heading)).split())
