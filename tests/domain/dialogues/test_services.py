"""A dialogue from its plan to the result that everyone can read."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from handslag.core.access import ForbiddenError
from handslag.core.audit.models import Entry
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.dialogues import published, queries, services
from handslag.domain.dialogues.models import Dialogue, Release, Withdrawal
from handslag.domain.dialogues.rules import (
    Audience,
    DialogueDraft,
    HeldDraft,
    Part,
    Script,
)
from handslag.domain.voices.models import Occasion, Voice
from handslag.domain.voices.rules import Phase, VoiceState, Way
from handslag.domain.voices.services import quote
from tests.make import dialogues
from tests.make.photos import picture
from tests.refusing import code_of


def test_a_dialogue_lasts_from_its_first_meeting_to_its_last(coordinator, municipality):
    row = dialogues.dialogue(coordinator, municipality)
    later = dialogues.meeting(dialogues.SOON + timedelta(days=7))
    added = services.add_meeting(coordinator, row, later, now=dialogues.NOW)
    row.occasion.refresh_from_db()
    assert (row.occasion.starts.day, row.occasion.ends.day) == (20, 27)
    services.call_off(coordinator, added, now=dialogues.NOW)
    row.occasion.refresh_from_db()
    assert row.occasion.ends.day == 20
    only = row.meetings.get()
    refused = code_of(lambda: services.call_off(coordinator, only, now=dialogues.NOW))
    assert refused == "dialogues.one_must_be_left"


def test_staff_say_what_before_they_say_how(coordinator, municipality):
    row = dialogues.dialogue(coordinator, municipality, audience=Audience.STAFF)
    assert row.occasion.way == Way.STAFF_DIALOGUE
    how = dialogues.meeting(
        dialogues.SOON - timedelta(days=1), script=Script.HOW, slots=None
    )

    def add(draft):
        return services.add_meeting(coordinator, row, draft, now=dialogues.NOW)

    assert code_of(lambda: add(how)) == "dialogues.what_comes_before_how"
    after = replace(
        how,
        starts=how.starts + timedelta(days=9),
        ends=how.ends + timedelta(days=9),
    )
    add(after)
    assert code_of(lambda: add(after)) == "dialogues.script_is_taken"
    refused = code_of(lambda: services.invite(coordinator, row, now=dialogues.NOW))
    assert refused == "dialogues.staff_are_asked_at_work"


def test_a_line_is_written_once_and_one_that_may_name_somebody_waits(
    coordinator, municipality, now
):
    row = dialogues.dialogue(coordinator, municipality, dialogues.PAST)
    key, notes = uuid4(), "Mörkt i tunneln\nRing 070-174 06 35"
    for _turn in range(2):
        assert services.note(coordinator, row, notes, key=key, now=now) == 2
    assert list(Voice.objects.order_by("pk").values_list("state", flat=True)) == [
        VoiceState.OPEN,
        VoiceState.HELD,
    ]
    other = dialogues.dialogue(coordinator, municipality)
    refused = code_of(lambda: services.note(coordinator, other, notes, key=key, now=now))
    assert refused == "dialogues.key_is_taken"


def test_who_came_is_counted_and_never_more_than_came(
    coordinator, municipality, now, today
):
    row = dialogues.dialogue(coordinator, municipality, dialogues.PAST)

    def hold(**words):
        draft = HeldDraft(**{"people": 10, **words})
        return services.save_held(
            coordinator, row, draft, revision=row.revision, now=now, today=today
        )

    too_many = {Part.SEX: {"women": 6, "men": 5}}
    assert code_of(lambda: hold(profile=too_many)) == "dialogues.more_than_came"
    phoned = (("Ring 070-174 06 35", 1),)
    assert code_of(lambda: hold(came=phoned)) == "dialogues.personal_data"
    row = hold(profile={Part.SEX: {"women": 6, "men": 0}}, came=(("Byalaget", 3),))
    assert queries.profile_of(row) == {Part.SEX: {"women": 6}}
    assert (row.occasion.phase, row.occasion.people) == (Phase.HEARD, 10)
    ahead = dialogues.dialogue(coordinator, municipality)
    refused = code_of(
        lambda: services.save_held(
            coordinator, ahead, HeldDraft(10), revision=0, now=now, today=today
        )
    )
    assert refused == "dialogues.not_yet"


def test_the_result_is_frozen_at_one_moment(coordinator, municipality, now):
    row = dialogues.with_result(coordinator, municipality)
    spoken = Voice.objects.filter(themes__theme="LJUS").first()
    hidden = Voice.objects.filter(themes__theme="TRAFIK").first()
    assert spoken is not None
    assert hidden is not None
    for one in (spoken, hidden):
        quote(coordinator, one, is_quote=True, now=now)
    assert published.dialogue_told(row.occasion.public_id) is None
    services.release(coordinator, row, said="Om ljus.", revision=row.revision, now=now)
    told = published.dialogue_told(row.occasion.public_id)
    assert told is not None
    assert told.themes == (("LJUS", 6),)
    assert told.quotes == (spoken.text,)
    assert [(one.groups, one.people) for one in told.profile[0][1]] == [
        (("women",), 25),
        (("men",), 15),
    ]
    assert Occasion.objects.get().said == "Om ljus."
    dialogues.coded(coordinator, row, "TRAFIK", 4)
    assert published.dialogue_told(row.occasion.public_id) == told


def test_a_new_result_needs_new_voices_and_one_taken_back_can_be_put_right(
    coordinator, municipality, now
):
    row = dialogues.released(coordinator, municipality)

    def release():
        row.refresh_from_db()
        return services.release(
            coordinator, row, said="Igen.", revision=row.revision, now=now
        )

    dialogues.coded(coordinator, row, "LJUS", 4)
    assert code_of(release) == "dialogues.too_few_new"
    dialogues.coded(coordinator, row, "LJUS", 1)
    assert release().number == 2
    assert code_of(lambda: services.withdraw(coordinator, row, why=" ", now=now)) == (
        "dialogues.say_why"
    )
    services.withdraw(coordinator, row, why="Ett citat var fel.", now=now)
    assert published.dialogue_told(row.occasion.public_id) is None
    assert Occasion.objects.get().taken_back_on is not None
    again = code_of(lambda: services.withdraw(coordinator, row, why="Igen", now=now))
    assert again == "dialogues.nothing_is_released"
    assert release().number == 3
    told = published.dialogue_told(row.occasion.public_id)
    assert told is not None
    assert told.number == 3


@pytest.mark.parametrize("model", [Release, Withdrawal])
def test_what_was_released_is_never_changed(coordinator, municipality, now, model):
    row = dialogues.released(coordinator, municipality)
    services.withdraw(coordinator, row, why="Ett citat var fel.", now=now)
    with pytest.raises(DatabaseError), transaction.atomic():
        model.objects.update(id=99)
    with pytest.raises(DatabaseError), transaction.atomic():
        model.objects.all()._raw_delete(using="default")


def test_voices_that_wait_stop_the_result(coordinator, municipality, now):
    row = dialogues.with_result(coordinator, municipality)
    dialogues.noted(coordinator, row)
    refused = code_of(
        lambda: services.release(
            coordinator, row, said="Om ljus.", revision=row.revision, now=now
        )
    )
    assert refused == "dialogues.voices_wait"


def test_who_looked_at_something_older_looks_again(coordinator, municipality, now):
    row = dialogues.with_result(coordinator, municipality)
    with pytest.raises(ChangedMeanwhileError):
        services.release(coordinator, row, said="Om ljus.", revision=0, now=now)


def test_the_bar_is_not_lowered_after_the_result(coordinator, municipality, now):
    row = dialogues.released(coordinator, municipality)
    draft = DialogueDraft("Centrum", least=3)
    refused = code_of(
        lambda: services.save_dialogue(
            coordinator, row, draft, revision=row.revision, now=now
        )
    )
    assert refused == "dialogues.bar_stays"


def test_nothing_is_recorded_of_what_was_said_before_everyone_can_read_it(
    coordinator, municipality, now
):
    row = dialogues.with_result(coordinator, municipality)
    refused = code_of(lambda: services.cite(coordinator, row, now=now))
    assert refused == "dialogues.release_it_first"
    row = dialogues.released(coordinator, municipality, title="En annan")
    services.withdraw(coordinator, row, why="Fel i tabellen.", now=now)
    refused = code_of(lambda: services.cite(coordinator, row, now=now))
    assert refused == "dialogues.release_it_first"


def test_what_was_said_most_becomes_a_finding_once(coordinator, municipality, now):
    row = dialogues.released(coordinator, municipality)
    dialogues.coded(coordinator, row, "TRAFIK", 9)  # after the release
    found = services.cite(coordinator, row, now=now)
    assert found.source == "medborgardialog"
    assert found.statement == "Det som sades mest handlade om: ljus (6)."
    assert (found.n, found.visibility) == (40, "public")
    refused = code_of(lambda: services.cite(coordinator, row, now=now))
    assert refused == "dialogues.cited_already"


def test_the_minutes_are_a_file(coordinator, municipality, now):
    row = dialogues.with_result(coordinator, municipality)
    services.keep_minutes(coordinator, row, "protokoll.png", picture())
    kept = Dialogue.objects.get().minutes
    assert kept is not None
    assert kept.media_type == "image/png"


def test_others_neither_plan_nor_hear(liaison_officer, reader, coordinator, municipality):
    row = dialogues.dialogue(coordinator, municipality)
    for actor in (liaison_officer, reader):
        with pytest.raises(ForbiddenError):
            dialogues.dialogue(actor, municipality)
        with pytest.raises(ForbiddenError):
            dialogues.noted(actor, row)
        with pytest.raises(ForbiddenError):
            services.withdraw(actor, row, why="x", now=dialogues.NOW)


def test_the_log_holds_numbers_and_codes(coordinator, municipality, now):
    row = dialogues.released(coordinator, municipality)
    services.withdraw(coordinator, row, why="Ett citat var fel.", now=now)
    held = json.dumps([one.details for one in Entry.objects.all()], default=str)
    assert "citat" not in held
    assert "Tryggheten" not in held
    codes = set(Entry.objects.values_list("action", flat=True))
    assert {"dialogues.planned", "dialogues.released", "dialogues.withdrawn"} <= codes


def test_a_meeting_is_told_in_swedish_time():
    starts = datetime(2026, 3, 20, 17, tzinfo=UTC)
    said = published.span(starts, starts + timedelta(hours=2))
    assert said == "fredag 20 mars 2026, 18.00–20.00"
