"""Making, changing, sharing and showing indicators."""

from collections.abc import Iterable
from uuid import UUID, uuid4

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.evidence.rules.findings import check_texts
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.services import bump_public
from handslag.domain.series.models import Goal, Indicator, Series
from handslag.domain.series.rules import (
    ANSWERED,
    COUNTED_REPORTS,
    DONE,
    GoalValue,
    IndicatorDraft,
    Measured,
    Origin,
    Rhythm,
    SeriesDraft,
    Source,
)
from handslag.domain.series.rules.drafts import check_indicator
from handslag.domain.series.services.holding import write_series

_COUNTED = {
    COUNTED_REPORTS: Origin.INCIDENTS,
    ANSWERED: Origin.SURVEYS,
    DONE: Origin.PROGRESS,
}
_SAME = (
    "name",
    "shows",
    "purpose",
    "theme",
    "direction",
    "direction_why",
    "per",
    "rhythm",
)


@transaction.atomic
def make_indicator(actor: Actor, home: Organisation, draft: IndicatorDraft) -> Indicator:
    """Follow something. What is typed in or counted here has a series of its own."""
    require(actor, Act.RECORD_EVIDENCE, in_any_of=frozenset({home.pk}))
    check_indicator(draft)
    series = _series_for(home, draft)
    row = Indicator(
        home=home,
        series=series,
        origin=_origin(series, draft),
        is_example=draft.is_example,
    )
    _write(row, draft)
    record(actor, "series.indicator_made", row, on_behalf=home.pk)
    return row


@transaction.atomic
def change_indicator(
    actor: Actor, indicator: Indicator, draft: IndicatorDraft, *, revision: int
) -> Indicator:
    """Change what is said of it. Its series stays: another series is another indicator."""
    row = _locked(actor, indicator)
    same_revision(revision, row.revision)
    check_indicator(draft)
    row.revision += 1
    _write(row, draft)
    _shown(row)
    record(actor, "series.indicator_changed", row, on_behalf=row.home_id)
    return row


@transaction.atomic
def offer_indicator(actor: Actor, indicator: Indicator, *, offered: bool) -> Indicator:
    """Let other municipalities take the definition into use, or no more of them."""
    row = _locked(actor, indicator)
    row.is_offered = offered
    row.save(update_fields=["is_offered"])
    record(actor, "series.indicator_offered", row, on_behalf=row.home_id, yes=offered)
    return row


@transaction.atomic
def show_indicator(actor: Actor, indicator: Indicator, *, public: bool) -> Indicator:
    """Show it to anyone, or no longer: the word of whoever releases counts."""
    row = _locked(actor, indicator, Act.RELEASE_COUNTS)
    row.is_public = public
    row.save(update_fields=["is_public"])
    bump_public(row.home)
    record(actor, "series.indicator_shown", row, on_behalf=row.home_id, yes=public)
    return row


@transaction.atomic
def take_indicator(
    actor: Actor, home: Organisation, offered: Indicator, *, responsible: str
) -> Indicator:
    """Take a shared definition into use. Goals and baseline are each municipality's own;
    the tie to the definition stays."""
    require(actor, Act.RECORD_EVIDENCE, in_any_of=frozenset({home.pk}))
    source = Indicator.objects.select_related("series").get(pk=offered.pk)
    if not source.is_offered or source.home_id == home.pk:
        raise NotAllowedError("series.not_offered")
    if Indicator.objects.filter(home=home, taken_from=source).exists():
        raise NotAllowedError("series.taken_already")
    if not responsible.strip():
        raise NotAllowedError("series.nobody_responsible")
    row = Indicator(home=home, origin=source.origin, taken_from=source)
    row.series = source.series if source.series.owner_id is None else _like(home, source)
    for name in _SAME:
        setattr(row, name, getattr(source, name))
    row.responsible = responsible.strip()
    row.save()
    record(actor, "series.indicator_taken", row, on_behalf=home.pk)
    return row


def _locked(
    actor: Actor, indicator: Indicator, act: Act = Act.RECORD_EVIDENCE
) -> Indicator:
    require(actor, act, in_any_of=frozenset({indicator.home_id}))
    found = Indicator.objects.select_for_update(of=("self",)).select_related("home")
    return found.get(pk=indicator.pk)


def _shown(row: Indicator) -> None:
    if row.is_public:
        bump_public(row.home)


def _series_for(home: Organisation, draft: IndicatorDraft) -> Series:
    if draft.series is not None:
        found = Series.objects.filter(public_id=draft.series).first()
        if found is None or found.owner_id not in {None, home.pk}:
            raise NotAllowedError("series.which_series")
        return found
    return _own(home, draft.name, draft.unit, draft.rhythm, is_example=draft.is_example)


def _origin(series: Series, draft: IndicatorDraft) -> Origin:
    """What is counted here says so, however it was chosen."""
    counted = _COUNTED.get(series.external_id.split(".")[0])
    return counted if series.owner_id and counted else draft.origin


def _like(home: Organisation, source: Indicator) -> Series:
    one = source.series
    return _own(home, source.name, one.unit, source.rhythm)


def _own(
    home: Organisation, name: str, unit: str, rhythm: str, *, is_example: bool = False
) -> Series:
    draft = SeriesDraft(
        source=Source.OWN,
        external_id=str(uuid4()),
        name=name.strip(),
        unit=unit.strip() or "antal",
        rhythm=Rhythm(rhythm),
        measured=Measured.NUMBER,
        is_example=is_example,
    )
    return write_series(Series(owner=home), draft)


def _write(row: Indicator, draft: IndicatorDraft) -> None:
    for name in _SAME:
        setattr(row, name, getattr(draft, name))
    check_texts((draft.name, draft.shows, draft.direction_why, draft.responsible))
    row.name, row.shows = draft.name.strip(), draft.shows.strip()
    row.direction_why = draft.direction_why.strip()
    row.responsible = draft.responsible.strip()
    row.baseline, row.baseline_on = draft.baseline, draft.baseline_on
    row.baseline_stated = draft.baseline_stated.strip()
    row.paired = _pair(row, draft.paired)
    row.save()
    _set_goals(row, draft.goals)


def _pair(row: Indicator, key: UUID | None) -> Indicator | None:
    if key is None:
        return None
    found = Indicator.objects.filter(public_id=key, home=row.home).first()
    if found is None or found.pk == row.pk:
        raise NotAllowedError("series.which_pair")
    return found


def _set_goals(row: Indicator, goals: Iterable[GoalValue]) -> None:
    row.goals.all().delete()
    Goal.objects.bulk_create(
        Goal(indicator=row, by=one.by, value=one.value) for one in goals
    )
