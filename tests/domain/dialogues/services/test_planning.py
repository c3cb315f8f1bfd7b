"""What is planned is read by everyone at once."""

from datetime import timedelta

from handslag.domain.dialogues import services
from tests.make import dialogues as make
from tests.make.dialogues import NOW


def test_another_hour_the_same_day_is_read_at_once(coordinator, municipality):
    meeting = make.open_meeting(coordinator, municipality)
    municipality.refresh_from_db()
    before = municipality.public_revision
    later = make.meeting(make.SOON + timedelta(hours=1))
    services.save_meeting(coordinator, meeting, later, revision=0, now=NOW)
    municipality.refresh_from_db()
    assert municipality.public_revision > before
