"""Names, scales in words and refusals of safety walks, in plain words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handslag.domain.walks.rules import (
    Change,
    FlagLevel,
    Focus,
    Kind,
    Level,
    Light,
    Outcome,
    Parameter,
    PartRole,
    Reply,
    Stage,
    Tone,
    Watch,
    Weather,
    Zone,
)
from handslag.web.words.text import Text

KINDS: Mapping[Kind, Text] = {
    Kind.WALK: _("Safety walk, with those who live there"),
    Kind.INVENTORY: _("Inventory, by those whose task it is"),
}
KINDS_SHORT: Mapping[Kind, Text] = {
    Kind.WALK: _("Safety walk"),
    Kind.INVENTORY: _("Inventory"),
}
STAGES: Mapping[Stage, Text] = {
    Stage.PLANNED: pgettext_lazy("walk", "Being planned"),
    Stage.WALKED: pgettext_lazy("walk", "Walked, answers awaited"),
    Stage.TOLD: pgettext_lazy("walk", "Answered at the third meeting"),
}
LIGHTS: Mapping[Light, Text] = {
    Light.DAYLIGHT: _("Daylight"),
    Light.DUSK: _("Dusk"),
    Light.DARK: _("Dark"),
}
WEATHERS: Mapping[Weather, Text] = {
    Weather.CLEAR: _("Clear"),
    Weather.CLOUDY: _("Cloudy"),
    Weather.RAIN: _("Rain"),
    Weather.SNOW: _("Snow"),
    Weather.FOG: _("Fog"),
}
PARAMETERS: Mapping[Parameter, Text] = {
    Parameter.LIGHTING: _("Lighting"),
    Parameter.SIGHT: _("Sight and vegetation"),
    Parameter.DAMAGE: _("Graffiti and damage"),
    Parameter.LITTER: _("Litter"),
    Parameter.SIGNS: _("Signs and finding one's way"),
    Parameter.TRAFFIC: pgettext_lazy("walk", "Traffic"),
    Parameter.DESOLATION: _("People about"),
    Parameter.MEETING: _("A place to meet"),
    Parameter.UPKEEP: _("Upkeep"),
}
_UNKNOWN = _("Could not be judged")
SCALES: Mapping[Parameter, Mapping[Level, Text]] = {
    Parameter.LIGHTING: {
        Level.GOOD: _("Well lit all the way"),
        Level.FAIR: _("Lit, with some dark spots"),
        Level.POOR: _("Poorly lit"),
        Level.BAD: _("Dark, or lamps that are out"),
        Level.UNKNOWN: _UNKNOWN,
    },
    Parameter.SIGHT: {
        Level.GOOD: _("One sees far in all directions"),
        Level.FAIR: _("Some things hide the view"),
        Level.POOR: _("Bushes or walls hide much"),
        Level.BAD: _("One cannot see who is there"),
        Level.UNKNOWN: _UNKNOWN,
    },
    Parameter.DAMAGE: {
        Level.GOOD: _("Nothing is damaged"),
        Level.FAIR: _("A little graffiti or wear"),
        Level.POOR: _("Clear damage"),
        Level.BAD: _("Much is broken or scrawled on"),
        Level.UNKNOWN: _UNKNOWN,
    },
    Parameter.LITTER: {
        Level.GOOD: _("Clean"),
        Level.FAIR: _("A little litter"),
        Level.POOR: _("Much litter"),
        Level.BAD: _("Litter and things dumped"),
        Level.UNKNOWN: _UNKNOWN,
    },
    Parameter.SIGNS: {
        Level.GOOD: _("Easy to find one's way"),
        Level.FAIR: _("Mostly easy to find one's way"),
        Level.POOR: _("Hard to find one's way"),
        Level.BAD: _("No signs, or wrong ones"),
        Level.UNKNOWN: _UNKNOWN,
    },
    Parameter.TRAFFIC: {
        Level.GOOD: _("Calm, and safe to walk"),
        Level.FAIR: _("Some traffic to mind"),
        Level.POOR: _("Fast or crowded"),
        Level.BAD: _("Dangerous to cross or walk"),
        Level.UNKNOWN: _UNKNOWN,
    },
    Parameter.DESOLATION: {
        Level.GOOD: _("People about, and windows that face it"),
        Level.FAIR: _("People about now and then"),
        Level.POOR: _("Few people"),
        Level.BAD: _("Deserted"),
        Level.UNKNOWN: _UNKNOWN,
    },
    Parameter.MEETING: {
        Level.GOOD: _("Pleasant to stay at"),
        Level.FAIR: _("Good enough to stay at"),
        Level.POOR: _("One only passes"),
        Level.BAD: _("One would rather go round it"),
        Level.UNKNOWN: _UNKNOWN,
    },
    Parameter.UPKEEP: {
        Level.GOOD: _("Well kept"),
        Level.FAIR: _("Kept, with some lacks"),
        Level.POOR: _("Badly kept"),
        Level.BAD: _("Neglected"),
        Level.UNKNOWN: _UNKNOWN,
    },
}
TONES: Mapping[Tone, Text] = {
    Tone.LACKING: _("Something is lacking"),
    Tone.GOOD: _("Something is good, and should stay"),
}
REPLIES: Mapping[Reply, Text] = {
    Reply.DO: _("We do it"),
    Reply.LATER: _("We do it later"),
    Reply.NO: _("We do not do it"),
}
OUTCOMES: Mapping[Outcome, Text] = {
    Outcome.DONE: _("It has been done"),
    Outcome.PARTLY: _("A part of it has been done"),
    Outcome.NOT_DONE: _("It has not been done"),
    Outcome.NOT_SEEN: _("It was not looked at"),
}
CHANGES: Mapping[Change, Text] = {
    Change.BETTER: _("Better"),
    Change.SAME: _("As before"),
    Change.WORSE: _("Worse"),
    Change.UNKNOWN: _("Cannot be compared"),
}
ROLES: Mapping[PartRole, Text] = {
    PartRole.RESIDENTS: _("Residents"),
    PartRole.YOUNG: _("Young people"),
    PartRole.OLDER: _("Older people"),
    PartRole.ASSOCIATIONS: _("Associations"),
    PartRole.PROPERTY_OWNERS: _("Property owners"),
    PartRole.BUSINESS: _("Shops and businesses"),
    PartRole.MUNICIPAL_STAFF: _("Staff of the municipality"),
    PartRole.POLICE: pgettext_lazy("walk", "Police"),
    PartRole.ELECTED: _("Elected representatives"),
    PartRole.OTHERS: _("Others"),
}
FOCUSES: Mapping[Focus, Text] = {
    Focus.SAFETY: pgettext_lazy("purple flag", "Safety"),
    Focus.ACCESS: pgettext_lazy("purple flag", "Accessibility"),
    Focus.OFFER: pgettext_lazy("purple flag", "What is on offer"),
    Focus.PLACE: pgettext_lazy("purple flag", "The place"),
    Focus.POLICY: pgettext_lazy("purple flag", "Policy"),
}
ZONES: Mapping[Zone, Text] = {
    Zone.EVENING: "17–20",
    Zone.LATE_EVENING: "20–23",
    Zone.NIGHT: "23–02",
    Zone.LATE_NIGHT: "02–05",
}
FLAG_LEVELS: Mapping[FlagLevel, Text] = {
    FlagLevel.WORKS: pgettext_lazy("purple flag", "Works well"),
    FlagLevel.PARTLY: pgettext_lazy("purple flag", "Works in part"),
    FlagLevel.LACKING: pgettext_lazy("purple flag", "Lacking"),
    FlagLevel.UNKNOWN: pgettext_lazy("purple flag", "Not looked at"),
}
WATCHES: Mapping[Watch, Text] = {
    Watch.NEIGHBOURS: _("Neighbourhood watch: areas"),
    Watch.BOATS: _("Boat watch: boat clubs and harbours"),
}
REFUSALS: Mapping[str, Text] = {
    "walks.no_title": _("Write where you walk, as those who live there say it."),
    "walks.too_long": _("Write at most %(most)s characters."),
    "walks.first_meeting_after_the_walk": _(
        "The first meeting plans the walk: it must come before it."
    ),
    "walks.answers_before_the_walk": _(
        "The answers come after the walk: choose a later day."
    ),
    "walks.stop_without_name": _(
        "Write where it is, so that it can be found without a map."
    ),
    "walks.half_a_point": _("Point out the place on the map once more."),
    "walks.too_many_stops": _("A walk has at most %(most)s stops. Plan one more walk."),
    "walks.stop_is_used": _(
        "Something has been said of this stop, so it cannot be taken out. Change its words."
    ),
    "walks.stop_of_another": _("Choose a stop of this walk."),
    "walks.finding_without_words": _("Write what you saw."),
    "walks.personal_data": _(
        "This points out a person: %(said)s. Write about the place instead."
    ),
    "walks.answer_may_name_somebody": _(
        "These words may point out a person. Write about the place and what is done."
    ),
    "walks.words_wait": _(
        "Some words may point out a person. Read them, and let them through or change them."
    ),
    "walks.key_is_taken": _("This has been sent before, about something else."),
    "walks.say_by_when": _("Say by which day."),
    "walks.say_why": _("Say why, so that those who walked understand."),
    "walks.no_day_for_a_no": _("Leave the day empty when you will not do it."),
    "walks.day_has_passed": _("Choose a day that lies ahead."),
    "walks.answered_meanwhile": _(
        "Somebody else of your organisation has answered meanwhile. Read that answer first."
    ),
    "walks.not_asked": _("Nobody has been asked about this yet."),
    "walks.asked_already": _(
        "The one responsible has been asked about this, so it stands as it is."
    ),
    "walks.nobody_to_ask": _("Say first who is responsible for what is lacking."),
    "walks.ask_first": _("Ask those responsible first."),
    "walks.not_a_count": _("Write how many, as a whole number."),
    "walks.too_many_for_a_count": _("Write at most %(most)s people."),
    "walks.not_yet": _("The day of the walk has not come yet."),
    "walks.no_route": _("Put at least one stop on the route first."),
    "walks.say_where_one_meets": _("Say first where and when one meets."),
    "walks.nothing_seen": _("Write first what was seen."),
    "walks.nobody_took_part": _("Say how many took part, as what."),
    "walks.walk_it_first": _("Walk the route first."),
    "walks.walked_already": _("The route has been walked."),
    "walks.told_already": _(
        "The third meeting has been held. What was seen stands as it was; what has changed"
        " is seen when you walk again."
    ),
    "walks.walked_again_already": _("This route is already planned to be walked again."),
    "walks.again_comes_after": _("Choose a day after the first walk."),
    "walks.not_of_this_route": _("This was not seen on the walk before."),
    "walks.not_tied_to_it": _("Choose the municipality or an organisation tied to it."),
    "walks.too_many_photos": _("At most %(most)s photos of each finding."),
    "walks.photo_is_kept": _("The photo has been marked already."),
    "walks.photo_without_words": _(
        "Write what the photo shows, in at most %(most)s characters, for those who cannot"
        " see it."
    ),
    "walks.look_once_more": _(
        "Look once more, and say that nobody can be recognised in the photo."
    ),
    "walks.cited_already": _("What this walk showed has been recorded already."),
    "walks.flag_without_area": _("Write which place it is about."),
    "walks.watch_year": _("Choose a year from %(first)s to %(last)s."),
    "walks.watch_new": _("Those that are new must be among the areas."),
    "walks.counted_already": _("This is counted for that year already. Change that count."),
}
