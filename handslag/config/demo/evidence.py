"""What is known in Degerfors: made up, and it says so. The picture and plan rest on it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO

from PIL import Image, ImageDraw

from handslag.config.demo.accounts import DEGERFORS, POLICE
from handslag.config.demo.stage import Stage, at
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import (
    Classification,
    Confidence,
    Finding,
    Table,
    Visibility,
)
from handslag.domain.evidence.rules.feedback import Told
from handslag.domain.evidence.services import Picture, record_finding
from handslag.domain.evidence.services import tell as answer

MADE_UP = "Påhittat för demonstrationen."
ROUTE = ((90, 330), (190, 300), (300, 250), (400, 270), (500, 200), (610, 190))
DARK = ((300, 250), (500, 200))

DIALOGUE = Finding(
    "medborgardialog",
    "Fyra av tio undviker stationen när det är mörkt. Många saknar ljus på gångvägen.",
    period="oktober 2025",
    place_stated="stationen och gångvägen dit",
    visibility=Visibility.PUBLIC,
    method="Öppet hus på biblioteket och samtal på torget, två kvällar.",
    n=126,
    confidence=Confidence.MEDIUM,
    limits=f"De flesta som kom var över 40 år. Få unga svarade. {MADE_UP}",
    table=Table(
        ("Plats", "Nämndes av"),
        (
            ("Stationen", "52"),
            ("Gångvägen till stationen", "41"),
            ("Torget", "19"),
            ("Skolgården i Stora Vallaskolan", "14"),
        ),
    ),
)
STAFF = Finding(
    "medarbetardialog",
    "Fritidsgården, skolan och polisen ser samma sak: unga samlas vid stationen sent på "
    "fredagar, och ingen vuxen är där.",
    period="november 2025",
    place_stated="stationen",
    visibility=Visibility.PARTIES,
    method="Två samtal efter metodstödet: vad ska vi göra, och hur.",
    n=34,
    confidence=Confidence.MEDIUM,
    limits=MADE_UP,
)
SURVEY = Finding(
    "egen_enkät",
    "214 av 1 100 som svarade avstår från att gå ut ensamma på kvällen.",
    period="hösten 2025",
    place_stated="hela kommunen",
    visibility=Visibility.PUBLIC,
    method="Webbenkät till alla hushåll, med papper på biblioteket.",
    n=1110,
    confidence=Confidence.MEDIUM,
    limits=f"Den som vill svarar. Det går inte att räkna om till alla invånare. {MADE_UP}",
)
REPORTED = Finding(
    "brottsstatistik",
    "Anmäld skadegörelse har ökat i centrum och vid stationen sedan 2023.",
    period="2023-2025",
    place_stated="Degerfors",
    visibility=Visibility.PUBLIC,
    method="Antal anmälningar efter plats för brottet.",
    n=325,
    confidence=Confidence.HIGH,
    limits=f"Det som inte anmäls syns inte här. {MADE_UP}",
    classification=Classification.AGGREGATE,
    is_without_persons=True,
    table=Table(
        ("Område", "2023", "2024", "2025"),
        (
            ("Centrum", "38", "44", "51"),
            ("Stationen", "17", "26", "34"),
            ("Åtorp", "12", "9", "11"),
            ("Övriga kommunen", "29", "28", "26"),
        ),
    ),
)
PATTERNS = Finding(
    "händelserapporter",
    "Störningar vid stationen är vanligast fredagar och lördagar mellan 20 och 01.",
    period="2025",
    place_stated="stationen",
    visibility=Visibility.PARTIES,
    method="Genomgång av sammanställda händelserapporter.",
    confidence=Confidence.MEDIUM,
    limits=f"Bara det som polisen har larmats till. {MADE_UP}",
    classification=Classification.SUMMARY,
    is_without_persons=True,
)
WALK = Finding(
    "trygghetsvandring",
    "Två av sex stopp på vägen till stationen saknar ljus: gångtunneln och parkeringen.",
    period="2026-03-24",
    place_stated="från torget till stationen",
    visibility=Visibility.PUBLIC,
    method="Vandring kl. 19–21 med boende, polisen, gatuenheten och Degerforsbyggen.",
    n=12,
    confidence=Confidence.HIGH,
    limits=f"En kväll i mars. {MADE_UP}",
)
EST = Finding(
    "EST",
    "Klotter och nedskräpning runt stationen rapporteras varje vecka sedan augusti.",
    period="augusti 2025 - oktober 2025",
    place_stated="stationen",
    visibility=Visibility.PARTIES,
    method="Veckorapporter från skola, fritid, bostadsbolag och väktare.",
    n=61,
    confidence=Confidence.MEDIUM,
    limits=f"Skolan rapporterade inte under höstlovet. {MADE_UP}",
)
SOCIAL_MEDIA = Finding(
    "sociala_medier",
    "Inlägg i två lokala grupper om ungdomar vid stationen.",
    period="hösten 2025",
    place_stated="stationen",
    visibility=Visibility.PARTIES,
    rejected_why="Det går inte att veta hur många som ser det eller om samma händelse "
    f"räknas flera gånger. Inläggen pekar dessutom ut personer. {MADE_UP}",
)


def tell(stage: Stage) -> Mapping[str, Evidence]:
    """Record it all, by a short name each: what the picture and the plan can cite."""
    record = {
        "dialogue": (DIALOGUE, "samordnare", DEGERFORS, date(2025, 10, 28)),
        "staff": (STAFF, "samordnare", DEGERFORS, date(2025, 11, 18)),
        "est": (EST, "samordnare", DEGERFORS, date(2025, 11, 20)),
        "rejected": (SOCIAL_MEDIA, "samordnare", DEGERFORS, date(2025, 11, 24)),
        "patterns": (PATTERNS, "kommunpolis", POLICE, date(2026, 1, 15)),
        "reported": (REPORTED, "kommunpolis", POLICE, date(2026, 2, 3)),
    }
    known = {
        name: record_finding(
            stage.actor(account), home=stage.org(home), finding=said, now=at(on)
        )
        for name, (said, account, home, on) in record.items()
    }
    known["survey"] = _corrected_survey(stage)
    known["walk"] = _walk(stage)
    answer(
        stage.actor("samordnare"),
        known["dialogue"],
        Told(
            date(2026, 2, 10),
            "möte på biblioteket, och på kommunens webbplats",
            "Ni sa att det är mörkt vid stationen. Vi har bett Trafikverket om ljus på "
            "perrongen och byter armaturer på gångvägen före hösten.",
        ),
        now=at(date(2026, 2, 11)),
    )
    return known


def _corrected_survey(stage: Stage) -> Evidence:
    """The first figure was mistyped; both versions stay."""
    actor, home = stage.actor("samordnare"), stage.org(DEGERFORS)
    wrong = record_finding(actor, home=home, finding=SURVEY, now=at(date(2025, 12, 1)))
    right = replace(SURVEY, n=1100)
    return record_finding(
        actor, home=home, finding=right, now=at(date(2025, 12, 3)), corrects=wrong
    )


def _walk(stage: Stage) -> Evidence:
    picture = Picture(
        _drawn_route(),
        "Enkel karta över vandringen: sex stopp på en linje från torget till stationen. "
        "Stopp 3, gångtunneln, och stopp 5, parkeringen, är mörka.",
    )
    return record_finding(
        stage.actor("samordnare"),
        home=stage.org(DEGERFORS),
        finding=WALK,
        now=at(date(2026, 3, 25)),
        pictures=[picture],
    )


def _drawn_route() -> bytes:
    """The way from the square to the station, with a stop for each thing seen."""
    drawn = Image.new("RGB", (720, 420), "#eef1ec")
    pen = ImageDraw.Draw(drawn)
    pen.line(
        [(0, 110), (260, 130), (480, 90), (720, 110)],
        fill="#9cc3d5",
        width=46,
        joint="curve",
    )
    pen.line([(0, 385), (720, 240)], fill="#8a8f88", width=6)
    pen.rectangle([(40, 285), (130, 370)], fill="#d8d2c2")
    pen.rectangle([(570, 150), (690, 215)], fill="#d8d2c2")
    pen.line(ROUTE, fill="#1f5a43", width=7, joint="curve")
    for number, (x, y) in enumerate(ROUTE, start=1):
        is_dark = (x, y) in DARK
        if is_dark:
            pen.ellipse([(x - 44, y - 44), (x + 44, y + 44)], fill="#3a3f45")
        pen.ellipse(
            [(x - 20, y - 20), (x + 20, y + 20)], fill="#ffffff", outline="#1f5a43", width=5
        )
        pen.text((x, y), str(number), fill="#16211c", anchor="mm", font_size=24)
    file = BytesIO()
    drawn.save(file, "PNG")
    return file.getvalue()
