"""Words around the questions, in many languages."""

import pytest

from handslag.domain.surveys.models import Survey
from tests.make import surveys
from tests.make.surveys import SAFE, SEX, WHY
from tests.web.workspace.surveys.sent import address, asked, form_of, question_in

pytestmark = pytest.mark.django_db
FEW = (SEX, SAFE, WHY)


def test_another_language_has_fields_of_its_own(at_work, coordinator, municipality):
    row = surveys.survey(coordinator, municipality, FEW)
    where = address(row, "survey-frame")
    sent = {"revision": row.revision, "chosen": ["ar"], "intro_sv": "Hej!"}
    at_work.post(where, sent)
    page = at_work.get(address(row, "survey-question", "safe")).content.decode()
    assert 'lang="ar" dir="rtl"' in page
    assert (
        "Något är inte sagt på det här språket än."
        in at_work.get(address(row, "survey")).content.decode()
    )
    typed = {**form_of(page), "words_ar": "كيف"}
    at_work.post(address(row, "survey-question", "safe"), typed)
    assert question_in(row, "safe").words["ar"] == "كيف"


def test_texts_of_a_language_that_is_taken_away_are_kept(
    at_work, coordinator, municipality
):
    row = surveys.survey(coordinator, municipality, FEW)
    save = lambda **more: at_work.post(  # noqa: E731
        address(row, "survey-frame"),
        {"revision": Survey.objects.get().revision, "intro_sv": "Hej!", **more},
    )
    save(chosen=["en"])
    save(chosen=["en"], intro_en="Hello!")
    save(intro_en="Hello!")
    assert asked(row).languages == ("sv",)
    assert asked(row).intro["en"] == "Hello!"
