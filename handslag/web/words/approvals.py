"""Refusals that everything which is put to its parties has in common."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from handslag.web.words.text import Text

REFUSALS: Mapping[str, Text] = {
    "no_needs_reason": _("Say why, so that the others know what to change."),
    "not_in_approval": _("The text is not out for approval any more."),
    "already_answered": _("This party has already answered."),
}
