"""What the made-up plan of Degerfors says of each problem, and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handslag.config.demo.accounts import DEGERFORS, HOUSING, POLICE
from handslag.config.demo.followed import GRAFFITI, TALKS, TRIED
from handslag.domain.plans.rules.words import Approach, Status, Strategy


@dataclass(frozen=True, slots=True)
class Done:
    """A measure as the demonstration tells it, and how far it came.

    `answers`: words of the causes that it answers; without them it answers all.
    `followed`: what it is read from, by name.
    """

    title: str
    owner: str
    activity: str
    strategy: Strategy | None
    counts: str
    amount: int
    status: Status
    said: str
    kind: Approach = Approach.SITUATIONAL
    answers: tuple[str, ...] = ()
    followed: str = ""
    came: int | None = None


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
    followed: str = ""


# What promises answer to, by name.
WALKS = "Trygghetsvandringar i centrum och vid stationen"
LIT_PATH = "Belysa gångvägen vid Letälven"
ADULTS_OUT = "Fler vuxna ute de helger då det är oroligt"
OPEN_SATURDAYS = "Föreningarna håller öppet på lördagskvällar"
VISITS = "Besök i årskurs 7 av fältgruppen och polisen"
PLATFORM = "Röja buskar och sätta upp kamera vid perrongen"

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
                answers=("lykta",),
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
                answers=("Samma rutor",),
                followed=GRAFFITI.name,
                came=81,
            ),
            Done(
                ADULTS_OUT,
                DEGERFORS,
                "nattvandring",
                Strategy.RISK,
                "Helger med vuxna ute",
                6,
                Status.UNDER_WAY,
                "Vuxna var ute sju helger det första året.",
                answers=("tomt på vuxna",),
            ),
            Done(
                OPEN_SATURDAYS,
                DEGERFORS,
                "fritidsaktiviteter",
                None,
                "Lördagar med öppet",
                20,
                Status.UNDER_WAY,
                "Två föreningar har öppnat. Fler behövs.",
                Approach.SOCIAL,
                answers=("ingenstans att vara", "Fritidsgården"),
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
                PLATFORM,
                DEGERFORS,
                "kamerabevakning",
                Strategy.RISK,
                "Kameror på plats",
                2,
                Status.UNDER_WAY,
                "Buskarna är röjda. Kamerorna sätts upp i vår.",
                answers=("Perrongen",),
            ),
            Done(
                WALKS,
                DEGERFORS,
                "trygghetsvandring",
                Strategy.RISK,
                "Vandringar per år",
                4,
                Status.UNDER_WAY,
                "Fyra vandringar det första året, med 61 deltagare.",
                answers=("Perrongen", "sitter ensam"),
            ),
            Done(
                LIT_PATH,
                DEGERFORS,
                "belysning",
                Strategy.RISK,
                "Sträckor med ljus",
                1,
                Status.UNDER_WAY,
                "Stolparna är beställda.",
                answers=("Perrongen",),
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
                answers=("blivit erbjudna", "Cannabis"),
                followed=TALKS.name,
                came=22,
            ),
            Done(
                VISITS,
                DEGERFORS,
                "skolbesök",
                None,
                "Andel av klasserna, i procent",
                100,
                Status.UNDER_WAY,
                "Alla fem klasserna fick besök det första året.",
                Approach.SOCIAL,
                answers=("Cannabis", "Föräldrar"),
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
                answers=("skymd park",),
            ),
        ),
        TRIED.name,
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
