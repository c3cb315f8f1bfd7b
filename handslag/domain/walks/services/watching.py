"""Evening places are judged, and areas that keep watch are counted."""

from datetime import date

from django.db import IntegrityError, transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.organisations.models import Organisation
from handslag.domain.walks.models import Flag, FlagCell, WatchCount
from handslag.domain.walks.rules import FlagDraft, WatchDraft
from handslag.domain.walks.rules.drafts import check_flag, check_watch
from handslag.domain.walks.services.steps import refuse_certain


@transaction.atomic
def begin_flag(actor: Actor, home: Organisation, draft: FlagDraft) -> Flag:
    """Judge a place in the evening, in five areas at four times."""
    require(actor, Act.LISTEN, in_any_of=frozenset({home.pk}))
    _check(draft)
    flag = Flag(home=home)
    _write(flag, draft)
    record(actor, "walks.flag_begun", flag, on_behalf=home.pk)
    return flag


@transaction.atomic
def save_flag(actor: Actor, flag: Flag, draft: FlagDraft, *, revision: int) -> Flag:
    """Judge it anew, or in other words."""
    require(actor, Act.LISTEN, in_any_of=frozenset({flag.home_id}))
    flag = Flag.objects.select_for_update().get(pk=flag.pk)
    same_revision(revision, flag.revision)
    _check(draft)
    flag.revision += 1
    _write(flag, draft)
    record(actor, "walks.flag_changed", flag, on_behalf=flag.home_id)
    return flag


@transaction.atomic
def count_watch(
    actor: Actor, home: Organisation, draft: WatchDraft, *, today: date
) -> WatchCount:
    """Write down how many areas keep watch this year. Never which households."""
    require(actor, Act.LISTEN, in_any_of=frozenset({home.pk}))
    _check_watch(draft, today)
    row = WatchCount(home=home)
    _count(row, draft)
    record(actor, "walks.watch_counted", row, on_behalf=home.pk)
    return row


@transaction.atomic
def save_watch(
    actor: Actor, row: WatchCount, draft: WatchDraft, *, revision: int, today: date
) -> WatchCount:
    """Correct a count."""
    require(actor, Act.LISTEN, in_any_of=frozenset({row.home_id}))
    row = WatchCount.objects.select_for_update().get(pk=row.pk)
    same_revision(revision, row.revision)
    _check_watch(draft, today)
    row.revision += 1
    _count(row, draft)
    record(actor, "walks.watch_corrected", row, on_behalf=row.home_id)
    return row


def _check_watch(draft: WatchDraft, today: date) -> None:
    check_watch(draft, today=today)
    if refuse_certain(draft.where):
        raise NotAllowedError("walks.answer_may_name_somebody")


def _count(row: WatchCount, draft: WatchDraft) -> None:
    row.watch, row.year, row.where = draft.watch.value, draft.year, draft.where.strip()
    row.areas, row.new = draft.areas, draft.new
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise NotAllowedError("walks.counted_already") from None


def _check(draft: FlagDraft) -> None:
    check_flag(draft)
    refuse_certain(draft.area, *(note for _, note in draft.cells.values()))


def _write(flag: Flag, draft: FlagDraft) -> None:
    flag.area, flag.walked_on = draft.area.strip(), draft.walked_on
    flag.save()
    flag.cells.all().delete()
    FlagCell.objects.bulk_create(
        FlagCell(
            flag=flag,
            focus=focus.value,
            zone=zone.value,
            level=level.value,
            note=note.strip(),
        )
        for (focus, zone), (level, note) in draft.cells.items()
    )
