from datetime import date

import pytest

from handslag.core.access import ForbiddenError
from handslag.domain.promises import published as public
from handslag.domain.promises import services
from handslag.domain.promises.rules.states import NotAllowedError
from handslag.domain.promises.rules.words import Verdict


def restate(actor, set_, now):
    services.publish_restated(
        actor,
        set_,
        url="https://lundby.example/medborgarlofte",
        publisher="kommun",
        retrieved_on=date(2026, 3, 1),
        now=now,
    )


def test_a_restated_set_is_read_at_once_and_nothing_is_said_of_how_it_went(
    draft, coordinator, now
):
    restate(coordinator, draft, now)
    page = public.set_page("lundby", "2026", today=date(2029, 1, 1))
    assert isinstance(page, public.SetPage)
    assert page.approvals == ()
    assert page.wording.source is not None
    assert page.standing.promises[0].verdict is Verdict.UNKNOWN


def test_only_those_who_write_for_its_home_restate(draft, liaison_officer, now):
    with pytest.raises(ForbiddenError):
        restate(liaison_officer, draft, now)


def test_what_the_parties_have_approved_here_is_not_restated(published, coordinator, now):
    with pytest.raises(NotAllowedError):
        restate(coordinator, published, now)
