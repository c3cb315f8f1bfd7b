"""An approver without an account reads the exact text, and answers with a code."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from handslag.core.approvals.models import Link, Vote
from handslag.core.mail.models import Message
from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.states import State
from handslag.domain.promises.rules.words import AmendmentKind
from tests import make


@pytest.fixture
def asked(draft, coordinator, now) -> PromiseSet:
    services.ask_for_approval(coordinator, draft, now=now)
    draft.refresh_from_db()
    assert isinstance(draft, PromiseSet)
    return draft


@pytest.fixture
def invited(asked, coordinator, municipality, now) -> tuple[str, str]:
    """The address that was sent, and the code that was read out."""
    _, code = services.invite_by_link(
        coordinator,
        asked,
        party=municipality.pk,
        name="Ordföranden",
        function="kommunstyrelsens ordförande",
        email="ordforande@example.org",
        phone="",
        now=now,
    )
    letter = Message.objects.get(to="ordforande@example.org")
    assert code not in letter.body
    found = re.search(r"/godkann/[^/\s]+/", letter.body)
    assert found
    return found[0], code


def send(visitor: Client, address: str, **said: str):
    page = visitor.get(address).content.decode()
    found = re.search(r'name="token" value="([^"]+)"', page)
    words = {"answer": "yes", "token": found[1] if found else "", **said}
    return visitor.post(address, words)


def text(response) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", response.content.decode())))


def test_the_whole_exact_text_is_shown_and_nothing_is_answered(invited, visitor):
    address, _ = invited
    for _ in range(3):
        response = visitor.get(address)
        assert response.status_code == 200
    said = text(response)
    assert "Godkänner Lundby kommun de här löftena?" in said
    assert "Vi går minst fyra trygghetsvandringar i centrum." in said
    assert "minst 4 trygghetsvandringar" in said
    assert "Ni svarar som Ordföranden, kommunstyrelsens ordförande." in said
    assert not Vote.objects.exists()
    assert Link.objects.get().opened_at is not None


def test_the_address_is_kept_secret(invited, visitor):
    address, code = invited
    for response in (
        visitor.get(address),
        send(visitor, address, code="FEL"),
        send(visitor, address, code=code),
        visitor.get(address),
        visitor.get("/godkann/finns-inte/"),
    ):
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert "noindex" in response.headers["X-Robots-Tag"]
        assert not response.cookies


def test_a_yes_with_the_code_is_recorded(invited, asked, visitor):
    address, code = invited
    response = send(visitor, address, code=code.lower())
    assert response.status_code == 200
    assert "Löftena blir offentliga när alla har godkänt." in text(response)
    vote = Vote.objects.get()
    assert (vote.agrees, vote.voter_name, vote.channel, vote.code_channel) == (
        True,
        "Ordföranden",
        "link",
        "read_out",
    )
    assert asked.round is not None
    assert vote.fingerprint == asked.round.version.fingerprint
    asked.refresh_from_db()
    assert asked.version is None


def test_the_last_yes_publishes(invited, asked, police_approver, police, visitor, now):
    address, code = invited
    services.answer(
        police_approver,
        asked,
        party=police.pk,
        agrees=True,
        fingerprint=asked.round.version.fingerprint,
        function="chef",
        now=now,
    )
    assert "Löftena är offentliga nu." in text(send(visitor, address, code=code))
    said = text(visitor.get("/lundby/loften/2026/"))
    assert "Ordföranden, kommunstyrelsens ordförande" in said
    assert "genom personlig länk, med en kod som samordnaren läste upp" in said


def test_a_no_says_why_and_returns_the_draft(invited, asked, visitor):
    address, code = invited
    response = send(visitor, address, answer="no", code=code)
    assert response.status_code == 422
    assert "Skriv varför, så att de andra vet vad som behöver ändras." in text(response)
    assert not Vote.objects.exists()
    response = send(visitor, address, answer="no", reason="För dyrt.", code=code)
    assert "Texten går tillbaka till dem som skriver den" in text(response)
    asked.refresh_from_db()
    assert asked.state == State.DRAFT


def test_what_was_written_is_kept_when_the_code_is_wrong(invited, visitor):
    address, _ = invited
    response = send(visitor, address, answer="no", reason="För dyrt.", code="FEL")
    assert response.status_code == 422
    assert "Ni har 4 försök kvar." in text(response)
    assert "För dyrt." in response.content.decode()


def test_a_form_that_is_not_filled_in_costs_no_attempt(invited, visitor):
    address, _ = invited
    for _ in range(6):
        response = send(visitor, address, answer="", code="")
    assert "Välj ja eller nej." in text(response)
    assert Link.objects.get().wrong_codes == 0


def test_five_wrong_codes_end_the_link(invited, visitor):
    address, code = invited
    for _ in range(5):
        response = send(visitor, address, code="FEL")
    assert response.status_code == 410
    assert "Länken är avslutad efter fem fel koder" in text(response)
    assert "Länken fungerar inte längre" in text(send(visitor, address, code=code))
    assert not Vote.objects.exists()


def test_a_used_link_says_so(invited, visitor):
    address, code = invited
    send(visitor, address, code=code)
    for response in (visitor.get(address), send(visitor, address, code=code)):
        assert response.status_code == 410
        assert "Länken har använts" in text(response)
    assert Vote.objects.count() == 1


def test_an_old_link_says_so(invited, visitor, now, monkeypatch):
    address, _ = invited
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(days=15))
    response = visitor.get(address)
    assert response.status_code == 410
    assert "Länken är för gammal" in text(response)


def test_an_altered_link_says_so(invited, visitor):
    address, _ = invited
    response = visitor.get(f"{address[:-3]}xy/")
    assert response.status_code == 404
    assert "Vi känner inte igen länken" in text(response)


def test_a_question_that_was_taken_back_cannot_be_answered(
    invited, asked, coordinator, visitor
):
    address, code = invited
    services.withdraw_from_approval(coordinator, asked)
    assert "Länken fungerar inte längre" in text(visitor.get(address))
    assert "Länken fungerar inte längre" in text(send(visitor, address, code=code))


def test_an_amendment_shows_what_is_changed(
    published, coordinator, municipality, now, visitor, today
):
    services.begin_amendment(
        coordinator,
        published,
        AmendmentKind.REVISION,
        reason="Efter dialogen i maj.",
        decided_on=today,
    )
    promise = published.promises.get()
    words = make.promise_draft(
        municipality, text="Vi går minst sex trygghetsvandringar i centrum."
    )
    services.save_promise(coordinator, promise, words, revision=promise.revision)
    services.ask_for_approval(coordinator, published, now=now)
    published.refresh_from_db()
    services.invite_by_link(
        coordinator,
        published,
        party=municipality.pk,
        name="Ordföranden",
        function="ordförande",
        email="ordforande@example.org",
        phone="",
        now=now,
    )
    letter = Message.objects.get(to="ordforande@example.org")
    found = re.search(r"/godkann/[^/\s]+/", letter.body)
    assert found
    page = visitor.get(found[0]).content.decode()
    assert "<del>fyra</del><ins>sex</ins>" in page
    assert "Efter dialogen i maj." in page


def test_the_answer_must_come_from_our_own_page(invited, visitor):
    address, code = invited
    abroad = Client(headers={"Sec-Fetch-Site": "cross-site"})
    assert abroad.post(address, {"answer": "yes", "code": code}).status_code == 403
    assert visitor.post(address, {"answer": "yes", "code": code}).status_code == 422
    assert not Vote.objects.exists()


def test_the_page_is_there_in_english(invited, visitor):
    address, _ = invited
    said = text(visitor.get(f"/en{address}"))
    assert "Does Lundby kommun approve these promises?" in said
