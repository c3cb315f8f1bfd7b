"""What the system holds about each step of the work, for one or many municipalities.

All signs are asked for in one query and all marks in another, however many
municipalities there are.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from django.db.models import Exists, F, Func, IntegerField, OuterRef, Q, QuerySet, Subquery

from handslag.core.deadlines import months_after
from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.rules.words import Prolongation
from handslag.domain.council.models import Council, Seat
from handslag.domain.council.rules import Layer, SeatPlace
from handslag.domain.evidence.models import Evidence, Feedback
from handslag.domain.evidence.rules import Considered
from handslag.domain.organisations.models import Kind, Organisation, Relation, Tie
from handslag.domain.organisations.queries import holding
from handslag.domain.organisations.rules import POLICE
from handslag.domain.picture.models import Picture, PictureVersion, Problem
from handslag.domain.picture.rules.words import Priority
from handslag.domain.picture.rules.words import State as ProblemState
from handslag.domain.plans.models import Measure, Plan, PlanFollowUp
from handslag.domain.plans.rules.words import State as PlanState
from handslag.domain.plans.rules.words import Status
from handslag.domain.promises.models import FollowUp, PromiseSet
from handslag.domain.year.models import StepMark
from handslag.domain.year.rules.steps import ROUND, Board, Found, Mark, Sign, board

# Kinds of finding that are dialogues.
STAFF = ("medarbetardialog",)
CITIZENS = ("medborgardialog", "trygghetsvandring", "digital_trygghetsvandring")

_HERE = OuterRef("pk")
_PARTIES = 2


def writers_of(home: Organisation, *, today: date) -> frozenset[int]:
    """Who may mark its steps: the municipality, and the police that serve it."""
    serving = Relation.objects.filter(holding(today), upper=home, kind=Tie.SERVES)
    return frozenset({home.pk, *serving.values_list("lower", flat=True)})


def boards(homes: Collection[Organisation], *, today: date) -> dict[int, Board]:
    """Where the work of each of these municipalities stands. Two queries."""
    keys = [home.pk for home in homes]
    marks: dict[int, dict[Sign, Mark]] = {key: {} for key in keys}
    for row in StepMark.objects.filter(home__in=keys):
        marks[row.home_id][Sign(row.sign)] = Mark(row.done_on, row.note)
    rows = _with_signs(Organisation.objects.filter(pk__in=keys), today)
    return {row.pk: board(_signs(vars(row)), marks[row.pk], today=today) for row in rows}


def unanalysed(home: Organisation) -> list[Problem]:
    """The prioritised problems whose cause analysis is not done, in order."""
    found = Problem.objects.filter(
        picture__home=home,
        picture__party=None,
        state=ProblemState.OPEN,
        priority=Priority.PRIORITISED,
    )
    return list(found.exclude(analysis__is_done=True).select_related("picture"))


def mark_of(home: Organisation, sign: Sign) -> StepMark | None:
    """What somebody has said of a sign."""
    return StepMark.objects.filter(home=home, sign=sign).first()


def _with_signs(homes: QuerySet[Organisation], today: date) -> QuerySet[Organisation]:
    since = months_after(today, -ROUND)
    return homes.annotate(
        **_of_the_council(today),
        **_of_what_is_known(since, today),
        **_of_the_picture(since),
        **_of_what_is_agreed(today),
        **_of_what_became(since),
    )


def _of_the_council(today: date) -> dict[str, Any]:
    covering = Relation.objects.filter(
        holding(today), kind=Tie.COVERS, upper=OuterRef(_HERE)
    ).values("lower")
    councils = Council.objects.filter(
        Q(home=_HERE) | Q(organisation__in=covering), layer=Layer.STRATEGIC
    )
    sits = Q(until=None) | Q(until__gte=today)
    led = Q(council__home=_HERE) | Q(council__organisation__in=covering)
    chairs = Seat.objects.filter(
        led,
        sits,
        place=SeatPlace.CHAIR,
        council__layer=Layer.STRATEGIC,
        organisation__kind=Kind.MUNICIPALITY,
    )
    return {"council_key": _key(councils), "council_led": Exists(chairs)}


def _of_what_is_known(since: date, today: date) -> dict[str, Any]:
    serving = Relation.objects.filter(
        holding(today), kind=Tie.SERVES, upper=OuterRef(_HERE)
    ).values("lower")
    recorded = Evidence.objects.filter(
        Q(home=_HERE) | Q(home__in=serving),
        recorded_at__gte=_instant(since),
        considered=Considered.USED,
        corrected_by=None,
    )
    voices = recorded.filter(source__in=(*STAFF, *CITIZENS))
    told = Feedback.objects.filter(evidence__chain=OuterRef("chain"))
    return {
        "staff": _count(recorded.filter(source__in=STAFF)),
        "citizens": _count(recorded.filter(source__in=CITIZENS)),
        "voices": _count(voices),
        "answered": _count(voices.filter(Exists(told))),
    }


def _of_the_picture(since: date) -> dict[str, Any]:
    joint = Picture.objects.filter(home=_HERE, party=None)
    own = Picture.objects.filter(home=_HERE, problems__isnull=False)
    problems = Problem.objects.filter(
        picture__home=_HERE, picture__party=None, state=ProblemState.OPEN
    )
    first = problems.filter(priority=Priority.PRIORITISED)
    merged = Problem.objects.filter(
        merged_into__picture__home=_HERE, merged_into__picture__party=None
    )
    frozen = PictureVersion.objects.filter(
        picture__home=_HERE, picture__party=None, frozen_at__gte=_instant(since)
    )
    return {
        "joint_key": _key(joint),
        "own_municipal_key": _key(own.filter(party=_HERE)),
        "own_police_key": _key(own.filter(party__kind__in=POLICE)),
        "merged_parties": _count(merged, of="picture__party"),
        "open_problems": _count(problems),
        "with_priority": _count(problems.exclude(priority="")),
        "prioritised": _count(first),
        "analysed": _count(first.filter(analysis__is_done=True)),
        "frozen": Exists(frozen),
    }


def _of_what_is_agreed(today: date) -> dict[str, Any]:
    lasting = Q(ends=None) | Q(ends__gte=today) | ~Q(prolongation=Prolongation.NONE)
    agreements = Agreement.objects.filter(
        lasting, areas__municipality=_HERE, version__isnull=False, ending=None
    ).filter(parties__organisation__kind__in=POLICE)
    plans = Plan.objects.filter(home=_HERE, state=PlanState.DECIDED)
    measures = Measure.objects.filter(plan__home=_HERE, plan__state=PlanState.DECIDED)
    under_way = measures.filter(status__in=[Status.UNDER_WAY, Status.DONE])
    holding_now = Q(ends=None) | Q(ends__gte=today)
    sets = PromiseSet.objects.filter(
        holding_now, areas__municipality=_HERE, version__isnull=False, taken_down_at=None
    )
    return {
        "agreement_key": _key(agreements),
        "plan_key": _key(plans),
        "measures_of": _count(measures),
        "measures_under_way": _count(under_way),
        "set_key": _key(sets.order_by("-starts")),
    }


def _of_what_became(since: date) -> dict[str, Any]:
    of_plan = PlanFollowUp.objects.filter(
        plan__home=_HERE, published_at__isnull=False, followed_up_on__gte=since
    )
    of_promises = FollowUp.objects.filter(
        set__areas__municipality=_HERE, published_at__gte=_instant(since)
    )
    return {"plan_followed": Exists(of_plan), "promises_followed": Exists(of_promises)}


def _key(rows: QuerySet[Any]) -> Subquery:
    """The key of the first of them, or nothing."""
    return Subquery(rows.values("public_id")[:1])


def _count(rows: QuerySet[Any], *, of: str = "pk") -> Subquery:
    """How many there are, counted within the subquery itself."""
    total = Func(F(of), function="COUNT", template="%(function)s(DISTINCT %(expressions)s)")
    return Subquery(
        rows.order_by().annotate(total=total).values("total"), output_field=IntegerField()
    )


def _instant(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)


def _signs(row: Mapping[str, Any]) -> dict[Sign, Found]:
    return dict(_found(row))


def _found(row: Mapping[str, Any]) -> Iterator[tuple[Sign, Found]]:
    """What one row says of each sign."""
    joint = _said(row["joint_key"])
    yield Sign.COUNCIL, _there(row["council_key"], done=row["council_led"])
    yield Sign.CONTACT, _there(row["contact_email"] or row["contact_phone"])
    yield Sign.OWN_MUNICIPAL, _there(row["own_municipal_key"])
    yield Sign.OWN_POLICE, _there(row["own_police_key"])
    yield Sign.STAFF_DIALOGUE, _some(row["staff"])
    yield Sign.CITIZEN_DIALOGUE, _some(row["citizens"])
    yield Sign.MERGED, _all(row["merged_parties"], _PARTIES, joint)
    yield Sign.PRIORITISED, _all(row["with_priority"], row["open_problems"], joint)
    yield Sign.FROZEN, Found(bool(row["frozen"]), key=joint)
    yield Sign.CAUSES, _all(row["analysed"], row["prioritised"], joint)
    yield Sign.AGREEMENT, _there(row["agreement_key"])
    yield Sign.PLAN, _there(row["plan_key"])
    yield Sign.PROMISES, _there(row["set_key"])
    yield Sign.MEASURES, _some(row["measures_under_way"], row["measures_of"])
    followed = bool(row["plan_followed"] or row["promises_followed"])
    yield Sign.FOLLOWED_UP, Found(followed)
    yield Sign.FED_BACK, _all(row["answered"], row["voices"], "")


def _there(what: object, *, done: bool | None = None) -> Found:
    """Something that is there, or is not; `done` when being there is not enough."""
    there = bool(what)
    return Found(there if done is None else bool(done), int(there), key=_said(what))


def _some(have: int | None, of: int | None = None) -> Found:
    """One is enough."""
    return Found(bool(have), have or 0, of or 0)


def _all(have: int | None, of: int, key: str) -> Found:
    """All must be there, and there must be some."""
    return Found(bool(of) and (have or 0) >= of, have or 0, of or 0, key)


def _said(key: object) -> str:
    return str(key) if key else ""
