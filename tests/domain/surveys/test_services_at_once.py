"""Several who use one code at the same instant: one answer."""

from dataclasses import replace

import pytest

from handslag.core.access import Role
from handslag.core.refusals import NotAllowedError
from handslag.domain.organisations.models import Organisation
from handslag.domain.surveys import services
from handslag.domain.surveys.models import Envelope
from handslag.domain.surveys.rules.documents import read
from handslag.domain.surveys.rules.words import Help
from handslag.domain.surveys.services import fieldwork
from handslag.domain.surveys.services.running import fingerprint_of
from tests import make
from tests.make import surveys
from tests.make.surveys import NOW, SAFE, SEX, TODAY
from tests.together import at_once

ANSWER = {"safe": {"o": ["a"]}}


@pytest.fixture
def staff(transactional_db):
    return make.member(make.municipality("Lundby kommun"), Role.COORDINATOR)


@pytest.fixture
def row(staff):
    (home,) = staff.organisation_ids
    municipality = Organisation.objects.get(pk=home)
    return surveys.opened(staff, municipality, (SEX, SAFE), strata=[3])


def codes_of(got):
    return sorted(one.code if isinstance(one, NotAllowedError) else str(one) for one in got)


def test_one_code_gives_one_answer(staff, row):
    code = surveys.code(row, 1)
    deed = lambda: services.receive(row, ANSWER, code=code, today=TODAY)  # noqa: E731
    by_staff = lambda: services.type_in(  # noqa: E731
        staff, row, ANSWER, Help.PAPER, code=code, today=TODAY
    )
    got = at_once(deed, deed, by_staff, by_staff)
    assert codes_of(got) == ["None", *["surveys.code_is_used"] * 3]
    assert Envelope.objects.count() == 1
    assert sum(one.filled for one in row.batches.all()) == 1
    row.refresh_from_db()
    assert row.paper in (0, 1)


def test_a_new_code_and_an_answer_with_the_old_one_do_not_both_hold(staff, row):
    code = surveys.code(row, 2)
    got = at_once(
        lambda: services.receive(row, ANSWER, code=code, today=TODAY),
        lambda: fieldwork.renew_code(staff, row, 2).number,
    )
    invited = row.invitations.get(number=2)
    assert codes_of(got) in (
        ["None", "surveys.code_is_used"],
        ["2", "surveys.unknown_code"],
    )
    assert (invited.used_on is None) == (invited.turn == 1)


def test_who_answers_as_it_closes_is_in_or_is_told(staff, row):
    code = surveys.code(row, 3)
    services_closed = lambda: services.close_survey(staff, row, now=NOW).state  # noqa: E731
    got = at_once(
        lambda: services.receive(row, ANSWER, code=code, today=TODAY), services_closed
    )
    in_time = [one for one in got if one is None]
    assert Envelope.objects.count() == len(in_time)
    assert codes_of(got) in (["None", "closed"], ["closed", "surveys.is_not_open"])


def test_a_question_changed_as_the_survey_opens_is_in_it_or_is_stopped(staff, row):
    home = row.home
    draft = surveys.survey(staff, home, (SEX, SAFE), title="En annan")
    other = replace(SAFE, words={"sv": "Hur otrygg är du?"})
    got = at_once(
        lambda: services.save_question(staff, draft, "", other, seen=0).state,
        lambda: services.open_survey(staff, draft, now=NOW).state,
    )
    draft.refresh_from_db()
    asked = read(draft.document).question("safe")
    is_in = asked is not None and asked.words == other.words
    assert codes_of(got) == (["draft", "open"] if is_in else ["open", "surveys.is_fixed"])
    assert draft.fingerprint == fingerprint_of(draft.document)
