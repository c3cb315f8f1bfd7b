"""Findings are written down, and corrected by new ones."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from handslag.core.access import Role
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Visibility
from handslag.domain.promises import services
from handslag.domain.vocabulary.models import Kind
from tests import make
from tests.make.findings import photograph
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


def test_a_finding_is_tied_to_a_named_place_of_ones_own_area(
    at_work, visitor, municipality, police
):
    square, station = make.place(municipality), make.place(police, "Stationen")
    elsewhere = make.place(make.municipality("Sunnby kommun"), "Sunnby torg")
    page = opened(at_work, f"{LIST}nytt/")
    assert page.says("Stationen (")
    assert not page.says("Sunnby torg")
    typed = {"source": "medborgardialog", "statement": "Ljus saknas.", "period": "2025"}
    refused = sent(at_work, f"{LIST}nytt/", place=str(elsewhere.public_id), **typed)
    assert refused.status == 422
    chosen = {"place": str(square.public_id), "visibility": "public"}
    page = sent(at_work, f"{LIST}nytt/", **typed, **chosen)
    finding = Evidence.objects.get()
    assert finding.place == square
    assert page.says("Namngiven plats Torget")
    assert opened(at_work, LIST).says("2025 · Torget")
    assert "Torget" in visitor.get(f"/underlag/{finding.public_id}/").content.decode()
    form = opened(at_work, f"{LIST}{finding.public_id}/ratta/").form(having="statement")
    assert form.fields["place"] == [str(square.public_id)]
    moved = {"place": str(station.public_id), "place_stated": "perrongen"}
    page = sent(at_work, f"{LIST}{finding.public_id}/ratta/", **moved)
    assert page.says("Var? perrongen Namngiven plats Stationen")


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


def test_what_is_asked_of_the_police_is_unfolded_and_a_case_is_refused(at_work):
    make.term(Kind.SOURCE, "brottsstatistik", "anmälda brott")
    said = {"source": "brottsstatistik", "statement": "Se 5000-K123456-24."}
    page = sent(at_work, f"{LIST}nytt/", **said)
    assert page.says("Ange vilket slags sammanställning det är.")
    assert page.says("Bekräfta det")
    assert page.says("”5000-K123456-24” är ett ärendenummer.")
    assert not Evidence.objects.exists()
    said |= {"classification": "summary", "is_without_persons": "on"}
    sent(at_work, f"{LIST}nytt/", **{**said, "statement": "Mest fredagar."})
    assert Evidence.objects.get().classification == "summary"


def test_a_table_and_a_picture_follow_into_the_correction(at_work, municipality):
    picture = SimpleUploadedFile("IMG_2041.jpg", photograph(comment=b"Anna"))
    said = {"source": "medborgardialog", "statement": "Mörkt vid bron."}
    more: dict[str, Any] = {
        "table": "Plats;Svar\nbron;12\n",
        "picture": picture,
        "alt": "En mörk bro.",
    }
    page = sent(at_work, f"{LIST}nytt/", **said, **more)
    first = Evidence.objects.get()
    file = first.files.get().file
    assert page.says("En mörk bro.")
    assert file.name == "bild.jpg"
    shown = at_work.get(f"{LIST}{first.public_id}/fil/{file.sha256}/")
    assert shown["Content-Type"] == "image/jpeg"
    assert shown["X-Content-Type-Options"] == "nosniff"
    assert b"Anna" not in shown.content
    sent(at_work, f"{LIST}{first.public_id}/ratta/", statement="Mörkt under bron.")
    later = Evidence.objects.get(number=2)
    assert (later.table, later.files.get().file) == (first.table, file)
    assert opened(at_work, f"{LIST}{later.public_id}/").says("Version 1: Mörkt vid bron.")


def test_a_wrong_file_is_told_and_nothing_typed_is_lost(at_work):
    broken = SimpleUploadedFile("bild.jpg", b"\xff\xd8\xff ingen bild \xff\xd9")
    table = SimpleUploadedFile("svar.csv", b"Plats;Svar\nbron;12;3\n")
    said = {"source": "medborgardialog", "statement": "Mörkt."}
    page = sent(at_work, f"{LIST}nytt/", **said, picture=broken, alt="En bro.")
    assert page.says("Filen är inte hel.")
    assert page.form(having="alt").fields["alt"] == ["En bro."]
    page = sent(at_work, f"{LIST}nytt/", **said, table_file=table)
    assert page.says("inte lika många celler")
    assert page.form(having="table").fields["table"] == ["Plats;Svar\nbron;12;3\n"]
    whole = SimpleUploadedFile("bild.jpg", photograph())
    page = sent(at_work, f"{LIST}nytt/", **said, picture=whole)
    assert page.says("Beskriv i ord vad bilden visar.")
    assert page.says("Välj bilden igen.")
    assert not Evidence.objects.exists()


def test_a_source_that_was_not_used_stands_apart(at_work):
    said = {"source": "medborgardialog", "statement": "Tolv svar."}
    page = sent(at_work, f"{LIST}nytt/", **said, rejected_why="För få svarade.")
    assert page.says("Det sparas med skälet och kan inte citeras.")
    assert not opened(at_work, LIST).says("Tolv svar.")
    assert opened(at_work, f"{LIST}?visa=ratade").says("Tolv svar.")


def test_those_who_spoke_are_told_and_a_slip_is_put_right(at_work, municipality):
    finding = make.evidence(municipality)
    page = opened(at_work, f"{LIST}{finding.public_id}/")
    assert page.says("Ingen har berättat för dem än")
    told = {"told_on": "2026-02-10", "channel": "brev", "said": "Ljus i maj."}
    page = sent(at_work, f"{LIST}{finding.public_id}/svar/", **told)
    assert page.says("Ljus i maj.")
    first = finding.feedback.get()
    again = f"{LIST}{finding.public_id}/svar/?rattar={first.public_id}"
    page = sent(at_work, again, said="Ljus i juni.")
    assert page.says("Ljus i juni.")
    assert not page.says("Ljus i maj.")
    for asked in (first.public_id, "x"):
        again = f"{LIST}{finding.public_id}/svar/?rattar={asked}"
        assert at_work.get(again).status_code == 404


def test_the_police_see_what_is_shared_with_them(signed_in, liaison_officer, municipality):
    shared = make.evidence(municipality, "Delat.", Visibility.PARTIES)
    assert opened(signed_in(liaison_officer), f"{LIST}{shared.public_id}/").says("Delat.")
