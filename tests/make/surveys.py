"""Surveys, ready to use."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from django.conf import settings

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.surveys import services
from handslag.domain.surveys.models import Invitation, Stratum, Survey
from handslag.domain.surveys.queries.codes import code_hash
from handslag.domain.surveys.rules import (
    OTHER,
    Background,
    Condition,
    Option,
    Question,
    QuestionKind,
    Row,
    Selection,
)
from handslag.domain.surveys.rules.codes import code_of
from handslag.domain.surveys.rules.documents import read
from handslag.domain.surveys.services.drafting import SurveyDraft

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)  # "now" in tests/conftest.py
TODAY = NOW.date()


def options(*words: str, apart: Sequence[str] = ()) -> tuple[Option, ...]:
    """Options with keys a, b, c …; `apart` are words of those outside the scale."""
    keys = "abcdefghijklmnop"
    return tuple(
        Option(key, {"sv": word}, word in apart)
        for key, word in zip(keys, words, strict=False)
    )


SEX = Question(
    "sex",
    QuestionKind.SINGLE,
    {"sv": "Är du …"},
    options=options("Kvinna", "Man", "Annat"),
    background=Background.SEX,
)
SAFE = Question(
    "safe",
    QuestionKind.SCALE,
    {"sv": "Hur trygg känner du dig utomhus sent en kväll?"},
    options=options("Mycket trygg", "Ganska trygg", "Ganska otrygg", "Mycket otrygg"),
    is_required=True,
)
FEARS = Question(
    "fears",
    QuestionKind.MULTIPLE,
    {"sv": "Vilka brott är du orolig för?"},
    options=(
        *options("Inbrott", "Rån", "Inget", apart=["Inget"]),
        Option(OTHER, {"sv": "Annat"}),
    ),
    shown_if=Condition("safe", ("c", "d")),
)
MATRIX = Question(
    "parts",
    QuestionKind.MATRIX,
    {"sv": "Hur trygg är du …"},
    options=options("Trygg", "Otrygg"),
    rows=(Row("home", {"sv": "hemma"}), Row("town", {"sv": "i centrum"})),
)
ORDER = Question(
    "order",
    QuestionKind.RANKING,
    {"sv": "Vad ska vi börja med?"},
    options=options("Ljus", "Poliser", "Fritidsgård"),
)
AGE = Question("age", QuestionKind.NUMBER, {"sv": "Hur gammal är du?"}, least=16, most=110)
DAY = Question("day", QuestionKind.DATE, {"sv": "När hände det?"})
WHY = Question("why", QuestionKind.LONG, {"sv": "Berätta varför."})
WHERE = Question("where", QuestionKind.PLACE, {"sv": "Vilken plats undviker du?"}, most=2)
ALL = (SEX, SAFE, FEARS, MATRIX, ORDER, AGE, DAY, WHY, WHERE)


def survey(
    actor: Actor,
    home: Organisation,
    questions: Sequence[Question] = ALL,
    **words: Any,
) -> Survey:
    """A draft with these questions in one section."""
    given: dict[str, Any] = {
        "title": "Trygghet i Lundby",
        "opens_on": date(2026, 3, 1),
        "closes_on": date(2026, 3, 31),
        "selection": Selection.OPEN,
        **words,
    }
    row = services.plan_survey(actor, home, SurveyDraft(**given), now=NOW)
    section = read(row.document).sections[0].key
    services.save_section(actor, row, section, words={"sv": "Din trygghet"}, help_={})
    for one in questions:
        services.save_question(actor, row, section, one, seen=None)
    row.refresh_from_db()
    return row


def opened(
    actor: Actor,
    home: Organisation,
    questions: Sequence[Question] = ALL,
    *,
    strata: Sequence[int] = (),
    **words: Any,
) -> Survey:
    """Open for answers; `strata`: how many are drawn in each, in a drawn survey."""
    if strata:
        words["selection"] = Selection.DRAWN
    row = survey(actor, home, questions, **words)
    for nr, n in enumerate(strata):
        stratum(row, nr, n)
    return services.open_survey(actor, row, now=NOW)


def stratum(survey: Survey, nr: int, n: int) -> Stratum:
    """A stratum with so many who were drawn; their codes are `code(survey, number)`."""
    row = Stratum.objects.create(
        survey=survey,
        code=f"S{nr}",
        name=f"Område {nr}",
        inhabitants=n * 10,
        wanted=n,
        drawn=n,
        position=nr,
    )
    first = survey.invitations.count() + 1
    Invitation.objects.bulk_create(
        Invitation(
            survey=survey,
            stratum=row,
            number=number,
            code_hash=code_hash(code(survey, number)),
        )
        for number in range(first, first + n)
    )
    return row


def code(survey: Survey, number: int) -> str:
    return code_of(settings.SECRET_KEY.encode(), str(survey.public_id), number)
