"""What is said to have become of a promise, from what the parties have reported."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from handslag.domain.promises.rules.words import Origin, Phase, Timeliness, Verdict

SOON = timedelta(days=30)

# What the source's status codes mean in our words. Unlisted: unknown.
FROM_STATUS: dict[str, Verdict] = {
    "done": Verdict.KEPT,
    "exceeded": Verdict.EXCEEDED,
    "partial": Verdict.PARTLY,
    "ongoing": Verdict.ONGOING,
    "not_done": Verdict.NOT_KEPT,
    "below_target": Verdict.NOT_KEPT,
    "done_with_reservation": Verdict.WITH_RESERVATION,
    "cancelled": Verdict.CANCELLED,
    "postponed": Verdict.POSTPONED,
    "not_triggered": Verdict.NOT_TRIGGERED,
    "disputed": Verdict.DISPUTED,
}

# Verdicts that say how it went. Only these count in a share.
SETTLED = frozenset(
    {
        Verdict.KEPT,
        Verdict.EXCEEDED,
        Verdict.PARTLY,
        Verdict.NOT_KEPT,
        Verdict.WITH_RESERVATION,
    }
)
# Nothing more is to be told about these, so a later planned day makes none of them late.
DONE_WITH = SETTLED | {Verdict.CANCELLED}
GOOD = frozenset({Verdict.KEPT, Verdict.EXCEEDED})


@dataclass(frozen=True, slots=True)
class Claim:
    """What one party says became of a promise. `party` empty: said together."""

    party: str
    verdict: Verdict
    amount: Decimal | None = None


def phase(starts: date | None, ends: date | None, *, today: date) -> Phase:
    """Where today lies between the first and the last day, both inclusive."""
    if starts is None and ends is None:
        return Phase.UNSTATED
    if starts is not None and today < starts:
        return Phase.NOT_BEGUN
    if ends is not None and ends < today:
        return Phase.ENDED
    return Phase.UNDER_WAY


def standing(
    claims: Iterable[Claim],
    *,
    origin: Origin,
    due: bool,
    phase: Phase = Phase.UNDER_WAY,
) -> Verdict:
    """The verdict shown, from the claims of the latest follow-up that speaks of it.

    Parties who say different things are shown as saying different things. With
    no claim at all a summary of somebody's page is unknown, never unreported;
    a set decided here is unreported once a follow-up is due, and is not said to
    be under way before its first day.
    """
    said = tuple(claims)
    if said:
        verdicts = {claim.verdict for claim in said}
        amounts = {claim.amount for claim in said if claim.amount is not None}
        agree = len(verdicts) == 1 and len(amounts) <= 1
        return next(iter(verdicts)) if agree else Verdict.DISPUTED
    if origin is not Origin.DECIDED:
        return Verdict.UNKNOWN
    if due:
        return Verdict.NOT_REPORTED
    return Verdict.NOT_BEGUN if phase is Phase.NOT_BEGUN else Verdict.ONGOING


@dataclass(frozen=True, slots=True)
class Due:
    """One planned follow-up, and the day its answer was published, if it was."""

    on: date
    answered: date | None = None


def is_due(plan: Iterable[Due], *, phase: Phase, today: date) -> bool:
    """Should something have been said by now? Without a plan: when the period is over."""
    days = [one.on for one in plan]
    return any(day < today for day in days) if days else phase is Phase.ENDED


def timeliness(plan: Iterable[Due], *, origin: Origin, today: date) -> Timeliness:
    """Is the follow-up on time? Never asked of somebody else's summary."""
    dates = sorted(plan, key=lambda due: due.on)
    if origin is not Origin.DECIDED or not dates:
        return Timeliness.NO_DATE
    waiting = [due.on for due in dates if due.answered is None]
    if not waiting:
        return Timeliness.REPORTED
    if waiting[0] < today:
        return Timeliness.LATE
    return Timeliness.DUE_SOON if waiting[0] - today <= SOON else Timeliness.ON_TIME


def next_due(plan: Iterable[Due]) -> date | None:
    """The day of the first follow-up that is not answered yet."""
    return min((due.on for due in plan if due.answered is None), default=None)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many promises of each verdict. The unknown are counted apart, in no share."""

    counts: tuple[tuple[Verdict, int], ...]

    def of(self, *verdicts: Verdict) -> int:
        return sum(count for verdict, count in self.counts if verdict in verdicts)

    @property
    def total(self) -> int:
        return sum(count for _, count in self.counts)

    @property
    def known(self) -> int:
        """Promises whose source says anything about the outcome."""
        return self.total - self.of(Verdict.UNKNOWN)


def tally(verdicts: Iterable[Verdict]) -> Tally:
    """Count verdicts, in the order the field lists them."""
    return tally_of(Counter(verdicts))


def tally_of(counts: Mapping[Verdict, int]) -> Tally:
    """The same from finished counts."""
    return Tally(
        tuple((verdict, counts[verdict]) for verdict in Verdict if counts.get(verdict))
    )
