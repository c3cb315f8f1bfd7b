"""Make situational pictures, ready to use."""

from datetime import UTC, datetime
from typing import Any

from handslag.core.access import Actor
from handslag.core.periods import parse
from handslag.domain.evidence.models import Evidence
from handslag.domain.organisations.models import Organisation
from handslag.domain.picture import services
from handslag.domain.picture.models import Passage, Picture, PictureVersion, Problem
from handslag.domain.picture.rules.drafts import (
    JudgementDraft,
    PassageDraft,
    PictureDraft,
    ProblemDraft,
)
from handslag.domain.picture.rules.words import Aspect, Confidence, Part

NOW = datetime(2026, 2, 10, 9, tzinfo=UTC)
TEXTS = {
    Part.EXTENT: "Skadegörelsen i centrum är omfattande.",
    Part.CONSEQUENCES: "Fyra av tio undviker torget på kvällen.",
    Part.INFORMATION: "Ett resecentrum byggs under året.",
    Part.ANALYSIS: "Torget saknar vuxna på kvällarna.",
}


def draft(name: str = "Lägesbild", period: str = "2026") -> PictureDraft:
    return PictureDraft(name, parse(period))


def joint(actor: Actor, *parties: Organisation, **words: Any) -> Picture:
    """The joint picture, with nothing in it. The first party is its home."""
    words = {"now": NOW, **words}
    return services.begin_joint(actor, draft(), home=parties[0], parties=parties, **words)


def own(actor: Actor, home: Organisation, party: Organisation, **words: Any) -> Picture:
    """What one party sees, with nothing in it."""
    words = {"now": NOW, **words}
    return services.begin_own(actor, draft(f"{party} ser"), home=home, party=party, **words)


def judgement(
    *evidence: Evidence, aspect: Aspect = Aspect.EXTENT, **words: Any
) -> JudgementDraft:
    words = {
        "text": "Vanligast på fredagar.",
        "confidence": Confidence.MEDIUM,
        "evidence": tuple(one.pk for one in evidence),
        **words,
    }
    return JudgementDraft(aspect, **words)


def problem_draft(*evidence: Evidence, **words: Any) -> ProblemDraft:
    """Vandalism in the square, of which the findings say how much."""
    words = {
        "theme": "TRYGG_OFF",
        "title": "Skadegörelse på torget",
        "place_stated": "torget",
        "judgements": (judgement(*evidence),),
        **words,
    }
    return ProblemDraft(**words)


def problem(actor: Actor, picture: Picture, *evidence: Evidence, **words: Any) -> Problem:
    return services.add_problem(actor, picture, problem_draft(*evidence, **words))


def passage(
    actor: Actor, picture: Picture, part: Part = Part.EXTENT, **words: Any
) -> Passage:
    words = {"text": TEXTS[part], **words}
    return services.add_passage(actor, picture, PassageDraft(part, **words))


def filled(actor: Actor, picture: Picture, *evidence: Evidence) -> Picture:
    """All three parts, and a problem that cites something: ready to be frozen."""
    for part in Part:
        passage(actor, picture, part)
    problem(actor, picture, *evidence)
    return picture


def frozen(actor: Actor, picture: Picture, **words: Any) -> PictureVersion:
    """The next version, published."""
    words = {"now": NOW, "published": True, **words}
    return services.freeze(actor, picture, **words)
