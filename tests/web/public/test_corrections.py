"""Anyone can say that a summary is wrong."""

import re

import pytest

from handslag.core.access import system
from handslag.core.mail.models import Message
from handslag.domain.promises import services
from handslag.domain.promises.models import CorrectionRequest
from tests import make

ADDRESS = "/rattelse/lundby/2024/"


@pytest.fixture
def summary(municipality):
    return make.retold(municipality, period="2024")


def send(visitor, address=ADDRESS, **said):
    page = visitor.get(address).content.decode()
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found
    return visitor.post(address, {"text": "Löfte 1 är fel.", "token": found[1], **said})


def test_a_request_is_kept_and_told_to_those_who_answer_for_it(summary, visitor):
    response = send(visitor, contact="jag@example.org")
    assert response.status_code == 200
    assert "Tack. Vi har tagit emot det." in response.content.decode()
    kept = CorrectionRequest.objects.get()
    assert (kept.set, kept.text, kept.contact) == (
        summary,
        "Löfte 1 är fel.",
        "jag@example.org",
    )
    assert "Löfte 1 är fel." in Message.objects.get().body


def test_nothing_written_is_sent_back_with_what_to_do(summary, visitor):
    response = send(visitor, text=" ", contact="jag@example.org")
    assert response.status_code == 422
    assert "Skriv vad som är fel." in response.content.decode()
    assert "jag@example.org" in response.content.decode()
    assert not CorrectionRequest.objects.exists()


def test_one_who_writes_too_often_waits_and_loses_nothing(summary, visitor):
    for _ in range(10):
        assert send(visitor).status_code == 200
    response = send(visitor, text="Det elfte brevet.")
    assert response.status_code == 429
    assert "Det elfte brevet." in response.content.decode()
    assert CorrectionRequest.objects.count() == 10


def test_promises_that_were_decided_here_are_amended_and_not_corrected(published, visitor):
    assert visitor.get("/rattelse/lundby/2026/").status_code == 404


def test_a_draft_is_not_there(draft, visitor):
    assert visitor.get("/rattelse/lundby/2026/").status_code == 404


def test_the_page_is_not_for_search_engines(summary, visitor):
    assert visitor.get(ADDRESS).headers["X-Robots-Tag"] == "noindex"
    assert "Is something wrong?" in visitor.get(f"/en{ADDRESS}").content.decode()


@pytest.mark.parametrize("rest", ["", "1/", "version/1/", "publiceringar/"])
def test_where_a_summary_was_the_page_says_that_it_is_gone(rest, summary, visitor, now):
    services.take_down(system("take_down"), summary, now=now)
    response = visitor.get(f"/lundby/loften/2024/{rest}")
    assert response.status_code == 410
    assert "Sammanfattningen är borttagen" in response.content.decode()
    for elsewhere in ("/lundby/", "/lundby/loften/", "/lundby/flode.xml", "/sitemap.xml"):
        assert "/lundby/loften/2024/" not in visitor.get(elsewhere).content.decode()


def test_nobody_objects_to_what_is_gone(summary, visitor, now):
    services.take_down(system("take_down"), summary, now=now)
    assert visitor.get(ADDRESS).status_code == 410
