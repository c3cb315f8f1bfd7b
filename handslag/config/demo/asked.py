"""The made-up survey of Östhammar in three waves, and an open one in Degerfors.

Nobody has answered: every answer is drawn by chance from shares that were made up. The
days and what is asked about are those of the municipality's own page (F0.5).
"""

import random
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.conf import settings

from handslag.config.demo.accounts import DEGERFORS
from handslag.config.demo.asked_questions import AREAS, ASKED
from handslag.config.demo.asked_said import (
    SAID,
    SAID_IN_SHORT,
    TO_READ,
    TOLD,
    WHERE,
)
from handslag.config.demo.stage import TODAY, Stage, at
from handslag.core.access import Actor, system
from handslag.domain.evidence.rules.feedback import Told
from handslag.domain.organisations.models import Organisation
from handslag.domain.surveys import services, tasks
from handslag.domain.surveys.models import Invitation, Stratum, Survey
from handslag.domain.surveys.queries.codes import code_hash
from handslag.domain.surveys.rules import Answers, Questionnaire, Selection
from handslag.domain.surveys.rules.codes import code_of
from handslag.domain.surveys.rules.documents import written
from handslag.domain.surveys.services.drafting import SurveyDraft
from handslag.domain.voices import queries as occasions
from handslag.domain.voices import services as voices

OSTHAMMAR = "Östhammars kommun"
# Those of 16 to 85 in each area, made up near what is true; drawn and answered.
INHABITANTS = (3600, 2100, 1900, 1700, 1300, 7200)
DRAWN = 400
ANSWERED = {
    2024: (178, 166, 171, 169, 181, 185),
    2025: (182, 171, 175, 172, 188, 192),
    2026: (186, 172, 179, 174, 191, 198),
}
# How unsafe people feel late in the evening, by wave; and who knows the promise.
UNSAFE = {2024: 0.27, 2025: 0.24, 2026: 0.205}
KNOWS = {2024: 0.17, 2025: 0.22, 2026: 0.28}
# Shares of those who leave out a question, prefer not to say, show a place, write.
LEAVES_OUT, DECLINES, SHOWS, WRITES = 0.04, 0.03, 0.5, 0.06
PUBLIC = ("senkvall", "annanvag", "kanner", "brysig")  # what is released of them
SEASIDE, BOATS = 4, 0.2  # more worry for boats by the sea
HARDER = (1.15, 1.35, 0.9, 1.0, 0.75, 0.8)  # by area


def tell(stage: Stage) -> None:
    """Two earlier waves, the one of this autumn, and one that can be tried."""
    before: Survey | None = None
    for year in sorted(ANSWERED):
        before = _wave(stage, year, before)
    if before is not None:
        _planned(stage, before)
    _open_in_degerfors(stage)
    services.count_due(system("demo"), now=at(TODAY))
    if before is not None:
        _made_public(stage, before)


