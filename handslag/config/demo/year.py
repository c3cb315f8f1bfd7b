"""The statutory year of the demonstration: who is in order, late, or has not begun."""

from dataclasses import dataclass
from datetime import date

from handslag.config.demo.accounts import DEGERFORS
from handslag.config.demo.stage import Stage, at
from handslag.domain.year import services
from handslag.domain.year.queries import homes_of
from handslag.domain.year.rules.words import Section

HALLEFORS = "Hällefors kommun"
BOARD = "kommunstyrelsen"


@dataclass(frozen=True, slots=True)
class Given:
    """A report that the assembly got."""

    who: str
    on: date
    what: str
    introduction: str


# Degerfors and Åsele have reported in time. Östhammar is late.
REPORTS = (
    Given(
        "samordnare",
        date(2026, 6, 15),
        "§ 61",
        "Året har handlat om centrum. Trygghetsvandringarna gav elva åtgärder, och de "
        "flesta är gjorda. Det som återstår är belysningen vid resecentrum.",
    ),
    Given("asele", date(2026, 6, 15), "§ 54", ""),
    Given("osthammar", date(2025, 5, 20), "§ 48", ""),
)
# Why Hällefors has not begun, and when it is planned.
NOT_BEGUN = (
    (
        Section.PICTURE,
        "Vi har saknat samordnare sedan i våras. Den nya börjar i januari.",
        date(2027, 3, 31),
    ),
    (
        Section.PLAN,
        "Planen tas fram när lägesbilden är klar.",
        date(2027, 6, 30),
    ),
    (
        Section.COUNCIL,
        "Rådet fanns till 2023. Det ska tillsättas igen efter beslut i kommunstyrelsen.",
        None,
    ),
)


def tell(stage: Stage) -> None:
    """The wheel of Degerfors, the reports, and what is not begun."""
    coordinator = stage.actor("samordnare")
    services.take_usual(coordinator, stage.org(DEGERFORS))
    for given in REPORTS:
        _report(stage, given)
    _not_begun(stage)


def _report(stage: Stage, given: Given) -> None:
    actor = stage.actor(given.who)
    home = homes_of(actor, today=given.on)[0]
    year = given.on.year - 1
    services.name_board(
        actor, home.organisation, board=BOARD, decided_by="", since=None, revision=0
    )
    if given.introduction:
        services.save_introduction(actor, home, year, text=given.introduction, revision=0)
        services.save_introduction(
            actor, home, year + 1, text=given.introduction, revision=0
        )
    services.give_report(
        actor, home, year, reported_on=given.on, what=given.what, now=at(given.on)
    )


def _not_begun(stage: Stage) -> None:
    for section, why, planned_on in NOT_BEGUN:
        services.state_why(
            stage.actor("hallefors"),
            stage.org(HALLEFORS),
            section,
            why=why,
            planned_on=planned_on,
            today=date(2026, 11, 2),
            revision=0,
        )
