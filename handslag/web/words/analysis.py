"""What analyses are called, and why something cannot be planned so."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handslag.domain.analysis.rules import Beside, Stage, Wanted, Way
from handslag.domain.incidents.rules import Top
from handslag.web.words.text import Text

WANTED: Mapping[Wanted, Text] = {
    Wanted.FEWER: pgettext_lazy("effect", "Fewer"),
    Wanted.MORE: pgettext_lazy("effect", "More: it is good that more is reported"),
}
# What the figures of an indicator are held against
BESIDE: Mapping[Beside, Text] = {
    Beside.COUNTY: _("the rest of the county"),
    Beside.NATION: _("the rest of the country"),
    Beside.NOTHING: _("nothing"),
}
STAGES: Mapping[Stage, Text] = {
    Stage.PLANNED: pgettext_lazy("effect", "Not begun"),
    Stage.UNDER_WAY: pgettext_lazy("effect", "Under way"),
    Stage.OVER: pgettext_lazy("effect", "Over"),
    Stage.CALLED_OFF: pgettext_lazy("effect", "Called off"),
}
WAYS: Mapping[Way, Text] = {
    Way.SERVICE: _("Those who report in their service"),
    Way.RESIDENT: _("Residents"),
    Way.MACHINE: _("Other systems and files"),
}
# Where there is little room.
SHORT: Mapping[Top, Text] = {
    Top.DAMAGE: pgettext_lazy("short", "Damage"),
    Top.GATHERING: pgettext_lazy("short", "Gathering"),
    Top.DISORDER: pgettext_lazy("short", "Disorder"),
    Top.UNSAFE_PLACE: pgettext_lazy("short", "Unsafe place"),
}
REFUSALS: Mapping[str, Text] = {
    "analysis.no_name": _(
        "Write what is to be done, for example new lighting in the park."
    ),
    "analysis.name_too_long": _("Write at most %(most)s characters."),
    "analysis.nothing_to_count": _("Choose at least one kind of event to count."),
    "analysis.why_more": _("Write why it is good that more is reported."),
    "analysis.compared_with_itself": _(
        "Choose another place to compare with, or the rest of the municipality."
    ),
    "analysis.metres_out_of_bounds": _("Write between %(least)s and %(most)s metres."),
    "analysis.ring_out_of_bounds": _("Write between %(least)s and %(most)s metres."),
    "analysis.before_out_of_bounds": _("Choose between %(least)s and %(most)s months."),
    "analysis.after_out_of_bounds": _("Choose between %(least)s and %(most)s months."),
    "analysis.place_is_nowhere": _(
        "Choose a place of this municipality that has a point on the map."
    ),
    "analysis.not_an_indicator_to_judge": _(
        "Choose an indicator that counts a number of things, or answers to your surveys."
    ),
    "analysis.nothing_beside_own_figures": _(
        "Nobody else counts this. Choose to compare with nothing."
    ),
    "analysis.periods_out_of_bounds": _("Choose between %(least)s and %(most)s periods."),
    "analysis.has_begun": _(
        "It has begun, so the plan stands as it is. Call it off if nothing came of it."
    ),
    "analysis.why_called_off": _("Write why nothing came of it."),
}
