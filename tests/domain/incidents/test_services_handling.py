"""What is done with an incident: by whom, in which order, counted and written down."""

from datetime import timedelta
from functools import partial

import pytest

from handslag.core.access import ForbiddenError, Role
from handslag.core.audit.models import Entry
from handslag.core.mail.models import Message as Letter
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.incidents import queries, services
from handslag.domain.incidents.models import Count, Incident, Tally
from handslag.domain.incidents.rules import Deed, Outcome, Phase
from tests import make
from tests.make import incidents as made
from tests.refusing import code_of
from tests.together import at_once

NOW = made.NOW
DUE = NOW.date() + timedelta(days=7)


@pytest.fixture
def lundby(db):
    municipality = make.municipality("Lundby kommun")
    made.desk(municipality)
    return municipality


@pytest.fixture
def staff(lundby):
    return make.member(lundby, Role.COORDINATOR)


@pytest.fixture
def police(lundby):
    return make.police_district("Lokalpolisområde Lundby", serving=lundby)


def given(staff, incident, owner):
    incident.refresh_from_db()
    return services.assign(
        staff, incident, owner=owner, due=DUE, revision=incident.revision, now=NOW
    )


def phases():
    return {row.phase: row.n for row in Tally.objects.all() if row.n}


def test_from_received_to_closed_each_step_is_counted_written_and_told(
    lundby, staff, police
):
    officer = make.member(police, Role.LIAISON_OFFICER)
    sent = made.report(
        lundby, made.incident_draft(text="Klotter på muren."), email="a@example.org"
    )
    incident = sent.incidents.get()
    row = given(staff, incident, police)
    assert (row.phase, row.owner, row.due) == (Phase.ASSIGNED, police, DUE)
    letter = Letter.objects.get(about="report_task")
    assert str(row.public_id) in letter.body
    assert "muren" not in letter.body
    assert Letter.objects.filter(to="a@example.org").count() == 1
    row = services.begin(officer, row, revision=row.revision, now=NOW)
    row = services.measure(
        officer, row, words="Muren är tvättad.", revision=row.revision, now=NOW
    )
    assert phases() == {Phase.UNDERWAY: 1}
    row = services.close(
        officer, row, outcome=Outcome.FIXED, revision=row.revision, now=NOW
    )
    assert phases() == {Phase.CLOSED: 1}
    assert (row.outcome, row.closed_on) == (Outcome.FIXED, NOW.date())
    row = services.reopen(staff, row, revision=row.revision, now=NOW)
    assert (row.phase, row.outcome, row.closed_on) == (Phase.UNDERWAY, "", None)
    steps = list(row.steps.order_by("pk"))
    assert [one.deed for one in steps] == [
        *(Deed.ASSIGNED, Deed.BEGUN, Deed.MEASURE, Deed.CLOSED, Deed.REOPENED)
    ]
    assert {one.by for one in steps[1:4]} == {police}
    log = Entry.objects.filter(subject_id=str(row.public_id))
    assert log.count() == 5
    assert "tvättad" not in str(list(log.values()))


def test_the_owner_works_and_only_the_one_who_received_says_whose_task_it_is(
    lundby, staff, police
):
    officer = make.member(police, Role.LIAISON_OFFICER)
    incident = made.incident(lundby)
    with pytest.raises(ForbiddenError):
        services.begin(officer, incident, revision=0, now=NOW)
    row = given(staff, incident, police)
    for deed in (
        lambda: given(officer, row, police),
        lambda: services.reopen(officer, row, revision=row.revision, now=NOW),
        lambda: services.share(officer, row, shared=False, revision=1, now=NOW),
        lambda: services.begin(
            make.member(lundby, Role.REPORTER), row, revision=1, now=NOW
        ),
    ):
        with pytest.raises(ForbiddenError):
            deed()
    stranger = make.municipality("Sjövik kommun")
    assert code_of(lambda: given(staff, row, stranger)) == "incidents.cannot_own"


def test_closed_says_how_it_ended_and_why(lundby, staff):
    incident = made.incident(lundby)

    def close(outcome, words=""):
        return services.close(
            staff, incident, outcome=outcome, words=words, revision=0, now=NOW
        )

    assert code_of(lambda: close(Outcome.WILL_NOT)) == "incidents.say_why_will_not"
    assert code_of(lambda: close(Outcome.FIXED, "Ring 070-174 06 05.")) == (
        "incidents.personal_data"
    )
    assert close(Outcome.WILL_NOT, "Vägen är privat.").phase == Phase.CLOSED
    assert (
        code_of(
            lambda: services.measure(staff, incident, words="Mer.", revision=1, now=NOW)
        )
        == "incidents.not_now_measure"
    )


@pytest.mark.django_db(transaction=True)
def test_two_who_act_at_once_lose_nothing():
    lundby = make.municipality("Lundby kommun")
    made.desk(lundby)
    staff, incident = make.member(lundby, Role.COORDINATOR), made.incident(lundby)

    def measure(words):
        services.measure(staff, incident, words=words, revision=0, now=NOW)

    got = at_once(lambda: measure("Vi har tvättat."), lambda: measure("Vi har målat."))
    assert sorted(type(one).__name__ for one in got) == [
        ChangedMeanwhileError.__name__,
        "NoneType",
    ]
    assert incident.steps.count() == 1
    assert phases() == {Phase.UNDERWAY: 1}


def test_two_about_the_same_are_counted_as_one_until_they_are_taken_apart(lundby, staff):
    first, second = made.incident(lundby), made.incident(lundby)
    before = counts()
    row = services.merge(staff, second, into=first, revision=0, now=NOW)
    assert row.merged_into == first
    assert sum(phases().values()) == 1
    assert counts() == {key: n - 1 for key, n in before.items()}
    assert code_of(lambda: services.begin(staff, row, revision=row.revision, now=NOW)) == (
        "incidents.is_merged"
    )
    first.refresh_from_db()
    third = made.incident(lundby)
    refused = {
        "incidents.others_lead_here": (first, third),
        "incidents.is_merged": (third, row),
        "incidents.is_the_same": (third, third),
    }
    for code, pair in refused.items():
        assert code_of(partial(together, staff, *pair)) == code
    services.separate(staff, row, revision=row.revision, now=NOW)
    third.delete()
    assert Incident.objects.get(pk=second.pk).merged_into is None
    assert sum(phases().values()) == 3
    deeds = [one.deed for one in second.steps.order_by("pk")]
    assert deeds == [Deed.MERGED, Deed.SEPARATED]


def together(staff, one, other):
    return services.merge(staff, one, into=other, revision=one.revision, now=NOW)


def counts():
    rows = Count.objects.filter(n__gt=0)
    return {(one.size, one.grain, one.start, one.cell): one.n for one in rows}


def test_what_is_kept_own_is_no_longer_seen_by_the_group(lundby, staff, police):
    made.group(lundby, police)
    officer = make.member(police, Role.LIAISON_OFFICER)
    incident = made.incident(lundby)
    assert seen_by(officer) == [incident]
    row = services.share(staff, incident, shared=False, revision=0, now=NOW)
    assert seen_by(officer) == []
    assert code_of(
        lambda: services.share(staff, row, shared=False, revision=1, now=NOW)
    ) == ("incidents.is_so_already")


def seen_by(actor):
    today = NOW.date()
    return list(queries.visible_to(queries.sight_of(actor, today=today)))
