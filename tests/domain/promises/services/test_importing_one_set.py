"""However many pages speak of a set, and in whichever order they come, it is one set."""

import itertools

import pytest

from handslag.domain.promises import published
from handslag.domain.promises.models import (
    Document,
    FollowUp,
    Promise,
    PromiseSet,
)
from handslag.domain.promises.rules.words import Verdict
from tests.domain.promises.records import (
    follow_up,
    item,
    one_set,
    page,
    put_out,
    record,
    shipped,
    take_in,
    told,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places")]


def pairs():
    """A follow-up and its promises, as the real catalogue has them, moved to Holm."""
    real = {one["id"]: one for one in shipped()}
    return [
        [
            {**real[told_in], "municipality": "Holm"},
            {**real[made_in], "municipality": "Holm"},
        ]
        for told_in, made_in in (("P138", "P139"), ("P231", "P232"), ("P143", "P144"))
    ]


@pytest.mark.parametrize("pair", pairs(), ids=["Kungälv", "Strängnäs", "Landskrona"])
@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("follow_up_first", [True, False])
def test_a_follow_up_and_its_promises_are_one_set(pair, at_once, follow_up_first, now):
    order = pair if follow_up_first else pair[::-1]
    if at_once:
        take_in(now, *order)
    else:
        for one in order:
            take_in(now, one)
    documents = Document.objects.filter(set=one_set())
    assert {one.catalogue_id for one in documents} == {one["id"] for one in pair}
    assert documents.get(leading=True).kind == "promise"
    assert put_out() == order


def shown(set_: PromiseSet):
    """All that the public reads of a set, without the keys that chance has given."""
    found = page(period=set_.slugs.get(current=True).slug)
    return [
        (one.promise.nr, one.promise.text, one.verdict, [o.result for o in one.outcomes])
        for one in found.standing.promises
    ]


def test_whichever_order_they_come_in_the_public_reads_the_same(now):
    records = [
        record("X1", promises=[item(), item("Två vandringar i parken", focus_area="")]),
        record("X2", url="https://polisen.example/", promises=[item("Trafikkontroller")]),
        follow_up("X3", promises=[told(), told("Fem föräldramöten", focus_area="UNGA")]),
        follow_up("X4", promises=[told(result="20 av 20")]),
    ]
    seen = []
    for order in list(itertools.permutations(records))[::5]:
        take_in(now, *order[:2])
        take_in(now, *order[2:])
        seen.append(shown(one_set()))
        assert put_out() == list(order)
        PromiseSet.objects.update(version=None)
        FollowUp.objects.all().delete()
        Promise.objects.all().delete()
        Document.objects.all().delete()
        PromiseSet.objects.all().delete()
    assert all(one == seen[0] for one in seen)
    assert [text for _, text, *_ in seen[0]] == [
        item()["text_sv"],
        "Två vandringar i parken",
        "Fem föräldramöten",
    ]
    assert seen[0][0][3] == ["20 av 20", "22 genomförda"]


def test_a_follow_up_without_promises_brings_its_own_set(now):
    take_in(now, follow_up())
    assert page().standing.promises[0].verdict is Verdict.KEPT


def test_a_follow_up_in_other_words_for_the_same_year_finds_its_set(now):
    take_in(now, record(year_or_period="2019"))
    take_in(now, follow_up(year_or_period="2019-01-01--2019-12-31"))
    assert one_set().documents.count() == 2


def test_what_is_told_is_tied_to_what_was_promised(now):
    take_in(now, record(), follow_up())
    (standing,) = page().standing.promises
    assert standing.promise.text == item()["text_sv"]
    assert standing.verdict is Verdict.KEPT
    assert standing.outcomes[0].wording == told()["text_sv"]


def test_what_is_told_of_something_else_stands_for_itself(now):
    take_in(
        now, record(), follow_up(promises=[told("Fem föräldramöten", focus_area="UNGA")])
    )
    assert [(one.promise.text, one.verdict) for one in page().standing.promises] == [
        (item()["text_sv"], Verdict.UNKNOWN),
        ("Fem föräldramöten", Verdict.KEPT),
    ]


def test_two_publications_of_one_set_are_shown_side_by_side(now):
    theirs = [item("Trafikkontroller vid skolor, minst 20"), item("Tre medborgarmöten")]
    take_in(
        now,
        record("X1", promises=[item(), item("Belysning i parken"), item("Fler")]),
        record("X2", source_type="polisen", promises=theirs),
    )
    (other,) = published.publications("holm", "2020")
    assert other.publisher == "polisen"
    assert [(one.ours, one.theirs) for one in other.promises] == [
        (item()["text_sv"], theirs[0]["text_sv"]),
        ("", "Tre medborgarmöten"),
        ("Belysning i parken", ""),
        ("Fler", ""),
    ]


def test_several_municipalities_with_a_follow_up_are_found_in_any_order(now):
    take_in(now, record("X1", municipality=["Holm", "Torp", "Å"]))
    take_in(now, follow_up("X2", municipality=["Å", "Holm", "Torp"]))
    take_in(now, follow_up("X3", municipality=["Holm", "Torp"]))
    assert PromiseSet.objects.count() == 2
