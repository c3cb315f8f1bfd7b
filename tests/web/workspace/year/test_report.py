"""The report to the assembly: one click, a document, kept as it was given."""

import json
from datetime import UTC, date, datetime

import page as validation
import pytest

from handslag.domain.year.models import AssemblyReport
from handslag.domain.year.rules.report import About, Figure, Item, Report, as_content, read
from handslag.web.ui import pdf
from handslag.web.workspace.year.report_lines import answer_of, on_paper
from tests.web.pages import opened, sent

REPORT = "/arbete/rapport/lundby/"


def test_it_is_one_click_and_says_what_there_is(at_work, published):
    page = opened(at_work, "/arbete/rapport/")
    assert page.says("Vad gjordes mot brott i Lundby 2026?")
    assert page.says("Ett beslut 2026.")
    assert page.says("Beslutat 18 februari 2026 Löften: Medborgarlöfte 2026")
    assert page.says("Gjort Inget som gjordes under året är inskrivet.")
    assert page.says("Minst fyra trygghetsvandringar")
    assert page.says("Framåt 31 december 2026 Medborgarlöfte 2026 tar slut")


def test_the_introduction_is_ones_own_and_kept(at_work, published):
    page = sent(at_work, f"{REPORT}inledning/?year=2026", text="Ett år om centrum.")
    assert page.says("Ett år om centrum.")
    assert opened(at_work, f"{REPORT}?year=2026").says("Ett år om centrum.")
    assert not opened(at_work, f"{REPORT}?year=2025").says("Ett år om centrum.")


@pytest.mark.parametrize("year", ["abc", "1066", "2027", "9" * 30])
def test_a_year_that_is_none_is_this_year(at_work, year):
    assert opened(at_work, f"{REPORT}?year={year}").says("i Lundby 2026?")


def test_what_was_given_is_kept_and_shown(at_work, published):
    page = sent(
        at_work, f"{REPORT}lamnad/?year=2026", reported_on="2026-03-01", what="§ 41"
    )
    assert page.says("Lämnade till fullmäktige 1 mars 2026 2026, § 41")
    given = AssemblyReport.objects.get()
    sent(at_work, f"{REPORT}inledning/?year=2026", text="Skrivet efteråt.")
    page = opened(at_work, f"{REPORT}lamnad/{given.public_id}/")
    assert page.says("Lämnad 1 mars 2026. § 41.")
    assert page.says("Löften: Medborgarlöfte 2026")
    assert not page.says("Skrivet efteråt.")
    answer = at_work.get(f"{REPORT}lamnad/{given.public_id}/?pdf")
    assert answer["Content-Type"] == "application/pdf"


def test_a_day_that_has_not_been_is_refused_with_its_sentence(at_work):
    page = sent(at_work, f"{REPORT}lamnad/", reported_on="2026-03-03", what="§ 41")
    assert page.status == 422
    assert page.says("Välj en dag som har varit")
    assert page.form(having="what").fields["what"] == ["§ 41"]
    assert not AssemblyReport.objects.exists()


def test_the_document_is_a_tagged_pdf_that_holds_to_the_standard(at_work, published):
    sent(at_work, f"{REPORT}inledning/?year=2026", text="#panic() *fet* $x$ `kod`")
    answer = at_work.get(f"{REPORT}pdf/?year=2026")
    assert answer["Content-Disposition"] == 'inline; filename="rapport-lundby-2026.pdf"'
    found = validation.validate_pdf_bytes(
        answer.content, profile=validation.ValidationProfile.PDF_UA_1
    )
    assert list(found.failures) == []
    assert validation.is_pdf_compliant_bytes(
        answer.content, profile=validation.ValidationProfile.PDF_UA_1
    )


FIGURE = Figure("min", None, None, "vandringar", None, "up", None, None)
WHOLE = Report(
    municipality="Lundby kommun",
    year=2026,
    as_of=date(2026, 3, 2),
    board="kommunstyrelsen",
    introduction="Ett.\n\nTvå.",
    is_example=True,
    decided=(Item(About.PICTURE, "Lägesbild", date(2026, 2, 1), count=2),),
    done=tuple(
        Item(about, "Något", count=3) for about in About if about is not About.PROMISE
    ),
    measured=(
        Item(About.PROMISE, "Löfte", code="kept", figures=(FIGURE,)),
        Item(About.PROMISE, "Annat", code="not_kept"),
    ),
    late=(Item(About.DEADLINE, "Löftet", code="promises.follow_up"),),
    coming=(),
)


def test_a_frozen_report_is_read_as_it_was():
    assert read(json.dumps(as_content(WHOLE))) == WHOLE


def test_every_kind_of_line_has_words():
    paper = on_paper(WHOLE)
    assert answer_of(WHOLE).endswith(
        "Av två löften är ett hållet och ett inte hållet. En sak är sen."
    )
    assert "Lägesbild, version 2: Lägesbild" in str(paper)
    assert "Följ upp Löftet" in str(paper)
    assert "Påhittat exempel" in str(paper["note"])


def test_the_same_report_is_the_same_bytes():
    made_at = datetime(2026, 3, 2, tzinfo=UTC)
    assert pdf.report(on_paper(WHOLE), made_at=made_at) == pdf.report(
        on_paper(WHOLE), made_at=made_at
    )
