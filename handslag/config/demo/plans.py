"""Made-up action plans: Degerfors decided, followed up and with the next one begun; Åsele
that holds the level; Östhammar late with its follow-up; one state grant.
Nothing here has happened."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from handslag.config.demo import followed
from handslag.config.demo.accounts import DEGERFORS
from handslag.config.demo.planned import ELSE, MEANT, Done, Meant
from handslag.config.demo.stage import Stage, at
from handslag.core.access import Actor
from handslag.core.periods import parse
from handslag.domain.picture.models import Cause, PictureVersion, Problem
from handslag.domain.plans import queries, services
from handslag.domain.plans.models import Goal, Measure, Plan
from handslag.domain.plans.rules.chain import Break
from handslag.domain.plans.rules.drafts import (
    DecisionDraft,
    FollowUpDraft,
    GoalDraft,
    GoalResult,
    GrantDraft,
    IndicatorDraft,
    MeasureDraft,
    MeasureResult,
    PlanDraft,
)
from handslag.domain.plans.rules.grants import Account
from handslag.domain.plans.rules.words import (
    Aim,
    Approach,
    CarriedOut,
    Direction,
    GrantState,
    Horizon,
    Measures,
    Reached,
    Status,
    Strategy,
)

ASELE, OSTHAMMAR = "Åsele kommun", "Östhammars kommun"
BOARD = "Kommunstyrelsen"
REASONS = {
    Break.PROBLEM_WITHOUT_EVIDENCE: "Underlaget samlas in under året.",
    Break.CAUSE_WITHOUT_GOAL: "Orsaken ligger utanför det kommunen kan påverka i år.",
    Break.PROBLEM_WITHOUT_MEASURE: "Problemet tas om hand i medborgarlöftena.",
    Break.MEASURE_WITHOUT_CAUSE: "Åtgärden beslutades innan orsakerna var utredda.",
    Break.ACTIVITY_WITHOUT_OUTCOME: "Resultatet mäts i höst.",
    Break.VOICE_WITHOUT_FEEDBACK: "De som svarade får besked när planen är beslutad.",
}


def tell(stage: Stage) -> None:
    """The three municipalities. The pictures must have been told before."""
    followed.typed(stage)
    _degerfors(stage)
    _held(stage)
    _late(stage)


def next_draft(stage: Stage) -> None:
    """Degerfors has begun the plan after this one, on the picture of 2026."""
    coordinator, home = stage.actor("samordnare"), stage.org(DEGERFORS)
    plan = Plan.objects.filter(home=home).latest("pk")
    after = services.succeed(
        coordinator,
        plan,
        name="Åtgärdsplan 2027–2028",
        period=parse("2027-2028"),
        picture=_versions(stage, DEGERFORS)[-1],
        now=at(date(2026, 11, 2)),
    )
    services.add_measure(
        coordinator,
        after,
        MeasureDraft("Gemensam kväll för föräldrar i årskurs 7", owner=home.pk),
    )


def _versions(stage: Stage, home: str) -> list[PictureVersion]:
    found = PictureVersion.objects.filter(
        picture__home=stage.org(home), picture__party=None
    )
    return list(found.order_by("number").select_related("picture"))


def _degerfors(stage: Stage) -> None:
    coordinator, home = stage.actor("samordnare"), stage.org(DEGERFORS)
    plan = services.draft_plan(
        coordinator,
        PlanDraft(
            "Åtgärdsplan 2025–2026",
            parse("2025-2026"),
            "Det här gör kommunen, polisen och bostadsbolaget åt det som lägesbilden "
            "visar. Planen följs upp varje år.",
        ),
        home=home,
        picture=_versions(stage, DEGERFORS)[0],
        now=at(date(2025, 2, 20)),
        is_example=True,
    )
    told = [
        pair
        for problem in queries.problems_in(plan.picture_version)
        for pair in _plan_for(stage, coordinator, plan, problem)
    ]
    _decide(coordinator, plan, date(2025, 3, 18), "§ 34", "KS 2025/58")
    for measure, done in told:
        services.report_status(
            coordinator, measure, done.status, why="", now=at(date(2026, 2, 3))
        )
    _follow_up(coordinator, plan, told)
    _grant(coordinator, plan)


def _plan_for(
    stage: Stage, actor: Actor, plan: Plan, problem: Problem
) -> list[tuple[Measure, Done]]:
    title = problem.title.casefold()
    meant = next((one for word, one in MEANT.items() if word in title), ELSE)
    goal = services.add_goal(actor, plan, _goal(problem, meant, plan))
    causes = list(problem.causes.all())
    return [
        (services.add_measure(actor, plan, _measure(stage, plan, goal, causes, one)), one)
        for one in meant.measures
    ]


def _goal(problem: Problem, meant: Meant, plan: Plan) -> GoalDraft:
    return GoalDraft(
        problem.pk,
        meant.goal,
        Aim.REACH,
        (
            IndicatorDraft(
                meant.counts,
                Measures.EFFECT,
                meant.unit,
                Decimal(meant.now),
                target=Decimal(meant.then),
                by=plan.ends,
                direction=Direction.DOWN,
                direction_why="Färre betyder att färre drabbas.",
                followed=_followed(plan, meant.followed),
            ),
        ),
    )


def _measure(
    stage: Stage, plan: Plan, goal: Goal, causes: Sequence[Cause], one: Done
) -> MeasureDraft:
    output = IndicatorDraft(
        one.counts,
        Measures.OUTPUT,
        target=Decimal(one.amount),
        by=plan.ends,
        direction=Direction.UP,
        followed=_followed(plan, one.followed),
    )
    social = one.kind is Approach.SOCIAL
    answered = (
        cause.pk
        for cause in causes
        if not one.answers or any(words in cause.text for words in one.answers)
    )
    return MeasureDraft(
        one.title,
        goal=goal.pk,
        causes=tuple(answered),
        owner=stage.org(one.owner).pk,
        kind=one.kind,
        strategy=one.strategy,
        activity=one.activity,
        horizon=Horizon.LONG if social else Horizon.SHORT,
        starts=date(2025, 4, 1),
        ends=plan.ends,
        resources="Inom ordinarie ram.",
        indicators=(output,),
    )


def _followed(plan: Plan, name: str) -> int | None:
    rows = queries.followed_for(plan).filter(name=name)
    return rows.get().pk if name else None


def _decide(actor: Actor, plan: Plan, on: date, paragraph: str, registry_no: str) -> None:
    """With one honest reason for each kind of link that is missing."""
    left = {one.kind for one in queries.what_stops(plan, today=on).left}
    services.explain_missing(actor, plan, {(kind, ""): REASONS[kind] for kind in left})
    services.decide(
        actor,
        plan,
        DecisionDraft(
            BOARD,
            on,
            BOARD,
            paragraph,
            registry_no,
            "Trygghetssamordnaren",
            "Kommunpolisen",
        ),
        now=at(on, 14),
    )
    plan.refresh_from_db()


def _follow_up(actor: Actor, plan: Plan, told: Sequence[tuple[Measure, Done]]) -> None:
    on = date(2026, 3, 10)
    begun = services.begin_follow_up(actor, plan, on=on, now=at(on))
    goals, readings = [], []
    for goal in queries.goals_of(plan):
        title = goal.problem.title.casefold()
        meant = next((one for word, one in MEANT.items() if word in title), ELSE)
        if meant.came is None:
            continue
        is_reached = meant.came <= meant.then
        reached = Reached.YES if is_reached else Reached.PARTLY
        goals.append(GoalResult(goal.pk, reached, "På väg åt rätt håll."))
        readings += [(row.pk, Decimal(meant.came)) for row in goal.indicators.all()]
    for measure, done in told:
        if done.came is not None:
            readings += [(row.pk, Decimal(done.came)) for row in measure.indicators.all()]
    services.save_follow_up(
        actor,
        begun,
        FollowUpDraft(
            on,
            "Belysningen är bytt och skadegörelsen minskar. Stationen tar längre tid än "
            "vi trodde.",
            tuple(_result(measure, done) for measure, done in told),
            tuple(goals),
            tuple(readings),
        ),
        revision=begun.revision,
    )
    services.publish_follow_up(actor, begun, now=at(date(2026, 3, 12)))


def _result(measure: Measure, done: Done) -> MeasureResult:
    carried = {Status.DONE: CarriedOut.YES, Status.UNDER_WAY: CarriedOut.PARTLY}
    return MeasureResult(
        measure.pk, carried.get(done.status, CarriedOut.UNKNOWN), done.said
    )


def _grant(actor: Actor, plan: Plan) -> None:
    measures = tuple(plan.measures.values_list("pk", flat=True)[:2])
    for year, name in ((2025, "Ljusare centrum"), (2026, "Trygg station")):
        grant = services.apply_for_grant(
            actor,
            plan.home,
            GrantDraft(
                name,
                year,
                "Ny belysning och röjning där flest känner sig otrygga.",
                "Upphandling i februari, arbete april till september, mätning i oktober.",
                Decimal(320_000),
                "Polisen, Degerforsbyggen och Trafikverket.",
                "Inga.",
                "Polisens trygghetsmätning före och efter, och antal anmälningar.",
                measures,
            ),
            now=at(date(year - 1, 11, 20)),
            is_example=True,
        )
        services.answer_grant(
            actor,
            grant,
            GrantState.GRANTED,
            answered_on=date(year, 1, 28),
            granted=Decimal(250_000),
            account_by=date(year + 1, 3, 1),
        )
        if year == 2025:  # noqa: PLR2004 - the first of the two is over
            account = Account(
                Decimal(231_500),
                "40 armaturer, montering och en mätning.",
                "Anmäld skadegörelse sjönk från 64 till 51.",
                "Som tänkt. Mätningen visade att fler går genom centrum på kvällen.",
            )
            services.account_grant(actor, grant, account, on=date(2026, 2, 20))


def _held(stage: Stage) -> None:
    """Åsele: little happens, and it is to stay so."""
    asele, home = stage.actor("asele"), stage.org(ASELE)
    plan = services.draft_plan(
        asele,
        PlanDraft("Åtgärdsplan för Åsele", parse("2026-2027")),
        home=home,
        picture=_versions(stage, ASELE)[-1],
        now=at(date(2025, 11, 24)),
        is_example=True,
    )
    _bare(asele, plan, Aim.HOLD)
    _decide(asele, plan, date(2025, 12, 9), "§ 112", "KS 2025/204")


def _late(stage: Stage) -> None:
    """Östhammar decided in 2024, and has not followed up since."""
    actor, home = stage.actor("osthammar"), stage.org(OSTHAMMAR)
    plan = services.draft_plan(
        actor,
        PlanDraft("Brottsförebyggande åtgärdsplan", parse("2024-2026")),
        home=home,
        picture=_versions(stage, OSTHAMMAR)[-1],
        now=at(date(2024, 3, 20)),
        is_example=True,
    )
    _bare(actor, plan, Aim.HOLD)
    _decide(actor, plan, date(2024, 4, 16), "§ 87", "KS-2024-118")


def _bare(actor: Actor, plan: Plan, aim: Aim) -> None:
    """A goal and a measure for each problem, and no more."""
    for problem in queries.problems_in(plan.picture_version):
        level = IndicatorDraft(
            f"Anmälda händelser: {problem.title.casefold()}",
            unit="händelser per år",
            baseline_stated="som i lägesbilden",
            direction=Direction.HOLD,
            direction_why="Det händer lite, och så ska det förbli.",
        )
        goal = services.add_goal(
            actor,
            plan,
            GoalDraft(problem.pk, f"{problem.title} ska inte öka.", aim, (level,)),
        )
        services.add_measure(
            actor,
            plan,
            MeasureDraft(
                "Grannsamverkan i de byar som vill",
                goal=goal.pk,
                causes=tuple(cause.pk for cause in problem.causes.all()),
                owner=plan.home_id,
                strategy=Strategy.RISK,
                activity="grannsamverkan",
            ),
        )
