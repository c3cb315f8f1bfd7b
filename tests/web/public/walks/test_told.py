"""What was seen on a walk, as anyone reads it."""

from uuid import uuid4

import pytest

from handslag.domain.walks import services
from handslag.domain.walks.rules import Outcome, Reply, ReplyDraft, RevisitDraft
from tests.make import walks
from tests.make.photos import picture

pytestmark = pytest.mark.django_db


def test_what_was_seen_is_told_with_its_answer_and_what_became_of_it(
    words, client, coordinator, municipality, now, today
):
    found = walks.asked(coordinator, municipality, municipality)
    here = f"/lundby/ni-sa/{found.walk.occasion.slug}/"
    assert client.get(here).status_code == 404
    walks.published(coordinator, found.walk)
    page = words(here)
    assert "1 brist hittades. 1 har inget svar än." in page
    assert "Inget svar än" in page
    reply = ReplyDraft(Reply.LATER, "Efter tjälen.", walks.TODAY)
    services.answer(coordinator, found, reply, seen=0, now=now, today=today)
    again = services.walk_again(
        coordinator, found.walk, walks.draft("Igen", walks.TODAY), now=now
    )
    services.see_again(coordinator, again, found, RevisitDraft(Outcome.NOT_DONE, "Släckt."))
    page = words(here)
    for told in ("Vi gör det senare, 2 mars 2026", "Efter tjälen.", "Släckt."):
        assert told in page
    assert "invånare, anställda i kommunen och polis: 12" in page
    assert "Mörkt, eller trasiga lampor" in page
    assert "Dark, or lamps that are out" in words(f"/en{here}")


def test_a_photo_is_handed_out_when_the_walk_is_public(client, coordinator, municipality):
    found = walks.asked(coordinator, municipality, municipality)
    photo = services.take_in_photo(
        coordinator, found, key=uuid4(), content=picture(), now=walks.NOW
    )
    services.mark_photo(coordinator, photo, boxes=[], alt="En lampa.", nobody=True)
    here = f"/lundby/ni-sa/bild/{photo.public_id}.jpg"
    assert client.get(here).status_code == 404
    walks.published(coordinator, found.walk)
    answer = client.get(here)
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["X-Robots-Tag"] == "noindex"
    assert client.get(here.replace("lundby", "sjovik")).status_code == 404
