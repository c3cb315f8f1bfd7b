"""What became of reports, and what of them is forgotten next, in plain words."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handslag.domain.incidents.rules.fates import Fate
from handslag.web.words.text import Text

MANY: Mapping[Fate, Text] = {
    Fate.FIXED: pgettext_lazy("reports", "Fixed"),
    Fate.PARTLY: pgettext_lazy("reports", "Partly fixed"),
    Fate.MEASURE: pgettext_lazy("reports", "A measure was taken"),
    Fate.OPEN: pgettext_lazy("reports", "Not closed yet"),
    Fate.NOTED: pgettext_lazy("reports", "Only noted"),
    Fate.NOT_OURS: pgettext_lazy("reports", "Somebody else's to do"),
    Fate.WILL_NOT: pgettext_lazy("reports", "Will not be done"),
}
# What would be forgotten next, by kind: what it is, and when it goes.
TO_FORGET: Mapping[str, tuple[Text, Text]] = {
    "closed": (
        _("Reports that are closed"),
        _("24 months after they came in, with steps, messages and photos"),
    ),
    "unfinished": (
        _("Reports that nobody has closed"),
        _("24 months after they came in, and after anybody did something with them"),
    ),
    "contacts": (
        _("Addresses of residents"),
        _("a month after all of the report was closed"),
    ),
    "persons": (
        _("Who reported in service"),
        _("three months after all was closed; the organisation stays"),
    ),
    "held": (
        _("Words that wait for a moderator"),
        _("14 days after they came in"),
    ),
    "photos": (
        _("Photos that wait to be looked at"),
        _("14 days after they came in"),
    ),
    "readings": (_("Who has read what"), _("24 months after it was read")),
}


def either(fates: Iterable[Fate]) -> str:
    """ "Fixed", or "Partly fixed or a measure was taken" of what is not told apart."""
    first, *others = [str(MANY[one]) for one in fates]
    if not others:
        return first
    *most, last = [first, *(one[:1].lower() + one[1:] for one in others)]
    return now_("%(these)s or %(last)s") % {"these": ", ".join(most), "last": last}
