"""A file can come again, changed or not, and nothing of ours is written over."""

from datetime import timedelta

import pytest

from handslag.core.access import Role
from handslag.core.audit.models import Entry
from handslag.domain.organisations.models import Organisation
from handslag.domain.promises import published, services
from handslag.domain.promises.models import (
    Document,
    FollowUp,
    Outcome,
    Promise,
    PromiseSet,
)
from handslag.domain.promises.published import Moved
from handslag.domain.promises.rules.catalogue.reports import Kept
from handslag.domain.promises.rules.words import Verdict
from tests import make
from tests.domain.promises.records import (
    follow_up,
    item,
    one_set,
    page,
    put_out,
    record,
    take_in,
    told,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places")]


def everything():
    return {
        model.__name__: list(model._default_manager.order_by("pk").values())
        for model in (PromiseSet, Document, Promise, FollowUp, Outcome, Entry)
    }


def test_the_same_file_twice_changes_nothing(now):
    file = [record(), follow_up(), record("X3", municipality="Torp")]
    take_in(now, *file)
    before = everything()
    report = take_in(now + timedelta(days=9), *file)
    assert report.unchanged_records == 3
    assert report.taken == report.changed_sets == 0
    assert everything() == before


def test_a_changed_record_gives_a_new_version_and_the_promise_stays_the_same(now):
    take_in(now, record(), follow_up())
    before = Promise.objects.get(document__catalogue_id="X1")
    target = before.targets.get()
    more = item(
        measurable_target=[{"op": "min", "n": 25, "unit": "kontroller", "per": "år"}]
    )
    changed = record(promises=[more, item("Belysning i parken")])
    report = take_in(now, changed)
    assert (report.changed_records, report.changed_sets, report.new_sets) == (1, 1, 0)
    assert put_out() == [changed, follow_up()]
    shown = page()
    assert shown.version == 2
    assert shown.wording.promises[0].id == str(before.public_id)
    assert shown.wording.promises[0].targets[0].id == str(target.public_id)
    assert shown.standing.promises[0].verdict is Verdict.KEPT


def test_a_changed_result_is_shown_though_no_word_of_the_promise_is_new(now):
    take_in(now, record(), follow_up())
    revision = Organisation.objects.get(short_name="Holm").public_revision
    take_in(now, follow_up(promises=[told(result="19 genomförda", status="below_target")]))
    assert page().version == 1
    assert page().standing.promises[0].verdict is Verdict.NOT_KEPT
    assert Organisation.objects.get(short_name="Holm").public_revision > revision


def test_a_source_that_is_no_longer_named_is_no_longer_cited(now):
    take_in(now, record(evidence_sources=["EST", "medborgardialog"]))
    take_in(now, record(evidence_sources=["medborgardialog", "lägesbild"]))
    assert {ground.source for ground in page().wording.grounds} == {
        "medborgardialog",
        "lägesbild",
    }


def test_a_set_whose_period_changes_is_found_at_both_addresses(now):
    take_in(now, record(year_or_period="2020"))
    take_in(now, record(year_or_period="2020-2021"))
    assert page(period="2020-2021").wording.name == "Medborgarlöfte 2020-2021"
    moved = published.set_page("holm", "2020", today=now.date())
    assert moved == Moved("holm", "2020-2021")


def test_a_record_that_turns_out_to_be_about_another_set_joins_it(now):
    take_in(now, record("X1"), follow_up("X2", year_or_period="2021"))
    assert PromiseSet.objects.count() == 2
    joined = follow_up("X2", year_or_period="2020")
    take_in(now, joined)
    assert one_set().documents.count() == 2
    moved = published.set_page("holm", "2021", today=now.date())
    assert moved == Moved("holm", "2020")
    assert put_out() == [record("X1"), joined]


def test_a_record_that_leaves_its_set_leaves_the_rest_behind(now):
    take_in(now, record("X1"), follow_up("X2"))
    left = record("X1", year_or_period="2018")
    take_in(now, left)
    assert PromiseSet.objects.count() == 2
    assert page(period="2018").wording.promises[0].text == item()["text_sv"]
    assert page(period="2020").wording.promises[0].text == told()["text_sv"]
    assert put_out() == [left, follow_up("X2")]


@pytest.fixture
def taken_over(now):
    take_in(now, record())
    holm = Organisation.objects.get(short_name="Holm")
    coordinator = make.member(holm, Role.COORDINATOR)
    services.take_over(coordinator, one_set(), now=now)
    return one_set()


def test_a_set_that_is_taken_over_is_not_written_over(taken_over, now):
    report = take_in(now, record(validity="något annat"))
    assert report.kept == [("X1", Kept.LEFT)]
    assert report.changed_records == 0
    assert put_out() == [record()]


def test_what_comes_later_stands_beside_it_and_changes_no_word(taken_over, now):
    words = page().wording
    report = take_in(now, follow_up(), record("X3", source_type="polisen"))
    assert report.kept == [("X2", Kept.BESIDE), ("X3", Kept.BESIDE)]
    assert PromiseSet.objects.count() == 1
    assert page().wording == words
    assert page().standing.promises[0].verdict is Verdict.UNKNOWN
    (other,) = published.publications("holm", "2020")
    assert other.publisher == "polisen"
    assert put_out() == [record(), follow_up(), record("X3", source_type="polisen")]


def test_a_set_decided_here_is_never_changed_by_a_file(now):
    holm = Organisation.objects.get(short_name="Holm")
    police = make.police_district(serving=holm)
    coordinator = make.member(holm, Role.COORDINATOR)
    set_ = make.promise_set(coordinator, holm, police, period="2020")
    services.add_promise(coordinator, set_, make.promise_draft(holm))
    make.publish(
        set_,
        coordinator,
        (make.member(holm, Role.APPROVER), holm),
        (make.member(police, Role.APPROVER), police),
    )
    words = page().wording
    report = take_in(now, record(), follow_up())
    assert [kept for _, kept in report.kept] == [Kept.BESIDE, Kept.BESIDE]
    assert PromiseSet.objects.count() == 1
    assert page().wording == words
    assert put_out() == [record(), follow_up()]


def test_a_draft_that_nobody_has_seen_stays_unseen(draft, now):
    take_in(now, record(municipality="Lundby", year_or_period="2026"))
    assert draft.documents.count() == 0


def test_a_set_with_heirs_is_not_written_over(now):
    take_in(now, record())
    holm = Organisation.objects.get(short_name="Holm")
    coordinator = make.member(holm, Role.COORDINATOR)
    services.renew(coordinator, one_set(), name="Nästa", period=one_set().period, now=now)
    report = take_in(now, record(promises=[]))
    assert report.kept == [("X1", Kept.LEFT)]
