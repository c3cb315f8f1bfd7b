"""What is typed at a meeting is kept, and becomes voices when somebody says so."""

from datetime import timedelta
from uuid import uuid4

from handslag.core.access import Role, system
from handslag.domain.dialogues import queries, services
from handslag.domain.dialogues.models import NotesDraft
from handslag.domain.dialogues.rules import Audience, Script
from handslag.domain.voices.models import Voice
from tests import make
from tests.make import dialogues
from tests.make.dialogues import NOW


def test_what_is_typed_is_kept_for_the_one_who_types(coordinator, municipality):
    row = dialogues.dialogue(coordinator, municipality, audience=Audience.STAFF)
    key = uuid4()
    for text in ("Mörkt i", "Mörkt i tunneln"):
        services.keep_draft(
            coordinator, row, text, key=key, script=Script.WHAT, now=dialogues.NOW
        )
    kept = queries.draft_of(row, coordinator.person_id)
    assert kept is not None
    assert (kept.text, kept.key, kept.script) == ("Mörkt i tunneln", key, "what")
    other = make.member(municipality, Role.COORDINATOR)
    assert queries.draft_of(row, other.person_id) is None
    assert not Voice.objects.exists()


def test_it_goes_when_it_is_saved_and_what_comes_late_does_not_bring_it_back(
    coordinator, municipality
):
    row, key = dialogues.dialogue(coordinator, municipality), uuid4()
    other = make.member(municipality, Role.COORDINATOR)
    services.keep_draft(other, row, "Något annat", key=uuid4(), now=NOW)
    services.keep_draft(coordinator, row, "Mörkt", key=key, now=NOW)
    services.note(coordinator, row, "Mörkt", key=key, now=NOW)
    services.keep_draft(coordinator, row, "Mörkt", key=key, now=NOW)
    assert [one.text for one in NotesDraft.objects.all()] == ["Något annat"]


def test_an_emptied_sheet_and_one_that_is_a_month_old_go(coordinator, municipality):
    row = dialogues.dialogue(coordinator, municipality)
    services.keep_draft(coordinator, row, "Mörkt", key=uuid4(), now=NOW)
    services.keep_draft(coordinator, row, " ", key=uuid4(), now=NOW)
    assert not NotesDraft.objects.exists()
    services.keep_draft(coordinator, row, "Mörkt", key=uuid4(), now=NOW)
    timer = system("timer")
    assert services.forget_drafts(timer, now=NOW + timedelta(days=30)) == 0
    assert services.forget_drafts(timer, now=NOW + timedelta(days=31)) == 1
