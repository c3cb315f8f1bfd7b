"""One promise in a list of the workspace: who owns it, its target, what would better it."""

from collections.abc import Iterable
from dataclasses import dataclass

from handslag.domain.promises import queries
from handslag.domain.promises.models import Promise, PromiseSet, Responsibility
from handslag.domain.promises.published.contacts import side
from handslag.domain.promises.rules.quality import STOPS, Hint, Promised, hints
from handslag.domain.promises.rules.words import Part
from handslag.web.targets import in_words
from handslag.web.words.promises import HINTS, PARTS
from handslag.web.words.text import Text


@dataclass(frozen=True, slots=True)
class HintLine:
    """What would make a promise better. `stops`: it cannot be approved without."""

    code: str
    sentence: Text
    stops: bool


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """One promise in the working text."""

    promise: Promise
    nr: int
    side: str
    owners: str
    targets: str
    hints: tuple[HintLine, ...]

    @property
    def stops(self) -> bool:
        return any(hint.stops for hint in self.hints)


def lines_of(set_: PromiseSet) -> list[PromiseLine]:
    """The promises of the working text, in order."""
    promises = queries.promises_of(set_)
    planned = set_.plan.count()
    numbered = zip(promises, queries.numbers(promises), strict=True)
    return [_line(promise, nr, set_, planned) for promise, nr in numbered]


def hints_for(promise: Promise, set_: PromiseSet, planned: int) -> tuple[HintLine, ...]:
    """What would make this promise better, those that stop first."""
    promised = Promised(
        text=promise.text,
        owners=len(promise.responsible.all()),
        place=promise.place_stated or "",
        targets=len(promise.targets.all()),
        grounds=len(promise.grounds.all()),
    )
    found = hints(promised, period=set_.period, follow_ups=planned)
    return tuple(HintLine(hint, HINTS[hint], hint in STOPS) for hint in found)


def side_of(responsible: Iterable[Responsibility]) -> str:
    """Whose stroke of the handshake is lit."""
    sides = {side(row.organisation.kind) for row in responsible if row.organisation}
    if {"municipality", "police"} <= sides:
        return "together"
    return next((one for one in ("municipality", "police") if one in sides), "others")


def owner_words(responsible: Iterable[Responsibility]) -> str:
    """ "Lundby kommun, Lundby Bostäder (hjälper till)" """
    return ", ".join(
        str(row) if row.part == Part.OWNER else f"{row} ({PARTS[Part(row.part)]})"
        for row in responsible
    )


def _line(promise: Promise, nr: int, set_: PromiseSet, planned: int) -> PromiseLine:
    about_the_set = {Hint.PERIOD, Hint.FOLLOW_UP}
    responsible = promise.responsible.all()
    return PromiseLine(
        promise=promise,
        nr=nr,
        side=side_of(responsible) if responsible else "",
        owners=owner_words(responsible),
        targets="; ".join(in_words(target) for target in promise.targets.all()),
        hints=tuple(
            hint
            for hint in hints_for(promise, set_, planned)
            if hint.code not in about_the_set
        ),
    )
