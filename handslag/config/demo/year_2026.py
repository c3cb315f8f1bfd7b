"""The made-up year under way in Degerfors: begun, amended, reported on, followed up."""

from datetime import date, timedelta

from handslag.config.demo.accounts import DEGERFORS, HOUSING, POLICE
from handslag.config.demo.planned import WALKS
from handslag.config.demo.promised import OTHERS_2026, walks_2026, with_stromtorp
from handslag.config.demo.stage import Stage, at
from handslag.config.demo.telling import (
    Finding,
    FollowedUp,
    Reported,
    approve,
    became,
    done,
    follow_up,
    found,
    hung,
    promise_draft,
    report,
)
from handslag.core.periods import parse
from handslag.domain.evidence.rules.feedback import Told
from handslag.domain.evidence.services import tell
from handslag.domain.plans.rules.chain import Break
from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.queries import promises_of
from handslag.domain.promises.rules.drafts import PromiseDraft
from handslag.domain.promises.rules.words import AmendmentKind, Change, Rhythm, Verdict

BOTH = ("ordforande", "polischef")
FINDINGS = (
    (
        Finding(
            "medborgardialog",
            "”Man går omvägar runt stationen när det är mörkt.”",
            "oktober 2025",
            "stationen",
        ),
        date(2025, 10, 15),
    ),
    (
        Finding(
            "egen_enkät",
            "214 av 1 100 svarande nämnde centrum eller stationen som en plats de "
            "undviker.",
            "hösten 2025",
            "centrum och stationen",
        ),
        date(2025, 11, 20),
    ),
)
TOLD = Told(
    date(2026, 2, 12),
    "möte i Folkets hus, och på kommunens webbplats",
    "Ni sa att ni går omvägar. Vi lovar vandringar där ni bor, och svar på det ni ser.",
)
# The one that answers to no problem: it is for everyone whom a crime has befallen.
WHY_NO_PROBLEM = (
    "Löftet gäller alla som har anmält ett brott. Det svarar inte mot ett av problemen i "
    "lägesbilden."
)
SPRING = (
    Reported(
        1,
        "samordnare",
        DEGERFORS,
        (
            done(date(2026, 3, 24), note="Vandring: centrum, 12 deltagare."),
            done(date(2026, 5, 12), note="Vandring: centrum, 9 deltagare."),
        ),
    ),
    Reported(
        2,
        "kommunpolis",
        POLICE,
        tuple(done(date(2026, 1, 5) + timedelta(weeks=n)) for n in range(20)),
    ),
    Reported(
        5,
        "samordnare",
        DEGERFORS,
        (done(date(2026, 4, 14), 3, "7A, 7B och 7C.", occasion="vårterminen"),),
    ),
    Reported(
        7,
        "rapportor",
        HOUSING,
        (done(date(2026, 5, 4), 9, "Nio källare är genomgångna."),),
    ),
    Reported(
        8,
        "samordnare",
        DEGERFORS,
        (done(date(2026, 4, 21), note="Vårens möte, 14 föreningar."),),
    ),
)
AUTUMN = (
    Reported(
        1,
        "samordnare",
        DEGERFORS,
        (
            done(
                date(2026, 8, 27),
                note="Vandring: Strömtorp, 17 deltagare, 9 iakttagelser.",
            ),
            done(date(2026, 9, 3), note="Vandring: centrum, 11 deltagare."),
            done(
                date(2026, 9, 24),
                note="Vandring: digital vandring i Strömtorp, i stället för en inställd.",
            ),
        ),
    ),
    Reported(
        2,
        "kommunpolis",
        POLICE,
        tuple(done(date(2026, 6, 1) + timedelta(weeks=n)) for n in range(18)),
    ),
    Reported(
        3,
        "samordnare",
        DEGERFORS,
        (done(date(2026, 9, 11), note="Belysningen är tänd, tre veckor före."),),
    ),
    Reported(
        5,
        "samordnare",
        DEGERFORS,
        (done(date(2026, 9, 16), 3, "7D, 7E och 7F.", occasion="höstterminen"),),
    ),
    Reported(
        7,
        "rapportor",
        HOUSING,
        (done(date(2026, 9, 7), 8, "Åtta källare till. Tre dörrar är bytta."),),
    ),
)
# The first together and on time; the second by each, and not about every promise.
FOLLOW_UPS = (
    FollowedUp(
        1,
        date(2026, 5, 27),
        "januari-april 2026",
        dict.fromkeys((1, 2, 5, 7, 8), became(Verdict.ONGOING, "Går som planerat.")),
        summary="Fem löften är i gång. Två väntar.",
    ),
    FollowedUp(
        2,
        date(2026, 9, 29),
        "maj-augusti 2026",
        {
            1: became(
                Verdict.KEPT,
                "Räknar alla vandringar, också den inställda som gjordes om digitalt.",
                5,
            ),
            3: became(Verdict.KEPT, "Klart 11 september, tre veckor före.", 1),
            5: became(Verdict.KEPT, "Alla sex klasser har fått besök.", 6),
            6: became(
                Verdict.NOT_TRIGGERED, "Det har inte varit oroligt två helger i rad."
            ),
            7: became(Verdict.PARTLY, "17 av 24 källare är genomgångna.", 17),
            8: became(
                Verdict.POSTPONED,
                "Höstens möte flyttas till december: lokalen byggs om.",
                1,
            ),
        },
        party=DEGERFORS,
    ),
    FollowedUp(
        2,
        date(2026, 9, 30),
        "maj-augusti 2026",
        {1: became(Verdict.KEPT, "Räknar vandringar där polisen gick med.", 4)},
        account="kommunpolis",
        party=POLICE,
    ),
)


