"""Which promise on one page is which on another: sure, or not tied at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.promises.rules.catalogue.ties import Wording, ties
from tests.domain.promises.records import shipped


def worded(*texts, focus="TRAF"):
    return [Wording(text, focus) for text in texts]


def of_record(id):
    (record,) = (one for one in shipped() if one["id"] == id)
    return [Wording(one["text_sv"], one["focus_area"]) for one in record["promises"]]


@pytest.mark.parametrize(
    ("promise", "follow_up", "tied"),
    [
        ("P139", "P138", {0: 0}),  # Kungälv
        ("P232", "P231", {0: 0}),  # Strängnäs
        ("P144", "P143", {0: 0, 1: 1}),  # Landskrona
    ],
)
def test_real_follow_ups_are_tied_to_what_they_speak_of(promise, follow_up, tied):
    assert ties(of_record(promise), of_record(follow_up)) == tied


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Minst fyra insatser mot rattfylleri", "Minst två insatser mot rattfylleri"),
        ("Minst två trygghetsvandringar", "Två medborgarmöten om trygghet"),
        ("Trafikkontroller", "Minst tio trafikkontroller vid skolor i hela kommunen"),
        ("Synlig polis i centrum", "Ordningsvakter i centrum"),
        ("", ""),
        ("!", "?"),
    ],
)
def test_the_unsure_are_not_tied(ours, theirs):
    assert ties(worded(ours), worded(theirs)) == {}


def test_two_that_fit_as_well_are_both_left_untied():
    ours = worded("Fotpatrullera i centrum dagtid", "Fotpatrullera i centrum kvällstid")
    assert ties(ours, worded("Fotpatrullera i centrum")) == {}


def test_another_focus_area_asks_for_more_likeness():
    ours, theirs = (
        "Information om droger, årskurs 8, vårdnadshavare, personal",
        ("Informera om drogers skadeverkan, årskurs 8"),
    )
    assert ties(worded(ours), worded(theirs)) == {0: 0}
    assert ties(worded(ours), worded(theirs, focus="NARK")) == {}


def test_the_same_words_twice_are_tied_first_to_first():
    twice = worded("Närvaro vid 200 tillfällen", "Närvaro vid 200 tillfällen")
    assert ties(twice, twice) == {0: 0, 1: 1}
    assert ties(twice, twice[:1]) == {0: 0}


_TEXTS = st.sampled_from(
    [one.text for id in ("P139", "P138", "P108") for one in of_record(id)]
)


@given(st.lists(_TEXTS, max_size=6), st.lists(_TEXTS, max_size=6))
def test_no_promise_is_tied_twice_and_the_same_words_always_are(ours, theirs):
    tied = ties(worded(*ours), worded(*theirs))
    assert len(set(tied.values())) == len(tied)
    assert all(there < len(theirs) and here < len(ours) for there, here in tied.items())
    for text in set(ours) & set(theirs):
        both = min(ours.count(text), theirs.count(text))
        same = [t for t, h in tied.items() if theirs[t] == ours[h] == text]
        assert len(same) == both
