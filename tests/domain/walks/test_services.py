"""A walk from its plan to the day when one walks again."""

import json
from datetime import date
from uuid import uuid4

import pytest

from handslag.core.access import ForbiddenError
from handslag.core.audit.models import Entry
from handslag.core.mail.models import Message
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.evidence.models import Evidence
from handslag.domain.voices.rules import Phase
from handslag.domain.walks import queries, services
from handslag.domain.walks.models import Judgement, Walk
from handslag.domain.walks.rules import (
    FindingDraft,
    HeldDraft,
    Level,
    Light,
    Outcome,
    Parameter,
    PartRole,
    Reply,
    ReplyDraft,
    RevisitDraft,
    StopDraft,
    Tone,
    Weather,
    together,
)
from tests.make import walks
from tests.refusing import code_of

SPRING = date(2026, 4, 15)


def test_a_walk_is_planned_walked_answered_and_walked_again(
    coordinator, caretaker, municipality, housing, now, today
):
    found = walks.asked(coordinator, municipality, housing)
    walk = found.walk
    letter = Message.objects.get(to="kontakt@example.org")
    assert "1. Lampan är trasig. (Tunneln)" in letter.body
    assert f"/arbete/vandringar/{walk.public_id}/" in letter.body
    assert list(queries.waiting_for(caretaker)) == [found]
    reply = ReplyDraft(Reply.DO, "Vi byter lampan.", SPRING)
    services.answer(caretaker, found, reply, seen=0, now=now, today=today)
    assert not queries.waiting_for(caretaker)
    walk.refresh_from_db()
    assert walk.occasion.phase == Phase.HEARD
    assert walk.occasion.people == 12
    told = services.hold_third(coordinator, walk, revision=walk.revision, today=today)
    again = services.walk_again(
        coordinator, told, walks.draft("Centrum igen", SPRING), now=now
    )
    assert [one.name for one in again.stops.all()] == ["Tunneln", "Torget"]
    assert [one.pk for one in queries.to_see_again(again)] == [found.pk]
    done = RevisitDraft(Outcome.DONE, "Lampan lyser.")
    services.see_again(coordinator, again, found, done)
    services.see_again(coordinator, again, found, RevisitDraft(Outcome.PARTLY))
    assert [one.outcome for one in found.revisits.all()] == [Outcome.PARTLY]
    words = json.dumps(list(Entry.objects.values_list("details", flat=True)))
    assert "lampan" not in words.lower()


def test_a_new_answer_stands_after_the_old_one_and_nobody_answers_unread(
    coordinator, caretaker, municipality, housing, now, today
):
    found = walks.asked(coordinator, municipality, housing)

    def answer(reply: ReplyDraft, seen: int) -> None:
        services.answer(caretaker, found, reply, seen=seen, now=now, today=today)

    answer(ReplyDraft(Reply.LATER, "Efter tjälen.", SPRING), 0)
    changed = ReplyDraft(Reply.NO, "Vägen läggs om.")
    assert code_of(lambda: answer(changed, 0)) == "walks.answered_meanwhile"
    answer(changed, 1)
    rows = [(one.number, one.reply) for one in found.answers.all()]
    assert rows == [(1, Reply.LATER), (2, Reply.NO)]
    latest = queries.latest_answer(found)
    assert latest is not None
    assert latest.reply == Reply.NO


def test_only_the_one_responsible_answers_and_only_when_asked(
    coordinator, caretaker, liaison_officer, municipality, housing, now, today
):
    found = walks.asked(coordinator, municipality, housing)
    reply = ReplyDraft(Reply.DO, "", SPRING)
    for other in (coordinator, liaison_officer):
        with pytest.raises(ForbiddenError):
            services.answer(other, found, reply, seen=0, now=now, today=today)
    unasked = walks.finding(coordinator, found.walk, "Skräp vid bänken.")
    with pytest.raises(ForbiddenError):
        services.make_responsible(caretaker, unasked, housing, revision=0, today=today)
    services.make_responsible(coordinator, unasked, housing, revision=0, today=today)

    def too_early() -> None:
        services.answer(caretaker, unasked, reply, seen=0, now=now, today=today)

    assert code_of(too_early) == "walks.not_asked"


