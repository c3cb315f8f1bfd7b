"""Whether a promise helped: the honest answer, also when there is none."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from handslag.domain.analysis.published import PublishedEffect
from handslag.domain.analysis.rules import Stage
from handslag.domain.promises.published import PublishedPromise, effect_of_promise
from handslag.web import effects_told
from handslag.web.words.methods import Counted
from handslag.web.words.verdicts import Told


@dataclass(frozen=True, slots=True)
class Helped:
    """`sentence` where nothing was judged; else `verdicts`, the first with `counted`."""

    sentence: str
    verdicts: list[Told] = field(default_factory=list)
    counted: Counted | None = None
    facts: list[tuple[str, str]] = field(default_factory=list)
    late: str = ""
    is_example: bool = False
    is_planned: bool = False  # and not called off: it will be seen, or has been


def helped(promise: PublishedPromise, *, today: date) -> Helped | None:
    """The answer of a promise that is to change something; nothing for any other."""
    tied = effect_of_promise(promise.id, today=today)
    if tied is None:
        return None
    if tied.effect is None:
        return Helped(
            _(
                "It cannot be said whether it helped. It was not decided beforehand where"
                " and against what it would be seen."
            )
        )
    return _of_plan(tied.effect, is_late=tied.is_late)


def _of_plan(effect: PublishedEffect, *, is_late: bool) -> Helped:
    plan, found = effect.plan, effect.found
    late = _(
        "What to look at was chosen when it had already begun. The answer is less sure."
    )
    is_few = effect.is_few and found.stage is Stage.OVER
    verdicts = [] if is_few else effects_told.verdicts(plan, found)
    return Helped(
        sentence="" if verdicts else _sentence(effect),
        verdicts=verdicts,
        counted=effects_told.box(plan, found),
        facts=effects_told.facts_of(plan),
        late=late if is_late else "",
        is_example=effect.is_example,
        is_planned=found.stage is not Stage.CALLED_OFF,
    )


def _sentence(effect: PublishedEffect) -> str:
    """Where it stands, before it is judged or when it cannot be."""
    if effect.found.stage is Stage.OVER:
        return _("Too few events to judge.")
    return effects_told.how_far(effect.plan, effect.found)
