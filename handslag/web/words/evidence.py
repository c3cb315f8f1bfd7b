"""Names and refusals of findings, in plain words."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from handslag.domain.evidence.rules import Classification, Confidence, Visibility
from handslag.web.words.text import Text

VISIBILITIES: Mapping[Visibility, Text] = {
    Visibility.OWN: _("Only our own organisation"),
    Visibility.PARTIES: _("Those we do this together with"),
    Visibility.PUBLIC: _("Anyone: it can be shown in public"),
}
# The same in a list, where many stand under each other.
SEEN_BY: Mapping[Visibility, Text] = {
    Visibility.OWN: _("only we see it"),
    Visibility.PARTIES: _("the parties see it"),
    Visibility.PUBLIC: _("everyone sees it"),
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
# What is wrong with a line of a table, and what to do.
BAD_LINES: Mapping[str, Any] = {
    "cells": _("It has %(said)s cells, and not as many as there are headings."),
    "area": _("The area is missing."),
    "period": _(
        "Write the period as 2025, 2025-03 or 2025-01-01 – 2025-03-31: “%(said)s”."
    ),
    "count": _("The count must be a whole number, or XX when it is withheld: “%(said)s”."),
    "case_number": _("“%(said)s” is the number of a case. Take it out."),
    "person_number": _("“%(said)s” is a personal identity number. Take it out."),
}
REFUSALS: Mapping[str, Text] = {
    "evidence.no_source": _("Choose where it comes from."),
    "evidence.no_statement": _("Write what was found."),
    "evidence.no_reason": _("Write why the source was not used."),
    "evidence.case_number": _(
        "“%(number)s” is the number of a case. Single cases are not kept here: take it out."
    ),
    "evidence.person_number": _("“%(number)s” is a personal identity number. Take it out."),
    "evidence.no_alt": _("Say in words what the picture shows."),
    "evidence.rejected": _("A source that was not used cannot be cited."),
    "evidence.place_lies_elsewhere": _("Choose a place in your own area."),
    "evidence.of_someone_else": _("Only those whose finding it is can correct it."),
    "evidence.nobody_spoke": _("In this finding nobody has spoken who could be answered."),
    "evidence.told_nothing": _("Write what they were told."),
    "evidence.told_nowhere": _("Write how they were told."),
    "evidence.told_later": _("The day has not come yet. Write it down when they are told."),
    "evidence.told_again_already": _("It has been put right already. Look at it again."),
    "evidence.table_too_large": _("The file is too large. A table has 500 rows at most."),
    "evidence.table_is_a_workbook": _(
        "This is a workbook. Choose “Save as” and CSV UTF-8, and try again."
    ),
    "evidence.table_letters": _(
        "It cannot be told which letters the file holds: å, ä and ö could be read wrongly. "
        "Save it as CSV UTF-8, and try again."
    ),
    "evidence.table_empty": _("There are no rows under the headings."),
    "evidence.table_too_long": _(
        "A table has %(most)s rows at most. Sum it up, or divide it."
    ),
    "evidence.table_too_wide": _("A table has %(most)s columns at most."),
    "evidence.table_uneven": _(
        "These lines do not have as many cells as there are headings: %(lines)s."
    ),
    "evidence.table_heading_missing": _("Each column needs a heading."),
    "evidence.table_separator": _(
        "Put a semicolon between the cells, and the headings on the first line."
    ),
    "evidence.table_broken": _("A quotation mark does not end, from line %(line)s."),
    "evidence.table_column": _(
        "Only what, where, when and how many are taken in. Take these columns out: "
        "%(columns)s."
    ),
    "evidence.table_column_twice": _(
        "Two columns hold the same thing. Take one of them out."
    ),
    "evidence.table_columns_missing": _(
        "The table needs these headings: Område, Period and Antal."
    ),
    "evidence.too_many_areas": _(
        "There are more than %(most)s areas. Record it as one finding with a table."
    ),
    "evidence.not_classified": _("Say what kind of summary from the police it is."),
    "evidence.not_confirmed": _(
        "Confirm that no case and no person is in it. Otherwise it cannot be kept here."
    ),
    "evidence.corrected_already": _(
        "It has been corrected already. Open the latest version and correct that one."
    ),
}
