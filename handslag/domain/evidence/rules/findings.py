"""What a finding must say before it is recorded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from handslag.core.refusals import NotAllowedError
from handslag.domain.evidence.rules.identifiers import first_of
from handslag.domain.evidence.rules.words import (
    POLICE,
    Classification,
    Confidence,
    Considered,
    Visibility,
)


@dataclass(frozen=True, slots=True)
class Table:
    """A small table that is part of a finding: a row of headings, and rows as long."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def cells(self) -> tuple[str, ...]:
        return (*self.header, *(cell for row in self.rows for cell in row))


@dataclass(frozen=True, slots=True)
class Finding:
    """What is to be recorded, before it is. Only the first two are always needed."""

    source: str
    statement: str
    period: str = ""
    place_stated: str = ""
    place: int | None = None
    visibility: Visibility = Visibility.OWN
    method: str = ""
    n: int | None = None
    confidence: Confidence | None = None
    limits: str = ""
    table: Table | None = None
    classification: Classification | None = None
    is_without_persons: bool = False
    rejected_why: str | None = None  # a source that was considered and not used

    @property
    def is_of_the_police(self) -> bool:
        return self.source in POLICE

    @property
    def texts(self) -> Sequence[str]:
        """Everything somebody wrote."""
        return (
            self.statement,
            self.period,
            self.place_stated,
            self.method,
            self.limits,
            self.rejected_why or "",
            *(self.table.cells if self.table else ()),
        )


def check(finding: Finding) -> None:
    """Refuse a finding that names no source or, decided here, says nothing."""
    if not finding.source:
        raise NotAllowedError("evidence.no_source")
    if not finding.statement.strip():
        raise NotAllowedError("evidence.no_statement")
    if finding.rejected_why is not None and not finding.rejected_why.strip():
        raise NotAllowedError("evidence.no_reason")
    check_texts(finding.texts)
    if finding.is_of_the_police:
        _check_police(finding)


def check_citable(considered: Iterable[str]) -> None:
    """Refuse to let anything rest on a source that was considered and not used."""
    if Considered.REJECTED in considered:
        raise NotAllowedError("evidence.rejected")


def check_texts(texts: Sequence[str]) -> None:
    """Refuse a number that stands for one case or one person, wherever it is written."""
    number = first_of(texts)
    if number is not None:
        raise NotAllowedError(f"evidence.{number.kind}", number=number.written)


def check_picture(alt: str) -> None:
    """A picture that is not also said in words says nothing to many."""
    if not alt.strip():
        raise NotAllowedError("evidence.no_alt")
    check_texts((alt,))


def _check_police(finding: Finding) -> None:
    """Sources of the police are taken in as aggregates only."""
    if finding.classification is None:
        raise NotAllowedError("evidence.not_classified")
    if not finding.is_without_persons:
        raise NotAllowedError("evidence.not_confirmed")
