"""What is due, what the law check reads, what could be taken up, and who sees what."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from handslag.core.access import Role
from handslag.core.mail.models import Message
from handslag.domain.agreements.rules.words import Prolongation
from handslag.domain.council import queries, services
from handslag.domain.council.rules.drafts import CouncilDraft, ItemDraft
from handslag.domain.council.rules.words import SeatPlace
from handslag.domain.organisations.models import Kind
from handslag.domain.promises import services as promises
from handslag.domain.promises.rules.words import Rhythm
from handslag.domain.weeks import services as weeks
from handslag.domain.weeks.rules.spans import span_at
from handslag.domain.weeks.rules.words import Heading
from tests import make
from tests.make import agreements as agreed
from tests.make import council as papers
from tests.make import est, incidents
from tests.make.weeks import NOW
from tests.web.matrix.asking import browser

DECEMBER = datetime(2026, 12, 3, 12, tzinfo=UTC)


def test_members_and_the_police_see_the_council_and_strangers_do_not(
    council, coordinator, liaison_officer, elsewhere
):
    company = make.organisation("Lundbybostäder", Kind.HOUSING_COMPANY)
    member = make.member(company, Role.READER)
    assert council not in queries.visible_to(member)
    papers.seat(coordinator, council, company)
    for actor in (member, liaison_officer, coordinator):
        assert council in queries.visible_to(actor)
    assert council not in queries.visible_to(elsewhere)
    assert queries.runs(liaison_officer, council)
    assert not queries.runs(member, council)


def due(homes, today):
    return {one.kind: one for one in queries.deadlines(homes=homes, today=today)}


def test_tasks_minutes_and_elections_are_due(coordinator, held, municipality, today):
    papers.task(coordinator, papers.item(coordinator, held), municipality)
    draft = CouncilDraft(name="Rådet", elected_to=date(2026, 12, 31))
    services.save_council(coordinator, held.council, draft, revision=1)
    found = due([municipality.pk], today)
    assert found["council.task"].due_on == date(2026, 5, 1)
    assert found["council.task"].function == "fastighetschef"
    assert found["council.adjust"].due_on == date(2026, 2, 24) + timedelta(days=30)
    assert found["council.election"].due_on == date(2026, 12, 31)


def test_final_minutes_are_not_due(coordinator, held, municipality, today):
    papers.finished(coordinator, held)
    assert "council.adjust" not in due([municipality.pk], today)


def test_what_is_due_elsewhere_is_not_due_here(coordinator, held, municipality, today):
    papers.task(coordinator, papers.item(coordinator, held), municipality)
    other = make.municipality("Sjövik kommun")
    assert queries.deadlines(homes=[other.pk], today=today) == []


def test_the_addresses_of_what_is_due_and_of_letters_lead_somewhere(
    coordinator, held, municipality, police, today, now, settings
):
    papers.task(coordinator, papers.item(coordinator, held), municipality)
    papers.seat(coordinator, held.council, police, email="chef@example.org")
    planned = papers.meeting(coordinator, held.council, DECEMBER)
    services.call(coordinator, planned, now=now, today=today)
    client = browser(coordinator)
    paths = {one.path for one in queries.deadlines(homes=None, today=today)}
    words = Message.objects.latest("pk").body.split()
    letter = {
        one.removeprefix(settings.PUBLIC_ADDRESS)
        for one in words
        if one.startswith(settings.PUBLIC_ADDRESS)
    }
    assert len(letter) == 2
    for path in {*paths, *letter}:
        assert client.get(path).status_code == 200, path


def test_the_law_check_reads_every_council_in_two_queries(
    coordinator, council, municipality, police, today, django_assert_max_num_queries
):
    papers.seat(coordinator, council, police, is_leading=False, function="kommunpolis")
    papers.held(coordinator, council)
    without = make.municipality("Sjövik kommun")
    with django_assert_max_num_queries(2):
        found = queries.facts_for_law(None, today=today)
    facts = found[municipality.pk]
    assert facts.has_chair
    assert facts.chair_is_municipal
    assert facts.not_leading == ("kommunpolis",)
    assert facts.latest_meeting == date(2026, 2, 24)
    assert without.pk not in found
    assert set(queries.facts_for_law([without.pk], today=today)) == set()


def test_a_council_with_no_seats_exists_and_has_no_chair(coordinator, municipality, today):
    papers.council(coordinator, municipality, with_usual_seats=False)
    facts = queries.facts_for_law([municipality.pk], today=today)[municipality.pk]
    assert (facts.has_chair, facts.chair_is_municipal) == (False, False)


def test_who_has_left_the_chair_does_not_lead(coordinator, council, municipality, today):
    chair = queries.seats_now(council, today=today)[0]
    assert chair.place == SeatPlace.CHAIR
    services.end_seat(coordinator, chair, last_day=today - timedelta(days=1))
    facts = queries.facts_for_law([municipality.pk], today=today)[municipality.pk]
    assert not facts.has_chair


def test_what_is_late_or_soon_due_is_suggested_once(coordinator, council, published, today):
    """The promises have a follow-up planned in December: the meeting can take it up."""
    meeting = papers.meeting(coordinator, council, DECEMBER)
    found = queries.suggestions(meeting, today=today)
    assert {one.what for one in found} >= {"promises.renewal"}
    one = found[0]
    draft = ItemDraft(one.name, one.kind, source=one.source, path=one.path)
    services.take_up(coordinator, meeting, [draft, draft])
    services.take_up(coordinator, meeting, [draft])
    assert meeting.items.filter(source=one.source).count() == 1
    left = queries.suggestions(meeting, today=today)
    assert one.source not in {other.source for other in left}


def test_an_agreement_that_runs_out_or_should_be_followed_up_is_suggested(
    coordinator, council, municipality, police, today
):
    agreed.settled(coordinator, municipality, police, prolongation=Prolongation.NONE)
    meeting = papers.meeting(coordinator, council, DECEMBER)
    found = {one.what: one for one in queries.suggestions(meeting, today=today)}
    assert found["agreement.follow_up"].is_late
    assert found["agreement.renew"].due_on == date(2026, 12, 31)


def test_a_follow_up_that_is_overdue_is_suggested_first(
    coordinator, council, draft, municipal_approver, police_approver, municipality, police
):
    promises.plan_follow_ups(coordinator, draft, Rhythm.TERTIAL, function="samordnaren")
    make.publish(
        draft, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    meeting = papers.meeting(coordinator, council, DECEMBER)
    found = queries.suggestions(meeting, today=date(2026, 12, 1))
    assert (found[0].what, found[0].is_late) == ("promises.follow_up", True)


def test_what_is_due_long_after_the_meeting_is_left_for_later(
    coordinator, council, published, today
):
    meeting = papers.meeting(coordinator, council, datetime(2026, 3, 20, 12, tzinfo=UTC))
    assert queries.suggestions(meeting, today=today) == []


def test_open_tasks_wait_for_those_who_own_them(coordinator, held, today):
    company = make.organisation("Lundbybostäder", Kind.HOUSING_COMPANY)
    reporter = make.member(company, Role.REPORTER)
    task = papers.task(
        coordinator, papers.item(coordinator, held), company, due_on=date(2026, 3, 1)
    )
    waiting = queries.waiting_for(reporter, today=today)
    assert waiting.late == (task,)
    assert task in queries.tasks_seen_by(reporter)


@pytest.mark.parametrize("page", ["/arbete/radet/", "/arbete/radet/{council}/"])
def test_a_list_costs_the_same_whatever_its_size(
    page, coordinator, council, municipality, now, django_assert_max_num_queries
):
    for number in range(3):
        for _ in range(number * 4):
            held = papers.held(coordinator, council)
            papers.task(coordinator, papers.item(coordinator, held), municipality)
        client: Client = browser(coordinator)
        address = page.format(council=council.public_id)
        client.get(address)
        with django_assert_max_num_queries(8 if "{" not in page else 24):
            assert client.get(address).status_code == 200


def test_an_est_picture_of_a_month_is_suggested_once_and_one_of_a_week_never(
    coordinator, council, municipality, today
):
    incidents.desk(municipality)
    group = incidents.group(municipality, since=date(2026, 1, 1))
    for address in ("2026-02", "2026-v08"):
        span = span_at(address)
        assert span is not None
        picture = weeks.begin_picture(coordinator, group, span, within=None, now=NOW)
        est.write(coordinator, picture, Heading.PROBLEMS, "Klotter.")
        picture.refresh_from_db()
        est.frozen(coordinator, picture)
    meeting = papers.meeting(coordinator, council, DECEMBER)
    found = [
        one
        for one in queries.suggestions(meeting, today=today)
        if one.what == "weeks.est_picture"
    ]
    assert [one.name for one in found] == ["EST-gruppen, 2026-02"]
    papers.item(coordinator, meeting, source=found[0].source)
    assert found[0] not in queries.suggestions(meeting, today=today)
