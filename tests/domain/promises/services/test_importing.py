"""The open catalogue comes in as published sets; what cannot is named."""

import pytest

from handslag.core.access import ForbiddenError
from handslag.domain.evidence.models import Evidence
from handslag.domain.organisations.models import Organisation
from handslag.domain.promises import services
from handslag.domain.promises.models import (
    PromiseSet,
)
from handslag.domain.promises.published import Moved
from handslag.domain.promises.rules.catalogue.records import Why
from handslag.domain.promises.rules.catalogue.reports import Refusal
from handslag.domain.promises.rules.words import Origin, Verdict
from handslag.domain.vocabulary.models import Kind as TermKind
from handslag.domain.vocabulary.models import Term
from tests.domain.promises.records import (
    item,
    one_set,
    page,
    put_out,
    record,
    take_in,
    told,
    without,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places")]


def test_a_record_becomes_a_published_set_that_says_what_it_is(now):
    report = take_in(now, record())
    assert (report.new_sets, report.new_promise_records, report.refused) == (1, 1, [])
    shown = page()
    assert shown.wording.origin == Origin.IMPORTED
    assert shown.wording.name == "Medborgarlöfte 2020"
    assert [promise.text for promise in shown.wording.promises] == [item()["text_sv"]]
    assert not shown.may_be_indexed
    assert shown.wording.source is not None
    assert shown.wording.source.url == "https://holm.example/loften"
    assert shown.wording.source.retrieved_on == now.date()


def test_an_outcome_that_nobody_has_told_is_unknown(now):
    take_in(now, record())
    assert [one.verdict for one in page().standing.promises] == [Verdict.UNKNOWN]
    assert page().standing.late_since is None


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        ("done", Verdict.KEPT),
        ("done_with_reservation", Verdict.WITH_RESERVATION),
        ("ongoing_or_done", Verdict.UNKNOWN),
        (None, Verdict.UNKNOWN),
    ],
)
def test_a_result_among_promises_is_an_outcome_with_the_sources_own_code(
    status, verdict, now
):
    take_in(now, record(promises=[told(status=status, result="22 genomförda")]))
    (standing,) = page().standing.promises
    assert standing.verdict is verdict
    assert standing.outcomes[0].result == "22 genomförda"
    assert standing.outcomes[0].stated_status == (status or "")


def test_a_result_that_can_point_at_a_few_people_is_not_shown(now):
    take_in(now, record(promises=[told(focus_area="VNR", result="tre män i behandling")]))
    (standing,) = page().standing.promises
    assert standing.verdict is Verdict.KEPT
    assert standing.outcomes[0].result == ""


def test_the_sources_of_knowledge_are_findings_that_the_set_rests_on(now):
    take_in(now, record(evidence_sources=["medborgardialog", "EST"]))
    assert [ground.source for ground in page().wording.grounds] == [
        "medborgardialog",
        "EST",
    ]
    assert {one.home.short_name for one in Evidence.objects.all()} == {"Holm"}


def test_codes_that_nobody_has_named_are_let_in(now):
    take_in(
        now,
        record(
            features=["ny_egenskap"],
            evidence_sources=["kristallkula"],
            promises=[told(focus_area="NYTT", activity_types=["dans"], status="halvt")],
        ),
    )
    let_in = Term.objects.filter(is_provisional=True).values_list("kind", "code")
    assert set(let_in) >= {
        (TermKind.FEATURE, "ny_egenskap"),
        (TermKind.SOURCE, "kristallkula"),
        (TermKind.FOCUS, "NYTT"),
        (TermKind.ACTIVITY, "dans"),
        (TermKind.STATUS, "halvt"),
    }


def test_several_municipalities_share_one_set_that_answers_under_each(now):
    take_in(now, record(municipality=["Torp", "Holm"]))
    assert one_set().home.short_name == "Torp"
    assert [area.municipality.short_name for area in one_set().areas.all()] == [
        "Torp",
        "Holm",
    ]
    assert page("holm").canonical == Moved("torp", "2020")


def test_a_district_has_its_own_set_and_address(now):
    take_in(now, record("X1"), record("X2", district="Norra Holm"))
    assert PromiseSet.objects.count() == 2
    assert page(period="2020-norra-holm").wording.district == "Norra Holm"


@pytest.mark.parametrize("time", [None, "", "löpande", "31 juni 2023", "från hösten 2020"])
def test_a_period_that_cannot_be_read_stands_in_its_own_words(time, now):
    take_in(now, record(year_or_period=time))
    assert one_set().period_stated == (time or "")
    assert put_out()[0]["year_or_period"] == time


def test_very_long_words_get_an_address_all_the_same(now):
    long = "Norra och södra delarna av " * 11
    report = take_in(now, record(year_or_period="x" * 300, district=long.strip()))
    assert report.new_sets == 1
    assert page(period=one_set().slugs.get().slug).wording.promises


def test_what_cannot_be_taken_is_named_and_the_rest_lands(now):
    report = take_in(
        now,
        record("X1", municipality="Atlantis"),
        record("X2", municipality=["Holm", "Atlantis"]),
        without(record("X3"), "municipality"),
        {"kind": "survey", "id": "X4"},
        {"kind": "agreement", "anything": "goes"},
        {"kind": "survey", "id": "X5"},
        None,
        record("X6"),
        record("X6", validity="igen"),
    )
    assert sorted(report.refused, key=lambda one: one.record) == [
        Refusal("#7", "", Why.NOT_AN_OBJECT),
        Refusal("X1", "municipality", Why.UNKNOWN_MUNICIPALITY, {"name": "Atlantis"}),
        Refusal("X2", "municipality[1]", Why.UNKNOWN_MUNICIPALITY, {"name": "Atlantis"}),
        Refusal("X3", "municipality", Why.MISSING),
        Refusal("X6", "id", Why.TWICE_IN_FILE),
    ]
    assert report.not_yet == {"survey": 2, "agreement": 1}
    assert put_out() == [record("X6")]


def test_only_the_installation_imports(coordinator, now):
    with pytest.raises(ForbiddenError):
        services.import_catalogue(coordinator, [], retrieved_on=now.date(), now=now)


def test_made_up_municipalities_and_sets_take_no_part(now):
    Organisation.objects.filter(short_name="Holm").update(is_example=True)
    assert take_in(now, record()).refused[0].code == "unknown_municipality"
