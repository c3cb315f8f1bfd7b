"""What a file of figures says, read by the reader of its kind."""

from collections.abc import Callable, Sequence

from handslag.core.connections.rules import Counts, File, Outcome
from handslag.core.refusals import NotAllowedError
from handslag.core.sheets.reading import SheetRefusedError, read_sheets
from handslag.core.sheets.separated import separated_rows
from handslag.domain.series.rules.importing import MOST_BYTES, Chosen, FileKind, Told
from handslag.integrations import (
    bra_sol,
    bra_workbook,
    bra_yearly,
    kolada,
    police_survey,
    scb_population,
    table,
)
from handslag.integrations.values import BadLine, Reading, UnreadableError

_WORKBOOK = b"PK\x03\x04"
_OF_ROWS: dict[FileKind, Callable[[Sequence[list[str]]], Reading]] = {
    FileKind.BRA_SOL: bra_sol.read,
    FileKind.BRA_YEARLY: bra_yearly.read,
    FileKind.POLICE_SURVEY: police_survey.read,
}


def rows_in(content: bytes) -> list[list[str]]:
    """The rows of a workbook's first sheet, or of a CSV. Refuses what is no table."""
    if len(content) > MOST_BYTES:
        raise NotAllowedError("series.file_too_large")
    try:
        if content[:4] != _WORKBOOK:
            return separated_rows(content)
        return next(iter(read_sheets(content).values()), [])
    except SheetRefusedError as error:
        raise NotAllowedError(f"series.file_{error.code}") from error


def figures_in(kind: FileKind, content: bytes, chosen: Chosen) -> Reading:
    """All figures of a file, and the lines that were not understood. Refuses the whole
    file when nobody can tell what it says."""
    try:
        return _read(kind, content, chosen)
    except SheetRefusedError as error:
        raise NotAllowedError(f"series.file_{error.code}") from error
    except UnreadableError as error:
        raise NotAllowedError(f"series.file_{error.code}", about=error.where) from error


def _read(kind: FileKind, content: bytes, chosen: Chosen) -> Reading:
    if len(content) > MOST_BYTES:
        raise UnreadableError("too_large")
    if kind is FileKind.KOLADA:
        return kolada.read(content)
    if kind is FileKind.BRA_WORKBOOK:
        return bra_workbook.read(read_sheets(content))
    if kind is FileKind.POPULATION:
        return _population(content, chosen)
    if kind is FileKind.TABLE:
        columns = table.Columns(**chosen.columns, always=chosen.name)
        return table.read(rows_in(content), columns)
    return _OF_ROWS[kind](rows_in(content))


def _population(content: bytes, chosen: Chosen) -> Reading:
    """Statistics Sweden's answer says its years; a list of municipalities does not."""
    if content.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"{":
        return scb_population.read(content)
    if chosen.year is None:
        raise NotAllowedError("series.say_the_year")
    return scb_population.read_rows(rows_in(content), chosen.year)


def outcome_of(told: Told, file: File) -> Outcome:
    """What became of a file, as the log of connections keeps it."""
    bad = tuple(BadLine(one.nr, one.code) for one in told.bad)
    counts = Counts(
        new=told.sum_of("new"),
        same=told.sum_of("same"),
        changed=told.sum_of("changed"),
        kept=told.sum_of("kept"),
        refused=len(bad),
        bad=bad,
    )
    return Outcome(counts, file=file)
