"""The dialogues of the demonstration: one told, one to come to, one with staff."""

from handslag.config.demo import talked
from handslag.config.demo.accounts import DEGERFORS
from handslag.config.demo.stage import Stage
from handslag.domain.dialogues.models import Dialogue, SignUp
from handslag.domain.dialogues.published import dialogue_told
from handslag.domain.voices.rules import Way
from tests.make import voices


def test_each_kind_of_dialogue_is_shown_and_said_to_be_made_up(coordinator, municipality):
    for code in talked.SAID:
        voices.theme(code, code.lower(), code.lower())
    talked.tell(Stage({"samordnare": coordinator}, {DEGERFORS: municipality}))
    rows = list(Dialogue.objects.select_related("occasion").order_by("pk"))
    assert all(one.occasion.is_example for one in rows)
    told = dialogue_told(rows[0].occasion.public_id)
    assert told is not None
    assert [code for code, _n in told.themes] == ["LJUS", "VUXNA", "TRAFIK"]
    assert len(told.quotes) == 3
    assert SignUp.objects.count() == 3
    assert rows[2].occasion.way == Way.STAFF_DIALOGUE
    assert rows[2].meetings.count() == 2
