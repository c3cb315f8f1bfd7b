"""Counts of the police are looked at before they are recorded; bad lines are named."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from handslag.domain.evidence.models import Evidence
from handslag.domain.vocabulary.models import Kind
from tests import make
from tests.web.pages import opened, sent

PAGE = "/arbete/underlag/antal/"
TABLE = "Område;Period;Antal\nCentrum;2025;51\nÅtorp;2025;3\n"


@pytest.fixture(autouse=True)
def _sources(db) -> None:
    make.term(Kind.SOURCE, "brottsstatistik", "anmälda brott")
    make.term(Kind.SOURCE, "medborgardialog", "medborgardialog")


def typed(**said):
    return {
        "source": "brottsstatistik",
        "statement": "Anmäld skadegörelse 2025.",
        "text": TABLE,
        "is_without_persons": "on",
        **said,
    }


def test_a_table_is_looked_at_and_then_recorded(at_work):
    looked = sent(at_work, PAGE, **typed())
    assert looked.says("Tabellen går att läsa.")
    assert looked.says("mellan 1 och 4")
    assert not Evidence.objects.exists()
    assert sent(at_work, PAGE, **typed(record="1")).says("1 underlag är nedskrivet.")
    row = Evidence.objects.get()
    assert (row.classification, row.n, row.period_stated) == ("aggregate", 54, "2025")
    assert row.table is not None
    assert row.table["rows"][1] == ["Åtorp", "2025", "3"]
    page = opened(at_work, f"/arbete/underlag/{row.public_id}/")
    assert page.says("Antal: hur många, var och när")


def test_each_area_can_be_a_finding_of_its_own(at_work):
    sent(at_work, PAGE, **typed(record="1", apart="by_area"))
    assert [row.place_stated for row in Evidence.objects.all()] == ["Centrum", "Åtorp"]


def test_nothing_is_recorded_while_a_line_is_bad(at_work):
    text = f"{TABLE}Bruket;2025;tolv\n5000-K123456-24;2025;1\n"
    page = sent(at_work, PAGE, **typed(text=text, record="1"))
    assert page.says("Rad 4.")
    assert page.says("”tolv”")
    assert page.says("”5000-K123456-24” är ett ärendenummer.")
    assert page.form(having="text").fields["text"] == [text]
    assert not Evidence.objects.exists()


def test_a_file_stands_in_the_field_once_it_has_been_read(at_work):
    file = SimpleUploadedFile("brott.csv", TABLE.encode("cp1252"))
    page = sent(at_work, PAGE, **typed(text="", file=file))
    assert page.form(having="text").fields["text"] == [TABLE]
    wrong = SimpleUploadedFile("brott.csv", TABLE.encode("mac_roman"))
    page = sent(at_work, PAGE, **typed(text="", file=wrong))
    assert page.says("Det går inte att avgöra vilka bokstäver filen har")


def test_it_must_be_of_the_police_confirmed_and_there(at_work):
    for wrong in (
        {"is_without_persons": None},
        {"text": ""},
        {"source": "medborgardialog"},
    ):
        said = {name: value for name, value in typed(**wrong).items() if value is not None}
        form = opened(at_work, PAGE).form(having="text").fields
        given = {name: values for name, values in form.items() if name not in typed()}
        response = at_work.post(PAGE, {**given, **said, "record": "1"})
        assert response.status_code == 422
    assert not Evidence.objects.exists()
