"""The made-up year under way in Degerfors: begun, amended, reported on, followed up."""

from datetime import date, timedelta

from handslag.config.demo.promised import promises_2026, walks_2026, with_stromtorp
from handslag.config.demo.stage import Stage, at
from handslag.config.demo.telling import approve, became, done, follow_up, found, report
from handslag.core.periods import parse
from handslag.domain.organisations.models import Organisation
from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.queries import promises_of
from handslag.domain.promises.rules.words import AmendmentKind, Change, Rhythm, Verdict

HOME, POLICE, HOUSING = (
    "Degerfors kommun",
    "Lokalpolisområde Karlskoga",
    "Degerforsbyggen",
)
BOTH = ("ordforande", "polischef")


def year_2026(stage: Stage, last_year: PromiseSet) -> PromiseSet:
    """From last year's set to a follow-up that is only half done."""
    set_ = _renew(stage, last_year)
    orgs = [stage.org(name) for name in (HOME, POLICE, HOUSING)]
    wanted = promises_2026(*orgs)
    _carry_on(stage, set_, wanted)
    _ground(stage, set_, orgs[0])
    approve(stage, set_, "samordnare", BOTH, date(2026, 2, 18))
    _report_spring(stage, set_)
    _amend(stage, set_)
    _report_autumn(stage, set_)
    _follow_up(stage, set_)
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


def _carry_on(stage: Stage, set_: PromiseSet, wanted: list) -> None:  # type: ignore[type-arg]
    """Two of last year's three go on in new words, one is dropped, six are new."""
    actor = stage.actor("samordnare")
    walks, traffic, lights = promises_of(set_)
    services.remove_promise(
        actor,
        lights,
        why="Alla gamla lyktor är bytta. Nu gäller det gångvägen vid Letälven.",
    )
    services.save_promise(actor, walks, wanted[0], revision=walks.revision)
    services.save_promise(actor, traffic, wanted[1], revision=traffic.revision)
    for promise in wanted[2:]:
        services.add_promise(actor, set_, promise)
    for promise, why in (
        (walks, "Nu ska varje iakttagelse också få ett svar."),
        (traffic, "Ni pekade ut fler vägar. Nu är det en kontroll i veckan."),
    ):
        line = set_.lineage.get(promise=promise)
        services.explain_change(actor, line, change=Change.CHANGED, why=why)


def _ground(stage: Stage, set_: PromiseSet, home: Organisation) -> None:
    actor = stage.actor("samordnare")
    dialogue = found(
        actor,
        home,
        "medborgardialog",
        "”Man går omvägar runt stationen när det är mörkt.”",
        date(2025, 10, 15),
        period="oktober 2025",
        place_stated="stationen",
    )
    survey = found(
        actor,
        home,
        "egen_enkät",
        "214 av 1 100 svarande nämnde centrum eller stationen som en plats de undviker.",
        date(2025, 11, 20),
        period="hösten 2025",
        place_stated="centrum och stationen",
    )
    services.cite(actor, set_, [dialogue, survey], promise=promises_of(set_)[0])
    services.cite(actor, set_, [survey])


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
        walks_2026(stage.org(HOME), stage.org(POLICE)), str(walks.targets.get().public_id)
    )
    services.save_promise(actor, walks, words, revision=walks.revision)
    services.cite(actor, set_, cited, promise=walks)
    approve(stage, set_, "samordnare", BOTH, date(2026, 6, 10))


def _report_spring(stage: Stage, set_: PromiseSet) -> None:
    walks, traffic, _, _, schools, _, cellars, meetings = promises_of(set_)
    spring = ((3, 24, "centrum, 12 deltagare"), (5, 12, "centrum, 9 deltagare"))
    report(
        stage,
        "samordnare",
        HOME,
        walks,
        [
            done(date(2026, month, day), note=f"Vandring: {what}.")
            for month, day, what in spring
        ],
    )
    weeks = [done(date(2026, 1, 5) + timedelta(weeks=n)) for n in range(20)]
    report(stage, "kommunpolis", POLICE, traffic, weeks)
    report(
        stage,
        "samordnare",
        HOME,
        schools,
        [done(date(2026, 4, 14), 3, "7A, 7B och 7C.", occasion="vårterminen")],
    )
    report(
        stage,
        "rapportor",
        HOUSING,
        cellars,
        [done(date(2026, 5, 4), 9, "Nio källare är genomgångna.")],
    )
    report(
        stage,
        "samordnare",
        HOME,
        meetings,
        [done(date(2026, 4, 21), note="Vårens möte, 14 föreningar.")],
    )


def _report_autumn(stage: Stage, set_: PromiseSet) -> None:
    walks, traffic, lights, *_others, cellars, _meetings = promises_of(set_)
    schools = promises_of(set_)[4]
    autumn = (
        (8, 27, "Strömtorp, 17 deltagare, 9 iakttagelser"),
        (9, 3, "centrum, 11 deltagare"),
        (9, 24, "digital vandring i Strömtorp, i stället för en inställd"),
    )
    report(
        stage,
        "samordnare",
        HOME,
        walks,
        [done(date(2026, m, d), note=f"Vandring: {what}.") for m, d, what in autumn],
    )
    weeks = [done(date(2026, 6, 1) + timedelta(weeks=n)) for n in range(18)]
    report(stage, "kommunpolis", POLICE, traffic, weeks)
    report(
        stage,
        "samordnare",
        HOME,
        lights,
        [done(date(2026, 9, 11), note="Belysningen är tänd, tre veckor före.")],
    )
    report(
        stage,
        "samordnare",
        HOME,
        schools,
        [done(date(2026, 9, 16), 3, "7D, 7E och 7F.", occasion="höstterminen")],
    )
    report(
        stage,
        "rapportor",
        HOUSING,
        cellars,
        [done(date(2026, 9, 7), 8, "Åtta källare till. Tre dörrar är bytta.")],
    )


def _follow_up(stage: Stage, set_: PromiseSet) -> None:
    """The first together and on time; the second by each, and not about every promise."""
    first, second, _third = set_.plan.order_by("due_on")
    under_way = became(Verdict.ONGOING, "Går som planerat.")
    follow_up(
        stage,
        "samordnare",
        set_,
        dict.fromkeys((1, 2, 5, 7, 8), under_way),
        on=date(2026, 5, 27),
        period="januari-april 2026",
        planned=first,
        summary="Fem löften är i gång. Två väntar.",
    )
    follow_up(
        stage,
        "samordnare",
        set_,
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
        on=date(2026, 9, 29),
        period="maj-augusti 2026",
        planned=second,
        party=HOME,
    )
    follow_up(
        stage,
        "kommunpolis",
        set_,
        {1: became(Verdict.KEPT, "Räknar vandringar där polisen gick med.", 4)},
        on=date(2026, 9, 30),
        period="maj-augusti 2026",
        planned=second,
        party=POLICE,
    )
