"""Make action plans, ready to use, and the frozen pictures they rest on."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from typing import Any

from handslag.core.access import Actor, system
from handslag.core.approvals.services import freeze
from handslag.core.periods import parse
from handslag.domain.evidence.models import Evidence
from handslag.domain.organisations.models import Organisation
from handslag.domain.picture.models import (
    Cause,
    Citation,
    Judgement,
    Picture,
    PictureParty,
    PictureVersion,
    Problem,
)
from handslag.domain.plans import services
from handslag.domain.plans.models import Goal, Measure, Plan, PlanFollowUp
from handslag.domain.plans.published import PlanPage, plan_page
from handslag.domain.plans.queries import problems_in, what_stops
from handslag.domain.plans.rules.chain import Break, Defect
from handslag.domain.plans.rules.drafts import (
    DecisionDraft,
    FollowUpDraft,
    GoalDraft,
    GrantDraft,
    IndicatorDraft,
    MeasureDraft,
    MeasureResult,
    PlanDraft,
)
from handslag.domain.plans.rules.words import CarriedOut

_number = count(1)
FROZEN_AT = datetime(2026, 1, 10, 9, tzinfo=UTC)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def picture(home: Organisation, *parties: Organisation) -> Picture:
    """The joint picture of a municipality, with nothing in it."""
    made, _ = Picture.objects.get_or_create(
        home=home, party=None, defaults={"name": "Lägesbild", "made_at": FROZEN_AT}
    )
    for place, party in enumerate(parties or (home,)):
        PictureParty.objects.get_or_create(
            picture=made, organisation=party, defaults={"position": place}
        )
    return made


def problem(
    of: Picture,
    title: str = "Skadegörelse på torget",
    *evidence: Evidence,
    **words: Any,
) -> Problem:
    """A problem that is given priority, with a judgement that cites the findings."""
    words = {"priority": "prioritised", "priority_reason": "Många drabbas.", **words}
    made = Problem.objects.create(picture=of, theme="TRYGG_OFF", title=title, **words)
    judged = Judgement.objects.create(problem=made, aspect="extent", text="Vanligt.")
    for place, finding in enumerate(evidence):
        Citation.objects.create(judgement=judged, evidence=finding, position=place)
    return made


def cause(of: Problem, text: str = "Ingen vuxen är på torget", **words: Any) -> Cause:
    words = {
        "perspective": "situational",
        "kind": "situational",
        "corner": "guardian",
        "horizon": "short",
        **words,
    }
    return Cause.objects.create(problem=of, text=text, **words)


def freeze_picture(of: Picture, at: datetime = FROZEN_AT) -> PictureVersion:
    """A version of the picture with what a plan reads in it: the problems."""
    content = {
        "parts": {"extent": [], "consequences": [], "information": [], "analysis": []},
        "evidence": [],
        "sources": [],
        "problems": [
            {
                "id": str(one.public_id),
                "title": one.title,
                "is_internal": one.is_internal,
                "priority": one.priority,
                "state": one.state,
            }
            for one in of.problems.all()
        ],
    }
    text = freeze(
        system("test"), subject_kind="picture", subject_id=of.public_id, content=content
    )
    return PictureVersion.objects.create(
        picture=of, number=text.number, version=text, frozen_at=at
    )


def plan(
    actor: Actor, home: Organisation, version: PictureVersion | None, **words: Any
) -> Plan:
    """A draft without goals."""
    period = words.pop("period", "2026-2027")
    draft = PlanDraft(words.pop("name", f"Åtgärdsplan {period}"), parse(period))
    words = {"now": NOW, **words}
    return services.draft_plan(actor, draft, home=home, picture=version, **words)


def goal(actor: Actor, of: Plan, about: Problem, **words: Any) -> Goal:
    """A goal with a number to reach by a day."""
    words = {
        "text": f"Mindre av: {about.title}",
        "indicators": (
            IndicatorDraft(
                name="Anmälda händelser",
                unit="händelser per år",
                baseline=Decimal(40),
                target=Decimal(30),
                by=date(2027, 12, 31),
            ),
        ),
        **words,
    }
    return services.add_goal(actor, of, GoalDraft(about.pk, **words))


def measure(
    actor: Actor, of: Plan, towards: Goal | None, *causes: Cause, **words: Any
) -> Measure:
    """A measure that the municipality owns."""
    words = {"title": f"Åtgärd {next(_number)}", "owner": of.home_id, **words}
    draft = MeasureDraft(
        goal=towards.pk if towards else None,
        causes=tuple(one.pk for one in causes),
        **words,
    )
    return services.add_measure(actor, of, draft)


def whole(actor: Actor, home: Organisation, *findings: Evidence, **words: Any) -> Plan:
    """A draft that nothing stops: one problem, one cause, one goal, one measure."""
    made = picture(home)
    about = problem(made, words.pop("title", "Skadegörelse på torget"), *findings)
    why = cause(about)
    version = freeze_picture(made)
    draft = plan(actor, home, version, **words)
    measure(actor, draft, goal(actor, draft, about), why)
    if not findings:
        explain(actor, draft, Break.PROBLEM_WITHOUT_EVIDENCE)
    return draft


def explain(actor: Actor, of: Plan, *kinds: Break) -> None:
    """One reason for every missing link of these kinds."""
    services.explain_missing(
        actor,
        of,
        {(kind, ""): "Lägesbilden är från tiden före Handslag." for kind in kinds},
    )


def left(of: Plan, on: date = date(2026, 3, 2)) -> list[Defect]:
    """What is missing in its chain, without a reason."""
    return what_stops(of, today=on).left


def decision(on: date = date(2026, 2, 16), **words: Any) -> DecisionDraft:
    words = {
        "board": "Kommunstyrelsen",
        "decider": "Kommunstyrelsen",
        "paragraph": "§ 21",
        "registry_no": "KS 2026/17",
        "rapporteur": "Trygghetssamordnaren",
        **words,
    }
    return DecisionDraft(decided_on=on, **words)


def decide(
    actor: Actor, of: Plan, on: date = date(2026, 2, 16), now: datetime = NOW
) -> Plan:
    """Decide it, and read it anew."""
    services.decide(actor, of, decision(on), now=now)
    return Plan.objects.get(pk=of.pk)


def told(
    actor: Actor, of: Plan, on: date = date(2026, 3, 1), now: datetime = NOW
) -> PlanFollowUp:
    """A published follow-up in which everything was carried out."""
    begun = services.begin_follow_up(actor, of, on=on, now=now)
    results = tuple(
        MeasureResult(one.pk, CarriedOut.YES, output="Gjort.") for one in of.measures.all()
    )
    services.save_follow_up(
        actor, begun, FollowUpDraft(on, "Det går framåt.", results), revision=1
    )
    services.publish_follow_up(actor, begun, now=now)
    return PlanFollowUp.objects.get(pk=begun.pk)


def grant_draft(measures: Sequence[Measure] = (), **words: Any) -> GrantDraft:
    words = {
        "name": "Trygga torget",
        "year": 2026,
        "description": "Vuxna på torget i helgerna.",
        "time_plan": "Mars till december.",
        "cost": Decimal(200_000),
        "cooperating": "Polisen och föreningarna.",
        "other_grants": "Inga.",
        "evaluation": "Trygghetsmätningen hösten 2026.",
        **words,
    }
    return GrantDraft(measures=tuple(one.pk for one in measures), **words)


def problems(of: Plan) -> list[Problem]:
    return problems_in(of.picture_version)


def text(of: Plan) -> str:
    """The frozen words of a decided plan."""
    version = Plan.objects.get(pk=of.pk).version
    assert version is not None
    return version.content


def public(municipality: str, slug: str | None = None) -> PlanPage:
    """What anyone sees of a plan."""
    page = plan_page(municipality, slug)
    assert page is not None
    return page
