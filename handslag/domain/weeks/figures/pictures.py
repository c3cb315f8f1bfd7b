"""What a span adds up to, as numbers and codes that can be frozen and read again.

Nothing in it is a word of a report. What is not known is null and says why; nought is
nought. Ten queries, whatever the span.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from handslag.core.deadlines import months_after
from handslag.core.periods import STOCKHOLM, stockholm_day
from handslag.domain.incidents.models import Group, Incident
from handslag.domain.incidents.rules import Channel, Inside, Top
from handslag.domain.incidents.rules.release import LONGEST
from handslag.domain.weeks.figures.since import Since, SpotLine, Weighed, since_last
from handslag.domain.weeks.queries import coming_events
from handslag.domain.weeks.queries.incidents import PROBLEMS
from handslag.domain.weeks.queries.spans import (
    Told,
    begun,
    first_things,
    handled,
    made_up,
    moments,
    results,
    told,
)
from handslag.domain.weeks.rules.comparing import (
    Compared,
    Lengths,
    Missing,
    Pair,
    compared,
    missing,
    together,
)
from handslag.domain.weeks.rules.spans import Span, before, span_of
from handslag.domain.weeks.rules.words import Result
from handslag.statistics.unusual import adjusted

FRIDAY = 5
_BLOCKS = ((6, "night"), (12, "morning"), (18, "daytime"), (24, "evening"))
_NOT_SAID = "unknown"
_IN_SERVICE = frozenset({Channel.REPORTER, Channel.STAFF})
_FROM_OUTSIDE = "machines"

Words = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The figures of a picture, and the coming events that stand in them by name."""

    figures: Words
    events: list[Incident]


def picture_figures(
    group: Group, municipalities: Sequence[int], span: Span, *, today: date
) -> Drawn:
    """All that can be counted of a span beside the one before and the usual."""
    # Of a span under way only the days that have come are compared.
    last = min(span.ends, today)
    since = since_last(municipalities, first=span.starts, last=last)
    following = span_of(span.kind, span.ends + timedelta(days=1))
    events = coming_events(municipalities, since=following.starts, until=following.ends)
    figures = {
        "counted_on": today.isoformat(),
        "example": made_up(municipalities),
        **_compared(municipalities, span, since, today),
        "spots": [_spot(one) for one in since.spots],
        "safe": since.safe,
        "nowhere": since.nowhere,
        **_when(municipalities, span),
        "events": [_event(one) for one in events],
        "handled": _handled(municipalities, span, today),
        "targets": _targets(group, span),
        "priorities": [
            {
                "what": one.what,
                "where": one.where or (one.place.name if one.place else ""),
            }
            for one in first_things(group, span)
        ],
    }
    return Drawn(figures, events)


def _compared(
    municipalities: Sequence[int], span: Span, since: Since, today: date
) -> Words:
    """All and each kind beside the span before and the usual, and who reported."""
    earlier = before(span)
    why = why_missing(earlier, begun(municipalities), today=today)
    rows = told(municipalities, since=span, before=earlier)
    lengths = Lengths((since.last - since.first).days + 1, earlier.days)
    all_ = _line(rows, PROBLEMS, since.all, lengths, why)
    kinds = [_line(rows, [one.top], one.weighed, lengths, why) for one in since.kinds]
    ps = iter(adjusted([one.p for one in kinds]))
    judged = [together(one, next(ps)) for one in kinds]
    return {
        "days": lengths.now,
        "days_before": lengths.before,
        "windows": len(since.weighing.earlier),
        "missing": why.value if why else "",
        "all": {**_said(all_), **_usual(since.all)},
        "kinds": [
            {"top": line.top.value, **_said(one), **_usual(line.weighed)}
            for line, one in zip(since.kinds, judged, strict=True)
        ],
        "effort": effort(rows),
    }


def why_missing(earlier: Span, first: date | None, *, today: date) -> Missing | None:
    """Why the span before cannot be counted; nothing when it can."""
    if first is None or earlier.starts < first:
        return Missing.NOT_BEGUN
    if earlier.starts < months_after(today, -LONGEST):
        return Missing.NOT_KEPT
    return None


