"""What is missing in the chain, for those who can mend it: grouped, with a way there."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from handslag.domain.plans.rules.chain import Break, Defect, by_kind
from handslag.web.words.plans import BREAKS, MENDING
from handslag.web.words.text import Text


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that lacks its link, and where it is mended."""

    name: str
    href: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """All that lack the same kind of link."""

    kind: Break
    heading: Text
    mending: Text
    count: int
    things: tuple[Missing, ...]


def grouped(
    found: Iterable[Defect], reasons: dict[tuple[Break, str], str] | None = None
) -> list[Group]:
    """A heading for each kind, in the order of the chain."""
    defects = list(found)
    said = reasons or {}
    return [
        Group(
            kind,
            BREAKS[kind],
            MENDING[kind],
            count,
            tuple(
                Missing(one.name, where(one), said.get((one.kind, one.thing), ""))
                for one in defects
                if one.kind is kind
            ),
        )
        for kind, count in by_kind(defects)
    ]


def where(one: Defect) -> str:
    """The page where the link is put in place."""
    if one.kind is Break.VOICE_WITHOUT_FEEDBACK:
        return reverse("workspace:finding", args=[one.thing])
    if one.kind in (Break.PROMISE_WITHOUT_PROBLEM, Break.PROMISE_WITHOUT_EFFECT):
        return reverse("workspace:promise", args=[one.within, one.thing])
    if one.kind is Break.MEASURE_WITHOUT_CAUSE:
        return reverse("workspace:action-plan-measure", args=[one.within, one.thing])
    if one.kind is Break.ACTIVITY_WITHOUT_OUTCOME:
        return _told_in(one)
    return reverse("workspace:action-plan", args=[one.within])


def _told_in(one: Defect) -> str:
    """What became of a promise is told in the follow-up of its set, else of the plan."""
    if one.in_promises:
        return reverse("workspace:follow-ups", args=[one.within])
    return reverse("workspace:action-plan-follow-ups", args=[one.within])
