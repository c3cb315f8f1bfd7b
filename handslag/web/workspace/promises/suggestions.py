"""What the count says about a promise: a suggestion, which people then answer for."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from handslag.domain.promises.published import PromiseStanding
from handslag.domain.promises.rules.targets import Judgement
from handslag.domain.promises.rules.words import Op, Verdict
from handslag.web.targets import aimed_at, said


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A verdict, a number, and why."""

    verdict: str
    amount: Decimal | None
    why: str


def suggested(standing: PromiseStanding) -> Suggestion | None:
    """What the targets of a promise and their counts suggest. No target: nothing."""
    counted = [one for one in standing.targets if one.done is not None]
    if not counted:
        return None
    first = counted[0]
    judgements = {one.judgement for one in standing.targets}
    verdict = ""
    if judgements == {Judgement.MET}:
        verdict = (
            Verdict.EXCEEDED
            if _is_more(first.target.op, first.done, first.needed)
            else Verdict.KEPT
        )
    elif Judgement.NOT_MET in judgements:
        verdict = (
            Verdict.PARTLY
            if Judgement.MET in judgements or first.done
            else Verdict.NOT_KEPT
        )
    why = _("Reported so far: %(done)s %(target)s.") % {
        "done": said(first.done or 0),
        "target": aimed_at(first.target, first.needed),
    }
    return Suggestion(verdict=verdict, amount=first.done, why=why)


def _is_more(op: Op, done: Decimal | None, asked: Decimal | None) -> bool:
    """Two actions promised and three done is more than promised; a minimum is met."""
    return op is Op.EXACT and done is not None and asked is not None and done > asked
