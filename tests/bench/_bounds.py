"""A figure beside the bound it has to keep."""

NOT_MET = "not met"


def at_most(bound: float, figure: float) -> str:
    """ "11.2 (at most 25)", or the same with "not met"."""
    return _said(figure, f"at most {bound:g}", is_met=figure <= bound)


def at_least(bound: float, figure: float) -> str:
    """ "0.97 (at least 0.95)", or the same with "not met"."""
    return _said(figure, f"at least {bound:g}", is_met=figure >= bound)


def _said(figure: float, bound: str, *, is_met: bool) -> str:
    return f"{figure:.3g} ({bound})" if is_met else f"{figure:.3g} ({bound}: {NOT_MET})"
