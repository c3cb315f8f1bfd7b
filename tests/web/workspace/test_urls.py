"""A list asks as much for many rows as for one, and never much."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from handslag.core.access import Actor, Role
from handslag.domain.evidence.services import record_finding
from handslag.domain.organisations.models import Organisation
from handslag.domain.plans import services as planning
from handslag.domain.promises import services as promising
from tests import make
from tests.make import council as councils
from tests.make import findings, plans

AT_MOST = 8
# The chain is put together from all parts of the work: seven questions about plans, four
# about promises, beside the three about who asks.
CHAIN_AT_MOST = 14
# The start page gathers what waits in every part.
START_AT_MOST = 55
LATER = 2034
Fill = Callable[[Actor, Organisation, int], None]


def _finding(actor: Actor, home: Organisation, number: int) -> None:
    said = findings.finding(statement=f"Underlag {number}", period="2025")
    record_finding(actor, home=home, finding=said, now=findings.NOW)


def _plan(actor: Actor, home: Organisation, number: int) -> None:
    """With a problem, a cause, a goal and a measure, decided and followed up."""
    found = make.evidence(home, f"Fler ser det {number}.")
    plan = plans.whole(actor, home, found, period=f"{2020 + number}")
    plans.explain(actor, plan, *{one.kind for one in plans.left(plan)})
    plans.told(actor, plans.decide(actor, plan))


def _grant(actor: Actor, home: Organisation, number: int) -> None:
    draft = plans.grant_draft(year=2020 + number)
    planning.apply_for_grant(actor, home, draft, now=plans.NOW)


def _council(actor: Actor, home: Organisation, number: int) -> None:
    found = councils.council(actor, home, f"Rådet {number}")
    for month in (1, 2):
        at = datetime(2026, month, 3, 12, tzinfo=UTC)
        councils.meeting(actor, found, at)


def _set(actor: Actor, home: Organisation, number: int) -> None:
    """Promised in public and told of, with one that waits for an answer beside it."""
    for year in (2024, LATER):
        set_ = make.promise_set(actor, home, period=f"{year + number}")
        promising.add_promise(actor, set_, make.promise_draft(home))
        approver = make.member(home, Role.APPROVER)
        make.publish(set_, actor, *([(approver, home)] if year < LATER else []))


def _given(actor: Actor, home: Organisation, number: int) -> None:
    """Promised in public, for a year to come."""
    set_ = make.promise_set(actor, home, period=f"{LATER + number}")
    promising.add_promise(actor, set_, make.promise_draft(home))
    make.publish(set_, actor, (make.member(home, Role.APPROVER), home))


def _all(actor: Actor, home: Organisation, number: int) -> None:
    for fill in (_finding, _plan, _grant, _set):
        fill(actor, home, number)


@pytest.mark.parametrize(
    ("address", "fill", "at_most"),
    [
        ("/arbete/underlag/", _finding, AT_MOST),
        ("/arbete/atgardsplan/", _plan, AT_MOST),
        ("/lundby/atgardsplan/", _plan, AT_MOST),
        ("/arbete/statsbidrag/", _grant, AT_MOST),
        ("/arbete/radet/", _council, AT_MOST),
        ("/arbete/loften/", _set, AT_MOST),
        ("/arbete/framsteg/", _given, AT_MOST),
        ("/arbete/kedjan/", _all, CHAIN_AT_MOST),
        ("/arbete/", _all, START_AT_MOST),
    ],
)
def test_a_list_costs_no_more_for_many(
    address: str,
    fill: Fill,
    at_most: int,
    at_work,
    coordinator,
    municipality,
    django_assert_max_num_queries,
):
    fill(coordinator, municipality, 1)
    with django_assert_max_num_queries(at_most) as asked:
        assert at_work.get(address).status_code == 200
    for number in range(2, 5):
        fill(coordinator, municipality, number)
    with django_assert_max_num_queries(len(asked)):
        at_work.get(address)
