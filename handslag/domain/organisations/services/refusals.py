"""What to tell someone whom the rules refuse: what is wrong, and what to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handslag.domain.organisations.rules import NotAllowedError

SENTENCES: dict[str, str | Promise] = {
    "address_taken": _("Others took the same address just now. Try again."),
    "already_appointed": _("They already hold this role during that time."),
    "already_ended": _("It has already ended, on an earlier day."),
    "already_tied": _("The two are already tied in this way during that time."),
    "code_taken": _("Another organisation has that official code. Check the code."),
    "ends_before_it_begins": _("The last day is before the first. Choose a later day."),
    "kind_comes_with_the_installation": _(
        "Municipalities, counties and police are not added here. "
        "Ask whoever runs this installation."
    ),
    "kinds_cannot_be_tied": _("Organisations of these kinds cannot be tied in this way."),
    "name_missing": _("Write a name."),
    "no_position": _(
        "We find no position there. Write latitude and longitude, as 59.2372, 14.4306."
    ),
    "no_squares": _(
        "We find no squares there. The first row must name the columns Ruta and "
        "Invånare; each square has 13 figures and stands once."
    ),
    "squares_too_large": _(
        "The squares must have sides of 100, 250 or 500 metres. A larger one does not "
        "say how many live in each of its parts."
    ),
    "no_outline": _(
        "We find no area or way there. Paste GeoJSON with one line or one polygon."
    ),
    "too_many_points": _("The outline has more than 2,000 points. Simplify it first."),
    "outline_elsewhere": _("The outline lies outside Sweden. Longitude comes first there."),
    "place_lies_elsewhere": _("The larger place lies in another municipality."),
}


def sentence(error: NotAllowedError) -> str:
    """The sentence for the page, in its language."""
    return str(SENTENCES[error.code])