def test_an_organisation_sees_what_it_is_asked_and_nothing_else(
    coordinator, caretaker, elsewhere, municipality, housing
):
    found = walks.asked(coordinator, municipality, housing)
    other = walks.finding(coordinator, found.walk, "Skräp vid bänken.")
    services.make_responsible(
        coordinator, other, municipality, revision=0, today=walks.TODAY
    )
    services.ask_owners(coordinator, found.walk, now=walks.NOW)
    walks.walk(coordinator, municipality, title="Skolan")
    assert [one.pk for one in queries.walks_seen_by(caretaker)] == [found.walk_id]
    assert list(queries.findings_seen_by(caretaker, found.walk)) == [found]
    assert list(queries.findings_seen_by(coordinator, found.walk)) == [found, other]
    assert not queries.walks_seen_by(elsewhere)


def test_what_was_asked_about_stands_as_it_was(
    coordinator, municipality, housing, now, today
):
    found = walks.asked(coordinator, municipality, housing)
    said = FindingDraft("Annat.", Parameter.LITTER)

    def change() -> None:
        services.save_finding(coordinator, found, said, revision=found.revision)

    assert code_of(change) == "walks.asked_already"
    assert (
        code_of(lambda: services.remove_finding(coordinator, found))
        == "walks.asked_already"
    )
    assert (
        code_of(lambda: services.ask_owners(coordinator, found.walk, now=now))
        == "walks.nobody_to_ask"
    )


def test_the_same_note_sent_twice_is_one(coordinator, municipality):
    walk = walks.walk(coordinator, municipality)
    key = uuid4()
    first = walks.finding(coordinator, walk, key=key)
    assert walks.finding(coordinator, walk, key=key) == first
    assert walk.findings.count() == 1
    other = walks.walk(coordinator, municipality, title="Skolan")
    assert (
        code_of(lambda: walks.finding(coordinator, other, key=key)) == "walks.key_is_taken"
    )


def test_a_note_in_other_words_is_changed_or_stands_beside_what_somebody_worked_with(
    coordinator, municipality, housing, today
):
    walk = walks.walk(coordinator, municipality)
    key = uuid4()
    first = walks.finding(coordinator, walk, key=key)
    assert walks.finding(coordinator, walk, "Två lampor är trasiga.", key=key) == first
    first = walk.findings.get()
    assert first.text == "Två lampor är trasiga."
    services.make_responsible(coordinator, first, housing, revision=0, today=today)
    for _ in range(2):
        walks.finding(coordinator, walk, "Tre lampor är trasiga.", key=key)
    rows = [(one.number, one.text) for one in walk.findings.all()]
    assert rows == [(1, "Två lampor är trasiga."), (2, "Tre lampor är trasiga.")]


def test_what_was_written_later_holds_however_it_comes(coordinator, municipality):
    walk = walks.walk(coordinator, municipality)
    stop, key = walk.stops.all()[0], uuid4()
    later = {Parameter.LIGHTING: Level.GOOD}
    walks.sheet(coordinator, stop, later, key=key, written=5)
    walks.sheet(coordinator, stop, key=key, written=3)  # was held up on its way
    rows = Judgement.objects.filter(sheet__stop=stop)
    assert list(rows.values_list("parameter", "level")) == [("lighting", "good")]
    walks.sheet(coordinator, stop, {}, key=key, written=6)
    assert not rows.all().exists()


def test_two_groups_have_a_sheet_each_and_none_is_lost(coordinator, municipality):
    walk = walks.walk(coordinator, municipality)
    stop = walk.stops.all()[0]
    walks.sheet(coordinator, stop, {Parameter.LIGHTING: Level.GOOD})
    walks.sheet(coordinator, stop, {Parameter.LIGHTING: Level.BAD})
    (row, _) = queries.stops_of(walk)
    said = queries.levels_of(row)[Parameter.LIGHTING]
    assert said == [Level.GOOD, Level.BAD]
    assert together(said) is Level.BAD


def test_words_that_point_out_a_person_are_refused_and_those_that_may_wait(
    coordinator, municipality, housing, now, today
):
    walk = walks.walk(coordinator, municipality)
    certain = "Ring 070-174 06 35 om lampan."
    assert (
        code_of(lambda: walks.finding(coordinator, walk, certain)) == "walks.personal_data"
    )
    found = walks.finding(coordinator, walk, "En man vid namn Kalle sitter på bänken.")
    assert found.waits
    services.make_responsible(coordinator, found, housing, revision=0, today=today)
    walks.sheet(coordinator, walk.stops.all()[0])
    walk = walks.walked(coordinator, walk)
    assert (
        code_of(lambda: services.ask_owners(coordinator, walk, now=now))
        == "walks.nobody_to_ask"
    )

    def third() -> None:
        services.hold_third(coordinator, walk, revision=walk.revision, today=today)

    assert code_of(third) == "walks.words_wait"
    services.let_through(coordinator, found, revision=1)
    assert services.ask_owners(coordinator, walk, now=now) == 1


