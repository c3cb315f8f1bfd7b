"""Occasions when people were heard, ready to use."""

from datetime import UTC, date, datetime
from typing import Any

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.vocabulary.models import Kind, Term
from handslag.domain.voices import services
from handslag.domain.voices.models import Occasion, Voice
from handslag.domain.voices.rules import OccasionDraft, Phase, VoiceDraft, Way

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)  # "now" in tests/conftest.py


def draft(title: str = "Samtal på torget", **words: Any) -> OccasionDraft:
    day = date(2026, 2, 10)
    given: dict[str, Any] = {"way": Way.DIALOGUE, "starts": day, "ends": day, **words}
    return OccasionDraft(title=title, **given)


def occasion(actor: Actor, home: Organisation, **words: Any) -> Occasion:
    return services.plan_occasion(actor, home, draft(**words), now=NOW)


def heard(actor: Actor, home: Organisation, **words: Any) -> Occasion:
    """All has been said, and those who spoke wait for an answer."""
    row = occasion(actor, home, **words)
    return services.step(actor, row, Phase.HEARD, now=NOW)


def voice(actor: Actor, of: Occasion, text: str = "Det är mörkt.", **words: Any) -> Voice:
    return services.hear(actor, of, [VoiceDraft(text, **words)], now=NOW)[0]


def theme(code: str = "LJUS", sv: str = "belysning", en: str = "lighting") -> Term:
    row, _ = Term.objects.get_or_create(
        kind=Kind.THEME, code=code, defaults={"sv": sv, "en": en}
    )
    return row
