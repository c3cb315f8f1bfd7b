"""Files of points, in plain words: their columns, why a line was left out, what to do."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from handslag.domain.analysis.rules.files import COLUMNS, Grid
from handslag.web.words.text import Text

GRIDS: Mapping[Grid, Text] = {
    Grid.SWEREF: _("In metres: SWEREF 99 TM, for example 6567890 and 465432"),
    Grid.WGS84: _("In degrees: WGS 84, for example 59.2374 and 14.4307"),
}
COLUMN_NAMES: Mapping[str, Text] = dict(
    zip(
        COLUMNS,
        (
            _("The day, for example 2026-03-14"),
            _("The time, if it does not stand with the day"),
            _("The latest time, if it is not known exactly"),
            _("North: metres, or latitude"),
            _("East: metres, or longitude"),
            _("Kind, if the file holds several"),
        ),
        strict=True,
    )
)
# Why a line was left out
WHY: Mapping[str, Text] = {
    "not_a_day": _("What stands there is no day. Write it as 2026-03-14."),
    "not_a_time": _("What stands there is no time. Write it as 21:30."),
    "not_a_number": _("A place is two numbers, and one of these cannot be read."),
    "ends_before_it_begins": _("It ends before it begins, or more than 60 days later."),
    "outside_the_days": _("The day lies outside those that the file covers."),
    "no_position": _("The place lies nowhere in Sweden."),
    "outside_the_municipality": _("The place lies outside the municipality."),
}
REFUSALS: Mapping[str, Text] = {
    "points.say_what_it_is": _("Write what it is, who has counted, and what it covers."),
    "points.days_the_wrong_way": _(
        "The last day comes before the first, or the first before the year %(first)s."
    ),
    "points.days_ahead": _("A file cannot be whole to a day that has not been."),
    "points.say_which_columns": _("Say in which columns the day and the place stand."),
    "points.one_column_twice": _("The same column is chosen twice. Choose one for each."),
    "points.too_many_kinds": _(
        "The column of kinds has more than %(most)s different ones. Choose another column,"
        " or none: texts are not read."
    ),
    "points.kind_too_long": _(
        "Kinds may be %(most)s characters at most. Choose another column: texts are not"
        " read."
    ),
    "points.nothing_to_read_in": _("No line of the file can be used."),
    "points.read_in_already": _("The very same file is already read in."),
    "points.not_to_take_back": _("It is not read in, or taken back already."),
    "points.file_is_gone": _("Somebody has thrown the file away. Send it in again."),
    "points.file_is_read_in": _("The file is read in. Take it back first."),
}
