"""What people in the made-up Degerfors have said: once answered, once not yet."""

from dataclasses import replace
from datetime import date

from handslag.config.demo.accounts import DEGERFORS
from handslag.config.demo.stage import Stage, at
from handslag.config.demo.telling import Finding
from handslag.core.access import ANYONE
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Finding as Recorded
from handslag.domain.evidence.rules import Visibility
from handslag.domain.evidence.rules.feedback import Told
from handslag.domain.voices import queries, services
from handslag.domain.voices.models import Occasion
from handslag.domain.voices.rules import Meant, OccasionDraft, Phase, VoiceDraft, Way

STATION = "Samtal om vägen till stationen"
REPORTS = "Ni rapporterade hösten 2026"
SELF_SELECTED = (
    "De som kom valde det själva. De är inget tvärsnitt av alla som bor här. Påhittat för "
    "demonstrationen."
)
# Text, themes, whether it is quoted: as facilitators wrote it down.
SPOKEN: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    ("Det är becksvart i gångtunneln. Jag går runt.", ("LJUS", "GANGVAG"), True),
    ("Lamporna på perrongen är sönder sedan i våras.", ("LJUS", "RESA"), False),
    ("Ingen vuxen är ute efter åtta på fredagar.", ("VUXNA",), True),
    ("Sista bussen går innan tåget kommer in.", ("RESA",), False),
    ("Buskarna vid cykelvägen är så höga att man inte ser runt hörnet.", ("SIKT",), False),
    ("Gänget vid kiosken är högljutt men gör inget.", ("GANG",), False),
    ("Ljus på hela gångvägen, det är allt jag önskar.", ("LJUS", "GANGVAG"), False),
    ("Man hör aldrig vad det blev av det vi sa förra året.", ("SVAR",), True),
    ("Mörkt på parkeringen när man kommer hem sent.", ("LJUS",), False),
    ("Polisen syns mer nu än i fjol, det märks.", ("POLIS", "BRA"), False),
    ("Belysningen vid trappan släcks för tidigt.", ("LJUS",), False),
    ("Vägen hem från tåget känns lång i november.", ("GANGVAG", "RESA"), False),
    ("Det luktar i tunneln och ligger glas där.", ("SKRAP", "GANGVAG"), False),
    ("Tåget är tryggt, det är de tvåhundra metrarna efter.", ("GANGVAG", "RESA"), False),
)
# What stands in the reports' own words, and nobody has coded yet.
REPORTED = (
    "Lampan vid busshållplatsen på Herrgårdsgatan har varit trasig i en månad.",
    "Mopeder kör fort på gångvägen bakom skolan efter klockan fyra.",
    "Någon eldar i papperskorgarna vid torget.",
    "Jag vågar inte gå genom tunneln med barnvagnen när det är mörkt.",
    "Anna Svensson i porten bredvid spelar musik hela natten.",
    "Bra att det är folk vid biblioteket på kvällarna nu.",
)


def found_at_the_station(stage: Stage, finding: Finding) -> Evidence:
    """What the talks of October 2025 showed: the picture of 2026 rests on it."""
    coordinator, home = stage.actor("samordnare"), stage.org(DEGERFORS)
    row = services.plan_occasion(
        coordinator,
        home,
        OccasionDraft(
            way=Way.DIALOGUE,
            title=STATION,
            starts=date(2025, 10, 6),
            ends=date(2025, 10, 17),
            people=90,
            said="Unga kvinnor berättade hur de tar sig hem från stationen på kvällen. "
            "Flest talade om mörkret i gångtunneln och på gångvägen.",
            is_example=True,
        ),
        now=at(date(2025, 10, 1)),
    )
    drafts = [
        VoiceDraft(text, source="kvällen", themes=themes, is_quote=quoted)
        for text, themes, quoted in SPOKEN
    ]
    services.hear(coordinator, row, drafts, now=at(date(2025, 10, 18)))
    services.step(coordinator, row, Phase.HEARD, now=at(date(2025, 10, 18)))
    services.publish_occasion(coordinator, row, now=at(date(2025, 10, 20)))
    return services.cite(
        coordinator,
        row,
        Recorded(
            source=finding.source,
            statement=finding.statement,
            period=finding.period,
            place_stated=finding.place,
            visibility=Visibility.PUBLIC,
            method="Samtal på stationen och biblioteket, sex kvällar.",
            n=90,
            limits=SELF_SELECTED,
        ),
        now=at(date(2025, 10, 20)),
    )


def tell(stage: Stage) -> None:
    """Those at the station have been told; those who reported wait."""
    coordinator = stage.actor("samordnare")
    row = Occasion.objects.get(title=STATION)
    services.change_occasion(
        coordinator,
        row,
        replace(
            queries.draft_of(row),
            became="Lamporna i gångtunneln är bytta och buskarna längs gångvägen klippta. "
            "Två vuxna går vägen på fredagskvällar. Perrongen är fortfarande mörk.",
            how_to_read=SELF_SELECTED,
        ),
        revision=row.revision,
        now=at(date(2026, 6, 1)),
    )
    _answered(stage, row)
    _owed(stage)


def _answered(stage: Stage, row: Occasion) -> None:
    coordinator, on = stage.actor("samordnare"), date(2026, 2, 10)
    left = [
        services.leave_address(
            row, f"deltagare-{nr}@handslag.example", language="sv", now=at(on)
        )
        for nr in range(1, 8)
    ]
    told = Told(
        on,
        "kväll på biblioteket, brev till dem som ville och kommunens webbplats",
        "Ni sa att vägen från stationen är mörk. Vi byter lamporna i tunneln före mars, "
        "klipper buskarna och går vägen på fredagar. Perrongen är Trafikverkets: vi har "
        "bett dem och berättar när de svarar.",
    )
    services.tell(coordinator, row, told, now=at(on))
    answers = (Meant.YES, Meant.YES, Meant.PARTLY, Meant.YES, Meant.PARTLY, Meant.NO)
    for address, meant in zip(left, answers, strict=False):
        services.say_meant(ANYONE, queries.letter_token(address), meant)


def _owed(stage: Stage) -> None:
    coordinator = stage.actor("samordnare")
    row = services.plan_occasion(
        coordinator,
        stage.org(DEGERFORS),
        OccasionDraft(
            way=Way.REPORTS,
            title=REPORTS,
            starts=date(2026, 8, 1),
            ends=date(2026, 10, 31),
            said="Det som ni har rapporterat under hösten, i era egna ord.",
            how_to_read="Vilka som rapporterar och inte vet vi inte. Påhittat för "
            "demonstrationen.",
            is_example=True,
        ),
        now=at(date(2026, 11, 2)),
    )
    drafts = [VoiceDraft(text, source="rapport") for text in REPORTED]
    services.hear(coordinator, row, drafts, now=at(date(2026, 11, 2)))
    services.step(coordinator, row, Phase.HEARD, now=at(date(2026, 11, 2)))
    services.publish_occasion(coordinator, row, now=at(date(2026, 11, 3)))
