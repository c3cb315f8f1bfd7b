from datetime import date

import pytest

from handslag.domain.vocabulary import published
from handslag.domain.vocabulary.models import Kind, Term
from tests import make

pytestmark = pytest.mark.django_db


def test_a_list_is_read_in_one_query_and_in_its_order(django_assert_num_queries):
    make.term(Kind.FOCUS, "B", "andra", "second")
    make.term(Kind.FOCUS, "A", "första", "first")
    Term.objects.filter(code="B").update(position=1)
    make.term(Kind.UNIT, "A", "annan lista", "other list")

    with django_assert_num_queries(1):
        found = published.terms(Kind.FOCUS, "sv")

    assert list(found.items()) == [("A", "första"), ("B", "andra")]


def test_only_words_that_hold_today_and_have_a_name_are_offered(today):
    for code in ("now", "past", "future", "nameless"):
        make.term(Kind.FOCUS, code)
    Term.objects.filter(code="past").update(until=date(2026, 3, 1))
    Term.objects.filter(code="future").update(since=date(2026, 3, 3))
    Term.objects.filter(code="nameless").update(is_provisional=True)

    assert list(published.offered(Kind.FOCUS, "sv", today=today)) == ["now"]
    assert len(published.terms(Kind.FOCUS, "sv")) == 4