def _wave(stage: Stage, year: int, before: Survey | None) -> Survey:
    actor, home = stage.actor("osthammar"), stage.org(OSTHAMMAR)
    opens, closes = date(year, 10, 7), date(year, 11, 2)
    draft = SurveyDraft(
        "Trygg i Östhammar", opens, closes, Selection.DRAWN, is_example=True
    )
    now = at(opens - timedelta(days=21))
    if before is None:
        row = begin(actor, home, draft, ASKED, now=now)
    else:
        row = services.next_wave(actor, before, draft, now=now)
    chance = random.Random(year)  # noqa: S311 - made-up answers, the same each time
    strata = _drawn(row, is_latest=year == max(ANSWERED))
    row = services.open_survey(actor, row, now=at(opens))
    for nr, (stratum, n) in enumerate(zip(strata, ANSWERED[year], strict=True)):
        answers = [_answer(chance, year, nr) for _ in range(n)]
        services.take_in_mixed(system("demo"), row, stratum, answers, now=at(closes))
        _used(row, stratum, n, opens, chance)
    row = services.close_survey(actor, row, now=at(closes + timedelta(days=1)))
    Survey.objects.filter(pk=row.pk).update(closes_on=closes, paper=n // 3)
    services.open_batches(system("demo"), row, now=at(closes + timedelta(days=1)))
    return row


def _made_public(stage: Stage, latest: Survey) -> None:
    """The results of the last two waves, as anyone reads them."""
    actor = stage.actor("osthammar")
    for row in (latest.follows, latest):
        if row is None:
            continue
        now = at(min(TODAY, date(row.closes_on.year, 12, 4)))
        release = services.ask_release(actor, row, PUBLIC)
        tasks.prepare_release(system("demo"), release)
        release.refresh_from_db()
        services.publish_release(actor, release, now=now)
        _told(actor, row, now)


def _told(actor: Actor, row: Survey, now: datetime) -> None:
    """What was said can be read too; the first of the two has been answered."""
    occasion = row.occasion
    occasion.refresh_from_db()
    voices.change_occasion(
        actor,
        occasion,
        replace(occasions.draft_of(occasion), said=SAID_IN_SHORT, how_to_read=TO_READ),
        revision=occasion.revision,
        now=now,
    )
    voices.publish_occasion(actor, occasion, now=now)
    if row.closes_on.year < max(ANSWERED):
        told = Told(date(2026, 2, 10), "kommunens webbplats", TOLD)
        voices.tell(actor, occasion, told, now=at(date(2026, 2, 10)))


def _planned(stage: Stage, before: Survey) -> None:
    """The wave of next year, begun: its questions are those of this year."""
    draft = SurveyDraft(
        "Trygg i Östhammar",
        date(2027, 10, 7),
        date(2027, 11, 2),
        Selection.DRAWN,
        is_example=True,
    )
    services.next_wave(stage.actor("osthammar"), before, draft, now=at(TODAY))


def begin(
    actor: Actor,
    home: Organisation,
    draft: SurveyDraft,
    asked: Questionnaire,
    *,
    now: datetime,
) -> Survey:
    """Plan a survey that asks this."""
    row = services.plan_survey(actor, home, draft, now=now)
    Survey.objects.filter(pk=row.pk).update(document=written(asked))
    row.refresh_from_db()
    return row


def _drawn(row: Survey, *, is_latest: bool) -> list[Stratum]:
    """A made-up frame: lines without names or addresses, as when these are on paper."""
    strata = [
        Stratum.objects.create(
            survey=row,
            code=code,
            name=name,
            inhabitants=inhabitants,
            wanted=DRAWN,
            drawn=DRAWN,
            position=nr,
        )
        for nr, ((code, (name, _)), inhabitants) in enumerate(
            zip(AREAS.items(), INHABITANTS, strict=True)
        )
    ]
    secret = settings.SECRET_KEY.encode()
    numbers = range(len(strata) * DRAWN) if is_latest else range(len(strata))
    Invitation.objects.bulk_create(
        Invitation(
            survey=row,
            stratum=strata[number * len(strata) // len(numbers)],
            number=number + 1,
            code_hash=code_hash(code_of(secret, str(row.public_id), number + 1)),
        )
        for number in numbers
    )
    return strata


def _used(
    row: Survey, stratum: Stratum, n: int, opens: date, chance: random.Random
) -> None:
    """As many codes are used as there are answers: days alone, spread over the weeks."""
    keys = list(row.invitations.filter(stratum=stratum).values_list("pk", flat=True)[:n])
    by_day: dict[date, list[int]] = {}
    for key in keys:
        day = opens + timedelta(days=min(26, int(chance.expovariate(1 / 9))))
        by_day.setdefault(day, []).append(key)
    for day, some in by_day.items():
        Invitation.objects.filter(pk__in=some).update(used_on=day)


def _answer(chance: random.Random, year: int, area: int) -> Answers:
    """One made-up answer. Women are less safe late in the evening; all made up."""
    sex = chance.choices("123", (49, 49, 2))[0]
    age = chance.choices("1234", (16, 26, 25, 33))[0]
    risk = UNSAFE[year] * HARDER[area] * (1.5 if sex == "1" else 0.6)
    unsafe = chance.random() < risk
    found: Answers = {
        "kon": {"o": [sex]},
        "alder": {"o": [age]},
        "tryggvar": {"r": _around(chance, risk)},
        "senkvall": {"o": [_late(chance, unsafe=unsafe)]},
        "brott": {"o": _feared(chance, area)},
        "annanvag": {"o": ["1" if chance.random() < risk * 0.8 else "2"]},
        "kanner": {"o": ["1" if chance.random() < KNOWS[year] else "2"]},
        "problem": {"r": _problems(chance, area)},
        "brysig": {"o": [chance.choices("12345", (9, 36, 24, 9, 22))[0]]},
    }
    if chance.random() < LEAVES_OUT:
        found.pop(chance.choice(["kon", "alder", "brott", "brysig"]))
    if chance.random() < DECLINES:
        found["senkvall"] = {"x": 1}
    if found["annanvag"]["o"] == ["1"] and chance.random() < SHOWS:
        found["undvika"] = {"p": [_place(chance, area)]}
    if year == max(ANSWERED) and chance.random() < WRITES:
        found["varfor"] = {"t": chance.choice(SAID)}
    return found


def _around(chance: random.Random, risk: float) -> dict[str, str]:
    return {
        row: chance.choices("1234", (1 - risk * part, 0.5, risk * part, risk * part / 3))[0]
        for row, part in (("hemma", 0.3), ("omradet", 0.7), ("kommunen", 0.9))
    }


def _problems(chance: random.Random, area: int) -> dict[str, str]:
    """Litter most in the middle of the town, mopeds in Gimo; made up as all of it."""
    sizes = ("none", "small", "rather_big", "very_big", "dont_know")
    by_row = {"litter": 0.24, "speeding": 0.5, "mopeds": 0.3}
    return {
        row: chance.choices(
            sizes,
            (
                0.55 * (1 - share * HARDER[area]),
                0.4 * (1 - share * HARDER[area]),
                0.65 * share * HARDER[area],
                0.35 * share * HARDER[area],
                0.03,
            ),
        )[0]
        for row, share in by_row.items()
    }


def _late(chance: random.Random, *, unsafe: bool) -> str:
    if unsafe:
        return chance.choices("345", (60, 20, 20))[0]
    return chance.choices("126", (48, 44, 8))[0]


def _feared(chance: random.Random, area: int) -> list[str]:
    shares = (0.31, 0.12 + BOATS * (area == SEASIDE), 0.28, 0.17, 0.13)
    found = [str(nr) for nr, share in enumerate(shares, 1) if chance.random() < share]
    return found or ["6"]


def _place(chance: random.Random, area: int) -> dict[str, object]:
    lon, lat = WHERE[area]
    at_ = [round(lon + chance.gauss(0, 0.006), 5), round(lat + chance.gauss(0, 0.003), 5)]
    return {"at": at_, "size": chance.choice([50, 150, 150, 400])}


def _open_in_degerfors(stage: Stage) -> None:
    """One that anybody may answer today, to be tried."""
    home = stage.org(DEGERFORS)
    draft = SurveyDraft(
        "Var är det tryggt i Degerfors?",
        date(2026, 11, 9),
        date(2027, 1, 10),
        Selection.OPEN,
        is_example=True,
    )
    asked = replace(
        ASKED,
        intro={
            "sv": "Berätta hur tryggt det är där du bor. Det tar några minuter.",
            "en": "Tell us how safe it is where you live. It takes a few minutes.",
        },
    )
    actor = stage.actor("samordnare")
    row = begin(actor, home, draft, asked, now=at(date(2026, 11, 2)))
    services.open_survey(actor, row, now=at(date(2026, 11, 9)))
