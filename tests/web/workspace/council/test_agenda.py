"""An item of one's own leads to what it is about, in the call and in public."""

from datetime import UTC, datetime

import pytest

from handslag.core.mail.models import Message
from handslag.domain.council import services
from tests.make import agreements as agreed
from tests.make import council as papers

APRIL = datetime(2026, 4, 22, 12, tzinfo=UTC)
AGREEMENT = "/lundby/overenskommelse/2023-2026/"


@pytest.fixture
def meeting(coordinator, municipality, police):
    agreed.settled(coordinator, municipality, police)
    council = papers.council(coordinator, municipality)
    papers.seat(coordinator, council, municipality, email="vd@example.org")
    return papers.meeting(coordinator, council, APRIL)


def test_an_item_leads_to_a_text_or_to_a_page_elsewhere(
    at_work, visitor, coordinator, meeting, now, today
):
    here = f"/arbete/radet/mote/{meeting.public_id}/dagordning/"
    typed = {"title": "Avtalet", "kind": "decide", "revision": "0"}
    wrong = {**typed, "subject": AGREEMENT, "address": "https://www.bra.se/"}
    said = at_work.post(here, wrong).content.decode()
    assert "inte båda" in said
    assert f'value="{AGREEMENT}" selected' in said
    assert 'value="https://www.bra.se/"' in said
    script = {**typed, "address": "javascript:alert(1)"}
    assert at_work.post(here, script).status_code == 422
    assert at_work.post(here, {**typed, "subject": AGREEMENT}).status_code == 302
    other = {**typed, "title": "Rapporten", "address": "https://www.bra.se/"}
    assert at_work.post(here, other).status_code == 302
    services.call(coordinator, meeting, now=now, today=today)
    letter = Message.objects.get(to="vd@example.org")
    assert f"{AGREEMENT}\n" in letter.body
    assert "https://www.bra.se/" in letter.body
    agenda = "lundby/radet/2026-04-22/"
    public = visitor.get(f"/{agenda}").content.decode()
    assert f'href="{AGREEMENT}"' in public
    assert ">Samverkansöverenskommelse 2023-2026</a>" in public
    assert ">www.bra.se</a>" in public
    assert f'href="/en{AGREEMENT}"' in visitor.get(f"/en/{agenda}").content.decode()
    item = meeting.items.get(title="Rapporten")
    change = at_work.get(f"{here}{item.public_id}/").content.decode()
    assert 'value="https://www.bra.se/"' in change
