"""Planning how it will be seen whether something helped, and counting as time passes."""

from datetime import date, datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require, require_system
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.analysis import queries
from handslag.domain.analysis.figures.answered import smallest_of_answers
from handslag.domain.analysis.figures.effects import planned, smallest
from handslag.domain.analysis.models import EffectCount, EffectPlan
from handslag.domain.analysis.rules import Beside, EffectDraft, Part, Seen
from handslag.domain.analysis.rules.effects import Planned, check_effect, check_periods
from handslag.domain.evidence.rules.findings import check_texts
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.services import bump_public
from handslag.domain.series.rules import Origin, Rhythm


@transaction.atomic
def plan_effect(
    actor: Actor, home: Organisation, draft: EffectDraft, *, now: datetime
) -> EffectPlan:
    """Say beforehand how it will be seen. Planned after it began, it says so for ever."""
    today = stockholm_day(now)
    parties = queries.parties_of(home.pk, today=today)
    require(actor, Act.WRITE_PLAN, in_any_of=parties)
    plan = EffectPlan(home=home, planned_on=today, is_example=draft.is_example)
    _write(plan, draft, today)
    record(actor, "analysis.effect_planned", plan, on_behalf=_for(actor, parties))
    return plan


@transaction.atomic
def change_effect(
    actor: Actor, plan: EffectPlan, draft: EffectDraft, *, revision: int, now: datetime
) -> EffectPlan:
    """Change a plan that has not begun. `revision` is the one the writer saw."""
    today = stockholm_day(now)
    parties = queries.parties_of(plan.home_id, today=today)
    require(actor, Act.WRITE_PLAN, in_any_of=parties)
    row = _locked(plan)
    same_revision(revision, row.revision)
    if row.begins <= today:
        raise NotAllowedError("analysis.has_begun")
    row.planned_on, row.revision = today, row.revision + 1
    row.counts.all().delete()
    _write(row, draft, today)
    record(actor, "analysis.effect_changed", row, on_behalf=_for(actor, parties))
    return row


def try_effect(
    actor: Actor, home: Organisation, draft: EffectDraft, *, now: datetime
) -> Planned:
    """Such a plan, with the smallest change that could be seen with it. Nothing is written,
    so that it can be tried until it is good enough."""
    today = stockholm_day(now)
    require(actor, Act.WRITE_PLAN, in_any_of=queries.parties_of(home.pk, today=today))
    plan = EffectPlan(home=home, planned_on=today)
    _fill(plan, draft)
    plan.least = _least(plan, _counts(plan, today))
    return planned(plan)


@transaction.atomic
def call_off_effect(
    actor: Actor, plan: EffectPlan, *, why: str, revision: int, now: datetime
) -> EffectPlan:
    """The activity was not carried out, so nothing is judged. It stays, and says why."""
    parties = queries.parties_of(plan.home_id, today=stockholm_day(now))
    require(actor, Act.WRITE_PLAN, in_any_of=parties)
    row = _locked(plan)
    same_revision(revision, row.revision)
    if not why.strip():
        raise NotAllowedError("analysis.why_called_off")
    check_texts((why,))
    row.called_off_why, row.revision = why.strip(), row.revision + 1
    row.save(update_fields=["called_off_why", "revision"])
    bump_public(row.home)
    record(actor, "analysis.effect_called_off", row, on_behalf=_for(actor, parties))
    return row


@transaction.atomic
def count_effects(actor: Actor, *, now: datetime) -> int:
    """Count what is over for every plan that goes on. A month is counted anew for as long
    as its reports are kept, since late ones come; then its number stays. Of an indicator
    what its series says now is held, and no more."""
    require_system(actor)
    today = stockholm_day(now)
    rows = EffectPlan.objects.filter(called_off_why="").select_related(*queries.NEAR)
    return sum(_recount(plan, today) for plan in rows)


def _locked(plan: EffectPlan) -> EffectPlan:
    found = EffectPlan.objects.select_for_update(of=("self",))
    return found.select_related(*queries.NEAR).get(pk=plan.pk)


