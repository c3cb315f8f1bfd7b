from decimal import Decimal

from handslag.domain.series.rules import Credit, Rated, Source, credit, rate


def test_the_inhabitants_are_those_of_the_same_year():
    people = {2023: Decimal(9290), 2022: Decimal(0)}
    assert rate(Decimal(929), 2023, 1000, people) == Rated(Decimal(100))
    assert rate(Decimal(929), 2024, 1000, people) == Rated(None, 2024)
    assert rate(Decimal(929), 2022, 1000, people) == Rated(None, 2022)


def test_what_was_divided_here_is_not_the_source_s():
    assert credit(Source.KOLADA, 0) is Credit.UNTOUCHED
    assert credit(Source.KOLADA, 1000) is Credit.DERIVED
    assert credit(Source.OWN, 1000) is Credit.UNTOUCHED
