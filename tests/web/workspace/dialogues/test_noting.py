"""What is typed at a meeting is kept by the page while somebody types."""

import re
from uuid import uuid4

from handslag.domain.dialogues.models import NotesDraft
from handslag.domain.voices.models import Voice
from tests.make import dialogues

JSON = {"accept": "application/json"}


def test_a_script_keeps_what_is_typed_and_the_page_has_it_again(
    at_work, coordinator, municipality
):
    row = dialogues.dialogue(coordinator, municipality, dialogues.PAST)
    address = f"/arbete/dialoger/{row.public_id}/anteckna/"
    key = str(uuid4())
    kept = at_work.post(address, {"key": key, "notes": "Mörkt i tun"}, headers=JSON)
    assert kept.json()["sentence"].startswith("Sparat ")
    assert not Voice.objects.exists()
    page = at_work.get(address).content.decode()
    assert "Mörkt i tun</textarea>" in page
    assert key in page
    there = at_work.post(address, {"key": key, "notes": "Mörkt i tunneln"}).url
    page = at_work.get(there).content.decode()
    assert "</textarea>" in page
    assert "tunneln</textarea>" not in page
    assert f'data-done="{key}"' in page
    assert Voice.objects.get().text == "Mörkt i tunneln"


def test_what_is_much_too_long_is_said_at_once(at_work, coordinator, municipality):
    row = dialogues.dialogue(coordinator, municipality, dialogues.PAST)
    address = f"/arbete/dialoger/{row.public_id}/anteckna/"
    given = {"key": str(uuid4()), "notes": "x" * 40_001}
    refused = at_work.post(address, given, headers=JSON)
    assert refused.status_code == 422
    assert re.search(r"40.?000", refused.json()["sentence"])
    assert not NotesDraft.objects.exists()
