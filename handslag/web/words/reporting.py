"""Refusals of residents' reports, receipts and questions, in plain words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from handslag.web.words.text import Text

REFUSALS: Mapping[str, Text] = {
    "incidents.nothing_said": _("Write something first."),
    "incidents.may_name_somebody": _(
        "This may name somebody: %(said)s. Take it out, or say that it names nobody."
    ),
    "incidents.nobody_to_ask": _(
        "Whoever sent this has no receipt, and cannot be asked here."
    ),
    "incidents.not_yours_to_ask": _(
        "Only the municipality and the one whose task it is can ask."
    ),
    "incidents.unknown_code": _(
        "No report here has that code. Type it as it stands on the receipt: three groups"
        " of four signs. It holds in the municipality you reported to."
    ),
    "incidents.no_question_to_answer": _(
        "There is no question to answer now. The page says when there is one."
    ),
    "incidents.too_late_to_take_back": _(
        "Somebody has begun to work with the report, so it cannot be taken back any more."
    ),
    "incidents.letter_is_too_old": _(
        "The link does not work any more. Use the code of your receipt instead."
    ),
    "incidents.is_not_closed_yet": _("It is not closed yet. You will be asked when it is."),
    "incidents.nothing_to_agree_with": _(
        "What you wanted to agree with is no longer listed. Report it in your own words."
    ),
}
