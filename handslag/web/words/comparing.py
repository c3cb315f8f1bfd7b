"""Why something cannot be compared, and what a model says, in words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from handslag.domain.series.rules import Direction
from handslag.domain.series.rules.peers import Expected, Hindrance
from handslag.statistics.verdicts import Desired
from handslag.web.words.text import Text

HINDRANCES: Mapping[Hindrance, Text] = {
    Hindrance.NOT_YEARLY: _(
        "This is not counted year by year. Inhabitants are counted once a year, so only"
        " years are compared."
    ),
    Hindrance.NO_VALUES: _("No year of your municipality is held yet."),
    Hindrance.IS_PEOPLE: _(
        "This is the number of inhabitants itself, which the others are divided by."
    ),
    Hindrance.IS_CODE: _(
        "The numbers are codes that stand for words, and are told in words below."
    ),
    Hindrance.NO_OWN: _("Your municipality has no figure this year to compare."),
    Hindrance.NO_PEOPLE: _(
        "The inhabitants of the same year are not held here, and another year's are never"
        " used. Read in the population of that year."
    ),
    Hindrance.NO_FEATURES: _(
        "Nothing is held that tells which municipalities are similar to yours. Read in the"
        " population, or choose below what to look at."
    ),
    Hindrance.FEW: _(
        "Too few of the similar municipalities have a figure this year to compare with."
    ),
}
EXPECTED: Mapping[Expected, Text] = {
    Expected.FEWER: _("Fewer than the model expects"),
    Expected.AS_MANY: _("As many as the model expects"),
    Expected.MORE: _("More than the model expects"),
}
DESIRED: Mapping[Direction, Desired] = {
    Direction.DOWN: "down",
    Direction.UP: "up",
    Direction.HOLD: "level",
    Direction.DEPENDS: "depends",
}
