"""What a file of figures becomes, in sentences and tables."""

from typing import TypedDict

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.domain.series.models import SentFile
from handslag.domain.series.rules.importing import SHOWN_LINES, Left, Told
from handslag.web.ui.templatetags.ui import number
from handslag.web.words.figure_files import WHY


class Table(TypedDict):
    """A table as ui/table.html takes it."""

    id: str
    caption: str
    columns: list[dict[str, object]]
    rows: list[list[str]]


def summed(sent: SentFile, told: Told, bad: int) -> str:
    """One sentence for each thing that happens, and none for what does not."""
    if sent.undone_at is not None:
        return _("The file is taken back: its values are what they were before it.")
    if not told.lines:
        return _("Nothing in the file can be read in. Look below at why.")
    said = [_new(told.sum_of("new"))]
    for what, sentence in (
        ("changed", _changed),
        ("same", _same),
        ("kept", _kept),
    ):
        n = told.sum_of(what)
        said += [sentence(n)] if n else []
    said += [_left(bad)] if bad else []
    return " ".join(said)


def _new(n: int) -> str:
    return ngettext("%(n)s new value.", "%(n)s new values.", n) % {"n": number(n)}


def _changed(n: int) -> str:
    said = ngettext("%(n)s value is changed.", "%(n)s values are changed.", n)
    return said % {"n": number(n)}


def _same(n: int) -> str:
    said = ngettext("%(n)s is the same as before.", "%(n)s are the same as before.", n)
    return said % {"n": number(n)}


def _kept(n: int) -> str:
    said = ngettext(
        "%(n)s final value is kept: the file has a preliminary one.",
        "%(n)s final values are kept: the file has preliminary ones.",
        n,
    )
    return said % {"n": number(n)}


def _left(n: int) -> str:
    return ngettext("%(n)s is left out.", "%(n)s are left out.", n) % {"n": number(n)}


def lines_of(told: Told) -> Table | None:
    """Series by series."""
    if not told.lines:
        return None
    heads = (_("New"), _("Changed"), _("The same"), _("Kept"))
    return {
        "id": "serier",
        "caption": _("What becomes of each series"),
        "columns": [{"text": _("Series")}, *({"text": one, "num": True} for one in heads)],
        "rows": [
            [one.name, *map(number, (one.new, one.changed, one.same, one.kept))]
            for one in told.lines
        ],
    }


def kept_of(told: Told) -> Table | None:
    """Final values that were not replaced."""
    caption = _("Final values that are kept")
    return _lines("behallna", caption, told.kept[:SHOWN_LINES])


def left_of(told: Told) -> Table | None:
    """Lines that are left out, with why."""
    return _lines("utelamnade", _("Lines that are left out"), told.bad[:SHOWN_LINES])


def _lines(name: str, caption: str, rows: tuple[Left, ...]) -> Table | None:
    if not rows:
        return None
    columns: list[dict[str, object]] = [{"text": _("Line")}]
    columns += [{"text": _("About")}, {"text": _("Why")}]
    said = [[number(one.nr), one.about, str(WHY.get(one.code, one.code))] for one in rows]
    return {"id": name, "caption": caption, "columns": columns, "rows": said}
