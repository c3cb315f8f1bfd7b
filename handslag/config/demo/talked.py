"""Dialogues in Degerfors, made up: one with a result, one to come to, one with staff."""

from datetime import date, datetime, time
from uuid import UUID, uuid5

from handslag.config.demo.accounts import DEGERFORS
from handslag.config.demo.stage import Stage, at
from handslag.core.access import Actor
from handslag.core.periods import STOCKHOLM
from handslag.domain.dialogues import services
from handslag.domain.dialogues.models import Dialogue
from handslag.domain.dialogues.rules import (
    Audience,
    DialogueDraft,
    HeldDraft,
    Kind,
    MeetingDraft,
    Part,
    Script,
)
from handslag.domain.evidence.rules.feedback import Told
from handslag.domain.voices import services as voices

SQUARE, AHEAD = date(2026, 10, 8), date(2026, 12, 3)
WHAT, HOW = date(2026, 11, 4), date(2026, 11, 18)
LEADS = "trygghetssamordnare"
_KEYS = UUID("7c9b7a34-6a1f-4b0e-9a3a-2f4d1c0d9e11")

# By theme, what was said; those that begin with a star may be read by everyone.
SAID = {
    "LJUS": (
        "* Det är mörkt på gångvägen mellan stationen och bron.",
        "Lamporna vid bron har varit släckta sedan i våras.",
        "Tänd tunneln, då går fler där.",
        "Gården är svart som en säck efter klockan fem.",
        "Mer ljus vid busshållplatsen.",
        "Det blev bättre vid torget när ni bytte lamporna.",
        "Jag tar bilen i stället när det är mörkt.",
    ),
    "TRAFIK": (
        "* Bilarna kör fort förbi skolan på morgonen.",
        "Mopederna på gångbanan är värst.",
        "Farthindret på genomfarten behövs tillbaka.",
        "Ingen håller trettio vid skolan.",
        "Övergången vid torget syns inte.",
    ),
    "VUXNA": (
        "Nattvandrarna gör skillnad.",
        "Fler vuxna ute på fredagar.",
        "Det känns lugnt när någon vuxen är på torget.",
        "Vuxna i centrum när bion slutar.",
        "* Det är skönt att se vuxna i gula västar.",
        "Ordna ett schema för nattvandring.",
    ),
    "MOTE": ("Ungdomarna har ingenstans att vara.", "Öppna fritidsgården på söndagar."),
}


def tell(stage: Stage) -> None:
    """What was said on the square in October, and what comes."""
    actor = stage.actor("samordnare")
    _square(stage, actor)
    _coming(stage, actor)
    _staff(stage, actor)


def _hours(day: date, begins: int, ends: int) -> tuple[datetime, datetime]:
    first, last = time(begins), time(ends)
    return (
        datetime.combine(day, first, tzinfo=STOCKHOLM),
        datetime.combine(day, last, tzinfo=STOCKHOLM),
    )


def _square(stage: Stage, actor: Actor) -> None:
    """Held, coded, released, and those who spoke have been told."""
    now = at(SQUARE)
    row = services.plan_dialogue(
        actor,
        stage.org(DEGERFORS),
        DialogueDraft(
            "Torgsamtal om tryggheten",
            Kind.SQUARE,
            asks="Var är det otryggt, och vad skulle hjälpa?",
            who="Alla som bor eller arbetar i Degerfors",
            leader=LEADS,
        ),
        MeetingDraft(*_hours(SQUARE, 15, 18), "Stora torget, vid bänkarna"),
        now=now,
        is_example=True,
    )
    for theme, lines in SAID.items():
        _note(actor, row, theme, lines, now)
    row = _held(actor, row, now)
    services.release(
        actor,
        row,
        said="Ni talade mest om ljuset på gångvägarna, om vuxna i centrum på kvällarna"
        " och om farten förbi skolan.",
        revision=row.revision,
        now=at(date(2026, 10, 14)),
    )
    services.cite(actor, row, now=at(date(2026, 10, 14)))
    _answered(actor, row)


