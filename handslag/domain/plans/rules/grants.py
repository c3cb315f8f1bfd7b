"""State grants (förordning 2023:442): what is applied for, and what is accounted for."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from handslag.core.refusals import NotAllowedError
from handslag.domain.plans.rules.words import GrantState

STEPS: dict[GrantState, frozenset[GrantState]] = {
    GrantState.APPLIED: frozenset({GrantState.GRANTED, GrantState.REFUSED}),
    GrantState.GRANTED: frozenset({GrantState.ACCOUNTED}),
    GrantState.REFUSED: frozenset(),
    GrantState.ACCOUNTED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Account:
    """What is accounted for: the money, what it gave, and whether it was as meant."""

    used: Decimal
    use_of_funds: str
    results: str
    relation_to_purpose: str


def step(now: GrantState, wanted: GrantState) -> GrantState:
    """Take one step, or say that it cannot be taken."""
    if wanted not in STEPS[now]:
        raise NotAllowedError("plan.grant_step")
    return wanted


def to_repay(granted: Decimal | None, used: Decimal | None) -> Decimal:
    """What goes back: all that was not used, and all of it when nothing is accounted."""
    if granted is None:
        return Decimal(0)
    return max(granted - (used or Decimal(0)), Decimal(0))


def is_complete(account: Account, *, granted: Decimal) -> None:
    """The accounting says all three things, and uses no more than was granted."""
    texts = (account.use_of_funds, account.results, account.relation_to_purpose)
    if not all(text.strip() for text in texts):
        raise NotAllowedError("plan.account_incomplete")
    if account.used > granted:
        raise NotAllowedError("plan.used_more_than_granted")


def last_day_given(account_by: date | None, amount: Decimal | None) -> None:
    """A grant has an amount and a day to account for it."""
    if account_by is None or amount is None:
        raise NotAllowedError("plan.grant_needs_amount_and_day")
