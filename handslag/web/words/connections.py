"""What outside systems and files are called, how a run failed, and why not."""

from collections.abc import Mapping

from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handslag.core.connections.rules import Connector
from handslag.web.words.figure_files import WHY
from handslag.web.words.text import Text

NAMES: Mapping[Connector, Text] = {
    Connector.POLISEN: pgettext_lazy("connection", "The police's event notices"),
    Connector.KOLADA: pgettext_lazy("connection", "Kolada, key figures"),
    Connector.SCB_POPULATION: pgettext_lazy("connection", "Statistics Sweden, population"),
    Connector.BRA_WORKBOOK: pgettext_lazy("connection", "Brå, the municipal workbook"),
    Connector.BRA_SOL: pgettext_lazy("connection", "Brå, a table from the database"),
    Connector.BRA_YEARLY: pgettext_lazy("connection", "Brå, the yearly files"),
    Connector.POLICE_SURVEY: pgettext_lazy("connection", "The results of a police survey"),
    Connector.TABLE: pgettext_lazy("connection", "A table of one's own"),
}
GIVES: Mapping[Connector, Text] = {
    Connector.POLISEN: _(
        "Type, time and area of events that the police tell of. No texts are kept."
    ),
    Connector.KOLADA: _("Values of municipalities and counties, year by year."),
    Connector.SCB_POPULATION: _("How many live in each municipality, by year."),
    Connector.BRA_WORKBOOK: _("Reported crimes of one municipality, an Excel file."),
    Connector.BRA_SOL: _("Reported crimes as somebody chose them, Excel or CSV."),
    Connector.BRA_YEARLY: _("Reported crimes of a whole year, CSV."),
    Connector.POLICE_SURVEY: _("Answers of residents by area, a table."),
    Connector.TABLE: _("Any table of figures: you say which column is what."),
}
# Whom we ask; the name of the host that a closed network must let through.
ASKS: Mapping[Connector, str] = {
    Connector.POLISEN: "polisen.se",
    Connector.KOLADA: "api.kolada.se",
    Connector.SCB_POPULATION: "api.scb.se",
}
FAILURES: Mapping[str, Text] = {
    "silent": _("Nobody answered. Is the network closed, or is a proxy missing?"),
    "forbidden": _("They refused us. Look at CONNECTION_CONTACT in the settings."),
    "gone": _("The address is gone. It is off until somebody turns it on again."),
    "too_large": _("More came than is read at once."),
    "too_often": _("They ask us to wait. We ask again later."),
    "server": _("They have a fault. We ask again later."),
    "refused": _("They did not answer as expected."),
    "no_contact": _(
        "Nothing was asked. CONNECTION_CONTACT in the settings must say whom to reach."
    ),
    "not_json": _("What came cannot be read."),
}
REASONS: Mapping[str, Text] = {
    **WHY,
    "not_an_event": _("It is no event: something that must be there is missing."),
    "not_a_time": _("The time cannot be read."),
    "not_a_number": _("The number cannot be read, or can be read in two ways."),
    "not_a_period": _("The period cannot be read."),
    "unknown_area": _("The area is not known."),
    "said_twice": _("The same cell is told twice."),
    "told_twice": _("The same cell is told twice."),
}
REFUSALS: Mapping[str, Text] = {
    "connections.only_files": _("Nobody is asked for this: hand in a file instead."),
    "connections.gone": _(
        "The address is gone. Turn the connection on again first, if it has come back."
    ),
}


def failure(code: str) -> str:
    """Why a run did not go well, in a sentence."""
    known = FAILURES.get(code) or REASONS.get(code)
    return str(known) if known else translated("It failed (%(code)s).") % {"code": code}


def reason(code: str) -> str:
    """Why a line was not taken in."""
    known = REASONS.get(code)
    return (
        str(known) if known else translated("It was refused (%(code)s).") % {"code": code}
    )
