import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from handslag.core.connections.models import Connection, Run
from handslag.domain.police_events.models import PoliceEvent
from tests.domain.police_events.test_services import one

POLISEN = "/arbete/anslutningar/polisen/"
FILE = f"{POLISEN}fil/"


@pytest.mark.parametrize(
    ("deed", "is_on", "wants_trial"),
    [("on", True, False), ("off", False, False), ("try", False, True)],
)
def test_it_is_turned_and_tried(at_work, deed, is_on, wants_trial):
    assert at_work.post(POLISEN, {"deed": deed}).status_code == 302
    row = Connection.objects.get()
    assert (row.is_on, row.wants_trial) == (is_on, wants_trial)


def test_a_try_of_what_is_gone_is_refused_with_a_sentence(at_work):
    Connection.objects.create(connector="polisen", pace={"is_off": True})
    answer = at_work.post(POLISEN, {"deed": "try"})
    assert answer.status_code == 422
    assert "Adressen finns inte längre." in answer.content.decode()


def test_a_file_has_no_page_for_turning_it_on(at_work):
    assert at_work.get("/arbete/anslutningar/table/").status_code == 404


def sent(browser, content, **more):
    file = SimpleUploadedFile("handelser.json", content)
    return browser.post(FILE, {"file": file, **more})


def test_a_file_is_read_and_leads_to_its_run(at_work):
    answer = sent(at_work, json.dumps([one()]).encode())
    assert answer["Location"].endswith(f"/korningar/{Run.objects.get().public_id}/")
    assert PoliceEvent.objects.count() == 1


def test_a_file_can_be_tried_first(at_work):
    sent(at_work, json.dumps([one()]).encode(), is_dry="on")
    assert Run.objects.get().is_dry
    assert not PoliceEvent.objects.exists()


def test_what_cannot_be_read_says_what_to_do(at_work):
    answer = sent(at_work, b"<html>")
    assert answer.status_code == 422
    assert "Filen går inte att läsa." in answer.content.decode()
    assert not Run.objects.exists()
