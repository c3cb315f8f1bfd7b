"""Two authorities say yes to the same exact wording."""

import re

import pytest

from handslag.core.access import Role
from handslag.core.approvals.models import Link, Vote
from handslag.core.mail.queries import outbox
from handslag.domain.promises import services
from handslag.domain.promises.rules.drafts import PromiseDraft
from handslag.domain.promises.rules.states import State
from handslag.domain.promises.rules.words import AmendmentKind
from tests import make
from tests.web.pages import opened, sent, sent_as


@pytest.fixture
def here(draft) -> str:
    return f"/arbete/loften/{draft.public_id}/"


@pytest.fixture
def asked(draft, coordinator, now):
    """The draft, put to both parties."""
    services.ask_for_approval(coordinator, draft, now=now)
    draft.refresh_from_db()
    return draft


def test_the_asker_reads_exactly_what_is_frozen(at_work, draft, here):
    page = opened(at_work, f"{here}be-om-godkannande/")
    assert page.says("läggs fram för 2 parter: Lundby kommun, Lokalpolisområde Lundby.")
    assert page.says("Vi går minst fyra trygghetsvandringar i centrum.")
    assert page.says("minst 4 trygghetsvandringar")
    page = sent(at_work, f"{here}be-om-godkannande/")
    assert page.says("Parterna är tillfrågade. Texten är låst nu.")
    draft.refresh_from_db()
    assert draft.state == State.IN_APPROVAL


def test_an_edit_while_the_asker_reads_stops_the_question(
    at_work, coordinator, draft, here, municipality
):
    read = opened(at_work, f"{here}be-om-godkannande/").form(having="fingerprint").fields
    services.add_promise(
        coordinator, draft, make.promise_draft(municipality, text="Ett till löfte.")
    )
    page = sent_as(at_work, f"{here}be-om-godkannande/", read)
    assert page.says("Texten har ändrats sedan ni läste den.")
    assert page.says("Ett till löfte.")
    draft.refresh_from_db()
    assert draft.state == State.DRAFT
    again = page.form(having="fingerprint").fields
    assert sent_as(at_work, f"{here}be-om-godkannande/", again).says("Texten är låst nu.")


def test_what_stops_it_is_said_with_the_promise_it_is_about(
    at_work, coordinator, draft, here
):
    services.add_promise(coordinator, draft, PromiseDraft(text="Ingens löfte."))
    page = sent(at_work, f"{here}be-om-godkannande/")
    assert page.status == 422
    assert page.says("Det saknas för: Ingens löfte.")


def test_the_parties_answer_and_the_last_yes_publishes(
    signed_in, municipal_approver, police_approver, asked, here
):
    typed = {"agrees": "yes", "function": "kommunstyrelsens ordförande"}
    page = sent(signed_in(municipal_approver), f"{here}svara/", **typed)
    assert page.says("Tack. De andra parterna har inte svarat än.")
    page = sent(signed_in(police_approver), f"{here}svara/", agrees="yes", function="chef")
    assert page.says("Tack. Alla har godkänt, och nu kan alla läsa texten.")
    asked.refresh_from_db()
    assert asked.state == State.SETTLED
    vote = Vote.objects.get(round_party__organisation_id=asked.home_id)
    assert vote.voter_function == "kommunstyrelsens ordförande"


def test_a_no_needs_a_reason_and_returns_the_draft(
    signed_in, at_work, police_approver, asked, here
):
    browser = signed_in(police_approver)
    page = sent(browser, f"{here}svara/", agrees="no", function="chef")
    assert page.status == 422
    assert page.says("Skriv varför, så att de andra vet vad som behöver ändras.")
    assert page.form(having="function").fields["function"] == ["chef"]
    page = sent(browser, f"{here}svara/", agrees="no", function="chef", reason="För få.")
    assert page.says("Tack. Texten är ett utkast igen, med ert skäl.")
    assert opened(at_work, here).says("Nej från Lokalpolisområde Lundby: För få.")


@pytest.mark.parametrize("left_out", ["agrees", "function"])
def test_nothing_is_answered_by_half(signed_in, police_approver, asked, here, left_out):
    typed = {"agrees": "yes", "function": "chef", left_out: ""}
    page = sent(signed_in(police_approver), f"{here}svara/", **typed)
    assert page.status == 422
    assert not Vote.objects.exists()


def test_an_answer_to_a_text_that_was_taken_back_does_not_count(
    signed_in, coordinator, police_approver, asked, here
):
    browser = signed_in(police_approver)
    read = opened(browser, f"{here}svara/").form(having="agrees").fields
    services.withdraw_from_approval(coordinator, asked)
    page = sent_as(browser, f"{here}svara/", {**read, "agrees": "yes", "function": "chef"})
    assert page.says("Texten är inte ute för godkännande längre.")
    assert not Vote.objects.exists()


def test_a_party_answers_once(signed_in, police_approver, asked, here):
    browser = signed_in(police_approver)
    sent(browser, f"{here}svara/", agrees="yes", function="chef")
    assert opened(browser, f"{here}svara/").says("Er organisation har redan svarat.")


