"""Files of figures, in plain words: which they are, why a line was left out, what to do."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handslag.domain.series.rules.importing import COLUMNS, FileKind
from handslag.web.words.series import FAULTS
from handslag.web.words.text import Text

KINDS: Mapping[FileKind, Text] = {
    FileKind.BRA_WORKBOOK: _("Brå: the workbook of a municipality (Excel)"),
    FileKind.BRA_SOL: _("Brå: a table saved from the database of reported crimes"),
    FileKind.BRA_YEARLY: _("Brå: yearly figures as open data (CSV)"),
    FileKind.KOLADA: _("Kolada: an answer saved from their open data (JSON)"),
    FileKind.POPULATION: _("Statistics Sweden: population"),
    FileKind.POLICE_SURVEY: _("The police: results of their survey of safety"),
    FileKind.TABLE: _("Another table: you say what the columns are"),
}
COLUMN_NAMES: Mapping[str, Text] = dict(
    zip(
        COLUMNS,
        (
            _("Municipality, county or code"),
            _("Year or month"),
            _("The value"),
            _("What it is about, if the file holds several things"),
            _("Women and men, if they stand apart"),
            _("Why there is no value, or that it is preliminary"),
        ),
        strict=True,
    )
)
# Why a line was left out
WHY: Mapping[str, Text] = {
    **FAULTS,
    "unknown_area": _("No municipality, county or nation has this name or code."),
    "period_does_not_fit": _("The period is neither a month, a quarter nor a year."),
    "not_a_number": _("What stands there is no number that can be read in one way."),
    "not_a_day": _("There is no such day. Look at the date."),
    "not_a_year": _("What stands there is no year."),
    "not_a_period": _("What stands there is no year, quarter or month."),
    "nothing_named": _("The line does not say where, or what it is about."),
    "said_twice": _("The same thing is said in an earlier line."),
    "too_short": _("The line has fewer cells than the headings."),
    "not_an_area": _("What stands there is no code of a municipality or county."),
    "not_a_value": _("The value is not in the form that Kolada has."),
    "not_a_sex": _("What stands there is neither all, women nor men."),
    "number_where_none_is_told": _(
        "There is a number, and a word that says there is none."
    ),
    "final_is_kept": _("There is a final value. The preliminary one does not replace it."),
}
_TABLE = _(
    "The file cannot be read as a table. Save it as CSV or as an Excel file (.xlsx)."
)
_TOO_LARGE = _("The file is too large. Send at most 10 MB, or a part of it.")
REFUSALS: Mapping[str, Text] = {
    "series.file_not_a_sheet": _TABLE,
    "series.file_too_large": _TOO_LARGE,
    "series.file_formula": _(
        "A cell is a formula. Copy the values, paste them as values, and save again."
    ),
    "series.file_misread": _(
        "The letters å, ä and ö were read wrongly before the file came here. Fetch it"
        " anew and save it as CSV UTF-8."
    ),
    "series.file_empty": _("There are no rows in the file."),
    "series.file_duplicated_heading": _(
        "Two columns have the same heading: %(about)s. Rename one of them."
    ),
    "series.file_no_such_columns": _(
        "The file does not have the headings of such a file. Choose another kind of file,"
        " or Another table and say what the columns are."
    ),
    "series.file_not_json": _("The file is no answer in JSON. Save the whole answer."),
    "series.file_not_values": _("There are no values in the answer of Kolada."),
    "series.file_not_a_table": _("The answer of Statistics Sweden is not a whole table."),
    "series.file_not_a_number": _("What stands there is no number: %(about)s."),
    "series.file_is_gone": _("The file is no longer here. Send it in again."),
    "series.file_is_read_in": _("The file is read in already."),
    "series.file_not_to_take_back": _("The file is not read in, or is taken back already."),
    "series.say_what_the_table_is": _("Write what the table is about and what is counted."),
    "series.say_which_columns": _(
        "Choose the columns of the area, of the period and of the value."
    ),
    "series.say_the_year": _("The file does not say its year. Write it beside the file."),
}
READ_IN = pgettext_lazy("file of figures", "read in")
WAITS = pgettext_lazy("file of figures", "waits for you")
TAKEN_BACK = pgettext_lazy("file of figures", "taken back")
