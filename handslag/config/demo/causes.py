"""Why three problems in Degerfors arise. Made up, like the picture they belong to.

Before the first version two analyses are done and one begun; before the second that
one is done too, and one is begun for what has come first since.
"""

from dataclasses import dataclass

from handslag.config.demo.pictured import (
    DAMAGE,
    DRUGS,
    MUNICIPAL_PROBLEMS,
    POLICE_PROBLEMS,
    SPEED,
    STATION,
)
from handslag.config.demo.stage import Stage
from handslag.core.access import Actor
from handslag.domain.picture.models import Cause, Picture, Problem
from handslag.domain.picture.rules.causes import (
    AnalysisDraft,
    CauseDraft,
    Corner,
    Perspective,
)
from handslag.domain.picture.services import causes as services

SITUATION, EXPOSED, DOERS = Perspective
DOER, TARGET, GUARDIAN = Corner


@dataclass(frozen=True, slots=True)
class Because:
    """A cause, and those that explain it."""

    text: str
    seen_from: Perspective
    corner: Corner
    causes: tuple["Because", ...] = ()
    is_internal: bool = False


DAMAGED = (
    Because(
        "Torget är tomt på vuxna efter åtta på kvällen.",
        SITUATION,
        GUARDIAN,
        (
            Because("Affärer och café stänger klockan sex.", SITUATION, GUARDIAN),
            Because("Var tredje lykta är släckt.", SITUATION, GUARDIAN),
        ),
    ),
    Because("Samma rutor och bänkar slås sönder om och om igen.", EXPOSED, TARGET),
    Because(
        "Unga har ingenstans att vara på helgkvällarna.",
        DOERS,
        DOER,
        (Because("Fritidsgården är stängd lördagar.", DOERS, DOER),),
    ),
)
DRUGGED = (
    Because(
        "Vägen till skolan går genom en skymd park.",
        SITUATION,
        GUARDIAN,
        (Because("Buskagen har inte röjts på flera år.", SITUATION, GUARDIAN),),
    ),
    Because("Elever som blivit erbjudna en gång blir det igen.", EXPOSED, TARGET),
    Because(
        "Cannabis anses ofarligt.",
        DOERS,
        DOER,
        (
            Because("Föräldrar vet inte vad de ska säga.", DOERS, GUARDIAN),
            Because(
                "Äldre syskon och kamrater säljer för att ha råd själva.",
                DOERS,
                DOER,
                is_internal=True,
            ),
        ),
    ),
)
WAITING = (
    Because("Perrongen är mörk och syns inte från gatan.", SITUATION, GUARDIAN),
    Because("Den som väntar sitter ensam och länge.", EXPOSED, TARGET),
)
BOTHERING = (
    Because("Ett gäng samlas under taket för att det saknas annat att göra.", DOERS, DOER),
)
SPEEDING = (Because("Vägen är bred och rak fram till skolan.", SITUATION, TARGET),)


def tell(stage: Stage, joint: Picture) -> None:
    """What is known of the causes before the picture is frozen, each time."""
    actor = stage.actor("samordnare")
    station = _problem(joint, STATION)
    if not station.causes.exists():
        _done(actor, _problem(joint, DAMAGE), DAMAGED, "Vi kan ändra ljuset snabbast.")
        _done(actor, _problem(joint, DRUGS), DRUGGED, "Attityderna tar längst tid.")
        _grown(actor, station, WAITING)
        return
    _done(actor, station, BOTHERING, "Få brott, men en plats som är lätt att ändra.")
    _grown(actor, _problem(joint, SPEED), SPEEDING)


def _problem(joint: Picture, key: str) -> Problem:
    seen = MUNICIPAL_PROBLEMS.get(key) or POLICE_PROBLEMS[key]
    return joint.problems.get(theme=seen.theme)


def _grown(
    actor: Actor, problem: Problem, causes: tuple[Because, ...], under: Cause | None = None
) -> None:
    for one in causes:
        draft = CauseDraft(one.text, one.seen_from, one.corner, is_internal=one.is_internal)
        cause = services.add_cause(actor, problem, draft, under=under)
        _grown(actor, problem, one.causes, cause)


def _done(
    actor: Actor, problem: Problem, causes: tuple[Because, ...], summary: str
) -> None:
    _grown(actor, problem, causes)
    words = AnalysisDraft(summary=summary)
    services.save_analysis(actor, problem, words, revision=1)
    services.finish_analysis(actor, problem)
