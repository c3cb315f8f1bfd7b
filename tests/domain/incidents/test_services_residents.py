"""Somebody without an account follows a report with a code alone, and may take it back."""

from datetime import timedelta
from uuid import uuid4

import pytest

from handslag.core.access import ANYONE, ForbiddenError, Role
from handslag.core.audit.models import Entry
from handslag.core.mail.models import Message as Letter
from handslag.domain.incidents.models import (
    Contact,
    Count,
    Held,
    Incident,
    Message,
    Report,
    Step,
    Tally,
)
from handslag.domain.incidents.published import letter_link, receipt
from handslag.domain.incidents.queries.receipts import letter_token
from handslag.domain.incidents.rules import Better, Channel, Deed, Outcome, Phase, TextState
from handslag.domain.incidents.rules.receipts import Wanted
from handslag.domain.incidents.services import (
    answer,
    ask,
    follow_letter,
    receive,
    say_if_better,
    take_back,
)
from handslag.domain.incidents.services.telling import tell
from tests import make
from tests.make import incidents as made
from tests.refusing import code_of

NAMED = "Vi ses hos Anna."  # a first name: uncertain, so a moderator reads it


@pytest.fixture
def lundby(db):
    municipality = make.municipality("Lundby kommun")
    made.desk(municipality)
    return municipality


@pytest.fixture
def staff(lundby):
    return make.member(lundby, Role.COORDINATOR)


@pytest.fixture
def sent(lundby):
    """A resident's report with an address for letters, and its code."""
    said = made.incident_draft(text="Lampan är trasig.", where=made.HERE)
    draft = made.report_draft(said, email="boende@example.org")
    return receive(ANYONE, lundby, draft, channel=Channel.RESIDENT, now=made.NOW)


def close(incident):
    Step.objects.create(incident=incident, deed=Deed.CLOSED, at=made.NOW, words="Lagad.")
    Incident.objects.filter(pk=incident.pk).update(
        phase=Phase.CLOSED, outcome=Outcome.FIXED, closed_on=made.NOW.date()
    )
    incident.refresh_from_db()


def asked(staff, lundby, report, text="Vilken lampa?", **said):
    given = {"by": lundby, "key": uuid4(), "now": made.NOW, **said}
    return ask(staff, report, text, **given)


def test_a_question_and_its_answer_count_once_and_stand_in_no_letter(lundby, staff, sent):
    key = uuid4()
    first = asked(staff, lundby, sent.report, key=key)
    assert asked(staff, lundby, sent.report, key=key) == first
    mine = uuid4()
    for _ in range(2):
        answer(ANYONE, "lundby", sent.code, "Den vid bron.", key=mine, now=made.NOW)
    seen = receipt("lundby", sent.code.lower().replace("-", " "))
    assert seen is not None
    assert [(one.is_from_reporter, one.text) for one in seen.messages] == [
        (False, "Vilken lampa?"),
        (True, "Den vid bron."),
    ]
    letter = Letter.objects.get()
    assert letter.to == "boende@example.org"
    for secret in ("lampa", "bron", sent.code, "Klotter"):
        assert secret not in letter.subject + letter.body
    assert all("lampa" not in str(vars(entry)) for entry in Entry.objects.all())


def test_one_answers_only_what_was_asked_and_not_for_ever(lundby, staff, sent):
    def say(code=sent.code, text="Ja."):
        return answer(ANYONE, "lundby", code, text, key=uuid4(), now=made.NOW)

    assert code_of(say) == "incidents.no_question_to_answer"
    asked(staff, lundby, sent.report)
    assert code_of(lambda: say("0000-0000-0000")) == "incidents.unknown_code"
    assert code_of(lambda: say(text=" ")) == "incidents.nothing_said"
    for _ in range(5):
        say()
    assert code_of(say) == "incidents.no_question_to_answer"
    asked(staff, lundby, sent.report)
    assert say()


def test_words_that_may_name_somebody_wait_and_certain_ones_are_refused(
    lundby, staff, sent
):
    asked(staff, lundby, sent.report)
    number = "Ring 070-174 06 05."
    refused = code_of(
        lambda: answer(ANYONE, "lundby", sent.code, number, key=uuid4(), now=made.NOW)
    )
    assert refused == "incidents.personal_data"
    said = answer(ANYONE, "lundby", sent.code, NAMED, key=uuid4(), now=made.NOW)
    assert (said.text, said.text_state) == ("", TextState.HELD)
    held = Held.objects.get()
    assert (held.message, held.words, held.within) == (said, NAMED, lundby)
    assert held.until == made.NOW.date() + timedelta(days=14)
    seen = receipt("lundby", sent.code)
    assert seen is not None
    assert seen.messages[-1].waits


