"""A survey is seen as on a phone, and tried by a link without anything being kept."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from handslag.domain.surveys.models import Envelope
from handslag.web.asking.trying import link_of
from tests.make import surveys
from tests.make.surveys import ALL, FEARS, SAFE, SEX
from tests.web.workspace.surveys.sent import address, asked

pytestmark = pytest.mark.django_db


def test_every_kind_of_question_is_shown_as_those_who_answer_see_it(
    at_work, coordinator, municipality
):
    row = surveys.survey(coordinator, municipality, ALL)
    page = at_work.get(address(row, "survey-preview")).content.decode()
    for one in ALL:
        assert one.words["sv"] in page
    assert "/undersokning/prova/" in page


def test_a_draft_is_tried_to_its_end_and_nothing_is_written(
    client, coordinator, municipality
):
    row = surveys.survey(coordinator, municipality, (SEX, SAFE, FEARS))
    where = f"/undersokning/prova/{link_of(row.public_id)}/"
    (section,) = asked(row).sections
    first = client.get(where)
    assert "Inget sparas." in first.content.decode()
    assert not first.cookies
    begun = client.post(where, {"go": "begin"}).content.decode()
    assert "Hur trygg känner du dig" in begun
    sent = {"spot": section.key, "go": "next", "q-sex": "a"}
    wrong = client.post(where, sent)
    assert wrong.status_code == 422
    with CaptureQueriesContext(connection) as asked_of_database:
        last = client.post(where, {**sent, "q-safe": "a"}).content.decode()
    assert "Det var hela enkäten" in last
    said = " ".join(one["sql"] for one in asked_of_database)
    assert "INSERT" not in said
    assert "UPDATE" not in said
    assert not Envelope.objects.exists()


def test_a_link_that_was_changed_leads_nowhere(client, coordinator, municipality):
    row = surveys.survey(coordinator, municipality, (SEX,))
    answer = client.get(f"/undersokning/prova/{link_of(row.public_id)}x/")
    assert answer.status_code == 404
    assert "gäller i en vecka" in answer.content.decode()
