"""What the columns and codes of exported answers are called, and why there are none."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handslag.web.words.text import Text

PURPOSES: Mapping[str, Text] = {
    "analysis": _("We analyse them ourselves"),
    "consultant": _("Somebody analyses them for us, by agreement"),
    "research": _("Research, after examination of secrecy"),
    "checking": _("To check our figures"),
}
FORMS: Mapping[str, Text] = {
    "programs": _("For SPSS, R and other programs: CSV with codebook (ZIP)"),
    "workbook": _("For Excel, with the answers in words (XLSX)"),
}
# Why there is no answer.
MISSING: Mapping[int, Text] = {
    -1: pgettext_lazy("export", "Not asked"),
    -2: pgettext_lazy("export", "Did not answer"),
    -3: pgettext_lazy("export", "Prefers not to answer"),
    -4: pgettext_lazy("export", "Withheld, to protect whoever answered"),
}
KINDS: Mapping[str, Text] = {
    "group": pgettext_lazy("export", "about the respondent"),
    "one": pgettext_lazy("export", "one answer"),
    "order": pgettext_lazy("export", "one answer, in order"),
    "chosen": pgettext_lazy("export", "chosen or not"),
    "rank": pgettext_lazy("export", "place in an order, 0 is none"),
    "number": pgettext_lazy("export", "number; rare ones moved to a neighbour"),
    "month": pgettext_lazy("export", "year and month; rare ones moved to a neighbour"),
    "weight": pgettext_lazy("export", "how many inhabitants the answer stands for"),
}
CHOSEN: Mapping[int, Text] = {
    0: pgettext_lazy("export", "Not chosen"),
    1: pgettext_lazy("export", "Chosen"),
}
WEIGHT = pgettext_lazy("export", "Weight")
NO_PLACE = pgettext_lazy("export", "No place")
HEADINGS: tuple[Text, ...] = (
    pgettext_lazy("export", "variable"),
    pgettext_lazy("export", "kind"),
    pgettext_lazy("export", "question in Swedish"),
    pgettext_lazy("export", "question in English"),
    pgettext_lazy("export", "part in Swedish"),
    pgettext_lazy("export", "part in English"),
    pgettext_lazy("export", "code"),
    pgettext_lazy("export", "meaning in Swedish"),
    pgettext_lazy("export", "meaning in English"),
    pgettext_lazy("export", "no answer"),
)
REFUSALS: Mapping[str, Text] = {
    "surveys.not_closed_for_export": _(
        "Answers can be taken out when the survey is closed: a file today and another"
        " tomorrow would show who answered in between."
    ),
    "surveys.not_counted": _(
        "The answers have not been counted yet. Wait a minute and load the page again."
    ),
    "surveys.too_few_for_rows": _(
        "Fewer than %(least)s have answered. So few answers are not handed out one by one."
    ),
    "surveys.nothing_in_rows": _(
        "The survey asks only for texts and places, which are kept apart from each other."
    ),
}
