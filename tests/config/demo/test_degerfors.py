"""Every state of a promise can be seen in the demonstration."""

from datetime import date

import pytest
from django.db import connection, transaction

from handslag.core.approvals import queries as approvals
from handslag.domain.plans.rules.chain import Break
from handslag.domain.promises import published as public
from handslag.domain.promises.models import Promise, PromiseSet
from handslag.domain.promises.rules.states import State
from handslag.domain.promises.rules.words import Timeliness, Verdict
from tests import demonstration, migrated

TODAY = date(2026, 11, 22)
# Else there is no database when these are run alone.
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The whole demonstration, once for these tests, which only read it."""
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            demonstration.put_back(demonstration.told())
            yield
            demonstration.copy_from(migrated.file())
            return
        with transaction.atomic():
            demonstration.tell()
            yield
            transaction.set_rollback(True)


def page(municipality: str, period: str) -> public.SetPage:
    found = public.set_page(municipality, period, today=TODAY)
    assert isinstance(found, public.SetPage), (municipality, period, found)
    return found


@pytest.mark.parametrize("year", ["2025", "2026"])
def test_the_made_up_years_are_english_throughout_on_english_pages(demo, year):
    """Also the words of the year beside, and of each number, place and activity."""
    found = public.set_page("degerfors", year, today=TODAY, language="en")
    assert isinstance(found, public.SetPage)
    assert found.texts.is_whole
    texts = public.approved_texts(found.wording)
    assert {one.swedish for one in texts} <= found.texts.words.keys()
    for neighbour in found.neighbours:
        assert {one.title for one in neighbour.wording.promises} <= found.texts.words.keys()


def test_this_year_shows_every_state_and_says_that_it_is_made_up(demo):
    this_year = page("degerfors", "2026")
    assert this_year.wording.is_example
    assert [one.verdict for one in this_year.standing.promises] == [
        Verdict.DISPUTED,
        Verdict.ONGOING,
        Verdict.KEPT,
        Verdict.NOT_REPORTED,
        Verdict.KEPT,
        Verdict.NOT_TRIGGERED,
        Verdict.PARTLY,
        Verdict.POSTPONED,
    ]
    late = this_year.standing.promises[1]
    assert late.late_since == date(2026, 9, 30)
    assert late.targets[0].done == 38
    assert late.targets[0].behind is not None
    assert this_year.version == 2
    assert {line.change for line in this_year.wording.lineage} == {
        "changed",
        "dropped",
        "new",
    }
    assert len(this_year.approvals) == 2


def test_last_year_is_kept_and_followed_up(demo):
    last_year = page("degerfors", "2025")
    assert {one.verdict for one in last_year.standing.promises} == {
        Verdict.KEPT,
        Verdict.EXCEEDED,
    }
    assert last_year.standing.timeliness is Timeliness.REPORTED


@pytest.mark.parametrize(
    ("municipality", "period", "promises"),
    [
        ("degerfors", "utan-period", 0),
        ("degerfors", "2017", 6),
        ("karlskoga", "2017", 6),
        ("hallefors", "fran-hosten-2020", 4),
        ("asele", "2021-2022", 4),
        ("osthammar", "2021", 1),
    ],
)
def test_the_five_have_their_real_promises_and_nothing_is_guessed(
    municipality, period, promises, demo
):
    real = page(municipality, period)
    assert not real.wording.is_example
    assert len(real.wording.promises) == promises
    assert {one.verdict for one in real.standing.promises} <= {Verdict.UNKNOWN}


def test_there_is_a_draft_with_an_ownerless_promise_and_a_set_out_for_approval(demo):
    draft = PromiseSet.objects.get(state=State.DRAFT)
    ownerless = Promise.objects.filter(set=draft, responsible=None)
    assert ownerless.count() == 1
    asked = PromiseSet.objects.get(state=State.IN_APPROVAL)
    round_ = approvals.round_with_answers(asked.round_id)
    assert round_ is not None
    assert [hasattr(party, "vote") for party in round_.parties.all()] == [
        True,
        False,
        False,
    ]


def test_this_year_hangs_in_the_chain_but_for_one_promise_that_says_why_not(demo):
    """From the finding to what became of it; the one outside it has its own reason."""
    this_year = page("degerfors", "2026").wording
    loose = [one for one in this_year.promises if one.chain is None]
    assert [one.focus for one in loose] == ["BROTTSOFFER"]
    reasons = [
        one for one in this_year.missing_links if one.kind is Break.PROMISE_WITHOUT_PROBLEM
    ]
    assert [one.promises for one in reasons] == [(loose[0].id,)]
    walks = this_year.promises[0].chain
    assert walks is not None
    assert walks.causes
    assert walks.goal
    assert walks.measure == "Trygghetsvandringar i centrum och vid stationen"
    draft = PromiseSet.objects.get(state=State.DRAFT, home__short_name="Degerfors")
    assert draft.promises.filter(problem=None).count() == 1


@pytest.mark.parametrize("page", ["atgardsplan", "lagesbild"])
def test_what_is_done_leads_back_to_those_who_spoke(demo, client, page):
    said = "/degerfors/ni-sa/samtal-om-vagen-till-stationen-2025/"
    assert said in client.get(f"/degerfors/{page}/").content.decode()
    assert f"/degerfors/{page}/" in client.get(said).content.decode()