def _for(actor: Actor, parties: frozenset[int]) -> int:
    """The party on whose behalf it is done."""
    return min(parties & actor.where(Act.WRITE_PLAN))


def _write(plan: EffectPlan, draft: EffectDraft, today: date) -> None:
    """With the smallest change that it could show, by what is known today."""
    _fill(plan, draft)
    rows = _counts(plan, today)
    plan.least = _least(plan, rows)
    plan.save()
    _keep(rows)


def _least(plan: EffectPlan, rows: list[EffectCount]) -> float | None:
    """By what is known today."""
    if plan.seen is Seen.ANSWERS:
        return smallest_of_answers(plan)
    return smallest(plan, rows)


def _fill(plan: EffectPlan, draft: EffectDraft) -> None:
    check_effect(draft)
    check_texts((draft.name, draft.wanted_why))
    plan.name = draft.name.strip()
    plan.wanted, plan.wanted_why = draft.wanted, draft.wanted_why.strip()
    plan.begins, plan.before, plan.after = draft.begins, draft.before, draft.after
    if draft.indicator is None:
        _fill_place(plan, draft)
    else:
        _fill_indicator(plan, draft, draft.indicator)


def _fill_place(plan: EffectPlan, draft: EffectDraft) -> None:
    places = {one.pk: one for one in queries.places_of(plan.home_id)}
    other = draft.comparison
    if draft.place not in places or (other is not None and other not in places):
        raise NotAllowedError("analysis.place_is_nowhere")
    plan.indicator, plan.beside = None, Beside.NOTHING
    plan.tops = [top.value for top in draft.tops]
    plan.place, plan.metres, plan.ring = places[draft.place], draft.metres, draft.ring
    plan.comparison = places[other] if other is not None else None


def _fill_indicator(plan: EffectPlan, draft: EffectDraft, indicator: int) -> None:
    found = queries.indicators_to_judge(plan.home_id).filter(pk=indicator).first()
    if found is None:
        raise NotAllowedError("analysis.not_an_indicator_to_judge")
    is_asked = found.origin == Origin.SURVEYS
    check_periods(draft, None if is_asked else Rhythm(found.series.rhythm))
    alone = found.series.owner_id is not None
    if alone and draft.beside is not Beside.NOTHING:
        raise NotAllowedError("analysis.nothing_beside_own_figures")
    plan.tops, plan.place, plan.comparison = [], None, None
    plan.metres = plan.ring = 0
    plan.indicator, plan.beside = found, draft.beside


def _recount(plan: EffectPlan, today: date) -> int:
    rows = _counts(plan, today)
    if plan.seen is not Seen.REPORTS:
        plan.counts.exclude(month__in=[one.month for one in rows]).delete()
    return _keep(rows)


def _counts(plan: EffectPlan, today: date) -> list[EffectCount]:
    if plan.seen is Seen.FIGURES:
        return [
            EffectCount(plan=plan, month=day, area=here, ring=0, comparison=elsewhere)
            for day, here, elsewhere in queries.figures_of(plan, until=today)
        ]
    return _months(plan, today) if plan.seen is Seen.REPORTS else []


def _months(plan: EffectPlan, today: date) -> list[EffectCount]:
    """The months that are over and whose reports are all there."""
    first = queries.earliest_known(plan.home_id, today=today)
    months = queries.window_of(plan).periods(until=today) if first else []
    return [_count(plan, month) for month in months if first and month >= first]


def _keep(rows: list[EffectCount]) -> int:
    EffectCount.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["plan", "month"],
        update_fields=["area", "ring", "comparison"],
    )
    return len(rows)


def _count(plan: EffectPlan, month: date) -> EffectCount:
    found = queries.counted(plan, month)
    return EffectCount(
        plan=plan,
        month=month,
        area=found[Part.AREA],
        ring=found[Part.RING],
        comparison=found[Part.COMPARISON],
    )
