"""The paper form: blank for the library, and with its code in the second reminder."""

from dataclasses import replace

import page as validation
import pytest
from django.urls import reverse

from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules.codes import grouped
from handslag.domain.surveys.rules.documents import read, written
from handslag.domain.surveys.rules.languages import LANGUAGES
from handslag.domain.surveys.rules.words import MailingKind
from handslag.domain.surveys.services.fieldwork import Letter
from handslag.web.ui import pdf
from handslag.web.workspace.fielding.forms_on_paper import paper_form
from handslag.web.workspace.fielding.letters import words
from tests.make import surveys
from tests.make.surveys import ALL, NOW, SEX
from tests.web import pages

INTRO = {"sv": "Vi vill veta.", "en": "We want to know.", "ar": "نريد أن نعرف"}


@pytest.fixture
def row(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, ALL, strata=[2])
    asked = replace(read(row.document), languages=("sv", "en", "ar"), intro=INTRO)
    Survey.objects.filter(pk=row.pk).update(document=written(asked))
    row.refresh_from_db()
    return row


def problems_of(content):
    profile = validation.ValidationProfile.PDF_UA_1
    return list(validation.validate_pdf_bytes(content, profile=profile).failures)


@pytest.mark.parametrize("language", ["sv", "en", "ar"])
def test_a_blank_form_holds_to_the_standard(at_work, row, language):
    page = pages.opened(at_work, reverse("workspace:survey-paper", args=[row.public_id]))
    assert page.says("En tom blankett")
    at = reverse("workspace:paper-form", args=[row.public_id, language])
    assert at in page.links
    answer = at_work.get(at)
    assert answer["Content-Type"] == "application/pdf"
    catalogue = answer.content[answer.content.index(b"/Type/Catalog") :]
    assert f"/Lang({language})".encode() in catalogue
    assert problems_of(answer.content) == []


def test_there_is_no_form_in_a_language_that_is_not_asked_in(at_work, row):
    at = reverse("workspace:paper-form", args=[row.public_id, "fi"])
    assert at_work.get(at).status_code == 404


def test_a_language_without_a_typeface_is_said_to_be_for_the_web(at_work, row):
    asked = replace(read(row.document), languages=("sv", "zh"), intro={"zh": "我们想知道"})
    Survey.objects.filter(pk=row.pk).update(document=written(asked))
    page = pages.opened(at_work, reverse("workspace:survey-paper", args=[row.public_id]))
    assert page.says("Det saknas typsnitt för att trycka 中文.")
    at = reverse("workspace:paper-form", args=[row.public_id, "zh"])
    assert at_work.get(at).status_code == 404


def test_what_is_collected_stands_before_the_questions(row):
    given = paper_form(row, read(row.document), "sv")
    said = " ".join(given["collected"])
    assert "Svaren skrivs in av någon som ser det här papperet" in said
    assert "er kod är använd, och vilken dag" in said
    assert "egna ord" in said
    row.selection = "open"
    said = " ".join(paper_form(row, read(row.document), "sv")["collected"])
    assert "Skriv inget namn." in said
    assert "kod" not in said


def test_a_draft_says_that_it_is_one(coordinator, municipality):
    row = surveys.survey(coordinator, municipality, (SEX,))
    draft = paper_form(row, read(row.document), "sv")
    assert draft["draft"] == "Utkast: får inte delas ut."


def test_the_second_reminder_brings_the_form_with_the_code(at_work, row):
    letter = Letter(1, "Åsa\nGatan", surveys.code(row, 1))
    given = words(row, MailingKind.SECOND, [letter])
    assert "kuvertet som följde med" in given["form"]["back"][0]
    assert given["letters"][0]["code"] == grouped(letter.code)
    assert words(row, MailingKind.REMINDER, [letter])["form"] is None
    answer = at_work.post(
        reverse("workspace:make-survey-letters", args=[row.public_id, "second"]),
        {"part": "1"},
    )
    # The letter and its back, the form on the next sheets: a form has three pages, and
    # the next letter begins on a sheet of its own.
    assert b"/Type/Pages/Count 11" in answer.content
    assert problems_of(answer.content) == []


def test_the_back_of_the_letter_is_for_those_who_read_other_languages(row):
    given = words(row, MailingKind.LETTER, [Letter(1, "Åsa", surveys.code(row, 1))])
    assert given["turn_over"] == "Andra språk på baksidan: English · العربية"
    english, arabic = given["others"]
    assert english["lines"][0] == "We want to know."
    assert any("You can answer in English" in one for one in english["lines"])
    assert (arabic["is_rtl"], arabic["lines"]) == (True, [INTRO["ar"]])


def test_the_names_of_all_languages_can_be_printed_but_one():
    lacking = [code for code, name in LANGUAGES.items() if not pdf.draws(name)]
    assert lacking == ["zh"]


def test_every_letter_that_is_said_to_have_a_typeface_has_one():
    """Typst refuses a sign that no typeface has: the whole file of letters with it."""
    signs = [chr(one) for one in range(0x21, 0x2000)]
    text = " ".join(one for one in signs if one.isalnum() and pdf.draws(one))
    assert text
    given = {
        "language": "sv",
        "is_rtl": False,
        "title": text,
        "sender": text,
        "about": "Prov",
        "draft": "",
        "needs_code": False,
        "intro": [],
        "thanks": "",
        "collected": [],
        "fill": [],
        "back": [],
        "sections": [],
        "words": {"lang": "sv", "collected": "Det här samlas in"},
    }
    assert pdf.form(given, made_at=NOW).startswith(b"%PDF")
