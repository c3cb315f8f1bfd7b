"""Who is meant by the words of a document."""

import pytest

from handslag.domain.organisations.rules import Kind
from handslag.domain.promises.rules.catalogue.names import (
    Who,
    aliases,
    comparable,
    municipality_names,
    police_district,
    who,
)


@pytest.mark.parametrize(
    "stated",
    [
        "polisen",
        "Polismyndigheten",
        "Malmöpolisen",
        "lokalpolisen i Huddinge",
        "kommunpolisen",
        "polisen (LPO Täby)",
        "Polisen på Gotland",
        "lokalpolisområde Örebro",
        "LPO Ystad",
    ],
)
def test_the_police_are_the_police_whatever_they_are_called(stated):
    assert who(stated).who is Who.POLICE


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ("lokalpolisområde Kungälv-Ale", "Lokalpolisområde Kungälv-Ale"),
        ("Lokalpolisområdet i Nybro", "Lokalpolisområde Nybro"),
        ("polisen (LPO Södra Roslagen)", "Lokalpolisområde Södra Roslagen"),
        ("polisen", ""),
        ("Polisen på Gotland", ""),
    ],
)
def test_a_district_is_named_only_when_the_words_name_it(stated, name):
    assert who(stated).name == name


def test_one_district_is_recognised_under_its_spellings():
    names = {"Lokalpolisområde Södra Vätterbygden", "lokalpolisområde södra vätterbygden"}
    assert len({police_district(name) for name in names}) == 1


@pytest.mark.parametrize("stated", ["kommunen", "Kommunen", "kommunledningen", "staden"])
def test_the_municipality_itself_has_no_name(stated):
    assert (who(stated).who, who(stated).name) == (Who.MUNICIPALITY, "")


@pytest.mark.parametrize(
    ("stated", "short"),
    [
        ("Ale kommun", "ale"),
        ("Malmö Stad", "malmö"),
        ("Trollhättans Stad", "trollhättan"),
        ("Upplands Väsby kommun", "upplands väsby"),
        ("Borås Stad", "borås"),
        ("Region Gotland", "gotland"),
        ("Malmö", "malmö"),
        ("Dals-Eds kommun", "dals ed"),
        ("Malmo\u0308 stad", "malmö"),
        ("Upplands\u00a0Väsby", "upplands väsby"),
        ("Å\u00adre kommun", "åre"),
    ],
)
def test_a_municipality_is_found_under_its_short_name(stated, short):
    assert short in municipality_names(stated)


def test_habo_is_not_haabo():
    assert not set(municipality_names("Habo")) & set(municipality_names("Håbo"))


@pytest.mark.parametrize(
    ("stated", "kind"),
    [
        ("Nyköpingshem", Kind.HOUSING_COMPANY),
        ("Marks Bostads AB (MBAB)", Kind.HOUSING_COMPANY),
        ("HSB", Kind.HOUSING_COMPANY),
        ("ÖrebroBostäder", Kind.HOUSING_COMPANY),
        ("Västtrafik", Kind.BUSINESS),
        ("Länsförsäkringar Göinge-Kristianstad", Kind.BUSINESS),
        ("City Örebro", Kind.ASSOCIATION),
        ("Fastighetsägarna Örebro län", Kind.ASSOCIATION),
        ("Frivilliga Resursgruppen", Kind.ASSOCIATION),
        ("Södertörns Brandförsvarsförbund", Kind.AUTHORITY),
        ("Länsstyrelsen i Skåne", Kind.AUTHORITY),
        ("Region Skåne", Kind.REGION),
        ("Lok Brå Karlskoga-Degerfors", Kind.COUNCIL),
        ("Västerporten", Kind.OTHER),
    ],
)
def test_someone_with_a_name_is_of_a_fitting_kind(stated, kind):
    assert who(stated).kind is kind


@pytest.mark.parametrize(
    "stated",
    [
        "föreningar",
        "andra relevanta aktörer",
        "lokala bostadsbolag",
        "grannkommuner",
        "förenings- och näringsliv",
        "Räddningstjänsten",
        "Hälsocentral",
        "x" * 200,
        "Å" * 130,
    ],
)
def test_words_without_anybody_behind_them_make_nobody_up(stated):
    assert who(stated).who is Who.UNNAMED


def test_a_short_name_in_brackets_is_another_name_for_the_same():
    assert comparable("MBAB") in aliases("Marks Bostads AB (MBAB)")
    assert who("Marks Bostads AB (MBAB)").name == "Marks Bostads AB"
