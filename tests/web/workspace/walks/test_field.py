"""Out there: a note comes in once, whatever way it takes, and nothing of it is lost."""

import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from handslag.domain.walks import services
from handslag.domain.walks.models import Finding, FindingPhoto, Judgement, Walk
from tests.make import walks
from tests.make.photos import picture


@pytest.fixture
def walk(coordinator, municipality) -> Walk:
    return walks.walk(coordinator, municipality)


def note(walk: Walk, **more):
    return {
        "stop": str(walk.stops.all()[0].public_id),
        "sheet_key": str(uuid4()),
        "finding_key": str(uuid4()),
        "photo_key": str(uuid4()),
        "written": "1",
        "p_lighting": "bad",
        "tone": "lacking",
        "parameter": "lighting",
        "text": "Lampan är trasig.",
        **more,
    }


def test_without_a_script_each_stop_is_a_form(at_work, walk):
    here = f"/arbete/vandringar/falt/{walk.public_id}/"
    page = at_work.get(here).content.decode()
    assert page.count('name="sheet_key"') == 2
    assert page.count('name="p_lighting"') == 2 * 5
    ids = re.findall(r'id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    sent = at_work.post(here, note(walk))
    assert sent["Location"].endswith("#stopp-2")
    assert Finding.objects.filter(stop__name="Tunneln").count() == 1
    assert Judgement.objects.get().level == "bad"
    wrong = at_work.post(here, note(walk, text="Ring 070-174 06 35.", p_lighting="good"))
    assert wrong.status_code == 422
    page = wrong.content.decode()
    assert "Ring 070-174 06 35." in page
    assert re.search(r'value="good"[^>]* checked', page)


def test_the_same_note_sent_twice_is_received_once_with_its_photo(at_work, walk):
    send = f"/arbete/vandringar/falt/{walk.public_id}/skicka/"
    said = note(walk)
    for _ in range(2):
        upload = SimpleUploadedFile("bild.jpg", picture(), "image/jpeg")
        answer = at_work.post(send, {**said, "photo": upload})
        assert answer.json()["ok"] is True
    assert Finding.objects.count() == FindingPhoto.objects.count() == 1
    assert Judgement.objects.count() == 1


def test_two_phones_at_one_stop_lose_nothing(at_work, walk):
    send = f"/arbete/vandringar/falt/{walk.public_id}/skicka/"
    at_work.post(send, note(walk, text=""))
    at_work.post(send, note(walk, text="", p_lighting="good"))
    assert sorted(Judgement.objects.values_list("level", flat=True)) == ["bad", "good"]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"parameter": ""}, "Välj vad det handlar om."),
        ({"text": "Ring 070-174 06 35."}, "070-174 06 35"),
        ({"stop": str(uuid4())}, "Stoppet är borttaget från rutten."),
        ({"sheet_key": "nej"}, ""),
    ],
)
def test_what_is_refused_says_why_and_keeps_nothing(at_work, walk, more, sentence):
    send = f"/arbete/vandringar/falt/{walk.public_id}/skicka/"
    answer = at_work.post(send, note(walk, **more))
    assert answer.status_code == 422
    assert sentence in answer.json()["sentence"]
    assert not Finding.objects.exists()


def test_a_note_that_comes_after_the_third_meeting_is_told_so(
    at_work, walk, coordinator, today
):
    walks.finding(coordinator, walk)
    walked = walks.walked(coordinator, walk)
    services.hold_third(coordinator, walked, revision=walked.revision, today=today)
    send = f"/arbete/vandringar/falt/{walk.public_id}/skicka/"
    answer = at_work.post(send, note(walk))
    assert answer.status_code == 422
    assert "tredje mötet" in answer.json()["sentence"]


def test_the_worker_keeps_the_pages_out_there_and_no_other(at_work):
    answer = at_work.get("/arbete/vandringar/falt/tjanst.js")
    assert answer["Content-Type"].startswith("text/javascript")
    script = answer.content.decode()
    assert 'const UNDER = "/arbete/vandringar/falt/";' in script
    assert "walking" in script
