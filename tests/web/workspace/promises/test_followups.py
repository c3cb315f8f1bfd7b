"""What became of all the promises of a set, told on one page."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from handslag.domain.promises import services
from handslag.domain.promises.models import FollowUp, PromiseSet
from handslag.domain.promises.rules.drafts import TargetDraft
from handslag.domain.promises.rules.words import Op, Rhythm, Verdict
from handslag.domain.promises.services.progress import Done
from tests import make
from tests.web.pages import opened, sent, sent_as

SCRIPT = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def ended(
    coordinator, municipality, police, municipal_approver, police_approver
) -> PromiseSet:
    """A set for 2025 with two promises, whose follow-up is due, and one walk of four."""
    set_ = make.promise_set(coordinator, municipality, police, period="2025")
    services.add_promise(coordinator, set_, make.promise_draft(municipality))
    services.add_promise(coordinator, set_, make.promise_draft(police, heading="Andra"))
    services.plan_follow_ups(
        coordinator, set_, Rhythm.YEAR, function="Samordnaren", forum="Trygg i Lundby"
    )
    make.publish(
        set_, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    return set_


@pytest.fixture
def here(ended) -> str:
    return f"/arbete/loften/{ended.public_id}/uppfoljning/"


def only() -> FollowUp:
    return FollowUp.objects.get()


@pytest.fixture
def page_of(at_work, here):
    """Begin the follow-up, and give the address of its page."""
    sent(at_work, here)
    return f"{here}{only().public_id}/"


def test_the_first_one_that_is_due_is_chosen_beforehand(at_work, ended, here):
    page = sent(at_work, here)
    assert page.says("1. Minst fyra trygghetsvandringar")
    assert page.says("2. Andra")
    assert (only().planned, only().party) == (ended.plan.get(), None)
    assert (only().forum, only().period_stated) == ("Trygg i Lundby", "2025")


def test_it_may_be_told_by_one_party_beyond_the_plan(at_work, municipality, ended, here):
    typed = {"planned": "", "party": str(municipality.public_id)}
    sent(at_work, here, period_stated="våren 2025", **typed)
    assert (only().planned, only().party) == (None, municipality)


def test_nobody_tells_for_another_party(at_work, police, ended, here):
    page = sent(at_work, here, party=str(police.public_id))
    assert page.status == 422
    assert not FollowUp.objects.exists()


def test_the_period_must_be_said(at_work, ended, here):
    assert sent(at_work, here, period_stated="").says("Skriv vilken period det gäller")


def test_one_that_is_begun_is_found_again(at_work, here, page_of):
    page = opened(at_work, here)
    assert page.says("Påbörjade, inte publicerade")
    assert page_of in page.links


def test_what_is_counted_is_suggested(at_work, coordinator, municipality, ended, here, now):
    first = ended.promises.first()
    for _walk in range(4):
        services.report_progress(
            coordinator,
            first,
            Done(day=date(2025, 5, 1)),
            organisation=municipality,
            target=first.targets.get(),
            token=uuid4(),
            now=now,
        )
    page = sent(at_work, here)
    fields = page.form(having="summary").fields
    assert (fields["lofte-1-verdict"], fields["lofte-1-amount"]) == (["kept"], ["4"])
    assert page.says("Antecknat hittills: 4 av minst 4 trygghetsvandringar.")
    assert page.says("Förslag: Hållet.")
    assert fields["lofte-2-verdict"] == [""]


def test_a_draft_is_saved_read_through_and_published(at_work, ended, page_of, now):
    typed = {
        "lofte-1-verdict": "kept",
        "lofte-1-amount": "5",
        "lofte-1-result": "Vi gick fem gånger.",
        "lofte-2-verdict": "with_reservation",
        "lofte-2-reservation": "Inte i juli.",
        "summary": "Det gick bra.",
    }
    page = sent(at_work, page_of, press="publish", **typed)
    for words in ("Hållet", "5", "Vi gick fem gånger.", "Inte i juli.", "Det gick bra."):
        assert page.says(words)
    assert not only().is_published
    page = sent(at_work, f"{page_of}publicera/")
    assert page.says("Uppföljningen är publicerad. Alla kan läsa den.")
    assert only().published_at == now
    assert [row.verdict for row in only().outcomes.order_by("promise__position")] == [
        Verdict.KEPT,
        Verdict.WITH_RESERVATION,
    ]
    assert opened(at_work, page_of).says("Vi gick fem gånger.")


def test_a_promise_may_be_left_without_an_answer(at_work, ended, page_of):
    sent(at_work, page_of, **{"lofte-1-verdict": "partly"})
    assert only().outcomes.count() == 1
    sent(at_work, page_of, **{"lofte-1-verdict": ""})
    assert only().outcomes.count() == 0


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"lofte-1-result": "Vi gick."}, "Välj hur det gick."),
        ({"lofte-1-verdict": "with_reservation"}, "Skriv vad reservationen är."),
        ({"lofte-2-verdict": "kept", "lofte-2-amount": "många"}, "Skriv ett tal"),
    ],
)
def test_what_is_wrong_is_said_by_its_promise_and_the_rest_is_kept(
    at_work, ended, page_of, typed, sentence
):
    page = sent(at_work, page_of, **{"summary": "Det gick bra.", **typed})
    assert page.status == 422
    assert page.words.count(sentence) >= 2
    fields = page.form(having="summary").fields
    assert fields["summary"] == ["Det gick bra."]
    assert all(fields[name] == [value] for name, value in typed.items())


def test_an_empty_one_is_not_published(at_work, ended, page_of):
    page = sent(at_work, page_of, press="publish")
    assert page.status == 422
    assert page.says("Skriv först vad som blev av minst ett löfte.")
    page = sent(at_work, f"{page_of}publicera/")
    assert page.status == 422
    assert not only().is_published


def test_it_is_saved_while_one_types_and_two_lose_nothing(
    at_work, signed_in, liaison_officer, ended, page_of
):
    mine = opened(at_work, page_of).form(having="summary").fields
    saved = at_work.post(page_of, {**mine, "summary": "Det"}, **SCRIPT)
    assert saved.json()["revision"] == 2
    mine |= {"summary": ["Det gick"], "revision": ["2"]}
    sent(signed_in(liaison_officer), page_of, summary="Polisens ord.")
    assert at_work.post(page_of, mine, **SCRIPT).status_code == 409
    page = sent_as(at_work, page_of, mine)
    assert page.says("Någon annan ändrade texten medan ni skrev.")
    assert page.says("Polisens ord.")
    fields = page.form(having="summary").fields
    assert fields["summary"] == ["Det gick"]
    sent_as(at_work, page_of, fields)
    assert only().summary == "Det gick"


def test_two_parties_who_differ_are_shown_as_differing(
    at_work, signed_in, liaison_officer, municipality, police, ended, here
):
    for browser, party, verdict in (
        (at_work, municipality, "kept"),
        (signed_in(liaison_officer), police, "not_kept"),
    ):
        page = sent(browser, here, party=str(party.public_id))
        address = f"{here}{FollowUp.objects.get(party=party).public_id}/"
        assert page.says(str(party))
        sent(browser, address, press="publish", **{"lofte-1-verdict": verdict})
        sent(browser, f"{address}publicera/")
    page = opened(at_work, f"/arbete/loften/{ended.public_id}/")
    assert page.says("Parterna redovisar olika")


def test_a_published_one_is_not_changed(at_work, ended, page_of):
    mine = opened(at_work, page_of).form(having="summary").fields
    sent(at_work, page_of, press="publish", **{"lofte-1-verdict": "kept"})
    sent(at_work, f"{page_of}publicera/")
    page = sent_as(at_work, page_of, {**mine, "revision": "2", "summary": "Nytt."})
    assert page.status == 422
    assert page.says("Uppföljningen är publicerad.")
    assert only().summary == ""


def test_a_reader_reads_it_and_writes_nothing(reading, away, at_work, here, page_of):
    assert opened(reading, page_of).says("Inget är sagt än.")
    for address in (here, page_of, f"{page_of}publicera/"):
        assert reading.post(address, {"summary": "x"}).status_code == 403
        assert away.post(address, {"summary": "x"}).status_code == 404


def test_the_other_party_does_not_write_in_what_one_party_tells(
    at_work, signed_in, liaison_officer, municipality, ended, here
):
    sent(at_work, here, party=str(municipality.public_id))
    address = f"{here}{only().public_id}/"
    police = signed_in(liaison_officer)
    assert opened(police, address).says("Inget är sagt än.")
    assert police.post(address, {"summary": "x"}).status_code == 403


def test_more_than_exactly_what_was_promised_is_suggested_as_more(
    at_work, coordinator, municipality, police, municipal_approver, police_approver, now
):
    set_ = make.promise_set(coordinator, municipality, police, period="2025")
    target = TargetDraft(op=Op.EXACT, low=Decimal(2), unit="möten")
    draft = make.promise_draft(municipality, targets=(target,))
    promise = services.add_promise(coordinator, set_, draft)
    make.publish(
        set_, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    services.report_progress(
        coordinator,
        set_.promises.get(pk=promise.pk),
        Done(day=date(2025, 5, 1), amount=Decimal(3)),
        organisation=municipality,
        target=None,
        token=uuid4(),
        now=now,
    )
    page = sent(at_work, f"/arbete/loften/{set_.public_id}/uppfoljning/")
    assert page.says("Förslag: Mer än lovat.")


def test_long_before_the_next_planned_day_another_one_is_chosen_beforehand(
    at_work, coordinator, municipality, police, municipal_approver, police_approver
):
    set_ = make.promise_set(coordinator, municipality, police, period="2999")
    services.add_promise(coordinator, set_, make.promise_draft(municipality))
    services.plan_follow_ups(coordinator, set_, Rhythm.YEAR, function="Samordnaren")
    make.publish(
        set_, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    here = f"/arbete/loften/{set_.public_id}/uppfoljning/"
    assert opened(at_work, here).says("31 januari 3000")
    sent(at_work, here)
    assert only().planned is None
