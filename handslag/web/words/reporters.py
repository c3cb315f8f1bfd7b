"""What is said to those who report in service: refusals of photos, the ten things."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from handslag.domain.incidents.rules.photos import PhotoState
from handslag.web.words.text import Text

PHOTO_STATES: Mapping[PhotoState, Text] = {
    PhotoState.WITH_REPORTER: _("You need to hide faces and plates"),
    PhotoState.WITH_MODERATOR: _("Waits for the municipality to look at it"),
    PhotoState.SHOWN: _("Shown to those who may see the report"),
    PhotoState.REFUSED: _("Not shown, and deleted"),
}
REFUSALS: Mapping[str, Text] = {
    "files.unknown_square": _("Mark the squares once more."),
    "files.boxes": _("Mark what is to be hidden once more."),
    "incidents.photo_too_many": _("At most %(most)s photos for each event."),
    "incidents.photo_is_handed_on": _("The photo has already been handed on."),
    "incidents.photo_is_decided": _("Someone has already decided on this photo."),
    "incidents.photo_of_nothing": _("The event of this photo is not in the report."),
    "incidents.photo_without_words": _(
        "Write what the photo shows, for those who cannot see it."
    ),
    "incidents.photo_words_too_long": _("Write at most %(most)s letters."),
}

# The ten things: what to do, and why.
TEN_THINGS: tuple[tuple[Text, Text], ...] = (
    (
        _("Danger right now? Call 112."),
        _(
            "Has a crime happened and is nobody in danger? Call 114 14. A report here is"
            " read on working days, and is not a report to the police."
        ),
    ),
    (
        _("Write about the place, not about persons."),
        _(
            "“The lights in the underpass are out and glass is broken” helps us. Who might"
            " have done it does not belong here."
        ),
    ),
    (
        _("No names, no numbers of persons, no telephone numbers."),
        _("Nor user names in social media, nor anything else that points at somebody."),
    ),
    (
        _("No registration plates."),
        _("Write “a car” or “mopeds”, and where they drive."),
    ),
    (
        _("No apartment numbers and no doors."),
        _("Name the stairwell, the yard or the street instead."),
    ),
    (
        _("Do not describe anyone so that they can be recognised."),
        _(
            "No health, origin or belief. A small group can be recognised too: write how"
            " many, not which."
        ),
    ),
    (
        _("Photos show places, not people."),
        _(
            "Wait until nobody is in the picture. You hide faces and plates before anyone"
            " else sees the photo, and the municipality looks at it after you."
        ),
    ),
    (
        _("Say how you know."),
        _("Seen, traces, told or suspected: all are welcome, if it is said which."),
    ),
    (
        _("What you write becomes the municipality's document."),
        _(
            "Anyone can ask to read it, and the municipality then decides what is secret."
            " Others in the group see what is shared. Everyone who reads leaves a trace."
        ),
    ),
    (
        _("You report as a part of your work, never as a private person."),
        _(
            "Others see your organisation, not your name. You see yourself what became of"
            " what you reported."
        ),
    ),
)
