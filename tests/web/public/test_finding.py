"""Anyone can read a public finding whole; of others there is no page."""

import pytest

from handslag.domain.evidence import services
from handslag.domain.evidence.rules import Confidence, Table, Visibility
from handslag.domain.evidence.rules.feedback import Told
from handslag.domain.evidence.services import Picture
from tests.make.findings import NOW, finding, photograph

pytestmark = pytest.mark.django_db


@pytest.fixture
def recorded(coordinator, municipality):
    def record(visibility, **more):
        said = finding(
            visibility=visibility,
            period="hösten 2025",
            confidence=Confidence.LOW,
            table=Table(("Plats", "Svar"), (("torget", "1200"), ("bron", "XX"))),
        )
        picture = Picture(photograph(), "Ett mörkt torg.")
        return services.record_finding(
            coordinator,
            home=municipality,
            finding=said,
            now=NOW,
            pictures=[picture],
            **more,
        )

    return record


def test_a_public_finding_has_a_page_with_all_that_is_known(visitor, recorded, coordinator):
    row = recorded(Visibility.PUBLIC)
    address = f"/underlag/{row.public_id}/"
    assert "Ljus i maj." not in visitor.get(address).content.decode()
    told = Told(NOW.date(), "brev", "Ljus i maj.")
    services.tell(coordinator, row, told, now=NOW)
    page = visitor.get(address).content.decode()
    for words in (
        "Fyra av tio",
        "Osäkert",
        "1\u202f200",
        "XX",
        "Ett mörkt torg.",
        "Ljus i maj.",
    ):
        assert words in page
    picture = visitor.get(f"{address}bild/{row.files.get().file.sha256}/")
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/jpeg")
    english = visitor.get(f"/en{address}").content.decode()
    assert "Uncertain" in english
    later = recorded(Visibility.PUBLIC, corrects=row)
    assert f'href="/underlag/{later.public_id}/"' in visitor.get(address).content.decode()


@pytest.mark.parametrize("visibility", [Visibility.OWN, Visibility.PARTIES])
def test_of_a_finding_that_is_not_public_there_is_no_page(visitor, recorded, visibility):
    row = recorded(visibility)
    address = f"/underlag/{row.public_id}/"
    for path in (address, f"{address}bild/{row.files.get().file.sha256}/"):
        answer = visitor.get(path)
        assert answer.status_code == 404
        assert "Fyra av tio" not in answer.content.decode()
