from datetime import date
from decimal import Decimal

import pytest

from handslag.core.access import ForbiddenError
from handslag.core.periods import parse
from handslag.domain.promises import published as public
from handslag.domain.promises import services
from handslag.domain.promises.rules.states import ChangedMeanwhileError, NotAllowedError
from handslag.domain.promises.rules.targets import Judgement
from handslag.domain.promises.rules.words import Rhythm, Timeliness, Verdict
from handslag.domain.promises.services.following_up import OutcomeDraft
from tests import make

AFTER = date(2027, 2, 14)


def standing(today=AFTER):
    found = public.set_page("lundby", "2026", today=today)
    assert isinstance(found, public.SetPage)
    return found.standing


def follow_up(actor, set_, now, verdict=Verdict.KEPT, party=None, amount=None, **words):
    begun = services.begin_follow_up(
        actor, set_, period=parse("2026"), now=now, party=party, **words
    )
    said = {set_.promises.get().pk: OutcomeDraft(verdict, "Gjort.", amount)}
    return services.save_follow_up(actor, begun, said, revision=1)


@pytest.fixture
def planned(coordinator, municipality, police, municipal_approver, police_approver):
    """A published set that is to be followed up by the end of January."""
    set_ = make.promise_set(coordinator, municipality, police)
    services.add_promise(coordinator, set_, make.promise_draft(municipality))
    services.plan_follow_ups(coordinator, set_, Rhythm.YEAR, function="kommunchef")
    make.publish(
        set_, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    return set_


def test_nothing_of_a_follow_up_is_public_before_it_is_published(
    published, coordinator, now
):
    follow_up(coordinator, published, now)
    assert standing().promises[0].outcomes == ()


def test_a_published_follow_up_gives_the_verdict(published, coordinator, now):
    services.publish_follow_up(coordinator, follow_up(coordinator, published, now), now=now)
    assert standing().promises[0].verdict is Verdict.KEPT


def test_what_is_not_reported_is_shown_as_not_reported_from_the_day_after(planned):
    due = date(2027, 1, 31)
    assert standing(due).promises[0].verdict is Verdict.ONGOING
    late = standing(date(2027, 2, 1))
    assert late.promises[0].verdict is Verdict.NOT_REPORTED
    assert (late.timeliness, late.promises[0].late_since) == (Timeliness.LATE, due)


def test_an_answered_follow_up_is_no_longer_late(planned, coordinator, now):
    begun = follow_up(coordinator, planned, now, planned=planned.plan.get())
    services.publish_follow_up(coordinator, begun, now=now)
    assert standing().timeliness is Timeliness.REPORTED
    assert standing().promises[0].late_since is None


def test_two_parties_who_count_differently_are_shown_side_by_side(
    published, coordinator, liaison_officer, municipality, police, now
):
    for actor, party, amount in (
        (coordinator, municipality, 5),
        (liaison_officer, police, 4),
    ):
        told = follow_up(actor, published, now, party=party, amount=Decimal(amount))
        services.publish_follow_up(actor, told, now=now)
    promise = standing().promises[0]
    assert promise.verdict is Verdict.DISPUTED
    assert {(one.party, one.amount) for one in promise.claims} == {
        ("Lundby kommun", 5),
        ("Lokalpolisområde Lundby", 4),
    }


def test_one_party_does_not_speak_for_the_other(
    published, coordinator, liaison_officer, municipality, now
):
    begun = services.begin_follow_up(
        coordinator, published, period=parse("2026"), now=now, party=municipality
    )
    with pytest.raises(ForbiddenError):
        services.save_follow_up(liaison_officer, begun, {}, revision=1)


def test_two_who_follow_up_at_once_lose_nothing(published, coordinator, now):
    begun = follow_up(coordinator, published, now)
    with pytest.raises(ChangedMeanwhileError):
        services.save_follow_up(coordinator, begun, {}, revision=1)
    assert begun.outcomes.count() == 1


@pytest.mark.parametrize(
    "verdict", [Verdict.DISPUTED, Verdict.NOT_REPORTED, Verdict.UNKNOWN]
)
def test_some_verdicts_follow_from_what_is_said_and_cannot_be_chosen(
    verdict, published, coordinator, now
):
    with pytest.raises(NotAllowedError, match="not_an_answer"):
        follow_up(coordinator, published, now, verdict=verdict)


def test_a_reservation_has_words(published, coordinator, now):
    with pytest.raises(NotAllowedError, match="reservation_needs_words"):
        follow_up(coordinator, published, now, verdict=Verdict.WITH_RESERVATION)


def test_a_published_follow_up_is_not_changed(published, coordinator, now):
    begun = follow_up(coordinator, published, now)
    services.publish_follow_up(coordinator, begun, now=now)
    with pytest.raises(NotAllowedError, match="follow_up_published"):
        services.save_follow_up(coordinator, begun, {}, revision=2)


def test_an_empty_log_does_not_say_that_the_target_was_missed(published):
    assert standing().promises[0].targets[0].judgement is Judgement.CANNOT_SAY
