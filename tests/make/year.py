"""Things of the year, ready to use."""

from datetime import date, datetime

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.year import services
from handslag.domain.year.models import AssemblyReport
from handslag.domain.year.queries import Home, homes_of


def home_of(actor: Actor, *, today: date) -> Home:
    """The actor's own municipality."""
    return homes_of(actor, today=today)[0]


def reported(actor: Actor, on: date, *, now: datetime, year: int = 2025) -> AssemblyReport:
    """A report that the assembly got that day."""
    home = home_of(actor, today=on)
    return services.give_report(actor, home, year, reported_on=on, what="§ 41", now=now)


def led(actor: Actor, home: Organisation, board: str = "kommunstyrelsen") -> None:
    """The board that leads the work is written down."""
    services.name_board(actor, home, board=board, decided_by="", since=None, revision=0)
