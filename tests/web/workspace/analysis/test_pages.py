"""Questions of the reports through their pages: asked, answered, kept as findings."""

from datetime import UTC, datetime

from django.db import connection
from django.test.utils import CaptureQueriesContext

from handslag.core.access import Role, system
from handslag.domain.analysis.services import renew
from handslag.domain.evidence.models import Evidence
from tests import make
from tests.make import incidents

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
HERE = "/arbete/analys/"


def said(browser, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200, address
    text: str = answer.content.decode()
    return text


def test_the_first_page_answers_every_question_in_a_sentence(at_work, two_years):
    page = said(at_work, HERE)
    assert "Mest händer på fredagar mellan 20 och 24." in page
    assert "mars 2025–februari 2026" in page
    assert "samma månader året före" in page
    assert "oftare än slumpen ger:</strong> 1" in page


def test_a_change_that_may_be_chance_says_so(at_work, two_years):
    page = said(at_work, f"{HERE}utveckling/")
    assert "Ingen säkerställd förändring." in page
    assert "krävs en minskning på" in page
    assert "Så räknade vi" in page


def test_what_is_asked_stands_in_the_address_and_nonsense_is_not_said(at_work, two_years):
    page = said(at_work, f"{HERE}nar/?vad=gathering&fran=service&ar=2")
    assert "rapporter om samling" in page
    assert "För få händelser där timmen är känd: 0." in page
    assert "rapporter om sådant som stör" in said(
        at_work, f"{HERE}nar/?vad=x&ar=99&within=1"
    )


def test_pages_ask_the_database_little_however_many_reports(at_work, two_years):
    said(at_work, HERE)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        said(at_work, HERE)
    assert len(asked) <= 12


def test_an_answer_is_kept_with_its_figures_and_stays_as_it_was(
    at_work, two_years, settings
):
    before = said(at_work, f"{HERE}nar/")
    kept = at_work.post(f"{HERE}nar/?ar=1")
    finding = Evidence.objects.get()
    assert kept.url == f"/arbete/underlag/{finding.public_id}/"
    assert "Mest händer på fredagar mellan 20 och 24." in finding.statement
    assert finding.n == 52
    assert finding.period_stated == "mars 2025–februari 2026"
    assert "aoristisk" in finding.method
    assert finding.table is not None
    assert finding.table["rows"][4][0] == "fre"
    assert finding.table["rows"][4][-1] == "52"
    incidents.incident(two_years, now=NOW)
    assert Evidence.objects.get().statement == finding.statement
    assert "fredagar" in before


def test_who_may_not_record_is_offered_no_button_and_refused(
    signed_in, municipality, two_years
):
    reader = signed_in(make.member(municipality, Role.REPORTER))
    assert "Spara som underlag" not in said(reader, f"{HERE}nar/")
    assert reader.post(f"{HERE}nar/").status_code == 403


def test_nobody_counts_the_reports_of_others(signed_in, two_years):
    other = make.municipality("Norrby kommun")
    incidents.desk(other)
    browser = signed_in(make.member(other, Role.COORDINATOR))
    page = said(browser, f"{HERE}nar/?within={two_years.public_id}")
    assert "Norrby kommun" in page
    assert "fredagar" not in page


def test_where_one_may_count_nothing_the_page_says_so(signed_in, municipality):
    lone = make.organisation("Bostadsbolaget")
    browser = signed_in(make.member(lone, Role.COORDINATOR))
    assert "Det finns inga rapporter som er organisation får räkna." in said(browser, HERE)
    assert browser.post(f"{HERE}nar/").status_code == 403


def test_points_that_come_back_are_told_before_the_places(at_work, two_years):
    page = said(at_work, f"{HERE}var/")
    assert "händelser på exakt samma punkt" in page
    assert "Varje händelse sprids ut kring sin ruta" in page
    assert "Så räknade vi" in page


def test_the_last_week_is_held_against_those_before_it(at_work, two_years):
    page = said(at_work, f"{HERE}ovanligt/")
    assert "1 rapport vecka 9." in page
    assert "Det är för få av varje slag" in page
    late = datetime(2026, 2, 26, 9, tzinfo=UTC)
    for _ in range(9):
        incidents.incident(two_years, now=late)
    renew(system("test"), now=NOW)
    page = said(at_work, f"{HERE}ovanligt/")
    assert "4 slag granskades, och 1 sticker ut." in page
    assert "Oväntat många rapporter om skadegörelse v. 9:" in page
    at_work.post(f"{HERE}ovanligt/")
    assert Evidence.objects.get().period_stated == "vecka 9 2026"


def test_what_comes_back_was_counted_in_the_night(at_work, two_years):
    page = said(at_work, f"{HERE}igen/").replace("\xa0", " ")
    assert "Av 50 händelser kom 50 (100 %, mellan 93 % och 100 %) inom 14 dagar" in page
    assert "Det kommer inte tillbaka på samma plats oftare än slumpen ger:" in page
    assert "För få händelser för att säga om det kommer tillbaka: minst 20 behövs." in said(
        at_work, f"{HERE}igen/?vad=gathering"
    )
    at_work.post(f"{HERE}igen/")
    assert "(Knox)" in Evidence.objects.get().method


def test_weights_stand_in_the_address_and_go_with_what_is_kept(at_work, two_years):
    page = said(at_work, f"{HERE}forst/?vikt-gathering=2,5&vikt-damage=x&vad=gathering")
    assert "Först kommer skadegörelse, med 52 rapporter." in page
    assert "Samling 2,5" in page
    assert "vikt-gathering=2%2C5" in page
    assert "vikt-damage=" not in page
    at_work.post(f"{HERE}forst/?vikt-gathering=2,5")
    assert "Skadegörelse 1, Samling 2,5" in Evidence.objects.get().method
    heavy = said(at_work, f"{HERE}forst/?vikt-damage=101&vikt-disorder=nan")
    assert "Skadegörelse 1," in heavy
    assert "Annat som stör 1" in heavy
    few = said(at_work, f"{HERE}forst/?fran=service")
    assert "För få rapporter för att sätta något först: 0." in few
