"""Three made-up years in Degerfors, so that every state of a promise can be seen.

2025 is over and followed up. 2026 is under way: one promise is disputed, one is
not reported, one is late, the others are kept, partly kept or not triggered.
2027 is a draft made from 2026. Nothing here has happened.
"""

from dataclasses import replace
from datetime import date, timedelta

from handslag.config.demo import english
from handslag.config.demo.accounts import DEGERFORS, HOUSING, POLICE
from handslag.config.demo.planned import PLATFORM
from handslag.config.demo.promised import PROMISES_2025
from handslag.config.demo.stage import Stage, at
from handslag.config.demo.telling import (
    FollowedUp,
    Reported,
    approve,
    became,
    done,
    draft,
    follow_up,
    hung,
    report,
)
from handslag.config.demo.year_2026 import year_2026
from handslag.core.periods import parse
from handslag.domain.agreements.models import Agreement
from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.drafts import PromiseDraft, SetDraft
from handslag.domain.promises.rules.words import Rhythm, Verdict

BOTH = ("ordforande", "polischef")
WORDS_2025 = SetDraft(
    name="Medborgarlöfte 2025",
    period=parse("2025"),
    lead="Vad polisen och kommunen lovar er som bor och vistas i Degerfors.",
    decided_by="kommunstyrelsen och lokalpolisområdeschefen",
    agreement=(
        "Bilaga till samverkansöverenskommelsen mellan kommunen och lokalpolisområdet."
    ),
    is_annex=True,
    follow_up_stated="Var fjärde månad, i Lok Brå.",
)
REPORTS_2025 = (
    Reported(
        1,
        "samordnare",
        DEGERFORS,
        tuple(
            done(date(2025, month, 14), note="Vandring i centrum.")
            for month in (4, 6, 9, 11)
        ),
    ),
    Reported(
        2,
        "kommunpolis",
        POLICE,
        tuple(done(date(2025, 1, 1) + timedelta(days=28 * n), 2) for n in range(13)),
    ),
    Reported(
        3, "rapportor", HOUSING, (done(date(2025, 10, 2), 12, "Tolv lyktor är bytta."),)
    ),
)
UNDER_WAY = dict.fromkeys((1, 2, 3), became(Verdict.ONGOING, "Går som planerat."))
FOLLOW_UPS_2025 = (
    FollowedUp(1, date(2025, 5, 27), "till och med 2025-05", UNDER_WAY),
    FollowedUp(2, date(2025, 9, 25), "till och med 2025-09", UNDER_WAY),
    FollowedUp(
        3,
        date(2026, 1, 28),
        "2025",
        {
            1: became(Verdict.KEPT, "Fyra vandringar, 61 deltagare.", 4),
            2: became(Verdict.KEPT, "26 kontroller vid skolorna.", 26),
            3: became(Verdict.EXCEEDED, "Tolv lyktor i stället för tio.", 12),
        },
        summary="Alla tre löftena är hållna.",
    ),
)


def tell(stage: Stage, under: Agreement) -> None:
    """The three years, one after the other, under the cooperation agreement."""
    last_year = _year_2025(stage, under)
    this_year = year_2026(stage, last_year)
    english.tell(stage, last_year, english.YEAR_2025)
    english.tell(stage, this_year, english.YEAR_2026)
    _year_2027(stage, this_year)


def _year_2025(stage: Stage, under: Agreement) -> PromiseSet:
    """Promised, approved, reported on and followed up: a year that is over."""
    set_ = draft(
        stage,
        "samordnare",
        replace(WORDS_2025, cooperation_agreement=under.pk),
        PROMISES_2025,
        areas=[DEGERFORS],
        others=[POLICE],
        on=date(2024, 12, 2),
        is_example=True,
    )
    services.plan_follow_ups(
        stage.actor("samordnare"),
        set_,
        Rhythm.TERTIAL,
        function="trygghetssamordnaren och kommunpolisen",
        forum="Lok Brå",
        label="Tertialuppföljning",
    )
    approve(stage, set_, "samordnare", BOTH, date(2024, 12, 18))
    report(stage, set_, *REPORTS_2025)
    follow_up(stage, set_, *FOLLOW_UPS_2025)
    return set_


def _year_2027(stage: Stage, this_year: PromiseSet) -> None:
    """A draft made from this year's set, with one promise that nobody owns yet."""
    coordinator = stage.actor("samordnare")
    set_ = services.renew(
        coordinator,
        this_year,
        name="Medborgarlöfte 2027",
        period=parse("2027"),
        now=at(date(2026, 11, 16)),
    )
    services.add_promise(
        coordinator,
        set_,
        hung(
            PromiseDraft(
                "Vi ska verka för ökad trygghet kring resecentrum.",
                heading="Tryggare resecentrum",
            ),
            measure=PLATFORM,
        ),
    )
