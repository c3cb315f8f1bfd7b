"""A short made-up survey of Degerfors in two waves: has anything happened to you?

Nobody has answered: every answer is drawn by chance from shares that were made up.
"""

import random
from datetime import date, timedelta

from handslag.config.demo.accounts import DEGERFORS
from handslag.config.demo.asked import begin
from handslag.config.demo.asked_questions import ABOUT, YES_NO
from handslag.config.demo.stage import Stage, at
from handslag.core.access import system
from handslag.domain.surveys import services, tasks
from handslag.domain.surveys.models import Invitation, Stratum, Survey
from handslag.domain.surveys.rules import (
    Answers,
    Question,
    QuestionKind,
    Questionnaire,
    Section,
    Selection,
)
from handslag.domain.surveys.services.drafting import SurveyDraft

# Of so many who answered, the share who say yes; made up.
ANSWERED = {2025: (264, 0.15), 2026: (251, 0.13)}
INHABITANTS, DRAWN = 7_000, 600
HAPPENED = Question(
    "utsatt",
    QuestionKind.SINGLE,
    {
        "sv": "Har du själv råkat ut för något brott under de senaste 12 månaderna?",
        "en": "Have you yourself been exposed to any crime in the last 12 months?",
    },
    options=YES_NO,
    bank="exposed",
)
ASKED = Questionnaire(
    languages=("sv", "en"),
    intro={
        "sv": "Vi frågar om något har hänt dig. Det tar en minut.",
        "en": "We ask whether anything has happened to you. It takes a minute.",
    },
    thanks={"sv": "Tack för ditt svar.", "en": "Thank you for your answer."},
    sections=(
        Section(
            "hant",
            {"sv": "Vad som har hänt", "en": "What has happened"},
            questions=(HAPPENED,),
        ),
        ABOUT,
    ),
)


def tell(stage: Stage) -> None:
    """Both waves, and what anyone may read of them."""
    before: Survey | None = None
    for year in sorted(ANSWERED):
        before = _wave(stage, year, before)


def _wave(stage: Stage, year: int, before: Survey | None) -> Survey:
    actor, home = stage.actor("samordnare"), stage.org(DEGERFORS)
    opens, closes = date(year, 10, 12), date(year, 11, 1)
    draft = SurveyDraft(
        "Har något hänt dig i Degerfors?", opens, closes, Selection.DRAWN, is_example=True
    )
    now = at(opens - timedelta(days=14))
    if before is None:
        row = begin(actor, home, draft, ASKED, now=now)
    else:
        row = services.next_wave(actor, before, draft, now=now)
    many, share = ANSWERED[year]
    stratum = _drawn(row)
    row = services.open_survey(actor, row, now=at(opens))
    chance = random.Random(year)  # noqa: S311 - made-up answers, the same each time
    answers = [_answer(chance, share) for _ in range(many)]
    services.take_in_mixed(system("demo"), row, stratum, answers, now=at(closes))
    after = at(closes + timedelta(days=1))
    row = services.close_survey(actor, row, now=after)
    Survey.objects.filter(pk=row.pk).update(closes_on=closes)
    services.open_batches(system("demo"), row, now=after)
    services.count_due(system("demo"), now=after)
    release = services.ask_release(actor, row, [HAPPENED.key])
    tasks.prepare_release(system("demo"), release)
    release.refresh_from_db()
    services.publish_release(actor, release, now=at(closes + timedelta(days=10)))
    return row


def _drawn(row: Survey) -> Stratum:
    stratum = Stratum.objects.create(
        survey=row,
        code="degerfors",
        name="Degerfors",
        inhabitants=INHABITANTS,
        wanted=DRAWN,
        drawn=DRAWN,
        position=0,
    )
    Invitation.objects.create(
        survey=row, stratum=stratum, number=1, code_hash=f"demo-{row.pk}"
    )
    return stratum


def _answer(chance: random.Random, share: float) -> Answers:
    return {
        "utsatt": {"o": ["1" if chance.random() < share else "2"]},
        "kon": {"o": chance.choices("123", (49, 49, 2))},
        "alder": {"o": chance.choices("1234", (16, 26, 25, 33))},
    }
