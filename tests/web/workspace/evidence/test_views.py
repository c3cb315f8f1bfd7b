"""Findings are written down, and corrected by new ones."""

import pytest

from handslag.core.access import Role
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Visibility
from handslag.domain.promises import services
from handslag.domain.vocabulary.models import Kind
from tests import make
from tests.web.pages import opened, sent

LIST = "/arbete/underlag/"


@pytest.fixture(autouse=True)
def _sources(db) -> None:
    make.term(Kind.SOURCE, "medborgardialog", "Medborgardialog")


def test_a_finding_is_written_down_and_found_in_the_list(at_work, municipality):
    assert opened(at_work, LIST).says("Inget underlag är nedskrivet än.")
    typed = {
        "source": "medborgardialog",
        "statement": "Fyra av tio undviker torget.",
        "period": "hösten 2025",
        "place_stated": "torget",
    }
    page = sent(at_work, f"{LIST}nytt/", **typed)
    assert page.says("Underlaget är nedskrivet.")
    finding = Evidence.objects.get()
    assert (finding.home, finding.period_stated) == (municipality, "hösten 2025")
    assert finding.visibility == Visibility.PARTIES
    assert opened(at_work, LIST).says("Fyra av tio undviker torget.")


def test_a_finding_that_lacks_something_says_what(at_work, municipality):
    page = sent(at_work, f"{LIST}nytt/", statement="", period="hösten")
    assert page.status == 422
    assert page.says("Skriv vad som kom fram.")
    assert page.form(having="statement").fields["period"] == ["hösten"]


def test_whoever_works_in_two_says_whose_it_is(signed_in, coordinator, municipality):
    other = make.municipality()
    browser = signed_in(make.also(coordinator, other, Role.ANALYST))
    typed = {"source": "medborgardialog", "statement": "Ljus saknas."}
    sent(browser, f"{LIST}nytt/", home=str(other.public_id), **typed)
    assert Evidence.objects.get().home == other


def test_a_correction_is_a_new_finding_and_the_first_stays(at_work, municipality):
    first = make.evidence(municipality)
    page = opened(at_work, f"{LIST}{first.public_id}/")
    assert f"{LIST}{first.public_id}/ratta/" in page.links
    sent(at_work, f"{LIST}{first.public_id}/ratta/", statement="Tre av tio.")
    first.refresh_from_db()
    assert first.statement == "Fyra av tio undviker torget på kvällen."
    assert first.corrected_by.statement == "Tre av tio."
    assert opened(at_work, f"{LIST}{first.public_id}/").says(
        "Det här underlaget är rättat."
    )
    again = opened(at_work, f"{LIST}{first.public_id}/ratta/")
    assert again.says("Det är redan rättat.")


def test_where_a_finding_is_cited_is_said(at_work, draft, municipality):
    finding = make.evidence(municipality)
    sent(
        at_work,
        f"/arbete/loften/{draft.public_id}/underlag/",
        findings=[str(finding.public_id)],
    )
    assert opened(at_work, f"{LIST}{finding.public_id}/").says("Medborgarlöfte 2026")


def test_others_see_only_what_anyone_may_see(away, reading, municipality):
    own = make.evidence(municipality, "Vårt eget.", Visibility.OWN)
    public = make.evidence(municipality, "Allas.", Visibility.PUBLIC)
    assert away.get(f"{LIST}{own.public_id}/").status_code == 404
    assert opened(away, f"{LIST}{public.public_id}/").says("Allas.")
    assert away.post(f"{LIST}{public.public_id}/ratta/", {}).status_code == 403
    assert opened(reading, f"{LIST}{own.public_id}/").says("Vårt eget.")
    assert reading.post(f"{LIST}{own.public_id}/ratta/", {}).status_code == 403
    assert reading.post(f"{LIST}nytt/", {}).status_code == 403


def test_citing_sets_of_others_stay_unnamed(away, coordinator, draft, municipality):
    finding = make.evidence(municipality)
    services.cite(coordinator, draft, [finding])
    assert not opened(away, f"{LIST}{finding.public_id}/").says("Medborgarlöfte 2026")
