"""What anyone may read of a walk: places and answers, never a person."""

from uuid import uuid4

import pytest

from handslag.domain.walks import services
from handslag.domain.walks.models import Walk
from handslag.domain.walks.published import coming_walks, public_photo, walk_told
from handslag.domain.walks.rules import (
    Change,
    Level,
    Outcome,
    Parameter,
    PartRole,
    Reply,
    ReplyDraft,
    RevisitDraft,
)
from tests.make import walks
from tests.make.photos import picture


@pytest.fixture
def found(coordinator, municipality):
    return walks.asked(coordinator, municipality, municipality)


def test_a_walk_is_told_when_its_occasion_is_public(coordinator, found, now, today):
    occasion = found.walk.occasion.public_id
    assert walk_told(occasion) is None
    walks.published(coordinator, found.walk)
    told = walk_told(occasion)
    assert told is not None
    (finding,) = told.findings
    assert (finding.text, finding.stop) == ("Lampan är trasig.", "Tunneln")
    assert finding.is_asked
    assert finding.answer is None
    reply = ReplyDraft(Reply.NO, "Det är inte vår lampa.")
    services.answer(coordinator, found, reply, seen=0, now=now, today=today)
    told = walk_told(occasion)
    assert told is not None
    answer = told.findings[0].answer
    assert answer is not None
    assert (answer.reply, answer.reason) == (Reply.NO, "Det är inte vår lampa.")
    assert answer.answered_on == today


def test_small_roles_are_told_together_and_the_total_beside(coordinator, found):
    walks.published(coordinator, found.walk)
    told = walk_told(found.walk.occasion.public_id)
    assert told is not None
    assert told.people == 12
    assert [(one.roles, one.people) for one in told.roles] == [
        (
            (PartRole.RESIDENTS, PartRole.MUNICIPAL_STAFF, PartRole.POLICE),
            12,
        )
    ]


def test_words_that_wait_and_photos_nobody_has_marked_are_not_told(
    coordinator, found, municipality
):
    waiting = walks.finding(coordinator, found.walk, "Fråga Kim på gården.")
    assert waiting.waits
    photo = services.take_in_photo(
        coordinator, found, key=uuid4(), content=picture(), now=walks.NOW
    )
    walks.published(coordinator, found.walk)
    slug = municipality.slugs.get().slug
    told = walk_told(found.walk.occasion.public_id)
    assert told is not None
    assert [one.number for one in told.findings] == [found.number]
    assert told.findings[0].photos == ()
    assert public_photo(slug, photo.public_id) is None
    services.mark_photo(coordinator, photo, boxes=[], alt="En lampa.", nobody=True)
    told = walk_told(found.walk.occasion.public_id)
    assert told is not None
    assert [one.alt for one in told.findings[0].photos] == ["En lampa."]
    assert public_photo(slug, photo.public_id) is not None
    assert public_photo("sjovik", photo.public_id) is None


def test_an_answer_makes_the_public_pages_anew_and_only_when_they_show_it(
    coordinator, found, municipality, now, today
):
    def revision() -> int:
        municipality.refresh_from_db()
        return int(municipality.public_revision)

    before = revision()
    reply = ReplyDraft(Reply.NO, "Det är inte vår lampa.")
    services.answer(coordinator, found, reply, seen=0, now=now, today=today)
    assert revision() == before
    walks.published(coordinator, found.walk)
    before = revision()
    services.answer(coordinator, found, reply, seen=1, now=now, today=today)
    assert revision() == before + 1


def test_what_one_sees_again_is_told_with_the_first_walk_and_the_steps_with_the_second(
    coordinator, found
):
    draft = walks.draft("Centrum igen", walks.TODAY)
    again = services.walk_again(coordinator, found.walk, draft, now=walks.NOW)
    walks.sheet(coordinator, again.stops.all()[0], {Parameter.LIGHTING: Level.GOOD})
    services.see_again(coordinator, again, found, RevisitDraft(Outcome.DONE, "Lyser."))
    again = walks.published(coordinator, walks.walked(coordinator, again))
    second = walk_told(again.occasion.public_id)
    assert second is not None
    assert second.before_on is None
    assert second.stops[0].steps == {}
    walks.published(coordinator, found.walk)
    first, second = (walk_told(one.occasion.public_id) for one in (found.walk, again))
    assert first is not None
    assert second is not None
    assert [(one.outcome, one.words) for one in first.findings[0].again] == [
        (Outcome.DONE, "Lyser.")
    ]
    assert second.stops[0].steps == {Parameter.LIGHTING: Change.BETTER}


def test_only_walks_that_one_is_invited_to_and_that_lie_ahead_may_be_joined(
    coordinator, municipality, today, django_assert_num_queries
):
    slug = municipality.slugs.get().slug
    ahead = walks.walk(coordinator, municipality, walk_on=today, title="Skolan")
    assert coming_walks(slug, today=today) == ()
    services.invite(coordinator, ahead, now=walks.NOW)
    over = walks.walk(coordinator, municipality)
    services.invite(coordinator, over, now=walks.NOW)
    with django_assert_num_queries(2):
        (one,) = coming_walks(slug, today=today)
    assert (one.title, one.stops) == ("Skolan", ("Tunneln", "Torget"))
    assert coming_walks("sjovik", today=today) == ()
    assert Walk.objects.count() == 2
