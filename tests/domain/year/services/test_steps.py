from datetime import date

import pytest

from handslag.core.access import ForbiddenError
from handslag.core.audit.models import Entry
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.year.models import StepMark
from handslag.domain.year.queries.steps import boards
from handslag.domain.year.rules.steps import Sign
from handslag.domain.year.services.steps import mark_step, unmark_step


@pytest.fixture
def marked(coordinator, municipality, today):
    """The communication plan is said to be there."""
    return mark_step(
        coordinator,
        municipality,
        Sign.COMMUNICATION_PLAN,
        done_on=date(2026, 2, 1),
        note="Antagen av kommunchefen.",
        revision=0,
        today=today,
    )


def again(actor, home, today, *, revision, note="Antagen."):
    return mark_step(
        actor,
        home,
        Sign.COMMUNICATION_PLAN,
        done_on=today,
        note=note,
        revision=revision,
        today=today,
    )


def test_a_mark_is_seen_on_the_board_and_in_the_log(marked, municipality, today):
    stands = boards([municipality], today=today)[municipality.pk]
    assert stands.ten[1].signs[0].by_hand
    entry = Entry.objects.get(action="year.step_marked")
    assert entry.details["sign"] == "communication_plan"
    assert "Antagen" not in str(entry.details)


def test_two_who_mark_at_once_lose_nothing(marked, coordinator, municipality, today):
    with pytest.raises(ChangedMeanwhileError):
        again(coordinator, municipality, today, revision=0)
    again(coordinator, municipality, today, revision=1)
    assert StepMark.objects.get().note == "Antagen."


def test_a_mark_can_be_taken_back(marked, coordinator, municipality, today):
    with pytest.raises(ChangedMeanwhileError):
        unmark_step(
            coordinator, municipality, Sign.COMMUNICATION_PLAN, revision=7, today=today
        )
    for _ in range(2):  # the second press changes nothing
        unmark_step(
            coordinator, municipality, Sign.COMMUNICATION_PLAN, revision=1, today=today
        )
    assert not StepMark.objects.exists()


def test_what_shows_itself_is_not_marked(coordinator, municipality, today):
    with pytest.raises(NotAllowedError, match=r"year\.sign_shows_itself"):
        mark_step(
            coordinator,
            municipality,
            Sign.PLAN,
            done_on=today,
            note="Jo.",
            revision=0,
            today=today,
        )


def test_the_police_may_mark_and_readers_and_others_may_not(
    liaison_officer, reader, elsewhere, municipality, today
):
    row = again(liaison_officer, municipality, today, revision=0)
    for actor in (reader, elsewhere):
        with pytest.raises(ForbiddenError):
            again(actor, municipality, today, revision=row.revision)
        with pytest.raises(ForbiddenError):
            unmark_step(
                actor, municipality, Sign.COMMUNICATION_PLAN, revision=1, today=today
            )
