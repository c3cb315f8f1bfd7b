"""Which series the figures of a file belong to, and what is said of it."""

from handslag.core.text import slug
from handslag.domain.series.queries import POPULATION
from handslag.domain.series.rules import Measured, Rhythm, SeriesDraft, Source
from handslag.domain.series.rules.drafts import LONGEST_NAME
from handslag.domain.series.rules.importing import Chosen, FileKind, measured_by
from handslag.domain.series.shipped import key_figures, sources

_LONGEST_ID, _LONGEST_UNIT = 120, 60
_BRA = {"count": "bra_count", "per_100000": "bra_rate", "percent": "ntu"}


def described(
    kind: FileKind, of: str, unit: str, rhythm: Rhythm, chosen: Chosen
) -> SeriesDraft:
    """The series of a figure, as its source has it."""
    if kind is FileKind.TABLE:
        return _own(of, rhythm, chosen)
    if kind is FileKind.KOLADA:
        return _of_kolada(of, rhythm)
    said = sources()[_BRA.get(unit, "") if kind.value.startswith("bra") else kind.value]
    return SeriesDraft(
        source=Source(said["source"]),
        external_id=_id(kind, of, unit, rhythm),
        name=said["name"].format(of=_spoken(of))[:LONGEST_NAME],
        unit=said["unit"],
        rhythm=rhythm,
        measured=Measured(said["measured"]),
        measures=said["measures"],
        attribution=said["attribution"],
        caveats=said["caveats"],
    )


def _id(kind: FileKind, of: str, unit: str, rhythm: Rhythm) -> str:
    """As long as the periods are, so that years and months never stand in one series."""
    if kind is FileKind.POPULATION:
        return POPULATION
    parts = [slug(of.replace("_", " "))[: _LONGEST_ID - 30]]
    parts += [unit] if unit == "per_100000" else []
    parts += [rhythm.value] if rhythm is not Rhythm.YEAR else []
    return ":".join(parts)


def _spoken(of: str) -> str:
    """Words instead of the codes of open data."""
    return sources()["words"].get(of) or of.replace("_", " ")


def _of_kolada(number: str, rhythm: Rhythm) -> SeriesDraft:
    title, description = key_figures().get(number, (number, ""))
    measured, unit = measured_by(title)
    return SeriesDraft(
        source=Source.KOLADA,
        external_id=number,
        name=title[:LONGEST_NAME],
        unit=unit[:_LONGEST_UNIT],
        rhythm=rhythm,
        measured=measured,
        measures=description,
        attribution=sources()["kolada"]["attribution"],
    )


def _own(of: str, rhythm: Rhythm, chosen: Chosen) -> SeriesDraft:
    name = chosen.name if of == chosen.name else f"{chosen.name}: {of}"
    return SeriesDraft(
        source=Source.OWN,
        external_id=f"fil-{slug(name)}:{rhythm.value}"[:_LONGEST_ID],
        name=name[:LONGEST_NAME],
        unit=chosen.unit,
        rhythm=rhythm,
    )
