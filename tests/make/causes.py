"""Prioritised problems and their causes, ready to use."""

from datetime import UTC, datetime
from typing import Any

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.picture.models import Cause, Picture, PictureParty, Problem
from handslag.domain.picture.rules.causes import CauseDraft, Corner, Perspective
from handslag.domain.picture.rules.words import Priority
from handslag.domain.picture.services import causes


def prioritised(
    home: Organisation, *others: Organisation, title: str = "Cykelstölder", **words: Any
) -> Problem:
    """A prioritised problem in the joint picture of a municipality."""
    picture, is_new = Picture.objects.get_or_create(
        home=home,
        party=None,
        defaults={
            "name": "Lägesbild 2026",
            "made_at": datetime(2026, 1, 7, tzinfo=UTC),
        },
    )
    if is_new:
        PictureParty.objects.bulk_create(
            PictureParty(picture=picture, organisation=party, position=place)
            for place, party in enumerate((home, *others))
        )
    columns: dict[str, Any] = {
        "theme": "INBROTT",
        "priority": Priority.PRIORITISED.value,
        "priority_reason": "Båda ser det.",
        "position": picture.problems.count(),
    }
    return Problem.objects.create(picture=picture, title=title, **{**columns, **words})


def draft(text: str = "Ingen har uppsikt", **words: Any) -> CauseDraft:
    usual: dict[str, Any] = {
        "perspective": Perspective.SITUATIONAL,
        "corner": Corner.GUARDIAN,
    }
    return CauseDraft(text=text, **{**usual, **words})


def cause(
    actor: Actor,
    problem: Problem,
    text: str = "Ingen har uppsikt",
    *,
    under: Cause | None = None,
    **words: Any,
) -> Cause:
    """A cause last under the problem, or under another."""
    return causes.add_cause(actor, problem, draft(text, **words), under=under)
