"""The files themselves, sent while they are being made.

What is said in words is made before the first piece is sent: then nothing is left that
depends on who asked. A file that is broken off cannot be opened; one whose rows are not
as many as were counted is broken off.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Protocol

from handslag.core.sheets.packing import packed
from handslag.core.sheets.writing import Value, workbook
from handslag.domain.surveys.figures.exports import Export
from handslag.domain.surveys.figures.exports.rows import AT_A_TIME, Row
from handslag.web.workspace.exporting.codebook import codebook
from handslag.web.workspace.exporting.labels import codes, label
from handslag.web.workspace.exporting.rscript import script
from handslag.web.workspace.exporting.spss import syntax

ROWS, CODES, SPSS, R, ABOUT = "svar.csv", "kodbok.csv", "svar.sps", "svar.R", "las-mig.txt"
FINGERPRINT = "{sha256}"  # in the text about the files: known when all rows are written


class Taken(Protocol):
    """Something whose rows are handed out: all of them, or an error."""

    @property
    def n(self) -> int: ...

    def rows(self) -> Iterator[Row]: ...


class BrokenOffError(RuntimeError):
    """There were more or fewer rows than were counted."""


def for_programs(export: Export, about: str, language: str) -> Iterator[bytes]:
    """CSV, codebook, SPSS and R in one. `about` stands last, with the fingerprint of
    the rows: a file that has it has everything."""
    variables = export.variables
    ready = {
        CODES: codebook(variables),
        SPSS: syntax(variables, ROWS, language),
        R: script(variables, export.n, ROWS, language),
    }
    names = [one.name for one in variables]
    return packed(_parts(ready, names, export, about))


def _parts(
    ready: dict[str, bytes], names: Sequence[str], export: Taken, about: str
) -> Iterator[tuple[str, Iterable[bytes]]]:
    for name, content in ready.items():
        yield name, [content]
    seen = sha256()
    yield ROWS, _seen(_separated(names, export), seen.update)
    text = about.replace(FINGERPRINT, seen.hexdigest())
    yield ABOUT, [text.replace("\n", "\r\n").encode("utf-8-sig")]


class _Update(Protocol):
    def __call__(self, piece: bytes, /) -> None: ...


def _seen(pieces: Iterable[bytes], update: _Update) -> Iterator[bytes]:
    for piece in pieces:
        update(piece)
        yield piece


def _separated(names: Sequence[str], export: Taken) -> Iterator[bytes]:
    waiting = [";".join(names)]
    for row in all_of(export):
        waiting.append(";".join(map(str, row)))
        if len(waiting) == AT_A_TIME:
            yield "".join(f"{line}\r\n" for line in waiting).encode()
            waiting.clear()
    yield "".join(f"{line}\r\n" for line in waiting).encode()


def all_of(export: Taken) -> Iterator[Row]:
    """Every row; an error when they are not as many as they should be."""
    written = 0
    for row in export.rows():
        written += 1
        yield row
    if written != export.n:
        raise BrokenOffError(f"{written} of {export.n}")


def as_workbook(export: Export, language: str) -> Iterator[bytes]:
    """The answers in words, a row for each."""
    words: list[dict[int | float, str]] = [
        {code.code: code.words for code in codes(one, language)} for one in export.variables
    ]
    header = [label(one, language) for one in export.variables]

    def rows() -> Iterator[list[Value]]:
        for row in all_of(export):
            yield [said.get(one, one) for said, one in zip(words, row, strict=True)]

    return workbook(header, rows())