def effort(rows: Sequence[Told]) -> Words:
    """Who reported, now and before: comparisons rest on it."""
    now = {one.by for one in rows if one.is_now and one.by is not None}
    then = {one.by for one in rows if not one.is_now and one.by is not None}
    ways: dict[str, list[int]] = {}
    for one in rows:
        ways.setdefault(_way(one.channel), [0, 0])[0 if one.is_now else 1] += one.n
    return {
        "organisations": len(now),
        "organisations_before": len(then),
        "both": len(now & then),
        "ways": {way: ways[way] for way in sorted(ways)},
    }


def _way(channel: Channel) -> str:
    if channel in _IN_SERVICE:
        return Channel.REPORTER.value
    return Channel.RESIDENT.value if channel is Channel.RESIDENT else _FROM_OUTSIDE


def _line(
    rows: Sequence[Told],
    tops: Sequence[Top],
    weighed: Weighed,
    days: Lengths,
    why: Missing | None,
) -> Compared:
    """One count beside the one before; the dispersion is that of its own weeks."""
    if why is not None:
        return missing(weighed.n)
    both = {one.by for one in rows if one.is_now and one.by is not None} & {
        one.by for one in rows if not one.is_now
    }
    mine = [one for one in rows if one.top in tops]

    def count(*, now: bool, matched: bool = False) -> int:
        return sum(
            one.n for one in mine if one.is_now is now and (not matched or one.by in both)
        )

    pair = Pair(
        weighed.n,
        count(now=False),
        count(now=True, matched=True),
        count(now=False, matched=True),
    )
    return compared(pair, days, phi=phi_of(weighed))


def phi_of(weighed: Weighed) -> float | None:
    """How much more weeks vary than chance makes them; nothing while they are too few
    to say. Few events in them say nothing against chance alone."""
    if weighed.found.can_be_judged:
        return max(1.0, weighed.found.phi)
    return None if "short" in weighed.found.flags else 1.0


def _said(one: Compared) -> Words:
    is_known = one.verdict.value != "missing"
    return {
        "n": one.pair.now,
        "before": one.pair.before if is_known else None,
        "both": [one.pair.both_now, one.pair.both_before] if is_known else None,
        "verdict": one.verdict.value,
        "ratio": _short(one.ratio),
        "lower": _short(one.lower),
        "upper": _short(one.upper),
        "least": _short(one.least),
    }


def _usual(weighed: Weighed) -> Words:
    known = weighed.found.can_be_judged
    return {
        "level": weighed.level.value,
        "usual": f"{weighed.found.estimate:.2f}" if known else None,
        "most": round(weighed.found.upper) if known else None,
    }


def _short(value: float | None) -> str | None:
    """As text: what is frozen must read the same on every machine."""
    return None if value is None else f"{value:.4f}"


def _spot(one: SpotLine) -> Words:
    return {
        "name": one.name,
        "is_near": one.is_near,
        "tops": [top.value for top in one.tops],
        "n": one.weighed.n,
        **_usual(one.weighed),
        "year": one.before,
        "led": one.dealt_with,
    }


def _when(municipalities: Sequence[int], span: Span) -> Words:
    """Blocks of the day and indoors or out, each with how many of which it is not known."""
    blocks: Counter[str] = Counter()
    places: Counter[str] = Counter()
    weekend = timed = 0
    for known, starts, inside in moments(municipalities, span):
        places[inside] += 1
        if known not in ("exact", "interval") or starts is None:
            blocks[_NOT_SAID] += 1
            continue
        local = starts.astimezone(STOCKHOLM)
        blocks[next(name for ends, name in _BLOCKS if local.hour < ends)] += 1
        timed += 1
        weekend += stockholm_day(starts).isoweekday() > FRIDAY
    names = [name for _, name in _BLOCKS]
    return {
        "when": {
            **{name: blocks[name] for name in names},
            _NOT_SAID: blocks[_NOT_SAID],
            "weekend": weekend,
            "timed": timed,
        },
        "inside": {one.value: places[one.value] for one in Inside},
    }


def _event(one: Incident) -> Words:
    return {
        "day": one.day.isoformat(),
        "sv": one.category.sv,
        "en": one.category.en or one.category.sv,
        "where": one.place.name if one.place else "",
    }


def _handled(municipalities: Sequence[int], span: Span, today: date) -> Words:
    found = handled(municipalities, span, today=today)
    return {
        "n": found.n,
        "closed": found.closed,
        "led": found.led,
        "late": found.late,
    }


def _targets(group: Group, span: Span) -> Words:
    found = results(group, span)
    return {**{one.value: found.get(one.value, 0) for one in Result}, "": found.get("", 0)}
