"""A summary of a public page is taken over by its municipality, or objected to."""

import pytest

from handslag.core.access import ANYONE, ForbiddenError, Role
from handslag.core.accounts.models import Person
from handslag.core.audit.models import Entry
from handslag.core.mail.models import Message
from handslag.domain.organisations.models import Organisation
from handslag.domain.promises import services
from handslag.domain.promises.models import BankSet, CorrectionRequest
from handslag.domain.promises.rules.states import NotAllowedError
from handslag.domain.promises.rules.words import Origin
from tests import make
from tests.domain.promises.records import one_set, page, record, take_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places")]


@pytest.fixture
def summary(now):
    take_in(now, record())
    return one_set()


def member(role=Role.COORDINATOR):
    return make.member(Organisation.objects.get(short_name="Holm"), role)


def test_the_municipality_takes_over_and_search_engines_may_find_it(summary, now):
    revision = summary.home.public_revision
    services.take_over(member(), summary, now=now)
    assert page().may_be_indexed
    assert page().is_taken_over
    assert BankSet.objects.get().may_be_indexed
    assert page().wording.origin == Origin.IMPORTED
    summary.home.refresh_from_db()
    assert summary.home.public_revision > revision


@pytest.mark.parametrize("role", [Role.READER, Role.APPROVER, Role.COMMUNICATOR])
def test_only_those_who_ask_for_approval_take_over(role, summary, now):
    with pytest.raises(ForbiddenError):
        services.take_over(member(role), summary, now=now)


def test_another_municipality_does_not_take_over(summary, elsewhere, now):
    with pytest.raises(ForbiddenError):
        services.take_over(elsewhere, summary, now=now)


def test_it_is_taken_over_once(summary, now):
    services.take_over(member(), summary, now=now)
    with pytest.raises(NotAllowedError, match="already_taken_over"):
        services.take_over(member(), summary, now=now)


def test_what_was_decided_here_needs_no_taking_over(published, coordinator, now):
    with pytest.raises(NotAllowedError, match="not_imported"):
        services.take_over(coordinator, published, now=now)


def ask(set_, now, text="Det var fyra, inte två.", contact="anna@example.org"):
    return services.request_correction(ANYONE, set_, text=text, contact=contact, now=now)


def test_anyone_may_ask_for_a_correction_and_those_who_answer_for_it_are_told(summary, now):
    writer = member()
    request = ask(summary, now)
    assert (request.set, request.text) == (summary, "Det var fyra, inte två.")
    letter = Message.objects.get()
    assert letter.to == Person.objects.get(pk=writer.person_id).email
    assert "Det var fyra, inte två." in letter.body
    assert "anna@example.org" in letter.body


def test_the_contact_of_the_municipality_is_told_too(summary, now):
    Organisation.objects.filter(pk=summary.home_id).update(contact_email="k@holm.example")
    summary.refresh_from_db()
    ask(summary, now)
    assert [letter.to for letter in Message.objects.all()] == ["k@holm.example"]


def test_where_nobody_answers_for_it_whoever_runs_the_installation_is_told(
    summary, settings, now
):
    settings.DEFAULT_FROM_EMAIL = "drift@handslag.example"
    ask(summary, now, contact="")
    assert Message.objects.get().to == "drift@handslag.example"
    assert CorrectionRequest.objects.get().contact == ""


def test_the_log_holds_no_word_of_it(summary, now):
    ask(summary, now)
    entry = Entry.objects.get(action="promises.correction_requested")
    assert (entry.actor_kind, entry.actor_key, entry.details) == ("anyone", "", {})


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"text": " \n"}, "request_needs_text"),
        ({"text": "x" * 4001}, "request_too_long"),
        ({"contact": "x" * 255}, "contact_too_long"),
    ],
)
def test_a_request_says_something_and_not_too_much(words, code, summary, now):
    with pytest.raises(NotAllowedError, match=code):
        ask(summary, now, **words)
    assert not CorrectionRequest.objects.exists()


def test_promises_decided_here_are_not_corrected_by_request(published, now):
    with pytest.raises(NotAllowedError, match="not_imported"):
        ask(published, now)


def test_what_nobody_can_read_cannot_be_objected_to(draft, now):
    with pytest.raises(NotAllowedError, match="not_published"):
        ask(draft, now)


def test_a_request_is_dealt_with_once_by_those_who_write(summary, elsewhere, now):
    request = ask(summary, now)
    with pytest.raises(ForbiddenError):
        services.settle_correction(elsewhere, request, now=now)
    services.settle_correction(member(), request, now=now)
    assert CorrectionRequest.objects.get().settled_at == now
    with pytest.raises(NotAllowedError, match="already_settled"):
        services.settle_correction(member(), request, now=now)
