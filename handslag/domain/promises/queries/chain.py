"""Which promises do not hang in the chain, one set or those of several municipalities."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from handslag.domain.plans.models import Indicator
from handslag.domain.plans.queries import silent, voice
from handslag.domain.plans.rules.chain import (
    Break,
    Chain,
    Defect,
    PromiseLinks,
    Reason,
    VoiceLinks,
    defects,
    without_reason,
)
from handslag.domain.plans.rules.words import Measures as PlanMeasures
from handslag.domain.promises.models import (
    Activity,
    EffectTie,
    Ground,
    MissingLink,
    Outcome,
    Promise,
    PromiseSet,
    Target,
)
from handslag.domain.promises.queries.links import has_problem
from handslag.domain.promises.queries.wording import working
from handslag.domain.promises.rules.states import State
from handslag.domain.promises.rules.words import Measures, Origin

# Sets that ended longer ago than this are history: nothing in them can be mended.
REMEMBERED = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class BrokenSet:
    """What is missing in one set: left to mend, and explained."""

    set: PromiseSet
    left: tuple[Defect, ...]
    explained: tuple[tuple[Defect, str], ...]
    reasons: tuple[Reason, ...] = ()

    @property
    def all_missing(self) -> list[Defect]:
        return [*self.left, *(one for one, _text in self.explained)]


def missing_in(set_: PromiseSet, *, today: date) -> BrokenSet:
    """What is missing in one set before it can be approved.

    What was promised before and is over must be told of; its own promises are to come.
    """
    sets = [set_, set_.predecessor] if set_.predecessor else [set_]
    own, *before = _broken(sets, today=today)
    told_of = Break.ACTIVITY_WITHOUT_OUTCOME
    untold = [one for row in before for one in row.all_missing if one.kind is told_of]
    found = [*(one for one in own.all_missing if one.kind is not told_of), *untold]
    return _of(set_, found, _reasons([set_])[set_.pk])


def broken(homes: Collection[int], *, today: date) -> list[BrokenSet]:
    """What is missing in the sets these keep. As many queries for one as for many."""
    sets = PromiseSet.objects.filter(
        Q(ends=None) | Q(ends__gte=today - REMEMBERED),
        home__in=homes,
        origin=Origin.DECIDED,
        state__in=[State.DRAFT, State.IN_APPROVAL, State.SETTLED],
    ).order_by("-starts", "-pk")
    return _broken(list(sets), today=today)


def promises_that_answer(measures: Collection[int]) -> list[Promise]:
    """The promises, in work or given, that answer to these measures."""
    rows = Promise.objects.filter(measure__in=measures, document=None)
    return list(rows.select_related("set").order_by("set", "position", "pk"))


def _broken(sets: Sequence[PromiseSet], *, today: date) -> list[BrokenSet]:
    promises: defaultdict[int, list[Promise]] = defaultdict(list)
    for one in _with_facts(working().filter(set__in=sets)):
        promises[one.set_id].append(one)
    voices = _voices(sets)
    reasons = _reasons(sets)
    return [
        _of(
            set_,
            defects(
                Chain(
                    promises=[_links(set_, one, today) for one in promises[set_.pk]],
                    voices=voices.get(set_.pk, []),
                )
            ),
            reasons[set_.pk],
        )
        for set_ in sets
    ]


def _reasons(sets: Iterable[PromiseSet]) -> defaultdict[int, list[Reason]]:
    reasons: defaultdict[int, list[Reason]] = defaultdict(list)
    for row in MissingLink.objects.filter(set__in=sets).select_related("promise"):
        reasons[row.set_id].append(_reason(row))
    return reasons


def _of(set_: PromiseSet, found: Sequence[Defect], reasons: Sequence[Reason]) -> BrokenSet:
    left = without_reason(found, reasons)
    said = {(one.kind, one.thing): one.text for one in reasons}
    explained = [
        (one, said.get((one.kind, one.thing)) or said[one.kind, ""])
        for one in found
        if one not in left
    ]
    return BrokenSet(set_, tuple(left), tuple(explained), tuple(reasons))


def is_to_change() -> Q:
    """Whether a promise is to change something: by its own target, or by an indicator of
    its measure or of the goal of that."""
    own = Target.objects.filter(promise=OuterRef("pk"), measures=Measures.EFFECT)
    of_plan = Indicator.objects.filter(
        Q(measure=OuterRef("measure")) | Q(goal=OuterRef("measure__goal")),
        measures=PlanMeasures.EFFECT,
    )
    return Exists(own) | Exists(of_plan)


def _with_facts(promises: QuerySet[Promise]) -> QuerySet[Promise]:
    """Promises with what the chain asks of each, and nothing else: one query."""
    tied = EffectTie.objects.filter(promise=OuterRef("pk"), plan__called_off_why="")
    told = Outcome.objects.filter(
        promise=OuterRef("pk"), follow_up__published_at__isnull=False
    )
    return (
        promises.prefetch_related(None)
        .select_related(None)
        .select_related("measure")
        .annotate(
            shows_effect=is_to_change() | Exists(tied),
            is_told=Exists(told),
            has_work=Exists(Activity.objects.filter(promise=OuterRef("pk"))),
        )
    )


def _links(set_: PromiseSet, promise: Any, today: date) -> PromiseLinks:
    ended = set_.version_id is not None and set_.ends is not None and set_.ends < today
    return PromiseLinks(
        key=str(promise.public_id),
        name=str(promise),
        within=str(set_.public_id),
        has_problem=has_problem(promise),
        has_effect=promise.shows_effect,
        is_over=ended and promise.has_work,
        is_told=promise.is_told,
    )


def _voices(sets: Iterable[PromiseSet]) -> Mapping[int, list[VoiceLinks]]:
    """What residents said that a set rests on, without being told what came of it."""
    found: defaultdict[int, list[VoiceLinks]] = defaultdict(list)
    for row in silent(Ground.objects.filter(set__in=sets)):
        said = voice(row.evidence)
        if said not in found[row.set_id]:
            found[row.set_id].append(said)
    return found


def _reason(row: MissingLink) -> Reason:
    thing = str(row.promise.public_id) if row.promise else ""
    return Reason(Break(row.kind), row.text, thing)
