"""Refusals and names of fieldwork: the sample, the letters, and what comes on paper."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from handslag.domain.surveys.rules.words import MailingKind
from handslag.web.words.text import Text

MAILINGS: Mapping[MailingKind, Text] = {
    MailingKind.LETTER: _("The letter, to all who were drawn"),
    MailingKind.REMINDER: _("First reminder, to those who have not answered"),
    MailingKind.SECOND: _("Second reminder, to be sent with a paper form"),
}
# What is wrong with a line of the list that somebody draws from.
BAD_LINES: Mapping[str, Text] = {
    "surveys.line_without_area": _("it says no area."),
    "surveys.line_of_unknown_area": _("“%(said)s” is none of the areas above."),
    "surveys.line_without_address": _("it has no address."),
    "surveys.line_with_personal_number": _("a personal number stands in the address."),
    "surveys.line_stands_twice": _("the same name and address stands there before."),
}
# What is wrong with what was typed from a paper form.
KEYED: Mapping[str, Text] = {
    "surveys.not_a_number_of_the_list": _(
        "Type numbers of the list, with commas between where several may be chosen."
    ),
}
REFUSALS: Mapping[str, Text] = {
    "surveys.file_too_large": _("The file is larger than %(most)s MB."),
    "surveys.file_is_no_table": _(
        "The file could not be read. Save it as CSV and choose it again."
    ),
    "surveys.workbook_too_large": _(
        "The workbook is too large to read: it may have %(most)s rows. Save it as CSV and"
        " choose it again."
    ),
    "surveys.file_has_no_lines": _("There are no lines under the headings of the file."),
    "surveys.no_such_column": _(
        "The file has no column “%(column)s”. Write the heading as it stands in the file."
    ),
    "surveys.too_many_address_lines": _("An address has at most %(most)s lines."),
    "surveys.sample_is_fixed": _(
        "Letters have been made, or the survey has opened, so nobody is drawn anew."
    ),
    "surveys.drawn_already": _("Throw away who was drawn before you change the areas."),
    "surveys.same_area_twice": _("Two areas have the same code. Give each its own."),
    "surveys.nobody_is_drawn_here": _("Whoever wants to may answer, so nobody is drawn."),
    "surveys.no_key_is_lost": _("All keys are there: no answer is lost."),
    "surveys.is_closed": _("The survey has closed."),
    "surveys.letters_out_of_order": _(
        "The letter comes first, then the reminders, all before the last day."
    ),
    "surveys.no_letters": _("There are no letters of that kind to make."),
    "surveys.no_such_letters": _("There is no letter with number %(numbers)s."),
}
