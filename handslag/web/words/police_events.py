"""What of an event was changed, and why a file of events is refused."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from handslag.domain.police_events.rules import What
from handslag.web.words.text import Text

CHANGED: Mapping[What, Text] = {
    What.KIND: _("the police have changed the type"),
    What.PLACE: _("the police have changed the place"),
    What.TIME: _("the police have changed the time"),
    What.TEXT: _("the police have changed their text"),
}
REFUSALS: Mapping[str, Text] = {
    "police_events.unreadable": _(
        "The file cannot be read. Save https://polisen.se/api/events as it is, and"
        " choose that file."
    ),
}
