"""What series and indicators are called, the five states of a cell, and why not."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handslag.domain.series.rules import (
    BreakKind,
    Direction,
    Origin,
    Purpose,
    Rhythm,
    Sex,
    Source,
    State,
    Theme,
)
from handslag.web.words.text import Text

# The one table of what is said where there is a number, or why there is none.
STATES: Mapping[State, Text] = {
    State.VALUE: pgettext_lazy("cell", "value"),
    State.ZERO: pgettext_lazy("cell", "none: counted, and there were none"),
    State.MISSING: pgettext_lazy("cell", "missing: the source has no figure"),
    State.SECRET: pgettext_lazy("cell", "secret: the source may not say"),
    State.SUPPRESSED: pgettext_lazy("cell", "suppressed: too few to be shown"),
}
# What stands in a table, a chart or a file where the words have no room.
SIGNS: Mapping[State, str] = {
    State.VALUE: "",
    State.ZERO: "0",
    State.MISSING: "..",
    State.SECRET: "S",
    State.SUPPRESSED: "XX",
}
SOURCES: Mapping[Source, Text] = {
    Source.BRA: pgettext_lazy("source", "Brå, reported crimes"),
    Source.NTU: pgettext_lazy("source", "Brå, Swedish Crime Survey (NTU)"),
    Source.KOLADA: pgettext_lazy("source", "Kolada"),
    Source.POLICE_SURVEY: pgettext_lazy("source", "The police survey"),
    Source.SCB: pgettext_lazy("source", "SCB, Statistics Sweden"),
    Source.OWN: pgettext_lazy("source", "Counted by the municipality"),
}
RHYTHMS: Mapping[Rhythm, Text] = {
    Rhythm.MONTH: pgettext_lazy("rhythm", "Each month"),
    Rhythm.QUARTER: pgettext_lazy("rhythm", "Each quarter"),
    Rhythm.YEAR: pgettext_lazy("rhythm", "Each year"),
    Rhythm.TWO_YEARS: pgettext_lazy("rhythm", "Two years together"),
}
SEXES: Mapping[Sex, Text] = {
    Sex.ALL: pgettext_lazy("sex", "All"),
    Sex.WOMEN: pgettext_lazy("sex", "Women"),
    Sex.MEN: pgettext_lazy("sex", "Men"),
}
PURPOSES: Mapping[Purpose, Text] = {
    Purpose.OUTPUT: pgettext_lazy("indicator", "What was done"),
    Purpose.EFFECT: pgettext_lazy("indicator", "What became of it"),
}
DIRECTIONS: Mapping[Direction, Text] = {
    Direction.DOWN: pgettext_lazy("indicator", "Down is good"),
    Direction.UP: pgettext_lazy("indicator", "Up is good"),
    Direction.HOLD: pgettext_lazy("indicator", "The level is to be held"),
    Direction.DEPENDS: pgettext_lazy("indicator", "It depends: more reports can be good"),
}
ARROWS: Mapping[Direction, str] = {
    Direction.DOWN: "↓",
    Direction.UP: "↑",
    Direction.HOLD: "→",
    Direction.DEPENDS: "↕",
}
ORIGINS: Mapping[Origin, Text] = {
    Origin.SERIES: pgettext_lazy("origin", "A series that is held"),
    Origin.INCIDENTS: pgettext_lazy("origin", "Reports here"),
    Origin.SURVEYS: pgettext_lazy("origin", "Surveys here"),
    Origin.PROGRESS: pgettext_lazy("origin", "Progress of activities"),
    Origin.TYPED: pgettext_lazy("origin", "Typed in"),
}
THEMES: Mapping[Theme, Text] = {
    Theme.CRIME: pgettext_lazy("theme", "Reported crime"),
    Theme.VIOLENCE: pgettext_lazy("theme", "Violence"),
    Theme.PROPERTY: pgettext_lazy("theme", "Theft and damage"),
    Theme.DRUGS: pgettext_lazy("theme", "Drugs and alcohol"),
    Theme.TRAFFIC: pgettext_lazy("theme", "Traffic"),
    Theme.YOUTH: pgettext_lazy("theme", "Children and youth"),
    Theme.SAFETY: pgettext_lazy("theme", "Safety and trust"),
    Theme.CONDITIONS: pgettext_lazy("theme", "Population and economy"),
    Theme.WORK: pgettext_lazy("theme", "Our own work"),
}
BREAKS: Mapping[BreakKind, Text] = {
    BreakKind.LAW: pgettext_lazy("break", "New law"),
    BreakKind.CODE: pgettext_lazy("break", "New crime code"),
    BreakKind.METHOD: pgettext_lazy("break", "New method"),
}
# Why a row of a file was left out
FAULTS: Mapping[str, Text] = {
    "unknown_area": _("No area has this code on that day."),
    "told_twice": _("The same area and period stands twice."),
    "period_does_not_fit": _("The period is not as long as those of the series."),
    "value_without_an_amount": _("It says value, but there is no number."),
    "nought_with_an_amount": _("It says nought, but there is another number."),
    "amount_where_none_is_told": _("There is a number where none is to be told."),
    "amount_out_of_bounds": _("The number is too large to be true."),
}
REFUSALS: Mapping[str, Text] = {
    "series.no_name": _("Write what it is called."),
    "series.name_too_long": _("Write a name of at most %(most)s characters."),
    "series.no_unit_or_id": _("Write what is counted, for example reports or per cent."),
    "series.break_without_why": _("Write why the years cannot be compared."),
    "series.shows_nothing": _("Write in a sentence what it shows."),
    "series.depends_on_what": _(
        "Write when more is good and when it is not: whoever reads it will ask."
    ),
    "series.nobody_responsible": _("Write which function follows it, not a name."),
    "series.which_series": _("Choose a series that is held here."),
    "series.which_pair": _("Choose another indicator of the same municipality."),
    "series.per_how_many": _("Choose the number itself, per 1,000 or per 100,000."),
    "series.two_goals_on_a_day": _("Two goal values have the same day. Keep one."),
    "series.goal_before_the_baseline": _(
        "A goal value lies before the day of the baseline. Change one of the days."
    ),
    "series.not_offered": _("This definition is not shared any longer."),
    "series.taken_already": _("You already use this definition."),
    "series.official_by_file_only": _(
        "Official figures come in as a file that can be taken back, not one by one."
    ),
    "series.final_is_kept": _(
        "There is a final value for the period. A preliminary one does not replace it."
    ),
    "series.nothing_compared": _("There is nothing to compare here to keep."),
    "series.weight_out_of_bounds": _("Write a weight between 0 and 99."),
    "series.not_typed": _(
        "The values of this indicator are not typed in: they are counted."
    ),
    **{f"series.cell_{code}": sentence for code, sentence in FAULTS.items()},
}
