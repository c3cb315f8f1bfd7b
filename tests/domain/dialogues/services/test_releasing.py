"""What was released stands, and what is wrong in it is taken back for ever."""

from handslag.domain.dialogues import queries, services
from handslag.domain.dialogues.published import dialogue_told
from handslag.domain.evidence.rules.feedback import Told
from handslag.domain.voices import services as voices
from tests.make import dialogues as make
from tests.make.dialogues import NOW, TODAY


def test_what_is_coded_after_the_release_changes_nothing_in_it(coordinator, municipality):
    row = make.released(coordinator, municipality)
    voice = row.occasion.voices.filter(themes__theme="LJUS")[0]
    voices.code_voice(
        coordinator, voice, themes=[], place=None, revision=voice.revision, now=NOW
    )
    assert queries.themes_of(row)["LJUS"] == 5
    told = dialogue_told(row.occasion.public_id)
    assert told is not None
    assert told.themes == (("LJUS", 6),)


def test_a_result_that_is_wrong_is_taken_back_after_the_dialogue_was_closed_too(
    coordinator, municipality
):
    row = make.released(coordinator, municipality)
    said = Told(on=TODAY, channel="brev", said="Vi har bytt lamporna.")
    voices.tell(coordinator, row.occasion, said, now=NOW)
    voices.close_occasion(coordinator, row.occasion, why="", now=NOW)
    row = services.withdraw(coordinator, row, why="Fel i tabellen.", now=NOW)
    assert row.occasion.published_at is None
    assert dialogue_told(row.occasion.public_id) is None


def test_a_reason_that_everyone_can_read_stays_when_the_result_goes(
    coordinator, municipality
):
    row = make.released(coordinator, municipality)
    voices.close_occasion(coordinator, row.occasion, why="Ingen lämnade svar.", now=NOW)
    row = services.withdraw(coordinator, row, why="Fel i tabellen.", now=NOW)
    assert row.occasion.published_at is not None
    assert dialogue_told(row.occasion.public_id) is None
