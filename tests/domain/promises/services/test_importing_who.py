"""Who the words of a page mean: the police here, the municipality, somebody with a name."""

import pytest

from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.rules import Kind
from handslag.domain.promises.models import (
    Responsibility,
)
from handslag.domain.promises.rules.words import Part
from tests import make
from tests.domain.promises.records import (
    item,
    one_set,
    page,
    put_out,
    record,
    take_in,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places")]


def test_one_name_owns_and_several_share(now):
    alone, together = (
        item(responsible=["polisen"]),
        item("Annat löfte", responsible=["polisen", "kommunen"]),
    )
    take_in(now, record(promises=[alone, together]))
    parts = Responsibility.objects.order_by("promise__position", "position")
    assert [row.part for row in parts] == [Part.OWNER, Part.JOINT, Part.JOINT]


@pytest.mark.parametrize(
    ("basis", "inferred"),
    [("stated", False), ("joint_or_document", True), ("document", True), (None, True)],
)
def test_what_is_our_reading_is_called_that(basis, inferred, now):
    take_in(now, record(promises=[item(responsible_basis=basis)]))
    assert Responsibility.objects.get().inferred is inferred


def test_the_police_are_those_who_serve_the_municipality(now):
    holm = Organisation.objects.get(short_name="Holm")
    district = make.police_district("Lokalpolisområde Mitt", serving=holm)
    take_in(now, record(parties=["lokalpolisområde Holm-Torp", "Holm kommun"]))
    assert Responsibility.objects.get().organisation == district
    assert not Organisation.objects.filter(name__contains="Holm-Torp").exists()


def test_where_nobody_knows_who_serves_the_page_itself_names_the_district(now):
    take_in(now, record(parties=["lokalpolisområde Norra", "Holm kommun"]))
    district = Responsibility.objects.get().organisation
    assert district is not None
    assert (district.name, district.kind) == (
        "Lokalpolisområde Norra",
        Kind.POLICE_DISTRICT,
    )


def test_else_they_are_the_one_police_authority(now):
    take_in(now, record("X1"), record("X2", municipality="Torp"))
    police = {row.organisation for row in Responsibility.objects.all()}
    assert [one.name for one in police if one] == ["Polismyndigheten"]
    assert page().wording.promises[0].sides == {"police"}


def test_kommunen_on_a_page_of_two_is_both_and_is_written_once(now):
    said = record(municipality=["Holm", "Torp"], promises=[item(responsible=["kommunen"])])
    take_in(now, said)
    meant = [row.organisation for row in Responsibility.objects.order_by("pk")]
    assert [one.short_name for one in meant if one] == ["Holm", "Torp"]
    assert put_out() == [said]


def test_someone_with_a_name_is_founded_once_and_nobody_without(now):
    take_in(
        now,
        record(
            "X1",
            parties=[
                "polisen",
                "Holm kommun",
                "Marks Bostads AB (MBAB)",
                "andra aktörer",
            ],
            promises=[item(responsible=["MBAB", "föreningar", "Västtrafik"])],
        ),
        record("X2", municipality="Torp", parties=["västtrafik"]),
    )
    others = Organisation.objects.exclude(kind__in=[Kind.MUNICIPALITY, Kind.POLICE_REGION])
    assert sorted(others.values_list("name", "kind")) == [
        ("Marks Bostads AB", Kind.HOUSING_COMPANY),
        ("Västtrafik", Kind.BUSINESS),
    ]
    unnamed = Responsibility.objects.get(stated="föreningar")
    assert unnamed.organisation is None


def test_region_gotland_is_the_municipality_of_gotland(now):
    take_in(
        now,
        record(
            municipality="Gotland",
            parties=["Polisen på Gotland", "Region Gotland"],
            promises=[item(responsible=["Region Gotland"])],
        ),
    )
    gotland = Organisation.objects.get(short_name="Gotland")
    assert Responsibility.objects.get().organisation == gotland
    assert gotland in [row.organisation for row in one_set().parties.all()]
