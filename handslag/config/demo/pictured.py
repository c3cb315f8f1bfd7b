"""What the made-up pictures of Degerfors say. Nothing here has happened."""

from dataclasses import dataclass

from handslag.config.demo.places import CENTRE
from handslag.config.demo.telling import Finding
from handslag.domain.evidence.rules import Visibility
from handslag.domain.picture.rules.words import (
    Aspect,
    Confidence,
    Direction,
    Part,
    Priority,
    When,
)

HIGH, MEDIUM, LOW = Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW


@dataclass(frozen=True, slots=True)
class Held:
    """One judgement, and the finding it cites, by its key."""

    aspect: Aspect
    text: str
    cites: str
    sure: Confidence = HIGH
    way: Direction | None = None
    is_internal: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A problem as one side sees it."""

    theme: str
    title: str
    text: str
    held: tuple[Held, ...]
    place: str = ""
    named: str = ""
    affected: str = ""
    when: tuple[When, ...] = ()
    time_stated: str = ""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What both sides said of a problem, and what they agreed."""

    municipality: int
    police: int
    priority: Priority
    reason: str
    whys: tuple[str, str] = ("", "")


MUNICIPAL_FINDINGS = {
    "dialog": Finding(
        "medborgardialog",
        "31 av 84 unga kvinnor undviker stationen efter klockan 20.",
        "oktober 2024",
        "stationen",
    ),
    "ctc": Finding(
        "drogvaneenkät",
        "Var sjunde elev i årskurs nio har blivit erbjuden narkotika under året.",
        "våren 2024",
        "Degerfors",
    ),
    "skada": Finding(
        "kommunens_verksamheter",
        "Skadegörelse i centrum kostade 412 000 kronor att laga.",
        "2024",
        CENTRE,
    ),
    "skada26": Finding(
        "kommunens_verksamheter",
        "Skadegörelse i centrum kostade 265 000 kronor att laga.",
        "2025",
        CENTRE,
    ),
    "dialog26": Finding(
        "medborgardialog",
        "27 av 90 unga kvinnor undviker stationen efter klockan 20.",
        "oktober 2025",
        "stationen",
    ),
    "äldre": Finding(
        "kommunens_verksamheter",
        "Hemtjänsten har fått höra om 19 försök till bedrägeri per telefon.",
        "hösten 2025",
        "Degerfors",
    ),
    "källare": Finding(
        "partners",
        "31 skador efter inbrott i källare och förråd.",
        "2025",
        "Degerforsbyggens hus",
    ),
}
POLICE_FINDINGS = {
    "anmält": Finding(
        "brottsstatistik",
        "64 anmälda fall av skadegörelse, 48 året innan.",
        "2024",
        CENTRE,
    ),
    "narkotika": Finding(
        "brottsstatistik",
        "37 anmälda narkotikabrott, 22 året innan. De flesta är innehav.",
        "2024",
        "Degerfors",
    ),
    "hastighet": Finding(
        "trygghetsmätning",
        "Fyra av tio upplever att bilar kör för fort där de bor.",
        "hösten 2024",
        "Degerfors",
    ),
    "kontroller": Finding(
        "händelserapporter",
        "Vid 26 kontroller utanför skolorna körde var femte bil för fort.",
        "2025",
        "skolorna",
    ),
    "mönster": Finding(
        "Hobit",
        "Skadegörelsen ligger tätast kring torget, fredag och lördag efter 21.",
        "2024",
        CENTRE,
    ),
}
NOT_PUBLIC = {"mönster": Visibility.PARTIES}

