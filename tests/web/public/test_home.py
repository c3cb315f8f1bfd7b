"""The front page answers for the whole country, and says only what is known."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handslag.domain.organisations.models import Kind
from handslag.domain.promises.models import BankSet
from handslag.domain.promises.rules.words import Origin, Verdict
from handslag.web.public import cached
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def degerfors(db):
    """A municipality that is on the map."""
    make.organisation("Örebro län", Kind.COUNTY, "18")
    return make.municipality("Degerfors kommun", "1862", population=9_000)


@pytest.fixture
def read(visitor):
    def page(address: str = "/") -> str:
        cached.clear()
        answer = visitor.get(address)
        assert answer.status_code == 200
        return str(answer.content.decode())

    return page


def shape(page: str) -> str:
    """How the municipality is drawn: its class on the map, or nothing."""
    found = re.search(r'<path([^>]*) d="[^"]+"><title>Degerfors', page)
    assert found is not None
    return found[1].strip()


def test_the_first_sentence_counts_what_there_is(read, degerfors):
    make.retold(degerfors, "Ett.", "Två.", "Tre.", outcomes={0: Verdict.KEPT})
    page = read()
    assert "1 kommuns löften finns här: 3 löften." in page
    assert "<strong>Ett är hållet</strong>. Om två säger underlaget inget." in page


def test_an_empty_country_says_so(read, degerfors):
    page = read()
    assert "Inga kommuners löften finns att läsa här än." in page
    assert shape(page) == ""


def test_the_map_and_the_list_lead_to_the_same_municipality(read, degerfors):
    make.retold(degerfors)
    page = read()
    assert page.count('href="/degerfors/"') == 2
    assert shape(page) == 'class="some"'
    assert "1 löfte, återgivet" in page
    english = read("/en/")
    assert english.count('href="/en/degerfors/"') == 2


def test_what_is_made_up_is_said_to_be(read, degerfors):
    make.retold(degerfors, is_example=True)
    page = read()
    assert "1 löfte, varav ett påhittat, återgivet" in page
    assert "Inga kommuners löften finns att läsa här än." in page


def test_a_search_can_be_sent_without_script(read):
    page = read()
    assert '<form class="row search" role="search" action="/sok/" method="get">' in page
    assert 'name="q"' in page


SETS = st.lists(
    st.tuples(
        st.sampled_from([Origin.IMPORTED, Origin.RESTATED]),
        st.lists(
            st.one_of(st.none(), st.sampled_from(list(Verdict)[:9])), min_size=1, max_size=4
        ),
    ),
    min_size=1,
    max_size=3,
)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(sets=SETS)
def test_no_silence_and_no_outcome_of_a_summary_colours_its_municipality(
    sets, read, degerfors
):
    """The colour says that there is something to read, whatever became of it."""
    BankSet.objects.all().delete()
    for origin, verdicts in sets:
        outcomes = {at: verdict for at, verdict in enumerate(verdicts) if verdict}
        texts = [f"Löfte {at}." for at in range(len(verdicts))]
        make.retold(degerfors, *texts, origin=origin, outcomes=outcomes)
    page = read()
    assert shape(page) == 'class="some"'
    assert "försenad" not in page.replace("en uppföljning är försenad</li>", "")
    assert "inte redovisa" not in page.replace("Inte redovisat", "")
    silent = sum(verdict is None for _, verdicts in sets for verdict in verdicts)
    assert ("säger underlaget inget" in page or "Underlaget säger inget" in page) == bool(
        silent
    )


def test_the_page_is_drawn_once_and_anew_when_something_is_published(
    visitor, degerfors, django_assert_max_num_queries
):
    make.retold(degerfors)
    first = visitor.get("/")
    with django_assert_max_num_queries(1):
        second = visitor.get("/", headers={"If-None-Match": first.headers["ETag"]})
    assert second.status_code == 304
    make.retold(degerfors, period="2025")
    assert b"2 l\xc3\xb6ften" in visitor.get("/").content
