"""Names and refusals of reports and what is done with them, in plain words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handslag.domain.incidents.rules import (
    Better,
    Cadence,
    Certainty,
    Channel,
    Daypart,
    Deed,
    Inside,
    Known,
    Outcome,
    Phase,
    TextState,
    Top,
    Worry,
)
from handslag.domain.incidents.rules.handling import Timeliness
from handslag.web.words.text import Text

TOPS: Mapping[Top, Text] = {
    Top.DAMAGE: _("Damage to property"),
    Top.GATHERING: _("Unsettling gathering"),
    Top.DISORDER: _("Other disorder"),
    Top.UNSAFE_PLACE: _("Unsafe place"),
    Top.EVENT: _("Coming event"),
    Top.SAFE_PLACE: _("Safe place"),
}
CHANNELS: Mapping[Channel, Text] = {
    Channel.REPORTER: _("Reporter in service"),
    Channel.RESIDENT: _("Resident"),
    Channel.STAFF: _("Written in for someone"),
    Channel.OPEN311: _("Another service"),
    Channel.IMPORTED: _("A file"),
}
INSIDES: Mapping[Inside, Text] = {
    Inside.OUTDOORS: _("Out of doors"),
    Inside.INDOORS: _("Indoors"),
    Inside.UNKNOWN: _("Not said whether indoors"),
}
KNOWN: Mapping[Known, Text] = {
    Known.EXACT: _("At a certain time"),
    Known.INTERVAL: _("Some time between two times"),
    Known.OFTEN: _("It tends to be so"),
    Known.UNKNOWN: _("I do not know when"),
}
DAYPARTS: Mapping[Daypart, Text] = {
    Daypart.MORNING: _("Mornings"),
    Daypart.DAYTIME: _("Daytime"),
    Daypart.EVENING: _("Evenings"),
    Daypart.NIGHT: _("Nights"),
    Daypart.WEEKDAYS: _("Weekdays"),
    Daypart.WEEKENDS: _("Weekends"),
}
CERTAINTIES: Mapping[Certainty, Text] = {
    Certainty.SEEN: _("I saw it"),
    Certainty.TRACES: _("I saw traces of it"),
    Certainty.HEARD: _("I was told"),
    Certainty.SUSPECTED: _("I suspect it"),
}
WORRIES: Mapping[Worry, Text] = {
    Worry.LITTLE: _("Little worry"),
    Worry.SOME: _("Some worry"),
    Worry.MUCH: _("Much worry"),
    Worry.ACUTE: _("Must be dealt with now"),
}
PHASES: Mapping[Phase, Text] = {
    Phase.NEW: _("New"),
    Phase.ASSIGNED: _("With the one whose task it is"),
    Phase.UNDERWAY: _("Being dealt with"),
    Phase.CLOSED: pgettext_lazy("an incident", "Closed"),
}
OUTCOMES: Mapping[Outcome, Text] = {
    Outcome.FIXED: _("Fixed"),
    Outcome.PARTLY: _("Partly fixed"),
    Outcome.NOT_OURS: _("Not ours to do"),
    Outcome.WILL_NOT: _("Will not be done"),
    Outcome.NOTED: _("Noted, used in the situational picture"),
}
TIMELINESS: Mapping[Timeliness, Text] = {
    Timeliness.NO_DAY: _("No day is set"),
    Timeliness.IN_TIME: _("In time"),
    Timeliness.LATE: _("Later than was said"),
    Timeliness.WAS_IN_TIME: _("Closed in time"),
    Timeliness.WAS_LATE: _("Closed later than was said"),
}
TEXT_STATES: Mapping[TextState, Text] = {
    TextState.EMPTY: _("No text"),
    TextState.UNCHECKED: _("Not read by a moderator"),
    TextState.HELD: _("Waits for a moderator"),
    TextState.CHECKED: _("Read by a moderator"),
    TextState.REDACTED: _("Words have been taken out"),
}
BETTERS: Mapping[Better, Text] = {
    Better.YES: _("Yes, it got better"),
    Better.PARTLY: _("Partly"),
    Better.NO: _("No, it did not get better"),
}
DEEDS: Mapping[Deed, Text] = {
    Deed.ASSIGNED: _("Given to the one whose task it is"),
    Deed.BEGUN: _("Work has begun"),
    Deed.MEASURE: _("A measure was taken"),
    Deed.CLOSED: _("Was closed"),
    Deed.REOPENED: _("Taken up again"),
    Deed.MERGED: _("Put together with another about the same"),
    Deed.SEPARATED: _("Separated from the other again"),
    Deed.SHARED: _("Shared with the group"),
    Deed.KEPT_OWN: _("No longer shared with the group"),
}
CADENCES: Mapping[Cadence, Text] = {
    Cadence.WEEKLY: _("Every week"),
    Cadence.FORTNIGHTLY: _("Every second week"),
    Cadence.TWICE_A_MONTH: _("Twice a month"),
    Cadence.MONTHLY: _("Once a month"),
}
REFUSALS: Mapping[str, Text] = {
    "incidents.nothing_reported": _("Say at least one thing that you have seen."),
    "incidents.too_many": _(
        "A report holds at most %(most)s events. Send the rest in one more."
    ),
    "incidents.where_is_missing": _("Say where it is: a place, a position or in words."),
    "incidents.half_a_position": _("A position needs both its numbers. Choose it again."),
    "incidents.text_too_long": _("Write at most %(most)s letters."),
    "incidents.where_too_long": _("Write where it is in at most %(most)s letters."),
    "incidents.time_is_missing": _("Write when it happened, or say that you do not know."),
    "incidents.end_is_missing": _("Write until when, or choose a single time."),
    "incidents.ends_before_it_begins": _(
        "It ends before it begins. Look at the times again."
    ),
    "incidents.has_not_happened_yet": _(
        "The time has not come yet. Choose “Coming event” for what is to happen."
    ),
    "incidents.too_long_ago": _(
        "That is more than a year ago. Write it in the text instead."
    ),
    "incidents.key_is_taken": _("Something went wrong on the way. Begin a new report."),
    "incidents.does_not_receive": _("The municipality does not receive reports here."),
    "incidents.closed_to_residents": _(
        "The municipality does not receive reports from residents here."
    ),
    "incidents.closed_to_machines": _(
        "The municipality does not receive reports from other services."
    ),
    "incidents.reports_elsewhere": _(
        "Your organisation does not report in this municipality. Ask the coordinator."
    ),
    "incidents.unknown_category": _(
        "Choose what it is about once more: the list has changed."
    ),
    "incidents.unknown_place": _("Choose the place once more: the list has changed."),
    "incidents.outside_the_municipality": _(
        "The point on the map lies outside the municipality. Point out the place once more,"
        " or describe it in words."
    ),
    "incidents.not_in_sweden": _("The position is not in Sweden. Choose it again."),
    "incidents.personal_data": _(
        "This may point at a person: %(said)s. Take it out. Write about the place."
    ),
    "incidents.only_a_municipality_receives": _("Only a municipality receives reports."),
    "incidents.not_now_assigned": _("It is closed. Take it up again first."),
    "incidents.not_now_begun": _("Work has begun already, or it is closed."),
    "incidents.not_now_measure": _("It is closed. Take it up again first."),
    "incidents.not_now_closed": _("It is closed already."),
    "incidents.not_now_reopened": _("It is not closed."),
    "incidents.say_why_will_not": _("Write why it will not be done."),
    "incidents.say_why_not_ours": _("Write whose task it is instead."),
    "incidents.say_why_partly": _("Write what is fixed and what is not."),
}
