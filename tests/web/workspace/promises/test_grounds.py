"""A set rests on findings: chosen, or written down and cited."""

import pytest

from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Visibility
from handslag.domain.vocabulary.models import Kind
from tests import make
from tests.web.pages import opened, sent


@pytest.fixture
def here(draft) -> str:
    make.term(Kind.SOURCE, "medborgardialog", "Medborgardialog")
    return f"/arbete/loften/{draft.public_id}/underlag/"


def cited(set_) -> list[Evidence]:
    return [ground.evidence for ground in set_.grounds.filter(promise=None)]


def test_findings_are_chosen_and_let_go(at_work, municipality, draft, here):
    finding = make.evidence(municipality)
    page = opened(at_work, here)
    assert page.says("Medborgardialog: Fyra av tio undviker torget på kvällen.")
    sent(at_work, here, findings=[str(finding.public_id)])
    assert cited(draft) == [finding]
    sent(at_work, here, findings=[])
    assert cited(draft) == []


def test_what_others_keep_to_themselves_is_not_offered(at_work, police, here):
    make.evidence(police, "Spaning mot en lokal.", Visibility.OWN)
    assert not opened(at_work, here).says("Spaning")


def test_a_finding_is_written_down_and_cited_at_once(at_work, municipality, draft, here):
    page = sent(
        at_work,
        f"{here}nytt/",
        source="medborgardialog",
        statement="Många vill ha ljus.",
        visibility="public",
    )
    assert page.says("Underlaget är nedskrivet och angivet.")
    (finding,) = cited(draft)
    assert (finding.statement, finding.home) == ("Många vill ha ljus.", municipality)


def test_a_finding_that_says_nothing_is_not_written_down(at_work, here):
    page = sent(at_work, f"{here}nytt/", statement="", place_stated="torget")
    assert page.says("Skriv vad som kom fram.")
    assert page.says("Välj var det kommer från.")
    assert page.form(having="statement").fields["place_stated"] == ["torget"]
    assert not Evidence.objects.exists()


def test_only_those_who_write_cite(reading, away, here):
    for address in (here, f"{here}nytt/"):
        assert reading.post(address, {"statement": "x"}).status_code == 403
        assert away.post(address, {"statement": "x"}).status_code == 404