def test_an_authority_names_nobody_to_a_stranger(lundby, staff, sent):
    refused = code_of(lambda: asked(staff, lundby, sent.report, NAMED))
    assert refused == "incidents.may_name_somebody"
    assert asked(staff, lundby, sent.report, NAMED, names_nobody=True)
    certain = "Är det 070-174 06 05?"
    assert (
        code_of(lambda: asked(staff, lundby, sent.report, certain, names_nobody=True))
        == "incidents.personal_data"
    )


def test_only_those_who_handle_it_ask(lundby, staff, sent):
    other = make.municipality("Sjövik kommun")
    stranger = make.member(other, Role.COORDINATOR)
    with pytest.raises(ForbiddenError):
        asked(make.member(lundby, Role.READER), lundby, sent.report)
    assert (
        code_of(lambda: asked(stranger, other, sent.report)) == "incidents.not_yours_to_ask"
    )
    Incident.objects.update(owner=other)
    assert asked(stranger, other, sent.report)
    by_reporter = made.report(lundby, actor=staff, by=lundby)
    assert code_of(lambda: asked(staff, lundby, by_reporter)) == "incidents.nobody_to_ask"


def test_a_report_is_taken_back_whole_until_somebody_begins(lundby, staff, sent):
    other = receive(
        ANYONE, lundby, made.report_draft(), channel=Channel.RESIDENT, now=made.NOW
    )
    close(other.report.incidents.get())
    late = code_of(lambda: take_back(ANYONE, "lundby", other.code))
    assert late == "incidents.too_late_to_take_back"
    assert receipt("lundby", other.code)
    counted = sum(Count.objects.values_list("n", flat=True))
    take_back(ANYONE, "lundby", sent.code)
    assert receipt("lundby", sent.code) is None
    assert list(Report.objects.all()) == [other.report]
    assert not Contact.objects.exists()
    assert sum(Count.objects.values_list("n", flat=True)) == counted / 2
    assert sum(Tally.objects.values_list("n", flat=True)) == 1
    assert Entry.objects.filter(action="incidents.taken_back").count() == 1


def test_a_code_opens_nothing_in_another_municipality(lundby, sent):
    made.desk(make.municipality("Sjövik kommun"))
    assert receipt("lundby", sent.code)
    assert receipt("sjovik", sent.code) is None


def test_when_all_is_closed_the_letter_asks_and_one_press_answers(lundby, sent):
    incident = sent.report.incidents.get()
    token = letter_token(sent.report, Wanted.PARTLY)
    early = code_of(lambda: follow_letter(ANYONE, "lundby", token))
    assert early == "incidents.is_not_closed_yet"
    tell(incident, now=made.NOW)
    assert "/lundby/rapportera/brev/" in Letter.objects.latest("pk").body  # no more letters
    assert "Blev det bättre?" not in Letter.objects.latest("pk").body
    close(incident)
    tell(incident, now=made.NOW)
    letter = Letter.objects.latest("pk").body
    assert letter.count("/lundby/rapportera/brev/") == 4
    assert "Blev det bättre?" in letter
    assert "Lagad" not in letter
    follow_letter(ANYONE, "lundby", token)
    say_if_better(ANYONE, "lundby", sent.code, Better.NO)
    sent.report.refresh_from_db()
    assert sent.report.better == Better.NO
    assert sent.report.asked_at == made.NOW
    assert letter_link("lundby", token[:-1]) is None
    assert letter_link("sjovik", token) is None
    follow_letter(ANYONE, "lundby", letter_token(sent.report, Wanted.STOP))
    assert not Contact.objects.exists()
    before = Letter.objects.count()
    tell(incident, now=made.NOW)
    assert Letter.objects.count() == before


def test_those_whose_report_was_put_together_with_another_hear_of_it_too(lundby, sent):
    kept = made.incident(lundby)
    joined = sent.report.incidents.get()
    joined.merged_into = kept
    joined.save()
    close(kept)
    tell(kept, now=made.NOW)
    assert Letter.objects.get().to == "boende@example.org"
    seen = receipt("lundby", sent.code)
    assert seen is not None
    assert (seen.courses[0].outcome, seen.asks_if_better) == (Outcome.FIXED, True)


def test_a_receipt_never_shows_what_was_written_or_where_exactly(lundby, sent):
    assert "Lampan" not in repr(receipt("lundby", sent.code))
    assert "59.23" not in repr(receipt("lundby", sent.code))
    assert Message.objects.count() == 0