def test_whoever_answers_for_two_chooses_for_which(
    signed_in, municipal_approver, police, asked, here
):
    both = make.also(municipal_approver, police, Role.APPROVER)
    browser = signed_in(both)
    page = opened(browser, here)
    assert page.says("Läs och svara för Lundby kommun")
    assert page.says("Läs och svara för Lokalpolisområde Lundby")
    assert opened(browser, f"{here}svara/?part=2").says("Du svarar för Lokalpolisområde")
    assert opened(browser, f"{here}svara/?part=x").says("Du svarar för Lundby kommun")


def test_the_question_is_taken_back(at_work, asked, here):
    assert opened(at_work, f"{here}ta-tillbaka/").says("Texten blir ett utkast igen.")
    page = sent(at_work, f"{here}ta-tillbaka/")
    assert page.says("Frågan är tillbakatagen.")
    asked.refresh_from_db()
    assert asked.state == State.DRAFT


LINK = {"name": "Chefen (demo)", "function": "chef", "email": "chef@example.org"}


def test_a_link_goes_by_letter_and_its_code_by_text_message(at_work, asked, here):
    page = sent(at_work, f"{here}bjud-in/", party="2", phone="070-123 45 67", **LINK)
    assert page.says("Chefen (demo) får ett brev med länken till chef@example.org.")
    assert page.says("Koden gick som sms, skild från länken.")
    letter = outbox(channel="email").first()
    text = outbox(channel="sms").first()
    assert letter is not None
    assert text is not None
    assert "/godkann/" in letter.body
    code = text.body.split()[-1]
    assert code not in letter.body


def test_without_a_telephone_the_code_is_shown_once_to_be_read_out(at_work, asked, here):
    page = sent(at_work, f"{here}bjud-in/", party="2", **LINK)
    (code,) = re.findall(r"<output[^>]*>(\w{6})</output>", page.answer.content.decode())
    assert page.says("Läs upp den här koden")
    assert code not in opened(at_work, f"{here}omgangar/").words
    assert Link.objects.get().code_channel == "read_out"
    assert opened(at_work, f"{here}omgangar/").says("länken skickad, inte öppnad")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"party": "2"}, "Skriv e-postadressen."),
        ({**LINK, "email": "chef"}, "Skriv en e-postadress, till exempel namn@example.se."),
        ({**LINK, "name": ""}, "Skriv namnet."),
        ({**LINK, "phone": "ring mig"}, "Skriv ett telefonnummer, till exempel"),
        ({**LINK, "party": "7"}, "Välj"),
    ],
)
def test_a_link_that_lacks_something_is_not_sent(at_work, asked, here, typed, sentence):
    page = sent(at_work, f"{here}bjud-in/", **{"party": "1", **typed})
    assert page.status == 422
    assert page.says(sentence)
    assert not Link.objects.exists()


def test_the_same_person_is_not_invited_for_both(at_work, asked, here):
    sent(at_work, f"{here}bjud-in/", party="1", **LINK)
    page = sent(at_work, f"{here}bjud-in/", party="2", **LINK)
    assert page.status == 422
    assert page.says("Samma person kan inte svara för två parter.")


def test_every_round_is_kept_with_its_answers_and_its_text(at_work, published):
    here = f"/arbete/loften/{published.public_id}/"
    page = opened(at_work, f"{here}omgangar/")
    assert page.says("Version 1")
    assert page.words.count("inloggad") == 2
    assert f"{here}version/1/" in page.links
    text = opened(at_work, f"{here}version/1/")
    assert text.says("Vi går minst fyra trygghetsvandringar i centrum.")
    assert text.says(published.version.fingerprint)
    assert at_work.get(f"{here}version/2/").status_code == 404


def test_an_amended_text_is_read_beside_the_one_it_changes(
    at_work, coordinator, published, today
):
    services.begin_amendment(
        coordinator,
        published,
        AmendmentKind.REVISION,
        reason="Fler vandringar.",
        decided_on=today,
    )
    promise = published.promises.get()
    here = f"/arbete/loften/{published.public_id}/"
    sent(at_work, f"{here}lofte/{promise.public_id}/", heading="Minst sex vandringar")
    page = opened(at_work, f"{here}be-om-godkannande/")
    assert page.says("Det här är ändrat sedan den publicerade texten")
    assert page.says("Fler vandringar.")


@pytest.mark.parametrize("part", ["be-om-godkannande/", "ta-tillbaka/", "bjud-in/"])
def test_only_those_who_may_ask_do_it(reading, away, asked, here, part):
    assert reading.post(here + part, {"fingerprint": "x"}).status_code == 403
    assert away.post(here + part, {"fingerprint": "x"}).status_code == 404


def test_only_an_approver_answers(reading, at_work, away, asked, here):
    typed = {"agrees": "yes", "function": "chef", "fingerprint": "x"}
    assert reading.post(f"{here}svara/", typed).status_code == 403
    assert at_work.post(f"{here}svara/", typed).status_code == 403
    assert away.post(f"{here}svara/", typed).status_code == 404
