"""A file of points through its pages."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from handslag.core.access import Role, system
from handslag.domain.analysis.models import PointFile
from handslag.domain.analysis.services import lay_out_due
from handslag.domain.evidence.models import Evidence
from tests import make
from tests.domain.analysis.test_services_point_files import HEAD, NOW, lines
from tests.make import incidents

LIST = "/arbete/analys/punkter/"


@pytest.fixture
def home(db):
    made = make.municipality("Degerfors kommun", code="1862")
    incidents.desk(made)
    return made


@pytest.fixture
def at_home(home, signed_in):
    return signed_in(make.member(home, Role.COORDINATOR))


def given(content: str = HEAD + lines(40), **changed):
    return {
        "name": "Skador på byggnader",
        "counted_by": "Fastighetsenheten",
        "covers": "Skador som har anmälts till oss.",
        "covers_from": "2025-01-01",
        "covers_to": "2025-12-31",
        "grid": "sweref",
        "file": SimpleUploadedFile("skador.csv", content.encode()),
        **changed,
    }


def said(browser, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200, address
    text: str = answer.content.decode()
    return text


def test_a_file_is_sent_looked_at_read_in_asked_and_taken_back(at_home):
    at_home.post(LIST, given())
    file = PointFile.objects.get()
    one = f"{LIST}{file.public_id}/"
    page = said(at_home, one)
    assert "Säg vilken kolumn som säger vad." in page
    columns = {"day": "Datum", "time": "Tid", "north": "N", "east": "E", "kind": "Typ"}
    at_home.post(one, {**columns, "until": "", "revision": "1"})
    page = said(at_home, one)
    assert "40 punkter kan frågas." in page
    assert "Inget är sparat än." in page
    at_home.post(f"{one}las-in/", {"revision": "2"})
    assert "Om en minut kan dess punkter frågas." in said(at_home, one)
    lay_out_due(system("test"), now=NOW)
    where = f"/arbete/analys/var/?kalla={file.public_id}"
    page = said(at_home, where)
    assert "Skador på byggnader, Fastighetsenheten" in page
    assert "Skador som har anmälts till oss." in page
    assert "januari 2025–december 2025" in page
    assert "Krossad ruta" in page
    assert "/arbete/analys/ovanligt/" not in page
    at_home.post(where)
    finding = Evidence.objects.get()
    assert finding.source == "kommunens_verksamheter"
    assert "Skador på byggnader, Fastighetsenheten." in finding.limits
    at_home.post(f"{one}ta-tillbaka/", {"revision": "3"})
    assert "Ingen av dess punkter finns kvar." in said(at_home, one)
    assert "Skador på byggnader" not in said(at_home, where)


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(at_home):
    for wrong, sentence in (
        ({"covers": ""}, "Skriv vad filen täcker"),
        ({"covers_to": "2024-01-01"}, "Den sista dagen kommer före den första"),
        ({"file": SimpleUploadedFile("a.csv", b"Datum;N\n=1+1;2\n")}, "formel"),
    ):
        answer = at_home.post(LIST, given(**wrong))
        assert answer.status_code == 422, wrong
        text = answer.content.decode()
        assert sentence in text
        assert "Skador på byggnader" in text
    assert not PointFile.objects.exists()


def test_the_police_do_not_ask_files_of_the_municipality(at_home, home, signed_in):
    at_home.post(LIST, given())
    police = make.police_district("Lokalpolisområde Degerfors", serving=home)
    officer = signed_in(make.member(police, Role.LIAISON_OFFICER))
    assert officer.get(LIST).status_code == 403
    file = PointFile.objects.get()
    assert officer.get(f"{LIST}{file.public_id}/").status_code == 404
