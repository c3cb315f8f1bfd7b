"""Why two events are thought alike, what a moderator can do, and what is not allowed."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from handslag.domain.incidents.rules.likeness import Why
from handslag.web.words.text import Text

WHYS: Mapping[Why, Text] = {
    Why.SAME_PLACE: _("same place"),
    Why.NEAR: _("%(metres)s metres away"),
    Why.SAME_KIND: _("same kind"),
    Why.SAME_CATEGORY: _("same category"),
    Why.SAME_HOURS: _("within the same hours"),
    Why.SAME_DAY: _("same day"),
    Why.DAYS_APART: _("%(days)s days apart"),
}
HOW: Mapping[str, Text] = {
    "list": _("Opened the list"),
    "one": _("Opened one event"),
    "map": _("Looked at the map"),
    "export": _("Fetched a file of reports"),
    "board": _("Looked at the week"),
    "queue": _("Moderated"),
    "feedback": _("Looked at what became of reports"),
}
REFUSALS: Mapping[str, Text] = {
    "incidents.say_what_was_done": _("Write what was done."),
    "incidents.due_has_been": _("The day has been. Choose one that can be kept."),
    "incidents.cannot_own": _(
        "That organisation can have no tasks here. It must be tied to the municipality or "
        "sit in a group with it."
    ),
    "incidents.is_so_already": _("It is so already."),
    "incidents.is_the_same": _("That is the same event."),
    "incidents.is_elsewhere": _("That event was reported in another municipality."),
    "incidents.is_merged": _(
        "It has been put together with another. Deal with that one, or separate them."
    ),
    "incidents.is_not_merged": _("It is not put together with any other."),
    "incidents.others_lead_here": _(
        "Others have been put together with this one. Put the other one together with "
        "this instead."
    ),
    "incidents.decided_already": _("Somebody else has decided on these words already."),
}
