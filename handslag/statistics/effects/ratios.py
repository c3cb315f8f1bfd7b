"""Before and after, here and in a comparison area: how many more or fewer than expected."""

from math import inf, log, sqrt

from handslag.statistics.effects.found import FEW, Effect, effect

_HALF = 0.5


def ratio_of_ratios(
    treated_before: float,
    treated_after: float,
    comparison_before: float,
    comparison_after: float,
    phi: float = 1.0,
    *,
    level: float = 0.95,
) -> Effect:
    """The change where something was done, against that where it was not: below 1 when
    there were fewer than expected.

    The logarithm has the variance phi (1/a + 1/b + 1/c + 1/d); `phi` is how much more the
    counts vary than chance alone makes them, best estimated from five earlier years or
    more. Flags: zero (a half is added to each count), few (below twenty events).
    Raises ValueError: E_NEGATIVE, E_EMPTY when nothing happened anywhere.
    Woolf (1955), Annals of Human Genetics 19, 251-253; Farrington, Gill, Waples &
    Argomaniz (2007), Journal of Experimental Criminology 3, 21-38.
    """
    counts = (treated_before, treated_after, comparison_before, comparison_after)
    if min(counts) < 0:
        raise ValueError("E_NEGATIVE")
    if max(counts) == 0:
        raise ValueError("E_EMPTY")
    added = _HALF if min(counts) == 0 else 0.0
    a, b, c, d = (count + added for count in counts)
    spread = max(phi, 1.0)
    flags = {"zero": added > 0, "few": treated_before + treated_after < FEW}
    return effect(
        log(b / a) - log(d / c),
        sqrt(spread * (1 / a + 1 / b + 1 / c + 1 / d)),
        df=inf,
        level=level,
        n=round(sum(counts)),
        method="ratio of ratios",
        phi=spread,
        observed=float(treated_after),
        expected=a * d / c,
        flags=tuple(flag for flag, is_so in flags.items() if is_so),
    )
