"""A walk in words: its stops as they were judged, its findings with their answers."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.domain.walks import queries
from handslag.domain.walks.models import Finding, FindingAnswer, FindingPhoto, Stop, Walk
from handslag.domain.walks.rules import (
    Level,
    Light,
    Outcome,
    Parameter,
    PartRole,
    Reply,
    Tone,
    Weather,
    are_split,
    groups_for,
    is_crowded,
    together,
)
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words import walks as words
from handslag.web.words.text import Text


@dataclass(frozen=True, slots=True)
class Judged:
    """One thing that was looked at in a stop. `shape` tells without colour how it was."""

    name: Text
    said: Text
    level: str
    is_split: bool


@dataclass(frozen=True, slots=True)
class StopRow:
    """A stop with what the groups said of it."""

    stop: Stop
    judged: list[Judged]
    groups: int


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with its answer, as it is shown."""

    finding: Finding
    tone: Text
    about: Text
    is_good: bool
    answer: FindingAnswer | None
    reply: Text
    earlier: int  # answers before the one that holds
    photos: list[FindingPhoto]
    seen_again: list[tuple[Text, str, str]]  # what, words, day
    is_late: bool = False


def stop_rows(walk: Walk) -> list[StopRow]:
    """Three queries."""
    return [_stop(one) for one in queries.stops_of(walk)]


def _stop(stop: Stop) -> StopRow:
    found = queries.levels_of(stop)
    judged = []
    for parameter in Parameter:
        levels = found.get(parameter, [])
        level = together(levels)
        if level is not None:
            judged.append(_judged(parameter, level, is_split=are_split(levels)))
    return StopRow(stop, judged, len(stop.sheets.all()))


def _judged(parameter: Parameter, level: Level, *, is_split: bool) -> Judged:
    return Judged(
        words.PARAMETERS[parameter], words.SCALES[parameter][level], level.value, is_split
    )


def finding_rows(findings: Iterable[Finding]) -> list[FindingRow]:
    """Asks nothing: all has been fetched."""
    return [finding_row(one) for one in findings]


def finding_row(finding: Finding) -> FindingRow:
    answer = queries.latest_answer(finding)
    return FindingRow(
        finding=finding,
        tone=words.TONES[Tone(finding.tone)],
        about=words.PARAMETERS[Parameter(finding.parameter)],
        is_good=finding.tone == Tone.GOOD,
        answer=answer,
        reply=words.REPLIES[Reply(answer.reply)] if answer else "",
        earlier=max(0, len(finding.answers.all()) - 1),
        photos=list(finding.photos.all()),
        seen_again=[
            (
                words.OUTCOMES[Outcome(one.outcome)],
                one.words,
                swedish_date(one.walk.occasion.starts),
            )
            for one in finding.revisits.all()
        ],
    )


@dataclass(frozen=True, slots=True)
class People:
    """How many took part as what, and what to think of."""

    roles: list[tuple[Text, int]]
    total: int
    said: str
    hint: str


def people_of(walk: Walk) -> People:
    """One query."""
    order = [role.value for role in PartRole]
    rows = sorted(walk.took_part.all(), key=lambda one: order.index(one.role))
    total = sum(one.people for one in rows)
    said = ngettext("%(n)s took part.", "%(n)s took part.", total) % {"n": total}
    return People(
        [(words.ROLES[PartRole(one.role)], one.people) for one in rows],
        total,
        said if total else "",
        crowd_hint(total),
    )


def crowd_hint(total: int) -> str:
    """More than twenty: few are heard."""
    if not is_crowded(total):
        return ""
    return _(
        "With more than twenty few are heard. Divide into %(n)s groups of eight to ten,"
        " or walk twice."
    ) % {"n": groups_for(total)}


def conditions_of(walk: Walk) -> str:
    """ "Mörkt. Regn." """
    if not walk.light:
        return ""
    light, weather = words.LIGHTS[Light(walk.light)], words.WEATHERS[Weather(walk.weather)]
    return f"{light}. {weather}."
