"""Whether a promise helped: the honest answer, also when there is none."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from handslag.domain.analysis.rules import Stage
from handslag.domain.promises.published import (
    PromiseEffect,
    PublishedPromise,
    effect_of_promise,
)
from handslag.domain.promises.rules.words import Measures
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

    @property
    def is_planned(self) -> bool:
        """Whether anyone has said how it will be seen."""
        return bool(self.facts)


def helped(promise: PublishedPromise, *, today: date) -> Helped | None:
    """The answer of a promise that is to change something; nothing for any other."""
    tied = effect_of_promise(promise.id, today=today)
    if tied is not None:
        return _of_plan(tied)
    if any(one.measures == Measures.EFFECT for one in promise.targets):
        return Helped(
            _(
                "It cannot be said whether it helped. It was not decided beforehand where"
                " and against what it would be seen."
            )
        )
    return None


def _of_plan(tied: PromiseEffect) -> Helped:
    plan, found = tied.effect.plan, tied.effect.found
    late = _(
        "What to look at was chosen when it had already begun. The answer is less sure."
    )
    is_few = tied.effect.is_few and found.stage is Stage.OVER
    return Helped(
        sentence=_sentence(tied, is_few=is_few),
        verdicts=[] if is_few else effects_told.verdicts(plan, found),
        counted=effects_told.box(found),
        facts=effects_told.facts_of(plan),
        late=late if tied.is_late else "",
        is_example=tied.effect.is_example,
    )


def _sentence(tied: PromiseEffect, *, is_few: bool) -> str:
    plan, found = tied.effect.plan, tied.effect.found
    if is_few:
        return _("Too few events to judge.")
    if found.stage is not Stage.OVER:
        return effects_told.how_far(plan, found)
    said = effects_told.verdicts(plan, found)
    return "" if said else _("Too few events to judge.")
