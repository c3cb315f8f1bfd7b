"""Names and refusals of occasions and voices, in plain words."""

from collections.abc import Mapping
from datetime import date

from django.utils.dateformat import format as date_words
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handslag.domain.voices.rules import Meant, Phase, Way
from handslag.web.words.text import Text

WAYS: Mapping[Way, Text] = {
    Way.SURVEY: _("Survey"),
    Way.DIALOGUE: _("Citizen dialogue"),
    Way.STAFF_DIALOGUE: _("Staff dialogue"),
    Way.WALK: _("Safety walk"),
    Way.REPORTS: _("Residents' reports"),
}
PHASES: Mapping[Phase, Text] = {
    Phase.PLANNED: pgettext_lazy("occasion", "Planned"),
    Phase.OPEN: pgettext_lazy("occasion", "Going on"),
    Phase.HEARD: pgettext_lazy("occasion", "Heard, not yet answered"),
    Phase.CLOSED: pgettext_lazy("occasion", "Answered and closed"),
}
MEANT: Mapping[Meant, Text] = {
    Meant.YES: _("Yes, that is what I meant"),
    Meant.PARTLY: _("Partly"),
    Meant.NO: _("No, that is not what I meant"),
}


def days(first: date, last: date) -> str:
    """The day, or the first and the last: "6–17 oktober 2025"."""
    end = date_words(last, "j F Y")
    if first == last:
        return end
    if first.year != last.year:
        return f"{date_words(first, 'j F Y')}–{end}"
    same_month = first.month == last.month
    return f"{date_words(first, 'j' if same_month else 'j F')}–{end}"


REFUSALS: Mapping[str, Text] = {
    "voices.no_title": _("Give it a title that those who took part would know."),
    "voices.title_too_long": _("The title may be at most %(most)s characters."),
    "voices.ends_before_it_begins": _("The last day must not come before the first."),
    "voices.said_nothing": _("Write what was said."),
    "voices.said_too_much": _(
        "One voice may be at most %(most)s characters. Write the rest as another one."
    ),
    "voices.place_lies_elsewhere": _("Choose a place that lies in the municipality."),
    "voices.unknown_theme": _("Choose a theme from the list."),
    "voices.words_wait": _("These words wait for a decision, and cannot be quoted yet."),
    "voices.decided_already": _("Somebody has decided about these words already."),
    "voices.not_the_next_step": _("It has come further already. Load the page again."),
    "voices.nothing_to_read": _("Write what was said before everyone can read it."),
    "voices.reason_must_stay_public": _(
        "It was closed with a reason that everyone can read. The page stays."
    ),
    "voices.release_it_first": _(
        "Release the result first: what was said is read by everyone at the same moment."
    ),
    "voices.finding_lies_elsewhere": _(
        "Choose findings of your own that belong to no other occasion."
    ),
    "voices.not_here": _("There is nothing to hear from at this address."),
    "voices.closed_already": _("This is closed already."),
    "voices.still_being_heard": _("Say first that all has been heard."),
    "voices.nobody_was_told": _(
        "Nobody has been told what became of it. Write what they were told,"
        " or a reason that everyone can read."
    ),
    "voices.reason_is_not_public": _(
        "The reason must be one that everyone can read: publish the page first."
    ),
    "voices.letter_is_too_old": _(
        "The link has stopped working. It holds for three months."
    ),
}
