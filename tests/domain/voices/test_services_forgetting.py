"""What people said is forgotten in time; how many said it is not."""

from datetime import UTC, date, datetime

import pytest

from handslag.core.access import ForbiddenError, system
from handslag.core.audit.models import Entry
from handslag.domain.evidence.rules.feedback import Told
from handslag.domain.voices import queries, services
from handslag.domain.voices.models import LeftAddress, Voice
from handslag.domain.voices.rules import VoiceState
from tests.make import voices
from tests.make.voices import NOW

TIMER = system("timer")
TOLD = Told(date(2026, 3, 1), "webbplatsen", "Lamporna byts i april.")


def on(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 9, tzinfo=UTC)


def test_the_words_go_after_two_years_and_the_numbers_stay(coordinator, municipality):
    voices.theme()
    row = voices.heard(coordinator, municipality)  # 10 February 2026
    said = voices.voice(coordinator, row)
    services.code_voice(coordinator, said, themes=["LJUS"], place=None, revision=0, now=NOW)
    services.quote(coordinator, said, is_quote=True, now=NOW)
    assert services.forget_words(TIMER, now=on(2028, 2, 10)) == 0
    assert queries.to_forget([municipality.pk], date(2028, 2, 11)).voices == 1
    assert services.forget_words(TIMER, now=on(2028, 2, 11)) == 1
    gone = Voice.objects.get()
    assert (gone.text, gone.state, gone.is_quote) == ("", VoiceState.REMOVED, False)
    assert [one.voices for one in queries.theme_counts(row)] == [1]
    assert services.forget_words(TIMER, now=on(2028, 2, 12)) == 0


def test_words_that_nobody_decided_about_or_coded_go_too(coordinator, municipality):
    row = voices.heard(coordinator, municipality)
    voices.voice(coordinator, row, "Anna Svensson stör.")
    voices.voice(coordinator, row, "Mörkt.")
    assert services.forget_words(TIMER, now=on(2028, 2, 11)) == 2
    assert not Voice.objects.exclude(text="").exists()


@pytest.mark.parametrize(
    ("ends_it", "kept", "gone"),
    [
        ("told", on(2026, 6, 2), on(2026, 6, 3)),
        ("closed", on(2026, 6, 2), on(2026, 6, 3)),
        ("", on(2028, 2, 11), on(2028, 3, 3)),
    ],
)
def test_an_address_goes_when_its_letter_is_three_months_old(
    coordinator, municipality, ends_it, kept, gone
):
    """Also when nobody was ever told: at the latest with the words."""
    row = voices.heard(coordinator, municipality, said="Mörkt.")
    services.publish_occasion(coordinator, row, now=NOW)
    services.leave_address(row, "nagon@example.se", language="sv", now=NOW)
    if ends_it == "told":
        services.tell(coordinator, row, TOLD, now=NOW)
    if ends_it == "closed":
        services.close_occasion(coordinator, row, why="Ingen kom.", now=NOW)
    assert services.forget_addresses(TIMER, now=kept) == 0
    assert services.forget_addresses(TIMER, now=gone) == 1
    assert not LeftAddress.objects.exists()
    entry = Entry.objects.filter(action="voices.addresses_forgotten").get()
    assert "nagon" not in str(entry.__dict__)


def test_nobody_forgets_by_hand(coordinator):
    for forget in (services.forget_words, services.forget_addresses):
        with pytest.raises(ForbiddenError):
            forget(coordinator, now=NOW)
