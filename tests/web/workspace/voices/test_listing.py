"""Every occasion in one list, with what waits and how long."""

from datetime import date

import pytest
from django.urls import reverse

from handslag.domain.evidence.rules.feedback import Told
from handslag.domain.voices import services
from tests.make import voices
from tests.make.voices import NOW

pytestmark = pytest.mark.django_db
LIST = "/arbete/roster/"


def test_who_waits_for_an_answer_is_said_first_and_for_how_long(
    at_work, coordinator, municipality
):
    row = voices.heard(coordinator, municipality)
    voices.voice(coordinator, row, "Anna Svensson stör.")
    voices.voice(coordinator, row, "Mörkt.")
    page = at_work.get(LIST).content.decode()
    assert "En gång har invånare fått säga sitt och väntar på svar." in page
    assert (
        "En text kan peka ut någon, en röst att koda och inget svar på två veckor" in page
    )
    told = Told(date(2026, 3, 1), "webbplatsen", "Lamporna byts.")
    services.tell(coordinator, row, told, now=NOW)
    page = at_work.get(LIST).content.decode()
    assert "Alla som har fått säga sitt har fått svar." in page


def test_others_see_none_of_it(away, coordinator, municipality):
    row = voices.heard(coordinator, municipality)
    assert row.title not in away.get(LIST).content.decode()
    assert away.get(f"{LIST}{row.public_id}/").status_code == 404


def test_a_reader_sees_how_many_and_no_words(reading, coordinator, municipality):
    voices.theme()
    row = voices.heard(coordinator, municipality)
    said = voices.voice(coordinator, row, "Mörkt som i en säck.")
    services.code_voice(coordinator, said, themes=["LJUS"], place=None, revision=0, now=NOW)
    page = reading.get(f"{LIST}{row.public_id}/").content.decode()
    assert "belysning" in page
    assert "säck" not in page
    listed = reverse("workspace:voices-of", args=[row.public_id])
    assert reading.get(listed).status_code == 403


def test_the_list_asks_the_same_however_many_there_are(
    at_work, coordinator, municipality, django_assert_max_num_queries
):
    for nr in range(20):
        voices.heard(coordinator, municipality, title=f"Samtal {nr}")
    with django_assert_max_num_queries(10):
        assert "Samtal 19" in at_work.get(LIST).content.decode()
