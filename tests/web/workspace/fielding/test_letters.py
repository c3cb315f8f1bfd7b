"""Letters: a plan, a file to print, and nothing that can be read on the way."""

from datetime import date

import page as validation
import pytest
from django.conf import settings
from django.urls import reverse

from handslag.core.audit.models import Entry
from handslag.domain.surveys.rules.codes import grouped
from handslag.domain.surveys.rules.words import MailingKind
from handslag.domain.surveys.services.fieldwork import Letter
from handslag.web.workspace.fielding.letters import words
from tests.make import surveys
from tests.make.surveys import SAFE, SEX
from tests.web import pages

FEW = (SEX, SAFE)


@pytest.fixture
def row(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, FEW, strata=[3])
    row.invitations.update(address="Åsa #1 *Ek*\nStorgatan 1\n123 45 Lundby")
    row.invitations.filter(number=2).update(address="Łukasz Ő 漢\nGatan 2")
    return row


def at(row, name="survey-letters", *more):
    return reverse(f"workspace:{name}", args=[row.public_id, *more])


def test_the_usual_plan_is_offered_and_what_is_due_is_said(at_work, row):
    page = pages.opened(at_work, at(row))
    form = page.form(having="letter")
    assert form.fields["letter"] == ["2026-03-01"]
    assert form.fields["second"] == ["2026-03-29"]
    page = pages.sent(at_work, at(row), letter="2026-03-02")
    assert page.says("Dags nu: brevet, till alla som är dragna.")
    assert page.says("Ska skickas 15 mars 2026.")


def test_a_plan_in_the_wrong_order_is_told_of(at_work, row):
    page = pages.sent(at_work, at(row), letter="2026-03-20", reminder="2026-03-10")
    assert page.status == 422
    assert page.says("Brevet kommer först, sedan påminnelserna")


def test_two_who_plan_at_once_lose_nothing(at_work, row):
    mine = pages.opened(at_work, at(row)).form(having="letter").fields
    pages.sent(at_work, at(row), letter="2026-03-02", reminder="2026-03-16", second="")
    plan = at(row, "survey-letter-plan")
    late = pages.sent_as(at_work, plan, {**mine, "letter": "2026-03-05"})
    assert late.status == 422
    assert late.says("Någon annan ändrade")
    assert late.says("Ska skickas 16 mars 2026.")
    form = late.form(having="letter")
    assert form.fields["letter"] == ["2026-03-05"]
    pages.sent_as(at_work, plan, form.fields)
    assert row.mailings.get(kind="letter").due_on == date(2026, 3, 5)


def test_the_letters_hold_to_the_standard(at_work, row):
    answer = at_work.post(at(row, "make-survey-letters", "letter"), {"part": "1"})
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "no-store"
    found = validation.validate_pdf_bytes(
        answer.content, profile=validation.ValidationProfile.PDF_UA_1
    )
    assert list(found.failures) == []
    entry = Entry.objects.get(action="surveys.letters_made")
    assert entry.details == {"kind": "letter", "part": 1, "n": 3}
    page = pages.opened(at_work, at(row))
    assert page.says("De är skickade")
    at_work.post(at(row, "send-survey-letters", "letter"))
    assert row.mailings.get().sent_on == date(2026, 3, 2)


def test_the_code_is_where_no_server_on_the_way_reads_it(row):
    code = surveys.code(row, 1)
    given = words(row, MailingKind.LETTER, [Letter(1, "Åsa\nGatan", code)])
    assert code not in str(given["address"])
    (letter,) = given["letters"]
    assert letter["code"] == grouped(code)
    assert f"{settings.PUBLIC_ADDRESS}/lundby/delta/" not in letter["square"]


def test_there_is_no_file_beyond_the_last(at_work, row):
    page = pages.sent_as(at_work, at(row, "make-survey-letters", "letter"), {"part": "2"})
    assert page.says("Det finns inga sådana brev att göra.")
    strange = at_work.post(at(row, "make-survey-letters", "vykort"))
    assert strange.status_code == 404


def test_nobody_drawn_no_letters(at_work, coordinator, municipality):
    row = surveys.opened(coordinator, municipality, FEW)
    assert pages.opened(at_work, at(row)).says("Dra urvalet först")
