"""Minutes are written by several, adjusted, and then never changed."""

import json
from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from handslag.core.access import ForbiddenError, Role
from handslag.core.accounts.models import Person
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.council import queries, services
from handslag.domain.council.models import (
    Adjustment,
    CouncilDecision,
    FinalMinutes,
    Meeting,
    MinutesNote,
    MinutesVersion,
)
from handslag.domain.council.rules.drafts import (
    Came,
    MeetingDraft,
    MinuteDraft,
)
from handslag.domain.council.rules.words import (
    ItemKind,
    MeetingState,
    Presence,
    TaskState,
)
from handslag.domain.organisations.models import Kind, Organisation
from tests import make
from tests.make import council as papers
from tests.refusing import code_of

DECEMBER = datetime(2026, 12, 3, 12, tzinfo=UTC)


def test_own_items_stand_before_other_matters_and_can_be_moved(coordinator, held):
    item = papers.item(coordinator, held)
    titles = [one.title for one in queries.agenda_of(held)]
    assert titles[-2:] == ["Belysningen", "Övriga frågor"]
    services.move_item(coordinator, item, up=True)
    assert [one.title for one in queries.agenda_of(held)][-3] == "Belysningen"


def test_two_who_write_the_minutes_lose_nothing(coordinator, held):
    lights, school = (papers.item(coordinator, held, title) for title in ("A", "B"))
    services.save_minutes(coordinator, held, {lights.pk: MinuteDraft("Min text", "", 0)})
    held_now, left = services.save_minutes(
        coordinator,
        held,
        {
            lights.pk: MinuteDraft("En annans text", "", 0),
            school.pk: MinuteDraft("Skolan berättade.", "", 0),
        },
    )
    assert (dict(held_now), set(left)) == ({school.pk: 1}, {lights.pk})
    texts = {sheet.item.title: sheet.minute.text for sheet in queries.sheets(held)}
    assert (texts["A"], texts["B"]) == ("Min text", "Skolan berättade.")


def test_who_came_instead_is_said(coordinator, held, police, today):
    seat = queries.seats_now(held.council, today=today)[1]
    came = Came(seat.pk, police.pk, seat.function, Presence.REPLACED)
    assert (
        code_of(lambda: services.save_attendance(coordinator, held, [came], revision=1))
        == "council.replaced_by_whom"
    )


def frozen(held):
    row = queries.latest_version(held)
    assert row is not None
    return json.loads(row.version.content)


def test_decisions_are_numbered_in_the_order_of_the_agenda(coordinator, held):
    first, second = (papers.item(coordinator, held, title) for title in ("A", "B"))
    papers.written(coordinator, second, decision="Rådet beslutar att ja.")
    papers.written(coordinator, first, decision="Rådet beslutar att nej.")
    papers.finished(coordinator, held)
    found = CouncilDecision.objects.filter(meeting=held)
    assert [(one.number, one.title) for one in found] == [(1, "A"), (2, "B")]


def test_minutes_need_those_who_came_and_those_who_adjust(coordinator, held, now):
    assert (
        code_of(lambda: services.freeze_minutes(coordinator, held, [], now=now))
        == "council.no_adjusters"
    )
    services.save_attendance(coordinator, held, [], revision=1)
    assert (
        code_of(lambda: services.freeze_minutes(coordinator, held, [], now=now))
        == "council.nobody_present"
    )


def test_minutes_are_final_when_every_adjuster_has_confirmed(coordinator, held, now, today):
    seats = queries.seats_now(held.council, today=today)[:2]
    version = services.freeze_minutes(coordinator, held, seats, now=now)
    first, second = queries.adjusters_of(version)
    meeting = services.record_confirmation(coordinator, first, on=today, now=now)
    assert meeting.state == MeetingState.ADJUSTING
    meeting = services.record_confirmation(coordinator, second, on=today, now=now)
    assert meeting.state == MeetingState.FINAL
    assert FinalMinutes.objects.get(meeting=held).adjusted_on == today


def test_an_adjuster_with_an_account_confirms_for_the_own_seat_alone(
    coordinator, held, police, now
):
    member = make.member(police, Role.COUNCIL_MEMBER)
    address = Person.objects.get(pk=member.person_id or 0).email
    seat = papers.seat(coordinator, held.council, police, email=address)
    version = services.freeze_minutes(coordinator, held, [seat], now=now)
    (adjuster,) = queries.adjusters_of(version)
    with pytest.raises(ForbiddenError):
        services.confirm(coordinator, adjuster, now=now)
    assert services.confirm(member, adjuster, now=now).state == MeetingState.FINAL


def test_minutes_that_were_taken_back_are_confirmed_anew(coordinator, held, now, today):
    seats = queries.seats_now(held.council, today=today)[:1]
    old = services.freeze_minutes(coordinator, held, seats, now=now)
    services.take_back(coordinator, held, now=now)
    papers.item(coordinator, held, "Kom fram senare")
    services.freeze_minutes(coordinator, held, seats, now=now)
    (adjuster,) = queries.adjusters_of(old)
    refused = code_of(
        lambda: services.record_confirmation(coordinator, adjuster, on=today, now=now)
    )
    assert refused == "council.older_minutes"
    assert [row.number for row in held.versions.order_by("number")] == [1, 2]
    assert "Kom fram senare" in [item["title"] for item in frozen(held)["items"]]


