"""Reading files of other systems, in plain words: columns, rows, and why not."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handslag.domain.incidents.rules.importing import (
    LEFT_OUT,
    OPEN,
    SAFE,
    UNSAFE,
    Certain,
    Field,
    RowState,
    Stage,
)
from handslag.web.words.text import Text

FIELDS: Mapping[Field, Text] = {
    Field.DAY: _("Day, or day and time"),
    Field.TIME: _("Time of day, if it stands by itself"),
    Field.KIND: _("What it is about"),
    Field.TEXT: _("The text"),
    Field.PLACE: _("Name of the place"),
    Field.WHERE: _("Where, in words (address)"),
    Field.LON: _("Longitude (degrees)"),
    Field.LAT: _("Latitude (degrees)"),
    Field.EAST: _("East in metres (SWEREF 99 TM)"),
    Field.NORTH: _("North in metres (SWEREF 99 TM)"),
    Field.SAFE: _("Safe or unsafe"),
    Field.STATUS: _("How it stands"),
    Field.NUMBER: _("Its number in the other system"),
}
HINTS: Mapping[Field, Text] = {
    Field.DAY: _("For example 2026-11-14, 14/11 2026 or 2026-11-14 21:30."),
    Field.PLACE: _("A name among your places gives the point of that place."),
    Field.NUMBER: _("So that the same report is never read in twice."),
}
CERTAINS: Mapping[Certain, Text] = {
    Certain.STOP: _("Leave the row out"),
    Certain.REDACT: _("Read it in without those words"),
}
SAFES: Mapping[str, Text] = {
    SAFE: _("Safe place"),
    UNSAFE: _("Unsafe, or something else"),
}
NOT_READ_IN: tuple[str, Text] = LEFT_OUT, _("Do not read these in")
STILL_OPEN: tuple[str, Text] = OPEN, _("Is not closed")
STAGES: Mapping[Stage, Text] = {
    Stage.UPLOADED: _("Waits for you to say what the columns are"),
    Stage.JUDGING: _("Each row is being looked at"),
    Stage.JUDGED: _("Waits for you to look at it and read it in"),
    Stage.READING: _("Is being read in"),
    Stage.DONE: pgettext_lazy("a file", "Read in"),
    Stage.UNDOING: _("Is being taken back"),
    Stage.UNDONE: _("Taken back"),
}
STATES: Mapping[RowState, Text] = {
    RowState.WAITING: _("Not looked at yet"),
    RowState.READY: _("Will be read in"),
    RowState.HELD: _("Will be read in; the text waits for a moderator"),
    RowState.REDACTED: _("Will be read in without what points at a person"),
    RowState.TWIN: _("Looks like something you have"),
    RowState.THERE: _("You have it already"),
    RowState.PERSON: _("Left out: points at a person"),
    RowState.LEFT_OUT: _("Left out, as you chose"),
    RowState.WRONG: _("Cannot be read"),
}
REFUSALS: Mapping[str, Text] = {
    "incidents.file_too_large": _(
        "The file is too large. Send at most %(most)s MB at a time."
    ),
    "incidents.workbook_too_large": _(
        "The workbook is too large to open. Save the sheet as CSV, or send a part of it."
    ),
    "incidents.file_is_no_table": _(
        "The file cannot be read as a table. Save it as CSV or as an Excel file (.xlsx)."
    ),
    "incidents.file_has_no_rows": _(
        "There are no rows in the file. The first row is read as headings."
    ),
    "incidents.file_has_too_many_rows": _(
        "There are too many rows. Send at most %(most)s at a time."
    ),
    "incidents.file_is_too_wide": _(
        "There are too many columns. Send at most %(most)s, those that are needed here."
    ),
    "incidents.file_is_gone": _("The file is no longer here. Send it again."),
    "incidents.file_has_come_further": _(
        "The file has come further while you were here. Look at it again."
    ),
    "incidents.nothing_to_read_in": _("No row would be read in. Look at why below."),
    "incidents.no_such_column": _("Choose the column once more."),
    "incidents.no_column_of_days": _("Say which column tells the day."),
    "incidents.no_column_of_places": _("Say which column tells where it was."),
    "incidents.half_a_position_in_columns": _(
        "A position needs two columns: longitude and latitude, or east and north."
    ),
    "incidents.column_is_used_twice": _("A column can be chosen for one thing only."),
    "incidents.too_many_values": _(
        "A column you chose has more than %(most)s different values. Choose another."
    ),
    "incidents.row_has_no_day": _("No day on the row. Write it in the file."),
    "incidents.row_day_is_unclear": _(
        "The day cannot be understood. Write it as 2026-11-14."
    ),
    "incidents.row_time_is_unclear": _("The time cannot be understood. Write it as 21:30."),
    "incidents.row_hour_was_not": _(
        "That hour was not: the clocks were put forward. Change the time."
    ),
    "incidents.row_position_is_unclear": _(
        "The position is no number. Write it as 59.236 or 6566000."
    ),
    "incidents.row_is_not_in_the_grid": _(
        "The position is not in SWEREF 99 TM. Look at which columns you chose."
    ),
    "incidents.row_has_no_kind": _(
        "Nothing says what it is about. Write it in the file, or choose one for such rows."
    ),
    "incidents.row_kind_is_unknown": _("Say what its kind is called here."),
    "incidents.row_status_is_unknown": _("Say what its state means here."),
    "incidents.row_text_is_too_long": _(
        "The text is too long. Shorten it to 1 500 letters."
    ),
    "incidents.row_where_is_too_long": _(
        "Where it is said in more than 200 letters. Shorten it."
    ),
    "incidents.row_is_there": _("It was read in before."),
    "incidents.row_stands_twice": _("Its number stands further up in the file as well."),
    "incidents.row_names_somebody": _(
        "It points at a person. Take that out of the file, or choose to leave those words."
    ),
    "incidents.row_is_left_out": _("You chose not to read in rows like this one."),
    "incidents.row_waits": _("The text may name somebody, and waits for a moderator."),
    "incidents.row_is_redacted": _("Read in without the words that point at a person."),
}
