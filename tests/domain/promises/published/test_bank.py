"""Löftesbanken: what is found, in which order, and what it adds up to."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handslag.domain.promises import figures
from handslag.domain.promises.models import BankEntry, BankSet
from handslag.domain.promises.published import bank
from handslag.domain.promises.published.bank import Wish
from handslag.domain.promises.rules.words import Verdict
from tests import make

TODAY = date(2026, 3, 2)


@pytest.fixture
def country(db):
    """Three municipalities of different counties and sizes, with retold promises."""
    small = make.municipality("Lundby kommun", "1801", population=6_000)
    large = make.municipality("Storstad kommun", "0102", population=120_000)
    make.retold(
        small,
        "Polisen syns mer på Lilla torget.",
        "Kommunen tänder belysningen vid ån.",
        period="2024",
        outcomes={0: Verdict.KEPT},
        focus="TRYGG_OFF",
    )
    make.retold(
        large,
        "Fler kontroller av mopeder.",
        "Tio trygghetsvandringar på torget.",
        period="2025",
        outcomes={0: Verdict.NOT_KEPT, 1: Verdict.KEPT},
        focus="TRAFIK",
    )


def titles(page) -> list[str]:
    return [hit.title for hit in page.hits]


def test_everything_is_there_the_newest_first(country):
    page = bank.look(Wish())
    assert page.total == 4
    assert titles(page) == [
        "Fler kontroller av mopeder.",
        "Tio trygghetsvandringar på torget.",
        "Polisen syns mer på Lilla torget.",
        "Kommunen tänder belysningen vid ån.",
    ]
    assert (page.hits[0].municipality, page.hits[0].slug) == ("Storstad", "storstad")
    assert (page.hits[0].period, page.hits[0].nr) == ("2025", 1)


def test_each_filter_chooses_and_says_how_many_the_others_would_give(country):
    page = bank.look(Wish(verdict="kept"))
    assert len(page.hits) == page.total == 2
    assert page.counts["verdict"] == {"kept": 2, "not_kept": 1, "unknown": 1}
    assert page.counts["focus"] == {"TRYGG_OFF": 1, "TRAFIK": 1}
    assert page.counts["county"] == {"18": 1, "01": 1}
    assert page.counts["size"] == {"under_10": 1, "over_100": 1}
    assert titles(bank.look(Wish(verdict="kept", county="18"))) == [
        "Polisen syns mer på Lilla torget."
    ]


def test_what_became_of_them_is_counted_as_the_filters_let_through(country):
    assert dict(bank.look(Wish()).sum.tally.counts) == {
        Verdict.KEPT: 2,
        Verdict.NOT_KEPT: 1,
        Verdict.UNKNOWN: 1,
    }
    assert dict(bank.look(Wish(verdict="kept")).sum.tally.counts) == {Verdict.KEPT: 2}
    assert bank.look(Wish(focus="TRYGG_OFF")).sum.tally.known == 1


def test_words_are_found_misspelt_together_with_a_filter(country):
    assert "Tio trygghetsvandringar på torget." in titles(
        bank.look(Wish(words="tryghetsvandringar"))
    )
    page = bank.look(Wish(words="TORGET", county="18"))
    assert titles(page) == ["Polisen syns mer på Lilla torget."]
    assert page.counts["verdict"] == {"kept": 1}
    assert bank.look(Wish(words="storstad")).total == 2


def test_words_that_nothing_has_find_nothing(country):
    page = bank.look(Wish(words="xyzzyplugh"))
    assert (page.total, page.hits, page.pages) == (0, (), 0)


def test_a_page_beyond_the_last_is_empty(country):
    page = bank.look(Wish(page=7))
    assert (page.hits, page.total, page.pages) == ((), 4, 1)


def test_twenty_are_shown_at_a_time_and_none_twice(municipality):
    make.retold(municipality, *(f"Löfte nummer {n}." for n in range(45)))
    pages = [titles(bank.look(Wish(page=n))) for n in (1, 2, 3)]
    assert [len(one) for one in pages] == [20, 20, 5]
    assert len({title for one in pages for title in one}) == 45
    found = [titles(bank.look(Wish(words="löfte", page=n))) for n in (1, 2, 3)]
    assert len({title for one in found for title in one}) == 45


def test_with_more_than_can_be_ranked_no_count_is_given(municipality):
    make.retold(municipality, *(f"Löfte nummer {n}." for n in range(130)))
    page = bank.look(Wish(words="löfte"))
    assert (page.total, page.more_than_shown, page.counts) == (100, True, {})


def test_the_kinds_of_target_and_activity_are_filters(published):
    page = bank.look(Wish(op="min"))
    assert page.total == 1
    assert page.counts["op"] == {"min": 1}
    assert bank.look(Wish(op="max")).total == 0
    assert bank.look(Wish(activity="patrullering")).total == 0


def test_a_page_costs_few_queries(country, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):  # one of them reads what has changed
        bank.look(Wish(verdict="kept"))
    with django_assert_max_num_queries(2):
        bank.look(Wish(verdict="kept"))
    with django_assert_max_num_queries(4):
        bank.look(Wish(words="torget", verdict="kept"))


def test_a_file_holds_every_one_that_answers(country):
    assert [hit.title for hit in bank.every(Wish(verdict="kept"))] == [
        "Tio trygghetsvandringar på torget.",
        "Polisen syns mer på Lilla torget.",
    ]
    assert len(list(bank.every(Wish(words="torget")))) == 2


def test_made_up_examples_are_shown_but_are_in_no_sum(
    draft, coordinator, municipal_approver, police_approver, municipality, police
):
    draft.is_example = True
    draft.save()
    make.publish(
        draft, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    make.retold(municipality, outcomes={0: Verdict.KEPT})
    page = bank.look(Wish())
    assert (page.total, page.sum.examples, page.sum.tally.total) == (2, 1, 1)
    assert [hit.is_example for hit in page.hits] == [True, False]


VERDICTS = st.lists(st.one_of(st.none(), st.sampled_from(list(Verdict)[:9])), min_size=1)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(said=VERDICTS)
def test_what_the_source_is_silent_about_is_in_no_count_but_its_own(said, municipality):
    """Whatever else is known: unknown is never unreported, never late, in no share."""
    BankSet.objects.all().delete()
    outcomes = {at: verdict for at, verdict in enumerate(said) if verdict}
    make.retold(municipality, *(f"Löfte {n}." for n in range(len(said))), outcomes=outcomes)
    silent = sum(verdict is None for verdict in said)
    found = bank.look(Wish()).sum.tally
    assert found.of(Verdict.UNKNOWN) == silent
    assert found.of(Verdict.NOT_REPORTED, Verdict.ONGOING) == sum(
        verdict is Verdict.ONGOING for verdict in said
    )
    assert found.known == len(said) - silent
    assert figures.sum_of(BankEntry.objects.all()).tally == found
