"""The promises one can report on, each with what is counted so far."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from handslag.core.access import Act, Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.promises.models import ProgressEntry, Promise, Target
from handslag.domain.promises.rules.targets import Target as Rule
from handslag.domain.promises.rules.targets import needed
from handslag.domain.promises.rules.words import Op
from handslag.web.targets import aimed_at, in_words, said

# Counted by occasion: each time is written down, also when it was not done.
OCCASIONS = frozenset({Op.EACH, Op.ALWAYS, Op.ON_REQUEST})


@dataclass(frozen=True, slots=True)
class Counted:
    """One target against what is counted towards it."""

    target: Target | None
    done: Decimal
    goal: Decimal | None
    words: str
    by_one: bool

    @property
    def key(self) -> str:
        return str(self.target.public_id) if self.target else ""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One promise in the list of those one reports on."""

    promise: Promise
    counts: tuple[Counted, ...]
    organisations: tuple[Organisation, ...]
    last: ProgressEntry | None

    @property
    def correctable(self) -> frozenset[int]:
        """Those whose rows the person may correct: their own organisations'."""
        return frozenset(one.pk for one in self.organisations)


def lines_of(promises: Iterable[Promise], actor: Actor) -> list[ReportLine]:
    """The promises, each with its count."""
    return [line_of(promise, actor) for promise in promises]


def line_of(promise: Promise, actor: Actor) -> ReportLine:
    """One promise with its count."""
    entries = list(promise.progress.all())
    last = max(entries, key=lambda entry: entry.pk, default=None)
    return ReportLine(
        promise=promise,
        counts=tuple(counts_of(promise, entries)),
        organisations=tuple(reported_by(promise, actor)),
        last=last,
    )


def reported_by(promise: Promise, actor: Actor) -> list[Organisation]:
    """The actor's organisations that may report on the promise, the owners first."""
    own = actor.where(Act.REPORT_PROGRESS)
    owners = [row.organisation for row in promise.responsible.all() if row.organisation]
    parties = [row.organisation for row in promise.set.parties.all()]
    among = {one.pk: one for one in [*owners, *parties, promise.set.home]}
    return [one for one in among.values() if one.pk in own]


def counts_of(promise: Promise, entries: list[ProgressEntry]) -> Iterable[Counted]:
    """What is counted towards each target; without a target, how much in all."""
    targets = list(promise.targets.all())
    if not targets:
        total = _sum(entry.amount for entry in entries)
        yield Counted(None, total, None, _("done so far"), by_one=True)
    for target in targets:
        rows = _rows_of(target, entries, alone=len(targets) == 1)
        yield _counted(target, rows, promise)


def _counted(target: Target, rows: list[ProgressEntry], promise: Promise) -> Counted:
    op = Op(target.op)
    total = _sum(row.amount for row in rows)
    if op is Op.WITHIN:
        inside = _sum(row.within for row in rows if row.within is not None)
        facts = {"cases": said(total), "target": in_words(target)}
        words = _("of %(cases)s cases, %(target)s") % facts
        return Counted(target, inside, None, words, by_one=False)
    if op in OCCASIONS:
        occasions = len({row.occasion for row in rows if row.occasion})
        words = _("occasions noted, %(target)s") % {"target": in_words(target)}
        return Counted(target, Decimal(occasions), None, words, by_one=False)
    goal = _goal(target, promise)
    return Counted(target, total, goal, aimed_at(target, goal), by_one=op is not Op.SUBSET)


def _rows_of(
    target: Target, entries: list[ProgressEntry], *, alone: bool
) -> list[ProgressEntry]:
    """The rows that count towards it. A part reads the rows of its whole."""
    own = {target.pk, target.part_of_id} if target.part_of_id else {target.pk}
    rows = [row for row in entries if row.target_id in own or (alone and not row.target_id)]
    return [row for row in rows if row.in_part] if target.op == Op.SUBSET else rows


def _sum(numbers: Iterable[Decimal]) -> Decimal:
    return sum(numbers, Decimal(0))


def _goal(target: Target, promise: Promise) -> Decimal | None:
    return needed(
        Rule(
            op=Op(target.op),
            low=target.low,
            high=target.high,
            per=target.per or "",
            starts=promise.set.starts,
            ends=promise.set.ends,
            out_of=target.out_of,
        )
    )