def _held(actor: Actor, row: Dialogue, now: datetime) -> Dialogue:
    profile = {
        Part.SEX: {"women": 27, "men": 18},
        Part.AGE: {"13-17": 3, "18-29": 6, "30-64": 22, "65-": 14},
        Part.AREA: {"Centrum": 24, "Strömtorp": 13, "Svartå": 8},
    }
    came = (("Nattvandrarna (demo)", 4), ("Hyresgästföreningen (demo)", 2))
    return services.save_held(
        actor,
        row,
        HeldDraft(45, profile, came),
        revision=row.revision,
        now=now,
        today=SQUARE,
    )


def _answered(actor: Actor, row: Dialogue) -> None:
    told = date(2026, 11, 2)
    row.occasion.refresh_from_db()
    voices.tell(
        actor,
        row.occasion,
        Told(
            told,
            "anslag på torget och kommunens webbplats",
            "Lamporna vid bron är bytta. Farten förbi skolan mäts under november.",
        ),
        now=at(told),
    )


def _note(
    actor: Actor, row: Dialogue, theme: str, lines: tuple[str, ...], now: datetime
) -> None:
    known = set(row.occasion.voices.values_list("pk", flat=True))
    notes = "\n".join(line.removeprefix("* ") for line in lines)
    services.note(actor, row, notes, key=uuid5(_KEYS, f"{row.pk} {theme}"), now=now)
    new = row.occasion.voices.exclude(pk__in=known).order_by("pk")
    for voice, line in zip(new, lines, strict=True):
        coded = voices.code_voice(
            actor, voice, themes=[theme], place=None, revision=voice.revision, now=now
        )
        if line.startswith("* "):
            voices.quote(actor, coded, is_quote=True, now=now)


def _coming(stage: Stage, actor: Actor) -> None:
    """One may sign up, for the afternoon or for the evening."""
    now = at(date(2026, 11, 16))
    where = "Folkets hus, stora salen. Hiss från entrén."
    row = services.plan_dialogue(
        actor,
        stage.org(DEGERFORS),
        DialogueDraft(
            "Trygghetskväll om vinterns mörker",
            asks="Vilka vägar undviker ni när det är mörkt? Vad ska med i löftet för 2027?",
            who="Alla som bor eller arbetar i Degerfors. Kom gärna med barn.",
            leader=LEADS,
        ),
        MeetingDraft(*_hours(AHEAD, 15, 17), where, 30),
        now=now,
        is_example=True,
    )
    evening = MeetingDraft(*_hours(AHEAD, 18, 20), where, 40)
    services.add_meeting(actor, row, evening, now=now)
    services.invite(actor, row, now=now)
    for n, meeting in enumerate((*row.meetings.all(), *row.meetings.all()[1:])):
        email = f"invanare{n}@degerfors.example"
        services.sign_up(meeting, email, language="sv", now=now)


def _staff(stage: Stage, actor: Actor) -> None:
    """WHAT was said in one meeting, HOW in the next. The result is not public yet."""
    row = services.plan_dialogue(
        actor,
        stage.org(DEGERFORS),
        DialogueDraft(
            "Medarbetardialog inför löftet 2027",
            Kind.WORKPLACE,
            Audience.STAFF,
            asks="Vad ser ni i ert arbete, och hur kan vi göra det tillsammans?",
            who="Skola, socialtjänst, teknik, bostadsbolag och polis",
            leader=LEADS,
        ),
        MeetingDraft(*_hours(WHAT, 13, 15), "Kommunhuset", None, Script.WHAT),
        now=at(date(2026, 10, 20)),
        is_example=True,
    )
    how = MeetingDraft(*_hours(HOW, 13, 15), "Kommunhuset", None, Script.HOW)
    services.add_meeting(actor, row, how, now=at(date(2026, 10, 20)))
    for day, script, notes in (
        (
            WHAT,
            Script.WHAT,
            "Eleverna undviker gångvägen vid bron\nKlotter kommer tillbaka inom en vecka\n"
            "Mopeder på skolgården efter lunch\nFler i trapphusen på Bruksgatan",
        ),
        (
            HOW,
            Script.HOW,
            "Teknik anmäler släckta lampor samma dag\n"
            "Fritid och nattvandrare delar schema\n"
            "Bostadsbolaget sanerar inom tre dagar",
        ),
    ):
        key = uuid5(_KEYS, script.value)
        services.note(actor, row, notes, key=key, script=script, now=at(day))
