"""Words that may name somebody: read by the moderator alone, decided on, and gone."""

from datetime import timedelta

import pytest

from handslag.core.access import ForbiddenError, Role, system
from handslag.core.audit.models import Entry
from handslag.core.guard.rules import Choice
from handslag.domain.incidents import services
from handslag.domain.incidents.models import Held, Incident
from handslag.domain.incidents.rules import TextState
from handslag.domain.incidents.services.forgetting import forget_held
from tests import make
from tests.make import incidents as made
from tests.refusing import code_of

WORDS = "Kalle bråkade vid kiosken igen."


@pytest.fixture
def lundby(db):
    municipality = make.municipality("Lundby kommun")
    made.desk(municipality)
    return municipality


@pytest.fixture
def moderator(lundby):
    return make.member(lundby, Role.COORDINATOR)


def held(lundby):
    incident = made.incident(lundby)
    Incident.objects.filter(pk=incident.pk).update(text_state=TextState.HELD)
    return Held.objects.create(
        incident=incident,
        within=lundby,
        field="text",
        words=WORDS,
        found=[{"start": 0, "end": 5, "kind": "name"}],
        until=made.NOW.date() + timedelta(days=14),
    )


@pytest.mark.parametrize(
    ("choice", "more", "text", "state"),
    [
        (Choice.LET_THROUGH, {}, WORDS, TextState.CHECKED),
        (
            Choice.TAKE_OUT,
            {"marked": [0], "others": ["kiosken"]},
            "[…] bråkade vid […] igen.",
            TextState.REDACTED,
        ),
        (Choice.TAKE_ALL, {}, "", TextState.REDACTED),
    ],
)
def test_the_moderator_decides_and_the_words_are_gone(
    lundby, moderator, choice, more, text, state
):
    waiting = held(lundby)
    services.decide(moderator, waiting, choice, **more)
    incident = Incident.objects.get()
    assert (incident.text, incident.text_state) == (text, state)
    assert not Held.objects.exists()
    assert "Kalle" not in str(list(Entry.objects.values()))
    assert code_of(lambda: services.decide(moderator, waiting, choice, **more)) == (
        "incidents.decided_already"
    )


def test_nobody_but_the_moderator_of_the_receiving_municipality_decides(lundby):
    police = make.police_district("Lokalpolisområde Lundby", serving=lundby)
    made.group(lundby, police)
    waiting = held(lundby)
    for actor in (
        make.member(police, Role.LIAISON_OFFICER),
        make.member(lundby, Role.REPORTER),
        make.member(make.municipality("Sjövik kommun"), Role.COORDINATOR),
    ):
        with pytest.raises(ForbiddenError):
            services.decide(actor, waiting, Choice.LET_THROUGH)
    assert Held.objects.exists()


def test_after_fourteen_days_the_words_are_gone(lundby):
    waiting = held(lundby)
    assert forget_held(system("timer"), now=made.NOW + timedelta(days=14)) == 0
    assert forget_held(system("timer"), now=made.NOW + timedelta(days=15)) == 1
    assert not Held.objects.filter(pk=waiting.pk).exists()
    incident = Incident.objects.get()
    assert (incident.text, incident.text_state) == ("", TextState.REDACTED)


def test_a_text_that_was_read_can_be_read_by_those_who_are_no_authority(lundby, moderator):
    incident = made.incident(lundby, text="Klotter på muren.")
    other = made.incident(lundby, text="Mer klotter.")
    elsewhere = make.municipality("Sjövik kommun")
    made.desk(elsewhere)
    theirs = made.incident(elsewhere, text="Klotter.")
    keys = [incident.public_id, theirs.public_id]
    assert services.pass_texts(moderator, keys) == 1
    assert services.pass_texts(moderator, keys) == 0
    states = dict(Incident.objects.values_list("pk", "text_state"))
    assert states == {
        incident.pk: TextState.CHECKED,
        other.pk: TextState.UNCHECKED,
        theirs.pk: TextState.UNCHECKED,
    }
    row = services.take_out_words(moderator, other, chosen=["Mer"], now=made.NOW)
    assert (row.text, row.text_state) == ("[…] klotter.", TextState.REDACTED)
    assert code_of(
        lambda: services.take_out_words(moderator, other, chosen=["Kalle"], now=made.NOW)
    ) == ("guard.not_in_the_words")
