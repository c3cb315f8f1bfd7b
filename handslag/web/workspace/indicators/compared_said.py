"""A comparison in sentences, drawings and tables."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.domain.series.figures import Comparison, Feature, Modelled, Placed, Tunnel
from handslag.domain.series.models import Indicator, Series
from handslag.domain.series.rules import Direction, State
from handslag.domain.series.rules.peers import BARRED, Beside
from handslag.statistics.verdicts import Standing, verdict
from handslag.web.following import said
from handslag.web.ui import charts
from handslag.web.ui.templatetags.ui import number, percent
from handslag.web.words.comparing import DESIRED, EXPECTED, HINDRANCES
from handslag.web.words.facts import Facts
from handslag.web.words.methods import Counted, counted
from handslag.web.words.series import SIGNS, STATES
from handslag.web.words.verdicts import Told, told


def answer(indicator: Indicator, found: Comparison) -> str:
    """The own figure, with how unsure it is: counts for oneself, rates to compare."""
    text = _own_said(indicator, found)
    if found.own.amount is None or not found.own.is_preliminary:
        return text
    return f"{text} {_('The figure is preliminary.')}"


def _own_said(indicator: Indicator, found: Comparison) -> str:
    own = found.own
    facts = {
        "year": found.year,
        "home": own.name,
        "n": "" if own.amount is None else said.amount(own.amount),
        "unit": indicator.series.unit,
        "rate": "" if own.shown is None else said.amount(own.shown),
    }
    if found.hindrance in BARRED:
        return str(HINDRANCES[found.hindrance])
    if own.amount is None:
        return _("%(year)s, %(home)s: %(why)s.") % {**facts, "why": state_of(own, found)}
    if own.rate is None:
        return _("%(year)s, %(home)s: %(n)s %(unit)s.") % facts
    facts["per"], facts["between"] = number(found.per), between(own)
    return (
        _(
            "%(year)s, %(home)s: %(n)s %(unit)s, %(rate)s per %(per)s inhabitants"
            " (between %(between)s)."
        )
        % facts
    )


def between(one: Placed) -> str:
    """The ends of an interval."""
    if one.rate is None:
        return "–"
    ends = {"low": said.amount(one.rate.lower), "high": said.amount(one.rate.upper)}
    return _("%(low)s and %(high)s") % ends


def state_of(one: Placed, found: Comparison) -> str:
    """Why there is no figure, or what kind of figure it is."""
    if one.state is None:
        return _("no figure has been read in")
    if found.per and one.amount is not None and one.rate is None:
        facts = {"year": found.year}
        return _("the inhabitants of %(year)s are not held here") % facts
    words = str(STATES[one.state])
    return _("%(state)s, preliminary") % {"state": words} if one.is_preliminary else words


def sign_of(one: Placed) -> str:
    """What stands where there is no figure."""
    is_held = one.state is not None and one.amount is None
    return SIGNS[one.state] if is_held and one.state else SIGNS[State.MISSING]


def verdict_of(indicator: Indicator, found: Comparison) -> Told | None:
    """What the funnel says of the own municipality."""
    if found.tunnel is None:
        return None
    place = int(found.tunnel.found.place[0])
    desired = DESIRED[Direction(indicator.direction)]
    return told(verdict(Standing(place), desired), Facts())


def box(found: Comparison, source: str) -> Counted:
    """How it was counted."""
    assert found.tunnel is not None  # noqa: S101 - there is a verdict
    result = found.tunnel.found
    return counted(result.method, n=result.n, period=str(found.year), source=source)


def beside_it(found: Comparison) -> list[str]:
    """What the verdict leaves unsaid."""
    tunnel = found.tunnel
    if tunnel is not None:
        return [_limits(found, tunnel), *_flags(tunnel)]
    if found.hindrance or found.per:
        return []
    return [
        _ranked(found),
        _(
            "How many events stand behind these figures is not held, so nobody can say"
            " whether the differences are larger than chance."
        ),
    ]


def _limits(found: Comparison, tunnel: Tunnel) -> str:
    ends = (float(tunnel.found.lower[0]), float(tunnel.found.upper[0]))
    low, high = (said.amount(one * tunnel.rate) for one in ends)
    facts = {"low": low, "high": high, "per": number(found.per)}
    text = _(
        "All of them together have %(rate)s per %(per)s inhabitants. For a municipality of"
        " your size chance gives between %(low)s and %(high)s in 95 years of 100."
    )
    return text % {**facts, "rate": said.amount(tunnel.rate)}


def _flags(tunnel: Tunnel) -> list[str]:
    words = {
        "few": _("Some expect fewer than five: their limits are wide and uneven."),
        "overdispersed": _(
            "The municipalities differ by more than chance, so the limits are widened by"
            " as much as they usually do."
        ),
    }
    return [words[one] for one in tunnel.found.flags if one in words]


def _ranked(found: Comparison) -> str:
    """How many of the similar ones lie lower: a count, and no verdict."""
    own = found.own.shown
    known = [one.shown for one in found.peers if one.shown is not None]
    lower = sum(one < own for one in known) if own is not None else 0
    text = ngettext(
        "%(n)s of %(all)s similar municipalities has a lower figure.",
        "%(n)s of %(all)s similar municipalities have a lower figure.",
        lower,
    )
    return text % {"n": number(lower), "all": number(len(known))}


# Drawings


def funnel_of(indicator: Indicator, found: Comparison) -> charts.Chart | None:
    """The funnel; others are there by their rate alone, never by their number."""
    tunnel = found.tunnel
    if tunnel is None:
        return None
    return charts.funnel_plot(
        "tratt",
        _("%(name)s, against all of them together") % {"name": indicator.name},
        str(verdict_of(indicator, found).title),  # type: ignore[union-attr]
        [_place(one, tunnel, at) for at, one in enumerate(tunnel.placed)],
        charts.Limits(
            tunnel.sizes.tolist(),
            (tunnel.inner[0].tolist(), tunnel.inner[1].tolist()),
            (tunnel.outer[0].tolist(), tunnel.outer[1].tolist()),
        ),
        said=said.amount,
        size_said=number,
        size_name=_("Inhabitants"),
    )


def _place(one: Placed, tunnel: Tunnel, at: int) -> charts.Place:
    where = int(tunnel.found.place[at])
    words = {-1: _("below the limits"), 0: _("within the limits"), 1: _("above the limits")}
    return charts.Place(
        one.name,
        float(one.people or 0),
        float(tunnel.found.estimate[at]),
        words[(where > 0) - (where < 0)],
        is_own=one.beside is Beside.OWN,
    )


def dots_of(indicator: Indicator, found: Comparison) -> charts.Chart | None:
    """Each with its interval: oneself first, the similar ones by figure, county, nation."""
    if not has_others(found):
        return None
    peers = sorted(found.peers, key=lambda one: (one.shown is None, -(one.shown or 0)))
    rows = [found.own, *peers, *found.around]
    return charts.dot_plot(
        "jamfort",
        f"{indicator.name}, {unit_of(indicator, found)}, {found.year}",
        answer(indicator, found),
        [_dot(one, found) for one in rows],
        said=said.amount,
    )


def unit_of(indicator: Indicator, found: Comparison) -> str:
    """What the figures are, with what they are divided by."""
    if not found.per:
        return str(indicator.series.unit)
    facts = {"unit": indicator.series.unit, "n": number(found.per)}
    return _("%(unit)s per %(n)s inhabitants") % facts


def _dot(one: Placed, found: Comparison) -> charts.Dot:
    mark = _("%(name)s, preliminary") if one.is_preliminary else "%(name)s"
    return charts.Dot(
        mark % {"name": one.name},
        found.figure(one),
        one.rate.lower if one.rate else None,
        one.rate.upper if one.rate else None,
        sign=sign_of(one),
        is_own=one.beside is Beside.OWN,
    )


def has_others(found: Comparison) -> bool:
    """Whether there is anything to draw beside the own figure."""
    others = [*found.peers, *found.around]
    return any(found.figure(one) is not None for one in others)


def is_divided(found: Comparison) -> bool:
    """Whether any figure was divided here."""
    return any(one.rate is not None for one in found.all)


# Tables


def without_figure(found: Comparison) -> list[tuple[str, str]]:
    """Who has no figure to compare, and why."""
    lacking = [one for one in found.all if found.figure(one) is None]
    return [(one.name, f"{state_of(one, found)} ({sign_of(one)})") for one in lacking]


def likeness(found: Comparison) -> tuple[list[dict[str, object]], list[list[str]]]:
    """How far away each of the similar ones is, and what the distance is due to."""
    used = found.alike.used
    columns: list[dict[str, object]] = [
        {"text": _("Municipality")},
        {"text": _("Distance"), "num": True},
        *({"text": one.series.name, "num": True} for one in used),
    ]
    rows = [
        [
            found.alike.names[code],
            number(round(found.alike.distances[at], 2)),
            *(percent(one) for one in found.alike.shares[at]),
        ]
        for at, code in enumerate(found.alike.codes)
    ]
    return columns, rows


def looked_at(found: Comparison) -> list[tuple[str, str]]:
    """Each thing that is looked at: the own figure, its year, its weight."""
    return [(one.series.name, _looked(one)) for one in found.features]


def _looked(one: Feature) -> str:
    if one.year is None or one.own is None:
        return _("Your municipality has no figure, so it is not looked at.")
    facts = {
        "n": said.amount(one.own),
        "unit": one.series.unit,
        "year": one.year,
        "weight": number(one.weight),
    }
    if not one.weight:
        return _("Yours: %(n)s %(unit)s, %(year)s. Weighs nothing.") % facts
    text = _("Yours: %(n)s %(unit)s, %(year)s. Weighs %(weight)s.") % facts
    if not one.by_logarithm:
        return text
    return f"{text} {_('Twice as many is as far, however many one is.')}"


def weights_of(found: Comparison) -> str:
    """What stands behind the choice of similar ones, in a sentence."""
    each = [f"{one.series.name} {number(one.weight)}" for one in found.alike.used]
    return _("Similar by: %(weights)s.") % {"weights": ", ".join(each)}


def model_said(found: Modelled) -> str:
    """What Kolada's model says, in words beside its code."""
    facts = {
        "year": found.year,
        "said": EXPECTED[found.said],
        "code": number(found.amount),
        "name": found.series.name,
    }
    return _("%(year)s: %(said)s (code %(code)s). %(name)s.") % facts


# Whose figures


def credits_of(indicator: Indicator, found: Comparison) -> str:
    """Whose figures are compared: untouched they are the source's, divided they are not."""
    if not is_divided(found):
        return _("Source: %(source)s") % {"source": said.source_of(indicator.series)}
    return derived([indicator.series, *([found.people] if found.people else [])])


def derived(series: Sequence[Series]) -> str:
    """What was made here of others' figures."""
    names = sorted({said.source_of(one) for one in series})
    facts = {"source": ", ".join(names)}
    return _("Calculated by Handslag with data from %(source)s") % facts
