"""Names and refusals of a group's weeks, in plain words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from handslag.domain.weeks.rules import Result
from handslag.domain.weeks.rules.words import Level
from handslag.web.words.text import Text

RESULTS: Mapping[Result, Text] = {
    Result.DONE: _("It was done"),
    Result.PARTLY: _("A part of it was done"),
    Result.NOT_DONE: _("It was not done"),
}
LEVELS: Mapping[Level, Text] = {
    Level.UNUSUAL: _("Unexpectedly many"),
    Level.HINT: _("Perhaps more than usual"),
    Level.USUAL: _("As usual"),
    Level.FEW: _("Too few events to judge"),
    Level.SHORT: _("Too short a history to judge"),
}
HOLIDAYS: Mapping[str, Text] = {
    "new_years_day": _("New Year's Day"),
    "epiphany": _("Epiphany"),
    "good_friday": _("Good Friday"),
    "easter_monday": _("Easter Monday"),
    "may_day": _("the first of May"),
    "ascension_day": _("Ascension Day"),
    "national_day": _("the National Day"),
    "midsummer_eve": _("Midsummer Eve"),
    "christmas_eve": _("Christmas Eve"),
    "christmas_day": _("Christmas Day"),
    "boxing_day": _("Boxing Day"),
    "new_years_eve": _("New Year's Eve"),
}
REFUSALS: Mapping[str, Text] = {
    "weeks.looks_back_over_nothing": _("The look back must begin before the meeting."),
    "weeks.before_the_last": _("The meeting must come after the last one that was held."),
    "weeks.one_at_a_time": _(
        "A meeting is being prepared already. Hold it before you prepare the next one."
    ),
    "weeks.not_in_the_group": _("Choose among the organisations of the group."),
    "weeks.priority_without_what": _("Write what it is about."),
    "weeks.target_of_someone_else": _("Choose an organisation of the group."),
    "weeks.target_without_words": _("Write what they will do."),
    "weeks.target_in_the_past": _("Choose a day that has not passed."),
    "weeks.say_why_not": _("Write why it was not done, or not all of it."),
    "weeks.decision_without_words": _("Write the decision."),
    "weeks.held_already": _(
        "The meeting has been held. What it decided stands as it was. Write what is new"
        " at the next one."
    ),
    "weeks.not_yet": _("The day of the meeting has not come yet."),
    "weeks.nobody_there": _("Say first which organisations were there."),
    "weeks.follow_up_first": _(
        "Say first what became of the targets of the last meeting: %(n)s are left."
    ),
    "weeks.place_lies_elsewhere": _("Choose a place of the group's municipalities."),
    "weeks.followed_up_elsewhere": _("It has been followed up at another meeting."),
    "weeks.personal_data": _(
        "This may point at a person: %(said)s. Take it out. Write about the place."
    ),
}
