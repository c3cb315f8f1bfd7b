"""`manage.py export_promises`: what went in comes out, on standard output."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from handslag.core.access import Role
from handslag.domain.evidence.rules import Visibility
from handslag.domain.promises import services
from handslag.domain.promises.rules.words import AmendmentKind, Verdict
from handslag.domain.promises.services.following_up import OutcomeDraft
from tests import make
from tests.domain.promises.records import (
    follow_up,
    municipalities,
    put_out,
    record,
    take_in,
)

pytestmark = pytest.mark.django_db


def run(*options):
    out, err = io.StringIO(), io.StringIO()
    call_command("export_promises", *options, stdout=out, stderr=err)
    assert err.getvalue() == ""
    return json.loads(out.getvalue())


@pytest.fixture
def imported(now):
    municipalities()
    file = [record("X3"), follow_up("X1"), record("X2", municipality=["Torp"])]
    take_in(now, *file)
    return file


def test_what_went_in_comes_out_in_the_same_order(imported):
    assert run() == imported


def test_only_those_that_were_asked_for_come_out(imported):
    assert run("--ids", "X2", "X3") == [imported[0], imported[2]]


def test_ids_that_nobody_has_are_named(imported):
    with pytest.raises(CommandError, match="Det finns inga poster med dessa id: X8, X9"):
        run("--ids", "X9", "X2", "X8")


def test_an_empty_installation_exports_an_empty_list():
    assert run() == []


def test_sets_decided_here_come_with_all_and_under_an_id_of_their_own(
    published, imported, coordinator, municipality, now
):
    follow = services.begin_follow_up(
        coordinator, published, period=published.period, now=now
    )
    outcome = OutcomeDraft(Verdict.EXCEEDED, result="Fem vandringar.")
    services.save_follow_up(
        coordinator, follow, {published.promises.get().pk: outcome}, revision=1
    )
    services.publish_follow_up(coordinator, follow, now=now)
    assert run() == imported
    *first, decided, told = run("--all")
    assert first == imported
    assert decided["id"] == f"H{published.public_id.hex}"
    assert (decided["kind"], told["kind"]) == ("promise", "followup")
    assert decided["municipality"] == "Lundby"
    assert decided["year_or_period"] == "2026"
    (promise,) = decided["promises"]
    assert promise["text_sv"] == "Vi går minst fyra trygghetsvandringar i centrum."
    assert promise["responsible"] == ["kommunen"]
    assert promise["measurable_target"] == [
        {"op": "min", "n": 4, "unit": "trygghetsvandringar"}
    ]
    assert (promise["result"], promise["status"]) == (None, None)
    assert (told["promises"][0]["result"], told["promises"][0]["status"]) == (
        "Fem vandringar.",
        "exceeded",
    )
    assert run("--all", "--ids", decided["id"]) == [decided]


def test_what_is_exported_from_here_can_be_imported_elsewhere(published, now):
    exported = run("--all")
    published.slugs.all().delete()
    published.documents.all().delete()
    municipalities()
    moved = [{**one, "municipality": "Holm"} for one in exported]
    assert take_in(now, *moved).refused == []
    assert put_out() == moved


def test_no_word_that_is_not_approved_comes_out(
    published, draft, coordinator, municipality
):
    hidden = make.evidence(municipality, visibility=Visibility.OWN)
    services.begin_amendment(
        coordinator,
        published,
        kind=AmendmentKind.REVISION,
        reason="Fler.",
        decided_on=published.made_at.date(),
    )
    services.cite(coordinator, published, [hidden])
    assert run("--all") == []


def test_a_source_that_is_not_public_is_not_named(coordinator, municipality, police, now):
    set_ = make.promise_set(coordinator, municipality, police)
    services.add_promise(coordinator, set_, make.promise_draft(municipality))
    own = make.evidence(municipality, visibility=Visibility.OWN)
    known = make.evidence(municipality, visibility=Visibility.PUBLIC)
    services.cite(coordinator, set_, [own, known])
    make.publish(
        set_,
        coordinator,
        (make.member(municipality, Role.APPROVER), municipality),
        (make.member(police, Role.APPROVER), police),
    )
    (exported,) = run("--all")
    assert exported["evidence_sources"] == ["medborgardialog"]


def test_a_result_that_can_point_at_few_people_is_left_out(
    coordinator, municipality, police, now
):
    set_ = make.promise_set(coordinator, municipality, police)
    services.add_promise(
        coordinator, set_, make.promise_draft(municipality, is_sensitive=True)
    )
    make.publish(
        set_,
        coordinator,
        (make.member(municipality, Role.APPROVER), municipality),
        (make.member(police, Role.APPROVER), police),
    )
    follow = services.begin_follow_up(coordinator, set_, period=set_.period, now=now)
    outcome = OutcomeDraft(Verdict.KEPT, result="Tre män.")
    services.save_follow_up(
        coordinator, follow, {set_.promises.get().pk: outcome}, revision=1
    )
    services.publish_follow_up(coordinator, follow, now=now)
    told = run("--all")[1]["promises"][0]
    assert (told["result"], told["status"]) == (None, "done")
