"""Letters and reminders, and what is forgotten when it is over."""

from datetime import date, timedelta

import pytest

from handslag.core.access import ForbiddenError, system
from handslag.core.audit.models import Entry
from handslag.core.deadlines import months_after
from handslag.domain.surveys import services
from handslag.domain.surveys.models import Invitation
from handslag.domain.surveys.queries import fieldwork as queries
from handslag.domain.surveys.rules.fieldwork import PORTIONS
from handslag.domain.surveys.rules.words import MailingKind
from handslag.domain.surveys.services import fieldwork
from tests.make import surveys
from tests.make.surveys import NOW, SAFE, SEX, TODAY
from tests.refusing import code_of

TIMER = system("timer")
FEW = (SEX, SAFE)
ANSWER = {"safe": {"o": ["a"]}}
LETTER, REMINDER, SECOND = MailingKind


@pytest.fixture
def row(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, FEW, strata=[3, 2])
    row.invitations.update(address="Namn\nGatan 1")
    return row


def plan(coordinator, row, *days):
    given = dict(zip(MailingKind, days, strict=True))
    fieldwork.plan_letters(coordinator, row, given, seen=queries.plan_of(row))


def test_letters_are_planned_and_changed_until_they_are_sent(coordinator, row):
    plan(coordinator, row, date(2026, 3, 2), date(2026, 3, 16), date(2026, 3, 30))
    fieldwork.make_letters(coordinator, row, LETTER, 1, now=NOW)
    fieldwork.letters_sent(coordinator, row, LETTER, now=NOW)
    plan(coordinator, row, date(2026, 3, 9), date(2026, 3, 17), None)
    found = [(one.kind, one.due_on, one.sent_on) for one in queries.mailings_of(row)]
    assert found == [
        ("letter", date(2026, 3, 2), TODAY),
        ("reminder", date(2026, 3, 17), None),
    ]


@pytest.mark.parametrize(
    "days",
    [
        (date(2026, 3, 16), date(2026, 3, 2), None),
        (date(2026, 3, 2), date(2026, 4, 2), None),
    ],
)
def test_reminders_come_after_the_letter_and_before_the_last_day(coordinator, row, days):
    assert code_of(lambda: plan(coordinator, row, *days)) == (
        "surveys.letters_out_of_order"
    )


def test_the_letter_goes_to_all_and_reminders_to_those_who_have_not_answered(
    coordinator, row
):
    services.receive(row, ANSWER, code=surveys.code(row, 1), today=TODAY)
    fieldwork.mark_returned(coordinator, row, [2])
    numbers = {
        kind: [
            one.number for one in fieldwork.make_letters(coordinator, row, kind, 1, now=NOW)
        ]
        for kind in MailingKind
    }
    assert numbers == {LETTER: [1, 2, 3, 4, 5], REMINDER: [3, 4, 5], SECOND: [3, 4, 5]}


def test_a_letter_carries_the_code_that_lets_one_answer(coordinator, row):
    letters = fieldwork.make_letters(coordinator, row, LETTER, 1, now=NOW)
    services.receive(row, ANSWER, code=letters[3].code, today=TODAY)
    assert row.invitations.get(number=letters[3].number).used_on == TODAY


def test_portions_are_by_number_so_that_an_answer_meanwhile_moves_nobody(
    coordinator, row, monkeypatch
):
    monkeypatch.setitem(PORTIONS, REMINDER, 2)
    services.receive(row, ANSWER, code=surveys.code(row, 1), today=TODAY)
    parts = [
        [
            one.number
            for one in fieldwork.make_letters(coordinator, row, REMINDER, part, now=NOW)
        ]
        for part in (1, 2, 3)
    ]
    assert parts == [[2], [3, 4], [5]]
    beyond = lambda: fieldwork.make_letters(  # noqa: E731
        coordinator, row, REMINDER, 4, now=NOW
    )
    assert code_of(beyond) == "surveys.no_letters"


def test_the_log_says_how_many_letters_and_no_code(coordinator, row):
    letters = fieldwork.make_letters(coordinator, row, LETTER, 1, now=NOW)
    fieldwork.renew_code(coordinator, row, 2)
    said = str(list(Entry.objects.values("action", "details", "subject_id")))
    assert "surveys.letters_made" in said
    assert all(one.code not in said for one in letters)
    assert Entry.objects.get(action="surveys.code_renewed").details == {}


def test_what_is_due_stands_among_the_deadlines_until_it_is_sent(
    coordinator, row, municipality
):
    plan(coordinator, row, date(2026, 3, 2), date(2026, 3, 16), None)
    due = queries.deadlines(homes={municipality.pk}, today=TODAY)
    assert [(one.kind, one.due_on) for one in due] == [
        ("surveys.letter", date(2026, 3, 2)),
        ("surveys.reminder", date(2026, 3, 16)),
    ]
    fieldwork.make_letters(coordinator, row, LETTER, 1, now=NOW)
    fieldwork.letters_sent(coordinator, row, LETTER, now=NOW)
    assert len(list(queries.deadlines(homes=None, today=TODAY))) == 1
    services.close_survey(coordinator, row, now=NOW)
    assert not list(queries.deadlines(homes=None, today=TODAY))


def test_addresses_go_when_the_survey_is_over_and_numbers_stay(coordinator, row):
    for number in (1, 4, 5):
        services.receive(row, ANSWER, code=surveys.code(row, number), today=TODAY)
    fieldwork.mark_returned(coordinator, row, [2])
    assert fieldwork.forget_addresses(TIMER, now=NOW) == 0
    services.close_survey(coordinator, row, now=NOW)
    # Not while an answer waits: a lost key would give the code back.
    assert fieldwork.forget_addresses(TIMER, now=NOW) == 0
    services.open_batches(TIMER, row, now=NOW)
    assert fieldwork.forget_addresses(TIMER, now=NOW) == 5
    assert fieldwork.forget_invitations(TIMER, now=NOW) == 0
    before = queries.rates(row)
    later = NOW + (months_after(TODAY, 3) - TODAY) + timedelta(days=1)
    assert fieldwork.forget_invitations(TIMER, now=later) == 5
    assert not Invitation.objects.exists()
    assert queries.rates(row) == before
    assert [(one.drawn, one.returned, one.answered) for one in before] == [
        (3, 1, 1),
        (2, 0, 2),
    ]


def test_others_do_none_of_it(row, reader, elsewhere):
    for somebody in (reader, elsewhere):
        for deed in (
            lambda who: fieldwork.plan_letters(who, row, {}, seen={}),
            lambda who: fieldwork.make_letters(who, row, LETTER, 1, now=NOW),
            lambda who: fieldwork.letters_sent(who, row, LETTER, now=NOW),
            lambda who: fieldwork.mark_returned(who, row, [1]),
            lambda who: fieldwork.renew_code(who, row, 1),
        ):
            with pytest.raises(ForbiddenError):
                deed(somebody)
    with pytest.raises(ForbiddenError):
        fieldwork.forget_addresses(reader, now=NOW)
    with pytest.raises(ForbiddenError):
        fieldwork.forget_invitations(reader, now=NOW)