@pytest.fixture
def final(coordinator, held):
    item = papers.item(coordinator, held)
    papers.written(coordinator, item, "Lyktorna är trasiga.", "Rådet beslutar att räkna.")
    papers.finished(coordinator, held)
    services.add_note(
        coordinator,
        held,
        text="Det var åtta lyktor.",
        is_internal=False,
        now=datetime(2026, 3, 2, tzinfo=UTC),
    )
    return held


def test_final_minutes_are_changed_by_no_service(coordinator, final, now, today):
    item = final.items.last()
    seat = queries.seats_now(final.council, today=today)[0]
    for deed in (
        lambda: papers.written(coordinator, item, "En annan text"),
        lambda: papers.item(coordinator, final),
        lambda: services.take_back(coordinator, final, now=now),
        lambda: services.freeze_minutes(coordinator, final, [seat], now=now),
        lambda: services.begin(coordinator, final, now=now, today=today),
        lambda: services.save_attendance(coordinator, final, [], revision=1),
        lambda: services.cancel(coordinator, final, now=now, today=today),
    ):
        assert code_of(deed) == "council.minutes_final"


KEPT = (MinutesVersion, FinalMinutes, CouncilDecision, Adjustment, MinutesNote)


@pytest.mark.parametrize("model", KEPT)
def test_what_is_final_is_changed_by_no_route(final, model):
    """Neither through the models nor with SQL of one's own, on any database."""
    row = model.objects.first()
    table, column = model._meta.db_table, model._meta.concrete_fields[-1].column
    routes = [
        row.save,
        lambda: model.objects.filter(pk=row.pk).update(id=row.pk),
        lambda: model.objects.filter(pk=row.pk)._raw_delete(model.objects.db),
        lambda: _run(f"UPDATE {table} SET {column} = {column}"),
        lambda: _run(f"DELETE FROM {table}"),
    ]
    for route in routes:
        with pytest.raises(DatabaseError), transaction.atomic():
            route()


def _run(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_working_rows_may_change_and_the_minutes_stand(coordinator, final):
    before = queries.final_content(final)
    final.items.update(title="Något annat")
    Meeting.objects.filter(pk=final.pk).update(place="Någon annanstans")
    assert queries.final_content(final) == before


def test_only_final_minutes_are_published(coordinator, held, now):
    assert code_of(lambda: services.publish(coordinator, held, now=now)) == (
        "council.not_now"
    )
    papers.finished(coordinator, held)
    before = held.council.home.public_revision
    services.publish(coordinator, held, now=now)
    assert Organisation.objects.get(pk=held.council.home_id).public_revision > before


def test_minutes_hold_functions_and_no_names(coordinator, council, police):
    papers.seat(coordinator, council, police, name="Kim Exempel")
    held = papers.held(coordinator, council)
    papers.finished(coordinator, held)
    row = queries.latest_version(held)
    assert row is not None
    assert "Kim Exempel" not in row.version.content


def test_who_owns_a_task_reports_on_it(coordinator, held, today, elsewhere):
    company = make.organisation("Lundbybostäder", Kind.HOUSING_COMPANY)
    reporter = make.member(company, Role.REPORTER)
    task = papers.task(coordinator, papers.item(coordinator, held), company)
    report = {
        "state": TaskState.DONE,
        "result": "Åtta lyktor.",
        "due_on": task.due_on,
        "revision": task.revision,
        "today": today,
    }
    with pytest.raises(ForbiddenError):
        services.report_task(elsewhere, task, **report)
    done = services.report_task(reporter, task, **report)
    assert (done.state, done.ended_on) == (TaskState.DONE, today)
    with pytest.raises(ChangedMeanwhileError):
        services.report_task(coordinator, task, **report)


def test_a_task_under_an_internal_item_is_internal(coordinator, held, municipality):
    item = papers.item(coordinator, held, is_internal=True, kind=ItemKind.DISCUSS)
    assert papers.task(coordinator, item, municipality).is_internal


def test_strangers_do_nothing_with_a_council(elsewhere, reader, council, held, now, today):
    item = held.items.first()
    for actor in (elsewhere, reader):
        for deed in (
            lambda actor=actor: services.save_minutes(actor, held, {}),
            lambda actor=actor: services.remove_item(actor, item),
            lambda actor=actor: services.publish(actor, held, now=now),
            lambda actor=actor: services.cancel(actor, held, now=now, today=today),
            lambda actor=actor: services.plan_meeting(
                actor, council, MeetingDraft(DECEMBER), now=now
            ),
        ):
            with pytest.raises(ForbiddenError), transaction.atomic():
                deed()


def test_a_task_is_due_on_the_day_that_was_said(coordinator, held, municipality):
    item = papers.item(coordinator, held)
    task = papers.task(coordinator, item, municipality, due_on=date(2026, 6, 1))
    found = queries.deadlines(homes=[municipality.pk], today=date(2026, 3, 2))
    assert (date(2026, 6, 1), "council.task") in [(one.due_on, one.kind) for one in found]
    assert task.state == TaskState.OPEN
