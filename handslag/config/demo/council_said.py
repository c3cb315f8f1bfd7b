"""What the made-up meetings of the councils say, decide and ask for."""

from dataclasses import dataclass, field
from datetime import date

from handslag.config.demo.accounts import DEGERFORS, HOUSING, KARLSKOGA, POLICE
from handslag.domain.council.rules.words import ItemKind

ASELE, OSTHAMMAR = "Åsele kommun", "Östhammars kommun"
CHARTER = (
    "Rådet leds av kommunerna, som turas om att hålla ordförandeskapet två år i taget.\n"
    "Rådet möts fyra gånger om året. Kallelsen går ut senast tio dagar innan.\n"
    "Rådet tar inte över någon organisations ansvar. Var och en gör sina egna åtgärder.\n"
    "Protokollet justeras av ordföranden och en till inom trettio dagar och publiceras."
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A task that somebody got, and what became of it."""

    text: str
    owner: str
    function: str
    by: date
    done: date | None = None
    result: str = ""
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What was said under an item, decided, and asked for."""

    text: str = ""
    decision: str = ""
    asked: tuple[Asked, ...] = ()
    title: str = ""
    kind: ItemKind = ItemKind.DECIDE
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """One meeting: its day, what was said by item, and who was not there."""

    day: date
    place: str
    said: dict[str, Said]
    own: tuple[Said, ...] = ()
    absent: tuple[str, ...] = ()
    replaced: dict[str, str] = field(default_factory=dict)


JANUARY = Told(
    date(2026, 1, 28),
    "Kommunhuset, Degerfors",
    {
        "pattern:approve": Said("Dagordningen godkändes utan ändring."),
        "pattern:municipality": Said(
            "Kommunen berättade om vandringarna 2025: fyra vandringar, 61 deltagare."
        ),
        "pattern:police": Said(
            "Polisen redovisade anmälda brott i sammandrag. Skadegörelsen i centrum har"
            " minskat, men talen bygger på få anmälningar."
        ),
    },
    own=(
        Said(
            title="Uppföljning av Medborgarlöfte 2025",
            text="Alla tre löftena är hållna.",
            decision="Rådet godkänner uppföljningen och beslutar att den publiceras.",
        ),
        Said(
            title="Belysning vid resecentrum",
            text="Många har sagt att gångvägen är mörk.",
            decision="Rådet beslutar att belysningen ska ses över innan hösten.",
            asked=(
                Asked(
                    "Gå igenom belysningen längs gångvägen vid resecentrum.",
                    HOUSING,
                    "fastighetschef",
                    date(2026, 4, 30),
                    done=date(2026, 4, 21),
                    result="Elva lyktor var trasiga. Alla är bytta.",
                ),
            ),
        ),
    ),
)
MAY = Told(
    date(2026, 5, 27),
    "Rådhuset, Karlskoga",
    {
        "pattern:approve": Said("Dagordningen godkändes."),
        "pattern:tasks": Said("Belysningen vid resecentrum är lagad."),
        "pattern:police": Said("Polisen berättade om nykterhetskontrollerna på E18."),
        "pattern:theme": Said(
            "Skolan och socialtjänsten ser fler som provar.",
            "Rådet beslutar att föräldramötena i höst ska handla om narkotika.",
            title="Tema: unga och narkotika",
            asked=(
                Asked(
                    "Ta fram ett underlag till föräldramötena.",
                    KARLSKOGA,
                    "folkhälsostrateg",
                    date(2026, 8, 31),
                    done=date(2026, 8, 24),
                    result="Underlaget är klart och används på alla skolor.",
                ),
                Asked(
                    "Räkna hur många som kommer till föräldramötena.",
                    DEGERFORS,
                    "skolchef",
                    date(2026, 10, 30),
                ),
            ),
        ),
    },
    own=(
        Said(
            title="En plats som väcker oro",
            text="Polisen berättade om en pågående insats. Inga personer nämndes.",
            decision="Rådet beslutar att följa frågan på nästa möte.",
            internal=True,
        ),
    ),
    absent=("socialchef",),
    replaced={"skolchef": "biträdande skolchef"},
)
SEPTEMBER = Told(
    date(2026, 9, 23),
    "Kommunhuset, Degerfors",
    {
        "pattern:approve": Said("Dagordningen godkändes."),
        "pattern:tasks": Said("Underlaget till föräldramötena är klart."),
        "pattern:est": Said("EST-gruppen redovisade sommarens läge per område."),
        "pattern:theme": Said(
            "Flera undviker gångvägen efter klockan 20.",
            title="Tema: otrygghet vid resecentrum på kvällen",
        ),
    },
    own=(
        Said(
            title="Gemensamma löften 2027",
            text="Förslaget är att ge löftena tillsammans i båda kommunerna.",
            decision="Rådet ställer sig bakom förslaget och lämnar det för godkännande.",
            asked=(
                Asked(
                    "Lägg fram förslaget för de tre parterna.",
                    KARLSKOGA,
                    "trygghetssamordnare",
                    date(2026, 11, 20),
                    done=date(2026, 11, 17),
                    result="Utskickat till parterna den 17 november.",
                ),
                Asked(
                    "Beskriv läget vid resecentrum inför mötet i december.",
                    POLICE,
                    "kommunpolis",
                    date(2026, 12, 1),
                ),
                Asked(
                    "Pröva en fritidsledare på plats fredagskvällar.",
                    DEGERFORS,
                    "fritidschef",
                    date(2026, 11, 1),
                    dropped=True,
                    done=date(2026, 11, 5),
                    result="Det saknas personal i år. Frågan tas upp i budgeten för 2027.",
                ),
            ),
        ),
    ),
)
BARE = Told(
    date(2026, 3, 17),
    "Kommunhuset, Åsele",
    {
        "pattern:approve": Said("Dagordningen godkändes."),
        "pattern:municipality": Said(
            "Grannsamverkan finns i fyra byar. Åtgärderna följs upp i höst.",
            "Gruppen beslutar att följa upp planen vid nästa möte.",
            (
                Asked(
                    "Sammanställ vad som är gjort av planens åtgärder.",
                    ASELE,
                    "trygghetssamordnare",
                    date(2026, 12, 15),
                ),
            ),
        ),
    },
)
OVERDUE = Told(
    date(2024, 10, 8),
    "Kommunkontoret, Östhammar",
    {
        "pattern:police": Said("Polisen berättade om båtstölderna i sommar."),
        "pattern:theme": Said(
            "Tema: medborgarenkäten.",
            "Rådet beslutar att enkätens svar ska redovisas för invånarna.",
            (
                Asked(
                    "Redovisa enkätens svar på kommunens webbplats.",
                    OSTHAMMAR,
                    "kommunikatör",
                    date(2025, 2, 28),
                ),
            ),
        ),
    },
)
