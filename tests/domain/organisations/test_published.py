from datetime import date

from handslag.domain.organisations import published as public
from handslag.domain.organisations.models import Slug
from tests import make

TODAY = date(2026, 3, 2)


def test_a_municipality_is_shown_with_whom_to_ask(municipality, police):
    municipality.contact_name = "Trygghetssamordningen"
    municipality.contact_email = "trygghet@lundby.example"
    municipality.save()
    found = public.municipality("lundby", today=TODAY)
    assert isinstance(found, public.PublishedMunicipality)
    assert found.contact.function == "Trygghetssamordningen"
    assert found.contact.is_reachable
    assert found.police is not None
    assert (found.police.side, found.police.organisation) == ("police", police.name)
    assert not found.police.is_reachable


def test_a_former_name_leads_to_the_present_one(municipality):
    Slug.objects.filter(organisation=municipality).update(current=False)
    Slug.objects.create(organisation=municipality, slug="nylundby", since=TODAY)
    assert public.municipality("lundby", today=TODAY) == public.Renamed("nylundby")


def test_only_municipalities_have_a_page(db):
    district = make.police_district("Polisen")
    Slug.objects.create(organisation=district, slug="polisen", since=TODAY)
    assert public.municipality("polisen", today=TODAY) is None
    assert public.municipality("finns-inte", today=TODAY) is None