def year_2026(stage: Stage, last_year: PromiseSet) -> PromiseSet:
    """From last year's set to a follow-up that is only half done."""
    set_ = _renew(stage, last_year)
    _carry_on(stage, set_)
    _ground(stage, set_)
    _explain(stage, set_)
    approve(stage, set_, "samordnare", BOTH, date(2026, 2, 18))
    report(stage, set_, *SPRING)
    _amend(stage, set_)
    report(stage, set_, *AUTUMN)
    follow_up(stage, set_, *FOLLOW_UPS)
    return set_


def _renew(stage: Stage, last_year: PromiseSet) -> PromiseSet:
    coordinator = stage.actor("samordnare")
    set_ = services.renew(
        coordinator,
        last_year,
        name="Medborgarlöfte 2026",
        period=parse("2026"),
        now=at(date(2025, 11, 24)),
    )
    services.plan_follow_ups(
        coordinator,
        set_,
        Rhythm.TERTIAL,
        function="trygghetssamordnaren och kommunpolisen",
        forum="Lok Brå",
        label="Tertialuppföljning",
    )
    return set_


def _carry_on(stage: Stage, set_: PromiseSet) -> None:
    """Two of last year's three go on in new words, one is dropped, six are new."""
    actor = stage.actor("samordnare")
    walks, traffic, lights = promises_of(set_)
    in_new_words = _walks(stage)
    controls, *new = [promise_draft(stage, said) for said in OTHERS_2026]
    services.remove_promise(
        actor,
        lights,
        why="Alla gamla lyktor är bytta. Nu gäller det gångvägen vid Letälven.",
    )
    services.save_promise(actor, walks, in_new_words, revision=walks.revision)
    services.save_promise(actor, traffic, controls, revision=traffic.revision)
    for added in new:
        services.add_promise(actor, set_, added)
    for promise, why in (
        (walks, "Nu ska varje iakttagelse också få ett svar."),
        (traffic, "Ni pekade ut fler vägar. Nu är det en kontroll i veckan."),
    ):
        line = set_.lineage.get(promise=promise)
        services.explain_change(actor, line, change=Change.CHANGED, why=why)


def _walks(stage: Stage) -> PromiseDraft:
    """The first promise as a part of the plan."""
    words = walks_2026(stage.org(DEGERFORS), stage.org(POLICE))
    return hung(words, measure=WALKS)


def _ground(stage: Stage, set_: PromiseSet) -> None:
    """What it rests on. Those who spoke are told what came of it before it is given."""
    actor = stage.actor("samordnare")
    dialogue, survey = (
        found(stage, "samordnare", DEGERFORS, finding, on) for finding, on in FINDINGS
    )
    for heard in (dialogue, survey):
        tell(actor, heard, TOLD, now=at(TOLD.on))
    services.cite(actor, set_, [dialogue, survey], promise=promises_of(set_)[0])
    services.cite(actor, set_, [survey])


def _explain(stage: Stage, set_: PromiseSet) -> None:
    victims = set_.promises.get(focus="BROTTSOFFER")
    reason = (Break.PROMISE_WITHOUT_PROBLEM, str(victims.public_id))
    services.explain_missing(stage.actor("samordnare"), set_, {reason: WHY_NO_PROBLEM})


def _amend(stage: Stage, set_: PromiseSet) -> None:
    """Strömtorp is added in June, and both parties approve the new wording."""
    actor = stage.actor("samordnare")
    services.begin_amendment(
        actor,
        set_,
        AmendmentKind.REVISION,
        reason="Strömtorp lades till efter dialogen i maj.",
        decided_on=date(2026, 6, 10),
    )
    walks = promises_of(set_)[0]
    cited = [row.evidence for row in walks.grounds.all()]
    words = with_stromtorp(
        _walks(stage),
        str(walks.targets.get().public_id),
    )
    services.save_promise(actor, walks, words, revision=walks.revision)
    services.cite(actor, set_, cited, promise=walks)
    approve(stage, set_, "samordnare", BOTH, date(2026, 6, 10))
