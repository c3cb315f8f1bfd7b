"""How a result was counted, in a sentence, and the box that says so under its verdict."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from handslag.web.words.text import Text

# By `method` of the result.
METHODS: Mapping[str, Text] = {
    "conditional mid-p": _("Two counts, compared by an exact test (mid-p)."),
    "conditional mid-p, overdispersed": _(
        "Two counts, compared by an exact test (mid-p), with the variation that earlier"
        " periods show."
    ),
    "difference of estimates, Satterthwaite": _(
        "Two surveys of people who were drawn, with weights: the difference, with how"
        " unsure both are."
    ),
    "ratio of ratios": _(
        "The change where something was done, against the change in the comparison area."
    ),
    "two-way Poisson, randomisation": _(
        "Several areas before and after. The result is compared with that of every other"
        " choice of as many areas."
    ),
    "interrupted time series, quasi-Poisson": _(
        "The level of the months after, against what trend and season say."
    ),
    "weighted displacement difference": _(
        "The change here and in the surroundings, less the change where nothing was done"
        " (WDD)."
    ),
    "funnel, exact Poisson": _(
        "The municipality among similar ones, with limits that chance keeps inside."
    ),
    "funnel, exact Poisson, overdispersed": _(
        "The municipality among similar ones, with limits that chance and their ordinary"
        " differences keep inside."
    ),
    "simulated ranks": _(
        "The scales are weighted together and drawn 2,000 times within their uncertainty."
    ),
}


@dataclass(frozen=True, slots=True)
class Counted:
    """The box "so we counted": each line is left out when it is empty."""

    method: Text = ""
    n: int | None = None
    period: str = ""
    source: str = ""
    version: str = ""


def counted(
    method: str,
    *,
    n: int | None = None,
    period: str = "",
    source: str = "",
    version: str = "",
) -> Counted:
    """The box of a result, from the `method` that it carries."""
    return Counted(METHODS.get(method, ""), n, period, source, version)
