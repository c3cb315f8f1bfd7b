"""Names and refusals of findings, in plain words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from handslag.domain.evidence.rules import Classification, Confidence, Visibility
from handslag.web.words.text import Text

VISIBILITIES: Mapping[Visibility, Text] = {
    Visibility.OWN: _("Only our own organisation"),
    Visibility.PARTIES: _("Those we do this together with"),
    Visibility.PUBLIC: _("Anyone: it can be shown in public"),
}
CONFIDENCES: Mapping[Confidence, Text] = {
    Confidence.LOW: _("Uncertain"),
    Confidence.MEDIUM: _("Fairly sure"),
    Confidence.HIGH: _("Sure"),
}
CLASSIFICATIONS: Mapping[Classification, Text] = {
    Classification.AGGREGATE: _("Counts: how many, where and when"),
    Classification.SUMMARY: _("A pattern in words, without counts"),
}
REFUSALS: Mapping[str, Text] = {
    "evidence.no_source": _("Choose where it comes from."),
    "evidence.no_statement": _("Write what was found."),
    "evidence.no_reason": _("Write why the source was not used."),
    "evidence.not_classified": _("Say what kind of summary from the police it is."),
    "evidence.not_confirmed": _(
        "Confirm that no case and no person is in it. Otherwise it cannot be kept here."
    ),
    "evidence.corrected_already": _(
        "It has been corrected already. Open the latest version and correct that one."
    ),
}
