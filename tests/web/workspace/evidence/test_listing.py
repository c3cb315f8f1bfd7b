"""The list of findings: narrowed, paged, and as cheap with many as with few."""

from datetime import timedelta

import pytest

from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Visibility
from handslag.domain.vocabulary.models import Kind
from tests import make
from tests.make.findings import NOW
from tests.web.pages import opened

LIST = "/arbete/underlag/"
QUERIES = 8


def many(home, count: int, **said) -> None:
    Evidence.objects.bulk_create(
        Evidence(
            home=home,
            **{
                "source": "medborgardialog",
                "statement": f"Nummer {number}.",
                "visibility": Visibility.PARTIES,
                "recorded_at": NOW + timedelta(minutes=number),
                **said,
            },
        )
        for number in range(count)
    )


@pytest.mark.parametrize("count", [2, 60])
def test_the_list_costs_the_same_at_any_size(
    at_work, municipality, count, django_assert_max_num_queries
):
    make.term(Kind.SOURCE, "medborgardialog", "Medborgardialog")
    many(municipality, count)
    many(municipality, 3, considered="rejected", rejected_why="För få.")
    with django_assert_max_num_queries(QUERIES):
        page = opened(at_work, LIST)
    assert page.says(f"{count} underlag kan citeras.")
    with django_assert_max_num_queries(QUERIES):
        assert opened(at_work, f"{LIST}?visa=ratade").says("Inte använt: För få.")


def test_the_list_is_paged_and_narrowed_and_says_when_nothing_fits(at_work, municipality):
    for source in ("medborgardialog", "EST"):
        make.term(Kind.SOURCE, source, source)
    many(municipality, 30)
    many(municipality, 1, source="EST", statement="Klotter vid bron.")
    first = opened(at_work, LIST)
    assert first.says("Sida 1 av 2")
    assert "?sida=2" in first.links
    narrowed = opened(at_work, f"{LIST}?text=klotter&source=EST&visibility=parties")
    assert narrowed.says("Klotter vid bron.")
    assert not narrowed.says("Nummer 1.")
    assert opened(at_work, f"{LIST}?text=finns+inte").says("Inget passar.")
    assert opened(at_work, f"{LIST}?source=hittepå&visibility=x").says("Nummer 29.")