CELLARS = "Inbrott i källare och förråd"
DAMAGE, STATION, DRUGS, SPEED, MOPEDS = "skade", "station", "drog", "fart", "moped"
MUNICIPAL_PROBLEMS = {
    DAMAGE: Seen(
        "SKADE",
        "Skadegörelse i centrum",
        "Rutor, bänkar och belysning slås sönder. Det lagas, och slås sönder igen.",
        (
            Held(Aspect.EXTENT, "412 000 kronor på ett år, mest på torget.", "skada"),
            Held(
                Aspect.CONSEQUENCE,
                "Mörka gångvägar och stängda toaletter. Butiker stänger tidigare.",
                "skada",
                MEDIUM,
            ),
        ),
        named=CENTRE,
        affected="de som rör sig i centrum, butiker",
        when=(When.WEEKENDS, When.EVENING),
    ),
    STATION: Seen(
        "TRYGG_OFF",
        "Unga kvinnor undviker stationen på kvällen",
        "De väntar hellre hemma på skjuts än tar tåget. Få brott anmäls där, så i "
        "polisens statistik syns det inte.",
        (
            Held(Aspect.EXTENT, "Mer än var tredje av de tillfrågade.", "dialog", MEDIUM),
            Held(
                Aspect.CONSEQUENCE,
                "De avstår från träning, jobb och fritid på annan ort.",
                "dialog",
                MEDIUM,
            ),
        ),
        place="stationen",
        affected="unga kvinnor",
        when=(When.AUTUMN, When.WINTER, When.EVENING),
        time_stated="efter klockan 20",
    ),
    DRUGS: Seen(
        "NARK",
        "Unga blir erbjudna narkotika",
        "Det sker mest på väg till och från skolan, och över telefon.",
        (
            Held(Aspect.EXTENT, "Var sjunde elev i årskurs nio.", "ctc"),
            Held(Aspect.CONSEQUENCE, "Fler ärenden hos elevhälsan.", "ctc"),
        ),
        place="kring skolorna",
        affected="elever i årskurs 7–9",
        when=(When.WEEKDAYS, When.DAY),
    ),
    MOPEDS: Seen(
        "MOTOR",
        "Buskörning vid badplatsen",
        "Mopeder och epatraktorer på gångvägarna vid badet.",
        (Held(Aspect.EXTENT, "Synpunkter nästan varje sommarkväll.", "dialog", LOW),),
        place="badplatsen",
        affected="badgäster, boende intill",
        when=(When.SUMMER, When.EVENING),
    ),
}
POLICE_PROBLEMS = {
    DAMAGE: Seen(
        "SKADE",
        "Anmäld skadegörelse på torget",
        "Anmälningarna ökar. De flesta gäller rutor och klotter.",
        (
            Held(Aspect.EXTENT, "64 anmälningar under 2024.", "anmält"),
            Held(Aspect.TREND, "Från 48 till 64 på ett år.", "anmält", HIGH, Direction.UP),
            Held(
                Aspect.COMPARISON,
                "Tätast kring torget, fredag och lördag efter 21.",
                "mönster",
                MEDIUM,
                Direction.UP,
                is_internal=True,
            ),
        ),
        named=CENTRE,
        affected="fastighetsägare",
        when=(When.WEEKENDS, When.NIGHT),
    ),
    DRUGS: Seen(
        "NARK",
        "Innehav av narkotika bland unga",
        "Fler unga anträffas med narkotika än året innan.",
        (
            Held(Aspect.EXTENT, "37 anmälda brott under 2024.", "narkotika"),
            Held(
                Aspect.TREND,
                "Från 22 till 37. En del av ökningen är att vi kontrollerat mer.",
                "narkotika",
                HIGH,
                Direction.UP,
            ),
        ),
        place="kring skolorna",
        affected="unga mellan 14 och 18",
        when=(When.WEEKDAYS, When.WEEKENDS),
    ),
    SPEED: Seen(
        "TRAF",
        "Bilar kör för fort vid skolorna",
        "Mest på morgonen när barnen lämnas.",
        (
            Held(
                Aspect.EXTENT,
                "Fyra av tio upplever att bilar kör för fort.",
                "hastighet",
            ),
        ),
        place="vid skolorna",
        affected="barn på väg till skolan",
        when=(When.WEEKDAYS, When.MORNING),
    ),
}
MUNICIPAL_TEXTS = {
    Part.EXTENT: (
        "Skadegörelse, narkotika bland unga och otrygghet vid stationen är det som våra "
        "verksamheter och invånare oftast tar upp."
    ),
    Part.CONSEQUENCES: (
        "Otryggheten vid stationen märks i vad unga kvinnor avstår från. Skadegörelsen "
        "märks i pengar och i mörka gångvägar."
    ),
    Part.INFORMATION: (
        "Ett nytt resecentrum byggs. Gymnasieelever pendlar till Karlskoga och kommer "
        "hem sent."
    ),
}
POLICE_TEXTS = {
    Part.EXTENT: (
        "Anmälda brott ökade från 610 till 655. Skadegörelse och narkotikabrott står för "
        "det mesta av ökningen."
    ),
    Part.CONSEQUENCES: "Utryckningar till centrum tar mest tid fredag och lördag kväll.",
}
ANALYSIS = (
    "Båda parterna ser skadegörelsen och drogerna. Otryggheten vid stationen ser bara "
    "kommunen, eftersom den sällan blir en anmälan. Kvällar och helger återkommer i "
    "nästan allt: då finns få vuxna i centrum."
)
INTERNAL = "Ett par platser i centrum behöver följas närmare under våren."
ANALYSIS_2026 = (
    "Skadegörelsen har minskat sedan belysningen byttes. Otryggheten vid stationen är "
    "nästan oförändrad: det räcker inte att laga lampor. Bilarna vid skolorna är nu det "
    "som polisen ser mest av."
)
WEIGHED = {
    DRUGS: Weighed(
        4,
        5,
        Priority.PRIORITISED,
        "Båda ser att det ökar, och det drabbar barn.",
        ("Elevhälsan larmar.", "Fler unga än tidigare år."),
    ),
    STATION: Weighed(
        5,
        2,
        Priority.PRIORITISED,
        "Den syns inte i anmälningarna, men begränsar många. Vi vet för lite, så vi "
        "frågar fler.",
        ("Det vi hör oftast i dialogen.", "Få anmälningar."),
    ),
    DAMAGE: Weighed(
        4, 3, Priority.PRIORITISED, "Dyrt, ökar, och går att göra något åt fort."
    ),
    SPEED: Weighed(2, 4, Priority.WATCHED, "Upplevelsen är tydlig, men mätt är det inte."),
    MOPEDS: Weighed(2, 1, Priority.NOT_NOW, "Få platser och en kort tid på året."),
}
# What a year of work and new figures changed.
REWRITTEN = {
    DAMAGE: (
        MUNICIPAL_PROBLEMS[DAMAGE],
        (
            Held(Aspect.EXTENT, "265 000 kronor på ett år.", "skada26"),
            Held(
                Aspect.TREND,
                "Kostnaden har minskat med en tredjedel.",
                "skada26",
                MEDIUM,
                Direction.DOWN,
            ),
        ),
    ),
    STATION: (
        MUNICIPAL_PROBLEMS[STATION],
        (
            Held(Aspect.EXTENT, "Tre av tio tillfrågade.", "dialog26", MEDIUM),
            Held(
                Aspect.TREND,
                "Skillnaden mot 2024 kan bero på slumpen.",
                "dialog26",
                MEDIUM,
                Direction.LEVEL,
            ),
        ),
    ),
    SPEED: (
        POLICE_PROBLEMS[SPEED],
        (Held(Aspect.EXTENT, "Var femte bil vid 26 kontroller.", "kontroller"),),
    ),
}