def test_a_walk_is_over_when_its_day_has_come_and_something_was_seen(
    coordinator, municipality, now, today
):
    ahead = walks.walk(coordinator, municipality, walk_on=SPRING)
    assert code_of(lambda: walks.walked(coordinator, ahead)) == "walks.not_yet"
    walk = walks.walk(coordinator, municipality)
    assert code_of(lambda: walks.walked(coordinator, walk)) == "walks.nothing_seen"
    walks.finding(coordinator, walk, tone=Tone.GOOD)
    assert code_of(lambda: walks.walked(coordinator, walk, {})) == "walks.nobody_took_part"
    over = HeldDraft(Light.DARK, Weather.RAIN, {PartRole.RESIDENTS: 501})

    def too_many() -> None:
        services.save_held(coordinator, walk, over, revision=0, now=now, today=today)

    assert code_of(too_many) == "walks.too_many_for_a_count"
    walked = walks.walked(coordinator, walk)
    with pytest.raises(ChangedMeanwhileError):
        services.hold_third(coordinator, walked, revision=0, today=today)


def test_everyone_may_come_when_there_is_a_route_and_a_place_to_meet(
    coordinator, municipality, now
):
    bare = services.plan_walk(coordinator, municipality, walks.draft(gathers=""), now=now)
    invite = code_of(lambda: services.invite(coordinator, bare, now=now))
    assert invite == "walks.no_route"
    walks.stop(coordinator, bare)
    invite = code_of(lambda: services.invite(coordinator, bare, now=now))
    assert invite == "walks.say_where_one_meets"
    walk = walks.walk(coordinator, municipality)
    services.invite(coordinator, walk, now=now)
    assert Walk.objects.get(pk=walk.pk).occasion.phase == Phase.OPEN


def test_stops_are_moved_changed_and_taken_out_until_something_is_said_of_them(
    coordinator, municipality
):
    walk = walks.walk(coordinator, municipality)
    first, second = walk.stops.all()
    services.move_stop(coordinator, second, up=True)
    services.move_stop(coordinator, second, up=True)
    assert [one.name for one in walk.stops.all()] == ["Torget", "Tunneln"]
    moved = StopDraft("Torget, norra sidan", lon=14.43, lat=59.24)
    services.save_stop(coordinator, second, moved, revision=0)
    with pytest.raises(ChangedMeanwhileError):
        services.save_stop(coordinator, second, moved, revision=0)
    walks.sheet(coordinator, first)
    assert code_of(lambda: services.remove_stop(coordinator, first)) == "walks.stop_is_used"
    services.remove_stop(coordinator, second)
    assert [one.name for one in walk.stops.all()] == ["Tunneln"]


def test_what_a_walk_showed_is_recorded_once_as_what_is_known(
    coordinator, municipality, housing, now
):
    found = walks.asked(coordinator, municipality, housing)
    evidence = services.cite(coordinator, found.walk, now=now)
    assert "Lampan är trasig." in evidence.statement
    assert evidence.n == 12
    assert found.walk.occasion.findings.get().evidence_id == evidence.pk
    assert (
        code_of(lambda: services.cite(coordinator, found.walk, now=now))
        == "walks.cited_already"
    )
    assert Evidence.objects.count() == 1


def test_what_everyone_can_read_of_a_walk_can_be_followed_from_its_page(
    coordinator, municipality, housing, now
):
    hidden = walks.asked(coordinator, municipality, housing).walk
    assert services.cite(coordinator, hidden, now=now).visibility == "parties"
    shown = walks.asked(coordinator, municipality, housing).walk
    walks.published(coordinator, shown)
    shown.refresh_from_db()
    assert services.cite(coordinator, shown, now=now).visibility == "public"


def test_nobody_elsewhere_and_no_reader_plans_or_changes_a_walk(
    coordinator, elsewhere, reader, municipality, now
):
    walk = walks.walk(coordinator, municipality)
    for other in (elsewhere, reader):
        with pytest.raises(ForbiddenError):
            services.plan_walk(other, municipality, walks.draft(), now=now)
        with pytest.raises(ForbiddenError):
            walks.stop(other, walk)
        with pytest.raises(ForbiddenError):
            walks.finding(other, walk)
        with pytest.raises(ForbiddenError):
            services.invite(other, walk, now=now)
