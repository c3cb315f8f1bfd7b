"""What the made-up plan of Degerfors says of each problem, and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handslag.config.demo.accounts import DEGERFORS, HOUSING, POLICE
from handslag.domain.plans.rules.words import Approach, Status, Strategy


@dataclass(frozen=True, slots=True)
class Done:
    """A measure as the demonstration tells it, and how far it came."""

    title: str
    owner: str
    activity: str
    strategy: Strategy | None
    counts: str
    amount: int
    status: Status
    said: str
    kind: Approach = Approach.SITUATIONAL


@dataclass(frozen=True, slots=True)
class Meant:
    """What is to become of a problem."""

    goal: str
    counts: str
    unit: str
    now: int
    then: int
    came: int | None
    measures: Sequence[Done]


# By a word in the title of the problem.
MEANT: Mapping[str, Meant] = {
    "skadegörelse": Meant(
        "Skadegörelsen i centrum ska minska med en fjärdedel.",
        "Anmäld skadegörelse i centrum",
        "händelser per år",
        64,
        48,
        51,
        (
            Done(
                "Byta belysning vid torget och skolan",
                HOUSING,
                "belysning",
                Strategy.RISK,
                "Bytta lampor",
                40,
                Status.DONE,
                "Alla lampor är bytta. Färre krossade rutor i vinter.",
            ),
            Done(
                "Sanera klotter inom ett dygn",
                DEGERFORS,
                "klottersanering",
                Strategy.REWARD,
                "Andel sanerat inom ett dygn, i procent",
                90,
                Status.UNDER_WAY,
                "81 procent saneras inom ett dygn.",
            ),
        ),
    ),
    "station": Meant(
        "Färre ska ta omvägar förbi stationen när det är mörkt.",
        "Andel som tar en omväg kvällstid",
        "procent",
        38,
        30,
        None,
        (
            Done(
                "Röja buskar och sätta upp kamera vid perrongen",
                DEGERFORS,
                "kamerabevakning",
                Strategy.RISK,
                "Kameror på plats",
                2,
                Status.UNDER_WAY,
                "Buskarna är röjda. Kamerorna sätts upp i vår.",
            ),
        ),
    ),
    "narkotika": Meant(
        "Färre niondeklassare ska ha prövat narkotika.",
        "Andel i årskurs 9 som har prövat",
        "procent",
        9,
        6,
        8,
        (
            Done(
                "Motiverande samtal med unga som oroar",
                DEGERFORS,
                "motiverande_samtal",
                None,
                "Samtal per år",
                30,
                Status.UNDER_WAY,
                "22 samtal det första året.",
                Approach.SOCIAL,
            ),
            Done(
                "Kontroller i miljöer där det säljs",
                POLICE,
                "synlig_närvaro",
                Strategy.RISK,
                "Kontroller per månad",
                4,
                Status.UNDER_WAY,
                "Fem i månaden.",
            ),
        ),
    ),
}
ELSE = Meant(
    "Problemet ska minska under perioden.",
    "Anmälda händelser",
    "händelser per år",
    20,
    15,
    None,
    (
        Done(
            "Synlig närvaro på de tider då det händer",
            POLICE,
            "synlig_närvaro",
            Strategy.RISK,
            "Pass per månad",
            4,
            Status.PLANNED,
            "",
        ),
    ),
)
